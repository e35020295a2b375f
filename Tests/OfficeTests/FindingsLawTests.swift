import Cadre
import TestSupport
import Testing

@testable import Office

/// Findings are a pure function of what is known, and each decision keeps the judgement of its
/// time (spec/domain.md sections 2 and 6).
@Suite struct FindingsLawTests {
  static let days = ["2023-06-01", "2026-03-01"]

  /// A ledger after some work at random, on the small sheets.
  private func office(_ seed: UInt64, _ folder: String, steps: Int) throws -> RandomOffice {
    let ledger = try Ledger.made(in: folder)
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for step in 0..<steps {
      try office.work()
      if step.isMultiple(of: 2) { try office.decide() }
    }
    return office
  }

  @Test(arguments: [3, 4, 20_261_124] as [UInt64])
  func `findings with K are those of a ledger of the first K events`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var office = try office(seed, folder.path + "/whole", steps: 80)
    let ledger = office.ledger
    let size = try ledger.status().events
    var sizes = (0..<3).map { _ in
      UInt64.random(in: office.sizes[0]...size, using: &office.random)
    }
    sizes.append(UInt64.random(in: 2...office.sizes[0], using: &office.random))
    sizes.append(size)
    print("seed \(seed): \(size) events, K \(sizes)")
    for (place, known) in sizes.enumerated() {
      let cut = try ledger.cut(to: known, in: "\(folder.path)/\(place)")
      for text in Self.days {
        let day = try #require(Day(text: text))
        let then = try ledger.findings(Inquiry(on: day, known: .size(known)), now: askedAt)
        let alone = try cut.findings(Inquiry(on: day), now: askedAt)
        #expect(then.rows == alone.rows, "seed \(seed), K \(known), on \(text)")
        #expect(then.theory == alone.theory, "seed \(seed), K \(known), on \(text)")
        #expect(then.positions == alone.positions, "seed \(seed), K \(known), on \(text)")
      }
      #expect(try cut.verify().isClean)
    }
  }

  @Test(arguments: [5, 6, 20_261_125] as [UInt64])
  func `a decision is judged as it was when it was the last thing recorded`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let office = try office(seed, folder.path, steps: 120)
    let ledger = office.ledger
    let day = try #require(Day(text: "2026-03-01"))
    let all = try ledger.findings(Inquiry(on: day), now: askedAt).rows.map(\.finding)
    let standing = Set(all.map(\.event))
    var judged = 0
    var begins: UInt64 = 0
    for end in office.sizes {
      let batch = LogIndex(begins)..<LogIndex(end)
      begins = end
      let then = try ledger.findings(Inquiry(on: day, known: .size(end)), now: askedAt).rows
        .map(\.finding)
      let mine = then.filter { batch.contains($0.event) && $0.isOfDecision }.map(\.ofItsTime)
      let kept = all.filter {
        batch.contains($0.event) && $0.isOfDecision && $0.afterwards != .arisen
      }.map(\.ofItsTime)
      #expect(kept.allSatisfy { $0.known == LogSize(end) }, "seed \(seed), K \(end)")
      // A decision retracted since is no longer listed, whatever was found about it.
      #expect(
        Set(kept) == Set(mine.filter { standing.contains($0.event) && kept.holds($0.event) }),
        "seed \(seed), K \(end)")
      judged += kept.count
    }
    print("seed \(seed): \(office.sizes.count) batches, \(judged) judgements, \(all.count) rows")
    #expect(judged > 0)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a filter leaves rows out and changes none`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path)
    try ledger.take([SampleSheets.folder("small")])
    let inquiry = Inquiry(on: Day(text: "2026-03-01"))
    let all = try ledger.findings(inquiry, now: askedAt).rows
    var filter = FindingFilter()
    filter.requirement = .theory
    let theory = try ledger.findings(inquiry, filter, now: askedAt)
    #expect(theory.rows == all.filter { $0.finding.requirement == .theory })
    #expect(theory.theory != nil)
    filter.requirement = .age
    #expect(try ledger.findings(inquiry, filter, now: askedAt).theory == nil)
    filter = FindingFilter()
    filter.since = Day(text: "2023-01-01")
    let late = try ledger.findings(inquiry, filter, now: askedAt).rows
    #expect(late == all.filter { $0.finding.day >= (filter.since ?? .afterAll) })
    #expect(!late.isEmpty && late.count < all.count)
    filter = FindingFilter()
    filter.organisation = "38.168"
    #expect(try ledger.findings(inquiry, filter, now: askedAt).rows == all)
    filter.organisation = "1.2.3"
    #expect(throws: OfficeError(.unknownOrganisation, "1.2.3")) {
      try ledger.findings(inquiry, filter, now: askedAt)
    }
    #expect(try ledger.verify().isClean)
  }
}

extension RandomOffice {
  /// Records a decision that may be against some rule.
  fileprivate mutating func decide() throws {
    let at = day()
    let term = Term(firstYear: 2025, lastYear: 2030)
    let event: PersonEvent
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      event = .appointed(
        Appointed(
          position: position(), kind: Bool.random(using: &random) ? .appointment : .reappointment,
          dossierReceivedOn: at.adding(months: -1)))
    case 1:
      event = .admitted(
        Admitted(
          kind: .readmission, cellVotedOn: at.adding(days: -90), decidedOn: at.adding(days: -50),
          ceremonyOn: at))
    case 2: event = .planningEntered(position: PositionNumber(1), term: term)
    default: event = .recognised(decidedOn: at)
    }
    try record([
      RecordRequest(
        stream: .person(person()), event: .person(event), effective: at,
        document: Document(number: "1-QĐ", date: at.adding(days: -10)))
    ])
  }
}

extension Finding {
  /// Whether it is about a decision, and not about a state or a count on the day asked.
  fileprivate var isOfDecision: Bool {
    switch kind {
    case .appointment, .planningTitles, .planningPersons, .admissionAge, .admissionCertificate,
      .admissionFile, .readmissionEarly, .readmissionRepeated, .readmissionExcluded, .ceremonyLate:
      true
    case .recognitionLate, .transferLate: found != .nothing
    case .excellentShare, .holderBeyondSeats, .holderPastRetirement, .dissolvedWithMembers: false
    }
  }

  /// Without what only later knowledge says: what became of it, and who is one person.
  fileprivate var ofItsTime: Finding {
    var finding = self
    finding.afterwards = .same
    finding.person = nil
    return finding
  }
}

extension [Finding] {
  /// Whether some finding is about an event.
  fileprivate func holds(_ event: LogIndex) -> Bool { contains { $0.event == event } }
}
