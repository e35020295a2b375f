/// One person and one post, ready to be evaluated on the day asked and on later days.
struct Evaluation {
  let readiness: Readiness
  let candidate: Candidate
  let position: PositionNumber
  let post: PostOnDay
  let rules: PostRules
  /// The month the age rule counts from where it is not that of the day.
  let ageMonth: Month?
  /// The tenure on the post's line that runs on the day asked, one of its rank or higher first.
  let held: Tenure?
  /// Whether the post itself is held on the day asked.
  let holdsPost: Bool
  /// Whether the post held on its line has at least its rank.
  let holdsAsHigh: Bool

  /// Not held a second time: it is a dozen arrays, each to be retained.
  var person: PersonState { candidate.person }

  /// The day asked; facts that hold from later days do not count.
  var asked: Day { readiness.on }

  init(
    _ readiness: Readiness, _ candidate: Candidate, _ position: PositionNumber, _ post: PostOnDay,
    ageMonth: Month?
  ) {
    self.readiness = readiness
    self.candidate = candidate
    self.position = position
    self.post = post
    rules = readiness.rules(for: post)
    self.ageMonth = ageMonth
    held = candidate.tenure(onLineOf: post, asHeldIn: readiness)
    holdsAsHigh =
      held.flatMap { readiness.posts[$0.position] }.map { $0.rank >= post.rank } ?? false
    holdsPost = candidate.posts.contains { $0.position == position }
  }

  /// A status with the first later day on which it may be another, no event happening; the day
  /// may be too early, never too late.
  struct Reading {
    var status: RequirementStatus
    var next = Day.afterAll

    static let notApplicable = Reading(status: .notApplicable)
  }

  /// Evaluates a requirement on a day, not before the day asked.
  func read<R: Recorder>(_ id: RequirementID, on day: Day, _ recorder: inout R) -> Reading {
    let epoch = rules.epoch(on: day)
    var reading: Reading
    switch id {
    case .membership: reading = membership(on: day, epoch, &recorder)
    case .planning: reading = planning(on: day, epoch, &recorder)
    case .theory: reading = theory(epoch, &recorder)
    case .standards: reading = standards(on: day, epoch, &recorder)
    case .screening: reading = screening(epoch, &recorder)
    case .rating: reading = rating(on: day, epoch, &recorder)
    case .discipline: reading = discipline(on: day, epoch, &recorder)
    case .age: reading = age(on: day, epoch, &recorder)
    case .assets: reading = assets(on: day, epoch, &recorder)
    case .qualification: reading = qualification(epoch, &recorder)
    case .tenure: reading = tenure(on: day, epoch, &recorder)
    case .suspension: reading = suspension(epoch, &recorder)
    case .impediment: reading = impediment(on: day, &recorder)
    }
    reading.next = min(reading.next, epoch.until)
    return reading
  }

  /// What absence means: the status where a sheet received covers the person, else unknown.
  func absence<R: Recorder>(
    of sheet: RequiredSheet, gives status: RequirementStatus, _ recorder: inout R
  ) -> Reading {
    guard seek(sheet, &recorder) else { return Reading(status: .unknown) }
    return Reading(status: status)
  }

  /// Whether the sheet is complete for the person; if it is not, it is the one that is missing.
  /// What decides is something else, so the receipt is not cited.
  func isComplete<R: Recorder>(_ sheet: RequiredSheet, _ recorder: inout R) -> Bool {
    if receipt(of: sheet) != nil { return true }
    recorder.misses(sheet)
    return false
  }

  private func receipt(of sheet: RequiredSheet) -> LogIndex? {
    readiness.coverage.receipt(of: sheet, for: candidate.organisation, candidate.person)
  }

  /// Whether the sheet that would tell was received for the person's organisation: then it is
  /// cited, since it does not tell; otherwise it is the one that is missing.
  @discardableResult
  func seek<R: Recorder>(_ sheet: RequiredSheet, _ recorder: inout R) -> Bool {
    guard let receipt = receipt(of: sheet) else {
      recorder.misses(sheet)
      return false
    }
    recorder.cites(receipt)
    return true
  }
}
