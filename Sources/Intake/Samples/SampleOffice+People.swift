import Cadre
import Platform

extension SampleOffice {
  /// Writes every row of a person (from 1).
  mutating func writePerson(_ person: Int, _ sheets: SampleSheets) throws(PlatformError) {
    let life = life(person)
    var random = SplitMix64(seed: seed, kind: 7, number: person)
    let home = unit(life.home.unit)
    let cadre = home.cadres.firstIndex { $0.person == person }
    try writeProfile(life, isCadre: cadre != nil, sheets[.people], &random)
    guard life.status != .none else { return }
    try writeAdmission(life, home, sheets, &random)
    guard let admission = life.admission else { return }
    let span = SampleSpan(
      from: life.origin == nil ? admission.ceremonyOn : life.moves.first?.receivedOn,
      official: life.officialFrom, until: life.silentFrom(home))
    try writeTheory(life, admission, isCadre: cadre != nil, sheets[.theory], &random)
    let grades = try writeRatings(life, span, sheets[.ratings], &random)
    try writeScreenings(life, span, grades, sheets, &random)
    try writeEnding(life, sheets, &random)
    try writeMoves(life, sheets[.transfers])
    try writeDisciplines(life, span, sheets, &random)
    if let cadre {
      let career = SampleCareers(of: home, seed: seed).careers[cadre]
      try writeCareer(life, career, sheets)
      try writeConclusions(life, career, span, sheets, &random)
    }
    try writePapers(life, span, isCadre: cadre != nil, sheets, &random)
  }

  /// The file number of a person, into a sheet.
  func file(_ life: SampleLife, in row: inout SampleRow) {
    row.code("", life.person, width: fileWidth, "HT")
  }
}

/// The days on which an office here knows of a person.
struct SampleSpan {
  /// nil: never.
  let from: Day?
  /// nil: not yet official.
  let official: Day?
  let until: Day?

  /// Whether a day lies in it.
  func holds(_ day: Day) -> Bool {
    guard let from else { return false }
    return from < day && day < (until ?? SampleLife.horizon.adding(days: 1))
  }

  /// Whether the person is an official member here on a day.
  func holdsOfficial(_ day: Day) -> Bool { holds(day) && official.map { $0 <= day } ?? false }
}

extension SampleOffice {
  private func writeProfile(
    _ life: SampleLife, isCadre: Bool, _ sheet: SampleSheet, _ random: inout SplitMix64
  ) throws(PlatformError) {
    let sex = life.sex == .male ? 0 : 1
    var row = sheet.begin()
    file(life, in: &row)
    let family = SampleWords.families[random.weighted(SampleWords.families.map(\.weight))].name
    let middle = random.pick(SampleWords.middles[sex])
    row.text("\(family) \(middle) \(random.pick(SampleWords.givens[sex]))")
    switch random.below(1000) {
    case 0..<9: row.text(life.birth.month.forPeople)
    case 9..<15: row.text(String(life.birth.year))
    default: row.day(life.birth)
    }
    row.text(life.sex.vietnamese)
    let ethnicities = SampleWords.ethnicities
    row.text(ethnicities[random.weighted(ethnicities.map(\.weight))].name)
    row.text(citizenNumber(life))
    let weights = isCadre ? [5, 15, 600, 340, 40] : [75, 95, 600, 210, 20]
    let degree = Degree.allCases[random.weighted(weights)]
    row.text(random.chance(4) ? nil : degree.vietnamese)
    row.text(code(life.today))
    try sheet.end(row)
  }

  /// Twelve digits, as on a citizen card: province, sex and century, year, and six that no two
  /// people of a million share.
  private func citizenNumber(_ life: SampleLife) -> String {
    let (block, place) = (life.person - 1).quotientAndRemainder(dividingBy: 1_000_000)
    // 387,421 and 1,000,000 have no common factor: every place has its own six digits.
    let six = (place * 387_421 + Int(seed % 999_983)) % 1_000_000
    let province = [42, 40, 44, 38, 37, 36, 35, 34, 33, 31, 30][block % 11]
    let mark = (life.birth.year < 2000 ? 0 : 2) + (life.sex == .male ? 0 : 1)
    func digits(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: width - text.utf8.count) + text
    }
    return digits(province, 3) + String(mark) + digits(life.birth.year % 100, 2) + digits(six, 6)
  }
}

extension SampleOffice {
  private func writeAdmission(
    _ life: SampleLife, _ home: SampleUnit, _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    let source: Introducer? =
      random.chance(850) ? [.youthUnion, .tradeUnion, .cell][random.weighted([6, 3, 1])] : nil
    let half = random.chance(20) ? ",5" : ""
    let score = String(50 + random.below(50)) + half
    try writeAdmission(
      life, life.admission, again: false, cell: cell(life, home, &random), score, source, sheets,
      &random)
    if let second = life.ending?.readmission {
      try writeAdmission(
        life, second, again: true, cell: code(life.home), score, source, sheets, &random)
    }
  }

  /// The cell of the admission; now and then one that is no more.
  private func cell(
    _ life: SampleLife, _ home: SampleUnit, _ random: inout SplitMix64
  ) -> String {
    if let origin = life.origin { return origin }
    if let lost = home.lost, let admission = life.admission, admission.ceremonyOn < lost.on,
      random.chance(250)
    {
      return code(SamplePlace(unit: home.number, cell: home.cells + 1))
    }
    return code(life.home)
  }

  private func writeAdmission(
    _ life: SampleLife, _ admission: SampleLife.Admission?, again: Bool, cell: String,
    _ score: String, _ source: Introducer?, _ sheets: SampleSheets, _ random: inout SplitMix64
  ) throws(PlatformError) {
    let sheet = sheets[.admissions]
    var row = sheet.begin()
    file(life, in: &row)
    let kind: AdmissionRow = admission == nil ? .prospect : again ? .readmission : .admission
    row.text(kind.vietnamese)
    if let certificate = life.certificate {
      row.code("NT", life.person, width: fileWidth)
      row.day(certificate)
      row.text(score)
    } else {
      row.empty(3)
    }
    if let admission {
      row.day(admission.votedOn)
      sheets.number(.committee, admission.decidedOn, in: &row)
      row.day(admission.decidedOn)
      row.day(admission.ceremonyOn)
      row.text(cell)
      writeRecognition(life, admission, again: again, &row, sheets, &random)
    } else {
      row.empty(10)
    }
    row.text(source?.vietnamese)
    try sheet.end(row)
  }

  private func writeRecognition(
    _ life: SampleLife, _ admission: SampleLife.Admission, again: Bool, _ row: inout SampleRow,
    _ sheets: SampleSheets, _ random: inout SplitMix64
  ) {
    let course = admission.ceremonyOn.adding(days: 150)
    let hasCourse =
      admission.recognisedOn != nil || (course <= SampleLife.horizon && random.chance(500))
    if hasCourse {
      row.code("DVM", life.person, width: fileWidth, again ? "L" : "")
      row.day(course)
    } else {
      row.empty(2)
    }
    if let recognised = admission.recognisedOn {
      sheets.number(.committee, recognised, in: &row)
      row.day(recognised)
      row.code(again ? "39" : "38", life.person, width: fileWidth)
    } else {
      row.empty(3)
    }
  }
}
