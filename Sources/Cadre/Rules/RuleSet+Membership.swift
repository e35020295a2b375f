/// What membership, findings and reminders ask.
extension RuleSet {
  /// **probation.months**, counted from the ceremony of that day.
  package func probationMonths(ceremonyOn day: Day) -> Ruling<Int>? {
    number(.probationMonths, on: day)
  }

  /// **admission.ageYears**, at the cell's vote.
  package func admissionAgeYears(on day: Day) -> Ruling<RuleRange>? {
    range(.admissionAgeYears, RuleCase(), day)
  }

  /// **transfer.temporaryMonths**; `special` asks for full-time study.
  package func transferTemporaryMonths(
    _ special: SpecialCase = .ordinary, on day: Day
  ) -> Ruling<RuleRange>? {
    range(.transferTemporaryMonths, RuleCase(special: special), day)
  }

  /// **readmission.neverAfter**: the grounds of ending that exclude a second admission.
  package func readmissionNeverAfter(on day: Day) -> Ruling<[EndingGround]>? {
    guard let ruling = ruling(.readmissionNeverAfter, on: day),
      case .grounds(let grounds) = ruling.value
    else { return nil }
    return ruling.map { _ in grounds }
  }

  /// **struckOff.grounds**, **planning.calendar** or **programme.targets**: named numbers, in the document's order.
  package func record(_ name: ParameterName, on day: Day) -> Ruling<[RuleField]>? {
    guard let ruling = ruling(name, on: day), case .record(let fields) = ruling.value
    else { return nil }
    return ruling.map { _ in fields }
  }

  /// **badge.years**: the years of Party age that a badge honours, ascending.
  package func badgeYears(on day: Day) -> Ruling<[Int]>? {
    guard let ruling = ruling(.badgeYears, on: day), case .list(let years) = ruling.value
    else { return nil }
    return ruling.map { _ in years }
  }

  /// **rating.excellentShareOfGood**: how many may be rated excellent beside that many rated good,
  /// rounded down; `special` asks for an outstanding unit with a recorded decision.
  package func excellentMaximum(
    good: Int, _ special: SpecialCase = .ordinary, on day: Day
  ) -> Ruling<Int>? {
    number(.ratingExcellentShareOfGood, for: RuleCase(special: special), on: day)?
      .map { good * $0 / 100 }
  }

  /// **theory.classAge**: the least age in years for a part-time intermediate class.
  package func theoryClassAge(sex: Sex, on day: Day) -> Ruling<Int>? {
    number(.theoryClassAge, for: RuleCase(sex: sex), on: day)
  }

  /// The bounds of a parameter of shape `range`.
  private func range(
    _ name: ParameterName, _ asked: RuleCase, _ day: Day
  ) -> Ruling<RuleRange>? {
    guard let ruling = ruling(name, for: asked, on: day), case .range(let range) = ruling.value
    else { return nil }
    return ruling.map { _ in range }
  }
}
