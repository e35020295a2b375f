internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

/// Somebody ever planned for or appointed to one of the posts asked about.
struct ConcernedPerson: Sendable {
  let state: PersonState
  /// All of the person's, under whatever numbers.
  let facts: [Fact<PersonEvent>]
}

extension Ledger {
  /// Goes through everybody ever planned for or appointed to a post of a scope, each once and under
  /// the lowest of their numbers, by number; on all processors, each with a snapshot of its own.
  ///
  /// Of everybody else only these decisions are read. O(people), and about 20 µs for each who is
  /// concerned.
  /// - Parameters:
  ///   - each: called by number, in order, within a thread.
  ///   - join: takes in what the next thread, of higher numbers, made.
  func forEverybodyConcerned<Work: Sendable>(
    _ stores: Stores, _ register: Register, _ scope: PlanningScope, start: Work,
    each: @Sendable (inout Work, ConcernedPerson, Stores) throws(OfficeError) -> Void,
    join: (inout Work, Work) -> Void
  ) throws(OfficeError) -> Work {
    try inParts(stores, start: start, join: join) { (work, numbers, stores) throws(OfficeError) in
      try stores.forEachConcerned(in: numbers, register, scope) {
        (person) throws(OfficeError) in try each(&work, person, stores)
      }
    }
  }
}

extension Stores {
  /// Goes through the people with numbers above the lower bound, up to the upper one.
  fileprivate func forEachConcerned(
    in numbers: Range<Int>, _ register: Register, _ scope: PlanningScope,
    _ body: (ConcernedPerson) throws(OfficeError) -> Void
  ) throws(OfficeError) {
    let known = register.standpoint.known
    var rows = try people(above: numbers.lowerBound)
    var read: [Fact<PersonEvent>] = []
    while let next = try rows.nextRow(), Int(next.number) <= numbers.upperBound {
      read.removeAll(keepingCapacity: true)
      let number = PersonNumber(next.number)
      var facts: [Fact<PersonEvent>] = []
      var isJoined = false
      do throws(ProjectionError) {
        try next.row.add(factsOf: Stores.concerning, known: known, to: &read)
        isJoined = read.contains { $0.event.type == .samePerson }
        guard isJoined || read.contains(where: { $0.event.concerns(scope) }) else { continue }
        if !isJoined { facts = try next.row.facts() }
      } catch {
        throw OfficeError(error)
      }
      if isJoined {
        guard let joined = try self.facts(standingFor: number, at: known) else { continue }
        facts = joined
      } else if !facts.contains(where: { PersonState.isRegistration($0, at: known) }) {
        continue
      }
      try body(
        ConcernedPerson(
          state: PersonState(number, facts: facts, known: known, positions: register.positions),
          facts: facts))
    }
  }

  /// What says whether somebody is concerned.
  private static let concerning = FactSelection([.planningEntered, .appointed, .samePerson])
}

extension PersonEvent {
  /// Whether it plans somebody for a post of a scope or appoints them to it.
  fileprivate func concerns(_ scope: PlanningScope) -> Bool {
    switch self {
    case .planningEntered(let position, _): scope.includes(position)
    case .appointed(let appointed): scope.includes(appointed.position)
    default: false
    }
  }
}
