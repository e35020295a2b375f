internal import Cadre
internal import Office

/// to-chuc: the organisations of the ledger.
struct FoundingFacts {
  private let code, name, kind, sector, parent, founded, number, decided: Int?
  private var kinds = CodeColumn(Labels.organisationKinds)
  private var sectors = CodeColumn(Labels.all(Sector.self))

  init(_ columns: SheetColumns) {
    code = columns[.organisationCode]
    name = columns[.organisationName]
    kind = columns[.organisationKind]
    sector = columns[.sector]
    parent = columns[.parent]
    founded = columns[.establishedOn]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
  }

  /// A row that has no fault of its own.
  private struct Row {
    var place: Int
    var code: String
    var parent: String?
    var founding: OrganisationEstablished
    var effective: Day?
    var document: Document?
  }

  /// Proposes all rows: those whose parent exists, here or in the ledger. Numbers are given in the
  /// order of codes.
  mutating func read(_ sheet: Sheet, at place: Int, _ preparation: inout Preparation) {
    var reader = RowReader(sheet, preparation.dayColumns[place])
    var rows: [Row] = []
    for row in 0..<sheet.count {
      reader.turn(to: row)
      let read = self.row(&reader)
      if !preparation.rejects(reader, sheet: place), let read { rows.append(read) }
    }
    nameParents(&rows, preparation)
    rows = placed(rows, sheet, place, &preparation)
    number(rows, &preparation)
    for row in rows {
      guard let number = preparation.organisations[row.code] else { continue }
      preparation.index.add(row.founding.name, of: number)
      preparation.index.describe(row.code, row.founding.name, number)
    }
    for row in rows {
      reader.turn(to: row.place)
      guard let organisation = preparation.organisations[row.code] else { continue }
      var founding = row.founding
      founding.parent = row.parent.flatMap { preparation.organisations[$0] }
      let accepted = preparation.accept(reader, sheet: place)
      preparation.say(
        organisation, row: accepted, row.effective, .established(founding),
        document: row.document)
    }
  }

  private mutating func row(_ reader: inout RowReader) -> Row? {
    let code = reader.requiredCode(code)
    if let code, !Cell.isOrganisationCode(code.utf8Span.span) {
      reader.note(.unknownValue, self.code)
    }
    let name = reader.required(name)
    let kind = reader.required(kind, &kinds)
    let sector = reader.coded(sector, &sectors)
    let parent = reader.code(parent)
    if let parent, parent == code { reader.note(.contradiction, self.parent) }
    let effective = reader.day(founded)
    let number = reader.code(number)
    let decided = reader.day(decided)
    guard let code, let name, let kind else { return nil }
    return Row(
      place: reader.row, code: code, parent: parent,
      founding: OrganisationEstablished(code: code, name: name, kind: kind, sector: sector),
      effective: effective, document: document(number, decided))
  }

  /// Puts the code in place of a parent's name, where one organisation of the import or of the
  /// ledger has it.
  private func nameParents(_ rows: inout [Row], _ preparation: Preparation) {
    let codes = Set(rows.map(\.code))
    var named: [[UInt8]: Set<String>] = [:]
    for row in rows { named[Letters.nameIdentity(row.founding.name), default: []].insert(row.code) }
    for place in rows.indices {
      guard let parent = rows[place].parent, !codes.contains(parent),
        preparation.organisations[parent] == nil
      else { continue }
      var found = named[Letters.nameIdentity(parent)] ?? []
      for number in preparation.index.tree(parent) {
        found.formUnion(preparation.organisations.filter { $0.value == number }.map(\.key))
      }
      if found.count == 1, let code = found.first, code != rows[place].code {
        rows[place].parent = code
      }
    }
  }

  /// The rows whose parents exist; the others are rejected, and whatever stands under them.
  private func placed(
    _ rows: [Row], _ sheet: Sheet, _ place: Int, _ preparation: inout Preparation
  ) -> [Row] {
    var known = Set(preparation.organisations.keys)
    var left = rows
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      left.removeAll { row in
        guard row.parent.map(known.contains) ?? true else { return false }
        known.insert(row.code)
        isGrowing = true
        return true
      }
    }
    var reader = RowReader(sheet, preparation.dayColumns[place])
    for row in left {
      reader.turn(to: row.place)
      reader.note(.unknownOrganisation, parent)
      _ = preparation.rejects(reader, sheet: place)
    }
    let orphans = Set(left.map(\.place))
    return rows.filter { !orphans.contains($0.place) }
  }

  private func number(_ rows: [Row], _ preparation: inout Preparation) {
    let new = Set(rows.map(\.code)).filter { preparation.organisations[$0] == nil }
    var next = preparation.directory.nextOrganisation
    for code in new.sorted(by: byBytes) {
      preparation.organisations[code] = OrganisationNumber(next)
      next += 1
    }
  }
}

/// chuc-danh: the posts of the ledger.
struct DefinitionFacts {
  private let code, title, organisation, rank, line, seats, decidedBy: Int?
  private var lines = CodeColumn(Labels.all(Line.self))
  private var classes = CodeColumn(Labels.all(PositionClass.self))

  init(_ columns: SheetColumns) {
    code = columns[.positionCode]
    title = columns[.title]
    organisation = columns[.organisation]
    rank = columns[.positionClass]
    line = columns[.line]
    seats = columns[.seats]
    decidedBy = columns[.decidedBy]
  }

  /// Proposes all rows without a fault; numbers are given in the order of codes.
  mutating func read(_ sheet: Sheet, at place: Int, _ preparation: inout Preparation) {
    var reader = RowReader(sheet, preparation.dayColumns[place])
    var rows: [(row: Int32, definition: PositionDefined)] = []
    for row in 0..<sheet.count {
      reader.turn(to: row)
      let definition = definition(&reader, &preparation)
      if preparation.rejects(reader, sheet: place) { continue }
      guard let definition else { continue }
      rows.append((preparation.accept(reader, sheet: place), definition))
    }
    let new = Set(rows.map(\.definition.code)).filter { preparation.positions[$0] == nil }
    var next = preparation.directory.nextPosition
    for code in new.sorted(by: byBytes) {
      preparation.positions[code] = PositionNumber(next)
      next += 1
    }
    for (row, definition) in rows {
      guard let position = preparation.positions[definition.code] else { continue }
      let proposal = Proposal(row: row, effective: nil, event: PositionEvent.defined(definition))
      preparation.submission.positions.append(
        .init(stream: position.number, proposal: proposal))
    }
  }

  private mutating func definition(
    _ reader: inout RowReader, _ preparation: inout Preparation
  ) -> PositionDefined? {
    let code = reader.requiredCode(code)
    let title = reader.required(title)
    let organisation = preparation.organisation(&reader, organisation)
    let rank = reader.required(rank, &classes)
    let named = reader.coded(line, &lines)
    let seats = reader.count(seats, limit: 10_000) ?? 1
    let decidedBy = reader.text(decidedBy)
    // Where no line is named, a party class says it.
    let line = named ?? (rank.map { $0.belongs(to: .party) } == true ? .party : .government)
    if let rank, !rank.belongs(to: line) { reader.note(.contradiction, self.line) }
    if seats < 1 { reader.note(.unknownValue, self.seats) }
    guard let code, let title, let organisation, let rank else { return nil }
    return PositionDefined(
      code: code, title: title, organisation: organisation, line: line, class: rank,
      seats: seats, decidedBy: decidedBy)
  }
}

/// The order of codes and file numbers: by their bytes, whatever the locale.
func byBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
