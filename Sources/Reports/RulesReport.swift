package import Cadre
package import Office

/// One entry of a rule set.
package struct RuleRow: Hashable, Sendable {
  package let name: ParameterName
  package let entry: RuleEntry

  /// Every entry of a rule set, in the order of parameters and then of decision.
  package static func all(in rules: RuleSet) -> [RuleRow] {
    ParameterName.allCases.flatMap { name in
      rules.entries(of: name).map { RuleRow(name: name, entry: $0) }
    }
  }
}

/// The rule sets of a ledger, and what one of them says: `cadre rules`.
package enum RulesReport {
  /// A row a rule set.
  package static let list: [Column<AdoptedRules>] = [
    Column("id", Words(vi: "Mã", en: "Id")) { .text($0.id) },
    Column("title", Words(vi: "Tên", en: "Title")) { .text($0.title) },
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("recorded", Words(vi: "Thông qua lúc", en: "Adopted")) { .instant($0.recorded) },
    Column("inForce", Words(vi: "Đang dùng", en: "In force")) { .truth($0.isInForce) },
  ]

  /// A row an entry: its interval, cases, value, source, and whether that was verified.
  package static let entries: [Column<RuleRow>] = [
    Column("parameter", Words(vi: "Tham số", en: "Parameter"), wraps: false) {
      .text($0.name.name)
    },
    Column("from", Words(vi: "Từ ngày", en: "From")) { .day($0.entry.from) },
    Column("to", Words(vi: "Đến trước ngày", en: "Until before")) { .day($0.entry.to) },
    Column("scope", Words(vi: "Trường hợp", en: "Cases"), in: .json) {
      scope(of: $0.entry)
    },
    Column("scope", Words(vi: "Trường hợp", en: "Cases"), in: [.table, .csv]) {
      .list($0.entry.scope.parts.flatMap { $0.codes.map { .coded($0) } })
    },
    Column("value", Words(vi: "Giá trị", en: "Value"), in: .json) { $0.entry.value.forMachines },
    Column("unit", Words(vi: "Đơn vị", en: "Unit"), in: .json) { .text($0.name.unit?.name) },
    Column("value", Words(vi: "Giá trị", en: "Value"), in: [.table, .csv]) {
      .coded("", $0.entry.value.words(in: $0.name.unit))
    },
    Column("basis", Words(vi: "Căn cứ", en: "Basis")) { .basis($0.entry.basis) },
    Column("verified", Words(vi: "Đã kiểm chứng", en: "Verified"), in: .json) {
      .truth($0.entry.verified)
    },
    Column("verified", Words(vi: "Kiểm chứng", en: "Verified"), in: [.table, .csv]) {
      $0.entry.verified
        ? .coded("", Words(vi: "rồi", en: "yes"), tone: .good)
        : .coded("", Words(vi: "chưa", en: "no"), tone: .unsure)
    },
    Column("note", Words(vi: "Ghi chú", en: "Note"), in: [.json, .csv]) { .text($0.entry.note) },
  ]

  /// The cases that an entry is narrowed to, a member a dimension.
  static func scope(of entry: RuleEntry) -> Value {
    .record(entry.scope.parts.map { .init($0.key, .list($0.codes.map { .coded($0) })) })
  }
}
