internal import Cadre

/// What admissions add up to: the further lists of `cadre admissions`.
enum AdmissionCountsReport {
  static func listings(_ tally: AdmissionTally) -> [Listing] {
    [
      Listing(
        "funnel", Words(vi: "Từ giới thiệu đến công nhận", en: "From introduction to recognition"),
        steps(of: tally.funnel), funnel),
      Listing(
        "years", Words(vi: "Kết nạp theo năm và khối", en: "Admissions by year and sector"),
        tally.years, years),
      Listing(
        "sources", Words(vi: "Theo nguồn giới thiệu", en: "By who introduced"), tally.sources,
        sources),
      Listing(
        "classes", Words(vi: "Lớp bồi dưỡng theo năm", en: "Classes by year"), tally.classes,
        classes),
    ]
  }

  /// A step of the funnel with how many came so far.
  private struct Step: Sendable {
    let key: String
    let words: Words
    let count: Int
    /// Of those introduced.
    let percent: Hundredths?
  }

  private static func steps(of funnel: AdmissionFunnel) -> [Step] {
    func step(_ key: String, _ words: Words, _ count: Int) -> Step {
      Step(
        key: key, words: words, count: count,
        percent: funnel.introduced == 0
          ? nil : Hundredths(count * 10_000 / funnel.introduced))
    }
    return [
      step("introduced", introducedTitle, funnel.introduced),
      step("classPassed", classTitle, funnel.classPassed),
      step("admitted", admittedTitle, funnel.admitted),
      step("recognised", recognisedTitle, funnel.recognised),
    ]
  }

  private static let introducedTitle = Words(vi: "Được giới thiệu", en: "Introduced")
  private static let classTitle = Words(vi: "Đã học lớp bồi dưỡng nhận thức", en: "Class passed")
  private static let admittedTitle = Words(vi: "Đã kết nạp", en: "Admitted")
  private static let recognisedTitle = Words(vi: "Đã công nhận chính thức", en: "Recognised")
  private static let yearTitle = Words(vi: "Năm", en: "Year")

  private static let funnel: [Column<Step>] = [
    Column("step", Words(vi: "Bước", en: "Step")) { .coded($0.key, $0.words) },
    .count("count", Words(vi: "Số người", en: "People")) { $0.count },
    Column("percent", Words(vi: "% so với số được giới thiệu", en: "% of those introduced")) {
      $0.percent.map { .hundredths($0) } ?? .absent
    },
  ]

  private static let years: [Column<AdmissionYear>] = [
    .count("year", yearTitle) { $0.year },
    Column("sector", Words(vi: "Khối", en: "Sector")) { $0.sector.value },
    .count("admissions", Words(vi: "Kết nạp", en: "Admissions")) { $0.count.admissions },
    .count("readmissions", Words(vi: "Kết nạp lại", en: "Readmissions")) {
      $0.count.readmissions
    },
  ]

  private static let sources: [Column<AdmissionSource>] = [
    Column("introducedBy", Words(vi: "Nguồn giới thiệu", en: "Introduced by")) { source in
      source.by.map { .code($0) } ?? unknown
    },
    .count("introduced", introducedTitle) { $0.funnel.introduced },
    .count("classPassed", classTitle) { $0.funnel.classPassed },
    .count("admitted", admittedTitle) { $0.funnel.admitted },
    .count("recognised", recognisedTitle) { $0.funnel.recognised },
  ]

  private static let classes: [Column<AdmissionClass>] = [
    .count("year", yearTitle) { $0.year },
    Column("course", Words(vi: "Lớp", en: "Class")) { .coded($0.course.name, $0.course.title) },
    .count("certificates", Words(vi: "Giấy chứng nhận", en: "Certificates")) {
      $0.count.certificates
    },
    .count("scored", Words(vi: "Có điểm thi", en: "With a score")) { $0.count.scored },
    score("meanScore", Words(vi: "Điểm trung bình", en: "Mean score")) { $0.mean },
    score("lowestScore", Words(vi: "Thấp nhất", en: "Lowest")) { $0.lowest },
    score("highestScore", Words(vi: "Cao nhất", en: "Highest")) { $0.highest },
  ]

  private static func score(
    _ key: String, _ title: Words, _ score: @escaping @Sendable (ClassCount) -> Hundredths?
  ) -> Column<AdmissionClass> {
    Column(key, title) { score($0.count).map { .hundredths($0) } ?? .absent }
  }

  fileprivate static let unknown = Value.coded("unknown", Words(vi: "chưa rõ", en: "not known"))
}

extension AdmissionYear.Group {
  fileprivate var value: Value {
    switch self {
    case .total: .coded("total", Words(vi: "tổng số", en: "total"))
    case .sector(let sector): .code(sector)
    case .unknown: AdmissionCountsReport.unknown
    case .outside: .coded("outside", Words(vi: "tổ chức ngoài đảng bộ", en: "outside this ledger"))
    }
  }
}

extension Course {
  fileprivate var title: Words {
    switch self {
    case .prospects: Words(vi: "bồi dưỡng nhận thức về Đảng", en: "for prospects")
    case .newMembers: Words(vi: "đảng viên mới", en: "for new members")
    }
  }
}
