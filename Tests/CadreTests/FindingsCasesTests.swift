import Testing

@testable import Cadre

/// The worked cases of spec/rules.md that findings decide.
@Suite struct FindingsCasesTests {
  @Test(arguments: [("2025-01-14", false), ("2025-01-15", true), ("2025-02-03", true)])
  func `T2: a certificate older than 60 months at the vote is a finding`(
    vote: String, isFound: Bool
  ) throws {
    var world = World()
    let unit = world.organisation()
    let person = world.person(in: unit, born: "1995-06-01", sex: .female)
    let admitted = world.admit(
      person, vote: vote, decided: "2025-02-20", ceremony: "2025-02-25", course: "2020-01-15")
    let findings = world.findings(about: admitted, of: person)
    #expect(findings.map(\.kind) == (isFound ? [.admissionCertificate] : []))
    guard isFound else { return }
    let finding = try #require(findings.first)
    #expect(finding.status == .breach)
    #expect(finding.day == day(vote))
    #expect(finding.event == admitted)
    #expect(finding.needed == .months(60))
    #expect(finding.found == .certificate(issued: day("2020-01-15"), until: day("2025-01-15")))
    #expect(finding.parameter == .admissionCertificateMonths)
    #expect(finding.basis?.text == "01-HD/TW")
    #expect(!finding.verified)
    #expect(finding.person == person)
    #expect(finding.organisation == unit)
    #expect(finding.afterwards == .same)
  }

  @Test(arguments: [("1969-01-20", "2024-02-01"), ("1966-01-20", "2024-02-01")])
  func `T3: applicants of 55 and 58 are no finding`(born: String, vote: String) {
    var world = World()
    let person = world.person(in: world.organisation(), born: born, sex: .male)
    let admitted = world.admit(person, vote: vote)
    #expect(world.findings(about: admitted, of: person).isEmpty)
  }

  @Test(arguments: [(9, false), (10, true)])
  func `T5: of 47 rated good at most 9 may be excellent`(excellent: Int, isFound: Bool) throws {
    var world = World()
    let unit = world.organisation(under: world.organisation(.superior))
    let cell = world.organisation(.cell, under: unit)
    var tally = RatingTally()
    var last = LogIndex(0)
    var people: [PersonNumber] = []
    for place in 0..<(47 + excellent) {
      let person = world.member(in: place % 2 == 0 ? unit : cell)
      let grade = place < 47 ? Grade.good : .excellent
      last = world.tell(person, on: "2023-12-31", .rated(year: 2023, grade: grade))
      people.append(person)
    }
    let surroundings = world.surroundings()
    let roots = GrassrootsByYear(surroundings)
    for person in people { tally.add(world.state(person), upTo: day("2024-01-01"), roots) }
    let findings = tally.findings(surroundings.rules, known: world.known)
    #expect(findings.count == (isFound ? 1 : 0))
    guard isFound else { return }
    let finding = try #require(findings.first)
    #expect(finding.kind == .excellentShare)
    #expect(finding.organisation == unit)
    #expect(finding.needed == .atMost(9))
    #expect(finding.found == .rated(excellent: 10, good: 47))
    #expect(finding.evidence.count == 10)
    #expect(finding.event == last)
    #expect(finding.day == day("2023-12-31"))
  }

  @Test func `T11: an appointment before the diploma is a finding, known before and after it`()
    throws
  {
    var sound = Sound()
    let post = sound.world.position(.government, .deputyDivisionHead, in: sound.unit)
    let person = sound.world.member(in: sound.unit, born: "1985-02-01", sex: .male)
    let appointed = sound.world.tell(
      person, on: "2023-03-10", .appointed(Appointed(position: post, kind: .appointment)),
      document: Document(number: "1", date: day("2023-03-01")))
    let recorded = sound.world.known
    sound.world.tell(
      person, on: "2023-06-01",
      .theoryAttained(
        TheoryAttained(level: .intermediate, proof: .diploma, issuedOn: day("2023-06-01"))))
    for then in [recorded, sound.world.known] {
      let findings = sound.world.findings(about: appointed, of: person, then: then)
      let theory = try #require(findings.first { $0.requirement == .theory })
      #expect(theory.kind == .appointment)
      #expect(theory.status == .breach)
      #expect(theory.day == day("2023-03-01"), "the day of the decision, not of its effect")
      #expect(theory.needed == .requirement(.theory(.intermediate)))
      #expect(theory.afterwards == .same)
      #expect(theory.known == then)
    }
    let opinion = sound.world.judge(person, on: "2026-01-01").opinion(
      on: try #require(sound.world.people[Int(person.number)].first { $0.index == appointed }))
    #expect(opinion.theory?.status == .unmet)
  }

  @Test(arguments: [("2021-08-31", false), ("2021-09-01", true)])
  func `T4, T15: the age of a recorded appointment is that of the month of its dossier`(
    dossier: String, isFound: Bool
  ) {
    var sound = Sound()
    let person = sound.world.member(in: sound.unit, born: "02/1965", sex: .male)
    let appointed = sound.world.tell(
      person, on: "2021-10-20",
      .appointed(
        Appointed(
          position: sound.post, kind: .appointment, dossierReceivedOn: day(dossier))),
      document: Document(number: "1", date: day("2021-10-20")))
    let findings = sound.world.findings(about: appointed, of: person)
    #expect(findings.contains { $0.requirement == .age } == isFound)
    #expect(findings.contains { $0.requirement == .planning })
  }
}
