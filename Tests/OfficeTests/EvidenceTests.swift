import Cadre
import Intake
import Office
import TestSupport
import Testing

/// Every verdict leads, index by index, to a file and a row (spec/domain.md sections 4 and 6).
@Suite struct EvidenceTests {
  @Test func `evidence of every row on the Bloc leads to a line about the person`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    let sheets = SampleSheets.folder("bloc")
    try ledger.take([sheets])
    let entries = try ledger.events()
    let lines = try SampleSheets.lines(of: sheets)
    let day = try #require(Day(text: "2023-06-01"))
    let list = try ledger.eligibility(Inquiry(on: day), now: askedAt)
    #expect(list.rows.count == 704)
    let counting = Counting(entries, at: list.standpoint.known)
    for row in list.rows {
      let faults = counting.faults(of: row)
      #expect(faults == [], "\(row.who.file ?? "") \(row.positionCode)")
      for index in Set(row.judgement.requirements.flatMap(\.evidence)) {
        let entry = entries[Int(index.number)]
        if case .ledger(.sheetClaimed) = entry.event { continue }
        let line = try #require(entry.line(in: lines, entries), "\(index)")
        let cell = line.prefix { $0 != ";" }.filter { !$0.isWhitespace }
        #expect(cell == row.who.file, "\(index): \(line)")
      }
    }
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `evidence counts at K, whatever was retracted since`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<80 { try office.work() }
    let entries = try ledger.events()
    var rows = 0
    for known in office.sizes.suffix(5) {
      for text in ["2021-01-20", "2024-02-15"] {
        let inquiry = Inquiry(on: Day(text: text), known: .size(known))
        let list = try ledger.eligibility(inquiry, now: askedAt)
        rows += list.rows.count
        let counting = Counting(entries, at: LogSize(known))
        for row in list.rows {
          let faults = counting.faults(of: row)
          #expect(faults == [], "seed \(seed), K \(known), \(row.who) \(row.positionCode)")
        }
      }
    }
    print("seed \(seed): \(rows) rows")
  }
}

/// Which events count at K, and whose they are, worked out from the log alone.
private struct Counting {
  private let entries: [LogEntry]
  private let known: LogSize
  private var withdrawn: Set<UInt64> = []
  private var same: [PersonNumber: Set<PersonNumber>] = [:]

  init(_ entries: [LogEntry], at known: LogSize) {
    self.entries = entries
    self.known = known
    let seen = entries.prefix(Int(known.count))
    // Later retractions decide on earlier ones.
    for entry in seen.reversed() where !withdrawn.contains(entry.index.number) {
      if let target = entry.event.retraction?.target { withdrawn.insert(target.number) }
    }
    for entry in seen where counts(entry.index) {
      if case .person(.samePerson(let other)) = entry.event,
        case .person(let person) = entry.stream
      {
        same[person, default: []].insert(other)
        same[other, default: []].insert(person)
      }
    }
  }

  /// What is wrong with the evidence of a row; nothing, where it is as it should be.
  func faults(of row: Assessment) -> [String] {
    var faults: [String] = []
    for requirement in row.judgement.requirements {
      if requirement.status == .met, requirement.id.needsEvidence, requirement.evidence.isEmpty {
        faults.append("\(requirement.id) is met by nothing")
      }
      for index in requirement.evidence {
        if let fault = fault(of: index, requirement.id, row) {
          faults.append("\(requirement.id): \(index.number) \(fault)")
        }
      }
    }
    return faults
  }

  private func fault(
    of index: LogIndex, _ requirement: RequirementID, _ row: Assessment
  ) -> String? {
    guard known.knows(index) else { return "is past K" }
    let entry = entries[Int(index.number)]
    if !counts(index) { return "does not count" }
    if !requirement.types.contains(entry.event.type) { return "is \(entry.event.type)" }
    return isOf(row, entry) ? nil : "is of \(entry.stream)"
  }

  func counts(_ index: LogIndex) -> Bool { !withdrawn.contains(index.number) }

  /// Whether an event is of a row's person or post, of an organisation, or a sheet received.
  func isOf(_ row: Assessment, _ entry: LogEntry) -> Bool {
    switch entry.stream {
    case .ledger:
      if case .ledger(.sheetClaimed) = entry.event { return true } else { return false }
    case .organisation: return entry.event.type == .suspensionLifted
    case .position(let position): return position == row.position
    case .person(let person):
      var met: Set<PersonNumber> = [row.who.person]
      var waiting = [row.who.person]
      while let next = waiting.popLast() {
        for other in same[next] ?? [] where met.insert(other).inserted { waiting.append(other) }
      }
      return met.contains(person)
    }
  }
}

extension RequirementID {
  /// Whether it cannot be met without an event that says so.
  fileprivate var needsEvidence: Bool {
    switch self {
    case .discipline, .suspension, .impediment: false
    default: true
    }
  }

  /// The types of events that may decide it.
  fileprivate var types: Set<EventType> {
    switch self {
    case .membership:
      [.prospectIntroduced, .admitted, .recognised, .membershipEnded, .sheetClaimed]
    case .planning:
      [.planningEntered, .planningLeft, .disciplined, .standardsConcluded, .sheetClaimed]
    case .theory: [.theoryAttained, .sheetClaimed]
    case .standards: [.standardsConcluded, .sheetClaimed]
    case .screening: [.screened, .sheetClaimed]
    case .rating: [.rated, .sheetClaimed]
    case .discipline: [.disciplined, .appointed, .sheetClaimed]
    case .age: [.personRegistered, .profileAmended, .appointed]
    case .assets: [.assetsDeclared, .sheetClaimed]
    case .qualification: [.qualificationAttained, .sheetClaimed]
    case .tenure: [.appointed, .relieved, .membershipEnded, .sheetClaimed]
    case .suspension: [.suspensionLifted]
    case .impediment: [.impeded]
    }
  }
}
