/// What is doubtful about a rule set, though it works.
package enum RuleRemark: Hashable, Sendable {
  /// The parameter has no entry: it has no value on any day.
  case noEntry(ParameterName)
  /// The entry, counted from 1, was not found in public sources.
  case unverified(ParameterName, entry: Int)
  /// The entry, counted from 1, cites a text that is younger than the entry's first day.
  case citedLater(ParameterName, entry: Int, Day)
  /// The entry, counted from 1, ended before or on the day asked, and nothing took its place: the
  /// parameter had a value before that day for some case, and has none on it.
  case expired(ParameterName, entry: Int, Day)

  /// The parameter that is doubtful.
  package var parameter: ParameterName {
    switch self {
    case .noEntry(let name), .unverified(let name, _), .citedLater(let name, _, _),
      .expired(let name, _, _):
      name
    }
  }

  /// The place of the entry among the parameter's own, from 1; nil where there is none.
  package var entry: Int? {
    switch self {
    case .noEntry: nil
    case .unverified(_, let entry), .citedLater(_, let entry, _), .expired(_, let entry, _): entry
    }
  }
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

  /// What expired by a day, in the order of the parameters and entries: of the entries that ended,
  /// those whose cases no entry that covers the day has in common, the last to end for each case.
  ///
  /// A measure that was meant to end, such as a suspension, is among them: whether nothing was to
  /// follow is for people to say. Quadratic in the entries of a parameter.
  package func expired(on day: Day) -> [RuleRemark] {
    ParameterName.allCases.flatMap { name -> [RuleRemark] in
      let entries = Array(entries(of: name))
      let current = entries.filter { $0.covers(day) }
      return entries.indices.compactMap { place in
        let entry = entries[place]
        guard let end = entry.to, end <= day,
          !current.contains(where: { $0.scope.overlaps(entry.scope) }),
          !entries.contains(where: { $0.outlives(entry, on: day) })
        else { return nil }
        return .expired(name, entry: place + 1, end)
      }
    }
  }

  /// The same values with one parameter's marks as they are and all others taken as verified:
  /// what is then unverified of a verdict is so because of that parameter.
  package func doubting(only name: ParameterName) -> RuleSet {
    var parameters: [ParameterName: [RuleEntry]] = [:]
    for other in ParameterName.allCases {
      parameters[other] = entries(of: other).map { entry in
        var entry = entry
        entry.verified = entry.verified || other != name
        return entry
      }
    }
    return RuleSet(id: id, title: title, parameters: parameters)
  }
}

extension RuleEntry {
  /// Whether its days include the day.
  fileprivate func covers(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
  }

  /// Whether it ended by the day too, later than the other, for some of the other's cases.
  fileprivate func outlives(_ other: RuleEntry, on day: Day) -> Bool {
    guard let end = to, let otherEnd = other.to, end <= day, end > otherEnd else { return false }
    return scope.overlaps(other.scope)
  }
}
