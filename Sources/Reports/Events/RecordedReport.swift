package import Cadre

/// What became of one event that somebody recorded by hand, or retracted.
package struct RecordedRow: Hashable, Sendable {
  /// The line of the input, from 1.
  package var line: Int
  package var type: EventType
  package var stream: Stream
  /// Where it stands in the log.
  package var index: LogIndex?
  /// Whether it was there already.
  package var isUnchanged: Bool

  package init(line: Int, type: EventType, stream: Stream, index: LogIndex?, isUnchanged: Bool) {
    self.line = line
    self.type = type
    self.stream = stream
    self.index = index
    self.isUnchanged = isUnchanged
  }
}

/// What was recorded, event by event.
package enum RecordedReport {
  /// The columns of every format.
  package static let columns: [Column<RecordedRow>] = [
    Column("line", Words(vi: "Dòng vào", en: "Line")) { .number($0.line) },
    Column("event", Words(vi: "Sự kiện", en: "Event")) { .type($0.type) },
    Column("stream", Words(vi: "Luồng", en: "Stream"), wraps: false) {
      .text($0.stream.description)
    },
    Column("outcome", Words(vi: "Kết quả", en: "Outcome")) { row in
      row.isUnchanged
        ? .coded("unchanged", Words(vi: "đã có", en: "unchanged"))
        : .coded("recorded", Words(vi: "đã ghi", en: "recorded"), tone: .good)
    },
    Column("index", Words(vi: "Chỉ số", en: "Index")) { $0.index.map { .index($0) } ?? .absent },
  ]
}
