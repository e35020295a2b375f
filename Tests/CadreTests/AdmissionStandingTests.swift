import Testing

@testable import Cadre

/// Where somebody stands on the way into the Party, on the days on which that changes.
@Suite struct AdmissionStandingTests {
  @Test func `the whole way, a stage after another`() throws {
    var world = World()
    let cell = world.organisation()
    let person = world.person(in: cell)
    world.tell(person, on: "2023-01-10", .prospectIntroduced(by: .youthUnion))
    world.admit(
      person, vote: "2024-02-01", decided: "2024-03-01", ceremony: "2024-03-15",
      course: "2023-06-01")
    let steps: [(String, AdmissionStage?, AdmissionStep?)] = [
      ("2023-01-09", nil, nil), ("2023-01-10", .introduced, .prospectsClass),
      ("2023-06-01", .classPassed, .cellVote), ("2024-02-01", .voted, .decision),
      ("2024-03-01", .decided, .ceremony), ("2024-03-15", .probation, .recognition),
      ("2025-03-14", .probation, .recognition), ("2025-03-15", .recognitionDue, .recognition),
    ]
    for (on, stage, next) in steps {
      let standing = world.standing(person, on: on)
      #expect(standing?.stage == stage, "on \(on)")
      #expect(standing?.next == next, "on \(on)")
    }
    let first = try #require(world.standing(person, on: "2023-02-01"))
    #expect(first.introduction?.by == .youthUnion)
    #expect(first.due?.by == day("2024-01-10"), "the file is redone after twelve months")
    #expect(first.due?.parameter == .admissionFileMonths)
    world.tell(person, on: "2025-04-01", .recognised(decidedOn: day("2025-04-01")))
    #expect(world.standing(person, on: "2025-03-15") == nil, "recognition reaches back")
    let before = try #require(world.standing(person, on: "2025-03-14"))
    #expect(before.next == .recognition, "also where it is recorded for a later day")
  }

  // 30 working days after Thursday 1/8/2024: 12/9 without the holiday 2/9, so 13/9.
  @Test(arguments: [("2024-09-13", false), ("2024-09-14", true)])
  func `a ceremony is overdue from the day after its working days`(on: String, isOver: Bool) throws
  {
    var world = World()
    let person = world.person(in: world.organisation())
    world.admit(person, vote: "2024-07-01", decided: "2024-08-01", ceremony: "2024-10-01")
    let standing = try #require(world.standing(person, on: on))
    #expect(standing.stage == .decided)
    #expect(standing.due?.by == day("2024-09-13"))
    #expect(standing.isOverdue(on: day(on)) == isOver)
  }

  @Test func `a year without a list of holidays is said, and makes nothing overdue by a guess`()
    throws
  {
    var world = World()
    let person = world.person(in: world.organisation())
    world.admit(person, vote: "2024-07-01", decided: "2024-08-01", ceremony: "2024-10-01")
    let early = try #require(
      world.standing(person, on: "2024-09-12", calendar: WorkingDays()))
    #expect(early.due?.by == nil)
    #expect(early.due?.noListFor == 2024)
    #expect(early.due?.notBefore == day("2024-09-12"))
    #expect(early.isOverdue(on: day("2024-09-12")) == false, "holidays only put it off")
    #expect(early.isOverdue(on: day("2024-09-13")) == nil)
  }

  @Test(arguments: [
    ("2027-11-02", CertificateState.valid, AdmissionStep.cellVote),
    ("2027-11-03", .lapsing, .cellVote), ("2028-01-31", .lapsing, .cellVote),
    ("2028-02-01", .lapsed, .prospectsClass),
  ])
  func `a certificate counts for 60 months and is said to lapse 90 days before`(
    on: String, state: CertificateState, next: AdmissionStep
  ) throws {
    var world = World()
    let person = world.person(in: world.organisation())
    world.tell(person, on: "2023-02-01", .prospectIntroduced(by: nil))
    world.tell(
      person, on: "2023-02-01",
      .courseCompleted(
        CourseCompleted(
          course: .prospects, certificate: "1", issued: day("2023-02-01"),
          score: Hundredths(8150))))
    let standing = try #require(world.standing(person, on: on))
    #expect(standing.certificateUntil == day("2028-02-01"))
    #expect(standing.certificateState == state)
    #expect(standing.next == next)
    #expect(standing.due?.by == day("2028-01-31"), "an introduction of the same day is the class's")
    #expect(standing.due?.verified == false)
    #expect(standing.isOverdue(on: day(on)) == (state == .lapsed))
    #expect(standing.certificate?.score == Hundredths(8150))
  }

  @Test func `the class for new members is one since the ceremony`() throws {
    var world = World()
    let person = world.person(in: world.organisation())
    world.admit(person)
    let course = CourseCompleted(
      course: .newMembers, certificate: "2", issued: day("2024-09-01"), score: Hundredths(9000))
    world.tell(person, on: "2024-09-01", .courseCompleted(course))
    #expect(try #require(world.standing(person, on: "2024-08-31")).newMembers == nil)
    #expect(
      try #require(world.standing(person, on: "2024-09-01")).newMembers?.score == Hundredths(9000))
  }

  @Test func `somebody whose membership ended is on the way again from the next vote`() throws {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(person, on: "2019-01-01", .membershipEnded(how: .struckOff, ground: .other))
    #expect(world.standing(person, on: "2024-01-01") == nil)
    world.admit(person, .readmission, course: nil)
    #expect(world.standing(person, on: "2024-02-01")?.stage == .voted)
    #expect(world.standing(person, on: "2024-03-15")?.stage == .probation)
  }
}

