import Cadre
package import Platform

/// Sheets for trying the ledger out: empty ones to fill in, and invented offices of any size.
package enum Samples {
  /// The most people one sample has.
  package static let limit = 10_000_000

  /// A file written, and how many rows stand under its header.
  package struct Written: Hashable, Sendable {
    package let kind: SheetKind
    package let rows: Int
  }

  /// Writes every sheet with its header alone into a folder, which is made where it is absent;
  /// files of the same name are replaced.
  package static func writeTemplates(to folder: String) throws(PlatformError) {
    try Files.makeFolder(folder, permissions: 0o755)
    for kind in SheetKind.allCases {
      try SampleSheet(kind, in: folder, seed: 0).finish()
    }
  }

  /// Writes the sheets of an invented office into a folder, which is made where it is absent;
  /// files of the same name are replaced.
  ///
  /// Every row can be imported. The bytes are fixed by `people` and `seed`: no clock, locale or
  /// hash order reaches them. Memory grows by a few bytes a person only; O(people).
  ///
  /// - Parameter people: 0…`limit`; more are taken as `limit`.
  /// - Returns: the sheets in the order of `SheetKind`.
  package static func write(
    people: Int, seed: UInt64, to folder: String
  ) throws(PlatformError) -> [Written] {
    try Files.makeFolder(folder, permissions: 0o755)
    var office = SampleOffice(people: min(max(people, 0), limit), seed: seed)
    let sheets = try SampleSheets(in: folder, seed: seed)
    office.gatherCadres()
    try office.writeOrganisations(sheets)
    try office.writeActivities(sheets)
    for person in 1...max(office.people, 1) where person <= office.people {
      try office.writePerson(person, sheets)
    }
    try office.writeClaims(sheets)
    for sheet in sheets.all { try sheet.finish() }
    return sheets.all.map { Written(kind: $0.kind, rows: $0.rows) }
  }
}

/// All sheets of a sample, and the counters of their documents.
final class SampleSheets {
  let all: [SampleSheet]
  /// By year from `SampleSheets.firstYear`, then by series.
  private var numbers = [Int](repeating: 0, count: 100 * Series.count)

  private static let firstYear = 1950

  init(in folder: String, seed: UInt64) throws(PlatformError) {
    var all: [SampleSheet] = []
    for kind in SheetKind.allCases {
      all.append(try SampleSheet(kind, in: folder, seed: seed))
    }
    self.all = all
  }

  subscript(kind: SheetKind) -> SampleSheet {
    all[SampleSheets.places[kind] ?? 0]
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: SheetKind.allCases.enumerated().map { ($1, $0) })

  /// The next number of a year's documents of one kind.
  func next(_ series: Series, _ year: Int) -> Int {
    let place = (year - SampleSheets.firstYear) * Series.count + series.rawValue
    numbers[place] += 1
    return numbers[place]
  }

  /// The series in which offices number their documents, year by year.
  enum Series: Int {
    case committee, subordinate, cell, inspection, personnel, conclusion, superior

    static let count = 7

    /// What stands behind the number.
    var suffix: String {
      switch self {
      case .committee: "-QĐ/ĐUK"
      case .subordinate: "-QĐ/ĐU"
      case .cell: "-NQ/CB"
      case .inspection: "-QĐ/UBKT"
      case .personnel: "-QĐ/SNV"
      case .conclusion: "-KL/ĐUK"
      case .superior: "-QĐ/TU"
      }
    }
  }

  /// Writes the next number of a series into a row.
  func number(_ series: Series, _ day: Day, in row: inout SampleRow) {
    row.code("", next(series, day.year), series.suffix)
  }
}
