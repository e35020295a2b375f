package import Cadre
package import Office

/// The rows of one sheet of an import: each read row is exactly one of the other three.
package struct ImportSheetRow: Hashable, Sendable {
  /// The sheet's name; for people the last row is that of all sheets.
  package let sheet: Value
  package let read: Int
  package let recorded: Int
  package let unchanged: Int
  package let rejected: Int

  package init(sheet: Value, read: Int, recorded: Int, unchanged: Int, rejected: Int) {
    self.sheet = sheet
    self.read = read
    self.recorded = recorded
    self.unchanged = unchanged
    self.rejected = rejected
  }
}

/// A row that was not recorded.
package struct ImportRejectionRow: Hashable, Sendable {
  package let sheet: String
  /// The line on which the row begins; the header is 1.
  package let row: Int
  /// The header of the column at fault; nil: the row as a whole.
  package let column: String?
  /// The name of the kind.
  package let kind: String
  /// What stands in the cell; empty where nothing does.
  package let value: String
  /// What is wrong and what to do.
  package let message: Words

  package init(
    sheet: String, row: Int, column: String?, kind: String, value: String, message: Words
  ) {
    self.sheet = sheet
    self.row = row
    self.column = column
    self.kind = kind
    self.value = value
    self.message = message
  }
}

/// A claim that a sheet tells all.
package struct ImportClaimRow: Hashable, Sendable {
  package let sheet: String
  /// The organisation's code; nil: the whole tree.
  package let organisation: String?
  package let until: Day
  /// Whether it was in force before.
  package let isUnchanged: Bool
  /// People for whom absence from the sheet counts.
  package let people: Int
  /// People for whom it does not, since a row about them was rejected.
  package let open: Int

  package init(
    sheet: String, organisation: String?, until: Day, isUnchanged: Bool, people: Int, open: Int
  ) {
    self.sheet = sheet
    self.organisation = organisation
    self.until = until
    self.isUnchanged = isUnchanged
    self.people = people
    self.open = open
  }
}

/// A recorded event that a sheet claimed to tell all no longer has.
package struct ImportUnlistedRow: Hashable, Sendable {
  package let sheet: String
  package let index: LogIndex
  package let type: EventType
  /// Whose it is: a file number or a code.
  package let subject: String?

  package init(sheet: String, index: LogIndex, type: EventType, subject: String?) {
    self.sheet = sheet
    self.index = index
    self.type = type
    self.subject = subject
  }
}

/// A recorded value that a row changes.
package struct ImportChangeRow: Hashable, Sendable {
  package let sheet: String
  package let row: Int
  package let index: LogIndex
  package let type: EventType
  package let field: String
  /// What is recorded; nil: nothing.
  package let recorded: FieldValue?
  /// What the sheet says; nil: nothing.
  package let given: FieldValue?

  package init(
    sheet: String, row: Int, index: LogIndex, type: EventType, field: String,
    recorded: FieldValue?, given: FieldValue?
  ) {
    self.sheet = sheet
    self.row = row
    self.index = index
    self.type = type
    self.field = field
    self.recorded = recorded
    self.given = given
  }
}

