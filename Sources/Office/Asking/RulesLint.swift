package import Cadre

/// What is doubtful about a rule set where it is used.
package struct RulesLint: Sendable {
  /// From where it was asked.
  package var standpoint: Standpoint
  /// The rule set looked at.
  package var rules: RuleSet
  /// Of the text itself, in the order of parameters and entries.
  package var remarks: [RuleRemark]
  /// Years around the day asked without a list of holidays, ascending: no deadline in working days
  /// is counted in them.
  package var yearsWithoutHolidays: [Int]
  /// Parameters on whose unverified value verdicts hang, and how many; in their order.
  package var hanging: [HangingVerdicts]
  /// Rows of the eligibility list on the day asked.
  package var rows: Int
  /// Those of them that hang on an unverified value of any parameter.
  package var hangingRows: Int

  /// Whether there is nothing to say.
  package var isClean: Bool {
    remarks.isEmpty && yearsWithoutHolidays.isEmpty && hanging.isEmpty
  }
}

/// How many verdicts hang on an unverified value of a parameter.
package struct HangingVerdicts: Hashable, Sendable {
  package var parameter: ParameterName
  package var count: Int
}

extension Ledger {
  /// Years before the day asked whose deadlines may still run; the one after is planned already.
  private static let yearsBefore = 2

  /// What is doubtful about a rule set: of its own text, of the holidays beside it, and of the
  /// verdicts that it gives on the day asked. As often the cost of the eligibility list as there
  /// are parameters with an unverified value.
  ///
  /// - Parameter text: the JSON of a rule set that need not be adopted; nil: that of the inquiry.
  /// - Throws: `badRules` with an empty subject where the text is none.
  package func lint(
    of text: String? = nil, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> RulesLint {
    let given = try text.map { (text) throws(OfficeError) in
      try RuleSet(reading: text, named: "")
    }
    return try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let rules = given ?? register.standpoint.rules
      let day = register.standpoint.on
      let asked = try AskedRows(EligibilityFilter(), register)
      let rows = try rows(stores, register.judging(by: rules), asked)
      let remarks = rules.remarks + rules.expired(on: day)
      let years = try stores.yearsWithHolidays(known: register.standpoint.known)
      return RulesLint(
        standpoint: register.standpoint, rules: rules, remarks: RuleRemark.ordered(remarks),
        yearsWithoutHolidays: (day.year - Ledger.yearsBefore...day.year + 1)
          .filter { !years.contains($0) },
        hanging: try hanging(stores, register, rules), rows: rows.count,
        hangingRows: rows.count(where: \.judgement.hangsOnUnverified))
    }
  }

  /// Judges anew with one parameter's marks at a time, so that what hangs hangs on that one.
  private func hanging(
    _ stores: Stores, _ register: Register, _ rules: RuleSet
  ) throws(OfficeError) -> [HangingVerdicts] {
    let asked = try AskedRows(EligibilityFilter(), register)
    var hanging: [HangingVerdicts] = []
    for name in ParameterName.allCases
    where rules.entries(of: name).contains(where: { !$0.verified }) {
      let judged = try rows(stores, register.judging(by: rules.doubting(only: name)), asked)
      let count = judged.count(where: \.judgement.hangsOnUnverified)
      if count > 0 { hanging.append(HangingVerdicts(parameter: name, count: count)) }
    }
    return hanging
  }
}

extension Stores {
  /// The years whose holidays were adopted.
  fileprivate func yearsWithHolidays(known: LogSize) throws(OfficeError) -> Set<Int> {
    var years: Set<Int> = []
    for fact in try ledgerFacts(of: [.holidaysAdopted]) where fact.counts(at: known) {
      if case .holidaysAdopted(let year, _) = fact.event { years.insert(year) }
    }
    return years
  }
}

extension RuleRemark {
  /// By parameter, then by entry; what is said of one entry keeps its order.
  fileprivate static func ordered(_ remarks: [RuleRemark]) -> [RuleRemark] {
    let placed = remarks.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.parameter.rawValue, one.entry ?? 0, left.offset)
        < (other.parameter.rawValue, other.entry ?? 0, right.offset)
    }
    return placed.map(\.element)
  }
}
