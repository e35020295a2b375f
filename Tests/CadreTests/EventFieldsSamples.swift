import TestSupport

@testable import Cadre

/// Writes random fields for the forms of a type, from nothing but their description.
struct RandomEntries {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator.announced(seed: seed) }

  /// Entries for every required field and, by chance, for the others.
  mutating func entries(for type: EventType) -> [FieldEntry] {
    var entries: [FieldEntry] = []
    for field in EventForm.description(of: type) where isWritten(field) {
      entries.append((field.name, text(field.kind)))
    }
    return entries
  }

  private mutating func isWritten(_ field: FieldDescription) -> Bool {
    switch field.need {
    case .required, .requiredUnlessDated: true
    case .optional: random.next(below: 2) == 0
    case .follows: false
    }
  }

  /// A text that the kind accepts, in the one form in which it is written down again.
  mutating func text(_ kind: FieldKind) -> String {
    switch kind {
    case .text: ["Sở Nội vụ", "12-QĐ/ĐUK", "000123", "x", "Nguyễn Thị Ánh"][random.next(below: 5)]
    case .organisationCode: "38.168.00\(random.next(below: 10))"
    case .day: Day(number: Int32(14_000 + random.next(below: 3000))).description
    case .year: String(1900 + random.next(below: 300))
    case .period: random.next(below: 2) == 0 ? "2024" : "2024-0\(1 + random.next(below: 9))"
    case .birth: ["1970-04-27", "1970-04", "1970"][random.next(below: 3)]
    case .count(let bounds): String(bounds.lowerBound + random.next(below: bounds.count))
    case .percent: Hundredths(random.next(below: 10_001)).description
    case .code(let names): names[random.next(below: names.count)]
    case .organisation: "o\(1 + random.next(below: 900))"
    case .position: "p\(1 + random.next(below: 900))"
    case .person: "f\(1 + random.next(below: 900))"
    case .term: ["2020-2025", "2025-2030"][random.next(below: 2)]
    }
  }
}

/// References by a letter and the number.
enum LetteredReferences {
  static var numbers: ReferenceNumbers {
    ReferenceNumbers(
      organisation: { number($0, after: "o").map { OrganisationNumber($0) } },
      position: { number($0, after: "p").map { PositionNumber($0) } },
      person: { number($0, after: "f").map { PersonNumber($0) } })
  }

  static var names: ReferenceNames {
    ReferenceNames(
      organisation: { "o\($0.number)" }, position: { "p\($0.number)" }, person: { "f\($0.number)" })
  }

  private static func number(_ text: String, after letter: String) -> UInt32? {
    text.hasPrefix(letter) ? UInt32(text.dropFirst()) : nil
  }
}

/// Forms written as on the command line, `on=2024-01-01`.
func form(_ event: String, _ fields: String...) throws(FieldError) -> EventForm {
  let entries = fields.map { field -> FieldEntry in
    let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
  }
  return try EventForm(event: event, entries, references: LetteredReferences.numbers)
}
