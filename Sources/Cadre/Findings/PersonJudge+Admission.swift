extension PersonJudge {
  /// Age, certificate and file at the cell's vote, and the ceremony after the decision.
  func admission(_ admitted: Admitted, _ fact: Fact<PersonEvent>) -> [Finding] {
    let vote = Vote(
      index: fact.index, on: admitted.cellVotedOn, by: admitted.decidedOn ?? admitted.ceremonyOn)
    return [age(at: vote), certificate(at: vote), file(at: vote), ceremony(admitted, fact.index)]
      .compactMap { $0 }
  }

  /// The cell's vote: a day, or only that it was taken by another.
  private struct Vote {
    let index: LogIndex
    let on: Day?
    let by: Day

    /// The day whose rules are read.
    var day: Day { on ?? by }
  }

  /// **admission.ageYears**, counted from the month of birth to the month of the vote (24-QĐ/TW 1.1:
  /// "tính theo tháng") at both ends of the birth's interval, under every rule set. Above the
  /// upper bound the superior's decision is asked for, which no event holds.
  private func age(at vote: Vote) -> Finding? {
    guard let ruling = rules.admissionAgeYears(on: vote.day) else { return nil }
    func finding(
      _ status: FindingStatus, _ needed: FindingNeeded, _ found: FindingFound
    ) -> Finding {
      var finding = Finding(
        .admissionAge, status, event: vote.index, day: vote.day, needed: needed, found: found)
      finding.rest(on: .admissionAgeYears, ruling)
      return finding
    }
    guard let day = vote.on else { return finding(.unknown, .age(ruling.value), .nothing) }
    let profile = profile(of: state, on: day)
    guard let birth = profile.birth else {
      var missing = finding(.unknown, .age(ruling.value), .nothing)
      missing.missingSheet = .people
      return missing
    }
    let least = day.month.number - birth.latest.number
    let most = day.month.number - birth.earliest.number
    let minimum = (ruling.value.minimum ?? 0) * 12
    let maximum = ruling.value.maximum.map { $0 * 12 } ?? .max
    if least >= minimum, most <= maximum { return nil }
    var found: Finding
    if most < minimum {
      found = finding(.breach, .age(ruling.value), .age(least: least, most: most))
    } else if least > maximum, let years = ruling.value.maximum {
      found = finding(
        .unknown, .superiorDecision(above: years), .age(least: least, most: most))
    } else {
      found = finding(.unknown, .age(ruling.value), .age(least: least, most: most))
    }
    for source in profile.sources { found.cite(source) }
    return found
  }

  /// **admission.certificateMonths**: the last certificate of the prospects' class counts until
  /// that many months after its issue.
  private func certificate(at vote: Vote) -> Finding? {
    guard let ruling = rules.number(.admissionCertificateMonths, on: vote.day) else { return nil }
    let last = courses.filter { $0.issued <= vote.day }
      .max { ($0.issued, $0.index) < ($1.issued, $1.index) }
    var status = FindingStatus.unknown
    var found = FindingFound.nothing
    if let last {
      let until = last.issued.adding(months: ruling.value)
      if vote.day < until { return nil }
      if vote.on != nil { status = .breach }
      found = .certificate(issued: last.issued, until: until)
    }
    var finding = Finding(
      .admissionCertificate, status, event: vote.index, day: vote.day,
      needed: .months(ruling.value), found: found)
    finding.rest(on: .admissionCertificateMonths, ruling)
    finding.cite(last?.index)
    return finding
  }

  /// **admission.fileMonths**, counted from the introduction, where that has a day of its own and
  /// not only the certificate's.
  private func file(at vote: Vote) -> Finding? {
    guard let day = vote.on, let introduction = state.introduction,
      introduction.from > .beforeAll, introduction.from <= day,
      !courses.contains(where: { $0.issued == introduction.from }),
      let ruling = rules.number(.admissionFileMonths, on: day),
      day > introduction.from.adding(months: ruling.value)
    else { return nil }
    var finding = Finding(
      .admissionFile, event: vote.index, day: day, needed: .months(ruling.value),
      found: .since(introduction.from))
    finding.rest(on: .admissionFileMonths, ruling)
    finding.cite(introduction.index)
    return finding
  }

  /// The classes for prospects that are known, in the order of the stream.
  private var courses: [(issued: Day, index: LogIndex)] {
    dossier.facts.compactMap { fact in
      guard case .courseCompleted(let course) = fact.event, course.course == .prospects,
        fact.counts(at: known)
      else { return nil }
      return (course.issued, fact.index)
    }
  }
}

extension PersonJudge {
  /// An admission after membership had ended: how soon, how often, and after what.
  func readmission(_ admitted: Admitted, _ index: LogIndex) -> [Finding] {
    let day = admitted.decidedOn ?? admitted.ceremonyOn
    let ending = state.endings.last { $0.on <= admitted.ceremonyOn }
    guard ending != nil || admitted.kind == .readmission else { return [] }
    return [
      early(ending, index, day), repeated(index, day), ending.flatMap { excluded($0, index, day) },
    ].compactMap { $0 }
  }

  private func early(_ ending: Ending?, _ index: LogIndex, _ day: Day) -> Finding? {
    guard let ruling = rules.number(.readmissionMonths, on: day) else { return nil }
    let first = ending.map { $0.on.adding(months: ruling.value) }
    if let first, day >= first { return nil }
    var finding = Finding(
      .readmissionEarly, ending == nil ? .unknown : .breach, event: index, day: day,
      needed: first.map { .notBefore($0) } ?? .months(ruling.value),
      found: ending.map { .ended($0.on, $0.ground) } ?? .nothing)
    finding.rest(on: .readmissionMonths, ruling)
    finding.cite(ending?.index)
    return finding
  }

  private func repeated(_ index: LogIndex, _ day: Day) -> Finding? {
    guard let ruling = rules.number(.readmissionTimes, on: day) else { return nil }
    let again = state.admissions.filter { admission in
      admission.kind == .readmission || state.endings.contains { $0.on <= admission.ceremonyOn }
    }
    guard let place = again.firstIndex(where: { $0.index == index }), place + 1 > ruling.value
    else { return nil }
    var finding = Finding(
      .readmissionRepeated, event: index, day: day, needed: .atMost(ruling.value),
      found: .count(place + 1))
    finding.rest(on: .readmissionTimes, ruling)
    for earlier in again[..<place] { finding.cite(earlier.index) }
    return finding
  }

  private func excluded(_ ending: Ending, _ index: LogIndex, _ day: Day) -> Finding? {
    guard let ruling = rules.readmissionNeverAfter(on: day) else { return nil }
    if let ground = ending.ground, !ruling.value.contains(ground) { return nil }
    var finding = Finding(
      .readmissionExcluded, ending.ground == nil ? .unknown : .breach, event: index, day: day,
      needed: .otherGround, found: .ended(ending.on, ending.ground))
    finding.rest(on: .readmissionNeverAfter, ruling)
    finding.cite(ending.index)
    return finding
  }
}

extension Birth {
  /// The days it may be.
  var days: ClosedRange<Day> {
    switch self {
    case .day(let day): day...day
    case .month, .year: earliest.first...latest.last
    }
  }
}
