/// What an entry of a rule set may be narrowed to.
package enum RuleDimension: UInt8, Code {
  case line, sector, `class`, sex, system, form, seats, level, special

  /// The key in documents.
  package var key: String { Self.keys[Int(rawValue)] }

  /// A rule set asks for each some hundred times, and names of codes stand behind a lock. `class`
  /// is a word of the language.
  private static let keys = allCases.map { $0 == .class ? "class" : $0.name }
}

/// What a seat is in a planning pool.
package enum SeatKind: UInt8, Code {
  case post, committee
}

/// The level whose congress sets a planning reference month; `state` stands for state posts.
package enum PlanningLevel: UInt8, Code {
  case grassroots, superior, province, state
}

/// Whether a rule is asked for the ordinary case or for one that a recorded decision made special.
package enum SpecialCase: UInt8, Code {
  case ordinary, special
}

/// The bits of the dimensions in a mask: per dimension one bit a code, then one for "not said".
///
/// An entry that names codes of a dimension has those bits only; one that does not has them all.
/// A question has one bit a dimension. The entry applies where it has every bit of the question.
private enum ScopeBits {
  static let line: UInt64 = 0
  static let sector: UInt64 = 4
  static let `class`: UInt64 = 8
  static let sex: UInt64 = 17
  static let system: UInt64 = 20
  static let form: UInt64 = 23
  static let seats: UInt64 = 30
  static let level: UInt64 = 33
  static let special: UInt64 = 38

  /// The bit of a code, or of "not said".
  static func bit<C: Code>(_ code: C?, _ shift: UInt64, count: UInt64) -> UInt64 {
    1 << (shift + (code.map { UInt64($0.rawValue) } ?? count))
  }

  /// The bits of the codes named; all of the dimension where none is.
  static func bits<C: Code>(_ codes: Set<C>, _ shift: UInt64, count: UInt64) -> UInt64 {
    if codes.isEmpty { return ((1 << (count + 1)) - 1) << shift }
    return codes.reduce(0) { $0 | 1 << (shift + UInt64($1.rawValue)) }
  }
}

/// The cases an entry is narrowed to: per dimension the codes it names; none named means all.
package struct RuleScope: Hashable, Sendable {
  package var lines: Set<Line> = []
  package var sectors: Set<Sector> = []
  package var classes: Set<PositionClass> = []
  package var sexes: Set<Sex> = []
  package var systems: Set<DisciplineSystem> = []
  package var forms: Set<DisciplineForm> = []
  package var seats: Set<SeatKind> = []
  package var levels: Set<PlanningLevel> = []
  /// An entry for special cases alone stands before the one that covers every case.
  package var specials: Set<SpecialCase> = []

  /// Every case.
  package init() {}

  /// How many dimensions it names.
  package var specificity: Int {
    [
      lines.isEmpty, sectors.isEmpty, classes.isEmpty, sexes.isEmpty, systems.isEmpty,
      forms.isEmpty, seats.isEmpty, levels.isEmpty, specials.isEmpty,
    ].count { !$0 }
  }

  /// The bits of the cases it covers.
  var mask: UInt64 {
    ScopeBits.bits(lines, ScopeBits.line, count: 3)
      | ScopeBits.bits(sectors, ScopeBits.sector, count: 3)
      | ScopeBits.bits(classes, ScopeBits.class, count: 8)
      | ScopeBits.bits(sexes, ScopeBits.sex, count: 2)
      | ScopeBits.bits(systems, ScopeBits.system, count: 2)
      | ScopeBits.bits(forms, ScopeBits.form, count: 6)
      | ScopeBits.bits(seats, ScopeBits.seats, count: 2)
      | ScopeBits.bits(levels, ScopeBits.level, count: 4)
      | ScopeBits.bits(specials, ScopeBits.special, count: 2)
  }

  /// Whether some case is covered by both.
  package func overlaps(_ other: RuleScope) -> Bool {
    let common = mask & other.mask
    return RuleScope.fields.allSatisfy { common & $0 != 0 }
  }

  /// The bits of each dimension.
  private static let fields: [UInt64] = [
    0b1111 << ScopeBits.line, 0b1111 << ScopeBits.sector, 0x1FF << ScopeBits.class,
    0b111 << ScopeBits.sex, 0b111 << ScopeBits.system, 0b111_1111 << ScopeBits.form,
    0b111 << ScopeBits.seats, 0b1_1111 << ScopeBits.level, 0b111 << ScopeBits.special,
  ]
}

/// The case a rule is asked for; what is not said matches only entries that do not name it.
///
/// Made once for a post and used for many people.
package struct RuleCase: Hashable, Sendable {
  /// One bit a dimension.
  let mask: UInt64

  /// The ordinary case with what is known of it.
  package init(
    line: Line? = nil, sector: Sector? = nil, class: PositionClass? = nil, sex: Sex? = nil,
    special: SpecialCase = .ordinary
  ) {
    mask =
      RuleCase.rest | ScopeBits.bit(line, ScopeBits.line, count: 3)
      | ScopeBits.bit(sector, ScopeBits.sector, count: 3)
      | ScopeBits.bit(`class`, ScopeBits.class, count: 8)
      | ScopeBits.bit(sex, ScopeBits.sex, count: 2)
      | ScopeBits.bit(special, ScopeBits.special, count: 2)
  }

  /// The case of a discipline.
  package init(system: DisciplineSystem, form: DisciplineForm) {
    let unsaid = RuleCase().mask & ~(0x3FF << ScopeBits.system)
    mask =
      unsaid | ScopeBits.bit(system, ScopeBits.system, count: 2)
      | ScopeBits.bit(form, ScopeBits.form, count: 6)
  }

  /// The case of a seat in a planning pool.
  package init(seats: SeatKind) {
    let unsaid = RuleCase().mask & ~(0b111 << ScopeBits.seats)
    mask = unsaid | ScopeBits.bit(seats, ScopeBits.seats, count: 2)
  }

  /// The case of a planning level.
  package init(level: PlanningLevel) {
    let unsaid = RuleCase().mask & ~(0b1_1111 << ScopeBits.level)
    mask = unsaid | ScopeBits.bit(level, ScopeBits.level, count: 4)
  }

  /// "Not said" of system, form, seats and level.
  private static let rest: UInt64 =
    1 << (ScopeBits.system + 2) | 1 << (ScopeBits.form + 6) | 1 << (ScopeBits.seats + 2)
    | 1 << (ScopeBits.level + 4)
}
