/// How the members of each grassroots organisation were rated for a year, and whether more were
/// rated excellent than the rules allow (S10, **rating.excellentShareOfGood**).
///
/// A person counts where they officially were on 31 December of the year, by the tree of that day,
/// as in `RatingTally`.
package struct RatingDistribution: Sendable {
  private var counts: [OrganisationNumber?: RatingCount] = [:]
  private let year: Int
  private let asked: Day
  private let subtree: Subtree
  /// On 31 December of the year.
  private let tree: TreeOnDay
  /// On that day.
  private let roots: GrassrootsOnDay

  /// - Parameters:
  ///   - year: one that is over on the day asked.
  ///   - subtree: the organisations asked about, on the day asked.
  package init(of year: Int, _ subtree: Subtree, _ organisations: OrganisationTree) {
    self.year = year
    self.subtree = subtree
    asked = subtree.tree.day
    tree = organisations.on(.lastOf(year: year))
    roots = GrassrootsOnDay(tree, organisations)
  }

  /// Counts a person who was a member at the end of the year, or was rated for it.
  package mutating func add(_ person: PersonState) {
    let rating = person.ratings.last { $0.year == year }.flatMap { $0.from <= asked ? $0 : nil }
    let isMember = person.status(on: tree.day).isMember
    guard isMember || rating != nil, let here = person.organisation(on: tree.day),
      tree.isInTree(here), subtree.contains(here)
    else { return }
    counts[group(of: here), default: RatingCount()].add(rating?.grade, isMember: isMember)
  }

  /// The grassroots organisation that somebody counts in; below one, the organisation asked about;
  /// nil where none stands above.
  private func group(of organisation: OrganisationNumber) -> OrganisationNumber? {
    guard let root = roots.root(of: organisation) else { return nil }
    return subtree.contains(root) ? root : subtree.top ?? root
  }

  package static func += (left: inout RatingDistribution, right: RatingDistribution) {
    for (organisation, count) in right.counts {
      left.counts[organisation, default: RatingCount()] += count
    }
  }

  /// The counts of each grassroots organisation, and of people in none; unordered.
  package func groups(_ rules: RuleSet) -> [RatingGroup] {
    counts.map { organisation, count in
      let isWhole = organisation.map { roots.root(of: $0) == $0 } ?? false
      return RatingGroup(
        organisation: organisation, count: count,
        cap: isWhole ? ExcellentCap(count, rules, on: tree.day) : nil)
    }
  }
}

/// How many were rated which grade.
package struct RatingCount: Hashable, Sendable {
  /// Members on 31 December of the year.
  package private(set) var members = 0
  /// Of them without a rating.
  package private(set) var unrated = 0
  /// Rated, though no members on that day.
  package private(set) var others = 0
  private var grades = [Int](repeating: 0, count: Grade.allCases.count)

  package init() {}

  mutating func add(_ grade: Grade?, isMember: Bool) {
    if isMember { members += 1 }
    guard let grade else {
      unrated += 1
      return
    }
    grades[Int(grade.rawValue)] += 1
    if !isMember { others += 1 }
  }

  package subscript(_ grade: Grade) -> Int { grades[Int(grade.rawValue)] }

  package static func += (left: inout RatingCount, right: RatingCount) {
    left.members += right.members
    left.unrated += right.unrated
    left.others += right.others
    for place in left.grades.indices { left.grades[place] += right.grades[place] }
  }
}

/// The counts of one grassroots organisation.
package struct RatingGroup: Hashable, Sendable {
  /// nil: people above or beside every grassroots organisation.
  package let organisation: OrganisationNumber?
  package let count: RatingCount
  /// nil: it is not a whole grassroots organisation, or no rule holds for the year.
  package let cap: ExcellentCap?
}

/// How many may be rated excellent, and whether more were.
package struct ExcellentCap: Hashable, Sendable {
  /// At most that many, rounded down.
  package let most: Ruling<Int>
  /// At most that many by a recorded decision for an outstanding unit; nil: no more than others.
  package let special: Int?
  /// Not known where only such a decision would allow as many: no event holds one.
  package let status: RequirementStatus

  init?(_ count: RatingCount, _ rules: RuleSet, on day: Day) {
    let good = count[.good]
    guard let most = rules.excellentMaximum(good: good, on: day) else { return nil }
    let special = rules.excellentMaximum(good: good, .special, on: day)?.value ?? most.value
    self.most = most
    self.special = special > most.value ? special : nil
    let excellent = count[.excellent]
    status = excellent <= most.value ? .met : excellent <= special ? .unknown : .unmet
  }
}
