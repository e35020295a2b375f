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
    guard let stream = Stream(text: text) else { throw UsageMessages.noStream(option, text) }
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
