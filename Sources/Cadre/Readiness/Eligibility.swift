/// A row of the eligibility list: a post the person is in planning for.
package struct EligibilityRow: Hashable, Sendable {
  package let position: PositionNumber
  /// The terms of the entries, ascending.
  package let terms: [Term]
  /// Whether every one of the entries has lapsed.
  package let isLapsed: Bool
}

extension Readiness {
  /// The rows of a person of the population, by the posts' codes: posts not held whose
  /// organisation is in the tree, with an entry made, not left, in a term that ends later, lapsed
  /// or not (spec/domain.md section 6).
  package func rows(of candidate: Candidate) -> [EligibilityRow] {
    guard candidate.isInPopulation else { return [] }
    var rows: [EligibilityRow] = []
    for entry in candidate.person.planning
    where entry.entered <= on && !entry.isLeft(on: on) && end(of: entry.term) > on {
      guard let post = posts[entry.position], post.isOpen, post.isInTree,
        !candidate.posts.contains(where: { $0.position == entry.position })
      else { continue }
      let isLapsed = lapse(of: entry, candidate, rules(for: post).asked) != nil
      if let place = rows.firstIndex(where: { $0.position == entry.position }) {
        let row = rows[place]
        let terms = row.terms.contains(entry.term) ? row.terms : row.terms + [entry.term]
        rows[place] = EligibilityRow(
          position: row.position, terms: terms.sorted(), isLapsed: row.isLapsed && isLapsed)
      } else {
        rows.append(
          EligibilityRow(position: entry.position, terms: [entry.term], isLapsed: isLapsed))
      }
    }
    if rows.count > 1 { rows.sort { posts.precedes($0.position, $1.position) } }
    return rows
  }
}
