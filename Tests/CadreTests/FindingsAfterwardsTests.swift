import Testing

@testable import Cadre

/// What later knowledge makes of a decision that was judged on what was known then.
@Suite struct FindingsAfterwardsTests {
  /// Someone appointed director on 1/6/2023 who lacked nothing, told further things after it.
  private func appointed(
    _ later: (inout Sound) -> Void
  ) throws -> (findings: [Finding], index: LogIndex) {
    var sound = Sound()
    let index = sound.world.tell(
      sound.person, on: "2023-06-01",
      .appointed(Appointed(position: sound.post, kind: .appointment)))
    sound.tell(
      "2023-06-01",
      .planningLeft(
        position: sound.post, term: Term(firstYear: 2020, lastYear: 2025), reason: .appointed))
    let then = sound.world.known
    later(&sound)
    return (sound.world.findings(about: index, of: sound.person, then: then), index)
  }

  @Test func `who lacked nothing was rightly appointed, and remains so`() throws {
    #expect(try appointed { _ in }.findings.isEmpty)
  }

  @Test func `a paper of before that became known later makes a finding arise`() throws {
    let found = try appointed { sound in
      sound.tell(
        "2023-05-01",
        .disciplined(
          Disciplined(system: .party, form: .warning, announcedOn: day("2023-05-01"))))
    }
    #expect(found.findings.map(\.requirement) == [.planning, .discipline])
    #expect(found.findings.allSatisfy { $0.afterwards == .arisen && $0.event == found.index })
  }

  @Test func `a finding whose ground is taken away is resolved`() throws {
    var sound = Sound()
    let warning = sound.tell(
      "2022-10-01", .impeded(kind: .inspection, until: day("2023-12-01")))
    let index = sound.world.tell(
      sound.person, on: "2023-06-01",
      .appointed(Appointed(position: sound.post, kind: .appointment)))
    let then = sound.world.known
    sound.world.retract(warning, of: sound.person)
    let findings = sound.world.findings(about: index, of: sound.person, then: then)
    #expect(findings.map(\.requirement) == [.impediment])
    #expect(findings.map(\.afterwards) == [.resolved])
    #expect(findings.map(\.known) == [then])
  }

  @Test func `what was not known and is a breach now is confirmed, the other way is doubtful`()
    throws
  {
    var world = World()
    let person = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let admitted = world.admit(person, course: nil)
    let then = world.known
    world.tell(
      person, on: "2018-01-01",
      .courseCompleted(
        CourseCompleted(course: .prospects, certificate: "1", issued: day("2018-01-01"))))
    let confirmed = world.findings(about: admitted, of: person, then: then)
    #expect(confirmed.map(\.status) == [.unknown])
    #expect(confirmed.map(\.afterwards) == [.confirmed])

    let other = world.person(in: world.organisation(), born: "1995-06-01", sex: .male)
    let second = world.admit(other, course: "2018-01-01")
    let before = world.known
    world.retract(LogIndex(second.number - 1), of: other)
    let doubtful = world.findings(about: second, of: other, then: before)
    #expect(doubtful.map(\.status) == [.breach])
    #expect(doubtful.map(\.afterwards) == [.doubtful])
  }

  @Test func `a decision of after the day asked, or of another tree, is not judged`() {
    var sound = Sound()
    let index = sound.world.tell(
      sound.person, on: "2023-07-01",
      .appointed(Appointed(position: sound.post, kind: .appointment)),
      document: Document(number: "1", date: day("2023-06-20")))
    let world = sound.world
    #expect(world.findings(about: index, of: sound.person, on: "2023-06-19").isEmpty)
    sound.world.tell(
      sound.unit, on: "2023-06-20", .handedOver(receiver: sound.unit, headcount: Headcount()))
    #expect(sound.world.findings(about: index, of: sound.person).isEmpty)
  }

  @Test func `between two changes of the tree every day has the tree it would have alone`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top, sector: .agency, since: "2020-02-01")
    let post = world.position(.government, .director, in: unit)
    world.tell(unit, on: "2022-05-01", .suspensionLifted)
    world.tell(post, on: "2023-05-01", .amended(PositionAmended(seats: 2)))
    world.tell(unit, on: "2024-05-01", .merged(into: top))
    let shared = world.surroundings()
    for text in [
      "2019-01-01", "2020-01-31", "2020-02-01", "2020-02-02", "2022-04-30", "2022-05-01",
      "2023-04-30", "2023-05-01", "2024-04-30", "2024-05-01", "2030-01-01",
    ] {
      #expect(shared.posts(on: day(text)) == world.table().on(world.tree().on(day(text))))
    }
  }
}
