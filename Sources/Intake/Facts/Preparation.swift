internal import Cadre
internal import Office

/// Turns the sheets of an import into proposals: resolves what their rows refer to, and rejects
/// the rows that cannot be placed.
///
/// Organisations, posts and people come first, since other rows refer to them.
struct Preparation: Sendable {
  let directory: Directory
  /// The days that rows may speak of, as of the day of the import.
  let days: PlausibleDays
  /// How the days of each sheet are read, by its place.
  var dayColumns: [DayColumns] = []
  var submission = Submission()
  var rejections: [Rejection] = []
  /// What was noticed in rows that are recorded all the same, by the place of their sheet.
  var notices: [Int: SheetNotices] = [:]

  var organisations: [String: OrganisationNumber]
  var externals: [[UInt8]: OrganisationNumber]
  /// The names of `externals`.
  var outsideNames: [String]
  var index: OrganisationIndex
  /// What the transfers of each person say, by file number.
  var journeys: [String: Journey] = [:]
  var positions: [String: PositionNumber]
  var people: [String: PersonNumber]
  /// Who holds a card, in the ledger or by an earlier row.
  var cards: [String: PersonNumber]
  /// Who holds a certificate, in the ledger or by an earlier row.
  var certificates: [Certificate: PersonNumber]

  /// File numbers of people whom this import fails to register: rows about them are of nobody that
  /// the ledger knows.
  var unregistered: Set<String> = []

  /// Events of the row being read, until it is known to be good.
  private var pending: [(stream: UInt32, proposal: Proposal<PersonEvent>)] = []

  /// - Parameter today: the day of the import.
  init(_ directory: Directory, today: Day) {
    self.directory = directory
    days = PlausibleDays(today: today)
    organisations = directory.organisations
    externals = directory.externals
    outsideNames = directory.externalNames
    index = OrganisationIndex(names: directory.names)
    for (number, title) in directory.titles { index.describe(title.code, title.name, number) }
    positions = directory.positions
    people = directory.people
    cards = directory.cards
    certificates = directory.certificates
  }
}

extension Preparation {
  /// The same look-ups without any row: for reading other sheets beside this one.
  func beside() -> Preparation {
    var other = self
    other.submission = Submission()
    other.submission.sheets = submission.sheets
    other.rejections = []
    other.notices = [:]
    return other
  }

  /// Takes over the rows that were read beside this one.
  mutating func append(_ other: Preparation) {
    let rows = Int32(submission.rows.count)
    let secrets = Int32(submission.secrets.count)
    submission.rows.append(contentsOf: other.submission.rows)
    submission.secrets.append(contentsOf: other.submission.secrets)
    submission.persons.reserveCapacity(
      submission.persons.count + other.submission.persons.count)
    for target in other.submission.persons {
      var target = target
      target.proposal.row += rows
      target.proposal.secret = target.proposal.secret.map { $0 + secrets }
      submission.persons.append(target)
    }
    rejections.append(contentsOf: other.rejections)
    notices.merge(other.notices) { mine, _ in mine }
    for (place, sheet) in other.submission.sheets.enumerated() {
      submission.sheets[place].gaps.formUnion(sheet.gaps)
      if sheet.hasGapForAll { submission.sheets[place].hasGapForAll = true }
    }
  }

  /// Rejects the row being read if it has a fault; whether it was.
  mutating func rejects(_ reader: borrowing RowReader, sheet: Int) -> Bool {
    guard let fault = reader.fault else {
      if let (sign, column) = reader.removed {
        notices[sheet, default: SheetNotices()].note(removed: sign, column, reader)
      }
      return false
    }
    noteGap(reader, sheet: sheet)
    rejections.append(
      Rejection(
        sheet: sheet, line: reader.sheet.line(reader.row), column: fault.column,
        kind: fault.kind, detail: fault.detail))
    pending.removeAll(keepingCapacity: true)
    return true
  }

  /// Notes that the sheet does not tell all of the person that a rejected row is about, or, where
  /// nobody can tell who that is, of anybody.
  private mutating func noteGap(_ reader: borrowing RowReader, sheet: Int) {
    guard let column = reader.subject, sheet < submission.sheets.count else { return }
    let file = reader.sheet.text(reader.row, column)
    if let person = people[file] {
      submission.sheets[sheet].gaps.insert(person)
    } else if reader.tellsOfPeople, !unregistered.contains(file), !directory.isErased(file: file) {
      submission.sheets[sheet].hasGapForAll = true
    }
  }

  /// Gives the row being read a place in the batch.
  mutating func accept(_ reader: borrowing RowReader, sheet: Int) -> Int32 {
    submission.rows.append(
      Submission.Row(sheet: Int16(sheet), line: Int32(reader.sheet.line(reader.row))))
    return Int32(submission.rows.count - 1)
  }

  /// Notes an event of the row being read; `finish` proposes it.
  mutating func say(
    _ person: PersonNumber?, _ effective: Day?, _ event: PersonEvent, document: Document? = nil,
    secret: PrivateRecord? = nil
  ) {
    guard let person else { return }
    var proposal = Proposal(row: 0, effective: effective, document: document, event: event)
    if let secret, !secret.isEmpty {
      proposal.secret = Int32(submission.secrets.count)
      submission.secrets.append(secret)
    }
    pending.append((person.number, proposal))
  }

  /// Proposes the events of the row being read, or rejects it.
  mutating func finish(_ reader: borrowing RowReader, sheet: Int) {
    if rejects(reader, sheet: sheet) { return }
    let row = accept(reader, sheet: sheet)
    for (stream, proposal) in pending {
      var proposal = proposal
      proposal.row = row
      submission.persons.append(.init(stream: stream, proposal: proposal))
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Proposes an event of an organisation for a row that was accepted.
  mutating func say(
    _ organisation: OrganisationNumber, row: Int32, _ effective: Day?, _ event: OrganisationEvent,
    document: Document? = nil, secret: PrivateRecord? = nil
  ) {
    var proposal = Proposal(row: row, effective: effective, document: document, event: event)
    if let secret, !secret.isEmpty {
      proposal.secret = Int32(submission.secrets.count)
      submission.secrets.append(secret)
    }
    submission.organisations.append(.init(stream: organisation.number, proposal: proposal))
  }
}

extension Preparation {
  /// The person of a file number; a fault where the cell is empty or nobody has it.
  mutating func person(_ reader: inout RowReader, _ column: Int?) -> PersonNumber? {
    guard let file = reader.reference(column) else { return nil }
    if let person = people[file] { return person }
    if directory.isErased(file: file) {
      reader.note(.erased, column)
    } else {
      reader.note(unknown: .unknownPerson, column)
    }
    return nil
  }

  /// The post of a code; a fault where the cell is empty or there is none.
  mutating func position(_ reader: inout RowReader, _ column: Int?) -> PositionNumber? {
    guard let code = reader.reference(column) else { return nil }
    if let position = positions[code] { return position }
    reader.note(unknown: .unknownPosition, column)
    return nil
  }
}

/// A document, or nil where neither number nor date is known.
func document(_ number: String?, _ date: Day?) -> Document? {
  number == nil && date == nil ? nil : Document(number: number, date: date)
}
