extension PersonJudge {
  /// Whether an entry brings a person's posts of one level, in one term, over
  /// **planning.titlesPerPerson**.
  ///
  /// A level is the body that decides the posts (377-QĐ/TW 26.2: "một cấp phê duyệt"); posts of
  /// which it is not known are one level.
  func titles(_ index: LogIndex) -> [Finding] {
    guard let entry = state.planning.first(where: { $0.index == index }), entry.entered <= on,
      let limit = rules.number(.planningTitlesPerPerson, on: entry.entered),
      let level = level(of: entry.position, on: entry.entered)
    else { return [] }
    var titles: [PositionNumber] = []
    var evidence: [LogIndex] = []
    for other in state.planning where other.term == entry.term && other.precedes(entry) {
      guard self.level(of: other.position, on: entry.entered) == level,
        state.counts(other, on: entry.entered, rules), !titles.contains(other.position)
      else { continue }
      titles.append(other.position)
      evidence.append(other.index)
    }
    guard !titles.contains(entry.position), titles.count + 1 > limit.value else { return [] }
    var finding = Finding(
      .planningTitles, event: index, day: entry.entered, needed: .atMost(limit.value),
      found: .count(titles.count + 1))
    finding.rest(on: .planningTitlesPerPerson, limit)
    finding.position = entry.position
    finding.term = entry.term
    finding.organisation = surroundings.posts(on: entry.entered)[entry.position]?.organisation
    for index in evidence { finding.cite(index) }
    return [finding]
  }

  /// The level of a post that counts on a day: who decides it; nil for one that does not count.
  private func level(of position: PositionNumber, on day: Day) -> String? {
    guard let post = surroundings.posts(on: day)[position], post.isInTree,
      !post.isCommittee || rules.countsCommitteeSeats(on: day)
    else { return nil }
    return surroundings.positions[position]?.details(on: day)?.decidedBy ?? ""
  }
}

extension PlanningEntry {
  /// Whether it was made before another: by day, then as recorded.
  func precedes(_ other: PlanningEntry) -> Bool { (entered, index) < (other.entered, other.index) }
}

extension PostOnDay {
  /// Whether it is a seat in a committee (cấp ủy), whose planning has a pool of its own.
  var isCommittee: Bool {
    switch `class` {
    case .committeeMember, .standingMember: true
    case .deputyDivisionHead, .divisionHead, .deputyDirector, .director, .deputySecretary,
      .secretary:
      false
    }
  }
}

extension RuleSet {
  /// **planning.committeeSeatsCounted**: whether seats in committees count among the titles of a
  /// person and the people of a title.
  func countsCommitteeSeats(on day: Day) -> Bool {
    flag(.planningCommitteeSeatsCounted, on: day)?.value ?? true
  }
}

extension PersonState {
  /// Whether an entry counts on a day: made, not left, not lapsed, its term not over.
  func counts(_ entry: PlanningEntry, on day: Day, _ rules: RuleSet) -> Bool {
    guard entry.entered <= day, !entry.isLeft(on: day), rules.end(of: entry.term) > day else {
      return false
    }
    return lapse(of: entry, by: day, rules) == nil
  }

  /// The day by another on which a party discipline or a failed conclusion ended an entry for good;
  /// nil where none did.
  func lapse(of entry: PlanningEntry, by day: Day, _ rules: RuleSet) -> Day? {
    var first: Day?
    func take(_ cause: Day) {
      guard cause > entry.entered, cause <= day, first.map({ cause < $0 }) ?? true,
        rules.planningLapsesOnDiscipline(on: cause)?.value == true
      else { return }
      first = cause
    }
    for discipline in disciplines where discipline.system == .party {
      take(discipline.announcedOn)
    }
    for conclusion in conclusions where conclusion.result == .unfavourable { take(conclusion.on) }
    return first
  }
}
