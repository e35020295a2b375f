import Testing

@testable import Cadre

/// Which paper is missing, why, and by when.
@Suite struct PapersTests {
  @Test func `nothing is missing of who is ready`() {
    let sound = Sound()
    #expect(sound.judge("2023-06-01")?.verdict == .ready)
    #expect(sound.world.papers(of: sound.person, on: "2023-06-01").isEmpty)
  }

  @Test func `what leaves a verdict unknown is asked for once for all posts`() throws {
    var sound = Sound()
    let other = sound.world.position(.government, .director, in: sound.unit)
    sound.tell(
      "2021-03-01", .planningEntered(position: other, term: Term(firstYear: 2020, lastYear: 2025)))
    let papers = sound.world.papers(of: sound.person, on: "2024-04-01")
    let rating = try #require(papers.first { $0.kind == .rating })
    #expect(rating.group == .verdictUnknown)
    #expect(rating.year == 2023)
    #expect(rating.by == day("2024-03-31"))
    #expect(rating.isOverdue)
    #expect(rating.positions == [sound.post, other])
    #expect(rating.sheet == "xep-loai")
    #expect(rating.isSheetReceived == true)
    #expect(papers.count { $0.kind == .rating } == 1)
    let declaration = try #require(papers.first { $0.kind == .declaration })
    #expect(declaration.year == 2023)
    #expect(papers.first?.group == .verdictUnknown)
    let conclusion = try #require(papers.first { $0.kind == .conclusion })
    #expect(conclusion.group == .mendsUnmet)
    #expect(conclusion.by == day("2024-02-09"), "the last day it was valid")
    #expect(conclusion.isOverdue)
  }

  @Test func `up to the last day in time a rating of the year before is not asked for`() {
    let sound = Sound()
    #expect(
      !sound.world.papers(of: sound.person, on: "2024-03-31").contains { $0.kind == .rating })
  }

  @Test func `a sheet that was not received is named, and the line says so`() throws {
    let sound = Sound(World(receivingSheets: false), covered: false)
    var world = sound.world
    let plain = world.member(in: sound.unit, born: "1980-01-01", sex: .female)
    world.tell(
      plain, on: "2021-03-01",
      .planningEntered(position: sound.post, term: Term(firstYear: 2020, lastYear: 2025)))
    let theory = try #require(
      world.papers(of: plain, on: "2023-06-01").first { $0.kind == .theory })
    #expect(theory.sheet == "ly-luan-chinh-tri")
    #expect(theory.isSheetReceived == false)
    #expect(theory.requirement == .theory)
  }

  @Test func `whoever holds a post is asked for the rating and declaration past due`() {
    var world = World()
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, .director, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-05-05", .appointed(Appointed(position: post, kind: .appointment)))
    #expect(world.papers(of: person, on: "2024-03-31").isEmpty)
    let papers = world.papers(of: person, on: "2024-04-01")
    #expect(papers.map(\.kind) == [.rating, .declaration])
    #expect(papers.allSatisfy { $0.group == .mendsUnmet && $0.year == 2023 && $0.isOverdue })
  }

  @Test func `the way into the Party asks for certificates and the recognition`() {
    var world = World()
    let person = world.person(in: world.organisation())
    world.tell(person, on: "2022-01-10", .prospectIntroduced(by: .youthUnion))
    let first = world.papers(of: person, on: "2022-02-01")
    #expect(first.map(\.kind) == [.prospectsCertificate])
    #expect(first.first?.by == day("2023-01-10"))
    world.admit(
      person, vote: "2023-01-10", decided: "2023-02-20", ceremony: "2023-03-04",
      course: "2022-05-01")
    #expect(world.papers(of: person, on: "2023-01-01").isEmpty)
    let probation = world.papers(of: person, on: "2023-06-01")
    #expect(probation.map(\.kind) == [.newMembersCertificate])
    #expect(probation.first?.by == day("2024-03-04"))
    let course = CourseCompleted(
      course: .newMembers, certificate: "2", issued: day("2023-09-01"), score: nil)
    world.tell(person, on: "2023-09-01", .courseCompleted(course))
    #expect(world.papers(of: person, on: "2023-09-01").isEmpty)
    let due = world.papers(of: person, on: "2024-07-09")
    #expect(due.map(\.kind) == [.recognition])
    #expect(due.first?.by == day("2024-07-08"))
    #expect(due.first?.isOverdue == true)
  }

  @Test func `a transfer asks the receiving organisation, until it is overtaken`() {
    var world = World()
    let (from, to) = (world.organisation(), world.organisation())
    let person = world.member(in: from)
    let introduced = TransferIntroduced(kind: .official, from: from, to: to)
    world.tell(person, on: "2024-02-01", .transferIntroduced(introduced))
    let papers = world.papers(of: person, on: "2024-03-01")
    #expect(papers.map(\.kind) == [.reception])
    #expect(papers.first?.organisation == to)
    #expect(papers.first?.by == day("2024-04-25"))
    world.tell(
      person, on: "2024-05-01", .membershipEnded(how: .resigned, ground: .other))
    #expect(world.papers(of: person, on: "2024-05-01").isEmpty)
  }

  @Test func `sheets are asked for by grassroots organisation, or for all at once`() {
    var world = World(receivingSheets: false)
    let top = world.organisation(.superior)
    let (first, second) = (world.organisation(under: top), world.organisation(under: top))
    for sheet in RequiredSheet.allCases where sheet != .theory && sheet != .ratings {
      world.receive(sheet)
    }
    world.receive(.theory, covers: first)
    func sheets(_ under: OrganisationNumber? = nil) -> [MissingPaper] {
      world.papers(on: "2024-01-01").sheets(
        world.subtree(on: "2024-01-01", under: under), world.tree())
    }
    #expect(sheets().map(\.sheet) == ["ly-luan-chinh-tri", "xep-loai"])
    #expect(sheets().map(\.organisation) == [second, nil])
    #expect(sheets(first).map(\.sheet) == ["xep-loai"])
    #expect(sheets(first).map(\.organisation) == [first])
  }
}
