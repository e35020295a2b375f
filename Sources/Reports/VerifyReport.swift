package import Cadre
package import Office

/// What a verification found: `cadre verify`.
package enum VerifyReport {
  /// One row: what was read, whether it is clean, and what is not.
  package static let columns: [Column<Verification>] = [
    Column("clean", Words(vi: "Kết quả", en: "Result"), in: .json) { .truth($0.isClean) },
    Column("clean", Words(vi: "Kết quả", en: "Result"), in: [.table, .csv]) {
      .coded(verdict($0))
    },
    Column("events", Words(vi: "Sự kiện đã đọc lại", en: "Events read again")) {
      .number(Int($0.events))
    },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.root.base64) },
    Column("streams", Words(vi: "Số luồng", en: "Streams"), in: .json) { .record(streams($0)) },
    Column("streams", Words(vi: "Số luồng", en: "Streams"), in: [.table, .csv]) {
      .number($0.streams.reduce(0, +))
    },
    Column("commitments", Words(vi: "Cam kết đã so", en: "Commitments compared")) {
      .number($0.commitments)
    },
    Column("fault", Words(vi: "Sai đầu tiên", en: "First fault"), in: .json) { found in
      guard let fault = found.fault else { return .absent }
      return .record([
        .init("index", .index(fault.index)), .init("reason", .text(fault.reason)),
      ])
    },
    Column("fault", Words(vi: "Sai đầu tiên", en: "First fault"), in: [.table, .csv]) {
      $0.fault.map { .coded("", words(of: $0), tone: .bad) } ?? .coded("", none)
    },
    Column("missing", Words(vi: "Mất hồ sơ kín", en: "Records missing"), in: .json) { found in
      .list(found.missing.map(missing))
    },
    Column("missing", Words(vi: "Mất hồ sơ kín", en: "Records missing"), in: [.table, .csv]) {
      $0.missing.isEmpty ? .coded("", none) : .list($0.missing.map(missing))
    },
    Column("lingering", Words(vi: "Lẽ ra đã xóa", en: "Should be erased"), in: .json) { found in
      found.lingering.map(missing) ?? .absent
    },
    Column("unfinishedErasure", Words(vi: "Xóa dở dang", en: "Erasure unfinished"), in: .json) {
      .truth($0.hasUnfinishedErasure)
    },
    Column("erasure", Words(vi: "Xóa dữ liệu", en: "Erasures"), in: [.table, .csv]) {
      .words(erasure($0))
    },
    Column("expected", Words(vi: "Điểm kiểm soát", en: "Checkpoint")) {
      $0.expectation.map { value(of: $0) } ?? .absent
    },
    Column("signer", Words(vi: "Người ký", en: "Signed by")) { .text($0.signer) },
  ]

  private static let none = Words(vi: "không có", en: "none")

  /// The first wrong index and what is wrong there, as a clause.
  package static func words(of fault: Verification.Fault) -> Words {
    let what = DamageWords.words(of: fault.reason)
    return Words(
      vi: "sự kiện \(fault.index.number): \(what.vietnamese)",
      en: "event \(fault.index.number): \(what.english)")
  }

  /// How the log stands to the checkpoint, as a clause.
  package static func words(of expectation: Verification.Expectation) -> Words {
    switch expectation {
    case .agrees(let size):
      Words(
        vi: "khớp: \(size) sự kiện đầu không đổi", en: "agrees: the first \(size) events stand")
    case .otherOrigin(let origin):
      Words(vi: "của sổ khác (\(origin))", en: "of another ledger (\(origin))")
    case .shorter(let size):
      Words(
        vi: "sổ đã mất phần đuôi: điểm kiểm soát có \(size) sự kiện",
        en: "the log lost its tail: the checkpoint has \(size) events")
    case .otherRoot(let size):
      Words(
        vi: "lịch sử đã bị viết lại: gốc của \(size) sự kiện đầu là gốc khác",
        en: "history was rewritten: the first \(size) events have another root")
    case .damaged(let size):
      Words(
        vi: "không so được: trong \(size) sự kiện đầu có sự kiện bị hỏng",
        en: "cannot be compared: some of the first \(size) events are damaged")
    }
  }

  private static func erasure(_ found: Verification) -> Words {
    if let record = found.lingering {
      return Words(
        vi: "\(record.stream): hồ sơ kín \(record.index.number) lẽ ra đã xóa",
        en: "\(record.stream): the private record \(record.index.number) should be erased")
    }
    return found.hasUnfinishedErasure
      ? Words(vi: "dở dang; lần ghi tới sẽ làm nốt", en: "unfinished; the next writer finishes it")
      : Words(vi: "đã xong", en: "complete")
  }

  private static func verdict(_ found: Verification) -> Value.Coded {
    found.isClean
      ? Value.Coded("true", Words(vi: "toàn vẹn", en: "clean"), tone: .good)
      : Value.Coded("false", Words(vi: "SAI LỆCH", en: "VIOLATED"), tone: .bad)
  }

  private static func streams(_ found: Verification) -> [Value.Member] {
    zip(["ledger", "organisation", "position", "person"], found.streams).map {
      Value.Member($0, .number($1))
    }
  }

  private static func missing(_ record: Verification.MissingRecord) -> Value {
    .record([
      .init("stream", .text(record.stream.description)), .init("index", .index(record.index)),
    ])
  }

  /// How the log stands to the checkpoint, as a code with words.
  static func value(of expectation: Verification.Expectation) -> Value {
    let (code, tone): (String, Tone) =
      switch expectation {
      case .agrees: ("agrees", .good)
      case .otherOrigin: ("otherOrigin", .bad)
      case .shorter: ("shorter", .bad)
      case .otherRoot: ("otherRoot", .bad)
      case .damaged: ("damaged", .bad)
      }
    return .coded(code, words(of: expectation), tone: tone)
  }
}

/// What is wrong with what is stored for an event, said for people.
enum DamageWords {
  /// The words for a reason as a verification gives it: a name, perhaps with details in brackets.
  static func words(of reason: String) -> Words {
    switch reason.prefix(while: { $0 != "(" }) {
    case "missing": Words(vi: "không còn", en: "it is missing")
    case "envelope": Words(vi: "phong bì không đọc được", en: "its envelope cannot be read")
    case "leaf":
      Words(vi: "nội dung không còn như khi ghi", en: "its bytes are not those recorded")
    case "revision": Words(vi: "số thứ tự trong luồng sai", en: "its revision is wrong")
    case "prior":
      Words(
        vi: "không nối với sự kiện trước của luồng", en: "its link to the event before is wrong")
    case "previous":
      Words(
        vi: "mã băm của sự kiện trước trong luồng sai", en: "its hash of the event before is wrong")
    case "recorded":
      Words(vi: "thời điểm ghi lùi lại", en: "it was recorded before the event before it")
    case "nodes":
      Words(vi: "nút cây Merkle thiếu hoặc sai", en: "its tree nodes are missing or wrong")
    case "extraNodes": Words(vi: "thừa nút cây Merkle", en: "there are tree nodes too many")
    case "head":
      Words(vi: "đầu luồng thiếu hoặc sai", en: "the head of its stream is missing or wrong")
    case "extraHead":
      Words(vi: "có đầu luồng không có sự kiện", en: "there is a head without events")
    case "commitment":
      Words(
        vi: "hồ sơ kín không khớp cam kết", en: "its private record is not what it committed to")
    default: Words(vi: "không đọc được (\(reason))", en: "it cannot be read (\(reason))")
    }
  }
}
