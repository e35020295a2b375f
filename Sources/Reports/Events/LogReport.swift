internal import Cadre
package import Office

/// An event of the log with what it names.
package struct LoggedEvent: Sendable {
  package let entry: LogEntry
  package let names: Names

  package init(_ entry: LogEntry, _ names: Names) {
    self.entry = entry
    self.names = names
  }
}

/// The events of the log in their order.
package enum LogReport {
  /// The columns of every format.
  package static let columns: [Column<LoggedEvent>] = [
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.entry.index) },
    Column("stream", Words(vi: "Luồng", en: "Stream"), wraps: false) {
      .text($0.entry.stream.description)
    },
    Column("subject", Words(vi: "Mã", en: "Code"), wraps: false) {
      .text($0.names.name(of: $0.entry.stream))
    },
    Column("revision", Words(vi: "Lần", en: "Revision"), in: .json) {
      .number(Int($0.entry.revision))
    },
    Column("prior", Words(vi: "Trước", en: "Prior"), in: .json) {
      $0.entry.prior.map { .index($0) } ?? .absent
    },
    Column("type", Words(vi: "Loại", en: "Type")) { .type($0.entry.event.type) },
    Column("what", Words(vi: "Nội dung", en: "What"), in: [.table, .csv]) {
      .words($0.entry.event.words($0.names))
    },
    Column("effective", Words(vi: "Từ ngày", en: "From"), wraps: false) {
      .day($0.entry.effective)
    },
    Column("recorded", Words(vi: "Ghi lúc", en: "Recorded"), wraps: false) {
      .instant($0.entry.recorded)
    },
    Column("actor", Words(vi: "Người ghi", en: "Actor")) { .text($0.entry.actor) },
    Column("document", Words(vi: "Văn bản", en: "Document"), in: [.table, .csv]) {
      .words($0.entry.document.words)
    },
    Column("document", Words(vi: "Văn bản", en: "Document"), in: .json) {
      .document($0.entry.document)
    },
    Column("cause", Words(vi: "Do sự kiện", en: "Cause")) {
      $0.entry.cause.map { .index($0) } ?? .absent
    },
    Column("row", Words(vi: "Dòng bảng", en: "Row")) { .number($0.entry.row) },
    Column("private", Words(vi: "Riêng tư", en: "Private"), in: .json) {
      .truth($0.entry.hasPrivateRecord)
    },
    Column("fields", Words(vi: "Trường", en: "Fields"), in: .json) {
      .fields($0.entry.event.fields, $0.names.references)
    },
  ]
}

/// An event of an export with what it names.
package struct ExportedRow: Sendable {
  fileprivate let logged: LoggedEvent
  fileprivate let bytes: [UInt8]

  package init(_ event: ExportedEvent, _ names: Names) {
    logged = LoggedEvent(event.entry, names)
    bytes = event.bytes
  }
}

extension LogReport {
  /// The columns of an export: those of the log but whom it is about, and the exact bytes.
  package static let exported: [Column<ExportedRow>] =
    columns.filter { $0.head.places.contains(.json) && $0.head.key != "subject" }.map { column in
      Column(column.head.key, column.head.title) { column.value($0.logged) }
    } + [Column("bytes", Words(vi: "Nội dung đã ghi", en: "As recorded")) { .bytes($0.bytes) }]

  /// The columns of private records in an export.
  package static let exportedRecord: [Column<ExportedRecord>] = [
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("salt", Words(vi: "Muối", en: "Salt")) { .bytes($0.salt) },
    Column("data", Words(vi: "Dữ liệu", en: "Data")) { .bytes($0.data) },
  ]
}

extension Value {
  /// A type of event: its name for machines.
  static func type(_ type: EventType) -> Value { .coded(names[type] ?? type.name, type.words) }

  /// Asking the runtime for a name is slow, and a log is long.
  private static let names = Dictionary(
    uniqueKeysWithValues: EventType.allCases.map { ($0, $0.name) })
}
