import Testing

@testable import Cadre

/// A person's way as stretches of time, as it stood on a day.
@Suite struct CareerSpanTests {
  private struct Way {
    var world = World()
    let person: PersonNumber
    let deputy: PositionNumber
    let director: PositionNumber

    init() {
      let unit = world.organisation()
      deputy = world.position(.government, .deputyDirector, in: unit)
      director = world.position(.government, .director, in: unit)
      person = world.person(in: unit)
    }

    mutating func tell(_ on: String?, _ event: PersonEvent) { world.tell(person, on: on, event) }

    func career(_ on: String) -> [CareerSpan] {
      world.state(person).career(on: day(on), ReadinessRules.published)
    }

    func statuses(_ on: String) -> [MembershipStatus] {
      career(on).compactMap { if case .status(let status) = $0.what { status } else { nil } }
    }
  }

  private func admitted(_ on: String, _ kind: AdmissionKind = .admission) -> PersonEvent {
    .admitted(Admitted(kind: kind, ceremonyOn: day(on)))
  }

  @Test func `given an admission and its recognition, the way leads from prospect to official`() {
    var way = Way()
    way.tell(nil, .prospectIntroduced(by: .youthUnion))
    way.tell("2019-03-01", admitted("2019-03-01"))
    way.tell("2020-04-15", .recognised(decidedOn: day("2020-04-15")))
    #expect(
      way.career("2022-01-01") == [
        CareerSpan(what: .status(.prospect), from: nil, until: day("2019-03-01")),
        CareerSpan(what: .status(.probationer), from: day("2019-03-01"), until: day("2020-03-01")),
        CareerSpan(what: .status(.official), from: day("2020-03-01"), until: nil),
      ])
    #expect(way.statuses("2019-02-28") == [.prospect])
    #expect(way.career("2019-06-01").last?.until == nil)
  }

  @Test func `membership that ended and began again has a gap`() {
    var way = Way()
    way.tell("2010-01-01", admitted("2010-01-01"))
    way.tell("2011-02-01", .recognised(decidedOn: day("2011-02-01")))
    way.tell("2015-01-01", .membershipEnded(how: .struckOff, ground: nil))
    way.tell("2019-01-01", admitted("2019-01-01", .readmission))
    #expect(way.statuses("2020-01-01") == [.probationer, .official, .probationer])
    #expect(way.career("2020-01-01").map(\.until) == [day("2011-01-01"), day("2015-01-01"), nil])
    #expect(way.statuses("2016-01-01") == [.probationer, .official])
    #expect(way.career("2009-12-31").isEmpty)
  }

  @Test func `posts and planning stand as on the day asked`() throws {
    var way = Way()
    let term = try #require(Term(text: "2020-2025"))
    let (deputy, director) = (way.deputy, way.director)
    way.tell("2020-05-01", .planningEntered(position: director, term: term))
    way.tell("2018-01-01", .appointed(Appointed(position: deputy, kind: .appointment)))
    way.tell("2022-06-01", .appointed(Appointed(position: director, kind: .appointment)))
    way.tell("2022-06-01", .planningLeft(position: director, term: term, reason: .appointed))
    #expect(
      way.career("2023-01-01") == [
        CareerSpan(what: .post(deputy), from: day("2018-01-01"), until: day("2022-06-01")),
        CareerSpan(what: .post(director), from: day("2022-06-01"), until: nil),
        CareerSpan(
          what: .planning(director, term), from: day("2020-05-01"), until: day("2022-06-01")),
      ])
    #expect(
      way.career("2022-05-31") == [
        CareerSpan(what: .post(deputy), from: day("2018-01-01"), until: nil),
        CareerSpan(what: .planning(director, term), from: day("2020-05-01"), until: nil),
      ])
  }

  @Test func `a plan ends with its term, or when it lapses before`() throws {
    var way = Way()
    let first = try #require(Term(text: "2015-2020"))
    let second = try #require(Term(text: "2020-2025"))
    let old = try #require(Term(text: "2010-2015"))
    way.tell("2011-05-01", .planningEntered(position: way.deputy, term: old))
    way.tell("2016-05-01", .planningEntered(position: way.deputy, term: first))
    way.tell("2021-05-01", .planningEntered(position: way.director, term: second))
    #expect(way.career("2020-08-31").map(\.until) == [day("2015-09-01"), nil])
    #expect(
      way.career("2022-05-31").map(\.until) == [day("2015-09-01"), day("2020-09-01"), nil])
    let warning = Disciplined(system: .party, form: .warning, announcedOn: day("2022-06-01"))
    way.tell("2022-06-01", .disciplined(warning))
    #expect(way.career("2022-05-31").map(\.until).last == .some(nil))
    #expect(way.career("2026-01-01").map(\.until).last == day("2022-06-01"))
  }

  @Test func `law: on every day the last stretch of membership is the status of that day`() {
    var way = Way()
    way.tell("2009-05-05", .prospectIntroduced(by: .cell))
    way.tell("2010-01-01", admitted("2010-01-01"))
    way.tell("2012-03-01", .recognised(decidedOn: day("2012-03-01")))
    way.tell("2014-07-01", .membershipEnded(how: .resigned, ground: nil))
    way.tell("2018-01-01", admitted("2018-01-01", .readmission))
    let state = way.world.state(way.person)
    for number in day("2009-01-01").number...day("2020-01-01").number {
      let today = Day(number: number)
      let running = state.career(on: today, ReadinessRules.published)
        .filter { $0.until == nil }.map(\.what)
      let status = state.status(on: today)
      #expect(running == (status.isPresent ? [.status(status)] : []), "\(today)")
    }
  }
}
