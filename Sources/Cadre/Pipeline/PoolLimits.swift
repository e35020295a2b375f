/// The rules of planning's numbers on a day: looked up once, asked for each post.
package struct PlanningNumbers: Sendable {
  /// **planning.women** and **planning.underForty**: percent at least.
  package let women: Ruling<Int>?
  package let underForty: Ruling<Int>?
  private let pools: [Ruling<RuleRange>?]
  private let perSeat: [Ruling<Int>?]

  package init(_ rules: RuleSet, on day: Day) {
    women = rules.number(.planningWomen, on: day)
    underForty = rules.number(.planningUnderForty, on: day)
    pools = [false, true].map { rules.planningPool(committee: $0, on: day) }
    let limit = rules.number(.planningPersonsPerTitle, on: day)
    perSeat = [limit, rules.countsCommitteeSeats(on: day) ? limit : nil]
  }

  /// The limits of a post.
  package func limits(of post: PostOnDay) -> PoolLimits {
    let place = post.isCommittee ? 1 : 0
    let pool = pools[place]
    return PoolLimits(
      least: pool?.value.minimum.map { PoolLimits.people($0, post.seats) },
      most: pool?.value.maximum.map { PoolLimits.people($0, post.seats) },
      basis: pool?.basis, verified: pool?.verified ?? true,
      perTitle: perSeat[place]?.map { $0 * post.seats })
  }
}

/// How many people a post may and should have in planning for a term.
package struct PoolLimits: Hashable, Sendable {
  /// **planning.pool**; nil: no bound.
  package let least: Int?
  package let most: Int?
  package let basis: Basis?
  package let verified: Bool
  /// **planning.personsPerTitle**; nil: nothing limits them.
  package let perTitle: Ruling<Int>?

  /// People for seats, at hundredths a seat; halves round up (377-QĐ/TW 26.1).
  fileprivate static func people(_ hundredths: Int, _ seats: Int) -> Int {
    (seats * hundredths + 50) / 100
  }

  /// Where a number of people stands; nil where there is no rule.
  package func level(of people: Int) -> PoolLevel? {
    if people == 0 { return .nobody }
    if least == nil, most == nil { return nil }
    if let least, people < least { return .below }
    if let most, people > most { return .above }
    return .within
  }

  /// Whether there are more people than a post and its seats may have.
  package func isExceeded(by people: Int) -> Bool { perTitle.map { people > $0.value } ?? false }
}

/// Where the people planned for a post stand to its pool.
package enum PoolLevel: UInt8, Code {
  /// There is nobody.
  case nobody
  case below, within, above
}
