internal import Cadre
internal import Office

/// The people of planning coverage, as people read them.
enum CoveragePeople {
  /// Who is in planning for what, and how they stand.
  static func columns(_ list: CoverageList) -> [Column<PlannedRow>] {
    let (names, places, day) = (list.names, list.places, list.standpoint.on)
    return [PlanningColumns.term { $0.stand.title.term }]
      + PlanningColumns.post { places[$0.stand.title.position] }
      + Column.who { names[$0.person] } + [
        Column("entered", Words(vi: "Đưa vào", en: "Entered"), wraps: false) {
          .day($0.stand.entry.entered)
        },
        Column("state", Words(vi: "Tình trạng", en: "State")) { $0.stand.state.value },
        Column("why", Words(vi: "Lý do", en: "Why")) { $0.stand.state.why },
        Column("day", Words(vi: "Từ ngày", en: "Since"), wraps: false) {
          .day($0.stand.state.day)
        },
        Column("holds", Words(vi: "Đang giữ chức danh", en: "Holds it"), in: exact) {
          .truth($0.holds)
        },
        Column("verdict", Words(vi: "Kết luận", en: "Verdict"), in: .json) {
          $0.outlook.map { .verdict($0.verdict) } ?? .absent
        },
        Column("verdict", Words(vi: "Kết luận", en: "Verdict"), in: [.table, .csv]) { row in
          if row.holds { return .coded("holds", Words(vi: "đang giữ chức danh", en: "holds it")) }
          return row.outlook.map { .verdict($0.verdict) } ?? .absent
        },
        Column("readyFrom", Words(vi: "Đủ từ", en: "Ready from"), wraps: false) {
          .day($0.outlook?.readyFrom)
        },
        Column("readyUntil", Words(vi: "Đủ đến trước", en: "Ready until"), in: exact) {
          .day($0.outlook?.readyUntil)
        },
        Column("missing", Words(vi: "Còn thiếu", en: "Missing"), in: .json) {
          .list(($0.outlook?.open ?? []).map { .code($0.id, $0.id.words) })
        },
        Column("missing", Words(vi: "Còn thiếu", en: "Missing"), in: [.table, .csv]) {
          .words($0.outlook?.shortfalls(on: day) ?? .none)
        },
        Column("standards", Words(vi: "Kết luận TCCT", en: "Conclusion")) {
          .standards($0.standards.state)
        },
        Column("concludedOn", Words(vi: "Ngày kết luận", en: "Concluded on"), in: exact) {
          .day($0.standards.conclusion?.on)
        },
        Column("planningAge", Words(vi: "Độ tuổi quy hoạch", en: "Age for the term")) {
          $0.age.map { .status($0.status) } ?? .absent
        },
        Column("retires", Words(vi: "Nghỉ hưu muộn nhất", en: "Retires at the latest"), in: exact) {
          $0.age?.latest.map { .month($0) } ?? .absent
        },
      ]
      + Column.basis(
        "planningAgeBasis", Words(vi: "Căn cứ độ tuổi", en: "Age by"), people: .csv
      ) { ($0.age?.basis, $0.age?.verified ?? true) } + [
        Column("woman", Words(vi: "Nữ", en: "Woman"), in: .json) {
          $0.traits.isWoman.map { .truth($0) } ?? .absent
        },
        Column("underForty", Words(vi: "Dưới 40 tuổi", en: "Under 40"), in: exact) {
          $0.traits.isUnderForty.map { .truth($0) } ?? .absent
        },
        Column("verified", Words(vi: "Đã kiểm chứng", en: "Verified"), in: .json) {
          $0.outlook.map { .truth(!$0.hangsOnUnverified) } ?? .absent
        },
        Column("event", Words(vi: "Sự kiện", en: "Event"), in: .json) {
          .index($0.stand.entry.index)
        },
      ]
  }

  private static let exact = PlanningColumns.exact

  /// Who is in planning for too many posts.
  static func overplanned(_ list: CoverageList) -> [Column<Overplanned>] {
    let (names, places) = (list.names, list.places)
    return Column.who { names[$0.person] } + [
      PlanningColumns.term { $0.term },
      Column("decidedBy", Words(vi: "Cấp quyết định", en: "Decided by")) { .text($0.level) },
      Column("count", Words(vi: "Số chức danh", en: "Posts")) { .number($0.positions.count) },
      Column("limit", Words(vi: "Nhiều nhất", en: "At most")) { .number($0.limit.value) },
      Column("positions", Words(vi: "Chức danh", en: "Posts' codes")) {
        .list($0.positions.map { .text(places[$0].code) })
      },
    ] + Column.basis { ($0.limit.basis, $0.limit.verified) }
  }

