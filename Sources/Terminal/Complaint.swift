package import Cadre
internal import Reports

/// Why a command cannot do what it was asked: what happened, to what, and what to do.
package struct Complaint: Error, Hashable, Sendable {
  package let status: ExitCode
  /// What happened, to what: one sentence.
  package let what: Words
  /// What to do now: one sentence or two.
  package let remedy: Words?

  package init(_ status: ExitCode, _ what: Words, remedy: Words? = nil) {
    self.status = status
    self.what = what
    self.remedy = remedy
  }

  /// The reader of the answer has gone; nobody is told.
  static let closedPipe = Complaint(.closedPipe, Words(""))

  /// The lines for people.
  func text(_ language: Language) -> String {
    let first = "cadre: \(what[language])\n"
    guard let remedy else { return first }
    return first + "  \(remedy[language])\n"
  }
}
