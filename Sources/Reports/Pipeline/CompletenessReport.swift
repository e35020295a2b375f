package import Cadre
package import Office

/// What the ledger lacks, as people read it: `cadre completeness`.
package enum CompletenessReport {
  /// The answer: organisations, sheets, possible duplicates, and people where they were asked for.
  package static func answer(_ list: Completeness, naming: Bool) -> Answer {
    let rows =
      [Row(unit: nil, row: list.total, missing: list.missingSheets)] + list.units.map(Row.init)
    var listings = [
      Listing(
        "organisations",
        Words(vi: "Dữ liệu còn thiếu theo tổ chức", en: "Missing, by organisation"),
        rows, organisations)
    ]
    if naming {
      listings.append(
        Listing("people", Words(vi: "Những người còn thiếu", en: "Who it is"), list.people, people))
    }
    listings += [
      Listing("sheets", Words(vi: "Bảng đã nhận", en: "Sheets received"), list.sheets, sheets),
      Listing(
        "duplicates", Words(vi: "Có thể trùng hồ sơ", en: "Possible duplicates"),
        list.duplicates, duplicates),
    ]
    // Listed only where there are some: what was published before stays as it was.
    if !list.conflicts.isEmpty {
      listings.append(
        Listing(
          "conflicts",
          Words(vi: "Hai hồ sơ của một người ghi khác nhau", en: "Files of one person that differ"),
          list.conflicts, conflicts))
    }
    let missing = list.total.missing.reduce(0, +)
    return Answer(
      list.standpoint, listings,
      summary: Words(
        vi: "\(list.total.people) người, thiếu \(missing) mục; \(list.duplicates.count) cặp có thể "
          + "trùng; \(list.outside) người ở tổ chức ngoài sổ",
        en: "\(Words.counted(list.total.people, "person", "people")), "
          + "\(Words.counted(missing, "item", "items")) missing; "
          + Words.counted(list.duplicates.count, "possible duplicate", "possible duplicates")
          + "; \(Words.counted(list.outside, "person", "people")) in organisations outside the ledger"
      ))
  }

  private struct Row: Sendable {
    let unit: OrganisationName?
    let row: CompletenessTally.Row
    let missing: [RequiredSheet]

    init(unit: OrganisationName?, row: CompletenessTally.Row, missing: [RequiredSheet]) {
      self.unit = unit
      self.row = row
      self.missing = missing
    }

    init(_ unit: UnitCompleteness) {
      self.init(unit: unit.unit, row: unit.row, missing: unit.missingSheets)
    }
  }

  private static let organisations: [Column<Row>] =
    [
      Column("organisation", Words(vi: "Mã", en: "Code"), wraps: false) { .text($0.unit?.code) },
      Column("organisationName", Words(vi: "Tổ chức", en: "Organisation")) {
        $0.unit.map { .text($0.name) } ?? .words(Words(vi: "Toàn bộ", en: "All"))
      },
      Column("people", Words(vi: "Người", en: "People")) { .number($0.row.people) },
    ]
    + MissingDatum.allCases.map { datum in
      Column(datum.name, datum.words) { .number($0.row[datum]) }
    } + [
      Column("sheetsMissing", Words(vi: "Bảng chưa nhận", en: "Sheets not received")) {
        .list($0.missing.map { .text($0.sheet) })
      }
    ]

  private static let people: [Column<IncompletePerson>] =
    Column.who { $0.who } + [
      Column("organisation", Words(vi: "Mã", en: "Code"), wraps: false) { .text($0.home.code) },
      Column("organisationName", Words(vi: "Tổ chức", en: "Organisation")) { .text($0.home.name) },
      Column("missing", Words(vi: "Còn thiếu", en: "Missing")) {
        .list($0.missing.map { .code($0, $0.words) })
      },
    ]

  private static let sheets: [Column<SheetStanding>] = [
    Column("sheet", Words(vi: "Bảng", en: "Sheet"), wraps: false) { .text($0.sheet) },
    Column("times", Words(vi: "Số lần nhận", en: "Times")) { .number($0.times) },
    Column("last", Words(vi: "Lần cuối", en: "Last"), wraps: false) {
      $0.last.map { .instant($0) } ?? .absent
    },
    Column("rows", Words(vi: "Số dòng", en: "Rows")) { .number($0.rows) },
    Column("covers", Words(vi: "Đầy đủ cho", en: "Complete for")) { row in
      if row.times == 0 { return .absent }
      guard let claim = row.claim else {
        return .coded("nobody", Words(vi: "không tổ chức nào", en: "nobody"))
      }
      return claim.covers.map { .text($0.code) } ?? .coded("all", Words(vi: "toàn bộ", en: "all"))
    },
    Column("until", Words(vi: "Đến ngày", en: "Until"), wraps: false) { .day($0.claim?.until) },
    Column("open", Words(vi: "Người còn dòng bị từ chối", en: "People with rejected rows")) { row in
      if row.times == 0 { return .absent }
      return row.isOpenForAll
        ? .coded("all", Words(vi: "chưa rõ là ai", en: "not known whose")) : .number(row.open)
    },
  ]

  private static let conflicts: [Column<FileConflict>] =
    Column.who { $0.who } + [
      Column("type", Words(vi: "Việc", en: "What"), wraps: false) {
        .coded($0.type.name, $0.type.words)
      },
      Column("stands", Words(vi: "Sự kiện được tính", en: "Counts"), wraps: false) {
        .number(Int($0.stands.number))
      },
      Column("leftOut", Words(vi: "Sự kiện không tính", en: "Left out"), wraps: false) {
        .number(Int($0.leftOut.number))
      },
    ]

  private static let duplicates: [Column<PossibleDuplicate>] =
    Column.who { $0.who } + [
      Column("otherFile", Words(vi: "Mã hồ sơ thứ hai", en: "Other file"), wraps: false) {
        .text($0.other.file)
      },
      Column("birth", Words(vi: "Ngày sinh", en: "Birth"), wraps: false) { .birth($0.birth) },
      Column("organisation", Words(vi: "Mã", en: "Code"), wraps: false) { .text($0.home?.code) },
      Column("otherOrganisation", Words(vi: "Mã tổ chức thứ hai", en: "Other code"), wraps: false) {
        .text($0.otherHome?.code)
      },
    ]
}

extension MissingDatum {
  /// What people call it.
  package var words: Words {
    switch self {
    case .birth: Words(vi: "Ngày sinh", en: "birth")
    case .birthDay: Words(vi: "Đủ ngày, tháng, năm sinh", en: "day of birth")
    case .sex: Words(vi: "Giới tính", en: "sex")
    case .citizenNumber: Words(vi: "Số CCCD", en: "citizen number")
    case .card: Words(vi: "Thẻ đảng viên", en: "Party card")
    case .rating: Words(vi: "Xếp loại năm trước", en: "last year's rating")
    case .screening: Words(vi: "Rà soát", en: "screening")
    case .conclusion: Words(vi: "Kết luận tiêu chuẩn chính trị", en: "conclusion on standards")
    case .declaration: Words(vi: "Kê khai năm trước", en: "last year's declaration")
    }
  }
}
