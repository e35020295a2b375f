/// What papers are missing on a day, person by person and sheet by sheet.
package struct Papers: Sendable {
  let readiness: Readiness
  let deadlines: Deadlines

  package init(_ readiness: Readiness, _ deadlines: Deadlines) {
    self.readiness = readiness
    self.deadlines = deadlines
  }

  var on: Day { readiness.on }

  /// The papers of somebody on the way into the Party, or between two organisations: what wants no
  /// more of a person than membership, classes and transfers.
  package func pipeline(of person: PersonState) -> [MissingPaper] {
    admission(of: person) + receptions(of: person)
  }

  /// Whether a verdict may wait for papers: on the day the person is in planning for a post, or
  /// holds one.
  package func isJudged(_ person: PersonState) -> Bool {
    let isAsked =
      person.tenures.contains { $0.runs(on: on) }
      || person.planning.contains { entry in
        entry.entered <= on && !entry.isLeft(on: on) && readiness.end(of: entry.term) > on
      }
    return isAsked && person.isInPopulation(of: readiness.posts.tree)
  }

  /// The papers that the verdicts on somebody wait for, each once for all posts.
  package func verdicts(on person: PersonState, _ profile: Profile) -> [MissingPaper] {
    let candidate = readiness.candidate(person, profile)
    var papers: [MissingPaper] = []
    for row in readiness.rows(of: candidate) {
      guard let judgement = readiness.judge(candidate, for: row.position) else { continue }
      for requirement in judgement.requirements where requirement.status.isOpen {
        guard let paper = paper(settling: requirement, for: row.position, of: candidate)
        else { continue }
        papers.add(paper)
      }
    }
    for paper in yearly(of: candidate) where !papers.contains(where: paper.isSame) {
      papers.append(paper)
    }
    return papers
  }
}

extension [MissingPaper] {
  /// Adds a paper, or the post to the line that asks for it already; of two groups the first
  /// stands.
  fileprivate mutating func add(_ paper: MissingPaper) {
    guard let place = firstIndex(where: paper.isSame) else {
      append(paper)
      return
    }
    let positions = self[place].positions + paper.positions
    if paper.group.rawValue < self[place].group.rawValue { self[place] = paper }
    self[place].positions = positions
  }
}

extension MissingPaper {
  /// The order of lists, within which Office orders by organisation and person: by group, then by
  /// day, those without one last.
  package static func precedes(_ left: MissingPaper, _ right: MissingPaper) -> Bool {
    if left.group != right.group { return left.group.rawValue < right.group.rawValue }
    return (left.by ?? .afterAll) < (right.by ?? .afterAll)
  }
}
