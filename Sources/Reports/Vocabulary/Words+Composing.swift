package import Cadre

extension Words {
  /// Nothing said.
  package static let none = Words("")

  /// Whether nothing is said.
  package var isEmpty: Bool { vietnamese.isEmpty && english.isEmpty }

  /// One behind the other.
  package static func + (left: Words, right: Words) -> Words {
    Words(left.vietnamese + right.vietnamese, left.english + right.english)
  }

  /// A number and what is counted, in English.
  package static func counted(_ count: some BinaryInteger, _ one: String, _ many: String) -> String
  {
    "\(count) \(count == 1 ? one : many)"
  }

  /// With a small first letter, for the middle of a sentence.
  var small: Words { Words(Words.small(vietnamese), Words.small(english)) }

  private static func small(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  /// All that say something, one behind the other.
  package static func joined(_ parts: [Words], by separator: String) -> Words {
    let said = parts.filter { !$0.isEmpty }
    return Words(
      said.map(\.vietnamese).joined(separator: separator),
      said.map(\.english).joined(separator: separator))
  }

  /// A day as people read it.
  init(_ day: Day) { self.init(day.forPeople) }
}

extension Value {
  /// Text that is another in each language; machines read null, never the text.
  package static func words(_ words: Words, tone: Tone = .plain) -> Value {
    .coded("", words, tone: tone)
  }
}