/// What admissions add up to.
@Suite struct AdmissionTallyTests {
  @Test func `an admission counts in the sector of its cell on the day of the ceremony`() {
    var world = World()
    let top = world.organisation(.superior)
    let agency = world.organisation(under: top, sector: .agency)
    let enterprise = world.organisation(under: top, sector: .enterprise)
    let cell = world.organisation(.cell, under: agency)
    let outside = world.organisation(.external)
    for (number, place) in [cell, nil, outside].enumerated() {
      let person = world.person(in: enterprise)
      world.tell(
        person, on: "2024-03-15",
        .admitted(Admitted(kind: .admission, ceremonyOn: day("2024-03-15"), cell: place)))
      if number == 0 {
        world.tell(person, on: "2024-06-01", .membershipEnded(how: .resigned, ground: .other))
      }
    }
    world.tell(cell, on: "2024-05-01", .reparented(parent: enterprise))
    let again = world.person(in: enterprise)
    world.tell(
      again, on: "2025-03-15",
      .admitted(Admitted(kind: .readmission, ceremonyOn: day("2025-03-15"), cell: cell)))
    let years = world.admissions(on: "2026-01-01").years
    func count(_ year: Int, _ sector: AdmissionYear.Group) -> AdmissionCount? {
      years.first { $0.year == year && $0.sector == sector }?.count
    }
    #expect(count(2024, .total)?.admissions == 2, "the total is of this ledger's cells")
    #expect(count(2024, .sector(.agency))?.admissions == 1, "before it moved")
    #expect(count(2024, .sector(.enterprise))?.admissions == 1, "where no cell is named")
    #expect(count(2024, .outside)?.admissions == 1)
    #expect(count(2025, .sector(.enterprise)) == count(2025, .total))
    #expect(count(2025, .total)?.readmissions == 1)
    #expect(count(2025, .total)?.admissions == 0)
    #expect(world.admissions(on: "2025-03-14").years.allSatisfy { $0.year == 2024 })
    #expect(world.admissions(on: "2026-01-01", year: 2025).years.allSatisfy { $0.year == 2025 })
    let parts = [agency, enterprise].map { world.admissions(on: "2026-01-01", under: $0).years }
    let total = parts.joined().filter { $0.sector == .total }.reduce(0) { $0 + $1.count.all }
    #expect(total == 3, "the parts of the tree, without the cell outside")
  }

  @Test func `the funnel counts how far those introduced came`() {
    var world = World()
    let cell = world.organisation()
    let waiting = world.person(in: cell)
    world.tell(waiting, on: "2023-01-10", .prospectIntroduced(by: .tradeUnion))
    let admitted = world.person(in: cell)
    world.tell(admitted, on: "2023-01-10", .prospectIntroduced(by: .youthUnion))
    world.admit(admitted)
    let recognised = world.person(in: cell)
    world.tell(recognised, on: nil, .prospectIntroduced(by: .youthUnion))
    world.admit(recognised, vote: "2023-02-01", decided: "2023-03-01", ceremony: "2023-03-15")
    world.tell(recognised, on: "2024-04-01", .recognised(decidedOn: day("2024-04-01")))
    let tally = world.admissions(on: "2024-06-01")
    #expect(tally.funnel.introduced == 3)
    #expect(tally.funnel.classPassed == 2)
    #expect(tally.funnel.admitted == 2)
    #expect(tally.funnel.recognised == 1)
    let union = tally.sources.first { $0.by == .youthUnion }
    #expect(union?.funnel.introduced == 2)
    #expect(union?.funnel.admitted == 2)
    #expect(tally.sources.first { $0.by == .tradeUnion }?.funnel.classPassed == 0)
    #expect(tally.sources.count == 4, "nobody of whom it is not known who introduced")
    #expect(world.admissions(on: "2024-06-01", year: 2023).funnel.introduced == 2)
  }
}
