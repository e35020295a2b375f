import Testing

@testable import Cadre

/// Admissions and readmissions as findings, at each limit and one past it.
@Suite struct FindingsAdmissionTests {
  /// Kinds, states and what was found about an admission of someone born on a day.
  private func found(
    born: String?, vote: String? = "2024-02-01", course: String? = "2023-02-01"
  ) -> [Finding] {
    var world = World()
    let person = world.person(in: world.organisation(), born: born, sex: .male)
    let admitted = world.admit(person, vote: vote, course: course)
    return world.findings(about: admitted, of: person)
  }

  @Test func `who is 18 in the month of the vote is old enough, who is a month younger is not`() {
    #expect(found(born: "2006-02-28").isEmpty)
    let young = found(born: "2006-03-01")
    #expect(young.map(\.kind) == [.admissionAge])
    #expect(young.map(\.status) == [.breach])
    #expect(young.map(\.found) == [.age(least: 215, most: 215)])
  }

  @Test func `who is over 60 by months needs a decision that the ledger cannot hold`() {
    #expect(found(born: "1964-02-01").isEmpty)
    let old = found(born: "1964-01-31")
    #expect(old.map(\.status) == [.unknown])
    #expect(old.map(\.needed) == [.superiorDecision(above: 60)])
    #expect(old.map(\.found) == [.age(least: 721, most: 721)])
  }

  @Test func `a birth known to the year leaves the age unknown between its ends`() {
    #expect(found(born: "2005").isEmpty)
    #expect(found(born: "2006").map(\.status) == [.unknown])
    #expect(found(born: "2007").map(\.status) == [.breach])
    let none = found(born: nil)
    #expect(none.map(\.status) == [.unknown])
    #expect(none.map(\.missingSheet) == [.people])
  }

  @Test func `without the day of the vote neither age nor an old certificate is known`() {
    let findings = found(born: "1995-06-01", vote: nil, course: "2018-02-01")
    #expect(findings.map(\.kind) == [.admissionAge, .admissionCertificate])
    #expect(findings.map(\.status) == [.unknown, .unknown])
  }

  @Test func `an admission without a certificate is not known to be right`() {
    let findings = found(born: "1995-06-01", course: nil)
    #expect(findings.map(\.kind) == [.admissionCertificate])
    #expect(findings.map(\.status) == [.unknown])
    #expect(findings.map(\.found) == [.nothing])
    // A certificate of after the vote is none.
    #expect(found(born: "1995-06-01", course: "2024-02-02").map(\.found) == [.nothing])
  }

  @Test(arguments: [("2023-02-01", false), ("2023-01-31", true)])
  func `a file of more than 12 months at the vote is a finding`(
    introduced: String, isFound: Bool
  ) {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    world.tell(person, on: introduced, .prospectIntroduced(by: .youthUnion))
    let admitted = world.admit(person, course: "2023-05-01")
    let kinds = world.findings(about: admitted, of: person).map(\.kind)
    #expect(kinds == (isFound ? [.admissionFile] : []))
  }

  @Test func `an introduction on the certificate's day says nothing of the file`() {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    world.tell(person, on: "2021-02-01", .prospectIntroduced(by: nil))
    let admitted = world.admit(person, course: "2021-02-01")
    #expect(world.findings(about: admitted, of: person).isEmpty)
  }
}

extension FindingsAdmissionTests {
  /// Someone whose membership ended and who was admitted again.
  private func readmitted(
    ended: String = "2020-03-01", _ ground: EndingGround? = .absentOrUnpaid,
    decided: String = "2024-03-01", kind: AdmissionKind = .readmission
  ) -> (world: World, person: PersonNumber, again: LogIndex) {
    var world = World()
    let person = world.member(in: world.organisation(), born: "1980-06-01", sex: .male)
    world.tell(person, on: ended, .membershipEnded(how: .struckOff, ground: ground))
    let ceremony = day(decided).adding(days: 14).description
    let again = world.admit(person, kind, decided: decided, ceremony: ceremony)
    return (world, person, again)
  }

  @Test(arguments: [("2021-03-01", false), ("2021-03-02", true)])
  func `36 months must have passed since membership ended`(ended: String, isFound: Bool) {
    let (world, person, again) = readmitted(ended: ended)
    let findings = world.findings(about: again, of: person)
    #expect(findings.map(\.kind) == (isFound ? [.readmissionEarly] : []))
    if isFound {
      #expect(findings.first?.needed == .notBefore(day("2024-03-02")))
      #expect(findings.first?.found == .ended(day("2021-03-02"), .absentOrUnpaid))
    }
  }

  @Test func `what is recorded as a first admission is judged as what it is`() {
    let (world, person, again) = readmitted(ended: "2023-03-02", kind: .admission)
    #expect(world.findings(about: again, of: person).map(\.kind) == [.readmissionEarly])
  }

  @Test(arguments: [EndingGround.askedToLeave, .corruption])
  func `some grounds exclude being admitted again`(ground: EndingGround) {
    let (world, person, again) = readmitted(ground)
    let findings = world.findings(about: again, of: person)
    #expect(findings.map(\.kind) == [.readmissionExcluded])
    #expect(findings.map(\.status) == [.breach])
  }

  @Test func `an ending whose ground is not known excludes perhaps`() {
    let (world, person, again) = readmitted(nil)
    let findings = world.findings(about: again, of: person)
    #expect(findings.map(\.kind) == [.readmissionExcluded])
    #expect(findings.map(\.status) == [.unknown])
  }

  @Test func `a second readmission is one too many`() {
    var (world, person, again) = readmitted(ended: "2016-08-01", decided: "2019-09-02")
    #expect(!world.findings(about: again, of: person).contains { $0.kind == .readmissionRepeated })
    world.tell(person, on: "2020-01-01", .membershipEnded(how: .struckOff, ground: .illHealth))
    let third = world.admit(person, .readmission)
    let findings = world.findings(about: third, of: person)
    #expect(findings.map(\.kind) == [.readmissionRepeated])
    #expect(findings.first?.found == .count(2))
    #expect(findings.first?.evidence == [third, again])
  }

  @Test func `a readmission after an ending that is not known is not known to be in time`() {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1980-06-01", sex: .male)
    let again = world.admit(person, .readmission)
    let findings = world.findings(about: again, of: person)
    #expect(findings.map(\.kind) == [.readmissionEarly])
    #expect(findings.map(\.status) == [.unknown])
  }
}
