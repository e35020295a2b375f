internal import Cadre
package import Office

/// The ratings of a year: `cadre ratings`.
package enum RatingsReport {
  /// The answer: four lists, `people`, `total`, `organisations` and `unrated`.
  package static func answer(_ list: RatingList) -> Answer {
    let year = list.year
    return Answer(
      list.standpoint,
      [
        Listing(
          "people",
          Words(
            vi: "Xếp loại đảng viên năm \(year) theo tổ chức cơ sở đảng",
            en: "Ratings of members for \(year) by grassroots organisation"),
          list.people, people(year)),
        Listing(
          "total", Words(vi: "Tổng số đảng viên", en: "Members in all"), [list.total],
          [yearColumn(year)] + counts { $0 }),
        Listing(
          "organisations",
          Words(
            vi: "Xếp loại tổ chức đảng năm \(year)", en: "Ratings of organisations for \(year)"),
          KindCount.all(list.organisations), kinds(year)),
        Listing(
          "unrated",
          Words(
            vi: "Tổ chức chưa có xếp loại năm \(year)",
            en: "Organisations without a rating for \(year)"),
          list.organisations.filter { $0.grade == nil }, unrated(year)),
      ],
      summary: summary(list))
  }

  private static func summary(_ list: RatingList) -> Words {
    let (members, missing) = (list.total.members, list.total.unrated)
    let over = list.people.count { $0.group.cap?.status == .unmet }
    let unknown = list.people.count { $0.group.cap?.status == .unknown }
    return Words(
      vi: "\(members) đảng viên ngày 31/12/\(list.year), \(missing) chưa có xếp loại; \(over) tổ "
        + "chức cơ sở vượt tỷ lệ hoàn thành xuất sắc, \(unknown) chưa rõ",
      en: Words.counted(members, "member", "members") + " on 31/12/\(list.year), "
        + "\(missing) without a rating; "
        + Words.counted(over, "grassroots organisation", "grassroots organisations")
        + " over the cap on excellent, \(unknown) not known")
  }

  private static func yearColumn<Row>(_ year: Int) -> Column<Row> {
    Column("year", Words(vi: "Năm", en: "Year"), in: [.csv, .json]) { _ in .number(year) }
  }

  private static func people(_ year: Int) -> [Column<RatingRow>] {
    [
      yearColumn(year),
      .organisation("organisation", Words(vi: "Mã tổ chức", en: "Code")) { $0.name },
      .organisationName("organisationName", Words(vi: "Tên tổ chức", en: "Name")) { $0.name },
    ] + counts { $0.group.count } + cap
  }

  private static func counts<Row>(
    _ count: @escaping @Sendable (Row) -> RatingCount
  ) -> [Column<Row>] {
    [.count("members", Words(vi: "Đảng viên", en: "Members")) { count($0).members }]
      + grades { count($0)[$1] }
      + [
        .count("unrated", Words(vi: "Chưa xếp loại", en: "Unrated")) { count($0).unrated },
        .count(
          "notMembers",
          Words(
            vi: "Được xếp loại nhưng không phải đảng viên ngày 31/12",
            en: "Rated, no members on 31/12"),
          in: [.csv, .json]
        ) { count($0).others },
      ]
  }

  private static func grades<Row>(
    _ count: @escaping @Sendable (Row, Grade) -> Int
  ) -> [Column<Row>] {
    Grade.allCases.reversed().map { grade in
      .count(grade.name, grade.short) { count($0, grade) }
    }
  }

  private static let cap: [Column<RatingRow>] =
    [
      .count("most", Words(vi: "Xuất sắc tối đa", en: "Excellent at most")) {
        $0.group.cap?.most.value
      },
      .count(
        "mostByDecision",
        Words(vi: "Tối đa khi có quyết định", en: "At most by decision"), in: [.csv, .json]
      ) { $0.group.cap?.special },
      Column("cap", Words(vi: "Tỷ lệ xuất sắc", en: "Cap on excellent")) {
        .limited($0.group.cap?.status ?? .notApplicable)
      },
    ] + Column.ruling { $0.group.cap?.most }

  private static func kinds(_ year: Int) -> [Column<KindCount>] {
    [
      yearColumn(year),
      Column("kind", Words(vi: "Loại hình", en: "Kind")) { .code($0.kind) },
      .count("count", Words(vi: "Tổ chức", en: "Organisations")) { $0.all },
    ] + grades { $0.grades[$1] ?? 0 }
      + [.count("unrated", Words(vi: "Chưa xếp loại", en: "Unrated")) { $0.unrated }]
  }

  private static func unrated(_ year: Int) -> [Column<RatedOrganisation>] {
    [
      yearColumn(year),
      .organisation("organisation", Words(vi: "Mã tổ chức", en: "Code")) { $0.name },
      .organisationName("organisationName", Words(vi: "Tên tổ chức", en: "Name")) { $0.name },
      Column("kind", Words(vi: "Loại hình", en: "Kind")) { .code($0.kind) },
      .organisation("parent", Words(vi: "Trực thuộc", en: "Under")) { $0.parent },
    ]
  }
}

/// How the organisations of a kind were rated.
private struct KindCount: Sendable {
  let kind: OrganisationKind
  var all = 0
  var unrated = 0
  var grades: [Grade: Int] = [:]

  /// By kind; of those that there are.
  static func all(_ organisations: [RatedOrganisation]) -> [KindCount] {
    var counts: [OrganisationKind: KindCount] = [:]
    for organisation in organisations {
      var count = counts[organisation.kind] ?? KindCount(kind: organisation.kind)
      count.all += 1
      if let grade = organisation.grade {
        count.grades[grade, default: 0] += 1
      } else {
        count.unrated += 1
      }
      counts[organisation.kind] = count
    }
    return OrganisationKind.allCases.compactMap { counts[$0] }
  }
}

extension Grade {
  /// The head of a column.
  fileprivate var short: Words {
    switch self {
    case .excellent: Words(vi: "Xuất sắc", en: "Excellent")
    case .good: Words(vi: "Tốt", en: "Good")
    case .fulfilled: Words(vi: "Hoàn thành", en: "Fulfilled")
    case .unfulfilled: Words(vi: "Không hoàn thành", en: "Unfulfilled")
    }
  }
}
