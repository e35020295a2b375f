internal import Cadre
package import Office

/// A person's way over the years: `cadre person`, and its picture.
package enum CareerReport {
  /// A row a stretch.
  package static let columns: [Column<CareerItem>] = [
    Column("kind", Words(vi: "Quá trình", en: "Course")) { $0.kind.value },
    Column("status", Words(vi: "Tình trạng", en: "Status"), in: .json) {
      $0.status.map { .membership($0) } ?? .absent
    },
    Column("position", Words(vi: "Mã chức danh", en: "Post's code")) { .text($0.position) },
    Column("title", Words(vi: "Tên", en: "Title"), in: .json) { .text($0.title) },
    Column("what", Words(vi: "Nội dung", en: "As"), in: [.table, .csv]) { item in
      item.status.map { .membership($0) } ?? .text(item.title)
    },
    Column("term", Words(vi: "Nhiệm kỳ", en: "Term"), wraps: false) {
      .text($0.term?.description)
    },
    Column("from", Words(vi: "Từ ngày", en: "From"), wraps: false) { .day($0.from) },
    Column("until", Words(vi: "Đến trước ngày", en: "Until before"), wraps: false) {
      .day($0.until)
    },
  ]

  /// The answer that is drawn: one list, `career`.
  package static func answer(_ card: PersonCard) -> Answer {
    let who = [card.found.who.file, card.found.who.words.vietnamese].compactMap { $0 }
    let place = card.found.organisationName.map { Words(", ") + Words($0) } ?? .none
    return Answer(
      card.standpoint,
      [
        Listing(
          "career",
          Words(vi: "Quá trình: ", en: "Career: ") + Words(who.joined(separator: " ")),
          card.career, columns)
      ],
      summary: card.found.status.words + place,
      pictures: [
        .spans("career", lane: "kind", label: ["what", "term"], from: "from", until: "until")
      ])
  }
}

extension CareerItem.Kind {
  fileprivate var value: Value {
    switch self {
    case .membership: .coded("membership", Words(vi: "đảng viên", en: "membership"))
    case .post: .coded("post", Words(vi: "chức vụ", en: "post"))
    case .planning: .coded("planning", Words(vi: "quy hoạch", en: "planning"))
    }
  }
}
