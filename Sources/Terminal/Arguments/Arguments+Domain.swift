internal import Cadre
internal import Reports

extension Arguments {
  /// The term of an option; nil where it was not given.
  func term(_ option: String) throws(Complaint) -> Term? {
    guard let text = self[option] else { return nil }
    guard let term = Term(text: text) else { throw UsageMessages.noTerm(option, text) }
    return term
  }

  /// The stream of an option; nil where it was not given.
  func stream(_ option: String) throws(Complaint) -> Stream? {
    guard let text = self[option] else { return nil }
    if text == "ledger" { return .ledger }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let kinds = ["organisation", "position", "person"]
    guard parts.count == 2, let kind = kinds.firstIndex(of: String(parts[0])),
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt32(parts[1]),
      number > 0, let stream = Stream(kind: UInt8(kind + 1), number: number)
    else { throw UsageMessages.noStream(option, text) }
    return stream
  }

  /// The type of event of an option; nil where it was not given.
  func eventType(_ option: String) throws(Complaint) -> EventType? {
    guard let text = self[option] else { return nil }
    guard let type = EventType(name: text) else {
      let nearest = Suggestion.nearest(to: text, among: EventType.allCases.map(\.name))
      throw UsageMessages.noEventType(option, text, nearest: nearest)
    }
    return type
  }
}
