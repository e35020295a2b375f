/// Planning coverage of a day: every post asked about in every term shown, and what it adds up to
/// (spec/domain.md section 7; S6, S16).
package struct PlanningCoverage: Sendable {
  /// By term, then by the post's code; none of a later term for which nobody was ever entered,
  /// unless it was asked for.
  package let posts: [PostCoverage]
  /// One a term shown.
  package let terms: [CoverageTotal]
  /// By term and body, nobody's last; of the terms of `posts`.
  package let bodies: [CoverageTotal]
  package let numbers: PlanningNumbers

  /// Counts what was taken of people; O(posts × terms + entries).
  package init(_ work: CoverageWork) {
    let scope = work.scope
    let numbers = PlanningNumbers(scope.readiness.rules, on: scope.on)
    var counts: [PlannedTitle: CoverageCount] = [:]
    var planned: Set<Term> = []
    for row in work.rows {
      counts[row.stand.title, default: CoverageCount()].add(row)
      planned.insert(row.stand.title.term)
    }
    let included = scope.included
    let current = scope.readiness.rules.term(on: scope.on)?.term
    var posts: [PostCoverage] = []
    var terms: [CoverageTotal] = []
    for term in scope.terms(planned: planned) {
      var total = CoverageTotal(term)
      let isShown = planned.contains(term) || term == current || term == scope.term
      for position in included {
        guard let post = scope.readiness.posts[position] else { continue }
        let title = PlannedTitle(position: position, term: term)
        let coverage = PostCoverage(
          title: title, post: post, holders: work.holders[position] ?? 0,
          count: counts[title] ?? CoverageCount(), limits: numbers.limits(of: post),
          decidedBy: scope.decidedBy(position))
        total.add(coverage)
        if isShown { posts.append(coverage) }
      }
      terms.append(total)
    }
    for row in work.rows {
      guard let place = terms.firstIndex(where: { $0.term == row.stand.title.term }) else {
        continue
      }
      terms[place].add(row)
    }
    self.posts = posts
    self.terms = terms
    self.numbers = numbers
    bodies = Self.bodies(of: posts, work.rows, scope)
  }

  /// What each body's posts add up to.
  private static func bodies(
    of posts: [PostCoverage], _ rows: [PlannedRow], _ scope: PlanningScope
  ) -> [CoverageTotal] {
    struct Key: Hashable {
      let term: Term
      let body: String?
    }
    var totals: [Key: CoverageTotal] = [:]
    for coverage in posts {
      let key = Key(term: coverage.title.term, body: coverage.decidedBy)
      totals[key, default: CoverageTotal(key.term, decidedBy: key.body)].add(coverage)
    }
    for row in rows {
      let body = scope.decidedBy(row.stand.title.position)
      totals[Key(term: row.stand.title.term, body: body)]?.add(row)
    }
    return totals.values.sorted { left, right in
      if left.term != right.term { return left.term < right.term }
      guard let mine = left.decidedBy, let its = right.decidedBy else {
        return left.decidedBy != nil && right.decidedBy == nil
      }
      return mine < its
    }
  }

  /// The posts and terms that nobody's entry covers.
  package var uncovered: [PostCoverage] { posts.filter { $0.count.valid == 0 } }
}
