package import Cadre
internal import Platform

/// A sheet whose absence decides verdicts, and that nobody claims to tell all of everybody.
package struct UnclaimedSheet: Hashable, Sendable {
  package let sheet: RequiredSheet
  /// The rows of the eligibility list with a requirement that waits for it; nil: not counted,
  /// since nothing was recorded.
  package let verdicts: Int?

  package init(_ sheet: RequiredSheet, verdicts: Int?) {
    self.sheet = sheet
    self.verdicts = verdicts
  }
}

extension Ledger {
  /// The sheets that have yet to be claimed before absence from them means anything, and how many
  /// verdicts of today wait for each; O(people in planning), nothing where all are claimed.
  ///
  /// - Parameter counting: false: verdicts are not counted.
  package func unclaimed(
    counting: Bool, now: Instant
  ) throws(OfficeError) -> [UnclaimedSheet] {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, Inquiry(), now: now)
      let open = RequiredSheet.ofAbsence.filter { !register.sheets.hasClaimOfAll($0) }
      if open.isEmpty || !counting { return open.map { UnclaimedSheet($0, verdicts: nil) } }
      let rows = try rows(stores, register, try AskedRows(EligibilityFilter(), register))
      var waiting = [Int](repeating: 0, count: RequiredSheet.allCases.count)
      for row in rows {
        let sheets = Set(row.judgement.requirements.compactMap(\.missingSheet))
        for sheet in sheets { waiting[Int(sheet.rawValue)] += 1 }
      }
      return open.map { UnclaimedSheet($0, verdicts: waiting[Int($0.rawValue)]) }
    }
  }
}