/// What an import did: `cadre import`.
package enum ImportAnswer {
  /// A row a sheet.
  package static func sheets(isDryRun: Bool) -> [Column<ImportSheetRow>] {
    [
      Column("sheet", Words(vi: "Bảng", en: "Sheet")) { $0.sheet },
      Column("read", Words(vi: "Đã đọc", en: "Read"), alignment: .trailing) { .number($0.read) },
      Column(
        "recorded",
        isDryRun
          ? Words(vi: "Sẽ ghi", en: "To record") : Words(vi: "Đã ghi", en: "Recorded"),
        alignment: .trailing
      ) { .number($0.recorded) },
      Column("unchanged", Words(vi: "Không đổi", en: "Unchanged"), alignment: .trailing) {
        .number($0.unchanged)
      },
      Column("rejected", Words(vi: "Từ chối", en: "Rejected"), alignment: .trailing) {
        .number($0.rejected)
      },
    ]
  }

  /// A row a rejection; people find the cell by `sheet:row:column`.
  package static func rejections(in language: Language) -> [Column<ImportRejectionRow>] {
    cell + [
      Column("message", Words(""), in: .json) { .text($0.message[language]) },
      Column(
        "message", Words(vi: "Lý do và cách sửa", en: "Why, and what to do"), in: [.table, .csv]
      ) { .coded("", $0.message) },
    ]
  }

  private static let cell: [Column<ImportRejectionRow>] = [
    Column("address", Words(vi: "Dòng bị từ chối", en: "Rejected"), in: .table) {
      .text("\($0.sheet):\($0.row)" + ($0.column.map { ":\($0)" } ?? ""))
    },
    Column("sheet", Words(vi: "Bảng", en: "Sheet"), in: [.json, .csv]) { .text($0.sheet) },
    Column("row", Words(vi: "Dòng", en: "Row"), in: [.json, .csv]) { .number($0.row) },
    Column("column", Words(vi: "Cột", en: "Column"), in: [.json, .csv]) { .text($0.column) },
    Column("kind", Words(vi: "Loại lỗi", en: "Kind"), in: [.json, .csv]) { .text($0.kind) },
    Column("value", Words(vi: "Giá trị", en: "Value"), in: [.table, .csv]) { .text($0.value) },
  ]

  /// A row a claim.
  package static let claims: [Column<ImportClaimRow>] = [
    Column("claimed", Words(vi: "Bảng được xác nhận đầy đủ", en: "Claimed complete")) {
      .text($0.sheet)
    },
    Column("organisation", Words(vi: "Cho", en: "For")) {
      $0.organisation.map { .text($0) } ?? .coded("all", Words(vi: "toàn bộ", en: "all"))
    },
    Column("until", Words(vi: "Đến ngày", en: "Until"), wraps: false) { .day($0.until) },
    Column("unchanged", Words(vi: "Đã có", en: "Known"), in: [.json, .csv]) {
      .truth($0.isUnchanged)
    },
    Column(
      "people",
      Words(vi: "Người: không có tên nghĩa là không có", en: "People: absent means none"),
      alignment: .trailing
    ) { .number($0.people) },
    Column(
      "open", Words(vi: "Người: chưa rõ, có dòng bị từ chối", en: "People: open, rows rejected"),
      alignment: .trailing
    ) { .number($0.open) },
  ]

  /// A row an event that a complete sheet no longer has.
  package static let unlisted: [Column<ImportUnlistedRow>] = [
    Column("unlisted", Words(vi: "Không còn trong bảng", en: "No longer listed")) {
      .text($0.sheet)
    },
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("type", Words(vi: "Loại", en: "Type")) { .coded($0.type.name, $0.type.words) },
    Column("subject", Words(vi: "Của", en: "Of")) { .text($0.subject) },
  ]

  /// A row a sheet that nobody claims to tell all.
  package static let unclaimed: [Column<UnclaimedSheet>] = [
    Column("unclaimed", Words(vi: "Bảng chưa được xác nhận đầy đủ", en: "Not claimed complete")) {
      .text($0.sheet.sheet)
    },
    Column(
      "verdicts", Words(vi: "Kết luận đang chờ", en: "Verdicts that wait"), alignment: .trailing
    ) { $0.verdicts.map { .number($0) } ?? .absent },
  ]

  /// A row a changed value.
  package static let changes: [Column<ImportChangeRow>] = [
    Column("row", Words(vi: "Dòng", en: "Row")) { .text("\($0.sheet):\($0.row)") },
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("type", Words(vi: "Loại", en: "Type")) { .coded("", $0.type.words) },
    Column("field", Words(vi: "Trường", en: "Field")) {
      .coded($0.field, FieldVocabulary.name($0.field, of: $0.type))
    },
    Column("recorded", Words(vi: "Trong sổ", en: "Recorded")) { value($0.recorded) },
    Column("given", Words(vi: "Trong bảng", en: "In the sheet")) { value($0.given) },
  ]

  private static func value(_ value: FieldValue?) -> Value {
    value.map { .coded("", FieldVocabulary.value($0)) } ?? .absent
  }
}
