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
    let origin = preparation.organisation(&reader, from)
    let destination = preparation.organisation(&reader, to)
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

  /// The origin of each person's first official or internal transfer, by file number: where they
  /// were registered (spec/intake.md, nhan-su). Rows with a fault say nothing.
  mutating func origins(
    _ sheet: Sheet, at sheetPlace: Int, _ preparation: inout Preparation
  ) -> [String: OrganisationNumber] {
    var first: [String: (day: Day, from: OrganisationNumber)] = [:]
    var reader = RowReader(sheet, preparation.dayColumns[sheetPlace])
    for place in 0..<sheet.count {
      reader.turn(to: place)
      guard let file = reader.required(person), let row = transfer(&reader, &preparation),
        reader.fault == nil, row.transfer.kind != .temporary
      else { continue }
      if let known = first[file], known.day <= row.introduced { continue }
      first[file] = (row.introduced, row.transfer.from)
    }
    return first.mapValues(\.from)
  }
}
