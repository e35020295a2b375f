internal import Cadre
package import Office

/// A person as the ledger knows them.
package enum PersonReport {
  /// The person: in JSON with everything, otherwise a line a column and further sections.
  package static let person: [Column<PersonCard>] = identity + standing + lists

  private static let identity: [Column<PersonCard>] = [
    Column("person", Words(vi: "Số", en: "Number"), in: .json) {
      .number(Int($0.found.who.person.number))
    },
    Column("file", Words(vi: "Mã hồ sơ", en: "File")) { .text($0.found.who.file) },
    Column("name", Words(vi: "Họ và tên", en: "Name"), in: .json) { .text($0.found.who.name) },
    Column("name", Words(vi: "Họ và tên", en: "Name"), in: [.table, .csv]) {
      .words($0.found.who.words)
    },
    Column("birth", Words(vi: "Ngày sinh", en: "Born")) {
      $0.found.birth.map { .birth($0) } ?? .absent
    },
    Column("sex", Words(vi: "Giới tính", en: "Sex")) { .code($0.sex) },
    Column("ethnicity", Words(vi: "Dân tộc", en: "Ethnicity")) { .text($0.ethnicity) },
  ]

  private static let standing: [Column<PersonCard>] = [
    Column("status", Words(vi: "Tình trạng", en: "Status")) { .membership($0.found.status) },
    Column("ended", Words(vi: "Lý do ra", en: "Ended"), in: .json) {
      .code($0.found.status.ending)
    },
    Column("officialFrom", Words(vi: "Chính thức từ", en: "Official from")) {
      .day($0.officialFrom)
    },
    Column("partyAgeFrom", Words(vi: "Tuổi Đảng từ", en: "Party age from")) {
      .day($0.partyAgeFrom)
    },
    Column("organisation", Words(vi: "Mã tổ chức", en: "Organisation's code")) {
      .text($0.found.organisation)
    },
    Column("organisationName", Words(vi: "Tổ chức", en: "Organisation")) {
      .text($0.found.organisationName)
    },
    Column("inPopulation", Words(vi: "Trong diện quản lý", en: "In the population")) {
      .truth($0.inPopulation)
    },
    Column("on", Words(vi: "Xét ngày", en: "On"), in: .json) { .day($0.standpoint.on) },
    Column("known", Words(vi: "Số sự kiện", en: "Known"), in: .json) {
      .number(Int($0.standpoint.known.count))
    },
    Column("rules", Words(vi: "Quy tắc", en: "Rules"), in: .json) {
      .text($0.standpoint.rules.id)
    },
    Column("rulesKnown", Words(vi: "Đã biết", en: "Rules known"), in: .json) {
      .truth($0.standpoint.rulesKnown)
    },
    Column("standpoint", Words(vi: "Xét theo", en: "Asked"), in: [.table, .csv]) {
      .words($0.standpoint.words)
    },
  ]

  private static let lists: [Column<PersonCard>] = [
    Column("posts", Words(vi: "Chức vụ", en: "Posts"), in: .json) { card in
      .list(card.posts.map { record($0, posts) })
    },
    Column("planning", Words(vi: "Quy hoạch", en: "Planning"), in: .json) { card in
      .list(card.planning.map { record($0, planning) })
    },
    Column("career", Words(vi: "Quá trình", en: "Career"), in: .json) { card in
      .list(card.career.map { record($0, CareerReport.columns) })
    },
    Column("timeline", Words(vi: "Sự kiện", en: "Timeline"), in: .json) { card in
      .list(card.timeline.map { record($0, timeline(card.names)) })
    },
  ]

  /// Posts held.
  package static let posts: [Column<HeldPost>] = [
    Column("position", Words(vi: "Chức vụ", en: "Post held")) { .text($0.code) },
    Column("title", Words(vi: "Tên", en: "Title")) { .text($0.title) },
    Column("line", Words(vi: "Ngạch", en: "Line")) { .code($0.line) },
    Column("class", Words(vi: "Cấp chức danh", en: "Class")) { .code($0.positionClass) },
    Column("from", Words(vi: "Từ ngày", en: "Since"), wraps: false) { .day($0.from) },
  ]

  /// Posts the person is in planning for.
  package static let planning: [Column<PlannedPost>] = [
    Column("position", Words(vi: "Quy hoạch", en: "Planned for")) { .text($0.code) },
    Column("title", Words(vi: "Tên", en: "Title")) { .text($0.title) },
    Column("terms", Words(vi: "Nhiệm kỳ", en: "Terms")) {
      .list($0.terms.map { .text($0.description) })
    },
    Column("lapsed", Words(vi: "Hết hiệu lực", en: "Lapsed")) { .truth($0.isLapsed) },
  ]

  /// The events of a person's life.
  package static func timeline(_ names: Names) -> [Column<TimelineItem>] {
    [
      Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
      Column("effective", Words(vi: "Từ ngày", en: "From"), wraps: false) { .day($0.effective) },
      Column("type", Words(vi: "Loại", en: "Type")) {
        .coded($0.event.type.name, $0.event.type.words)
      },
      Column("what", Words(vi: "Nội dung", en: "What"), in: [.table, .csv]) {
        .words(Event.person($0.event).words(names))
      },
      Column("fields", Words(vi: "Nội dung", en: "What"), in: .json) {
        .fields(Event.person($0.event).fields, names.references)
      },
      Column("document", Words(vi: "Văn bản", en: "Document"), in: [.table, .csv]) {
        .words($0.document.words)
      },
      Column("document", Words(vi: "Văn bản", en: "Document"), in: .json) {
        .document($0.document)
      },
      Column("counts", Words(vi: "Hiệu lực", en: "Counts")) { .truth($0.counts) },
    ]
  }

  /// A row as a value of JSON.
  private static func record<Row>(_ row: Row, _ columns: [Column<Row>]) -> Value {
    .record(
      columns.filter { $0.head.places.contains(.json) }
        .map { Value.Member($0.head.key, $0.value(row)) })
  }
}
