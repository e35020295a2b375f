internal import Cadre

/// xep-loai: the yearly rating of a person.
struct RatingFacts: SheetFacts {
  private let person, year, grade: Int?
  private var grades = CodeColumn(Labels.all(Grade.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    year = columns[.year]
    grade = columns[.grade]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let year = reader.requiredRatedYear(year)
    let grade = reader.required(grade, &grades)
    guard let year, let grade else { return }
    preparation.say(person, .lastOf(year: year), .rated(year: year, grade: grade))
  }
}

/// ke-khai-tai-san: a yearly declaration of assets.
struct DeclarationFacts: SheetFacts {
  private let person, year, day, kind: Int?
  private var kinds = CodeColumn(Labels.all(DeclarationKind.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    year = columns[.year]
    day = columns[.declaredOn]
    kind = columns[.declarationKind]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let year = reader.requiredYear(year)
    let day = reader.requiredDay(day)
    let (kind, words) = reader.phrase(kind, &kinds, other: .other)
    guard let year, let day else { return }
    preparation.say(person, day, .assetsDeclared(year: year, kind: kind), secret: words)
  }
}

/// nhan-xet-cu-tru: the yearly comment of the cell where a member lives.
struct ResidenceFacts: SheetFacts {
  private let person, year, day: Int?

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    year = columns[.year]
    day = columns[.day]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let year = reader.requiredYear(year)
    let day = reader.requiredDay(day)
    guard let year, let day else { return }
    preparation.say(person, day, .residenceCommented(year: year))
  }
}
