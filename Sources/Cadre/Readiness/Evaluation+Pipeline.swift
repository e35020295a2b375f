extension Evaluation {
  /// An entry for the post, or one of its line and at least its rank, counts on the day.
  func planning<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard epoch.planningRequired else { return .notApplicable }
    recorder.needs(.planned)
    recorder.rests(on: epoch.ground(of: .planningRequired))
    var best: (entry: PlanningEntry, until: Day)?
    var ended: (entry: PlanningEntry, by: Candidate.LapseCause?)?
    var next = Day.afterAll
    for entry in person.planning where entry.entered <= asked && suits(entry) {
      let until = readiness.end(of: entry.term)
      guard day < until else { continue }
      if entry.isLeft(on: asked) {
        ended = ended ?? (entry, nil)
        next = min(next, until)
      } else if let cause = readiness.lapse(of: entry, candidate, rules.asked) {
        if ended?.by == nil { ended = (entry, cause) }
        next = min(next, until)
      } else if best.map({ $0.until < until }) ?? true {
        best = (entry, until)
      }
    }
    if let best {
      recorder.finds(.planned(best.entry))
      recorder.cites(best.entry.index)
      return Reading(status: .met, next: best.until)
    }
    guard let ended else { return absence(of: .planning, gives: .unmet, &recorder) }
    recorder.cites(ended.entry.index)
    if let cause = ended.by {
      recorder.finds(.lapsed(ended.entry, on: cause.day))
      recorder.cites(cause.index)
      recorder.rests(on: readiness.groundOfLapse(on: cause.day, rules.asked))
    } else if let left = ended.entry.left {
      recorder.finds(.left(ended.entry, on: left.on))
      recorder.cites(left.index)
    }
    // A newer entry may be missing where the sheet does not tell all of the person.
    guard isComplete(.planning, &recorder) else { return Reading(status: .unknown) }
    return Reading(status: .unmet, next: next)
  }

  /// Whether an entry is for the post or for one of its line and at least its rank.
  private func suits(_ entry: PlanningEntry) -> Bool {
    if entry.position == position { return true }
    guard let other = readiness.posts[entry.position] else { return false }
    return other.line == post.line && other.rank >= post.rank
  }

  /// The highest level of theory is at least the one needed.
  func theory<R: Recorder>(_ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard let needed = epoch.theory else { return .notApplicable }
    recorder.needs(.theory(needed))
    recorder.rests(on: epoch.ground(of: .theoryRequired))
    var best: TheoryCertificate?
    for certificate in person.theory where certificate.issuedOn <= asked {
      if certificate.proof == .equivalence {
        recorder.rests(on: epoch.ground(of: .theoryEquivalenceUntil))
        guard certificate.issuedOn < epoch.equivalenceUntil else { continue }
      }
      if best.map({ $0.level.rank < certificate.level.rank }) ?? true { best = certificate }
    }
    if let best {
      recorder.finds(.theory(best.level))
      recorder.cites(best.index)
      if best.level.rank >= needed.rank { return Reading(status: .met) }
    }
    return absence(of: .theory, gives: .unmet, &recorder)
  }

  /// The last conclusion for an appointment is favourable and still valid.
  func standards<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard epoch.standardsRequired else { return .notApplicable }
    recorder.needs(.conclusion(validMonths: epoch.validMonths))
    recorder.rests(on: epoch.ground(of: .standardsRequired))
    recorder.rests(on: epoch.ground(of: .standardsValidMonths))
    let last = person.conclusions.last { conclusion in
      conclusion.on <= asked
        && (conclusion.purpose == .appointment
          || (holdsPost && conclusion.purpose == .reappointment))
    }
    guard let last else {
      seek(.conclusions, &recorder)
      return Reading(status: .unknown)
    }
    recorder.cites(last.index)
    guard last.result == .favourable else {
      recorder.finds(.conclusion(.unfavourable, on: last.on, until: nil))
      return Reading(status: .unmet)
    }
    let until = epoch.validMonths.map { last.on.adding(months: $0) }
    recorder.finds(.conclusion(.favourable, on: last.on, until: until))
    guard let until else { return Reading(status: .met) }
    return day < until ? Reading(status: .met, next: until) : Reading(status: .unmet)
  }

  /// The degree is at least the one needed.
  func qualification<R: Recorder>(_ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard let needed = epoch.degree else { return .notApplicable }
    recorder.needs(.degree(needed))
    recorder.rests(on: epoch.ground(of: .qualificationRequired))
    var best: Qualification?
    for degree in person.degrees where degree.from <= asked {
      if best.map({ $0.level < degree.level }) ?? true { best = degree }
    }
    guard let best else {
      seek(.people, &recorder)
      return Reading(status: .unknown)
    }
    recorder.finds(.degree(best.level))
    recorder.cites(best.index)
    return Reading(status: best.level >= needed ? .met : .unmet)
  }

  /// Enough whole months in posts of the rank below or the same; adjoining periods join.
  func tenure<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard let needed = epoch.monthsInPost else { return .notApplicable }
    recorder.needs(.monthsInPost(needed))
    recorder.rests(on: epoch.ground(of: .appointmentMonthsInPost))
    var months = 0
    var run: (from: Day, until: Day)?
    for tenure in person.tenures where tenure.from <= asked && counts(tenure) {
      recorder.cites(tenure.index)
      let until = tenure.until <= asked ? tenure.until : .afterAll
      if let joined = run, tenure.from <= joined.until {
        run = (joined.from, max(joined.until, until))
      } else {
        if let run { months += run.from.wholeMonths(to: run.until) }
        run = (tenure.from, until)
      }
    }
    // The last run alone may go on; the months it lacks fall due on a known day.
    let before = months
    if let run { months += run.from.wholeMonths(to: min(run.until, day)) }
    recorder.finds(.monthsInPost(months))
    if months >= needed { return Reading(status: .met) }
    var reading = absence(of: .appointments, gives: .unmet, &recorder)
    if let run, run.until == .afterAll { reading.next = run.from.adding(months: needed - before) }
    return reading
  }

  private func counts(_ tenure: Tenure) -> Bool {
    guard let other = readiness.posts[tenure.position] else { return false }
    return other.line == post.line && (other.rank == post.rank || other.rank == post.rank - 1)
  }
}

extension Readiness {
  /// The line of the post held, as it stands on the day asked.
  func line(of tenure: Tenure) -> Line { posts[tenure.position]?.line ?? tenure.line }

  /// What ended an entry for good on or before the day asked: the first party discipline or failed
  /// conclusion after it, where the rule of that day says so.
  func lapse(
    of entry: PlanningEntry, _ candidate: Candidate, _ asked: RuleCase
  ) -> Candidate.LapseCause? {
    candidate.causes.first { cause in
      cause.day > entry.entered
        && rules.flag(.planningLapsesOnDiscipline, for: asked, on: cause.day)?.value == true
    }
  }

  /// The rule by which an entry lapsed on a day.
  func groundOfLapse(on day: Day, _ asked: RuleCase) -> Ground? {
    rules.flag(.planningLapsesOnDiscipline, for: asked, on: day).map {
      Ground(basis: $0.basis, verified: $0.verified)
    }
  }
}
