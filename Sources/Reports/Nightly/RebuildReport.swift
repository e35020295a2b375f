internal import Cadre
package import Office

/// What a rebuild of the views found: `cadre rebuild`.
package enum RebuildReport {
  /// So many events of a difference are named in a table; all are in every other form.
  private static let shown = 6

  /// One row: the generation, and what was compared.
  package static let summary: [Column<Rebuild>] = [
    Column("generation", Words(vi: "Thế hệ khung nhìn", en: "Views generation")) {
      .number(Int($0.generation))
    },
    Column("size", Words(vi: "Dựng đến số sự kiện", en: "Built up to events")) {
      .number(Int($0.size.count))
    },
    Column("differences", Words(vi: "Khác biệt", en: "Differences"), in: [.json, .csv]) {
      .number($0.comparison?.count)
    },
    Column("differences", Words(vi: "Khác biệt", en: "Differences"), in: .table) {
      differences($0)
    },
    Column("comparedSize", Words(vi: "So ở số sự kiện", en: "Compared at events")) {
      .number($0.comparison.map { Int($0.size.count) })
    },
    Column("root", Words(vi: "Gốc Merkle ở đó", en: "Merkle root there"), wraps: false) {
      .text($0.comparison?.root.base64)
    },
    Column("digest", Words(vi: "Mã kiểm tra các dòng", en: "Digest of the rows"), wraps: false) {
      .text($0.comparison?.digest.hexadecimal)
    },
    Column("attestation", Words(vi: "Ghi nhận ở sự kiện", en: "Recorded as event")) {
      $0.attestation.map { .index($0) } ?? .absent
    },
    Column("lastClean", Words(vi: "Lần khớp trước", en: "Last found equal")) {
      $0.comparison?.lastClean.map { .instant($0.recorded) } ?? .absent
    },
  ]

  /// A row a difference.
  package static let differences: [Column<ViewComparison.Difference>] = [
    Column("view", Words(vi: "Bảng", en: "View")) { .text($0.view) },
    Column("stream", Words(vi: "Luồng", en: "Stream")) { .text($0.stream?.description) },
    Column("key", Words(vi: "Khóa", en: "Key"), in: [.json, .csv]) { .text(hexadecimal($0.key)) },
    Column("kind", Words(vi: "Sai thế nào", en: "What is wrong")) { .coded($0.kind, words($0)) },
    Column("events", Words(vi: "Ở sự kiện", en: "At events"), in: [.json, .csv]) {
      .list($0.events.map { .index($0) })
    },
    Column("events", Words(vi: "Ở sự kiện", en: "At events"), in: .table) { events($0) },
    Column("recorded", Words(vi: "Sự kiện ghi lúc", en: "Event recorded")) {
      $0.recorded.map { .instant($0) } ?? .absent
    },
    Column("live", Words(vi: "Đang dùng", en: "In use"), in: .json) {
      $0.live.map { .bytes($0) } ?? .absent
    },
    Column("rebuilt", Words(vi: "Theo sổ", en: "By the log"), in: .json) {
      $0.rebuilt.map { .bytes($0) } ?? .absent
    },
  ]

  private static func differences(_ rebuild: Rebuild) -> Value {
    guard let comparison = rebuild.comparison else {
      return .words(Words(vi: "không so", en: "not compared"))
    }
    return .coded(
      "", Words("\(comparison.count)"), tone: comparison.count == 0 ? .good : .bad)
  }

  private static func words(_ difference: ViewComparison.Difference) -> Words {
    switch difference.kind {
    case "missing": Words(vi: "thiếu dòng", en: "the row is missing")
    case "surplus": Words(vi: "dòng không có trong sổ", en: "a row that the log does not give")
    case "unreadable": Words(vi: "dòng không đọc được", en: "the row cannot be read")
    default: Words(vi: "dòng nói khác sổ", en: "the row says something else")
    }
  }

  private static func events(_ difference: ViewComparison.Difference) -> Value {
    let named = difference.events.prefix(shown).map { Value.index($0) }
    let more = difference.events.count - named.count
    return .list(named + (more > 0 ? [.text("… (+\(more))")] : []))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
