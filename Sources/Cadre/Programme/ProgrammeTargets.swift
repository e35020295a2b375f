/// What the action programme asks for on a day (**programme.targets**).
package struct ProgrammeTargets: Sendable {
  package let basis: Basis
  package let verified: Bool
  private let numbers: [String: Int]

  /// nil where the rule set has no programme for the day.
  package init?(_ rules: RuleSet, on day: Day) {
    guard let ruling = rules.record(.programmeTargets, on: day) else { return nil }
    basis = ruling.basis
    verified = ruling.verified
    numbers = Dictionary(ruling.value.map { ($0.name, $0.number) }) { first, _ in first }
  }

  /// The number of that name; nil where the programme says nothing of it.
  package subscript(name: String) -> Int? { numbers[name] }
}
