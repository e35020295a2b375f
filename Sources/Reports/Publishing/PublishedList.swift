package import Cadre
package import Office

/// A published report with what came of asking it again.
package struct CheckedReport: Hashable, Sendable {
  package var published: PublishedReport
  package var outcome: Outcome

  package init(published: PublishedReport, outcome: Outcome) {
    self.published = published
    self.outcome = outcome
  }

  /// What came of asking it again.
  package enum Outcome: Hashable, Sendable {
    case same
    /// With the digest of what the answer is now.
    case differs(now: Digest)
    /// Another answer, since these people were erased.
    case touchedByErasure([PersonNumber])
    /// No answer, and why.
    case unanswerable(Words)
  }
}

/// What was published: `cadre published`.
package enum PublishedList {
  /// A row a report.
  package static let columns: [Column<PublishedReport>] = [
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("recorded", Words(vi: "Công bố lúc", en: "Published"), wraps: false) {
      .instant($0.recorded)
    },
    Column("actor", Words(vi: "Người ghi", en: "Actor")) { .text($0.actor) },
    Column("question", Words(vi: "Câu hỏi", en: "Question")) { .text($0.report.question) },
    Column("on", Words(vi: "Xét ngày", en: "On"), wraps: false) { .day($0.report.on) },
    Column("known", Words(vi: "Số sự kiện", en: "Known")) {
      .number(Int($0.report.known.count))
    },
    Column("rules", Words(vi: "Quy tắc", en: "Rules")) { .text($0.report.rules) },
    Column("sha256", Words(vi: "SHA-256", en: "SHA-256"), in: [.csv, .json]) {
      .text($0.report.sha256.hexadecimal)
    },
  ]

  /// A row a report that was asked again.
  package static let checked: [Column<CheckedReport>] =
    columns.map { column in
      Column<CheckedReport>(
        column.head.key, column.head.title, in: column.head.places,
        alignment: column.head.alignment, wraps: column.head.wraps
      ) { column.value($0.published) }
    } + [
      Column("outcome", Words(vi: "Hỏi lại", en: "Asked again")) { $0.outcome.value },
      Column("now", Words(vi: "SHA-256 nay", en: "SHA-256 now"), in: [.csv, .json]) {
        guard case .differs(let now) = $0.outcome else { return .absent }
        return .text(now.hexadecimal)
      },
      Column("erased", Words(vi: "Đã xóa", en: "Erased")) {
        guard case .touchedByErasure(let people) = $0.outcome else { return .absent }
        return .list(people.map { .number(Int($0.number)) })
      },
      Column("why", Words(vi: "Vì sao", en: "Why")) {
        guard case .unanswerable(let why) = $0.outcome else { return .absent }
        return .words(why)
      },
    ]

  /// How many came out how.
  package static func summary(_ reports: [CheckedReport]) -> Words {
    var counts = (same: 0, differs: 0, erased: 0, unanswerable: 0)
    for report in reports {
      switch report.outcome {
      case .same: counts.same += 1
      case .differs: counts.differs += 1
      case .touchedByErasure: counts.erased += 1
      case .unanswerable: counts.unanswerable += 1
      }
    }
    let total = Words.counted(reports.count, "report", "reports")
    return Words(
      vi: "hỏi lại \(reports.count) báo cáo: \(counts.same) như lúc công bố, \(counts.differs) "
        + "khác, \(counts.erased) có người đã xóa, \(counts.unanswerable) không hỏi lại được.",
      en: "\(total) asked again: \(counts.same) as published, \(counts.differs) not, "
        + "\(counts.erased) with people erased since, \(counts.unanswerable) without an answer.")
  }
}

extension CheckedReport.Outcome {
  fileprivate var value: Value {
    switch self {
    case .same: .coded("same", Words(vi: "như cũ", en: "the same"), tone: .good)
    case .differs: .coded("differs", Words(vi: "khác", en: "differs"), tone: .bad)
    case .touchedByErasure:
      .coded("erased", Words(vi: "có người đã xóa", en: "people erased since"), tone: .unsure)
    case .unanswerable:
      .coded("unanswerable", Words(vi: "không hỏi lại được", en: "no answer"), tone: .unsure)
    }
  }
}
