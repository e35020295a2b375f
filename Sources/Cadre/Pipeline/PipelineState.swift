/// A certificate of political theory.
package struct TheoryCertificate: Hashable, Sendable {
  package let level: TheoryLevel
  package let proof: TheoryProof
  package let issuedOn: Day
  package let index: LogIndex

  init(_ attained: TheoryAttained, _ index: LogIndex) {
    level = attained.level
    proof = attained.proof
    issuedOn = attained.issuedOn
    self.index = index
  }
}

/// A place in a class of political theory.
package struct Enrolment: Hashable, Sendable {
  package let level: TheoryLevel
  package let startsOn: Day
  package let index: LogIndex

  init(_ enrolled: TheoryEnrolled, _ index: LogIndex) {
    level = enrolled.level
    startsOn = enrolled.startsOn
    self.index = index
  }
}

/// A conclusion on political standards.
package struct Conclusion: Hashable, Sendable {
  package let on: Day
  package let purpose: ConclusionPurpose
  package let result: ConclusionResult
  package let index: LogIndex
}

/// An entry into planning for a post in a term.
package struct PlanningEntry: Hashable, Sendable {
  package let position: PositionNumber
  package let term: Term
  package let entered: Day
  package let index: LogIndex
  /// The first leaving after the entry.
  package internal(set) var left: Left?

  /// How an entry was left.
  package struct Left: Hashable, Sendable {
    package let on: Day
    package let reason: LeavingReason?
    package let index: LogIndex
  }

  /// Whether it was left on or before a day.
  package func isLeft(on day: Day) -> Bool { left.map { $0.on <= day } ?? false }
}

/// A period in a post, [from, until).
package struct Tenure: Hashable, Sendable {
  package let position: PositionNumber
  /// The post's line on the first day.
  package let line: Line
  package let from: Day
  /// `afterAll` while it lasts.
  package internal(set) var until = Day.afterAll
  /// The appointment.
  package let index: LogIndex
  /// What ended it: another appointment, relief, the end of membership, the post's abolition.
  package internal(set) var endedBy: LogIndex?

  init(position: PositionNumber, line: Line, from: Day, index: LogIndex) {
    self.position = position
    self.line = line
    self.from = from
    self.index = index
  }

  /// Whether it runs on a day.
  @inlinable package func runs(on day: Day) -> Bool { from <= day && day < until }
}
