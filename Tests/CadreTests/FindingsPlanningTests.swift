import Testing

@testable import Cadre

/// Planning beyond titles a person and people a title, at each limit and one past it.
@Suite struct FindingsPlanningTests {
  private let term = Term(firstYear: 2020, lastYear: 2025)
  private let next = Term(firstYear: 2025, lastYear: 2030)

  /// A unit with posts that one body decides, and one member.
  private struct Office {
    var world = World()
    let unit: OrganisationNumber
    let person: PersonNumber
    private(set) var posts: [PositionNumber] = []

    init(
      posts count: Int, _ line: Line = .government, _ rank: PositionClass = .divisionHead,
      decidedBy: [String?] = [nil]
    ) {
      unit = world.organisation(sector: .agency)
      person = world.member(in: unit)
      for place in 0..<count {
        let post = world.position(line, rank, in: unit)
        if let body = decidedBy[place % decidedBy.count] {
          world.tell(post, on: nil, .amended(PositionAmended(decidedBy: body)))
        }
        posts.append(post)
      }
    }

    /// Plans the person for the posts; the last entry.
    mutating func plan(_ posts: [PositionNumber], _ term: Term, on text: String) -> LogIndex {
      var last = LogIndex(0)
      for post in posts {
        last = world.tell(person, on: text, .planningEntered(position: post, term: term))
      }
      return last
    }

    /// What is found about the last of the entries that plan the person for the posts.
    mutating func found(
      _ posts: [PositionNumber], _ term: Term, on text: String
    ) -> [Finding] {
      let last = plan(posts, term, on: text)
      return findings(last)
    }

    func findings(_ entry: LogIndex) -> [Finding] { world.findings(about: entry, of: person) }
  }

  @Test func `three posts of one level in a term are allowed, the fourth is a finding`() throws {
    var office = Office(posts: 4)
    let third = office.plan(Array(office.posts[..<3]), term, on: "2022-03-01")
    #expect(office.findings(third).isEmpty)
    let fourth = office.plan([office.posts[3]], term, on: "2022-04-01")
    let finding = try #require(office.findings(fourth).first)
    #expect(finding.kind == .planningTitles)
    #expect(finding.needed == .atMost(3))
    #expect(finding.found == .count(4))
    #expect(finding.term == term)
    #expect(finding.position == office.posts[3])
    #expect(finding.evidence.first == fourth)
    #expect(finding.evidence.count == 4)
    #expect(finding.basis?.text == "50-QĐ/TW")
  }

  @Test func `of entries of one day those recorded first are within the limit`() {
    var office = Office(posts: 5)
    let last = office.plan(office.posts, term, on: "2022-03-01")
    #expect(office.findings(last).map(\.found) == [.count(5)])
    #expect(office.findings(LogIndex(last.number - 1)).map(\.found) == [.count(4)])
    #expect(office.findings(LogIndex(last.number - 2)).isEmpty)
  }

  @Test func `posts of another level, another term, left or lapsed do not count`() {
    var levels = Office(posts: 4, decidedBy: ["A", "A", "A", "B"])
    let levelled = levels.found(levels.posts, term, on: "2022-03-01")
    #expect(levelled.isEmpty)
    var terms = Office(posts: 4)
    _ = terms.plan(Array(terms.posts[..<3]), term, on: "2024-03-01")
    let other = terms.found([terms.posts[3]], next, on: "2024-03-01")
    #expect(other.isEmpty)
    var left = Office(posts: 4)
    _ = left.plan(Array(left.posts[..<3]), term, on: "2022-03-01")
    left.world.tell(
      left.person, on: "2022-04-01",
      .planningLeft(position: left.posts[0], term: term, reason: .yearlyReview))
    let roomy = left.found([left.posts[3]], term, on: "2022-04-01")
    #expect(roomy.isEmpty)
    var lapsed = Office(posts: 4)
    _ = lapsed.plan(Array(lapsed.posts[..<3]), term, on: "2022-03-01")
    lapsed.world.tell(
      lapsed.person, on: "2022-04-01",
      .standardsConcluded(purpose: .planning, result: .unfavourable))
    let lapsing = lapsed.found([lapsed.posts[3]], term, on: "2022-05-01")
    #expect(lapsing.isEmpty)
  }

