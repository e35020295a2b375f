import Testing

@testable import Cadre

/// Facts that several files of one person keep count once (Office.docc/Readiness.md).
@Suite struct JoinedFactsTests {
  private let first = PersonNumber(1)
  private let second = PersonNumber(2)
  private let third = PersonNumber(3)

  private func appointed(
    _ index: UInt64, _ on: String = "2022-10-01", _ kind: AppointmentKind = .appointment,
    number: String? = "1-QĐ", changes: [Fact<PersonEvent>.Change] = []
  ) -> Fact<PersonEvent> {
    Fact(
      index: LogIndex(index), effective: day(on), document: Document(number: number, date: nil),
      event: .appointed(Appointed(position: PositionNumber(1), kind: kind)), changes: changes)
  }

  private func join(
    _ streams: [(number: PersonNumber, facts: [Fact<PersonEvent>])], known: UInt64 = 100
  ) -> (stands: [UInt64], conflicts: [[UInt64]]) {
    let joined = JoinedFacts(streams, known: LogSize(known))
    return (
      joined.facts.map(\.index.number),
      joined.conflicts.map { [$0.stands.number, $0.leftOut.number] }
    )
  }

  @Test func `of one fact in several files the earliest in the log stands`() {
    let found = join([
      (first, [appointed(9)]), (second, [appointed(5)]), (third, [appointed(7)]),
    ])
    #expect(found.stands == [5])
    #expect(found.conflicts.isEmpty)
  }

  @Test func `facts of other days, posts or kinds are other facts`() {
    let found = join([
      (first, [appointed(1)]),
      (second, [appointed(2, "2022-10-02"), appointed(3, "2022-10-01", .reappointment)]),
    ])
    #expect(found.stands == [1, 2, 3])
  }

  @Test func `facts of one file never stand in each other's way`() {
    let found = join([(first, [appointed(1), appointed(8)]), (second, [appointed(4)])])
    #expect(found.stands == [1, 8])
  }

  @Test func `what is left out though it says something else is named`() {
    let found = join([(first, [appointed(6)]), (second, [appointed(4, number: "2-QĐ")])])
    #expect(found.stands == [4])
    #expect(found.conflicts == [[4, 6]])
  }

  @Test func `what does not count stands in nobody's way, and is kept`() {
    let gone = [Fact<PersonEvent>.Change(index: LogIndex(20), counts: false)]
    let streams = [
      (number: first, facts: [appointed(3, changes: gone)]),
      (number: second, facts: [appointed(5)]),
    ]
    #expect(join(streams).stands == [3, 5])
    #expect(join(streams, known: 20).stands == [3])
    #expect(join(streams, known: 4).stands == [3, 5])
  }

  @Test func `a recognition belongs to an admission, counted once`() {
    func admitted(_ index: UInt64, _ on: String) -> Fact<PersonEvent> {
      Fact(
        index: LogIndex(index), effective: day(on), document: nil,
        event: .admitted(Admitted(kind: .admission, ceremonyOn: day(on))))
    }
    func recognised(_ index: UInt64, _ on: String) -> Fact<PersonEvent> {
      Fact(
        index: LogIndex(index), effective: day(on), document: nil,
        event: .recognised(decidedOn: day(on)))
    }
    let found = join([
      (first, [admitted(1, "2010-10-09"), recognised(2, "2011-12-09")]),
      (second, [admitted(3, "2010-10-09"), recognised(4, "2011-12-10")]),
    ])
    #expect(found.stands == [1, 2])
    #expect(found.conflicts == [[2, 4]])
  }

  @Test func `what says who somebody is is not compared`() {
    func same(_ index: UInt64, _ other: PersonNumber) -> Fact<PersonEvent> {
      Fact(
        index: LogIndex(index), effective: nil, document: nil, event: .samePerson(other: other))
    }
    let found = join([
      (first, [same(1, second)]), (second, [same(2, first)]), (third, [same(3, first)]),
    ])
    #expect(found.stands == [1, 2, 3])
  }
}

/// Which of several acts decides, where two fall on one day.
@Suite struct TiesTests {
  private let on = "2023-06-01"

  @Test(arguments: [DisciplineSystem.party, .state])
  func `of bars that end on one day the earliest in the log is shown`(
    system: DisciplineSystem
  ) {
    var sound = Sound()
    let other: DisciplineSystem = system == .party ? .state : .party
    var told: [LogIndex] = []
    for (at, system) in [system, other].enumerated() {
      told.append(
        sound.world.tell(
          sound.person, on: "2022-10-01",
          .disciplined(
            Disciplined(system: system, form: .reprimand, announcedOn: day("2022-10-01"))),
          document: Document(number: "\(at)", date: day("2022-10-01"))))
    }
    let requirement = sound.judge(on)?[.discipline]
    #expect(requirement?.status == .unmet)
    #expect(requirement?.evidence.first == told[0])
    #expect(requirement.map { Set($0.evidence) } == Set(told))
    guard case .bar(let shown, _, _, _) = requirement?.found else {
      Issue.record("no bar is shown")
      return
    }
    #expect(shown == system)
  }

  @Test func `of impediments that end on one day the earliest in the log is shown`() {
    var sound = Sound()
    let later = sound.tell("2023-04-01", .impeded(kind: .inspection, until: nil))
    let earlier = sound.tell("2023-03-01", .impeded(kind: .investigation, until: nil))
    #expect(sound.judge(on)?[.impediment].evidence == [later, earlier])
  }
}

/// A plan that ended, and whether the sheet that would tell of a newer one is complete.
@Suite struct EndedPlanTests {
  private let on = "2023-06-01"
  private let term = Term(firstYear: 2020, lastYear: 2025)

  enum End: CaseIterable { case left, lapsed }

  private func ended(_ end: End) -> (sound: Sound, by: LogIndex) {
    var sound = Sound()
    let by =
      switch end {
      case .left:
        sound.tell(
          "2022-03-01", .planningLeft(position: sound.post, term: term, reason: .yearlyReview))
      case .lapsed:
        sound.tell(
          "2022-03-01", .standardsConcluded(purpose: .planning, result: .unfavourable))
      }
    return (sound, by)
  }

  @Test(arguments: End.allCases)
  func `a complete sheet makes it unmet, without being cited`(end: End) {
    let (sound, by) = ended(end)
    let planning = sound.judge(on)?[.planning]
    #expect(planning?.status == .unmet)
    #expect(planning?.evidence == [sound.entry, by])
    #expect(planning?.missingSheet == nil)
  }

  @Test(arguments: End.allCases)
  func `a gap for the person makes it unknown, on the same evidence`(end: End) {
    var (sound, by) = ended(end)
    sound.world.receive(
      SheetReceived(.planning, gaps: [sound.person], ownClaim: .subtree(of: nil)))
    let planning = sound.judge(on)?[.planning]
    #expect(planning?.status == .unknown)
    #expect(planning?.evidence == [sound.entry, by])
    #expect(planning?.missingSheet == .planning)
    // The receipt before it had no gap, and does not tell instead.
    sound.world.receive(.planning)
    #expect(sound.status(.planning, on) == .unmet)
  }

  @Test(arguments: End.allCases)
  func `without the sheet it is unknown`(end: End) {
    var (sound, _) = ended(end)
    sound.world.forget(.planning)
    #expect(sound.status(.planning, on) == .unknown)
  }
}
