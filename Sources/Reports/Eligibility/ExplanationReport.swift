package import Cadre
package import JSON
package import Office

/// One verdict with everything that it rests on.
package enum ExplanationReport {
  /// The verdict itself, a line a column.
  package static let verdict: [Column<Explanation>] = [
    Column("person", Words(vi: "Người", en: "Person")) { explanation in
      let who = explanation.assessment.who
      return .words(Words.joined([Words(who.file ?? ""), who.words], by: " "))
    },
    Column("position", Words(vi: "Chức danh", en: "Post")) {
      .text("\($0.assessment.positionCode) \($0.assessment.title)")
    },
    Column("organisation", Words(vi: "Tổ chức", en: "Organisation")) {
      .text($0.assessment.organisationName)
    },
    Column("terms", Words(vi: "Quy hoạch nhiệm kỳ", en: "Planned for the terms")) {
      .list($0.assessment.terms.map { .text($0.description) })
    },
    Column("standpoint", Words(vi: "Xét theo", en: "Asked")) { .words($0.standpoint.words) },
    Column("verdict", Words(vi: "Kết luận", en: "Verdict")) {
      .verdict($0.assessment.judgement.verdict)
    },
    Column("readyFrom", Words(vi: "Đủ từ", en: "Ready from")) {
      .day($0.assessment.judgement.readyFrom)
    },
    Column("readyUntil", Words(vi: "Không còn đủ từ", en: "Ready no more from")) {
      .day($0.assessment.judgement.readyUntil)
    },
    Column("renewBy", Words(vi: "Cần làm lại trước", en: "Renew before")) {
      .words($0.assessment.judgement.renewal)
    },
  ]

  /// The requirements of a question about that day, with the codes of the posts that they name.
  package static func requirements(
    on day: Day, _ positions: [PositionNumber: String]
  ) -> [Column<Requirement>] {
    [
      Column("id", Words(vi: "Điều kiện", en: "Requirement")) { .words($0.id.words) },
      Column("status", Words(vi: "Kết quả", en: "Status")) { .status($0.status) },
      Column("needed", Words(vi: "Cần", en: "Needed")) { .words($0.needed.words) },
      Column("found", Words(vi: "Có", en: "Found")) { requirement in
        let said = Words.joined(
          [requirement.found.words(on: day) { positions[$0] }, requirement.absence], by: "; ")
        return .words(said.isEmpty && requirement.isWanting ? nothingListed : said)
      },
      Column("metFrom", Words(vi: "Đủ từ", en: "Met from"), wraps: false) { .day($0.metFrom) },
      Column("basis", Words(vi: "Căn cứ", en: "Legal basis")) { .words($0.ground) },
      Column("evidence", Words(vi: "Bằng chứng", en: "Evidence")) {
        .list($0.evidence.map { .text(String($0.number)) })
      },
    ]
  }

  private static let nothingListed = Words(vi: "không có trong bảng", en: "nothing listed")

  /// The evidence, with what it names.
  package static func evidence(_ names: Names) -> [Column<EvidenceItem>] {
    [
      Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
      Column("type", Words(vi: "Loại", en: "Type")) { .words($0.type.words) },
      Column("what", Words(vi: "Nội dung", en: "What")) { .words($0.event.words(names)) },
      Column("effective", Words(vi: "Từ ngày", en: "From"), wraps: false) { .day($0.effective) },
      Column("document", Words(vi: "Văn bản", en: "Document")) { .words($0.document.words) },
      Column("source", Words(vi: "Nguồn", en: "Source")) { .words($0.source) },
    ]
  }

  /// Writes the members of the answer's object: the row of the list, then `evidence`, an
  /// array of `index`, `type`, `effective`, `recorded`, `document` (`number`, `date`, `issuer`),
  /// `sheet`, `row`, `sha256` (of the sheet's file).
  package static func write(_ explanation: Explanation, to json: inout JSONWriter) {
    var writing = EligibilityWriting(explanation.standpoint, positions: explanation.positions)
    writing.write(explanation.assessment, to: &json)
    json.key("evidence")
    json.beginArray()
    for item in explanation.evidence {
      json.beginObject()
      item.write(to: &json)
      json.endObject()
    }
    json.endArray()
  }
}

extension Requirement {
  /// Whether what it needs was not found.
  fileprivate var isWanting: Bool { status == .unmet || status == .unknown }

  /// The sheet that would tell.
  fileprivate var absence: Words {
    missingSheet.map { Words(vi: "thiếu bảng \($0.sheet)", en: "no sheet \($0.sheet)") } ?? .none
  }

  /// The text it rests on, and whether that was confirmed.
  var ground: Words { .basis(basis, verified: verified) }
}

extension EvidenceItem {
  /// The file and row that it came from.
  var source: Words {
    guard let sheet else { return .none }
    guard let row else { return Words(vi: "bảng \(sheet)", en: "sheet \(sheet)") }
    return Words(vi: "\(sheet), dòng \(row)", en: "\(sheet), row \(row)")
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.key("index")
    json.integer(index.number)
    json.key("type")
    json.string(type.name)
    json.key("effective")
    json.day(effective)
    json.key("recorded")
    Value.instant(recorded).write(to: &json)
    json.key("document")
    Value.document(document).write(to: &json)
    json.key("sheet")
    json.optional(sheet)
    json.key("row")
    if let row { json.integer(row) } else { json.null() }
    json.key("sha256")
    json.optional(sheetDigest?.hexadecimal)
  }
}
