import TestSupport
import Testing

@testable import Cadre

/// What holds of reminders and missing papers whatever the history; a failure prints its seed.
@Suite struct RoadLawTests {
  private let person = PersonNumber(1)

  @Test(arguments: UInt64(1)...120)
  func `looking further ahead adds reminders and takes none away`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    for _ in 0..<6 {
      let asked = random.day(2017, 2027)
      let days = random.number(0...400)
      let near = world.reminders(of: person, on: asked.description, within: days)
      let far = world.reminders(of: person, on: asked.description, within: days + 400)
      let last = asked.adding(days: days)
      #expect(far.filter { $0.notBefore <= last } == near, "seed \(seed), on \(asked)")
      for reminder in near {
        #expect(
          reminder.notBefore >= asked || reminder.isOverdue || reminder.isDoubtful,
          "seed \(seed), on \(asked): \(reminder.kind)")
        // Without a day, holidays are wanting, or a rule is.
        let isOpen = reminder.noListFor != nil || (reminder.isDoubtful && reminder.basis == nil)
        #expect(reminder.day.map { $0 == reminder.notBefore } ?? isOpen)
      }
    }
  }

  @Test(arguments: UInt64(201)...320)
  func `every unknown requirement asks for one paper, and no paper is asked for without one`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    for _ in 0..<6 {
      let asked = random.day(2017, 2027).description
      let readiness = world.readiness(on: asked, rules: RoadRules.published)
      let candidate = readiness.candidate(world.state(person), world.profiles[1])
      let papers = world.papers(on: asked).verdicts(on: candidate.person, candidate.profile)
      var unknown: Set<String> = []
      for row in readiness.rows(of: candidate) {
        let judgement = readiness.judge(candidate, for: row.position)
        for requirement in judgement?.requirements ?? [] where requirement.status == .unknown {
          unknown.insert("\(requirement.id) \(row.position.number)")
        }
      }
      let blocking = papers.filter { $0.group == .verdictUnknown }
      var told: Set<String> = []
      for paper in blocking {
        for position in paper.positions {
          if let id = paper.requirement { told.insert("\(id) \(position.number)") }
        }
      }
      #expect(told == unknown, "seed \(seed), on \(asked)")
      #expect(
        Set(papers.map { "\($0.kind) \($0.year ?? 0)" }).count == papers.count,
        "seed \(seed), on \(asked): a paper is one line")
    }
  }

  @Test(arguments: UInt64(401)...460)
  func `whoever is on the way is no official member, and the stages come in their order`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    let state = world.state(person)
    var day = Day.firstOf(year: 2004)
    var before: AdmissionStage?
    while day < Day.firstOf(year: 2028) {
      let standing = world.standing(person, on: day.description)
      if let standing {
        #expect(state.status(on: day) != .official, "seed \(seed), on \(day)")
        #expect(standing.since.map { $0 <= day } ?? true, "seed \(seed), on \(day)")
        if let before, state.endings.isEmpty {
          #expect(before <= standing.stage, "seed \(seed), on \(day)")
        }
      }
      before = standing?.stage ?? before
      day = day.adding(days: 17)
    }
  }

  @Test(arguments: UInt64(601)...720)
  func `receptions are wanting of the transfers that their review calls open`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    let state = world.state(person)
    for _ in 0..<12 {
      let asked = random.day(2017, 2027)
      let review = TransferReview(
        world.subtree(on: asked.description), world.tree(), FindingsRules.calendar,
        RoadRules.published)
      let open = review.cases(of: state).filter { one in
        switch one.state {
        case .overdue, .unknown, .introduced: true
        case .pastEnd, .staying, .received, .ended, .overtaken: false
        }
      }
      let wanting = world.papers(on: asked.description).pipeline(of: state).filter {
        $0.kind == .reception
      }
      #expect(
        wanting.map(\.evidence) == open.map { [$0.transfer.introducedBy].compactMap { $0 } },
        "seed \(seed), on \(asked)")
      let days = review.cases(of: state).flatMap { one in
        [one.transfer.introducedOn, one.transfer.receivedOn, one.transfer.endedOn]
      }
      #expect(
        days.allSatisfy { $0.map { $0 <= asked } ?? true }, "seed \(seed), on \(asked)")
    }
  }
}
