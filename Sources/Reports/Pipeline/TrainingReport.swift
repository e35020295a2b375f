internal import Cadre
package import Office

/// The training roadmap as people read it: `cadre training`.
package enum TrainingReport {
  /// The answer: seats by year, then people, the class and who would be appointed without the
  /// level.
  package static func answer(_ list: TrainingList) -> Answer {
    var listings = [
      Listing("years", Words(vi: "Số chỗ học theo năm", en: "Seats by year"), list.years, years),
      Listing(
        "people", Words(vi: "Người cần đi học", en: "Who needs a seat"), list.people,
        people(list) { $0 }),
    ]
    if let seats = list.seats {
      listings.append(
        Listing(
          "class", Words(vi: "Danh sách lớp theo thứ tự ưu tiên", en: "The class, by priority"),
          seats.map { Seat(place: $0.place, need: $0.need) },
          [Column("place", Words(vi: "Thứ tự", en: "Place")) { .number($0.place) }]
            + people(list) { $0.need }))
    }
    listings.append(
      Listing(
        "risk",
        Words(
          vi: "Chỉ còn thiếu trình độ LLCT", en: "Who could be appointed but for political theory"),
        list.risks, risks(list)))
    listings.append(
      Listing(
        "target",
        Words(vi: "Có trình độ LLCT trước khi bổ nhiệm", en: "Theory held before appointment"),
        [Target(list)], Target.columns))
    return Answer(
      list.standpoint, listings, summary: summary(list),
      pictures: [
        .bars(
          "years", label: ["year", "level"], values: ["partTime", "fullTime", "formUnknown"])
      ])
  }

  private static func summary(_ list: TrainingList) -> Words {
    let seats = list.years.reduce(0) { $0 + $1.seats }
    let risks = list.risks.count
    let target = Target(list)
    let percent = { (mark: String) in target.tally.percent.map { decimal($0, mark: mark) } ?? "–" }
    return Words(
      vi: "cần \(seats) chỗ học; \(risks) lượt chỉ còn thiếu trình độ LLCT; S3: "
        + "\(target.tally.met)/\(target.tally.appointments) lượt bổ nhiệm (\(percent(",")) %)",
      en: "\(Words.counted(seats, "seat", "seats")) needed; \(risks) lack only theory; S3: "
        + "\(target.tally.met) of \(target.tally.appointments) appointments (\(percent(".")) %)")
  }

  private static let years: [Column<TrainingYear>] = [
    Column("year", Words(vi: "Năm", en: "Year")) { .number($0.year) },
    Column("level", Words(vi: "Trình độ", en: "Level")) { .code($0.level) },
    Column("seats", Words(vi: "Số chỗ", en: "Seats")) { .number($0.seats) },
    Column("partTime", Words(vi: "Tại chức", en: "Part-time")) { .number($0.partTime) },
    Column("fullTime", Words(vi: "Tập trung", en: "Full-time")) { .number($0.fullTime) },
    Column("formUnknown", Words(vi: "Chưa rõ hình thức", en: "Form not known")) {
      .number($0.formUnknown)
    },
    Column("enrolled", Words(vi: "Đã ghi danh", en: "Enrolled")) { .number($0.enrolled) },
    Column("unknown", Words(vi: "Chưa rõ trình độ", en: "Level not known")) {
      .number($0.unknown)
    },
  ]

  private static func people<Row>(
    _ list: TrainingList, _ need: @escaping @Sendable (Row) -> TrainingNeed
  ) -> [Column<Row>] {
    let (names, places) = (list.names, list.places)
    return [
      Column("year", Words(vi: "Năm", en: "Year")) { .number(need($0).year) },
      Column("level", Words(vi: "Trình độ cần", en: "Level needed")) {
        .code(need($0).level)
      },
    ] + Column.who { names[need($0).person] } + [
      Column("held", Words(vi: "Đang có", en: "Held")) { .code(need($0).held) },
      Column("state", Words(vi: "Tình trạng", en: "State")) {
        .code(need($0).state)
      },
      Column("enrolledOn", Words(vi: "Khai giảng", en: "Class begins"), wraps: false) {
        .day(need($0).enrolledOn)
      },
      Column("form", Words(vi: "Hình thức học", en: "Form")) { .code(need($0).form) },
      Column("classAge", Words(vi: "Tuổi học tại chức", en: "Part-time from age"), in: exact) {
        .number(need($0).classAge?.value)
      },
      Column("age", Words(vi: "Tuổi trong năm", en: "Age in the year"), in: exact) {
        .number(need($0).ages?.lowerBound)
      },
      Column("ageMost", Words(vi: "Tuổi đến cuối năm", en: "Age at the year's end"), in: exact) {
        .number(need($0).ages?.upperBound)
      },
    ] + PlanningColumns.post { places[need($0).title.position] } + [
      PlanningColumns.term { need($0).title.term },
      Column("lacksOnlyTheory", Words(vi: "Chỉ thiếu LLCT", en: "Lacks only theory")) {
        .truth(need($0).lacksOnlyTheory)
      },
    ] + Column.basis(people: .csv) { (need($0).basis, need($0).verified) }
      + Column.ruling(
        "classAgeBasis", Words(vi: "Căn cứ tuổi học", en: "Class age by"), people: .csv
      ) { need($0).classAge }
  }

  private static let exact = PlanningColumns.exact

  private static func risks(_ list: TrainingList) -> [Column<TheoryRisk>] {
    let (names, places, day) = (list.names, list.places, list.standpoint.on)
    return Column.who { names[$0.person] } + [
      PlanningColumns.term { $0.title.term }
    ] + PlanningColumns.post { places[$0.title.position] } + [
      Column("level", Words(vi: "Trình độ cần", en: "Level needed")) { risk in
        guard case .theory(let level) = risk.requirement.needed else { return .absent }
        return .code(level)
      },
      Column("held", Words(vi: "Đang có", en: "Held")) { risk in
        guard case .theory(let level) = risk.requirement.found else { return .absent }
        return .code(level)
      },
      Column("status", Words(vi: "Điều kiện", en: "Requirement")) {
        .status($0.requirement.status)
      },
      Column("missing", Words(vi: "Còn thiếu", en: "Missing"), in: [.table, .csv]) {
        .words($0.requirement.shortfall(on: day) ?? .none)
      },
      Column("enrolledOn", Words(vi: "Khai giảng", en: "Class begins"), wraps: false) {
        .day($0.enrolledOn)
      },
    ]
      + Column.basis {
        ($0.requirement.basis, $0.requirement.verified)
      }
  }
}

