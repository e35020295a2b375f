internal import Cadre
package import Office

/// The population in groups, as people read it: `cadre population`.
package enum PopulationReport {
  /// The answer: one list, `population`.
  package static func answer(_ list: PopulationList) -> Answer {
    let members = list.groups.first?.count.members ?? 0
    return Answer(
      list.standpoint,
      [
        Listing(
          "population", Words(vi: "Đảng viên và quần chúng ưu tú", en: "Members and prospects"),
          list.groups, columns)
      ],
      summary: Words(
        vi: "\(members) đảng viên", en: Words.counted(members, "member", "members")),
      pictures: [
        .bars(
          "population", label: ["by", "group"], values: ["official", "probationers", "prospects"])
      ])
  }

  private static let columns: [Column<PopulationGroup>] = [
    Column("by", Words(vi: "Theo", en: "By")) { $0.key.part },
    Column("group", Words(vi: "Nhóm", en: "Group")) { $0.key.group },
    Column("official", Words(vi: "Chính thức", en: "Official")) { .number($0.count.official) },
    Column("probationers", Words(vi: "Dự bị", en: "Probationers")) {
      .number($0.count.probationers)
    },
    Column("members", Words(vi: "Đảng viên", en: "Members")) { .number($0.count.members) },
    Column("prospects", Words(vi: "Quần chúng ưu tú", en: "Prospects")) {
      .number($0.count.prospects)
    },
  ]
}

extension PopulationGroup.Key {
  /// What groups it is one of.
  fileprivate var part: Value {
    switch self {
    case .total: .coded("total", Words(vi: "tổng số", en: "total"))
    case .sector: .coded("sector", Words(vi: "khối", en: "sector"))
    case .sex: .coded("sex", Words(vi: "giới tính", en: "sex"))
    case .age: .coded("age", Words(vi: "độ tuổi", en: "age"))
    }
  }

  fileprivate var group: Value {
    let unknown = Value.coded("unknown", Words(vi: "chưa rõ", en: "not known"))
    return switch self {
    case .total: .absent
    case .sector(let sector): sector.map { .code($0) } ?? unknown
    case .sex(let sex): sex.map { .code($0) } ?? unknown
    case .age(let band): band.map { .code($0) } ?? unknown
    }
  }
}
