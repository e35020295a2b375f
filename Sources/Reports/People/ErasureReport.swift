internal import Cadre
package import Office

/// What an erasure took away, or would: `cadre erase`.
package enum ErasureReport {
  /// One row: whether it was done, what is concerned, and what no program can reach.
  package static let columns: [Column<PersonErasure>] = [
    Column("file", Words(vi: "Mã hồ sơ", en: "File")) { .text($0.file) },
    Column("outcome", Words(vi: "Kết quả", en: "Outcome")) { outcome($0.outcome) },
    Column("people", Words(vi: "Số trong sổ", en: "Numbers in the ledger")) {
      .list($0.people.map { .number(Int($0.number)) })
    },
    Column("leftOn", Words(vi: "Rời sổ ngày", en: "Left the ledger on")) { .day($0.leftOn) },
    Column("allowedFrom", Words(vi: "Được xóa từ", en: "May be erased from")) {
      .day($0.allowedFrom)
    },
    Column("records", Words(vi: "Hồ sơ kín xóa đi", en: "Private records erased")) {
      .number($0.records)
    },
    Column("lookups", Words(vi: "Chỉ mục tra cứu xóa đi", en: "Look-ups erased")) {
      .number($0.lookups)
    },
    Column("events", Words(vi: "Sự kiện giữ lại, không tên", en: "Events kept, without a name")) {
      .number($0.events)
    },
    Column("indexes", Words(vi: "Sự kiện xóa", en: "Erasure recorded at")) {
      .list($0.indexes.map { .index($0) })
    },
    Column("untouched", Words(vi: "Không động đến, tự xóa", en: "Not touched, yours to erase")) {
      _ in .list(untouched.map { .coded($0, $1) })
    },
  ]

  /// Where the person may still be named: files outside the ledger, of which it knows no places.
  private static let untouched: [(String, Words)] = [
    ("backups", Words(vi: "bản sao lưu", en: "backups of the ledger")),
    ("reports", Words(vi: "báo cáo và bản kết xuất", en: "reports and exports")),
    ("dossiers", Words(vi: "hồ sơ chứng minh", en: "dossiers")),
    (
      "spreadsheets",
      Words(vi: "bảng tính và tệp dòng bị từ chối", en: "spreadsheets and files of rejected rows")
    ),
  ]

  private static func outcome(_ outcome: PersonErasure.Outcome) -> Value {
    switch outcome {
    case .planned: .coded("planned", Words(vi: "được phép xóa", en: "may be erased"), tone: .good)
    case .erased: .coded("erased", Words(vi: "đã xóa", en: "erased"), tone: .good)
    case .unchanged:
      .coded("unchanged", Words(vi: "đã xóa từ trước", en: "was erased before"))
    case .stillInLedger:
      .coded(
        "stillInLedger", Words(vi: "không: chưa rời sổ", en: "no: has not left the ledger"),
        tone: .bad)
    case .retained(let years):
      .coded(
        "retained", Words(vi: "không: phải lưu \(years) năm", en: "no: kept for \(years) years"),
        tone: .bad)
    case .noRetention:
      .coded(
        "noRetention",
        Words(vi: "không: quy tắc không nêu thời hạn", en: "no: the rules name no period"),
        tone: .bad)
    }
  }
}