/// A seat of a class.
private struct Seat: Sendable {
  let place: Int
  let need: TrainingNeed
}

/// The programme's target of theory held before (S3), and how it is met.
private struct Target: Sendable {
  let tally: TheoryTally
  let needed: Ruling<Int>?

  init(_ list: TrainingList) {
    tally = list.held
    needed = list.standpoint.rules.number(.theoryTarget, on: list.standpoint.on)
  }

  /// Nil without appointments or a target.
  private var isMet: RequirementStatus? {
    guard let needed, tally.appointments > 0 else { return nil }
    if tally.met * 100 >= needed.value * tally.appointments { return .met }
    return (tally.met + tally.unknown) * 100 < needed.value * tally.appointments
      ? .unmet : .unknown
  }

  static let columns: [Column<Target>] =
    [
      Column("appointments", Words(vi: "Lượt bổ nhiệm", en: "Appointments")) {
        .number($0.tally.appointments)
      },
      Column("met", Words(vi: "Có trước", en: "Held before")) { .number($0.tally.met) },
      Column("unknown", Words(vi: "Chưa rõ", en: "Not known")) { .number($0.tally.unknown) },
      Column("percent", Words(vi: "Tỷ lệ (%)", en: "Share (%)")) {
        $0.tally.percent.map { .hundredths($0) } ?? .absent
      },
      Column("target", Words(vi: "Chỉ tiêu (%)", en: "Target (%)")) {
        .number($0.needed?.value)
      },
      Column("status", Words(vi: "Kết quả", en: "Result")) {
        $0.isMet.map { .status($0) } ?? .absent
      },
    ]
    + Column.basis {
      ($0.needed?.basis, $0.needed?.verified ?? true)
    }
}
