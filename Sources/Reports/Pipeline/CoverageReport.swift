internal import Cadre
package import Office

/// Planning coverage as people read it: `cadre coverage`.
package enum CoverageReport {
  /// The answer: totals first, then posts, then people.
  package static func answer(_ list: CoverageList) -> Answer {
    let numbers = list.coverage.numbers
    var listings = [
      Listing(
        "terms", Words(vi: "Tổng hợp theo nhiệm kỳ", en: "By term"), list.coverage.terms,
        totals(numbers, [])),
      Listing(
        "bodies", Words(vi: "Theo cấp quyết định", en: "By deciding body"), list.coverage.bodies,
        totals(numbers, [body])),
      Listing(
        "limits", Words(vi: "Quy định áp dụng", en: "Rules applied"),
        LimitRow.all(list.standpoint), LimitRow.columns),
      Listing(
        "posts", Words(vi: "Chức danh", en: "Posts"), list.coverage.posts,
        posts(numbers, list.places)),
      Listing(
        "uncovered", Words(vi: "Chức danh chưa có ai trong quy hoạch", en: "Posts with nobody"),
        list.coverage.uncovered, uncovered(list.places)),
      Listing(
        "people", Words(vi: "Người trong quy hoạch", en: "People in planning"), list.people,
        CoveragePeople.columns(list)),
      Listing(
        "overplanned",
        Words(vi: "Người được quy hoạch quá số chức danh", en: "People planned for too many posts"),
        list.overplanned, CoveragePeople.overplanned(list)),
      Listing(
        "standards",
        Words(
          vi: "Quyết định thiếu kết luận tiêu chuẩn chính trị",
          en: "Decisions without a conclusion on political standards"),
        list.decisions, CoveragePeople.decisions(list)),
    ]
    if let changes = list.changes, let since = list.scope.since {
      let day = since.forPeople
      listings.append(
        Listing(
          "review", Words(vi: "Thay đổi từ sau ngày \(day)", en: "Changes since \(day)"), changes,
          CoveragePeople.changes(list)))
    }
    return Answer(
      list.standpoint, listings, summary: summary(list),
      pictures: [
        .bars("terms", label: ["term"], values: ["covered", "uncovered"]),
        .bars(
          "posts", label: ["term", "post"], values: ["entries"],
          targets: ["poolLeast", "poolMost"], state: "pool"),
      ])
  }

  private static func summary(_ list: CoverageList) -> Words {
    let parts = list.coverage.terms.map { total in
      Words(
        vi: "\(total.term): \(total.covered)/\(total.posts) chức danh có quy hoạch, "
          + "\(total.count.valid) lượt, \(total.count.ready) lượt đủ điều kiện",
        en: "\(total.term): \(total.covered) of \(total.posts) posts covered, "
          + "\(Words.counted(total.count.valid, "entry", "entries")), \(total.count.ready) ready")
    }
    let without = list.without.map {
      Words(vi: "không tính #\($0.number)", en: "leaving out #\($0.number)")
    }
    return Words.joined(parts + [without ?? .none], by: "; ")
  }

  private static let body = Column<CoverageTotal>(
    "decidedBy", Words(vi: "Cấp quyết định", en: "Decided by")
  ) { .text($0.decidedBy) }

  /// Totals, with what tells them apart beside the term.
  private static func totals(
    _ numbers: PlanningNumbers, _ part: [Column<CoverageTotal>]
  ) -> [Column<CoverageTotal>] {
    [PlanningColumns.term { $0.term }] + part + [
      Column("posts", Words(vi: "Chức danh", en: "Posts")) { .number($0.posts) },
      Column("covered", Words(vi: "Có quy hoạch", en: "Covered")) { .number($0.covered) },
      Column("uncovered", Words(vi: "Chưa có ai", en: "Nobody")) {
        .number($0.posts - $0.covered)
      },
      Column("seats", Words(vi: "Số lượng", en: "Seats"), in: PlanningColumns.exact) {
        .number($0.seats)
      },
      Column("holders", Words(vi: "Đang giữ", en: "Holders"), in: PlanningColumns.exact) {
        .number($0.holders)
      },
      Column("people", Words(vi: "Số người", en: "People")) { .number($0.people) },
    ] + PlanningColumns.counts { $0.count } + [
      Column("below", Words(vi: "Thiếu", en: "Below")) { .number($0.below) },
      Column("within", Words(vi: "Đủ", en: "Within")) { .number($0.within) },
      Column("above", Words(vi: "Vượt hệ số", en: "Above the pool")) { .number($0.above) },
      Column("overLimit", Words(vi: "Quá số người mỗi chức danh", en: "Over limit a post")) {
        .number($0.exceeded)
      },
    ] + PlanningColumns.shares(numbers) { $0.count }
  }

  private static func posts(
    _ numbers: PlanningNumbers, _ places: PlanningPlaces
  ) -> [Column<PostCoverage>] {
    [PlanningColumns.term { $0.title.term }]
      + PlanningColumns.post { places[$0.title.position] } + seats
      + PlanningColumns.counts { $0.count } + limits
      + PlanningColumns.shares(numbers) { $0.count } + [decidedBy]
  }

  private static func uncovered(_ places: PlanningPlaces) -> [Column<PostCoverage>] {
    [PlanningColumns.term { $0.title.term }]
      + PlanningColumns.post { places[$0.title.position] } + [
        Column("organisationName", Words(vi: "Tổ chức", en: "Organisation"), in: .table) {
          .text(places[$0.title.position].organisationName)
        }
      ] + seats + [
        Column("lapsed", Words(vi: "Hết hiệu lực", en: "Lapsed")) { .number($0.count.lapsed) },
        Column("left", Words(vi: "Đã đưa ra", en: "Left")) { .number($0.count.left) },
        Column("outside", Words(vi: "Không còn quản lý", en: "Outside")) {
          .number($0.count.outside)
        },
        decidedBy,
      ]
  }

  private static let decidedBy = Column<PostCoverage>(
    "decidedBy", Words(vi: "Cấp quyết định", en: "Decided by")
  ) { .text($0.decidedBy) }

  private static let seats: [Column<PostCoverage>] = [
    Column("seats", Words(vi: "Số lượng", en: "Seats")) { .number($0.post.seats) },
    Column("holders", Words(vi: "Đang giữ", en: "Holders")) { .number($0.holders) },
  ]

  private static let limits: [Column<PostCoverage>] =
    [
      Column("poolLeast", Words(vi: "Ít nhất", en: "At least"), in: PlanningColumns.exact) {
        .number($0.limits.least)
      },
      Column("poolMost", Words(vi: "Nhiều nhất", en: "At most"), in: PlanningColumns.exact) {
        .number($0.limits.most)
      },
      Column("pool", Words(vi: "So với quy định", en: "Pool"), in: PlanningColumns.exact) {
        .code($0.level)
      },
      Column("pool", Words(vi: "Số người theo hệ số", en: "Pool"), in: .table) {
        .words($0.limits.words + ($0.level?.words.small ?? .none), tone: $0.level?.tone ?? .plain)
      },
      Column(
        "limit", Words(vi: "Số người tối đa mỗi chức danh", en: "Limit a post"),
        in: PlanningColumns.exact
      ) {
        .number($0.limits.perTitle?.value)
      },
      Column(
        "overLimit", Words(vi: "Quá số người mỗi chức danh", en: "Over limit a post"),
        in: PlanningColumns.exact
      ) {
        .truth($0.limits.isExceeded(by: $0.count.valid))
      },
    ]
    + Column.basis("poolBasis", Words(vi: "Căn cứ hệ số", en: "Pool by"), people: .csv) {
      ($0.limits.basis, $0.limits.verified)
    }
    + Column.basis("limitBasis", Words(vi: "Căn cứ giới hạn", en: "Limit by"), people: .csv) {
      ($0.limits.perTitle?.basis, $0.limits.perTitle?.verified ?? true)
    }
}

