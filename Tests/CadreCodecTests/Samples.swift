import Cadre

/// One event of every type with every field, and one with none that may be absent where there is
/// such; their bytes are frozen in GoldenBytes.swift.
struct Sample {
  let name: String
  let stream: Stream
  let event: Event

  init(_ name: String, _ stream: Stream, _ event: Event) {
    self.name = name
    self.stream = stream
    self.event = event
  }
}

func digest(_ byte: UInt8) -> Digest {
  guard let digest = Digest([UInt8](repeating: byte, count: 32)) else {
    preconditionFailure("32 bytes are a digest")
  }
  return digest
}

let samples = ledgerSamples + organisationSamples + positionSamples + personSamples

private let ledgerSamples: [Sample] = [
  .ledger("opened", .ledgerOpened(origin: "cadreledger/0123456789abcdef")),
  .ledger("rules", .rulesAdopted(id: "2025-01", content: "{\"rules\":[]}")),
  .ledger(
    "holidays", .holidaysAdopted(year: 2025, days: [Day(number: 20_089), Day(number: 20_210)])),
  .ledger(
    "sheet",
    .sheetReceived(
      SheetReceived(
        sheet: "nhan-su", sha256: digest(1), rows: 8_200,
        ownClaim: .subtree(of: OrganisationNumber(3))))),
  .ledger(
    "sheet of all",
    .sheetReceived(
      SheetReceived(sheet: "nhan-su", sha256: digest(1), rows: 0, ownClaim: .subtree(of: nil)))),
  .ledger(
    "sheet of some",
    .sheetReceived(
      SheetReceived(
        sheet: "ky-luat", sha256: digest(1), rows: 2, gaps: [PersonNumber(7), PersonNumber(300)],
        ownClaim: .nobody))),
  .ledger(
    "sheet that claims nothing",
    .sheetReceived(SheetReceived(sheet: "ky-luat", sha256: digest(1), rows: 2))),
  .ledger(
    "sheet with gaps",
    .sheetReceived(
      SheetReceived(
        sheet: "ky-luat", sha256: digest(1), rows: 2, gaps: [PersonNumber(7)],
        hasGapForAll: true))),
  .ledger(
    "claim",
    .sheetClaimed(
      SheetClaimed(
        sheet: "ky-luat", organisation: OrganisationNumber(3), until: Day(number: 20_758),
        sha256: digest(1), listed: 2))),
  .ledger(
    "claim for all",
    .sheetClaimed(
      SheetClaimed(
        sheet: "ky-luat", organisation: nil, until: Day(number: 20_758), sha256: digest(1),
        listed: 0))),
  .ledger(
    "report",
    .reportPublished(
      ReportPublished(
        question: "ready", on: Day(number: 19_509), known: LogSize(150_000), rules: "2025-01",
        sha256: digest(2)))),
  .ledger(
    "seal",
    .headsSealed(
      HeadsSealed(upTo: LogSize(150_000), counts: [1, 420, 900, 8_200], root: digest(3)))),
  .ledger(
    "rebuild",
    .rebuildAttested(
      RebuildAttested(
        size: LogSize(150_001), root: digest(4), layout: 1, digest: digest(5), differences: 0))),
  .ledger(
    "retraction", .retracted(Retraction(target: LogIndex(2), reason: .supersededByCorrection))),
]

private let organisationSamples: [Sample] = [
  .organisation(
    "established",
    .established(
      OrganisationEstablished(
        code: "38.168.001", name: "Chi bộ Văn phòng", kind: .cell, sector: .agency,
        parent: OrganisationNumber(2)))),
  .organisation(
    "external",
    .established(OrganisationEstablished(code: nil, name: "Đảng ủy tỉnh bạn", kind: .external))),
  .organisation(
    "amended",
    .amended(
      OrganisationAmended(
        name: "Chi bộ Hành chính", code: "38.168.002", kind: .grassrootsCell, sector: .publicUnit))
  ),
  .organisation("amended nothing", .amended(OrganisationAmended())),
  .organisation("reparented", .reparented(parent: OrganisationNumber(300))),
  .organisation(
    "handed over",
    .handedOver(
      receiver: OrganisationNumber(4), headcount: Headcount(members: 120, probationers: 7))),
  .organisation(
    "handed over uncounted",
    .handedOver(receiver: OrganisationNumber(4), headcount: Headcount())),
  .organisation(
    "received",
    .received(from: OrganisationNumber(5), headcount: Headcount(members: nil, probationers: 7))),
  .organisation("merged", .merged(into: OrganisationNumber(6))),
  .organisation("dissolved", .dissolved),
  .organisation("suspension lifted", .suspensionLifted),
  .organisation("rated", .rated(year: 2024, grade: .excellent)),
  .organisation(
    "activity of a year",
    .activityRecorded(
      ActivityRecorded(kind: .article, period: .year(2024), percent: Hundredths(8_550)))),
  .organisation(
    "activity of a month",
    .activityRecorded(
      ActivityRecorded(
        kind: .inspectionTraining, period: .month(Month(year: 2024, month: 5))))),
  .organisation(
    "retraction", .retracted(Retraction(target: LogIndex(70_000), reason: .typingError))),
]

private let positionSamples: [Sample] = [
  .position(
    "defined",
    .defined(
      PositionDefined(
        code: "TP-01", title: "Trưởng phòng", organisation: OrganisationNumber(12),
        line: .government, class: .divisionHead, seats: 1, decidedBy: "Ban Thường vụ"))),
  .position(
    "defined briefly",
    .defined(
      PositionDefined(
        code: "UV", title: "Ủy viên", organisation: OrganisationNumber(12), line: .party,
        class: .committeeMember, seats: 30))),
  .position(
    "amended",
    .amended(
      PositionAmended(
        code: "TP-02", title: "Phó trưởng phòng", organisation: OrganisationNumber(13),
        line: .union, class: .deputyDivisionHead, seats: 2, decidedBy: "Đảng ủy"))),
  .position("amended nothing", .amended(PositionAmended())),
  .position("abolished", .abolished),
  .position("retraction", .retracted(Retraction(target: LogIndex(9), reason: .duplicate))),
]

extension Sample {
  static func ledger(_ name: String, _ event: LedgerEvent) -> Sample {
    Sample("ledger: \(name)", .ledger, .ledger(event))
  }

  static func organisation(_ name: String, _ event: OrganisationEvent) -> Sample {
    Sample(
      "organisation: \(name)", .organisation(OrganisationNumber(7)), .organisation(event))
  }

  static func position(_ name: String, _ event: PositionEvent) -> Sample {
    Sample("position: \(name)", .position(PositionNumber(300)), .position(event))
  }

  static func person(_ name: String, _ event: PersonEvent) -> Sample {
    Sample("person: \(name)", .person(PersonNumber(8_200)), .person(event))
  }
}
