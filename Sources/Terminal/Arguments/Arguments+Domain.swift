internal import Cadre
internal import Intake
internal import Reports

extension Arguments {
  /// The term of an option; nil where it was not given.
  func term(_ option: String) throws(Complaint) -> Term? {
    guard let text = self[option] else { return nil }
    guard let term = Term(text: text) else { throw UsageMessages.noTerm(option, text) }
    return term
  }

  /// The sheets of an option that are claimed to tell all, `ky-luat,ket-nap@38.168.001`; nil where
  /// it was not given.
  func completion(_ option: String) throws(Complaint) -> Completion? {
    guard let text = self[option] else { return nil }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    var sheets: [SheetKind] = []
    for name in parts[0].split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = SheetKind(rawValue: name.lowercased()), kind != .claims else {
        throw UsageMessages.noSheet(option, String(name))
      }
      if !sheets.contains(kind) { sheets.append(kind) }
    }
    let organisation = parts.count > 1 ? String(parts[1]) : nil
    if organisation?.isEmpty == true { throw UsageMessages.missingValue(option, "@ORGANISATION") }
    return Completion(sheets, organisation: organisation)
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
