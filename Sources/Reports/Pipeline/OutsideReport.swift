package import Office
internal import Cadre

/// The organisations outside the tree, with their people: `cadre organisations --outside`.
package enum OutsideReport {
  /// The answer: one list, `outside`.
  package static func answer(_ list: OutsideList) -> Answer {
    let people = list.rows.count { $0.who != nil }
    return Answer(
      list.standpoint,
      [
        Listing(
          "outside", Words(vi: "Tổ chức ngoài sổ", en: "Organisations outside the ledger"),
          list.rows, columns)
      ],
      summary: Words(
        vi: "\(list.organisations) tổ chức ngoài sổ, \(people) lần chuyển đến hoặc chuyển đi",
        en: Words.counted(list.organisations, "organisation", "organisations")
          + " outside the ledger, "
          + Words.counted(people, "person came or went", "people came or went")))
  }

  private static let columns: [Column<OutsideRow>] =
    [
      .organisationName("organisationName", Words(vi: "Tổ chức ngoài sổ", en: "Organisation")) {
        $0.name
      },
      Column("move", Words(vi: "Chuyển", en: "Moved")) { row in
        row.move.map { .code($0, $0.words) } ?? .absent
      },
    ] + Column.who { $0.who } + [
      Column("on", Words(vi: "Ngày", en: "Day"), wraps: false) { .known($0.on) },
      .organisation("other", Words(vi: "Tổ chức kia", en: "Other organisation")) { $0.other },
    ]
}

extension OutsideMove {
  fileprivate var words: Words {
    switch self {
    case .came: Words(vi: "từ đó đến", en: "came from there")
    case .went: Words(vi: "đi đến đó", en: "went there")
    case .registered: Words(vi: "ghi ở đó", en: "registered there")
    }
  }
}
