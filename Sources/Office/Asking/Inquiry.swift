package import Cadre

/// From where a question is asked: which day, knowing what, by which rules (spec/domain.md
/// section 2).
package struct Inquiry: Hashable, Sendable {
  /// The effective day; nil: today.
  package var on: Day?
  package var known: Known
  /// The id of a rule set adopted in the log; nil: the last adopted up to K.
  package var rules: String?

  /// How much is known.
  package enum Known: Hashable, Sendable {
    /// The whole log.
    case all
    /// Events 0…n−1.
    case size(UInt64)
    /// All that was recorded up to an instant, itself included.
    case instant(Instant)
  }

  package init(on: Day? = nil, known: Known = .all, rules: String? = nil) {
    self.on = on
    self.known = known
    self.rules = rules
  }
}

/// An inquiry resolved: a day, a log size and a rule set.
package struct Standpoint: Sendable {
  package let on: Day
  package let known: LogSize
  package let rules: RuleSet
  /// The event that adopted the rule set.
  package let adoptedBy: LogIndex
  /// Whether the rule set was adopted below K.
  package let rulesKnown: Bool
}
