import Cadre
import Platform

extension SampleOffice {
  /// Writes quy-hoach and bo-nhiem of one career.
  func writeCareer(
    _ life: SampleLife, _ career: SampleCareer, _ sheets: SampleSheets
  ) throws(PlatformError) {
    for plan in career.plans {
      try writePlan(life, plan, .enter, plan.enteredOn, nil, sheets)
      if let left = plan.left {
        try writePlan(life, plan, .leave, left.on, left.reason, sheets)
      }
    }
    let sheet = sheets[.appointments]
    for step in career.steps {
      var row = sheet.begin()
      file(life, in: &row)
      row.text(code(step.post))
      row.text(step.action.vietnamese)
      sheets.number(step.post.isParty ? .committee : .personnel, step.decidedOn, in: &row)
      row.day(step.decidedOn)
      row.day(step.effectiveOn)
      row.day(step.dossierOn)
      row.text(step.reason?.vietnamese)
      try sheet.end(row)
    }
  }

  private func writePlan(
    _ life: SampleLife, _ plan: SampleCareer.Plan, _ action: PlanningAction, _ day: Day,
    _ reason: LeavingReason?, _ sheets: SampleSheets
  ) throws(PlatformError) {
    let sheet = sheets[.planning]
    var row = sheet.begin()
    file(life, in: &row)
    row.text(code(plan.post))
    row.text(plan.term.description)
    row.text(action.vietnamese)
    sheets.number(.committee, day, in: &row)
    row.day(day)
    row.text(reason?.vietnamese)
    try sheet.end(row)
  }

  /// Writes ket-luan-chinh-tri: before each decision, and in between.
  func writeConclusions(
    _ life: SampleLife, _ career: SampleCareer, _ span: SampleSpan, _ sheets: SampleSheets,
    _ random: inout SplitMix64
  ) throws(PlatformError) {
    for plan in career.plans where random.chance(960) {
      try writeConclusion(life, .planning, plan.enteredOn.adding(days: -20), span, sheets, &random)
    }
    for step in career.steps where step.action != .relief && random.chance(850) {
      let purpose: ConclusionPurpose =
        step.action == .reappointment ? .reappointment : .appointment
      let day = step.decidedOn.adding(days: -30 - random.below(60))
      guard day >= Day.firstOf(year: 2018) else { continue }
      try writeConclusion(life, purpose, day, span, sheets, &random)
    }
    for _ in 0..<random.within(1...5) {
      let day = Day.firstOf(year: 2020).adding(days: random.below(2480))
      try writeConclusion(life, .appointment, day, span, sheets, &random)
    }
  }

  private func writeConclusion(
    _ life: SampleLife, _ purpose: ConclusionPurpose, _ day: Day, _ span: SampleSpan,
    _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    guard span.holds(day) else { return }
    let sheet = sheets[.conclusions]
    var row = sheet.begin()
    file(life, in: &row)
    row.text(purpose.vietnamese)
    let result: ConclusionResult = random.chance(13) ? .unfavourable : .favourable
    row.text(result.vietnamese)
    sheets.number(.conclusion, day, in: &row)
    row.day(day)
    try sheet.end(row)
  }

  /// Writes chuyen-sinh-hoat.
  func writeMoves(_ life: SampleLife, _ sheet: SampleSheet) throws(PlatformError) {
    for move in life.moves {
      var row = sheet.begin()
      file(life, in: &row)
      row.text(move.kind.vietnamese)
      row.text(code(move.from))
      row.text(code(move.to))
      row.day(move.introducedOn)
      row.day(move.receivedOn)
      row.day(move.until)
      try sheet.end(row)
    }
  }

  /// Writes ke-khai-tai-san and nhan-xet-cu-tru.
  func writePapers(
    _ life: SampleLife, _ span: SampleSpan, isCadre: Bool, _ sheets: SampleSheets,
    _ random: inout SplitMix64
  ) throws(PlatformError) {
    if isCadre || random.chance(30) {
      var isFirst = random.chance(150)
      for year in 2020...2025 where random.chance(955) {
        let day = Day.firstOf(year: year).adding(days: 334 + random.below(30))
        guard span.holds(day) else { continue }
        let kind: DeclarationKind = isFirst ? .first : random.chance(15) ? .supplementary : .yearly
        isFirst = false
        let sheet = sheets[.assets]
        var row = sheet.begin()
        file(life, in: &row)
        row.code("", year)
        row.day(day)
        row.text(random.chance(10) ? nil : kind.vietnamese)
        try sheet.end(row)
      }
    }
    guard random.chance(60) else { return }
    for year in 2022...2025 where random.chance(800) {
      let day = Day.firstOf(year: year).adding(days: 310 + random.below(40))
      guard span.holdsOfficial(day) else { continue }
      let sheet = sheets[.residence]
      var row = sheet.begin()
      file(life, in: &row)
      row.code("", year)
      row.day(day)
      try sheet.end(row)
    }
  }
}
