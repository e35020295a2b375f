/// What readiness asks, per requirement (spec/domain.md section 6). A flag that is false is the
/// same as none: the requirement does not apply.
extension RuleSet {
  /// **planning.required**.
  package func planningRequired(for asked: RuleCase = RuleCase(), on day: Day) -> Ruling<Bool>? {
    flag(.planningRequired, for: asked, on: day)
  }

  /// **theory.required**: the level a post of the case needs.
  package func theoryRequired(for asked: RuleCase, on day: Day) -> Ruling<TheoryLevel>? {
    word(.theoryRequired, asked, day) { TheoryLevel(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  /// **theory.equivalenceUntil**: an equivalence certificate counts only if issued before this
  /// day; where there is no value every one counts.
  package func theoryEquivalenceUntil(on day: Day) -> Ruling<Day>? {
    word(.theoryEquivalenceUntil, RuleCase(), day) { Day(number: $0) }
  }

  /// **standards.required**, which may differ by line.
  package func standardsRequired(for asked: RuleCase, on day: Day) -> Ruling<Bool>? {
    flag(.standardsRequired, for: asked, on: day)
  }

  /// **standards.validMonths**: months from the conclusion's day.
  package func standardsValidMonths(on day: Day) -> Ruling<Int>? {
    number(.standardsValidMonths, on: day)
  }

  /// **screening.required**.
  package func screeningRequired(for asked: RuleCase = RuleCase(), on day: Day) -> Ruling<Bool>? {
    flag(.screeningRequired, for: asked, on: day)
  }

  /// **rating.required**.
  package func ratingRequired(for asked: RuleCase = RuleCase(), on day: Day) -> Ruling<Bool>? {
    flag(.ratingRequired, for: asked, on: day)
  }

  /// **rating.years**: how many calendar years before the day are looked at.
  package func ratingYears(on day: Day) -> Ruling<Int>? { number(.ratingYears, on: day) }

  /// **rating.minimum**: the least grade of the latest year.
  package func ratingMinimum(on day: Day) -> Ruling<Grade>? {
    word(.ratingMinimum, RuleCase(), day) { Grade(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  /// **rating.minimumEarlier**: the least grade of the years before the latest.
  package func ratingMinimumEarlier(on day: Day) -> Ruling<Grade>? {
    word(.ratingMinimumEarlier, RuleCase(), day) { Grade(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  /// **rating.dueBy**: up to this day of the year the rating of the year before may be missing.
  package func ratingDueBy(on day: Day) -> Ruling<DayOfYear>? {
    dayOfYear(.ratingDueBy, on: day)
  }

  /// **assets.required**.
  package func assetsRequired(for asked: RuleCase = RuleCase(), on day: Day) -> Ruling<Bool>? {
    flag(.assetsRequired, for: asked, on: day)
  }

  /// **assets.dueBy**: up to this day of the year the declaration of the year before may be
  /// missing.
  package func assetsDueBy(on day: Day) -> Ruling<DayOfYear>? { dayOfYear(.assetsDueBy, on: day) }

  /// **qualification.required**: the degree a post of the case needs.
  package func qualificationRequired(for asked: RuleCase, on day: Day) -> Ruling<Degree>? {
    word(.qualificationRequired, asked, day) { Degree(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  /// **appointment.monthsToRetirement**: calendar months between the month asked and the month of
  /// retirement; `special` asks for a recorded special case.
  package func appointmentMonthsToRetirement(for asked: RuleCase, on day: Day) -> Ruling<Int>? {
    number(.appointmentMonthsToRetirement, for: asked, on: day)
  }

  /// **appointment.monthsInPost**: whole months in the post below or an equal one.
  package func appointmentMonthsInPost(for asked: RuleCase, on day: Day) -> Ruling<Int>? {
    number(.appointmentMonthsInPost, for: asked, on: day)
  }

  /// **suspension**: personnel work is suspended on that day; its interval is its own value.
  package func suspension(on day: Day) -> Ruling<Bool>? { flag(.suspension, on: day) }

  /// A day of the year.
  private func dayOfYear(_ name: ParameterName, on day: Day) -> Ruling<DayOfYear>? {
    word(name, RuleCase(), day) { DayOfYear(month: Int($0) / 100, day: Int($0) % 100) }
  }
}

extension RuleSet {
  /// **discipline.barMonths** of the rule in force on the day the discipline was announced; nil: no
  /// bar.
  package func disciplineBarMonths(
    system: DisciplineSystem, form: DisciplineForm, announcedOn day: Day
  ) -> Ruling<Int>? {
    number(.disciplineBarMonths, for: RuleCase(system: system, form: form), on: day)
  }

  /// The first day on which a discipline no longer bars from a higher post; nil: it never did.
  package func disciplineBarEnd(_ discipline: Disciplined) -> Ruling<Day>? {
    disciplineBarMonths(
      system: discipline.system, form: discipline.form, announcedOn: discipline.announcedOn
    )?.map { discipline.announcedOn.adding(months: $0) }
  }
}
