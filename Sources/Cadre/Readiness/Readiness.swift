/// Readiness for appointment on one day, by one rule set, at one knowledge: a pure function of
/// what it is given (spec/domain.md section 6).
///
/// Facts that hold only from a later day are left out of account, also where later days are
/// searched: the search is for what time and the rules alone will bring.
package final class Readiness: Sendable {
  /// Months searched for the days on which a verdict changes, the last day included.
  package static let searchedMonths = 120

  /// The day asked.
  package let on: Day
  /// The posts and organisations as they stand on that day.
  package let posts: PostsOnDay
  package let rules: RuleSet
  /// The last day searched.
  let last: Day
  let coverage: SheetCoverage
  /// By `slot`; compiled for every kind of post there is, or for none.
  private let compiled: [PostRules?]

  /// Prepares a day's questions; O(posts × rules that change within ten years).
  ///
  /// - Parameters:
  ///   - posts: as of the day asked, at K.
  ///   - sheets: those received below K.
  package init(_ posts: PostsOnDay, sheets: SheetClaims, rules: RuleSet) {
    on = posts.tree.day
    last = on.adding(months: Self.searchedMonths)
    self.posts = posts
    self.rules = rules
    coverage = SheetCoverage(sheets, posts.tree)
    var compiled = [PostRules?](repeating: nil, count: Self.slots)
    for post in posts.all {
      let slot = Self.slot(of: post)
      guard compiled[slot] == nil else { continue }
      let asked = post.asked
      compiled[slot] = PostRules(rules, for: asked, from: on, through: last)
    }
    self.compiled = compiled
  }

  /// Prepares one judgement, or a few: no later day is searched, and rules are compiled where they
  /// are asked for.
  init(judging posts: PostsOnDay, _ coverage: SheetCoverage, rules: RuleSet) {
    on = posts.tree.day
    last = on
    self.posts = posts
    self.rules = rules
    self.coverage = coverage
    compiled = [PostRules?](repeating: nil, count: Self.slots)
  }

  private static let slots = 3 * 4 * 8

  private static func slot(of post: PostOnDay) -> Int {
    let sector = post.sector.map { Int($0.rawValue) } ?? 3
    return (Int(post.line.rawValue) * 4 + sector) * 8 + Int(post.class.rawValue)
  }

  /// The rules for a post's kind.
  func rules(for post: PostOnDay) -> PostRules {
    compiled[Self.slot(of: post)]
      ?? PostRules(
        rules, for: post.asked, from: on,
        through: last)
  }

  /// Prepares a person for the day's questions.
  package func candidate(_ person: PersonState, _ profile: Profile) -> Candidate {
    Candidate(person, profile, on: posts.tree, rules)
  }

  /// The first day after a term.
  func end(of term: Term) -> Day { rules.end(of: term) }
}

extension Readiness {
  /// Judges a person for a post; nil where the post is not known.
  ///
  /// - Parameter dossierReceivedOn: of a recorded appointment; the age rule then counts from its
  ///   month and not from that of the day asked.
  package func judge(
    _ candidate: Candidate, for position: PositionNumber, dossierReceivedOn: Day? = nil
  ) -> Judgement? {
    guard let post = posts[position] else { return nil }
    let evaluation = Evaluation(
      self, candidate, position, post, ageMonth: dossierReceivedOn?.month)
    return evaluation.judgement()
  }
}
