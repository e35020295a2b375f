/// What the measures of people are asked about: made once, and read by several threads.
package struct PeopleAsked: Sendable {
  package let period: ReportPeriod
  /// The last day of the period, or the day asked where that comes sooner.
  package let day: Day
  /// The day asked: facts that hold by it count.
  package let on: Day
  package let years: [Int]
  package let rules: RuleSet
  package let subtree: Subtree
  package let organisations: OrganisationTree
  /// As of `day`.
  package let posts: PostsOnDay
  /// The term that `day` is in, by the rules.
  package let term: Term?
  /// How many of the posts counted name the body that decides them (S16).
  let decided: Int
  private let coverage: SheetCoverage
  /// The trees of the last days of years and period, on which everybody is looked at.
  private let trees: [Day: TreeOnDay]

  /// - Parameter posts: as of the last day of the period, or of the day asked.
  package init(
    _ asked: ProgrammeAsked, _ posts: PostsOnDay, _ positions: PositionTable,
    sheets: SheetClaims
  ) {
    coverage = SheetCoverage(sheets, posts.tree)
    period = asked.period
    day = asked.day
    on = asked.on
    years = asked.years
    rules = asked.rules
    subtree = asked.subtree
    organisations = asked.organisations
    self.posts = posts
    term = asked.term?.term
    var trees = [asked.day: posts.tree]
    for year in asked.years {
      let last = min(Day.lastOf(year: year), asked.day)
      trees[last] = asked.tree(on: last)
    }
    self.trees = trees
    var decided = 0
    for number in positions.numbers {
      guard let post = posts[number], post.isOpen, post.isInTree,
        asked.subtree.contains(post.organisation)
      else { continue }
      if let body = positions[number]?.details(on: asked.day)?.decidedBy, !body.isEmpty {
        decided += 1
      }
    }
    self.decided = decided
  }

  var isPeriodOver: Bool { on > period.last }

  func isInPeriod(_ day: Day) -> Bool { period.contains(day) && day <= on }

  /// Whether an organisation was in the tree on a day, and is asked about.
  func isHere(_ organisation: OrganisationNumber, on day: Day) -> Bool {
    subtree.contains(organisation)
      && (trees[day]?.isInTree(organisation) ?? organisations.isInTree(organisation, on: day))
  }

  /// Whether a person's official organisation was in the tree on a day, and is asked about.
  func isHere(_ person: PersonState, on day: Day) -> Bool {
    person.organisation(on: day).map { isHere($0, on: day) } ?? false
  }

  /// Whether a post is one of those counted.
  func isCounted(_ post: PostOnDay) -> Bool {
    post.isOpen && post.isInTree && subtree.contains(post.organisation)
  }

  /// Whether whoever holds a post must declare assets on a day.
  func asksAssets(of position: PositionNumber, on day: Day) -> Bool {
    guard let post = posts[position] else { return false }
    return rules.assetsRequired(for: post.asked, on: day)?.value ?? false
  }

  /// The level of theory that a post asks for on a day.
  func theory(for post: PostOnDay, on day: Day) -> TheoryLevel? {
    rules.theoryRequired(for: post.asked, on: day)?.value
  }

  /// Whether a sheet tells all of a person.
  func isTold(_ sheet: RequiredSheet, of person: PersonState) -> Bool {
    coverage.receipt(of: sheet, for: person.organisation(on: day), person) != nil
  }

  /// How a decision about a post that is asked about stands to the conclusion that it needs; nil
  /// where it needs none.
  func conclusion(
    for purpose: ConclusionPurpose, _ position: PositionNumber, on day: Day, of person: PersonState
  ) -> StandardsState? {
    guard let post = posts[position], subtree.contains(post.organisation) else { return nil }
    let check = StandardsCheck(for: purpose, post, decidedOn: day, of: person, rules) {
      isTold(.conclusions, of: person)
    }
    return check.state == .notRequired ? nil : check.state
  }
}
