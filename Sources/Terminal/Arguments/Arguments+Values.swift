internal import Cadre
internal import Reports

/// Up to where the log is known to whoever asks: `--known`.
enum Knowledge: Hashable, Sendable {
  /// The whole log.
  case everything
  /// The first events, that many.
  case size(LogSize)
  /// Everything recorded up to the instant, itself included.
  case instant(Instant)
}

extension Arguments {
  /// The day of an option; nil where it was not given.
  func day(_ option: String) throws(Complaint) -> Day? {
    guard let text = self[option] else { return nil }
    guard let day = Day(text: text) else { throw UsageMessages.noDay(option, text) }
    return day
  }

  /// The number of an option, from 0; nil where it was not given.
  func number(_ option: String) throws(Complaint) -> UInt64? {
    guard let text = self[option] else { return nil }
    guard let number = Arguments.digits(text) else { throw UsageMessages.noNumber(option, text) }
    return number
  }

  /// The number of an option that counts something, from 1; nil where it was not given.
  func counted(_ option: String) throws(Complaint) -> Int? {
    guard let number = try number(option) else { return nil }
    if number == 0 { throw UsageMessages.noCount(option) }
    return Int(clamping: number)
  }

  /// The number that an operand is, from 0.
  func number(operand: Int, _ name: String) throws(Complaint) -> UInt64 {
    guard let number = Arguments.digits(operands[operand]) else {
      throw UsageMessages.noNumber(name, operands[operand])
    }
    return number
  }

  /// What `--known` says.
  func knowledge() throws(Complaint) -> Knowledge {
    guard let text = self["--known"] else { return .everything }
    return try Arguments.knowledge(text)
  }

  /// What `--known` says each time it is given, in order.
  func knowledges() throws(Complaint) -> [Knowledge] {
    var knowledges: [Knowledge] = []
    for text in all("--known") { knowledges.append(try Arguments.knowledge(text)) }
    return knowledges
  }

  private static func knowledge(_ text: String) throws(Complaint) -> Knowledge {
    if let size = Arguments.digits(text) { return .size(LogSize(size)) }
    if let day = Day(text: text) { return .instant(.endOf(day)) }
    if let instant = Instant(text: text) { return .instant(instant) }
    throw UsageMessages.noKnowledge(text)
  }

  /// One value of a closed list; nil where the option was not given.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: String, _ type: Choice.Type
  ) throws(Complaint) -> Choice? {
    guard let text = self[option] else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw UsageMessages.noChoice(option, text, of: type.allCases.map(\.rawValue))
    }
    return choice
  }

  /// One value of a closed list of the domain; nil where the option was not given.
  func code<Value: Code>(_ option: String, _ type: Value.Type) throws(Complaint) -> Value? {
    guard let text = self[option] else { return nil }
    guard let code = Spellings.value(text, of: type) else {
      throw UsageMessages.noChoice(option, text, of: type)
    }
    return code
  }

  /// A number written in ASCII digits that fits.
  private static func digits(_ text: String) -> UInt64? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return UInt64(text)
  }
}

extension Code {
  /// All the values of a closed list, as an option takes them.
  static var names: String { allCases.map(\.name).joined(separator: ", ") }
}
