import Testing

@testable import Terminal

/// The commands of the specification: the block at the head of spec/cli.md, without its remarks.
private let specified = """
  cadre init [--rules FILE]
  cadre import PATH… [--actor CODE] [--dry-run] [--correct --reason CODE] [--rejects DIR] [--complete SHEET,…[@ORGANISATION]] [--shrunk] [--details]
  cadre sample DIR --people N --seed S
  cadre template DIR
  cadre record EVENT [field=value …] | -
  cadre retract INDEX --reason CODE [--with-dependants] | --import INDEX --reason CODE [--dry-run]
  cadre find TEXT
  cadre person P
  cadre ready [--position X|--class C] [--term T] [--organisation O] [--verdict V] [--missing REQUIREMENT]
  cadre explain P X
  cadre population [--organisation O]
  cadre organisations [--organisation O] [--fewer-than N] | --outside
  cadre transfers [--organisation O] [--all]
  cadre admissions [--organisation O] [--year Y] [--stage STAGE]
  cadre screening [--organisation O] [--round R]
  cadre coverage [--organisation O] [--position X] [--term T] [--without P] [--since DAY]
  cadre training [--organisation O] [--level L] [--seats N] [--until YEAR]
  cadre ratings [--year Y] [--organisation O]
  cadre scorecard --period PERIOD [--organisation O]
  cadre findings [--requirement ID] [--organisation O] [--since DAY]
  cadre reminders [--within N] [--organisation O]
  cadre todo [--organisation O]
  cadre completeness [--organisation O] [--missing DATUM]
  cadre log [--stream S] [--type T] [--from N] [--until N] [--follow]
  cadre show INDEX
  cadre diff P --known A --known B
  cadre rules list
  cadre rules show
  cadre rules lint
  cadre rules diff FILE
  cadre rules adopt FILE
  cadre checkpoint
  cadre verify [FILE] [--expect FILE] [--signers FILE]
  cadre prove inclusion N [--size M]
  cadre prove consistency M [N]
  cadre seal
  cadre dossier P X [--identify]
  cadre erase P --authority CODE --basis CODE [--dry-run]
  cadre export DIR [--tiles] [--entries] [--identify]
  cadre rebuild [--compare] [--memory MIB]
  cadre night [--backups DIR] [--keep N] [--reports DIR] [--metrics FILE] [--expect FILE] [--signers FILE]
  cadre status
  cadre backup DIR [--keep N]
  cadre restore DIR [--newest LEDGER] [--expect FILE] [--accept-loss]
  """.split(separator: "\n").map(String.init)

/// What there is beyond the specification, behind the command that it is nearest to.
private let further = ["status": "cadre published [--last N] [--check]"]

/// What the program does not do yet, by the names of commands.
private let later: Set<String> = []

@Test func `the commands are those of the specification that are not for later, in its order`() {
  let expected = specified.filter { !later.contains(name(of: $0)) }.flatMap { line in
    [line] + (further[name(of: line)].map { [$0] } ?? [])
  }
  #expect(CommandTable.all.map(\.line) == expected + ["cadre help [COMMAND]"])
}

@Test func `what is for later is specified and not there yet`() {
  let names = Set(specified.map(name(of:)))
  #expect(later.isSubset(of: names))
  #expect(later.isDisjoint(with: CommandTable.all.map(\.name)))
  #expect(names.isSuperset(of: further.keys))
  #expect(names.isDisjoint(with: further.values.map(name(of:))))
}

@Test func `help lists every command as it is written`() {
  let help = run("help").output
  for command in CommandTable.all { #expect(help.contains("\n  \(command.line)")) }
}

@Test func `every option in a line is known to its command, and every own option is in its line`() {
  let shared = Set(SharedOptions.all.map(\.name))
  for command in CommandTable.all {
    let names = command.options.map(\.name)
    #expect(Set(names).count == names.count, "\(command.name) names an option twice")
    let written = Set(
      command.synopsis.split { " [|]".contains($0) }.map(String.init).filter {
        $0.hasPrefix("--")
      })
    #expect(written.isSubset(of: names))
    #expect(Set(names).subtracting(shared).isSubset(of: written))
  }
}

@Test(arguments: CommandTable.all.map(\.name))
func `every command explains itself in both languages`(name: String) {
  for language in ["vi", "en"] {
    let page = run(["help"] + name.split(separator: " ").map(String.init) + ["--lang", language])
    #expect(page.status == .done)
    #expect(page.output.hasPrefix("cadre \(name)"))
    #expect(page.errors.isEmpty)
    let asked = run(
      name.split(separator: " ").map(String.init) + ["--help", "--lang", language])
    #expect(asked.output == page.output)
  }
}

/// One word, or two where the first has several commands.
private func name(of line: String) -> String {
  let words = line.split(separator: " ").dropFirst().map(String.init)
  let count = ["rules", "prove"].contains(words[0]) ? 2 : 1
  return words.prefix(count).joined(separator: " ")
}
