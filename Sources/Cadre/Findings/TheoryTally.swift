/// How many appointments were of people who had the theory level that the post asks for (S3:
/// **theory.target**).
///
/// Counted are appointments to posts of the government and union lines, all of whose classes are
/// deputy division head or higher, on days on which a level was required.
package struct TheoryTally: Hashable, Sendable {
  /// Where a level was required.
  package private(set) var appointments = 0
  /// Of them where it was held before.
  package private(set) var met = 0
  /// Of them where the ledger lacks what would tell.
  package private(set) var unknown = 0
  /// Where it was held before, as everything known now says.
  package private(set) var metAfterwards = 0

  package init() {}

  /// Counts an appointment, as it was judged and as it is judged now.
  package mutating func add(then: RequirementStatus, now: RequirementStatus) {
    guard then != .notApplicable else { return }
    appointments += 1
    if then == .met { met += 1 }
    if then == .unknown { unknown += 1 }
    if now == .met { metAfterwards += 1 }
  }

  package static func += (left: inout TheoryTally, right: TheoryTally) {
    left.appointments += right.appointments
    left.met += right.met
    left.unknown += right.unknown
    left.metAfterwards += right.metAfterwards
  }

  /// The percentage held before, rounded down so that all alone is 100; nil without appointments.
  package var percent: Hundredths? { Self.share(met, of: appointments) }

  /// The same, as everything known now says.
  package var percentAfterwards: Hundredths? { Self.share(metAfterwards, of: appointments) }

  private static func share(_ part: Int, of whole: Int) -> Hundredths? {
    whole == 0 ? nil : Hundredths(part * 10_000 / whole)
  }
}
