/// What is doubtful about a rule set, though it works.
package enum RuleRemark: Hashable, Sendable {
  /// The parameter has no entry: it has no value on any day.
  case noEntry(ParameterName)
  /// The entry, counted from 1, was not found in public sources.
  case unverified(ParameterName, entry: Int)
  /// The entry, counted from 1, cites a text that is younger than the entry's first day.
  case citedLater(ParameterName, entry: Int, Day)
}

extension RuleSet {
  /// What is doubtful, in the order of the parameters and entries.
  package var remarks: [RuleRemark] {
    var remarks: [RuleRemark] = []
    for name in ParameterName.allCases {
      let entries = entries(of: name)
      if entries.isEmpty { remarks.append(.noEntry(name)) }
      for (place, entry) in entries.enumerated() {
        if !entry.verified { remarks.append(.unverified(name, entry: place + 1)) }
        if let date = entry.basis.date, entry.from.map({ date > $0 }) ?? true {
          remarks.append(.citedLater(name, entry: place + 1, date))
        }
      }
    }
    return remarks
  }
}
