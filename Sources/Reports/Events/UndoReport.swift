package import Cadre
package import Office

/// An event that was retracted or kept, and whose it is.
package struct RetractedRow: Hashable, Sendable {
  package let event: CalledEvent
  /// What rests on it.
  package let because: [LogIndex]

  package init(_ event: CalledEvent, because: [LogIndex] = []) {
    self.event = event
    self.because = because
  }
}

/// The events of an import that is taken back, by what becomes of them.
package struct UndoGroup: Hashable, Sendable {
  /// What machines call it.
  package let name: String
  package let words: Words
  package let count: Int
}

/// What was retracted: `cadre retract`.
package enum UndoReport {
  /// The four groups.
  package static func groups(_ undo: Undo) -> [UndoGroup] {
    [
      UndoGroup(
        name: "takenBack", words: Words(vi: "Rút lại", en: "Taken back"),
        count: undo.withdrawn.count),
      UndoGroup(
        name: "kept",
        words: Words(vi: "Giữ lại: có sự kiện sau dựa vào", en: "Kept: later events rest on them"),
        count: undo.kept.count),
      UndoGroup(
        name: "retracted", words: Words(vi: "Đã rút từ trước", en: "Retracted before"),
        count: undo.retracted.count),
      UndoGroup(
        name: "erased",
        words: Words(vi: "Của người đã được xóa dữ liệu", en: "Of people whose data were erased"),
        count: undo.erased.count),
    ]
  }

  /// A row a group.
  package static func counts(isDryRun: Bool) -> [Column<UndoGroup>] {
    [
      Column(
        "group",
        isDryRun
          ? Words(vi: "Nếu rút lần nhập này", en: "If this import were taken back")
          : Words(vi: "Sự kiện của lần nhập", en: "Events of the import")
      ) { .coded($0.name, $0.words) },
      Column("events", Words(vi: "Số sự kiện", en: "Events"), alignment: .trailing) {
        .number($0.count)
      },
    ]
  }

  /// A row an event, last first.
  package static let retracted: [Column<RetractedRow>] =
    [Column("retracted", Words(vi: "Đã rút", en: "Retracted")) { .index($0.event.index) }] + said

  /// A row an event that stays, with what rests on it.
  package static let kept: [Column<RetractedRow>] =
    [Column("kept", Words(vi: "Giữ lại", en: "Kept")) { .index($0.event.index) }] + said + [
      Column("because", Words(vi: "Vì sự kiện", en: "Because of")) {
        .list($0.because.map { .index($0) })
      }
    ]

  private static let said: [Column<RetractedRow>] = [
    Column("event", Words(vi: "Sự kiện", en: "Event")) { .type($0.event.type) },
    Column("stream", Words(vi: "Luồng", en: "Stream"), wraps: false) {
      .text($0.event.stream.description)
    },
    Column("code", Words(vi: "Mã", en: "Code"), wraps: false) { .text($0.event.code) },
    Column("name", Words(vi: "Của", en: "Of")) { .text($0.event.name) },
  ]
}
