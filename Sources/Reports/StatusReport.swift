internal import Cadre
package import Office

/// How a ledger stands: `cadre status`.
package enum StatusReport {
  /// The columns; an attestation and a publication are told of only once there is one.
  package static func columns(of status: LedgerStatus) -> [Column<LedgerStatus>] {
    head + numbers + places + (status.attestation == nil ? [] : [attestation, attested])
      + (status.lastPublished == nil ? [] : published)
  }

  private static let head: [Column<LedgerStatus>] = [
    Column("folder", Words(vi: "Sổ", en: "Ledger"), in: [.table, .csv]) { .text($0.folder) },
    Column("origin", Words(vi: "Nguồn gốc", en: "Origin"), in: [.table, .csv]) {
      .text($0.origin)
    },
    Column("events", Words(vi: "Số sự kiện", en: "Events")) { .number(Int($0.events)) },
    Column("lastRecorded", Words(vi: "Ghi lần cuối", en: "Last recorded"), in: [.table, .csv]) {
      $0.lastRecorded.map { .instant($0) } ?? .absent
    },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root"), wraps: false) {
      .text($0.root.base64)
    },
    Column("rules", Words(vi: "Bộ quy tắc", en: "Rule set")) { .text($0.rules) },
  ]

  private static let numbers: [Column<LedgerStatus>] = [
    Column("people", Words(vi: "Số người", en: "People")) { .number($0.people) },
    Column("organisations", Words(vi: "Số tổ chức", en: "Organisations")) {
      .number($0.organisations)
    },
    Column("positions", Words(vi: "Số chức danh", en: "Posts"), in: [.table, .csv]) {
      .number($0.positions)
    },
  ]

  private static let places: [Column<LedgerStatus>] = [
    Column("layout", Words(vi: "Bố cục", en: "Layout")) { .number($0.layout) },
    Column("generations", Words(vi: "Thế hệ", en: "Generations"), in: .json) { status in
      .record([
        .init("vault", .number(Int(status.vaultGeneration))),
        .init("views", .number(Int(status.viewsGeneration))),
      ])
    },
    Column("vault", Words(vi: "Thế hệ kho kín", en: "Vault generation"), in: [.table, .csv]) {
      .number(Int($0.vaultGeneration))
    },
    Column("views", Words(vi: "Thế hệ khung nhìn", en: "Views generation"), in: [.table, .csv]) {
      .number(Int($0.viewsGeneration))
    },
  ]

  private static let published: [Column<LedgerStatus>] = [
    Column("published", Words(vi: "Công bố gần nhất", en: "Last published"), in: [.table, .csv]) {
      guard let last = $0.lastPublished else { return .absent }
      let index = last.index.number
      return .words(Words(vi: "sự kiện \(index), ", en: "event \(index), ") + last.report.words)
    },
    Column("published", Words(vi: "Công bố gần nhất", en: "Last published"), in: .json) {
      guard let last = $0.lastPublished else { return .absent }
      return .record(
        PublishedList.columns.filter { $0.head.key != "actor" }
          .map { Value.Member($0.head.key, $0.value(last)) })
    },
  ]

  private static let attested = Column<LedgerStatus>(
    "attested", Words(vi: "Đối chiếu gần nhất", en: "Last attestation"), in: [.table, .csv]
  ) { status in
    guard let attestation = status.attestation else { return .absent }
    let (count, size) = (attestation.differences, attestation.size.count)
    let what = Words(
      vi: "\(count) khác biệt ở \(size) sự kiện",
      en: "\(Words.counted(count, "difference", "differences")) at \(size) events")
    return .list([
      status.attested.map { .instant($0) } ?? .absent,
      .coded("", what, tone: count == 0 ? .good : .bad),
    ])
  }

  private static let attestation = Column<LedgerStatus>(
    "attestation", Words(vi: "Lần đối chiếu cuối", en: "Last attestation"), in: .json
  ) { status in
    guard let attestation = status.attestation else { return .absent }
    return .record([
      .init("size", .number(Int(attestation.size.count))),
      .init("root", .text(attestation.root.base64)),
      .init("layout", .number(attestation.layout)),
      .init("digest", .text(attestation.digest.hexadecimal)),
      .init("differences", .number(attestation.differences)),
    ])
  }
}