extension PoolLimits {
  /// `1–3: `, or what there is of it.
  fileprivate var words: Words {
    switch (least, most) {
    case (nil, nil): .none
    case (.some(let least), nil): Words("≥ \(least): ")
    case (nil, .some(let most)): Words("≤ \(most): ")
    case (.some(let least), .some(let most)): Words("\(least)–\(most): ")
    }
  }
}

extension PoolLevel {
  /// What it means to the reader.
  var tone: Tone {
    switch self {
    case .nobody, .below: .bad
    case .within: .good
    case .above: .unsure
    }
  }
}

/// A rule that planning is held against on the day asked.
private struct LimitRow: Sendable {
  let name: ParameterName
  /// What it applies to, where it differs.
  let seats: SeatKind?
  let ruling: Ruling<RuleValue>

  static func all(_ standpoint: Standpoint) -> [LimitRow] {
    let names: [(ParameterName, SeatKind?)] = [
      (.planningPool, .post), (.planningPool, .committee), (.planningPersonsPerTitle, nil),
      (.planningCommitteeSeatsCounted, nil), (.planningTitlesPerPerson, nil),
      (.planningWomen, nil), (.planningUnderForty, nil), (.planningLapsesOnDiscipline, nil),
    ]
    return names.compactMap { name, seats in
      let asked = seats.map { RuleCase(seats: $0) } ?? RuleCase()
      return standpoint.rules.ruling(name, for: asked, on: standpoint.on).map {
        LimitRow(name: name, seats: seats, ruling: $0)
      }
    }
  }

  static let columns: [Column<LimitRow>] =
    [
      Column("parameter", Words(vi: "Tham số", en: "Parameter"), wraps: false) {
        .text($0.name.name)
      },
      Column("seats", Words(vi: "Áp dụng cho", en: "For")) { row in
        switch row.seats {
        case .post: .coded("post", Words(vi: "chức danh", en: "posts"))
        case .committee: .coded("committee", Words(vi: "cấp ủy", en: "committees"))
        case nil: .absent
        }
      },
      Column("value", Words(vi: "Giá trị", en: "Value"), in: .json) {
        $0.ruling.value.forMachines
      },
      Column("value", Words(vi: "Giá trị", en: "Value"), in: [.table, .csv]) {
        .coded("", $0.ruling.value.words(in: $0.name.unit))
      },
    ]
    + Column.basis {
      ($0.ruling.basis, $0.ruling.verified)
    }
}
