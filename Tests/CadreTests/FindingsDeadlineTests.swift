import Testing

@testable import Cadre

/// Deadlines in working days as findings, on the last day and one past it.
@Suite struct FindingsDeadlineTests {
  // 30 working days after Thursday 1/8/2024: 12/9 without the holiday 2/9, so 13/9.
  @Test(arguments: [("2024-09-13", false), ("2024-09-14", true)])
  func `a ceremony has 30 working days from the decision`(ceremony: String, isFound: Bool) {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let admitted = world.admit(
      person, vote: "2024-07-01", decided: "2024-08-01", ceremony: ceremony)
    let findings = world.findings(about: admitted, of: person)
    #expect(findings.map(\.kind) == (isFound ? [.ceremonyLate] : []))
    guard isFound else { return }
    #expect(findings.first?.status == .breach)
    #expect(findings.first?.needed == .by(day("2024-09-13")))
    #expect(findings.first?.found == .day(day("2024-09-14")))
    #expect(findings.first?.parameter == .admissionCeremonyWorkingDays)
  }

  @Test func `a year without holidays is named, and nothing in time without any is late`() {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let known = world.admit(
      person, vote: "2024-07-01", decided: "2024-08-01", ceremony: "2024-09-12")
    #expect(world.findings(about: known, of: person, calendar: WorkingDays()).isEmpty)
    let other = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let doubtful = world.admit(
      other, vote: "2024-07-01", decided: "2024-08-01", ceremony: "2024-09-13")
    let findings = world.findings(about: doubtful, of: other, calendar: WorkingDays())
    #expect(findings.map(\.status) == [.unknown])
    #expect(findings.map(\.needed) == [.workingDays(30, noListFor: 2024)])
  }

  // 90 working days after Monday 4/3/2024 end on Monday 8/7/2024.
  @Test(arguments: [("2024-07-08", false), ("2024-07-09", true)])
  func `a recognition has 90 working days from the end of probation`(
    decided: String, isFound: Bool
  ) {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let admitted = world.admit(
      person, vote: "2023-01-10", decided: "2023-02-20", ceremony: "2023-03-04",
      course: "2022-05-01")
    let recognised = world.tell(person, on: decided, .recognised(decidedOn: day(decided)))
    #expect(world.findings(about: admitted, of: person).isEmpty)
    let findings = world.findings(about: recognised, of: person)
    #expect(findings.map(\.kind) == (isFound ? [.recognitionLate] : []))
    guard isFound else { return }
    #expect(findings.first?.needed == .by(day("2024-07-08")))
    #expect(findings.first?.event == recognised)
    #expect(findings.first?.evidence == [recognised, admitted])
    #expect(findings.first?.day == day("2024-07-09"))
  }

  @Test func `a recognition that has not come is found from the day after its deadline`() {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let admitted = world.admit(
      person, vote: "2023-01-10", decided: "2023-02-20", ceremony: "2023-03-04",
      course: "2022-05-01")
    #expect(world.judge(person, on: "2024-07-08").standing().isEmpty)
    let overdue = world.judge(person, on: "2024-07-09").standing()
    #expect(overdue.map(\.kind) == [.recognitionLate])
    #expect(overdue.map(\.event) == [admitted])
    #expect(overdue.map(\.found) == [.nothing])
    #expect(overdue.map(\.day) == [day("2024-07-09")])
    world.tell(person, on: "2024-07-01", .membershipEnded(how: .struckOff, ground: .other))
    #expect(world.judge(person, on: "2024-07-09").standing().isEmpty)
  }

  // 60 working days after Thursday 1/2/2024 end on Thursday 25/4/2024.
  @Test(arguments: [("2024-04-25", false), ("2024-04-26", true)])
  func `a transfer has 60 working days from introduction to reception`(
    received: String, isFound: Bool
  ) {
    var world = World()
    let (from, to) = (world.organisation(), world.organisation())
    let person = world.member(in: from)
    let introduced = world.tell(
      person, on: "2024-02-01",
      .transferIntroduced(TransferIntroduced(kind: .official, from: from, to: to)))
    #expect(world.judge(person, on: "2024-04-25").standing().isEmpty)
    let overdue = world.judge(person, on: "2024-04-26").standing()
    #expect(overdue.map(\.kind) == [.transferLate])
    #expect(overdue.map(\.event) == [introduced])
    let reception = world.tell(
      person, on: received,
      .transferReceived(
        TransferReceived(
          kind: .official, introducedOn: day("2024-02-01"), from: from, to: to)))
    let findings = world.findings(about: reception, of: person)
    #expect(findings.map(\.kind) == (isFound ? [.transferLate] : []))
    #expect(world.judge(person, on: "2024-12-01").standing().isEmpty)
    if isFound { #expect(findings.first?.organisation == to) }
  }

  @Test func `a reception that comes later does not undo that it was overdue before`() {
    var world = World()
    let (from, to) = (world.organisation(), world.organisation())
    let person = world.member(in: from)
    world.tell(
      person, on: "2024-02-01",
      .transferIntroduced(TransferIntroduced(kind: .official, from: from, to: to)))
    let received = TransferReceived(
      kind: .official, introducedOn: day("2024-02-01"), from: from, to: to)
    world.tell(person, on: "2024-06-01", .transferReceived(received))
    #expect(world.judge(person, on: "2024-05-31").standing().map(\.kind) == [.transferLate])
    #expect(world.judge(person, on: "2024-06-01").standing().isEmpty)
  }

  @Test func `where the rules set no deadline nothing is late`() {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1975-06-01", sex: .male)
    let admitted = world.admit(
      person, vote: "1999-01-01", decided: "1999-02-01", ceremony: "2000-05-01", course: nil)
    #expect(world.findings(about: admitted, of: person).isEmpty)
    #expect(world.judge(person, on: "2024-01-01").standing().isEmpty)
  }
}
