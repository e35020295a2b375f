internal import Cadre
internal import Reports

/// One command: how it is written, what it does, and the code that does it.
struct Subcommand: Sendable {
  /// One word, or two such as `rules list`.
  let name: String
  /// What stands behind the name, as in spec/cli.md.
  let synopsis: String
  /// How many operands it takes.
  let operands: ClosedRange<Int>
  /// Those that it does not share; of a question, what selects its answer.
  let ownOptions: [OptionSpecification]
  /// Its own options, then those that it shares.
  let options: [OptionSpecification]
  /// Options of earlier versions, and what replaces each.
  let replaced: [String: Words]
  /// Whether its answers can be published.
  let publishing: Publishing
  /// What it does, in a line.
  let summary: Words
  /// What else there is to know; paragraphs. Made where help is asked for: lists of types in it
  /// cost every start of the program a third of a millisecond.
  var details: Words? { makeDetails() }
  private let makeDetails: @Sendable () -> Words?
  /// Whether its answer can be drawn (`-O svg`).
  let hasPicture: Bool
  /// Does it.
  let run: @Sendable (Invocation) throws(Complaint) -> ExitCode

  init(
    _ name: String, _ synopsis: String = "", operands: ClosedRange<Int> = 0...0,
    options: [OptionSpecification] = [], families: OptionFamilies = [],
    replaced: [String: Words] = [:], publishing: Publishing = .none, summary: Words,
    details: @autoclosure @escaping @Sendable () -> Words? = nil,
    run: @escaping @Sendable (Invocation) throws(Complaint) -> ExitCode
  ) {
    self.name = name
    self.synopsis = synopsis
    self.operands = operands
    ownOptions = options
    let isPublished = publishing.operands != nil
    self.options = options + (isPublished ? families.union(.publish) : families).options
    self.replaced = replaced
    self.publishing = publishing
    hasPicture = families.contains(.picture)
    self.summary = summary
    makeDetails = details
    self.run = run
  }

  /// How it is written as a whole.
  var line: String { synopsis.isEmpty ? "cadre \(name)" : "cadre \(name) \(synopsis)" }
}
