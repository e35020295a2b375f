import Cadre
import Platform

extension SampleOffice {
  func writeTheory(
    _ life: SampleLife, _ admission: SampleLife.Admission, isCadre: Bool, _ sheet: SampleSheet,
    _ random: inout SplitMix64
  ) throws(PlatformError) {
    // Which levels, as sets of bits: elementary, intermediate, advanced, bachelor.
    let sets = [0, 2, 3, 1, 6, 7, 8]
    let set = sets[
      random.weighted(
        isCadre ? [30, 250, 180, 60, 280, 190, 10] : [230, 280, 205, 125, 85, 65, 5])]
    var day = admission.ceremonyOn.adding(days: 200 + random.below(1500))
    var serial = 0
    for (bit, level) in TheoryLevel.allCases.enumerated() where set & (1 << bit) != 0 {
      guard day <= SampleLife.horizon else { return }
      let isEquivalence = level != .bachelor && random.chance(36)
      var row = sheet.begin()
      file(life, in: &row)
      row.text(level.vietnamese)
      let proof: TheoryProof = isEquivalence ? .equivalence : .diploma
      row.text(proof.vietnamese)
      row.text(SampleWords.theorySchools[bit])
      row.code("LL", life.person * 10 + serial, width: fileWidth + 1)
      row.day(day)
      try sheet.end(row)
      serial += 1
      day = day.adding(days: 700 + random.below(2200))
    }
  }

  /// - Returns: the grades by year, for the screening.
  func writeRatings(
    _ life: SampleLife, _ span: SampleSpan, _ sheet: SampleSheet, _ random: inout SplitMix64
  ) throws(PlatformError) -> [Int: Grade] {
    var grades: [Int: Grade] = [:]
    for year in 2019...2025 where span.holdsOfficial(.lastOf(year: year)) && random.chance(982) {
      // A bad year is followed by another one time in six.
      let isWeak = grades[year - 1] == .unfulfilled && random.chance(160)
      let drawn: Grade = [.unfulfilled, .fulfilled, .good, .excellent][
        random.weighted([19, 160, 690, 131])]
      let grade = isWeak ? .unfulfilled : drawn
      grades[year] = grade
      var row = sheet.begin()
      file(life, in: &row)
      row.code("", year)
      row.text(grade.vietnamese)
      try sheet.end(row)
    }
    return grades
  }

  func writeScreenings(
    _ life: SampleLife, _ span: SampleSpan, _ grades: [Int: Grade], _ sheets: SampleSheets,
    _ random: inout SplitMix64
  ) throws(PlatformError) {
    for year in [2019, 2021, 2023, 2025] {
      let first = SampleRound.first(year)
      let isLeaving = life.ending?.round == year
      guard span.holds(first.day), isLeaving || random.chance(985) else { continue }
      let isTwice = grades[year - 1] == .unfulfilled && grades[year - 2] == .unfulfilled
      guard isLeaving || isTwice || random.chance(14) else {
        try writeScreening(life, first, .qualified, nil, sheets, &random)
        continue
      }
      let ground =
        isTwice
        ? ScreeningGround.unfulfilledTwoYears.vietnamese
        : [
          ScreeningGround.exampleBreached.vietnamese, ScreeningGround.exampleBreached.vietnamese,
          ScreeningGround.disciplinedAgain.vietnamese, ScreeningGround.degradation.vietnamese,
          ScreeningGround.unfulfilledTwoYears.vietnamese, "Chấp hành chưa nghiêm quy chế",
        ][random.below(6)]
      try writeScreening(life, first, .remedial, ground, sheets, &random)
      let second = SampleRound.second(year)
      guard isLeaving || span.holds(second.day) else { continue }
      try writeScreening(
        life, second, isLeaving ? .removalProposed : .qualified, nil, sheets, &random)
    }
  }

  private func writeScreening(
    _ life: SampleLife, _ round: SampleRound, _ outcome: ScreeningOutcome, _ ground: String?,
    _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    let sheet = sheets[.screenings]
    var row = sheet.begin()
    file(life, in: &row)
    row.text(round.name)
    row.day(round.day)
    row.text(outcome.vietnamese)
    row.text(ground)
    row.text(outcome == .remedial ? (random.chance(900) ? "12" : "6") : nil)
    sheets.number(.cell, round.day, in: &row)
    try sheet.end(row)
  }

  func writeEnding(
    _ life: SampleLife, _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    guard let ending = life.ending else { return }
    let sheet = sheets[.endings]
    var row = sheet.begin()
    file(life, in: &row)
    row.text(ending.how.vietnamese)
    let grounds: [String?] =
      switch ending.how {
      case .struckOff:
        ending.round == nil
          ? [
            EndingGround.absentOrUnpaid.vietnamese, EndingGround.cardHandedBack.vietnamese,
            "Bỏ sinh hoạt", EndingGround.breachOfStanding.vietnamese, "Đi nước ngoài không báo cáo",
          ] : [EndingGround.screening.vietnamese]
      case .expelled: [EndingGround.corruption.vietnamese, EndingGround.seriousCrime.vietnamese]
      case .resigned: [EndingGround.askedToLeave.vietnamese, EndingGround.illHealth.vietnamese]
      case .deceased: [nil, "Bệnh nặng", "Tai nạn"]
      }
    row.text(random.pick(grounds))
    if ending.how == .deceased {
      row.empty()
    } else {
      sheets.number(.committee, ending.decidedOn, in: &row)
    }
    row.day(ending.decidedOn)
    // Left empty it is the day of the decision.
    row.day(
      ending.effectiveOn == ending.decidedOn && random.chance(200) ? nil : ending.effectiveOn)
    try sheet.end(row)
  }

  func writeDisciplines(
    _ life: SampleLife, _ span: SampleSpan, _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    if let ending = life.ending, ending.how == .expelled {
      try writeDiscipline(
        life, .party, .expulsion, ending.decidedOn, ending.effectiveOn, annulled: nil, sheets)
    }
    guard random.chance(10) else { return }
    let decided = Day.firstOf(year: 2019).adding(days: random.below(2700))
    let announced = random.chance(700) ? decided : decided.adding(days: random.below(20))
    guard span.holdsOfficial(decided), span.holds(announced) else { return }
    let system: DisciplineSystem = random.chance(620) ? .party : .state
    let forms: [DisciplineForm] =
      system == .party || announced >= Day.firstOf(year: 2025)
      ? [.reprimand, .reprimand, .reprimand, .warning, .warning, .dismissal]
      : [.reprimand, .reprimand, .warning, .warning, .dismissal, .payStepCut, .demotion]
    let annulled = announced.adding(months: 5)
    let isAnnulled = annulled <= SampleLife.horizon && random.chance(70)
    try writeDiscipline(
      life, system, random.pick(forms), decided, announced, annulled: isAnnulled ? annulled : nil,
      sheets)
  }

  private func writeDiscipline(
    _ life: SampleLife, _ system: DisciplineSystem, _ form: DisciplineForm, _ decided: Day,
    _ announced: Day, annulled: Day?, _ sheets: SampleSheets
  ) throws(PlatformError) {
    let sheet = sheets[.disciplines]
    var row = sheet.begin()
    file(life, in: &row)
    row.text(system.vietnamese)
    row.text(form.vietnamese)
    sheets.number(.inspection, decided, in: &row)
    row.day(decided)
    row.day(announced == decided && life.person % 5 == 0 ? nil : announced)
    if let annulled {
      sheets.number(.inspection, annulled, in: &row)
      row.day(annulled)
    } else {
      row.empty(2)
    }
    try sheet.end(row)
  }
}
