internal import Cadre
package import Office

/// What a backup came to: `cadre backup`.
package enum BackupReport {
  /// One row: where it is, what it holds, and which other backups an erasure did not reach.
  package static let columns: [Column<Backup>] = [
    Column("folder", Words(vi: "Thư mục", en: "Folder")) { .text($0.folder) },
    Column("verified", Words(vi: "Kiểm tra", en: "Verified"), in: .json) { .truth($0.isVerified) },
    Column("verified", Words(vi: "Kiểm tra", en: "Verified"), in: [.table, .csv]) {
      .coded(verdict($0.isVerified))
    },
    Column("events", Words(vi: "Số sự kiện", en: "Events")) { .number(Int($0.events)) },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.root.base64) },
    Column("logBytes", Words(vi: "Nhật ký (byte)", en: "Log, bytes")) { .number($0.logBytes) },
    Column("vaultBytes", Words(vi: "Kho kín (byte)", en: "Vault, bytes")) {
      .number($0.vaultBytes)
    },
    Column("beforeErasure", Words(vi: "Còn dữ liệu đã xóa", en: "Older than an erasure")) {
      .list($0.beforeErasure.map { .text($0) })
    },
    Column("removed", Words(vi: "Bản cũ đã bỏ", en: "Old ones removed")) {
      .list($0.removed.map { .text($0) })
    },
  ]

  private static func verdict(_ isVerified: Bool) -> Value.Coded {
    isVerified
      ? Value.Coded("true", Words(vi: "toàn vẹn", en: "clean"), tone: .good)
      : Value.Coded("false", Words(vi: "SAI LỆCH", en: "VIOLATED"), tone: .bad)
  }
}
