internal import Cadre
internal import Office

/// Columns that rows about planning share.
enum PlanningColumns {
  /// In files and for machines alone.
  static let exact: Places = [.csv, .json]

  /// The post and its organisation; for a screen in two columns.
  static func post<Row>(
    _ place: @escaping @Sendable (Row) -> PlanningPlaces.Place
  ) -> [Column<Row>] {
    [
      Column("position", Words(vi: "Mã chức danh", en: "Post's code"), in: exact) {
        .text(place($0).code)
      },
      Column("title", Words(vi: "Tên chức danh", en: "Title"), in: exact) {
        .text(place($0).title)
      },
      Column("post", Words(vi: "Chức danh", en: "Post"), in: .table) {
        .text("\(place($0).code) \(place($0).title)")
      },
      Column("line", Words(vi: "Ngạch", en: "Line"), in: exact) { .code(place($0).line) },
      Column("class", Words(vi: "Cấp chức danh", en: "Class"), in: exact) {
        .code(place($0).positionClass)
      },
      Column("organisation", Words(vi: "Mã tổ chức", en: "Organisation's code"), in: exact) {
        .text(place($0).organisation)
      },
      Column("organisationName", Words(vi: "Tổ chức", en: "Organisation"), in: exact) {
        .text(place($0).organisationName)
      },
    ]
  }

  /// The term.
  static func term<Row>(_ term: @escaping @Sendable (Row) -> Term) -> Column<Row> {
    Column("term", Words(vi: "Nhiệm kỳ", en: "Term"), wraps: false) {
      .text(term($0).description)
    }
  }

  /// How many there are of whom, who is ready, and what they are.
  static func counts<Row>(
    _ count: @escaping @Sendable (Row) -> CoverageCount
  ) -> [Column<Row>] {
    [
      Column("entries", Words(vi: "Lượt quy hoạch", en: "Entries")) { .number(count($0).valid) },
      Column("lapsed", Words(vi: "Hết hiệu lực", en: "Lapsed"), in: exact) {
        .number(count($0).lapsed)
      },
      Column("left", Words(vi: "Đã đưa ra", en: "Left"), in: exact) { .number(count($0).left) },
      Column("outside", Words(vi: "Không còn quản lý", en: "Outside"), in: exact) {
        .number(count($0).outside)
      },
      Column("holding", Words(vi: "Đang giữ chức danh", en: "Holding"), in: exact) {
        .number(count($0).holding)
      },
      Column("ready", Words(vi: "Đủ điều kiện", en: "Ready")) { .number(count($0).ready) },
      Column("notReady", Words(vi: "Chưa đủ", en: "Not ready"), in: exact) {
        .number(count($0).notReady)
      },
      Column("unknown", Words(vi: "Chưa rõ", en: "Not known"), in: exact) {
        .number(count($0).unknown)
      },
      Column("becoming", Words(vi: "Sẽ đủ", en: "Becoming ready"), in: exact) {
        .number(count($0).becoming)
      },
      Column("readyNext", Words(vi: "Người tiếp theo đủ từ", en: "Next ready from")) {
        .day(count($0).readyNext)
      },
    ]
  }

  /// Shares of women and of people under 40, and the bands of age.
  static func shares<Row>(
    _ numbers: PlanningNumbers, _ count: @escaping @Sendable (Row) -> CoverageCount
  ) -> [Column<Row>] {
    share("women", Words(vi: "Nữ", en: "Women"), numbers.women) { count($0).women }
      + share("underForty", Words(vi: "Dưới 40 tuổi", en: "Under 40"), numbers.underForty) {
        count($0).underForty
      }
      + AgeBand.allCases.map { band in
        Column("age\(band.key)", band.words, in: exact) {
          .number(count($0).bands[Int(band.rawValue)])
        }
      }
      + [
        Column("ageUnknown", Words(vi: "Chưa rõ tuổi", en: "Age not known"), in: exact) {
          .number(count($0).bands[AgeBand.allCases.count])
        }
      ]
  }

  private static func share<Row>(
    _ key: String, _ title: Words, _ minimum: Ruling<Int>?,
    _ share: @escaping @Sendable (Row) -> KnownShare
  ) -> [Column<Row>] {
    [
      Column(key, title, in: exact) { .number(share($0).yes) },
      Column("\(key)Unknown", title + Words(vi: ": chưa rõ", en: ": not known"), in: exact) {
        .number(share($0).unknown)
      },
      Column("\(key)Share", title + Words(vi: " ít nhất (%)", en: ", at least (%)"), in: exact) {
        share($0).least.map { .hundredths($0) } ?? .absent
      },
      Column(
        "\(key)ShareMost", title + Words(vi: " nhiều nhất (%)", en: ", at most (%)"), in: exact
      ) { share($0).most.map { .hundredths($0) } ?? .absent },
      Column("\(key)Met", title + Words(vi: ": đạt tỷ lệ", en: ": met"), in: exact) {
        share($0).status(minimum).map { .status($0) } ?? .absent
      },
      Column(key, title, in: .table) { .words(share($0).words, tone: share($0).tone(minimum)) },
    ]
  }
}

extension AgeBand {
  /// The years it is about, in keys.
  fileprivate var key: String {
    switch self {
    case .to30: "To30"
    case .to40: "31To40"
    case .to50: "41To50"
    case .to60: "51To60"
    case .over60: "Over60"
    }
  }
}

extension KnownShare {
  /// Whether a share reaches the minimum; nil where there is nobody or no rule.
  fileprivate func status(_ minimum: Ruling<Int>?) -> RequirementStatus? {
    guard people > 0, let minimum else { return nil }
    return reaches(minimum.value).map { $0 ? .met : .unmet } ?? .unknown
  }

  fileprivate func tone(_ minimum: Ruling<Int>?) -> Tone { status(minimum)?.tone ?? .plain }

  /// `2 (66,66 %)`, or the bounds between which it is.
  fileprivate var words: Words {
    guard let least, let most else { return .none }
    func text(_ mark: String) -> String {
      let lower = decimal(least, mark: mark)
      if unknown == 0 { return "\(yes) (\(lower) %)" }
      return "\(yes)–\(yes + unknown) (\(lower)–\(decimal(most, mark: mark)) %)"
    }
    return Words(vi: text(","), en: text("."))
  }
}
