package import Cadre

/// Whose verdict another rule set would change.
package struct RulesDifference: Sendable {
  /// From where it was asked, with the rule set in force there.
  package var standpoint: Standpoint
  /// The other rule set.
  package var proposed: RuleSet
  /// Rows whose verdict changes, or that the list would have or lose; by file number and post.
  package var changes: [VerdictChange]
  /// Rows of the list in force.
  package var rows: Int
  /// Rows that keep their verdict though a requirement stands differently.
  package var keptVerdicts: Int
  /// Codes of the posts that judgements name beside the rows' own.
  package var positions: [PositionNumber: String]
}

extension Ledger {
  /// Judges the whole register by a rule set that is only tried, and says what would change;
  /// nothing is recorded. Twice the cost of the eligibility list.
  ///
  /// - Parameter text: the rule set's JSON.
  /// - Throws: `badRules` with an empty subject where the text is none.
  package func rulesDifference(
    _ text: String, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> RulesDifference {
    let proposed = try RuleSet(reading: text, named: "")
    return try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let asked = try AskedRows(EligibilityFilter(), register)
      let before = try rows(stores, register, asked)
      let after = try rows(stores, register.judging(by: proposed), asked)
      let all = VerdictChange.all(from: before, to: after, .status)
      let changes = all.filter(\.isOfVerdict)
      return RulesDifference(
        standpoint: register.standpoint, proposed: proposed, changes: changes,
        rows: before.count, keptVerdicts: all.count - changes.count,
        positions: register.codes(in: before).merging(register.codes(in: after)) { $1 })
    }
  }
}
