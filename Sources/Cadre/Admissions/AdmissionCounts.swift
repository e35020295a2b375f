/// Admissions and readmissions, apart.
package struct AdmissionCount: Hashable, Sendable {
  package private(set) var admissions = 0
  package private(set) var readmissions = 0

  /// Both together.
  package var all: Int { admissions + readmissions }

  mutating func add(_ kind: AdmissionKind) {
    switch kind {
    case .admission: admissions += 1
    case .readmission: readmissions += 1
    }
  }

  static func + (left: AdmissionCount, right: AdmissionCount) -> AdmissionCount {
    var sum = left
    sum.admissions += right.admissions
    sum.readmissions += right.readmissions
    return sum
  }
}

/// The admissions of a year by the sector of the admitting cells.
package struct AdmissionYear: Hashable, Sendable {
  /// Of the ceremony.
  package let year: Int
  package let sector: Group
  package let count: AdmissionCount

  /// Which cells.
  package enum Group: Hashable, Sendable {
    case total
    case sector(Sector)
    case unknown
    /// Cells that were outside this ledger.
    case outside
  }
}

/// How many of those introduced came how far on the way.
///
/// Only what is recorded counts: somebody admitted without a certificate in the ledger is admitted,
/// and not one who passed the class.
package struct AdmissionFunnel: Hashable, Sendable {
  package internal(set) var introduced = 0
  package internal(set) var classPassed = 0
  package internal(set) var admitted = 0
  package internal(set) var recognised = 0

  /// Nobody, or those introduced.
  init(introduced: Int = 0) { self.introduced = introduced }

  static func += (left: inout AdmissionFunnel, right: AdmissionFunnel) {
    left.introduced += right.introduced
    left.classPassed += right.classPassed
    left.admitted += right.admitted
    left.recognised += right.recognised
  }
}

/// How far the introductions of one body have led.
package struct AdmissionSource: Hashable, Sendable {
  /// nil: the ledger does not say who introduced.
  package let by: Introducer?
  package let funnel: AdmissionFunnel
}

/// The certificates of one class and year.
package struct AdmissionClass: Hashable, Sendable {
  /// Of the issue.
  package let year: Int
  package let course: Course
  package let count: ClassCount
}

/// Certificates with the scores of the computer test.
package struct ClassCount: Hashable, Sendable {
  package private(set) var certificates = 0
  /// Those with a score.
  package private(set) var scored = 0
  package private(set) var lowest: Hundredths?
  package private(set) var highest: Hundredths?
  private var sum = 0

  /// The mean score, rounded down to a hundredth; nil without any.
  package var mean: Hundredths? { scored == 0 ? nil : Hundredths(sum / scored) }

  mutating func add(_ score: Hundredths?) {
    certificates += 1
    guard let score else { return }
    scored += 1
    sum += score.value
    lowest = min(lowest ?? score, score)
    highest = max(highest ?? score, score)
  }

  static func + (left: ClassCount, right: ClassCount) -> ClassCount {
    var both = left
    both.certificates += right.certificates
    both.scored += right.scored
    both.sum += right.sum
    both.lowest = [left.lowest, right.lowest].compactMap { $0 }.min()
    both.highest = [left.highest, right.highest].compactMap { $0 }.max()
    return both
  }
}
