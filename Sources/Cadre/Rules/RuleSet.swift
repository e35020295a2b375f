/// One entry of a parameter: a value for the days [from, to) and the cases of its scope.
package struct RuleEntry: Hashable, Sendable {
  /// The first day; nil: since ever.
  package var from: Day?
  /// The first day no longer covered; nil: without end.
  package var to: Day?
  package var scope: RuleScope
  package var value: RuleValue
  package var basis: Basis
  /// Whether value and interval were found in public sources.
  package var verified: Bool
  /// What the value cannot say, for people.
  package var note: String?

  package init(
    from: Day? = nil, to: Day? = nil, scope: RuleScope = RuleScope(), value: RuleValue,
    basis: Basis, verified: Bool, note: String? = nil
  ) {
    self.from = from
    self.to = to
    self.scope = scope
    self.value = value
    self.basis = basis
    self.verified = verified
    self.note = note
  }
}

/// A rule set: dated, cited values of the parameters (spec/rules.md).
///
/// Of a parameter's entries **the first in the order of the document that covers the day and the
/// case decides**; hence the more specific stand first. Where none does, the parameter has no
/// value on that day. A lookup scans the parameter's compiled rows (at most some dozen of 24 bytes)
/// and allocates nothing.
package struct RuleSet: Sendable {
  /// The name it is asked by, `khoi-ha-tinh-2026-2`.
  package let id: String
  /// What people call it.
  package let title: String
  /// The entries of all parameters, in the order of `ParameterName` and then of the document.
  let entries: [RuleEntry]
  /// The same, compiled.
  private let rows: [Row]
  /// Where a parameter's rows begin; one more than there are parameters.
  private let starts: [Int]
  /// The terms of planning, ascending by first day.
  package let terms: [TermDays]
  /// By sex, what `retirementMonth` walks through.
  let retirementSteps: [[RetirementStep]]

  /// What a lookup reads of an entry.
  private struct Row: Sendable {
    /// Day number; `Int32.min` since ever.
    let from: Int32
    /// Day number; `Int32.max` without end.
    let until: Int32
    let mask: UInt64
    let word: Int32
  }

  /// Compiles the entries given for each parameter, in their order of decision.
  package init(id: String, title: String, parameters: [ParameterName: [RuleEntry]]) {
    self.id = id
    self.title = title
    var entries: [RuleEntry] = []
    var starts: [Int] = []
    for name in ParameterName.allCases {
      starts.append(entries.count)
      entries += parameters[name] ?? []
    }
    starts.append(entries.count)
    self.entries = entries
    self.starts = starts
    rows = entries.map { entry in
      Row(
        from: entry.from?.number ?? .min, until: entry.to?.number ?? .max, mask: entry.scope.mask,
        word: entry.value.word)
    }
    terms = TermDays.all(in: parameters[.planningTerms] ?? [])
    retirementSteps = RetirementStep.all(in: parameters[.retirementAge] ?? [])
  }
}

extension RuleSet {
  /// The entries of a parameter, in their order of decision.
  package func entries(of name: ParameterName) -> ArraySlice<RuleEntry> {
    entries[starts[Int(name.rawValue)]..<starts[Int(name.rawValue) + 1]]
  }

  /// The days on which some entry of a parameter begins or ends, ascending, each once.
  package func boundaries(of name: ParameterName) -> [Day] {
    var days: Set<Day> = []
    for entry in entries(of: name) {
      if let from = entry.from { days.insert(from) }
      if let to = entry.to { days.insert(to) }
    }
    return days.sorted()
  }

  /// The first day after `day` on which the parameter's ruling for the case may be another,
  /// begin or end; nil: none.
  package func nextChange(of name: ParameterName, for asked: RuleCase, after day: Day) -> Day? {
    find(name, asked, day).next
  }

  /// What the rule set says of any parameter; nil where it has no value for that case and day.
  package func ruling(
    _ name: ParameterName, for asked: RuleCase = RuleCase(), on day: Day
  ) -> Ruling<RuleValue>? {
    let found = find(name, asked, day)
    guard let place = found.place else { return nil }
    let entry = entries[place]
    return Ruling(
      value: entry.value, basis: entry.basis, verified: entry.verified, until: found.next)
  }
}

extension RuleSet {
  /// Where a lookup ended.
  private struct Found {
    /// The place of the deciding entry.
    let place: Int?
    /// Day number of the next change; `Int32.max` for none.
    let until: Int32

    var next: Day? { until == .max ? nil : Day(number: until) }
  }

  /// Scans a parameter's rows in order: the first that covers the day decides; what stands before
  /// it and begins later, or what ends it, is the next change. Linear in the parameter's rows.
  private func find(_ name: ParameterName, _ asked: RuleCase, _ day: Day) -> Found {
    let first = starts[Int(name.rawValue)]
    let last = starts[Int(name.rawValue) + 1]
    var until = Int32.max
    for place in first..<last {
      let row = rows[place]
      guard row.mask & asked.mask == asked.mask, row.until > day.number else { continue }
      if row.from <= day.number { return Found(place: place, until: min(until, row.until)) }
      until = min(until, row.from)
    }
    return Found(place: nil, until: until)
  }

  /// A ruling whose value is made of the compiled word, without touching the entry's value.
  @inline(__always)
  func word<Value: Sendable>(
    _ name: ParameterName, _ asked: RuleCase, _ day: Day, _ value: (Int32) -> Value?
  ) -> Ruling<Value>? {
    let found = find(name, asked, day)
    guard let place = found.place, let made = value(rows[place].word) else { return nil }
    return Ruling(
      value: made, basis: entries[place].basis, verified: entries[place].verified,
      until: found.next)
  }

  /// The number of a parameter of shape `number` or `age`; nil where it has no value.
  package func number(
    _ name: ParameterName, for asked: RuleCase = RuleCase(), on day: Day
  ) -> Ruling<Int>? {
    word(name, asked, day) { Int($0) }
  }

  /// The flag of a parameter of shape `flag`; nil where it has no value.
  package func flag(
    _ name: ParameterName, for asked: RuleCase = RuleCase(), on day: Day
  ) -> Ruling<Bool>? {
    word(name, asked, day) { $0 != 0 }
  }
}
