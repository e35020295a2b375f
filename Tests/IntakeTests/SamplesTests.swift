import Cadre
import Platform
import Testing

@testable import Intake

/// Runs a test in a folder of its own and removes it.
private func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let name = try Randomness.bytes(8).map { String($0, radix: 16) }.joined()
  let folder = "/tmp/cadre-samples-\(name)"
  do {
    let value = try body(folder)
    try Files.removeTree(folder)
    return value
  } catch {
    try Files.removeTree(folder)
    throw error
  }
}

/// The bytes of every sheet of a sample.
private func sample(_ people: Int, _ seed: UInt64) throws -> [SheetKind: [UInt8]] {
  try inFolder { folder in
    let written = try Samples.write(people: people, seed: seed, to: folder)
    #expect(written.map(\.kind) == SheetKind.allCases)
    var files: [SheetKind: [UInt8]] = [:]
    for kind in SheetKind.allCases {
      files[kind] = try Files.read("\(folder)/\(kind.file)", limit: SheetLimit.file)
    }
    return files
  }
}

/// FNV-1a, 64 bits: enough to notice a changed byte.
private func digest(_ files: [SheetKind: [UInt8]]) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for kind in SheetKind.allCases {
    for byte in files[kind] ?? [] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
  return hash
}

/// A sample as it is read back.
private struct Office {
  let sheets: [SheetKind: (sheet: Sheet, columns: SheetColumns)]

  init(_ files: [SheetKind: [UInt8]]) throws {
    var sheets: [SheetKind: (sheet: Sheet, columns: SheetColumns)] = [:]
    for (kind, bytes) in files {
      let sheet = try Sheet(name: kind.rawValue, file: kind.file, bytes: bytes)
      #expect(sheet.malformed.isEmpty)
      let columns = try SheetColumns(of: kind, in: sheet.headers)
      #expect(columns.unknown.isEmpty)
      sheets[kind] = (sheet, columns)
    }
    self.sheets = sheets
  }

  /// The cells of a column, from the first row to the last; empty ones are left out.
  func cells(_ kind: SheetKind, _ column: Column) -> [String] {
    guard let (sheet, columns) = sheets[kind], let place = columns[column] else { return [] }
    return (0..<sheet.count).map { sheet.text($0, place) }.filter { !$0.isEmpty }
  }

  /// The cells of a column in all sheets that have it.
  func cells(_ column: Column) -> [String] {
    SheetKind.allCases.flatMap { $0.columns.contains(column) ? cells($0, column) : [] }
  }
}

@Suite struct SamplesTests {
  @Test func `templates have every column and no row`() throws {
    try inFolder { folder in
      try Samples.writeTemplates(to: folder)
      #expect(try Files.list(folder) == SheetKind.allCases.map(\.file).sorted())
      for kind in SheetKind.allCases {
        let bytes = try Files.read("\(folder)/\(kind.file)", limit: 10_000)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        let sheet = try Sheet(name: kind.rawValue, file: kind.file, bytes: bytes)
        #expect(sheet.headers == kind.columns.map(\.header))
        #expect(sheet.read == 0)
      }
    }
  }

  @Test func `the same people and seed give the same bytes, here and on any machine`() throws {
    let first = try sample(60, 1)
    #expect(try sample(60, 1) == first)
    #expect(try sample(60, 2) != first)
    #expect(digest(first) == 3_878_633_071_655_359_464)
  }

  @Test func `nobody, one person and the limits are samples too`() throws {
    for people in [0, 1, 76, 77] {
      let office = try Office(sample(people, 4))
      #expect(office.cells(.people, .fileNumber).count == people)
    }
  }

  @Test(arguments: [(60, 1), (60, 9), (800, 3), (2000, 10)] as [(Int, UInt64)])
  func `every reference and number of a sample holds`(people: Int, seed: UInt64) throws {
    let office = try Office(sample(people, seed))
    let files = Set(office.cells(.people, .fileNumber))
    #expect(files.count == people)
    #expect(files.isSuperset(of: office.cells(.fileNumber)))
    let organisations = Set(office.cells(.organisations, .organisationCode))
    #expect(organisations.isSuperset(of: office.cells(.organisationCode)))
    #expect(organisations.isSuperset(of: office.cells(.parent)))
    for column in [Column.organisation, .cell, .from, .to, .counterpart] {
      let codes = office.cells(column).filter { Cell.isOrganisationCode(Array($0.utf8).span) }
      #expect(organisations.isSuperset(of: codes), "\(column)")
    }
    let posts = Set(office.cells(.positions, .positionCode))
    #expect(posts.isSuperset(of: office.cells(.positionCode)))
    for (kind, column) in [
      (SheetKind.people, Column.citizenNumber), (.admissions, .cardNumber),
      (.admissions, .newMemberCertificate), (.theory, .certificate),
      (.organisations, .organisationCode), (.positions, .positionCode),
    ] {
      let numbers = office.cells(kind, column)
      #expect(Set(numbers).count == numbers.count, "\(column)")
    }
    #expect(office.cells(.people, .citizenNumber).allSatisfy { $0.utf8.count == 12 })
  }

