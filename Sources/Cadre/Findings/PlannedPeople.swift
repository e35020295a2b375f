/// An entry into planning ever recorded, as those for the same post and term are counted together.
package struct PlannedPerson: Hashable, Sendable {
  package let person: PersonNumber
  package let title: PlannedTitle
  package let entered: Day
  package let index: LogIndex
  /// Whether it counts at the log size asked.
  package let counts: Bool
}

/// A post in a term, as planning counts people for it.
package struct PlannedTitle: Hashable, Sendable {
  package let position: PositionNumber
  package let term: Term
}

extension PersonDossier {
  /// Every entry into planning recorded below a log size, those retracted too.
  package func planned(known: LogSize) -> [PlannedPerson] {
    facts.compactMap { fact in
      guard case .planningEntered(let position, let term) = fact.event, known.knows(fact.index)
      else { return nil }
      return PlannedPerson(
        person: number, title: PlannedTitle(position: position, term: term),
        entered: fact.effective ?? .beforeAll, index: fact.index, counts: fact.counts(at: known))
    }
  }
}

/// The people planned for one post in one term, counted against **planning.personsPerTitle** a
/// seat.
package enum PlannedPeople {
  /// Whether that many people, whatever became of their entries, are more than the post may have
  /// on a day.
  package static func mayExceed(
    _ people: Int, for position: PositionNumber, on day: Day, _ surroundings: Surroundings
  ) -> Bool {
    limit(for: position, on: day, surroundings).map { people > $0.value } ?? false
  }

  /// The finding that an entry is, if it brings the people over the limit.
  ///
  /// - Parameters:
  ///   - planned: the entry.
  ///   - people: whoever has an entry for the same post and term, as known at that log size.
  package static func finding(
    _ planned: PlannedPerson, among people: [PersonState], known: LogSize,
    _ surroundings: Surroundings
  ) -> Finding? {
    let day = planned.entered
    let title = planned.title
    guard let limit = limit(for: title.position, on: day, surroundings) else { return nil }
    var evidence: [LogIndex] = []
    for other in people {
      let earlier = other.planning.first {
        $0.position == title.position && $0.term == title.term
          && ($0.entered, $0.index) < (day, planned.index)
          && other.counts($0, on: day, surroundings.rules)
      }
      guard let earlier else { continue }
      if other.number == planned.person { return nil }
      evidence.append(earlier.index)
    }
    guard evidence.count + 1 > limit.value else { return nil }
    var finding = Finding(
      .planningPersons, event: planned.index, day: day, needed: .atMost(limit.value),
      found: .count(evidence.count + 1))
    finding.rest(on: .planningPersonsPerTitle, limit)
    finding.person = planned.person
    finding.position = title.position
    finding.term = title.term
    finding.organisation = surroundings.posts(on: day)[title.position]?.organisation
    finding.known = known
    for index in evidence.sorted() { finding.cite(index) }
    return finding
  }

  /// The most people for a post on a day; nil where nothing limits them.
  private static func limit(
    for position: PositionNumber, on day: Day, _ surroundings: Surroundings
  ) -> Ruling<Int>? {
    guard let post = surroundings.posts(on: day)[position], post.isInTree,
      !post.isCommittee || surroundings.rules.countsCommitteeSeats(on: day)
    else { return nil }
    return surroundings.rules.number(.planningPersonsPerTitle, on: day)?.map { $0 * post.seats }
  }
}
