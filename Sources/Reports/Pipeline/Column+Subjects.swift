internal import Cadre
internal import Office

extension Column {
  /// Who a row is about: file number and name; of somebody erased, people read the number by which
  /// the ledger still calls them.
  static func subject(_ who: @escaping @Sendable (Row) -> Identity?) -> [Column] {
    let name = Words(vi: "Họ và tên", en: "Name")
    return [
      Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text(who($0)?.file) },
      Column("name", name, in: [.table, .csv]) { row in
        who(row).map { .words($0.words) } ?? .absent
      },
      Column("name", name, in: .json) { .text(who($0)?.name) },
    ]
  }

  /// The organisation of a row: its code, and beside it, where there is room, its name.
  static func place(_ place: @escaping @Sendable (Row) -> PlaceName?) -> [Column] {
    [
      Column("organisation", Words(vi: "Mã tổ chức", en: "Organisation")) {
        .text(place($0)?.code)
      },
      Column(
        "organisationName", Words(vi: "Tên tổ chức", en: "Name of organisation"),
        in: [.csv, .json]
      ) { .text(place($0)?.name) },
    ]
  }

  /// What a row rests on: the text of the rule, for people with whether it was confirmed.
  static func ground(
    _ ground: @escaping @Sendable (Row) -> (basis: Basis?, verified: Bool)
  ) -> [Column] {
    [
      Column("basis", Words(vi: "Căn cứ", en: "Basis")) { row in
        let (basis, verified) = ground(row)
        guard let basis else { return .absent }
        let code = [basis.text, basis.article, basis.date?.description].compactMap { $0 }
        return .coded(code.joined(separator: ", "), .basis(basis, verified: verified))
      },
      Column("verified", Words(vi: "Đã kiểm chứng", en: "Verified"), in: [.csv, .json]) {
        .truth(ground($0).verified)
      },
    ]
  }

  /// The events that a row rests on; for machines.
  static func evidence(_ evidence: @escaping @Sendable (Row) -> [LogIndex]) -> Column {
    Column("evidence", Words(vi: "Sự kiện", en: "Evidence"), in: .json) {
      .list(evidence($0).map { .index($0) })
    }
  }

  /// Whether a row is overdue; nil: a year on the way has no list of holidays.
  static func overdue(_ isOverdue: @escaping @Sendable (Row) -> Bool?) -> [Column] {
    let title = Words(vi: "Quá hạn", en: "Overdue")
    return [
      Column("overdue", title, in: [.table, .csv]) { .overdue(isOverdue($0)) },
      Column("overdue", title, in: .json) { isOverdue($0).map { .truth($0) } ?? .absent },
    ]
  }

  /// A number of something.
  static func number(
    _ key: String, _ title: Words, _ number: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(key, title, alignment: .trailing) { .number(number($0)) }
  }
}

extension Value {
  /// What people read of whether something is overdue; nothing where it is not.
  fileprivate static func overdue(_ isOverdue: Bool?) -> Value {
    switch isOverdue {
    case true?: .coded("overdue", Words(vi: "quá hạn", en: "overdue"), tone: .bad)
    case false?: .absent
    case nil: .coded("unknown", Words(vi: "chưa rõ", en: "not known"), tone: .unsure)
    }
  }

  /// A day that may be before all others, which is as good as none.
  static func dated(_ day: Day?) -> Value { .day(day.flatMap { $0 > .beforeAll ? $0 : nil }) }
}

extension Words {
  /// The year whose holidays are wanting.
  static func noList(for year: Int?) -> Words {
    year.map {
      Words(vi: "chưa có lịch nghỉ năm \($0)", en: "no list of holidays for \($0)")
    } ?? .none
  }
}