  @Test func `the same post again is no further title, and before the rule none is too many`() {
    var office = Office(posts: 3)
    _ = office.plan(office.posts, term, on: "2022-03-01")
    let again = office.found([office.posts[0]], term, on: "2022-04-01")
    #expect(again.isEmpty)
    var early = Office(posts: 4)
    let earlyFound = early.found(early.posts, term, on: "2021-12-26")
    #expect(earlyFound.isEmpty)
    let later = early.found(early.posts, next, on: "2021-12-27")
    #expect(!later.isEmpty)
  }

  @Test(arguments: [("2025-10-07", true), ("2025-10-08", false)])
  func `seats in committees count until 7/10/2025`(entered: String, isFound: Bool) {
    var office = Office(posts: 4, .party, .committeeMember)
    let last = office.plan(office.posts, next, on: entered)
    #expect(office.findings(last).isEmpty == !isFound)
    var secretaries = Office(posts: 4, .party, .secretary)
    let counted = secretaries.found(secretaries.posts, next, on: entered)
    #expect(!counted.isEmpty)
  }
}

extension FindingsPlanningTests {
  /// People planned for one post, each with an entry of their own.
  private func planned(
    _ count: Int, seats: Int, on text: String = "2022-03-01", _ rank: PositionClass = .secretary
  ) -> (world: World, entries: [PlannedPerson]) {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.party, rank, in: unit, seats: seats)
    var entries: [PlannedPerson] = []
    for _ in 0..<count {
      let person = world.member(in: unit)
      let index = world.tell(person, on: text, .planningEntered(position: post, term: next))
      entries.append(
        PlannedPerson(
          person: person, title: PlannedTitle(position: post, term: next), entered: day(text),
          index: index, counts: true))
    }
    return (world, entries)
  }

  private func findings(_ world: World, _ entries: [PlannedPerson]) -> [Finding] {
    let people = entries.map { world.state($0.person) }
    return entries.compactMap {
      PlannedPeople.finding($0, among: people, known: world.known, world.surroundings())
    }
  }

  @Test(arguments: [(3, 1, 0), (4, 1, 1), (6, 2, 0), (8, 2, 2)])
  func `three people a seat are allowed, each one more is a finding`(
    people: Int, seats: Int, found: Int
  ) {
    let (world, entries) = planned(people, seats: seats)
    let findings = findings(world, entries)
    #expect(findings.map(\.event) == entries.suffix(found).map(\.index))
    #expect(findings.allSatisfy { $0.kind == .planningPersons && $0.needed == .atMost(3 * seats) })
    if found == 1 {
      #expect(findings.first?.found == .count(4))
      #expect(findings.first?.evidence == [3, 0, 1, 2].map { entries[$0].index })
    }
    let surroundings = world.surroundings()
    #expect(
      PlannedPeople.mayExceed(
        people, for: entries[0].title.position, on: day("2022-03-01"), surroundings) == (found > 0))
  }

  @Test func `who has left makes room, and seats in committees do not count later`() {
    var (world, entries) = planned(4, seats: 1)
    world.tell(
      entries[0].person, on: "2022-02-01",
      .planningLeft(position: entries[0].title.position, term: next, reason: .ownWish))
    #expect(findings(world, entries).count == 1, "left before the entry is another matter")
    world.tell(
      entries[0].person, on: "2022-03-02",
      .planningLeft(position: entries[0].title.position, term: next, reason: .ownWish))
    #expect(findings(world, entries).count == 1, "left only on the day after")
    let (committee, seats) = planned(4, seats: 1, on: "2025-10-08", .committeeMember)
    #expect(findings(committee, seats).isEmpty)
    let (before, old) = planned(4, seats: 1, on: "2025-10-07", .committeeMember)
    #expect(findings(before, old).count == 1)
  }
}
