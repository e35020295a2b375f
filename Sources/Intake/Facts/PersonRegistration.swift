internal import Cadre
internal import Office

/// nhan-su: the people of the ledger.
struct PersonFacts {
  private let file, name, birth, sex, ethnicity, citizen, degree, organisation: Int?
  private var sexes = CodeColumn(Labels.all(Sex.self))
  private var degrees = CodeColumn(Labels.all(Degree.self))

  init(_ columns: SheetColumns) {
    file = columns[.fileNumber]
    name = columns[.fullName]
    birth = columns[.birth]
    sex = columns[.sex]
    ethnicity = columns[.ethnicity]
    citizen = columns[.citizenNumber]
    degree = columns[.degree]
    organisation = columns[.organisation]
  }

  /// A row that has no fault of its own.
  private struct Row {
    var place: Int
    var profile: PrivateRecord
    var fileNumber: String
    var degree: Degree?
    var organisation: OrganisationNumber
  }

  /// Proposes all rows: numbers are given in the order of file numbers; of two people with one
  /// citizen number the one in the ledger stands, then the lower file number.
  mutating func read(
    _ sheet: Sheet, at place: Int, _ preparation: inout Preparation
  ) {
    var reader = RowReader(
      sheet, preparation.dayColumns[place], subject: file, tellsOfPeople: false)
    var rows: [Row] = []
    rows.reserveCapacity(sheet.count)
    for row in 0..<sheet.count {
      reader.turn(to: row)
      let read = self.row(&reader, at: place, &preparation)
      if preparation.rejects(reader, sheet: place) {
        noteUnregistered(reader, &preparation)
      } else if let read {
        rows.append(read)
      }
    }
    let doubles = doubles(rows, &preparation)
    for row in rows where doubles.keys.contains(row.place) {
      reader.turn(to: row.place)
      if let detail = doubles[row.place] { reader.note(.duplicateNumber, citizen, detail) }
      _ = preparation.rejects(reader, sheet: place)
      noteUnregistered(reader, &preparation)
    }
    rows.removeAll { doubles.keys.contains($0.place) }
    number(rows, &preparation)
    for row in rows {
      guard let person = preparation.people[row.fileNumber] else { continue }
      reader.turn(to: row.place)
      let home = preparation.journeys[row.fileNumber]?.origin ?? row.organisation
      preparation.say(person, nil, .registered(organisation: home), secret: row.profile)
      if let degree = row.degree {
        preparation.say(person, nil, .qualificationAttained(level: degree))
      }
      preparation.submission.listed.append(
        .init(person: person, says: row.organisation, row: Int32(preparation.submission.rows.count))
      )
      preparation.finish(reader, sheet: place)
    }
  }

  /// Notes whom a rejected row fails to register.
  private func noteUnregistered(
    _ reader: borrowing RowReader, _ preparation: inout Preparation
  ) {
    guard let file, reader.isFilled(file) else { return }
    preparation.unregistered.insert(reader.sheet.text(reader.row, file))
  }

  private mutating func row(
    _ reader: inout RowReader, at place: Int, _ preparation: inout Preparation
  ) -> Row? {
    let fileNumber = reader.requiredCode(file)
    let name = reader.required(name)
    let birth = reader.birth(birth)
    let sex = reader.coded(sex, &sexes)
    let ethnicity = reader.text(ethnicity)
    let citizenNumber = reader.digits(citizen, CitizenNumber.fault)
    let degree = reader.coded(degree, &degrees)
    let organisation = preparation.organisation(
      &reader, organisation, outside: .ofPerson(file: fileNumber))
    if let fileNumber, preparation.directory.isErased(file: fileNumber) {
      reader.note(.erased, file)
    }
    if let citizenNumber, preparation.directory.isErased(citizen: citizenNumber) {
      reader.note(.erased, citizen)
    }
    guard let fileNumber, let name, let organisation else { return nil }
    if let citizenNumber, reader.fault == nil,
      CitizenNumber.differs(citizenNumber, birth: birth, sex: sex)
    {
      preparation.notices[place, default: SheetNotices()].note(
        differing: citizenNumber, of: fileNumber, reader)
    }
    return Row(
      place: reader.row,
      profile: PrivateRecord(
        fileNumber: fileNumber, name: name, birth: birth, sex: sex, ethnicity: ethnicity,
        citizenNumber: citizenNumber),
      fileNumber: fileNumber, degree: degree, organisation: organisation)
  }

  /// The rows whose citizen number is somebody else's, and whose.
  private func doubles(
    _ rows: [Row], _ preparation: inout Preparation
  ) -> [Int: RejectionDetail] {
    var lowest: [String: String] = [:]
    lowest.reserveCapacity(rows.count)
    for row in rows {
      guard let number = row.profile.citizenNumber else { continue }
      if let known = lowest[number], !byBytes(row.fileNumber, known) { continue }
      lowest[number] = row.fileNumber
    }
    var found: [Int: RejectionDetail] = [:]
    for row in rows {
      guard let number = row.profile.citizenNumber else { continue }
      if let holder = preparation.directory.citizens[number] {
        if preparation.people[row.fileNumber] != holder {
          found[row.place] = .refused(.numberHeld(by: holder))
        }
      } else if let first = lowest[number], first != row.fileNumber {
        found[row.place] = .held(number: number, by: first)
      }
    }
    return found
  }

  private func number(_ rows: [Row], _ preparation: inout Preparation) {
    let new = Set(rows.map(\.fileNumber)).filter { preparation.people[$0] == nil }
    var next = preparation.directory.nextPerson
    for file in new.sorted(by: byBytes) {
      preparation.people[file] = PersonNumber(next)
      next += 1
    }
  }
}
