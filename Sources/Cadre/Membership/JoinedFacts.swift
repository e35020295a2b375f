/// The facts of several numbers that are one person, each fact once.
///
/// Facts of one key are one fact, whichever files keep it: of those that count at the log size the
/// earliest in the log stands, the others are left out. So every figure is what it would be had
/// there been one file, in which the second would have been known already or refused
/// (Office.docc/Readiness.md).
package struct JoinedFacts: Sendable {
  /// What stands, by number, then in the order of each stream; what does not count at the log size
  /// is kept.
  package private(set) var facts: [Fact<PersonEvent>] = []
  /// What was left out though it says something else than what stands, by index.
  package private(set) var conflicts: [Conflict] = []

  /// Two files say different things of one fact.
  package struct Conflict: Hashable, Sendable {
    package let type: EventType
    /// The event that counts.
    package let stands: LogIndex
    /// The event that is not read.
    package let leftOut: LogIndex
  }

  private struct Holder {
    let number: PersonNumber
    let fact: Fact<PersonEvent>
  }

  /// Joins streams; O(n log n) in their facts.
  ///
  /// - Parameter streams: of different numbers, ascending.
  package init(
    _ streams: [(number: PersonNumber, facts: [Fact<PersonEvent>])], known: LogSize
  ) {
    var counting: [Holder] = []
    for stream in streams {
      for fact in stream.facts where fact.counts(at: known) && fact.event.isKeptOnce {
        counting.append(Holder(number: stream.number, fact: fact))
      }
    }
    counting.sort { $0.fact.index < $1.fact.index }
    var standing: [EventKey: Holder] = [:]
    var leftOut: Set<LogIndex> = []
    // Admissions first: the keys of some other facts say which admission they belong to.
    var ceremonies: [Day] = []
    for holder in counting {
      guard case .admitted(let admitted) = holder.fact.event else { continue }
      if take(holder, among: [], &standing, &leftOut) { ceremonies.append(admitted.ceremonyOn) }
    }
    for holder in counting where holder.fact.event.type != .admitted {
      _ = take(holder, among: ceremonies, &standing, &leftOut)
    }
    conflicts.sort { $0.leftOut < $1.leftOut }
    for stream in streams {
      facts += stream.facts.filter { !leftOut.contains($0.index) }
    }
  }

  /// Whether a fact stands; facts of one stream never stand in each other's way.
  private mutating func take(
    _ holder: Holder, among ceremonies: [Day], _ standing: inout [EventKey: Holder],
    _ leftOut: inout Set<LogIndex>
  ) -> Bool {
    let fact = holder.fact
    let admission = PersonDecision.ordinal(of: fact.effective, among: ceremonies)
    guard
      let key = fact.event.key(
        effective: fact.effective, document: fact.document, admission: admission)
    else { return true }
    guard let first = standing[key] else {
      standing[key] = holder
      return true
    }
    if first.number == holder.number { return true }
    leftOut.insert(fact.index)
    let isSame = PersonDecision.isSameContent(
      (first.fact.event, first.fact.effective, first.fact.document),
      (fact.event, fact.effective, fact.document))
    if !isSame {
      conflicts.append(
        Conflict(type: fact.event.type, stands: first.fact.index, leftOut: fact.index))
    }
    return false
  }
}

extension PersonEvent {
  /// Whether two files of one person can keep it twice: all but what says who somebody is.
  fileprivate var isKeptOnce: Bool {
    switch self {
    case .registered, .profileAmended, .samePerson, .differentPeople, .erased, .retracted: false
    case .qualificationAttained, .prospectIntroduced, .courseCompleted, .admitted, .recognised,
      .cardIssued, .activityExempted, .membershipEnded, .screened, .rated, .disciplined,
      .disciplineAnnulled, .impeded, .residenceCommented, .assetsDeclared, .theoryAttained,
      .theoryEnrolled, .standardsConcluded, .planningEntered, .planningLeft, .appointed,
      .relieved, .transferIntroduced, .transferReceived, .temporaryTransferEnded:
      true
    }
  }
}
