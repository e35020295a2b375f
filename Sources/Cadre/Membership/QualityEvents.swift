/// The outcome of a screening round under Directive 28.
package struct Screened: Hashable, Sendable {
  /// The round's name, `2021-1`.
  package var round: String
  package var outcome: ScreeningOutcome
  package var ground: ScreeningGround?
  /// Months given to improve.
  package var remedialMonths: Int?

  package init(
    round: String, outcome: ScreeningOutcome, ground: ScreeningGround? = nil,
    remedialMonths: Int? = nil
  ) {
    self.round = round
    self.outcome = outcome
    self.ground = ground
    self.remedialMonths = remedialMonths
  }
}

/// A discipline; it counts from its announcement.
package struct Disciplined: Hashable, Sendable {
  package var system: DisciplineSystem
  package var form: DisciplineForm
  package var announcedOn: Day

  package init(system: DisciplineSystem, form: DisciplineForm, announcedOn: Day) {
    self.system = system
    self.form = form
    self.announcedOn = announcedOn
  }
}

/// The annulment of a wrong discipline, named by its system and document; it reaches back.
package struct DisciplineAnnulled: Hashable, Sendable {
  package var system: DisciplineSystem
  /// Of the discipline's decision.
  package var number: String?
  /// Of the discipline's decision.
  package var day: Day?

  package init(system: DisciplineSystem, number: String?, day: Day?) {
    self.system = system
    self.number = number
    self.day = day
  }
}
