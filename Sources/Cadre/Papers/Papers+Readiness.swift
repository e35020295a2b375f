/// Papers that a verdict waits for.
extension Papers {
  /// What would settle an open requirement: of an unknown one the paper that is not there, of an
  /// unmet one a conclusion in place of the one that ran out; what else is unmet, no paper mends.
  func paper(
    settling requirement: Requirement, for position: PositionNumber, of candidate: Candidate
  ) -> MissingPaper? {
    guard let kind = PaperKind(settling: requirement.id) else { return nil }
    let isHeld = candidate.posts.contains { $0.position == position }
    let purpose = isHeld ? ConclusionPurpose.reappointment : .appointment
    switch requirement.status {
    case .unknown:
      let paper = MissingPaper(.verdictUnknown, kind).settling(requirement, for: position)
      return kind == .conclusion ? paper.meant(for: purpose) : dated(paper, requirement)
    case .unmet:
      guard requirement.id == .standards,
        case .conclusion(.favourable, _, let until?) = requirement.found
      else { return nil }
      return MissingPaper(.mendsUnmet, kind).settling(requirement, for: position)
        .meant(for: purpose).by(until.adding(days: -1), asOf: on)
    case .met, .notApplicable: return nil
    }
  }

  /// With the year it is for and the day of the year by which that is due.
  private func dated(_ paper: MissingPaper, _ requirement: Requirement) -> MissingPaper {
    switch (requirement.id, requirement.found, requirement.needed) {
    case (.rating, .rating(let year, nil), _):
      let due = deadlines.rules.ratingDueBy(on: on)?.value
      return paper.of(year).by(due?.inYear(year + 1), asOf: on)
    case (.assets, _, .declaration(let year)):
      let due = deadlines.rules.assetsDueBy(on: on)?.value
      return paper.of(year).by(due?.inYear(year + 1), asOf: on)
    default: return paper
    }
  }

  /// The rating and the declaration of the year before, past due, of who holds a post: whoever is
  /// planned is asked for them by the verdict.
  func yearly(of candidate: Candidate) -> [MissingPaper] {
    guard candidate.isInPopulation else { return [] }
    let rules = deadlines.rules
    let year = on.year - 1
    var papers: [MissingPaper] = []
    for tenure in candidate.posts {
      guard let post = readiness.posts[tenure.position], post.isOpen, post.isInTree else {
        continue
      }
      let asked = post.asked
      if let due = rules.ratingDueBy(on: on), due.value.hasPassed(on: on),
        let ruling = rules.ratingRequired(for: asked, on: on), ruling.value,
        lacksRating(candidate.person, of: year)
      {
        papers.append(
          MissingPaper(.mendsUnmet, .rating).of(year).by(due.value.inYear(on.year), asOf: on)
            .resting(on: ruling).citing(tenure.index))
      }
      if let due = rules.assetsDueBy(on: on), due.value.hasPassed(on: on),
        let ruling = rules.assetsRequired(for: asked, on: on), ruling.value,
        !candidate.person.declarations.contains(where: { $0.year == year && $0.on <= on })
      {
        papers.append(
          MissingPaper(.mendsUnmet, .declaration).of(year).by(due.value.inYear(on.year), asOf: on)
            .resting(on: ruling).citing(tenure.index))
      }
    }
    return papers.reduce(into: []) { kept, paper in
      if !kept.contains(where: paper.isSame) { kept.append(paper) }
    }
  }

  private func lacksRating(_ person: PersonState, of year: Int) -> Bool {
    person.status(on: .lastOf(year: year)) == .official
      && !person.ratings.contains { $0.year == year && $0.from <= on }
  }
}