  @Test(arguments: [(60, 5), (1500, 8)] as [(Int, UInt64)])
  func `every date, number and coded value of a sample is one`(people: Int, seed: UInt64) throws {
    let office = try Office(sample(people, seed))
    for column in Column.allCases where column.header.hasPrefix("Ngày") && column != .birth {
      for cell in office.cells(column) {
        let day = try Cell.day(Array(cell.utf8).span)
        #expect(day.map { $0 <= SampleLife.horizon || column == .until } == true)
      }
    }
    for cell in office.cells(.birth) { _ = try Cell.birth(Array(cell.utf8).span) }
    for cell in office.cells(.percent) + office.cells(.score) {
      _ = try Cell.number(Array(cell.utf8).span)
    }
    for cell in office.cells(.year) { _ = try Cell.year(Array(cell.utf8).span) }
    for cell in office.cells(.period) { _ = try Cell.period(Array(cell.utf8).span) }
    try holds(office.cells(.organisationKind), Labels.organisationKinds)
    try holds(office.cells(.sector), Labels.sectors)
    try holds(office.cells(.line), Labels.lines)
    try holds(office.cells(.positionClass), Labels.positionClasses)
    try holds(office.cells(.sex), Labels.sexes)
    try holds(office.cells(.degree), Labels.degrees)
    try holds(office.cells(.admissions, .kind), Labels.admissionRows)
    try holds(office.cells(.transfers, .kind), Labels.transferKinds)
    try holds(office.cells(.introducedBy), Labels.introducers)
    try holds(office.cells(.level), Labels.theoryLevels)
    try holds(office.cells(.proof), Labels.theoryProofs)
    try holds(office.cells(.screenings, .outcome), Labels.screeningOutcomes)
    try holds(office.cells(.conclusions, .outcome), Labels.conclusionResults)
    try holds(office.cells(.purpose), Labels.conclusionPurposes)
    try holds(office.cells(.endings, .form), Labels.endings)
    try holds(office.cells(.disciplines, .form), Labels.disciplineForms)
    try holds(office.cells(.system), Labels.disciplineSystems)
    try holds(office.cells(.grade), Labels.grades)
    try holds(office.cells(.planning, .action), Labels.planningActions)
    try holds(office.cells(.appointments, .action), Labels.appointmentActions)
    try holds(office.cells(.organisationChanges, .action), Labels.organisationActions)
    try holds(office.cells(.declarationKind), Labels.declarations)
    try holds(office.cells(.activity), Labels.activities)
    try holds(office.cells(.planning, .reason), Labels.leavingReasons)
  }

  private func holds<Value: Sendable>(
    _ cells: [String], _ labels: [(label: String, value: Value)]
  ) throws {
    var column = CodeColumn(labels)
    for cell in cells { _ = try column.code(Array(cell.utf8).span) }
  }

  @Test func `transfers begin where the person is`() throws {
    let office = try Office(sample(3000, 6))
    guard let (sheet, columns) = office.sheets[.transfers],
      let file = columns[.fileNumber], let kind = columns[.kind], let from = columns[.from],
      let to = columns[.to], let received = columns[.receivedOn]
    else { throw SheetError.noHeader(file: "") }
    var today: [String: String] = [:]
    for (person, organisation) in zip(
      office.cells(.people, .fileNumber), office.cells(.people, .organisation))
    {
      today[person] = organisation
    }
    var place: [String: String] = [:]
    var temporary: Set<String> = []
    for row in 0..<sheet.count {
      let person = sheet.text(row, file)
      if sheet.text(row, kind) == TransferKind.temporary.vietnamese {
        #expect(sheet.text(row, from) == today[person])
        temporary.insert(person)
        continue
      }
      #expect(place[person] == nil || place[person] == sheet.text(row, from))
      place[person] = sheet.text(row, sheet.text(row, received).isEmpty ? from : to)
    }
    #expect(place.allSatisfy { today[$0.key] == $0.value })
    #expect(!temporary.isEmpty)
    #expect(temporary.isDisjoint(with: place.keys))
  }
}
