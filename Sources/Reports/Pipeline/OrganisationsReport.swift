package import Office
internal import Cadre

/// The organisations with their members, and what became of them: `cadre organisations`.
package enum OrganisationsReport {
  /// The answer: two lists, `organisations` and `changes`.
  package static func answer(_ list: OrganisationList) -> Answer {
    Answer(
      list.standpoint,
      [
        Listing("organisations", title(list.filter), list.rows, columns),
        Listing(
          "changes",
          Words(vi: "Tổ chức thay đổi theo quyết định", en: "Organisations changed by decision"),
          list.changes, ReorganisationReport.columns),
      ],
      summary: summary(list))
  }

  private static func title(_ filter: OrganisationFilter) -> Words {
    guard let limit = filter.fewerThan else {
      return Words(vi: "Tổ chức đảng", en: "Organisations")
    }
    return Words(
      vi: "Tổ chức cơ sở đảng có dưới \(limit) đảng viên",
      en: "Grassroots organisations with fewer than \(limit) members")
  }

  private static func summary(_ list: OrganisationList) -> Words {
    let short = list.rows.count { $0.minimum.status == .unmet }
    let rows = list.rows.count
    let members = list.total.members
    let what =
      list.filter.fewerThan.map { limit in
        Words(
          vi: "\(rows) tổ chức cơ sở đảng có dưới \(limit) đảng viên",
          en: Words.counted(rows, "grassroots organisation", "grassroots organisations")
            + " with fewer than \(limit) members")
      }
      ?? Words(
        vi: "\(rows) tổ chức đảng, \(members) đảng viên",
        en: Words.counted(rows, "organisation", "organisations") + ", "
          + Words.counted(members, "member", "members"))
    return what
      + Words(
        vi: ", \(short) chi bộ chưa đủ đảng viên chính thức",
        en: ", " + Words.counted(short, "cell", "cells") + " with too few official members")
  }

  private static let columns: [Column<OrganisationRow>] =
    subject + counts
    + [
      Column("minimum", Words(vi: "Đủ số chính thức", en: "Enough official")) {
        .status($0.minimum.status)
      },
      .count("minimumNeeded", Words(vi: "Số cần có", en: "Needed"), in: [.csv, .json]) {
        $0.minimum.ruling?.value
      },
    ] + Column.ruling { $0.minimum.ruling } + [
      Column("missingSheet", Words(vi: "Thiếu bảng", en: "Missing sheet"), in: [.csv, .json]) {
        .text($0.minimum.missingSheet?.sheet)
      }
    ]

  private static let subject: [Column<OrganisationRow>] = [
    .organisation("organisation", Words(vi: "Mã tổ chức", en: "Code")) { $0.name },
    .organisationName("organisationName", Words(vi: "Tên tổ chức", en: "Name")) { $0.name },
    Column("kind", Words(vi: "Loại hình", en: "Kind")) { .code($0.kind) },
    Column("sector", Words(vi: "Khối", en: "Sector")) { .code($0.sector) },
    .organisation("parent", Words(vi: "Trực thuộc", en: "Under")) { $0.parent },
    Column("dissolvedOn", Words(vi: "Ngày giải thể", en: "Dissolved"), in: [.csv, .json]) {
      .known($0.dissolvedOn)
    },
  ]

  private static let counts: [Column<OrganisationRow>] = [
    .count("official", Words(vi: "Chính thức", en: "Official")) { $0.own.official },
    .count("probationers", Words(vi: "Dự bị", en: "Probationers")) { $0.own.probationers },
    .count("members", Words(vi: "Đảng viên", en: "Members"), in: [.csv, .json]) {
      $0.own.members
    },
    .count("prospects", Words(vi: "Quần chúng ưu tú", en: "Prospects")) { $0.own.prospects },
    .count(
      "totalOfficial", Words(vi: "Tổng chính thức", en: "Official in all"), in: [.csv, .json]
    ) { $0.total.official },
    .count(
      "totalProbationers", Words(vi: "Tổng dự bị", en: "Probationers in all"),
      in: [.csv, .json]
    ) { $0.total.probationers },
    .count("totalMembers", Words(vi: "Tổng đảng viên", en: "Members in all")) {
      $0.total.members
    },
    .count(
      "totalProspects", Words(vi: "Tổng quần chúng ưu tú", en: "Prospects in all"),
      in: [.csv, .json]
    ) { $0.total.prospects },
  ]
}
