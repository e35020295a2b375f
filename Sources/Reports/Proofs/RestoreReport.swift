internal import Cadre
package import Office

/// What restoring a backup came to: `cadre restore`.
package enum RestoreReport {
  /// One row: what was restored from where, what was checked, and what is lost.
  package static let columns: [Column<Restoration>] = [
    Column("folder", Words(vi: "Sổ", en: "Ledger")) { .text($0.folder) },
    Column("outcome", Words(vi: "Kết quả", en: "Outcome")) { .coded(outcome($0.refusal)) },
    Column("backup", Words(vi: "Bản sao lưu", en: "Backup")) { .text($0.backup) },
    Column("backupEvents", Words(vi: "Sự kiện trong bản", en: "Events in the backup")) {
      .number(Int($0.backupSize))
    },
    Column("events", Words(vi: "Số sự kiện", en: "Events")) { .number(Int($0.events)) },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.root.base64) },
    Column("fault", Words(vi: "Sai đầu tiên", en: "First fault"), in: .json) { found in
      guard let fault = found.verification.fault else { return .absent }
      return .record([
        .init("index", .index(fault.index)), .init("reason", .text(fault.reason)),
      ])
    },
    Column("fault", Words(vi: "Sai đầu tiên", en: "First fault"), in: [.table, .csv]) { found in
      found.verification.fault.map { .coded("", VerifyReport.words(of: $0), tone: .bad) }
        ?? .words(Words(vi: "không có", en: "none"))
    },
    Column("erased", Words(vi: "Xóa lại", en: "Erased again")) { .number($0.erased) },
    Column("missing", Words(vi: "Mất hồ sơ kín", en: "Records missing")) { found in
      .list(
        found.verification.missing.map { record in
          .record([
            .init("stream", .text(record.stream.description)),
            .init("index", .index(record.index)),
          ])
        })
    },
    Column("expected", Words(vi: "Điểm kiểm soát", en: "Checkpoint")) {
      $0.verification.expectation.map { VerifyReport.value(of: $0) } ?? .absent
    },
    Column("lost", Words(vi: "Sự kiện đã mất", en: "Events lost")) { .number(Int($0.lost)) },
    Column("attestation", Words(vi: "Khung nhìn", en: "Views")) {
      $0.refusal == nil ? attestation($0.attestation) : .absent
    },
  ]

  private static func outcome(_ refusal: Restoration.Refusal?) -> Value.Coded {
    func refused(_ code: String, _ words: Words) -> Value.Coded {
      Value.Coded(code, words, tone: .bad)
    }
    switch refusal {
    case nil: return Value.Coded("restored", Words(vi: "đã khôi phục", en: "restored"), tone: .good)
    case .altered: return refused("altered", Words(vi: "bản đã bị sửa", en: "it was altered"))
    case .files:
      return refused("filesChanged", Words(vi: "tệp đã đổi", en: "its files were changed"))
    case .newestDamaged:
      return refused(
        "newestDamaged", Words(vi: "nhật ký mới bị hỏng", en: "the newest log is damaged"))
    case .notPrefix:
      return refused(
        "notPrefix", Words(vi: "nhật ký mới khác", en: "the newest log is another one"))
    case .loss:
      return refused("loss", Words(vi: "sẽ mất sự kiện", en: "events would be lost"))
    case .checkpoint:
      return refused(
        "checkpoint", Words(vi: "trái điểm kiểm soát", en: "not as the checkpoint says"))
    case .restored:
      return refused("notVerified", Words(vi: "không toàn vẹn", en: "it does not verify"))
    case .views:
      return refused("views", Words(vi: "khung nhìn khác", en: "the views are others"))
    }
  }

  private static func attestation(_ views: Restoration.AttestedViews) -> Value {
    switch views {
    case .none:
      .coded("none", Words(vi: "dựng lại, chưa có gì để so", en: "built; nothing to compare with"))
    case .agrees(let index):
      .coded(
        "agrees",
        Words(
          vi: "dựng lại, khớp lần đối chiếu ở sự kiện \(index.number)",
          en: "built, and as event \(index.number) says"), tone: .good)
    case .differs(let index):
      .coded(
        "differs",
        Words(vi: "khác sự kiện \(index.number)", en: "not as event \(index.number) says"),
        tone: .bad)
    }
  }
}
