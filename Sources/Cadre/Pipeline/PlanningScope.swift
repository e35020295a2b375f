/// What a question about planning is about: posts of some organisations, in some terms.
package struct PlanningScope: Sendable {
  package let readiness: Readiness
  package let positions: PositionTable
  package let subtree: Subtree
  /// One post; nil: all.
  package let position: PositionNumber?
  /// One term; nil: the one of the day asked, and later ones.
  package let term: Term?
  /// From when what changed is asked about; nil: nothing changed is asked about.
  package let since: Day?
  /// Who is left out of account with their planning and their posts.
  package let without: PersonNumber?
  /// What organisations are on the day.
  let kinds: [OrganisationNumber: OrganisationKind]
  /// By number, whether the post is asked about.
  private let isIncluded: [Bool]

  /// - Parameter readiness: of the day asked.
  package init(
    _ readiness: Readiness, _ positions: PositionTable, _ organisations: OrganisationTree,
    _ subtree: Subtree, position: PositionNumber? = nil, term: Term? = nil, since: Day? = nil,
    without: PersonNumber? = nil
  ) {
    self.readiness = readiness
    self.positions = positions
    self.subtree = subtree
    self.position = position
    self.term = term
    self.since = since
    self.without = without
    var kinds: [OrganisationNumber: OrganisationKind] = [:]
    for number in organisations.numbers {
      kinds[number] = organisations[number]?.kind(on: readiness.on)
    }
    self.kinds = kinds
    isIncluded = (0..<positions.limit).map { place in
      let number = PositionNumber(UInt32(place))
      guard let post = readiness.posts[number], post.isOpen, post.isInTree,
        position.map({ $0 == number }) ?? true
      else { return false }
      return subtree.contains(post.organisation)
    }
  }

  /// The day asked.
  package var on: Day { readiness.on }

  /// Whether a post is asked about: open, in the tree and of an organisation asked about.
  package func includes(_ position: PositionNumber) -> Bool {
    let place = Int(position.number)
    return place < isIncluded.count && isIncluded[place]
  }

  /// The posts asked about, by code.
  package var included: [PositionNumber] {
    isIncluded.indices.lazy.filter { isIncluded[$0] }.map { PositionNumber(UInt32($0)) }
      .sorted(by: readiness.posts.precedes)
  }

  /// Whether a term is asked about: the one named, else one that is not over.
  package func includes(_ term: Term) -> Bool {
    self.term.map { $0 == term } ?? (readiness.end(of: term) > on)
  }

  /// The first day of a term; terms later than the rule set's are five years each.
  package func start(of term: Term) -> Day {
    if let days = readiness.rules.days(of: term) { return days.from }
    let years = term.lastYear - term.firstYear
    return readiness.end(of: term).adding(months: -12 * years)
  }

  /// Whether a decision is asked about: on or after the day from which changes are, or else for a
  /// term asked about or, without a term, taken in the one of the day asked.
  func asksAbout(decidedOn day: Day, for term: Term?) -> Bool {
    guard day <= on else { return false }
    if let since { return day > since && (term.map(includes) ?? true) }
    if let term { return includes(term) }
    if let asked = self.term { return start(of: asked) <= day && day < readiness.end(of: asked) }
    return day >= (readiness.rules.term(on: on)?.from ?? .beforeAll)
  }

  /// The body that decides a post on the day (S16), in the sheet's words; nil where it is not said.
  package func decidedBy(_ position: PositionNumber) -> String? {
    positions[position]?.details(on: on)?.decidedBy
  }

  /// The terms shown: the one named; else that of the day, the next, and later ones in which
  /// anybody is planned.
  /// - Parameter planned: terms in which anybody is planned.
  package func terms(planned: Set<Term>) -> [Term] {
    if let term { return [term] }
    var terms = planned
    if let current = readiness.rules.term(on: on) {
      terms.insert(current.term)
      if let next = readiness.rules.term(on: current.until) { terms.insert(next.term) }
    }
    return terms.sorted()
  }
}
