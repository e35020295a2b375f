internal import Cadre
internal import Office

/// pham-vi: which sheets of the import tell all, of whom and until when (spec/lists.md,
/// Completeness).
struct ClaimFacts {
  private let sheet, organisation, until: Int?
  private var kinds = CodeColumn(SheetKind.claimable.map { ($0.rawValue, $0) })

  init(_ columns: SheetColumns) {
    sheet = columns[.sheet]
    organisation = columns[.organisationCode]
    until = columns[.completeUntil]
  }

  /// Makes a claim of each row: its sheet must be in the import, its day not in the future.
  mutating func read(
    _ sheet: Sheet, at place: Int, _ claiming: Claiming, _ preparation: inout Preparation
  ) {
    var reader = RowReader(sheet, preparation.dayColumns[place])
    for row in 0..<sheet.count {
      reader.turn(to: row)
      let kind = reader.required(self.sheet, &kinds)
      let top = preparation.organisation(&reader, organisation, required: false)
      let until = reader.requiredDay(until, .past)
      if let kind { check(kind, top, claiming, &reader) }
      if preparation.rejects(reader, sheet: place) { continue }
      guard let kind, let claimed = claiming.places[kind], let until else { continue }
      let accepted = preparation.accept(reader, sheet: place)
      preparation.submission.claims.append(
        .init(sheet: claimed, organisation: top, until: until, row: accepted))
    }
  }

  private func check(
    _ kind: SheetKind, _ organisation: OrganisationNumber?, _ claiming: Claiming,
    _ reader: inout RowReader
  ) {
    guard let place = claiming.places[kind] else {
      reader.note(.unknownValue, sheet, .sheetNotGiven(kind.rawValue))
      return
    }
    if let before = claiming.shrunk(place, organisation) {
      reader.note(
        .contradiction, sheet, .fewerListed(claiming.rows[place], before: before))
    }
  }
}

/// What claims of an import are held against.
struct Claiming {
  /// The day of the import.
  let today: Day
  /// Where each sheet stands among those of the import.
  private(set) var places: [SheetKind: Int] = [:]
  /// The rows of each.
  private(set) var rows: [Int] = []
  /// What the last claim of each sheet and organisation listed; empty where that is no matter.
  private var listed: [Key: Int] = [:]
  private var names: [String] = []

  private struct Key: Hashable {
    let sheet: String
    let organisation: OrganisationNumber?
  }

  /// - Parameter allowsShrunk: a claim may list less than half of what the last one did.
  init(
    _ sheets: [SheetFolder.Found], _ known: [SheetClaimed], today: Day, allowsShrunk: Bool
  ) {
    self.today = today
    for (place, found) in sheets.enumerated() {
      places[found.kind] = place
      rows.append(found.sheet.read)
      names.append(found.kind.rawValue)
    }
    if allowsShrunk { return }
    for claim in known {
      listed[Key(sheet: claim.sheet, organisation: claim.organisation)] = claim.listed
    }
  }

  /// What the last claim of the sheet and organisation listed, where this one lists less than half
  /// of it; nil otherwise.
  func shrunk(_ place: Int, _ organisation: OrganisationNumber?) -> Int? {
    guard let before = listed[Key(sheet: names[place], organisation: organisation)],
      rows[place] * 2 < before
    else { return nil }
    return before
  }
}

/// The sheets that an import's options claim to tell all (`--complete`).
package struct Completion: Hashable, Sendable {
  package var sheets: [SheetKind]
  /// The code of the organisation for whose subtree; nil: the whole tree.
  package var organisation: String?

  package init(_ sheets: [SheetKind], organisation: String? = nil) {
    self.sheets = sheets
    self.organisation = organisation
  }
}

extension Preparation {
  /// Claims what the options say, until the day of the import.
  mutating func claim(_ completion: Completion, _ claiming: Claiming) throws(ImportError) {
    var organisation: OrganisationNumber?
    if let code = completion.organisation {
      guard let known = organisations[code] else { throw .unknownCoverage(code) }
      organisation = known
    }
    for kind in completion.sheets {
      guard let place = claiming.places[kind] else { throw .notGiven(sheet: kind.rawValue) }
      if let before = claiming.shrunk(place, organisation) {
        throw .fewerListed(
          sheet: kind.rawValue, listed: claiming.rows[place], before: before)
      }
      submission.claims.append(
        .init(sheet: place, organisation: organisation, until: claiming.today))
    }
  }
}
