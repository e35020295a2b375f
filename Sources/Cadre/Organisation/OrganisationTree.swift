/// All organisations at a log size: who stands under whom on any day.
///
/// Data may be wrong: a loop of parents or mergers is cut, the same way every time, and hangs
/// nothing. For many questions about one day take `on(_:)`, which answers each at once.
package struct OrganisationTree: Sendable {
  /// Levels climbed before a chain of parents or mergers is taken for a loop.
  package static let greatestDepth = 64

  /// By number; number 0 is no one.
  private var states: [OrganisationState?] = [nil]
  /// The log size its facts are read at.
  package let known: LogSize

  /// A tree without organisations, read at a log size.
  package init(known: LogSize) { self.known = known }

  /// Adds an organisation's facts, replacing what was added under its number.
  package mutating func add(_ number: OrganisationNumber, facts: [Fact<OrganisationEvent>]) {
    let place = Int(number.number)
    if place >= states.count {
      states.append(contentsOf: repeatElement(nil, count: place + 1 - states.count))
    }
    let state = OrganisationState(number, facts: facts, known: known)
    states[place] = state.established == nil ? nil : state
  }

  /// What an organisation's own facts say; nil where its establishment is not known.
  package subscript(_ number: OrganisationNumber) -> OrganisationState? {
    let place = Int(number.number)
    return place < states.count ? states[place] : nil
  }

  /// The numbers of all organisations known, ascending.
  package var numbers: [OrganisationNumber] { states.compactMap { $0?.number } }

  /// One past the greatest number.
  package var limit: Int { states.count }
}

extension OrganisationTree {
  /// The organisation whose members, subordinates and posts another's are on a day.
  ///
  /// Follows mergers; of a loop of mergers the one merged into last remains.
  package func resolve(_ number: OrganisationNumber, on day: Day) -> OrganisationNumber {
    var at = number
    for _ in 0..<Self.greatestDepth {
      guard let next = self[at]?.mergers.value(on: day), next != at else { return at }
      at = next
    }
    return survivor(from: at, on: day)
  }

  private func survivor(from start: OrganisationNumber, on day: Day) -> OrganisationNumber {
    var at = start
    var last: Timeline<OrganisationNumber>.Change?
    for _ in 0..<states.count {
      guard let merger = self[at]?.mergers.change(on: day) else { return at }
      if let seen = last, (seen.from, seen.index) >= (merger.from, merger.index) {
      } else {
        last = merger
      }
      at = merger.value
      if at == start { break }
    }
    return last?.value ?? at
  }

  /// The organisation it stands under on a day, through re-parenting and mergers; nil at the top.
  package func parent(of number: OrganisationNumber, on day: Day) -> OrganisationNumber? {
    var at = number
    for _ in 0..<Self.greatestDepth {
      guard let state = self[at], let place = state.details.place(on: day),
        let declared = state.details.changes[place].value.parent
      else { return nil }
      let parent = resolve(declared, on: day)
      if parent != number { return parent }
      // Its parent merged into it: it takes the parent's place.
      at = declared
    }
    return nil
  }

  /// Those it stands under on a day, nearest first; without itself.
  package func ancestors(of number: OrganisationNumber, on day: Day) -> [OrganisationNumber] {
    var found: [OrganisationNumber] = []
    _ = firstAbove(resolve(number, on: day), on: day) { above in
      found.append(above)
      return false
    }
    return Array(found.dropFirst())
  }

  /// Whether it is an organisation or stands under it on a day.
  package func isUnder(
    _ number: OrganisationNumber, _ top: OrganisationNumber, on day: Day
  ) -> Bool {
    firstAbove(resolve(number, on: day), on: day) { $0 == top } != nil
  }

  /// Whether the mergers and parents that are recorded lead from it back to itself on a day: what
  /// no decision may bring about. O(organisations).
  package func standsInLoop(_ number: OrganisationNumber, on day: Day) -> Bool {
    var at = number
    for _ in 0..<states.count {
      guard let state = self[at],
        let next = state.mergers.value(on: day) ?? state.details.value(on: day)?.parent
      else { return false }
      if next == number { return true }
      at = next
    }
    return false
  }

  /// The first day from a day on on which it stands in a loop; nil: it never does. Only days are
  /// tried on which one of those above it may become another.
  package func loopDay(of number: OrganisationNumber, from day: Day) -> Day? {
    var at = day
    while !standsInLoop(number, on: at) {
      guard let next = nextChange(above: number, after: at) else { return nil }
      at = next
    }
    return at
  }

