/// A professional degree held.
package struct Qualification: Hashable, Sendable {
  package let level: Degree
  /// `beforeAll` where undated.
  package let from: Day
  package let index: LogIndex

  init(_ level: Degree, _ from: Day, _ index: LogIndex) {
    self.level = level
    self.from = from
    self.index = index
  }
}

/// The outcome of a screening round.
package struct Screening: Hashable, Sendable {
  package let on: Day
  /// The round's name, `2021-1`.
  package let round: String
  package let outcome: ScreeningOutcome
  package let ground: ScreeningGround?
  package let remedialMonths: Int?
  package let index: LogIndex

  init(_ screened: Screened, _ on: Day, _ index: LogIndex) {
    self.on = on
    round = screened.round
    ground = screened.ground
    outcome = screened.outcome
    remedialMonths = screened.remedialMonths
    self.index = index
  }
}

/// The rating of a calendar year.
package struct Rating: Hashable, Sendable {
  package let year: Int
  package let grade: Grade
  /// 31 December of the year.
  package let from: Day
  package let index: LogIndex
}

/// A discipline in force, or annulled.
package struct Discipline: Hashable, Sendable {
  package let system: DisciplineSystem
  package let form: DisciplineForm
  package let announcedOn: Day
  package let index: LogIndex
  package internal(set) var annulledBy: LogIndex?

  init(_ disciplined: Disciplined, _ index: LogIndex) {
    system = disciplined.system
    form = disciplined.form
    announcedOn = disciplined.announcedOn
    self.index = index
  }
}

/// An impediment, open on [from, until).
package struct Impediment: Hashable, Sendable {
  package let kind: ImpedimentKind
  package let from: Day
  /// `afterAll` where no end is known.
  package let until: Day
  package let index: LogIndex

  init(_ kind: ImpedimentKind, _ from: Day, _ until: Day?, _ index: LogIndex) {
    self.kind = kind
    self.from = from
    self.until = until ?? .afterAll
    self.index = index
  }
}

/// A declaration of assets for a calendar year.
package struct Declaration: Hashable, Sendable {
  package let year: Int
  package let kind: DeclarationKind?
  package let on: Day
  package let index: LogIndex

  init(_ year: Int, _ kind: DeclarationKind?, _ on: Day, _ index: LogIndex) {
    self.year = year
    self.kind = kind
    self.on = on
    self.index = index
  }
}

/// A comment of the cell where a person lives, for a calendar year (213-QĐ/TW).
package struct ResidenceComment: Hashable, Sendable {
  package let year: Int
  package let on: Day
  package let index: LogIndex
}

/// An exemption from Party activity, on [from, until).
package struct Exemption: Hashable, Sendable {
  package let from: Day
  /// `afterAll` where no end is known.
  package let until: Day
  package let index: LogIndex
}
