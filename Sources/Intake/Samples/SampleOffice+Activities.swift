import Cadre
import Platform

extension SampleOffice {
  /// Writes chuong-trinh and xep-loai-to-chuc.
  func writeActivities(_ sheets: SampleSheets) throws(PlatformError) {
    for unit in units {
      var random = SplitMix64(seed: seed, kind: 5, number: unit.number)
      let end = unit.handedOverOn ?? SampleLife.horizon
      for year in 2020...2025 where Day.lastOf(year: year) < end {
        try writeYear(year, unit, sheets[.activities], &random)
        try writeRating(year, unit, sheets[.organisationRatings], &random)
      }
    }
    for (kind, year) in [
      (ActivityKind.committeeRefresher, 2021), (.committeeRefresher, 2023),
      (.inspectionTraining, 2022),
    ] {
      try writeActivity(
        kind, "\(year)", Day.firstOf(year: year).adding(days: 200), of: SampleOffice.root,
        in: sheets[.activities])
    }
  }

  private func writeYear(
    _ year: Int, _ unit: SampleUnit, _ sheet: SampleSheet, _ random: inout SplitMix64
  ) throws(PlatformError) {
    let first = Day.firstOf(year: year)
    let own = code(unit.number)
    if random.chance(930) {
      let percent = ["100", "100", "100", "80", "60", "40", "87,5"][random.below(7)]
      let remark = random.chance(40) ? random.pick(SampleWords.remarks) : nil
      try writeActivity(
        .inspectionPlan, "\(year)", first.adding(days: 348), percent, remark, of: own, in: sheet)
    }
    for month in 1...12 where random.chance(870) {
      let day = Month(year: year, month: month).first.adding(days: 1 + random.below(26))
      let remark = random.chance(3) ? random.pick(SampleWords.remarks) : nil
      try writeActivity(
        .article, Month(year: year, month: month).forPeople, day, nil, remark, of: own, in: sheet)
    }
    for kind in [ActivityKind.inspection, .themedSupervision, .articleThirtyTwo]
    where random.chance(40) {
      let day = first.adding(days: 30 + random.below(300))
      try writeActivity(kind, "\(year)", day, of: own, in: sheet)
    }
    if year == 2022, unit.isCommittee, random.chance(650) {
      let cell = SamplePlace(unit: unit.number, cell: 1 + random.below(unit.cells))
      try writeActivity(.modelCell, "2022", first.adding(days: 333), of: code(cell), in: sheet)
    }
  }

  /// Writes pham-vi: what of the office's people is told, is told whole up to the last day.
  func writeClaims(_ sheets: SampleSheets) throws(PlatformError) {
    let sheet = sheets[.claims]
    for kind in SheetKind.claimable where kind == .people || kind.tellsOfPeople {
      var row = sheet.begin()
      row.text(kind.rawValue)
      row.empty()
      row.day(SampleLife.horizon)
      try sheet.end(row)
    }
    var row = sheet.begin()
    row.text(SheetKind.activities.rawValue)
    row.empty()
    row.day(SampleLife.horizon)
    try sheet.end(row)
  }

  private func writeActivity(
    _ kind: ActivityKind, _ period: String, _ day: Day, _ percent: String? = nil,
    _ remark: String? = nil, of organisation: String, in sheet: SampleSheet
  ) throws(PlatformError) {
    var row = sheet.begin()
    row.text(organisation)
    row.text(kind.vietnamese)
    row.text(period)
    row.text(percent)
    row.day(day)
    row.text(remark)
    try sheet.end(row)
  }

  private func writeRating(
    _ year: Int, _ unit: SampleUnit, _ sheet: SampleSheet, _ random: inout SplitMix64
  ) throws(PlatformError) {
    var row = sheet.begin()
    row.text(code(unit.number))
    row.text(String(year))
    let grade: Grade = [.unfulfilled, .fulfilled, .good, .excellent][
      random.weighted([1, 12, 70, 17])]
    row.text(grade.vietnamese)
    try sheet.end(row)
  }
}
