internal import Cadre
package import Office

/// One event with its bytes, its place in the tree and its private record.
package enum ShownReport {
  /// In JSON everything; for people the fields of event and private record are in `fields`.
  package static let event: [Column<ShownEvent>] = envelope + origin + bytes

  private static let envelope: [Column<ShownEvent>] = [
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.entry.index) },
    Column("stream", Words(vi: "Luồng", en: "Stream")) { .text($0.entry.stream.description) },
    Column("subject", Words(vi: "Mã", en: "Code")) { .text($0.names.name(of: $0.entry.stream)) },
    Column("revision", Words(vi: "Lần thứ", en: "Revision")) { .number(Int($0.entry.revision)) },
    Column("prior", Words(vi: "Sự kiện trước của luồng", en: "Prior of the stream")) {
      $0.entry.prior.map { .index($0) } ?? .absent
    },
    Column("type", Words(vi: "Loại", en: "Type")) { .type($0.entry.event.type) },
    Column("fields", Words(vi: "Nội dung", en: "Content"), in: .json) {
      .fields($0.entry.event.fields, $0.names.references)
    },
    Column("effective", Words(vi: "Từ ngày", en: "From")) { .day($0.entry.effective) },
    Column("recorded", Words(vi: "Ghi lúc", en: "Recorded")) { .instant($0.entry.recorded) },
    Column("actor", Words(vi: "Người ghi", en: "Actor")) { .text($0.entry.actor) },
    Column("document", Words(vi: "Văn bản", en: "Document"), in: .json) {
      .document($0.entry.document)
    },
    Column("document", Words(vi: "Văn bản", en: "Document"), in: [.table, .csv]) {
      .words($0.entry.document.words)
    },
  ]

  private static let origin: [Column<ShownEvent>] = [
    Column("cause", Words(vi: "Do sự kiện", en: "Cause")) {
      $0.entry.cause.map { .index($0) } ?? .absent
    },
    Column("sheet", Words(vi: "Bảng", en: "Sheet")) { .text($0.sheet) },
    Column("row", Words(vi: "Dòng của bảng", en: "Row")) { .number($0.entry.row) },
    Column("sha256", Words(vi: "SHA-256 của bảng", en: "SHA-256 of the sheet")) {
      .text($0.sheetDigest?.hexadecimal)
    },
    Column("counts", Words(vi: "Còn hiệu lực", en: "Counts")) { .truth($0.counts) },
    Column("hasPrivate", Words(vi: "Có phần riêng tư", en: "Has a private record")) {
      .truth($0.entry.hasPrivateRecord)
    },
    Column("private", Words(vi: "Riêng tư", en: "Private"), in: .json) { shown in
      shown.secret.map { .fields($0.fields, shown.names.references) } ?? .absent
    },
  ]

  private static let bytes: [Column<ShownEvent>] = [
    Column("leaf", Words(vi: "Băm lá", en: "Leaf hash")) { .text($0.leaf.base64) },
    Column("size", Words(vi: "Số byte", en: "Bytes")) { .number($0.bytes.count) },
    Column("bytes", Words(vi: "Nội dung đã ghi", en: "As recorded")) {
      .text(hexadecimal($0.bytes))
    },
    Column("treeSize", Words(vi: "Cỡ cây", en: "Tree size")) {
      .number(Int($0.proof.size.count))
    },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.proof.root.base64) },
    Column("path", Words(vi: "Đường đi", en: "Path")) { .digests($0.proof.path) },
  ]

  /// A field of an event or of its private record.
  package struct Field: Sendable {
    fileprivate let name: String
    fileprivate let value: String
    fileprivate let isPrivate: Bool
  }

  /// The columns of the fields.
  package static let fields: [Column<Field>] = [
    Column("field", Words(vi: "Trường", en: "Field"), wraps: false) { .text($0.name) },
    Column("value", Words(vi: "Giá trị", en: "Value")) { .text($0.value) },
    Column("private", Words(vi: "Riêng tư", en: "Private")) { .truth($0.isPrivate) },
  ]

  /// The fields of an event and of its private record, as they are recorded.
  package static func fields(of shown: ShownEvent) -> [Field] {
    let names = shown.names.references
    let own = shown.entry.event.fields.map { field in
      Field(name: field.name, value: field.value.text(names), isPrivate: false)
    }
    let secret = (shown.secret?.fields ?? []).map { field in
      Field(name: field.name, value: field.value.text(names), isPrivate: true)
    }
    return own + secret
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