  /// Which decisions lack a conclusion (S7).
  static func decisions(_ list: CoverageList) -> [Column<StandardsDecision>] {
    let (names, places) = (list.names, list.places)
    let day: Column<StandardsDecision> = Column(
      "day", Words(vi: "Ngày quyết định", en: "Decided on"), wraps: false
    ) { .day($0.day) }
    return [day] + Column.who { names[$0.person] } + [
      Column("purpose", Words(vi: "Việc", en: "Decision")) { .code($0.purpose) }
    ] + PlanningColumns.post { places[$0.position] } + [
      Column("term", Words(vi: "Nhiệm kỳ", en: "Term"), wraps: false) {
        .text($0.term?.description)
      },
      Column("standards", Words(vi: "Kết luận TCCT", en: "Conclusion")) {
        .standards($0.check.state)
      },
      Column("concludedOn", Words(vi: "Ngày kết luận", en: "Concluded on"), wraps: false) {
        .day($0.check.conclusion?.on)
      },
      Column("event", Words(vi: "Sự kiện", en: "Event"), in: .json) { .index($0.index) },
    ] + Column.basis(people: .csv) { ($0.check.basis, $0.check.verified) }
  }

  /// What changed since a day: the yearly review.
  static func changes(_ list: CoverageList) -> [Column<PlanningChange>] {
    let (names, places, day) = (list.names, list.places, list.standpoint.on)
    return PlanningColumns.post { places[$0.title.position] } + [
      PlanningColumns.term { $0.title.term }
    ] + Column.who { names[$0.person] } + [
      Column("change", Words(vi: "Thay đổi", en: "Change")) { .code($0.kind) },
      Column("day", Words(vi: "Ngày", en: "Day"), wraps: false) { .day($0.day) },
      Column("why", Words(vi: "Lý do", en: "Why")) { change in
        change.reason.map { .code($0) } ?? .code(change.cause)
      },
      Column("before", Words(vi: "Trước đây", en: "Before")) {
        $0.before.map { .verdict($0) } ?? .absent
      },
      Column("verdict", Words(vi: "Nay", en: "Now")) {
        $0.outlook.map { .verdict($0.verdict) } ?? .absent
      },
      Column("missing", Words(vi: "Còn thiếu", en: "Missing"), in: .json) {
        .list(($0.outlook?.open ?? []).map { .code($0.id, $0.id.words) })
      },
      Column("missing", Words(vi: "Còn thiếu", en: "Missing"), in: [.table, .csv]) {
        .words($0.outlook?.shortfalls(on: day) ?? .none)
      },
      Column("event", Words(vi: "Sự kiện", en: "Event"), in: .json) {
        $0.index.map { .index($0) } ?? .absent
      },
    ]
  }
}

extension Outlook {
  /// Everything that is missing on that day, in a few words each.
  func shortfalls(on day: Day) -> Words {
    Words.joined(open.compactMap { $0.shortfall(on: day) }, by: "; ")
  }
}

extension Value {
  /// How a decision stands to the conclusion it needs.
  static func standards(_ state: StandardsState) -> Value {
    let tone: Tone =
      switch state {
      case .concluded: .good
      case .missing, .unfavourable, .expired: .bad
      case .unknown: .unsure
      case .notRequired: .plain
      }
    return .code(state, state.words, tone: tone)
  }
}

extension PlannedState {
  /// Whether it counts.
  fileprivate var value: Value {
    switch self {
    case .valid: .coded("valid", Words(vi: "còn hiệu lực", en: "counts"), tone: .good)
    case .lapsed: .coded("lapsed", Words(vi: "hết hiệu lực", en: "lapsed"), tone: .bad)
    case .left: .coded("left", Words(vi: "đã đưa ra", en: "left"))
    case .outside:
      .coded("outside", Words(vi: "không còn trong diện quản lý", en: "outside"), tone: .bad)
    case .over: .coded("over", Words(vi: "hết nhiệm kỳ", en: "term over"))
    }
  }

  /// Why it does not.
  fileprivate var why: Value {
    switch self {
    case .lapsed(_, let cause, _): .code(cause)
    case .left(_, let reason, _): .code(reason)
    case .valid, .outside, .over: .absent
    }
  }
}
