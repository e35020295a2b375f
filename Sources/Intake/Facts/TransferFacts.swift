internal import Cadre

/// chuyen-sinh-hoat: a transfer introduced, and received where it was.
struct TransferFacts: SheetFacts {
  private let person, kind, from, to, introduced, received, until: Int?
  private var kinds = CodeColumn(Labels.all(TransferKind.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    kind = columns[.kind]
    from = columns[.from]
    to = columns[.to]
    introduced = columns[.introducedOn]
    received = columns[.receivedOn]
    until = columns[.until]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    guard let row = transfer(&reader, &preparation) else { return }
    let transfer = row.transfer
    preparation.say(person, row.introduced, .transferIntroduced(transfer))
    guard let received = row.received else { return }
    preparation.say(
      person, received,
      .transferReceived(
        TransferReceived(
          kind: transfer.kind, introducedOn: row.introduced, from: transfer.from, to: transfer.to)))
  }

  /// A row without its person.
  struct Row {
    var transfer: TransferIntroduced
    var introduced: Day
    var received: Day?
  }

  /// What the row says, whoever it is about; nil where it has a fault.
  mutating func transfer(
    _ reader: inout RowReader, _ preparation: inout Preparation
  ) -> Row? {
    let kind = reader.required(kind, &kinds)
    let origin = preparation.organisation(&reader, from, outside: .founded)
    let destination = preparation.organisation(&reader, to, outside: .founded)
    let day = reader.requiredDay(introduced)
    let received = reader.day(received)
    let until = reader.day(until)
    reader.require(received, in: self.received, notBefore: day)
    reader.require(until, in: self.until, notBefore: day)
    if let origin, origin == destination { reader.note(.contradiction, to) }
    guard let kind, let origin, let destination, let day else { return nil }
    return Row(
      transfer: TransferIntroduced(kind: kind, from: origin, to: destination, until: until),
      introduced: day, received: received)
  }

  /// What the transfers of each person say, by file number (spec/intake.md, nhan-su). Rows with a
  /// fault say nothing.
  mutating func journeys(
    _ sheet: Sheet, at sheetPlace: Int, _ preparation: inout Preparation
  ) -> [String: Journey] {
    var journeys: [String: Journey] = [:]
    var reader = RowReader(sheet, preparation.dayColumns[sheetPlace])
    for place in 0..<sheet.count {
      reader.turn(to: place)
      guard let file = reader.reference(person), let row = transfer(&reader, &preparation),
        reader.fault == nil
      else { continue }
      journeys[file, default: Journey()].add(row)
    }
    return journeys
  }
}

/// What the transfers of one person say of where they were.
struct Journey: Sendable {
  /// Where the first official or internal transfer begins: where they were registered.
  private(set) var origin: OrganisationNumber?
  /// The organisations that the transfers name, of the tree or outside it.
  private(set) var named: Set<OrganisationNumber> = []
  /// The first day on which they were received, or introduced where no reception is known.
  private(set) var firstReception: Day?
  private var begun: Day?

  mutating func add(_ row: TransferFacts.Row) {
    named.insert(row.transfer.from)
    named.insert(row.transfer.to)
    guard row.transfer.kind != .temporary else { return }
    let received = row.received ?? row.introduced
    firstReception = firstReception.map { min($0, received) } ?? received
    if let begun, begun <= row.introduced { return }
    begun = row.introduced
    origin = row.transfer.from
  }
}
