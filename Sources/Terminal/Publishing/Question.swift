internal import Cadre
internal import Office
internal import Reports

/// A question as it is recorded: a command and what selects its answer, and from where it is
/// asked.
///
/// The same question makes the same text, however it was typed: options in the order of their
/// command, days in ISO form, people by their number in the ledger.
struct Question: Sendable {
  let command: Subcommand
  /// With people as `#N`.
  let operands: [String]
  /// In the order in which the command takes them; nil for one without a value.
  let options: [(name: String, value: String?)]
  let on: Day
  let known: LogSize
  /// The id of the rule set.
  let rules: String

  /// The text that is recorded; day, knowledge and rules are recorded beside it.
  var text: String {
    let name = command.name.split(separator: " ").map(String.init)
    let isRisky = operands.contains { $0.utf8.first == UInt8(ascii: "-") }
    let written = options.flatMap { option in
      guard let value = option.value else { return [option.name] }
      return value.utf8.first == UInt8(ascii: "-")
        ? ["\(option.name)=\(value)"] : [option.name, value]
    }
    return QuestionText.text(
      of: isRisky ? name + written + ["--"] + operands : name + operands + written)
  }

  /// Of whom alone the answer is; nil: of whoever is in the ledger.
  var person: PersonNumber? {
    for (operand, text) in zip(command.publishing.operands ?? [], operands) {
      if case .person = operand, case .number(let person) = PersonReference(text) { return person }
    }
    return nil
  }

  /// What the command is given, so that it answers the question.
  func arguments(format: Format) -> Arguments {
    var arguments = Arguments()
    arguments.operands = operands
    for option in options { arguments.set(option.name, option.value ?? "") }
    arguments.set("--on", on.description)
    arguments.set("--known", String(known.count))
    arguments.set("--rules", rules)
    arguments.set("-O", format.rawValue)
    return arguments
  }

  /// What is recorded of the question and its answer.
  func report(_ digest: Digest) -> ReportPublished {
    ReportPublished(question: text, on: on, known: known, rules: rules, sha256: digest)
  }
}

extension Question {
  /// The question that a line asks, with everything resolved that depends on the moment.
  /// - Throws: where it cannot be asked, or not be published.
  init(_ invocation: Invocation, of ledger: Ledger) throws(Complaint) {
    command = invocation.command
    guard let kinds = command.publishing.operands else {
      throw PublishMessages.notPublished(command)
    }
    let given = invocation.arguments.operands
    if zip(kinds, given).contains(where: { if case .file = $0.0 { true } else { false } }) {
      throw PublishMessages.fileOperand(command)
    }
    let (standpoint, smaller) = try Question.standpoints(invocation, of: ledger)
    let sizes = [standpoint.known] + (smaller.map { [$0] } ?? [])
    func person(_ text: String) throws(Complaint) -> String {
      let number = try invocation.office { () throws(OfficeError) in
        try ledger.number(of: text, knownAt: sizes)
      }
      return PersonReference.number(number).description
    }
    var resolved: [String] = []
    for (kind, text) in zip(kinds, given) {
      if case .person = kind { resolved.append(try person(text)) } else { resolved.append(text) }
    }
    operands = resolved
    options = try Question.options(
      of: command, in: invocation.arguments, comparing: smaller, person: person)
    (on, known, rules) = (standpoint.on, standpoint.known, standpoint.rules.id)
    let length = text.utf8.count
    if length > ReportPublished.questionLimit { throw PublishMessages.tooLong(length) }
  }

  /// From where the line is asked; of a comparison, the later standpoint and the smaller size.
  private static func standpoints(
    _ invocation: Invocation, of ledger: Ledger
  ) throws(Complaint) -> (Standpoint, smaller: LogSize?) {
    var inquiry = try invocation.inquiry()
    let now = invocation.console.now()
    func standpoint() throws(Complaint) -> Standpoint {
      let asked = inquiry
      return try invocation.office { () throws(OfficeError) in
        try ledger.standpoint(asked, now: now)
      }
    }
    guard case .comparison = invocation.command.publishing else { return (try standpoint(), nil) }
    let knowledges = try invocation.arguments.knowledges()
    guard knowledges.count == 2 else { throw UsageMessages.notTwice("--known", invocation.command) }
    var sides: [Standpoint] = []
    for knowledge in knowledges {
      inquiry.known = knowledge.asked
      sides.append(try standpoint())
    }
    sides.sort { $0.known < $1.known }
    guard sides[0].rules.id == sides[1].rules.id else {
      throw PublishMessages.twoRuleSets(sides.map(\.rules.id))
    }
    return (sides[1], sides[0].known)
  }

  /// The command's own options that were given, each once.
  /// - Parameter person: says `#N` of who is named by file number: that alone may be recorded.
  private static func options(
    of command: Subcommand, in arguments: Arguments, comparing smaller: LogSize?,
    person: (String) throws(Complaint) -> String
  ) throws(Complaint) -> [(name: String, value: String?)] {
    var options: [(name: String, value: String?)] = []
    for option in command.ownOptions where arguments.has(option.name) {
      var value = option.placeholder == nil ? nil : arguments[option.name]
      switch option.placeholder {
      case "DAY": value = try arguments.day(option.name)?.description
      case "T": value = try arguments.term(option.name)?.description
      case "P": value = try value.map(person)
      default: break
      }
      options.append((option.name, value))
    }
    if let smaller { options.append(("--known", String(smaller.count))) }
    return options
  }
}

extension Question {
  /// The question that was recorded.
  /// - Throws: where this program does not know the question.
  init(_ report: ReportPublished) throws(Complaint) {
    guard let words = QuestionText.words(of: report.question),
      case .command(let command, let rest) = try CommandLineReading.find(words)
    else { throw PublishMessages.noQuestion(report.question) }
    guard command.publishing.operands != nil else { throw PublishMessages.notPublished(command) }
    let arguments = try ArgumentParser(command: command).parse(rest)
    var smaller: LogSize?
    if case .comparison = command.publishing {
      guard case .size(let size) = try arguments.knowledge() else {
        throw PublishMessages.noQuestion(report.question)
      }
      smaller = size
    }
    self.command = command
    operands = arguments.operands
    options = try Question.options(of: command, in: arguments, comparing: smaller) { $0 }
    (on, known, rules) = (report.on, report.known, report.rules)
  }
}
