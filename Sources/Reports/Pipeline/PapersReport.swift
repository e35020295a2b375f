internal import Cadre
package import Office

/// What papers are missing, as people read it: `cadre todo`.
package enum PapersReport {
  /// The answer: one list, `papers`.
  package static func answer(_ list: PaperList) -> Answer {
    let blocking = list.rows.count { $0.paper.group == .verdictUnknown }
    let overdue = list.rows.count { $0.paper.isOverdue }
    return Answer(
      list.standpoint,
      [Listing("papers", Words(vi: "Giấy tờ còn thiếu", en: "Missing papers"), list.rows, columns)],
      summary: Words(
        vi: "\(list.rows.count) giấy tờ còn thiếu, \(blocking) làm chưa kết luận được, "
          + "\(overdue) quá hạn",
        en: Words.counted(list.rows.count, "paper", "papers")
          + " missing, \(blocking) leave a verdict unknown, \(overdue) overdue"))
  }

  private static let columns: [Column<PaperRow>] =
    [
      Column("group", Words(vi: "Nhóm", en: "Why")) { .code($0.paper.group) },
      Column("paper", Words(vi: "Giấy tờ", en: "Paper")) { .code($0.paper.kind) },
      Column("purpose", Words(vi: "Để", en: "For")) { .code($0.paper.purpose) },
      Column("year", Words(vi: "Năm", en: "Year"), alignment: .trailing) {
        .number($0.paper.year)
      },
    ] + Column.who { $0.who } + Column.place { $0.place } + until + settles
    + Column.basis { ($0.paper.basis, $0.paper.verified) }
    + [Column.evidence { $0.paper.evidence }]

  private static let until: [Column<PaperRow>] =
    Column.deadline("by", Words(vi: "Hạn", en: "By")) {
      ($0.paper.by, $0.paper.notBefore, $0.paper.noListFor)
    } + Column.overdue { $0.paper.overdueState }

  private static let settles: [Column<PaperRow>] = [
    Column("requirement", Words(vi: "Điều kiện", en: "Requirement"), in: [.csv, .json]) { row in
      row.paper.requirement.map { .code($0, $0.words) } ?? .absent
    },
    Column("positions", Words(vi: "Chức danh liên quan", en: "Posts waiting")) {
      .list($0.positions.map { .text($0) })
    },
    Column("sheet", Words(vi: "Bảng", en: "Sheet")) { .text($0.paper.sheet) },
    Column("sheetReceived", Words(vi: "Đã nhận bảng", en: "Sheet received"), in: [.csv, .json]) {
      $0.paper.isSheetReceived.map { .truth($0) } ?? .absent
    },
  ]
}

extension MissingPaper {
  /// Whether it is overdue; nil where a year on the way has no list and may have made it so.
  fileprivate var overdueState: Bool? { isOverdue ? true : isDoubtful ? nil : false }
}
