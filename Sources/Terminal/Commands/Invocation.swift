internal import Cadre
internal import Office
internal import Reports

/// One run of a command: what it was given, and what surrounds it.
struct Invocation: Sendable {
  let command: Subcommand
  let arguments: Arguments
  let language: Language
  var console: Console
  /// The ledger, where whoever runs the command has opened it: a process opens one once.
  var opened: Ledger?

  /// The ledger's folder.
  var ledger: String {
    arguments["--ledger"] ?? console.setting("CADRE_LEDGER") ?? "./cadre-ledger"
  }

  /// The day that the question is about.
  func day() throws(Complaint) -> Day { try arguments.day("--on") ?? console.now().day }

  /// The account code of who records.
  func actor() throws(Complaint) -> String {
    let actor = arguments["--actor"] ?? console.setting("CADRE_ACTOR") ?? "unknown"
    guard Invocation.isCode(actor) else { throw UsageMessages.badActor(actor) }
    return actor
  }

  /// The code of who orders an erasure: it stays in the log, so it is no more a name than an
  /// account code is.
  func authority() throws(Complaint) -> String {
    let authority = try required("--authority")
    guard Invocation.isCode(authority) else { throw UsageMessages.badAuthority(authority) }
    return authority
  }

  /// The value of an option that the command cannot do without.
  func required(_ option: String) throws(Complaint) -> String {
    guard let value = arguments[option] else {
      throw UsageMessages.missingOption(option, command)
    }
    return value
  }

  /// Tells people something beside the answer.
  func remark(_ words: Words) { console.say("cadre: \(words[language])\n") }

  private static func isCode(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && text.utf8.allSatisfy(isCodeLetter)
  }

  private static func isCodeLetter(_ unit: UInt8) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
