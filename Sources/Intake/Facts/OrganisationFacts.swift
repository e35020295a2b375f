internal import Cadre

/// chuong-trinh: programme activities of an organisation.
struct ActivityFacts: OrganisationSheetFacts {
  private let organisation, kind, period, percent, day, note: Int?
  private var kinds = CodeColumn(Labels.all(ActivityKind.self))

  init(_ columns: SheetColumns) {
    organisation = columns[.organisationCode]
    kind = columns[.activity]
    period = columns[.period]
    percent = columns[.percent]
    day = columns[.day]
    note = columns[.note]
  }

  mutating func read(
    _ reader: inout RowReader, sheet: Int, _ preparation: inout Preparation
  ) {
    let organisation = preparation.organisation(&reader, organisation)
    let kind = reader.required(kind, &kinds)
    let period = reader.requiredPeriod(period)
    let percent = reader.hundredths(percent)
    let day = reader.requiredDay(day)
    let note = reader.text(note, isProse: true)
    if preparation.rejects(reader, sheet: sheet) { return }
    guard let organisation, let kind, let period else { return }
    let row = preparation.accept(reader, sheet: sheet)
    preparation.say(
      organisation, row: row, day,
      .activityRecorded(ActivityRecorded(kind: kind, period: period, percent: percent)),
      secret: note.map { PrivateRecord(remark: $0) })
  }
}

/// xep-loai-to-chuc: the yearly rating of an organisation.
struct OrganisationRatingFacts: OrganisationSheetFacts {
  private let organisation, year, grade: Int?
  private var grades = CodeColumn(Labels.all(Grade.self))

  init(_ columns: SheetColumns) {
    organisation = columns[.organisationCode]
    year = columns[.year]
    grade = columns[.grade]
  }

  mutating func read(
    _ reader: inout RowReader, sheet: Int, _ preparation: inout Preparation
  ) {
    let organisation = preparation.organisation(&reader, organisation)
    let year = reader.requiredRatedYear(year)
    let grade = reader.required(grade, &grades)
    if preparation.rejects(reader, sheet: sheet) { return }
    guard let organisation, let year, let grade else { return }
    let row = preparation.accept(reader, sheet: sheet)
    preparation.say(
      organisation, row: row, .lastOf(year: year), .rated(year: year, grade: grade))
  }
}

/// chuyen-to-chuc: hand-over, reception, merger, dissolution, re-parenting and renaming.
struct ReorganisationFacts: OrganisationSheetFacts {
  private let organisation, action, other, number, decided, effective, members, probationers: Int?
  private var actions = CodeColumn(Labels.all(OrganisationAction.self))

  init(_ columns: SheetColumns) {
    organisation = columns[.organisationCode]
    action = columns[.action]
    other = columns[.counterpart]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    effective = columns[.handedOverOn]
    members = columns[.members]
    probationers = columns[.probationers]
  }

  mutating func read(
    _ reader: inout RowReader, sheet: Int, _ preparation: inout Preparation
  ) {
    let organisation = preparation.organisation(&reader, organisation)
    let action = reader.required(action, &actions)
    let number = reader.requiredCode(number)
    let decided = reader.requiredDay(decided)
    let day = reader.day(effective, else: decided, instead: self.decided)
    let headcount = Headcount(
      members: reader.count(members, limit: 10_000_000),
      probationers: reader.count(probationers, limit: 10_000_000))
    if let all = headcount.members, let part = headcount.probationers, part > all {
      reader.note(.contradiction, probationers)
    }
    var event: OrganisationEvent?
    if let action { event = self.event(action, headcount, &reader, &preparation) }
    if preparation.rejects(reader, sheet: sheet) { return }
    guard let organisation, let event else { return }
    let row = preparation.accept(reader, sheet: sheet)
    preparation.say(
      organisation, row: row, day, event, document: document(number, decided))
  }

  /// Makes the new names of this import known, so that other sheets may use them.
  func addNames(_ sheet: Sheet, _ preparation: inout Preparation) {
    guard let organisation, let action, let other else { return }
    var actions = actions
    for row in 0..<sheet.count {
      guard sheet.value(row, action, of: &actions) == .renaming,
        let number = preparation.organisations[sheet.text(row, organisation)]
      else { continue }
      preparation.index.add(sheet.text(row, other), of: number)
    }
  }

  private func event(
    _ action: OrganisationAction, _ headcount: Headcount, _ reader: inout RowReader,
    _ preparation: inout Preparation
  ) -> OrganisationEvent? {
    switch action {
    case .dissolution: return .dissolved
    case .renaming: return reader.required(other).map { .amended(OrganisationAmended(name: $0)) }
    case .handOver, .reception, .merger, .reparenting: break
    }
    guard let other = preparation.organisation(&reader, other, outside: .founded) else {
      return nil
    }
    switch action {
    case .handOver: return .handedOver(receiver: other, headcount: headcount)
    case .reception: return .received(from: other, headcount: headcount)
    case .merger: return .merged(into: other)
    case .reparenting: return .reparented(parent: other)
    case .dissolution, .renaming: return nil
    }
  }
}
