internal import Cadre
internal import Office

extension Column {
  /// Who a row is about: file number and name; of somebody erased, people read the number by which
  /// the ledger still calls them.
  static func who(_ who: @escaping @Sendable (Row) -> Identity?) -> [Column] {
    let name = Words(vi: "Họ và tên", en: "Name")
    return [
      Column("person", Words(vi: "Số", en: "Number"), in: .json) { row in
        .number(who(row).flatMap { Int(exactly: $0.person.number) })
      },
      Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text(who($0)?.file) },
      Column("name", name, in: [.table, .csv]) { row in
        who(row).map { .words($0.words) } ?? .absent
      },
      Column("name", name, in: .json) { .text(who($0)?.name) },
    ]
  }

  /// The organisation of a row: its code, and beside it, where there is room, its name.
  static func place(_ place: @escaping @Sendable (Row) -> OrganisationName?) -> [Column] {
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

  /// What a row rests on and whether that was confirmed: for machines the parts of the text, for
  /// people its words. A further basis of the same row has a key that ends in `Basis`.
  static func basis(
    _ key: String = "basis", _ title: Words = Words(vi: "Căn cứ", en: "Basis"),
    people: Places = [.table, .csv],
    _ ground: @escaping @Sendable (Row) -> (basis: Basis?, verified: Bool)
  ) -> [Column] {
    let isOnly = key == "basis"
    let doubt = Words(vi: "Đã kiểm chứng", en: "Verified")
    return [
      Column(key, title, in: .json) { .basis(ground($0).basis) },
      Column(key, title, in: people) { row in
        let (basis, verified) = ground(row)
        return basis == nil ? .absent : .words(.basis(basis, verified: verified))
      },
      Column(
        isOnly ? "verified" : String(key.dropLast(5)) + "Verified",
        isOnly ? doubt : title + Words(": ") + doubt.small, in: [.csv, .json]
      ) { ground($0).basis == nil ? .absent : .truth(ground($0).verified) },
    ]
  }

  /// What a row rests on, of the ruling that decides; nil: none does.
  static func ruling<Decided>(
    _ key: String = "basis", _ title: Words = Words(vi: "Căn cứ", en: "Basis"),
    people: Places = [.table, .csv], _ ruling: @escaping @Sendable (Row) -> Ruling<Decided>?
  ) -> [Column] {
    basis(key, title, people: people) { (ruling($0)?.basis, ruling($0)?.verified ?? true) }
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
}

extension Column {
  /// The last day in time; for people, where a year on the way to it has no list of holidays, what
  /// is known of it.
  static func deadline(
    _ key: String, _ title: Words, _ deadline: @escaping @Sendable (Row) -> Deadline
  ) -> [Column] {
    [
      Column(key, title, in: .table) { row in
        let due = deadline(row)
        return due.day.map { .day($0) } ?? .words(.open(due.notBefore, due.noListFor))
      },
      Column(key, title, in: [.csv, .json]) { .day(deadline($0).day) },
      Column("notBefore", Words(vi: "Không sớm hơn", en: "Not before"), in: [.csv, .json]) {
        .day(deadline($0).notBefore)
      },
      .noList { deadline($0).noListFor },
    ]
  }

  /// The first year without a list of holidays that would be needed.
  static func noList(_ year: @escaping @Sendable (Row) -> Int?) -> Column {
    Column("noListFor", Words(vi: "Thiếu lịch nghỉ năm", en: "No holidays for"), in: [.csv, .json])
    { .number(year($0)) }
  }

  /// A last day in time, what it is not earlier than, and the year that keeps it from being known.
  typealias Deadline = (day: Day?, notBefore: Day?, noListFor: Int?)
}

extension Words {
  /// What is known of a day where the holidays of a year on the way to it are wanting.
  static func open(_ notBefore: Day?, _ year: Int?) -> Words {
    guard let year else { return .none }
    let early = notBefore.map {
      Words(vi: "không sớm hơn \($0.forPeople)", en: "not before \($0.forPeople)")
    }
    return joined([early ?? .none, .noList(for: year)], by: ", ")
  }

  /// The year whose holidays are wanting.
  static func noList(for year: Int?) -> Words {
    year.map {
      Words(vi: "chưa có lịch nghỉ năm \($0)", en: "no list of holidays for \($0)")
    } ?? .none
  }
}
