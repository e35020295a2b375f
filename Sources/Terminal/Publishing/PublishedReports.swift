internal import Cadre
internal import Office
internal import Reports

/// A published report, and what came of asking it again.
struct AskedAgain: Sendable {
  let published: PublishedReport
  let outcome: Outcome

  /// What came of asking again.
  enum Outcome: Hashable, Sendable {
    /// The answer is byte for byte what was published.
    case same
    /// The answer is another one now, and no erasure accounts for it.
    case differs(now: Digest)
    /// The answer is another one now, and people were erased since who could be in it.
    case touchedByErasure([PersonNumber])
    /// The question has no answer any more.
    case unanswerable(Complaint)
  }
}

/// What people were shown, held against what the ledger says today.
enum PublishedReports {
  /// Asks published reports again, from the standpoint of each, by the code of the commands
  /// themselves; O(their answers).
  ///
  /// - Parameters:
  ///   - last: so many at most, the latest that count; nil: all.
  ///   - surroundings: whose console and language complaints are for; nothing is written to it.
  ///   - progress: is told how many of how many are done.
  /// - Returns: oldest first.
  /// - Throws: where the machine fails, or the ledger is busy: that says nothing about a report.
  static func askAgain(
    last: Int? = nil, of ledger: Ledger, for surroundings: Invocation,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Complaint) -> [AskedAgain] {
    let reports = try surroundings.office { () throws(OfficeError) in
      try ledger.publishedReports(last: last)
    }
    return try askAgain(reports, of: ledger, for: surroundings, progress: progress)
  }

  private static func askAgain(
    _ reports: [PublishedReport], of ledger: Ledger, for surroundings: Invocation,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Complaint) -> [AskedAgain] {
    var asked: [AskedAgain] = []
    for published in reports {
      progress(asked.count, reports.count)
      let outcome: AskedAgain.Outcome
      do throws(Complaint) {
        outcome = try again(published, of: ledger, for: surroundings)
      } catch {
        guard error.isAboutTheQuestion else { throw error }
        outcome = .unanswerable(error)
      }
      asked.append(AskedAgain(published: published, outcome: outcome))
    }
    return asked
  }

  /// The same of the latest so many of all, and of the latest so many that somebody else published
  /// than who asks every night: a night's own lists must not crowd out those of people.
  /// - Returns: oldest first; and how many were ever published.
  static func askAgain(
    last: Int, besidesThoseOf actor: String, of ledger: Ledger, for surroundings: Invocation
  ) throws(Complaint) -> (asked: [AskedAgain], of: Int) {
    let reports = try surroundings.office { () throws(OfficeError) in
      try ledger.publishedReports()
    }
    let wanted = Set(
      (reports.suffix(last) + reports.filter { $0.actor != actor }.suffix(last)).map(\.index))
    let chosen = reports.filter { wanted.contains($0.index) }
    return (try askAgain(chosen, of: ledger, for: surroundings), reports.count)
  }

  private static func again(
    _ published: PublishedReport, of ledger: Ledger, for surroundings: Invocation
  ) throws(Complaint) -> AskedAgain.Outcome {
    let question = try Question(published.report)
    let now = try HeldAnswer.digest(of: question, of: ledger, for: surroundings)
    if now == published.report.sha256 { return .same }
    let erased = try surroundings.office { () throws(OfficeError) in
      try ledger.peopleErased(
        after: published.index, knownAt: question.known, of: question.person)
    }
    return erased.isEmpty ? .differs(now: now) : .touchedByErasure(erased)
  }
}

extension Complaint {
  /// Whether it is the question that has no answer, or the ledger that is damaged: not a failure
  /// of the machine, which may be gone the next time.
  fileprivate var isAboutTheQuestion: Bool {
    switch status {
    case .usage, .badData, .noInput, .configuration, .violation: true
    case .done, .no, .unknown, .warnings, .internalError, .cannotCreate, .inputOutput, .busy,
      .notPermitted, .closedPipe:
      false
    }
  }
}
