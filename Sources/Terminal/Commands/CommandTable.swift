/// All commands there are, in the order in which help lists them.
enum CommandTable {
  static let all: [Subcommand] = [
    .initialise, .import, .sample, .template, .record, .retract, .find, .person, .ready,
    .explain,
    .population,
    .organisations,
    .transfers,
    .admissions,
    .screening,
    .coverage,
    .training,
    .ratings,
    .scorecard,
    .findings,
    .reminders,
    .todo,
    .completeness,
    .log, .show, .diff, .rulesList, .rulesShow, .rulesLint, .rulesDiff, .rulesAdopt,
    .checkpoint, .verify, .proveInclusion, .proveConsistency, .seal, .dossier, .erase, .export,
    .rebuild, .night, .status, .published, .backup, .restore, .help,
  ]

  /// The command of that name.
  static func command(_ name: String) -> Subcommand? { all.first { $0.name == name } }

  /// The commands of two words that begin with that one.
  static func family(_ word: String) -> [Subcommand] {
    all.filter { $0.name.hasPrefix("\(word) ") }
  }

  /// The words that a line may begin with, each once.
  static var firstWords: [String] {
    var words: [String] = []
    for command in all {
      let word = String(command.name.prefix { $0 != " " })
      if words.last != word { words.append(word) }
    }
    return words
  }
}
