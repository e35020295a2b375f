package import Cadre

/// One value of an answer, with all that its renderings need.
///
/// Machines get codes, ISO dates and exact numbers; people get words, `dd/mm/yyyy` and the
/// decimal mark of their language.
package indirect enum Value: Hashable, Sendable {
  /// Nothing is known or nothing applies: null for machines, an empty cell for people.
  case absent
  case text(String)
  case number(Int)
  case hundredths(Hundredths)
  case truth(Bool)
  case day(Day)
  case month(Month)
  case birth(Birth)
  case instant(Instant)
  /// A value of a closed list: its code for machines (none: null), words for people.
  case coded(Coded)
  case list([Value])
  case record([Member])

  /// A value of a closed list.
  package struct Coded: Hashable, Sendable {
    package let code: String
    package let words: Words
    package let tone: Tone

    package init(_ code: String, _ words: Words, tone: Tone = .plain) {
      self.code = code
      self.words = words
      self.tone = tone
    }
  }

  /// A named part of a record.
  package struct Member: Hashable, Sendable {
    /// ASCII, lowerCamelCase.
    package let key: String
    package let value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }
}

/// What a value means to the reader; shown as a colour where colours are wanted.
package enum Tone: Hashable, Sendable {
  case plain
  case good
  case bad
  case unsure
}

extension Value {
  /// Text that may be missing.
  package static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .absent }

  /// A number that may be missing.
  package static func number(_ number: Int?) -> Value { number.map { .number($0) } ?? .absent }

  /// A day that may be missing.
  package static func day(_ day: Day?) -> Value { day.map { .day($0) } ?? .absent }

  /// The place of an event in the log.
  package static func index(_ index: LogIndex) -> Value {
    // A damaged row may name a place that no log reaches.
    Int(exactly: index.number).map { .number($0) } ?? .text("\(index.number)")
  }

  /// A value of a closed list.
  package static func coded(_ code: String, _ words: Words, tone: Tone = .plain) -> Value {
    .coded(Coded(code, words, tone: tone))
  }

  /// What the value means to the reader.
  var tone: Tone { if case .coded(let coded) = self { coded.tone } else { .plain } }

  /// Whether the value is written as a number, so that its digits stand under each other.
  var isNumeric: Bool {
    switch self {
    case .number, .hundredths: true
    default: false
    }
  }
}
