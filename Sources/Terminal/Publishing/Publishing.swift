internal import Cadre
internal import Reports

/// Whether the answers of a command can be published (`--publish`), and what is then recorded.
enum Publishing: Sendable {
  /// They follow from the log, a day, a state of knowledge and a rule set alone; the operands.
  case question([Operand] = [])
  /// Likewise, but from two states of knowledge: the smaller is part of the question.
  case comparison([Operand])
  /// They cannot be asked again, or must not stand in the log; why.
  case refused(Words)
  /// It is no question from a day, a state of knowledge and a rule set.
  case none

  /// What an operand of a question says.
  enum Operand: Sendable {
    /// Somebody, by file number or `#N`; recorded as `#N`, which is no personal data.
    case person
    /// A code of the log's, which is recorded as it is.
    case code
    /// A file, which the log does not have: with it the question is not published.
    case file
  }

  /// The operands of a question that can be published; nil for other commands.
  var operands: [Operand]? {
    switch self {
    case .question(let operands), .comparison(let operands): operands
    case .refused, .none: nil
    }
  }
}