  /// The next day on which the way up from an organisation may become another.
  private func nextChange(above number: OrganisationNumber, after day: Day) -> Day? {
    var next: Day?
    var at = number
    for _ in 0..<states.count {
      guard let state = self[at] else { break }
      let days = state.details.changes.map(\.from) + state.mergers.changes.map(\.from)
      for change in days where change > day { next = min(next ?? change, change) }
      guard let above = state.mergers.value(on: day) ?? state.details.value(on: day)?.parent,
        above != number
      else { break }
      at = above
    }
    return next
  }

  /// Its own sector on a day, or the nearest one above it.
  package func sector(of number: OrganisationNumber, on day: Day) -> Sector? {
    let from = resolve(number, on: day)
    let bearer = firstAbove(from, on: day) { self.ownSector(of: $0, on: day) != nil }
    return bearer.flatMap { ownSector(of: $0, on: day) }
  }

  private func ownSector(of number: OrganisationNumber, on day: Day) -> Sector? {
    guard let state = self[number], let place = state.details.place(on: day) else { return nil }
    return state.details.changes[place].value.sector
  }

  /// Whether it is in this ledger's tree on a day: established, not external, and neither it nor
  /// an organisation above it handed over.
  package func isInTree(_ number: OrganisationNumber, on day: Day) -> Bool {
    let number = resolve(number, on: day)
    guard let state = self[number], state.isEstablished(on: day) else { return false }
    return firstAbove(number, on: day) { !self.isOurs($0, on: day) } == nil
  }

  /// Whether it is outside this ledger on a day: external, or it or one above it handed over. One
  /// that was not founded by then is not: sheets place people who left long ago in what came after.
  package func isOutside(_ number: OrganisationNumber, on day: Day) -> Bool {
    let found = firstAbove(resolve(number, on: day), on: day) { above in
      guard let state = self[above] else { return false }
      return state.isHandedOver(on: day) || state.kind(on: day) == .external
    }
    return found != nil
  }

  private func isOurs(_ number: OrganisationNumber, on day: Day) -> Bool {
    guard let state = self[number], let place = state.details.place(on: day) else { return false }
    return state.details.changes[place].value.kind != .external && !state.isHandedOver(on: day)
  }

  /// The fact that lifted a suspension of personnel work for it, or for one above it, on a day.
  package func lifting(of number: OrganisationNumber, on day: Day) -> LogIndex? {
    let bearer = firstAbove(resolve(number, on: day), on: day) { above in
      self[above]?.lifted.map { $0.from <= day } ?? false
    }
    return bearer.flatMap { self[$0]?.lifted?.index }
  }

  /// The first of an organisation and those above it for which something holds.
  private func firstAbove(
    _ number: OrganisationNumber, on day: Day, _ holds: (OrganisationNumber) -> Bool
  ) -> OrganisationNumber? {
    var at = number
    for _ in 0..<Self.greatestDepth {
      if holds(at) { return at }
      guard let parent = parent(of: at, on: day), parent != at else { return nil }
      at = parent
    }
    return nil
  }
}

extension OrganisationTree {
  /// What an organisation is on a day by itself and its parent's name alone.
  struct OwnNode {
    /// Whose its members, subordinates and posts are; 0: it is not known.
    var resolved: UInt32 = 0
    /// The one it stands under; 0: none.
    var parent: UInt32 = 0
    var isEstablished = false
    /// Neither external nor handed over.
    var isOurs = false
    var sector: Sector?
    var lifting: LogIndex?

    var isKnown: Bool { resolved != 0 }
  }

  /// Each organisation by itself, by number; O(organisations).
  func ownNodes(on day: Day) -> [OwnNode] {
    states.indices.map { place in
      guard let state = states[place] else { return OwnNode() }
      let number = OrganisationNumber(UInt32(place))
      let hasMerged = !state.mergers.changes.isEmpty
      var node = OwnNode(
        resolved: hasMerged ? resolve(number, on: day).number : number.number,
        parent: parent(of: number, on: day)?.number ?? 0,
        isEstablished: state.isEstablished(on: day), isOurs: isOurs(number, on: day))
      node.sector = ownSector(of: number, on: day)
      if let lifted = state.lifted, lifted.from <= day { node.lifting = lifted.index }
      return node
    }
  }
}
