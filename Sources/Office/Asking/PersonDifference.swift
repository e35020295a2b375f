package import Cadre

/// What changed in what was known about a person between two sizes of the log.
package struct PersonDifference: Sendable {
  /// The person as known at each size, the smaller first; nil: nobody of that file number was.
  package var before: PersonCard?
  package var after: PersonCard?
  /// From where it was asked, the smaller size first.
  package var standpoints: (before: Standpoint, after: Standpoint)
  /// Who they are, as known last.
  package var who: Identity
  /// In the order in which they hold.
  package var facts: [FactChange]
  /// By post's code.
  package var verdicts: [VerdictChange]
  /// Codes of the posts that judgements name beside the rows' own.
  package var positions: [PositionNumber: String]
  /// What the facts name by number.
  package var names: Names
}

/// A fact of a person that one of two sizes of the log knows or counts, and the other does not.
package struct FactChange: Hashable, Sendable {
  /// The fact, with whether it counts at the larger size.
  package var item: TimelineItem
  package var turn: FactTurn
  /// The retraction that turned it; nil where none did.
  package var by: LogIndex?
}

/// What became of a fact between two sizes of the log.
package enum FactTurn: UInt8, Code {
  /// It was recorded, or the person it is about turned out to be this one, and it counts.
  case learnt
  /// It was retracted, or the person it is about turned out to be another.
  case ceased
  /// Its retraction was retracted.
  case restored
  /// It was recorded and retracted, and counts at neither.
  case passing
}
