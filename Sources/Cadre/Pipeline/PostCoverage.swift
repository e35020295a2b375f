/// How many of some people are of one kind, and of how many it is not known.
package struct KnownShare: Hashable, Sendable {
  package private(set) var yes = 0
  package private(set) var unknown = 0
  package private(set) var people = 0

  package init() {}

  mutating func add(_ isOne: Bool?) {
    people += 1
    if let isOne { yes += isOne ? 1 : 0 } else { unknown += 1 }
  }

  /// The least percentage that it is, rounded down; nil where there is nobody.
  package var least: Hundredths? { percent(yes) }

  /// The greatest that it may be.
  package var most: Hundredths? { percent(yes + unknown) }

  private func percent(_ part: Int) -> Hundredths? {
    people == 0 ? nil : Hundredths(part * 10_000 / people)
  }

  /// Whether it is at least so many percent; nil where that depends on what is not known, where
  /// there is nobody or no rule.
  package func reaches(_ percent: Int?) -> Bool? {
    guard let percent, people > 0 else { return nil }
    if yes * 100 >= percent * people { return true }
    return (yes + unknown) * 100 < percent * people ? false : nil
  }
}

/// What is counted of people in planning.
package struct CoverageCount: Hashable, Sendable {
  /// Entries that count.
  package private(set) var valid = 0
  package private(set) var lapsed = 0
  package private(set) var left = 0
  /// Entries of people whom the population no longer counts.
  package private(set) var outside = 0
  /// Of the entries that count, those of people who hold the post.
  package private(set) var holding = 0
  package private(set) var ready = 0
  package private(set) var notReady = 0
  package private(set) var unknown = 0
  /// Not ready on the day, but with a day from which time alone will make them.
  package private(set) var becoming = 0
  /// The first such day.
  package private(set) var readyNext: Day?
  package private(set) var women = KnownShare()
  package private(set) var underForty = KnownShare()
  /// By band; last those of whom it is not known.
  package private(set) var bands = [Int](repeating: 0, count: AgeBand.allCases.count + 1)

  package init() {}

  /// Counts an entry.
  /// - Parameter isNew: whether the person was not counted among the people yet.
  mutating func add(_ row: PlannedRow, isNew: Bool = true) {
    switch row.stand.state {
    case .lapsed: lapsed += 1
    case .left: left += 1
    case .outside: outside += 1
    case .over: break
    case .valid:
      valid += 1
      if row.holds { holding += 1 }
      if let outlook = row.outlook { add(outlook) }
      guard isNew else { return }
      women.add(row.traits.isWoman)
      underForty.add(row.traits.isUnderForty)
      bands[row.traits.band.map { Int($0.rawValue) } ?? bands.count - 1] += 1
    }
  }

  private mutating func add(_ outlook: Outlook) {
    switch outlook.verdict {
    case .ready: ready += 1
    case .notReady: notReady += 1
    case .unknown: unknown += 1
    }
    guard outlook.verdict != .ready, let day = outlook.readyFrom else { return }
    becoming += 1
    readyNext = min(readyNext ?? day, day)
  }
}

/// A post in a term: who is in planning for it, against its seats and limits.
package struct PostCoverage: Hashable, Sendable {
  package let title: PlannedTitle
  package let post: PostOnDay
  /// People of the population who hold it on the day.
  package let holders: Int
  package let count: CoverageCount
  package let limits: PoolLimits
  /// The body that decides it (S16).
  package let decidedBy: String?

  /// Where the entries that count stand to the pool.
  package var level: PoolLevel? { limits.level(of: count.valid) }
}

/// All posts asked about in one term, or those of them that one body decides (S6, S16).
package struct CoverageTotal: Hashable, Sendable {
  package let term: Term
  /// The body; nil of all posts together, or where it is not said.
  package let decidedBy: String?
  package private(set) var posts = 0
  package private(set) var covered = 0
  package private(set) var seats = 0
  package private(set) var holders = 0
  /// Posts below, within and above their pools.
  package private(set) var below = 0
  package private(set) var within = 0
  package private(set) var above = 0
  /// Posts with more people than **planning.personsPerTitle** allows.
  package private(set) var exceeded = 0
  package private(set) var count = CoverageCount()
  private var last: PersonNumber?

  init(_ term: Term, decidedBy: String? = nil) {
    self.term = term
    self.decidedBy = decidedBy
  }

  /// People with an entry that counts.
  package var people: Int { count.women.people }

  mutating func add(_ coverage: PostCoverage) {
    posts += 1
    seats += coverage.post.seats
    holders += coverage.holders
    if coverage.count.valid > 0 { covered += 1 }
    if coverage.limits.isExceeded(by: coverage.count.valid) { exceeded += 1 }
    switch coverage.level {
    case .below: below += 1
    case .within: within += 1
    case .above: above += 1
    case .nobody, nil: break
    }
  }

  /// Counts an entry; those of one person follow each other.
  mutating func add(_ row: PlannedRow) {
    count.add(row, isNew: last != row.person)
    if row.stand.state == .valid { last = row.person }
  }
}
