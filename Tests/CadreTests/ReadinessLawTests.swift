import TestSupport
import Testing

@testable import Cadre

/// What holds of readiness whatever the history and the rules; a failure prints its seed.
@Suite struct ReadinessLawTests {
  private let person = PersonNumber(1)

  private func evaluation(
    _ world: World, on asked: Day, _ post: PositionNumber, _ rules: RuleSet
  ) -> Evaluation? {
    let readiness = world.readiness(on: asked.description, rules: rules)
    guard let shown = readiness.posts[post] else { return nil }
    let candidate = readiness.candidate(world.state(person), world.profiles[1])
    return Evaluation(readiness, candidate, post, shown, ageMonth: nil)
  }

  /// What a search that looks at every day finds.
  private struct Naive {
    var metFrom: [RequirementID: Day] = [:]
    var readyFrom: Day?
    var readyUntil: Day?
    var renewBy: Renewal?

    init(_ evaluation: Evaluation, seed: UInt64) {
      var silence = Silence()
      let asked = evaluation.asked
      let last = asked.adding(months: 120)
      var before: [Evaluation.Reading] = []
      var held: [RequirementStatus] = []
      var day = asked
      while day <= last {
        let readings = RequirementID.allCases.map { evaluation.read($0, on: day, &silence) }
        if day == asked { held = readings.map(\.status) }
        for (id, reading) in zip(RequirementID.allCases, readings) where day > asked {
          let place = Int(id.rawValue)
          let isForeseen = reading.status == before[place].status || before[place].next <= day
          #expect(isForeseen, "seed \(seed): \(id) on \(day)")
          if reading.status == .met, held[place].isOpen, metFrom[id] == nil { metFrom[id] = day }
        }
        note(day, readings.map(\.status), held)
        before = readings
        day = day.adding(days: 1)
      }
    }

    private mutating func note(
      _ day: Day, _ statuses: [RequirementStatus], _ held: [RequirementStatus]
    ) {
      let isReady = RequirementID.allCases.allSatisfy { id in
        let place = Int(id.rawValue)
        return !(id.isRepeated ? held[place] : statuses[place]).isOpen
      }
      if isReady, readyFrom == nil { readyFrom = day }
      if !isReady, readyFrom != nil, readyUntil == nil { readyUntil = day }
      let over = RequirementID.allCases.filter { id in
        id.isRepeated && held[Int(id.rawValue)] == .met && statuses[Int(id.rawValue)].isOpen
      }
      if !over.isEmpty, renewBy == nil { renewBy = Renewal(day: day, requirements: over) }
    }
  }

  @Test(arguments: UInt64(1)...24)
  func `the search finds what looking at every day of ten years finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    let rules = ReadinessRules.random(&random)
    for _ in 0..<2 {
      let asked = random.day(2017, 2027)
      let post = PositionNumber(UInt32(random.number(1...7)))
      guard let evaluation = evaluation(world, on: asked, post, rules) else { continue }
      let found = evaluation.judgement()
      let naive = Naive(evaluation, seed: seed)
      #expect(found.readyFrom == naive.readyFrom, "seed \(seed)")
      #expect(found.readyUntil == naive.readyUntil, "seed \(seed)")
      #expect(found.renewBy == naive.renewBy, "seed \(seed)")
      for requirement in found.requirements {
        #expect(
          requirement.metFrom == naive.metFrom[requirement.id], "seed \(seed), \(requirement.id)")
      }
    }
  }

  @Test(arguments: UInt64(101)...160)
  func `what is foreseen of a later day is what that day says if nothing happens`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    let rules = ReadinessRules.random(&random)
    let asked = random.day(2017, 2027)
    let post = PositionNumber(UInt32(random.number(1...7)))
    let frozen = world.frozen(after: asked)
    guard let before = evaluation(world, on: asked, post, rules) else { return }
    var silence = Silence()
    for _ in 0..<12 {
      let later = asked.adding(days: random.number(0...3650))
      guard let then = evaluation(frozen, on: later, post, rules) else { continue }
      for id in RequirementID.allCases {
        #expect(
          before.read(id, on: later, &silence).status == then.read(id, on: later, &silence).status,
          "seed \(seed): \(id) on \(later), asked on \(asked)")
      }
    }
  }

  @Test(arguments: UInt64(201)...280)
  func `what is known at K is what the log cut off at K says, in any order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var world = World.random(&random)
    world.retractSome(person, &random)
    for _ in 0..<6 {
      let known = LogSize(UInt64(random.number(20...Int(world.size))))
      let cut = world.truncated(at: known).shuffled(&random)
      #expect(world.state(person, known) == cut.state(person, known), "seed \(seed)")
      #expect(world.state(person, known) == cut.state(person), "seed \(seed)")
      let asked = random.day(2017, 2027).description
      let post = PositionNumber(UInt32(random.number(1...7)))
      let judgement = world.judge(person, for: post, on: asked, known)
      #expect(judgement == cut.judge(person, for: post, on: asked, known), "seed \(seed)")
      #expect(world.rows(of: person, on: asked, known) == cut.rows(of: person, on: asked, known))
      let counting = world.counting(at: known)
      for requirement in judgement?.requirements ?? [] {
        #expect(counting.isSuperset(of: requirement.evidence), "seed \(seed), \(requirement.id)")
      }
    }
  }

  @Test(arguments: UInt64(301)...340)
  func `a tree known at K is the tree of the log cut off at K, in any order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var world = World()
    let units = (0..<8).map { number in
      world.organisation(
        number % 7 == 6 ? .external : .cell,
        under: number == 0 ? nil : OrganisationNumber(UInt32(random.number(1...number))),
        sector: random.chance(30) ? random.code(or: .agency) : nil)
    }
    for _ in 0..<30 {
      let unit = random.one(of: units, or: units[0])
      let other = random.one(of: units, or: units[0])
      let events: [OrganisationEvent] = [
        .reparented(parent: other), .merged(into: other), .dissolved, .suspensionLifted,
        .handedOver(receiver: other, headcount: Headcount()),
        .received(from: other, headcount: Headcount()),
        .amended(OrganisationAmended(sector: random.code(or: .enterprise))),
      ]
      world.tell(
        unit, on: random.day(2018, 2024).description, random.one(of: events, or: .dissolved))
    }
    for _ in 0..<6 {
      let known = LogSize(UInt64(random.number(20...Int(world.size))))
      let day = random.day(2017, 2025)
      let cut = world.truncated(at: known).shuffled(&random)
      #expect(world.tree(known).on(day) == cut.tree(known).on(day), "seed \(seed)")
      #expect(world.tree(known).on(day) == cut.tree().on(day), "seed \(seed)")
      #expect(inTree(world.tree(known), units, day), "seed \(seed)")
    }
  }

  /// Whether every organisation resolves to one that is merged no further, and no chain of parents
  /// fails to end.
  private func inTree(
    _ tree: OrganisationTree, _ units: [OrganisationNumber], _ day: Day
  ) -> Bool {
    let shown = tree.on(day)
    return units.allSatisfy { unit in
      let ends = tree.ancestors(of: unit, on: day).count < OrganisationTree.greatestDepth + 1
      return ends && shown.isInTree(unit) == tree.isInTree(unit, on: day)
    }
  }
}
