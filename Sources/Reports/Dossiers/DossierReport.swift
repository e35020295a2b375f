package import Cadre
package import Office

/// A dossier on one page, for a committee to sign (phiếu thẩm định).
package enum DossierReport {
  /// Who and what it is about, a line a column.
  package static let head: [Column<DossierMade>] = [
    Column("title", Words(vi: "PHIẾU THẨM ĐỊNH", en: "APPRAISAL SHEET")) { _ in
      .words(
        Words(vi: "điều kiện bổ nhiệm chức danh", en: "requirements for appointment to a post"))
    },
    Column("person", Words(vi: "Người", en: "Person")) { made in
      let who = made.answer.assessment.who
      return .words(Words.joined([Words(who.file ?? ""), who.words], by: " "))
    },
    Column("birth", Words(vi: "Ngày sinh", en: "Born")) {
      $0.identity.birth.map { .birth($0) } ?? .absent
    },
    Column("position", Words(vi: "Chức danh", en: "Post")) {
      .text("\($0.answer.assessment.positionCode) \($0.answer.assessment.title)")
    },
    Column("organisation", Words(vi: "Tổ chức", en: "Organisation")) {
      .text($0.answer.assessment.organisationName)
    },
    Column("terms", Words(vi: "Quy hoạch nhiệm kỳ", en: "Planned for the terms")) {
      .list($0.answer.assessment.terms.map { .text($0.description) })
    },
    Column("standpoint", Words(vi: "Xét theo", en: "Asked")) {
      .words($0.answer.standpoint.words)
    },
    Column("verdict", Words(vi: "Kết luận", en: "Verdict")) {
      .verdict($0.answer.assessment.judgement.verdict)
    },
    Column("days", Words(vi: "Thời hạn", en: "Days")) { made in
      let judgement = made.answer.assessment.judgement
      let from = judgement.readyFrom.map {
        Words(vi: "đủ từ \($0.forPeople)", en: "ready from \($0.forPeople)")
      }
      let until = judgement.readyUntil.map {
        Words(vi: "đến trước \($0.forPeople)", en: "until before \($0.forPeople)")
      }
      let renewal = judgement.renewal
      let renew =
        renewal.isEmpty
        ? Words.none : Words(vi: "cần làm lại trước ", en: "to be renewed before ") + renewal
      return .words(Words.joined([from ?? .none, until ?? .none, renew], by: "; "))
    },
  ]

  /// The requirements, each with its basis and what it rests on down to sheet and row.
  package static func requirements(_ answer: DossierAnswer) -> [Column<Requirement>] {
    let sources = Dictionary(
      answer.evidence.map { ($0.index, $0.source) }, uniquingKeysWith: { first, _ in first })
    return ExplanationReport.requirements(on: answer.standpoint.on, answer.positions)
      .filter { ["id", "status", "found", "basis"].contains($0.head.key) } + [
        Column("evidence", Words(vi: "Bằng chứng", en: "Evidence")) { requirement in
          .list(
            requirement.evidence.map { index in
              let source = sources[index] ?? .none
              let number = Words(String(index.number))
              return .words(
                source.isEmpty ? number : number + Words(" (") + source + Words(")"))
            })
        }
      ]
  }

  /// What is proved, and what is not.
  package static let proof: [Column<DossierMade>] = [
    Column("proved", Words(vi: "Đã chứng minh", en: "Proved")) { made in
      let events = made.dossier.streams.reduce(0) { $0 + $1.events.count }
      let streams = made.dossier.streams.count
      return .words(
        Words(
          vi: "\(events) sự kiện của \(streams) luồng là toàn bộ các luồng đó, đến hết "
            + "\(made.dossier.question.known.count) sự kiện đầu; kết luận suy ra được từ chúng",
          en: "\(events) events of \(streams) streams are all there are of these streams in the "
            + "first \(made.dossier.question.known.count) events; the verdict follows from them"))
    },
    Column("unproved", Words(vi: "Chưa chứng minh", en: "Not proved")) { made in
      var gaps = [
        Words(
          vi: "văn bản gốc có đúng như đã ghi", en: "that the papers say what was recorded")
      ]
      if made.dossier.records == nil {
        gaps.append(
          Words(
            vi: "tuổi và họ tên (hồ sơ kín không kèm theo)",
            en: "age and name (private records are not enclosed)"))
      }
      let unverified = made.answer.assessment.judgement.requirements.filter { !$0.verified }
      if !unverified.isEmpty {
        gaps.append(
          Words(
            vi: "\(unverified.count) điều kiện theo giá trị chưa kiểm chứng",
            en: "\(unverified.count) requirements by unverified values"))
      }
      return .words(Words.joined(gaps, by: "; "))
    },
    Column("later", Words(vi: "KHÔNG TÍNH", en: "NOT COUNTED")) { made in
      let notable = made.dossier.later.notable.map(\.text).joined(separator: ", ")
      return notable.isEmpty
        ? .words(
          Words(
            vi: "không có sự kiện liên quan nào sau niêm phong",
            en: "nothing of these streams after the seal"))
        : .words(
          Words(vi: "ghi sau niêm phong: \(notable)", en: "recorded after the seal: \(notable)"))
    },
    Column("checkpoint", Words(vi: "Điểm kiểm soát", en: "Checkpoint")) {
      .words(Words($0.dossier.checkpoint.split(separator: "\n").joined(separator: " · ")))
    },
    Column("signatures", Words(vi: "Ký", en: "Signed")) { _ in
      .words(
        Words(
          vi: "Ngày …… tháng …… năm ……   Người thẩm định: ……………………   Thủ trưởng: ……………………",
          en: "Date ……………………   Appraised by ……………………   Approved by ……………………"))
    },
  ]
}

/// What the examination of a dossier found, with what it was compared with.
package struct ExaminedDossier: Sendable {
  package var read: ReadDossier
  package var found: DossierExamination
  /// How the dossier's checkpoint stands to one kept outside; nil: none was given.
  package var expectation: DossierExpectation?
  /// Who signed the checkpoint kept outside; nil: nobody was asked for.
  package var signer: String?

  package init(_ read: ReadDossier) {
    self.read = read
    found = read.examine()
  }

  /// Whether everything holds that was looked at.
  package var isGood: Bool {
    found.faults.isEmpty && expectation.map { $0 == .agrees || $0 == .otherSize } ?? true
  }
}

/// What an examination found, a line a column.
package enum ExaminationReport {
  package static let columns: [Column<ExaminedDossier>] = [
    Column("clean", Words(vi: "Kết quả", en: "Result"), in: .json) { .truth($0.isGood) },
    Column("clean", Words(vi: "Kết quả", en: "Result"), in: [.table, .csv]) { examined in
      examined.isGood
        ? .coded("true", Words(vi: "đúng", en: "holds"), tone: .good)
        : .coded("false", Words(vi: "SAI LỆCH", en: "REFUTED"), tone: .bad)
    },
    Column("person", Words(vi: "Người", en: "Person")) {
      .number(Int($0.read.dossier.question.person.number))
    },
    Column("file", Words(vi: "Mã hồ sơ", en: "File")) {
      .text($0.found.answer?.assessment.who.file)
    },
    Column("name", Words(vi: "Họ và tên", en: "Name")) {
      .text($0.found.answer?.assessment.who.name)
    },
    Column("position", Words(vi: "Chức danh", en: "Post")) {
      .text($0.found.answer?.assessment.positionCode)
    },
    Column("on", Words(vi: "Ngày xét", en: "On")) { .day($0.read.dossier.question.on) },
    Column("known", Words(vi: "Số sự kiện đã biết", en: "Events known")) {
      .number(Int(clamping: $0.read.dossier.question.known.count))
    },
    Column("rules", Words(vi: "Bộ quy tắc", en: "Rule set")) {
      .text($0.read.dossier.question.rules)
    },
    Column("verdict", Words(vi: "Kết luận", en: "Verdict")) { examined in
      guard examined.found.faults.isEmpty, let claimed = examined.read.verdict else {
        return .absent
      }
      return .verdict(claimed)
    },
    Column("identified", Words(vi: "Có hồ sơ kín", en: "Identified")) {
      .truth($0.read.dossier.records != nil)
    },
    Column("origin", Words(vi: "Nguồn gốc", en: "Origin")) { .text($0.found.origin) },
    Column("size", Words(vi: "Số sự kiện của sổ", en: "Events of the log")) {
      .number(Int(clamping: $0.found.size))
    },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.found.root?.base64) },
    Column("upTo", Words(vi: "Niêm phong phủ", en: "Sealed up to")) {
      .number(Int(clamping: $0.found.upTo))
    },
    Column("events", Words(vi: "Sự kiện đã kiểm tra", en: "Events checked")) {
      .number($0.found.events)
    },
    Column("later", Words(vi: "Không tính: ghi sau niêm phong", en: "Not counted: after the seal"))
    {
      .list($0.read.dossier.later.notable.map { .text($0.text) })
    },
    Column("unchecked", Words(vi: "Chưa kiểm tra", en: "Not checked")) { .list($0.unchecked) },
    Column("faults", Words(vi: "Sai lệch", en: "Faults")) { examined in
      .list(examined.found.faults.map { .coded($0.code, words(of: $0), tone: .bad) })
    },
    Column("expected", Words(vi: "Điểm kiểm soát", en: "Checkpoint")) {
      $0.expectation.map(value) ?? .absent
    },
    Column("signer", Words(vi: "Người ký", en: "Signed by")) { .text($0.signer) },
  ]

  /// What does not hold, as a clause.
  package static func words(of fault: DossierFault) -> Words {
    var places: [Words] = []
    if let stream = fault.stream { places.append(Words(stream.description)) }
    if let index = fault.index {
      places.append(Words(vi: "sự kiện \(index.number)", en: "event \(index.number)"))
    }
    if let detail = fault.detail { places.append(Words(detail)) }
    let place = Words.joined(places, by: ", ")
    return place.isEmpty ? fault.kind.words : Words.joined([place, fault.kind.words], by: ": ")
  }

  /// How the checkpoints stand to each other, as a clause.
  package static func words(of expectation: DossierExpectation) -> Words {
    switch expectation {
    case .agrees: Words(vi: "khớp", en: "agrees")
    case .otherSize:
      Words(
        vi: "khác cỡ: cần thêm chứng minh nhất quán (cadre prove consistency)",
        en: "of another size: a consistency proof is needed (cadre prove consistency)")
    case .otherOrigin: Words(vi: "của sổ khác", en: "of another ledger")
    case .otherRoot:
      Words(vi: "lịch sử đã bị viết lại", en: "history was rewritten")
    }
  }

  private static func value(_ expectation: DossierExpectation) -> Value {
    let tone: Tone =
      switch expectation {
      case .agrees: .good
      case .otherSize: .unsure
      case .otherOrigin, .otherRoot: .bad
      }
    return .coded(expectation.rawValue, words(of: expectation), tone: tone)
  }
}

extension ExaminedDossier {
  /// What a dossier cannot show by itself, and nothing was given to show.
  fileprivate var unchecked: [Value] {
    var gaps: [Value] = []
    if read.dossier.records == nil {
      gaps.append(.coded("age", Words(vi: "tuổi và họ tên", en: "age and name")))
    }
    if expectation != .agrees {
      gaps.append(
        .coded(
          "checkpoint",
          Words(
            vi: "có đúng là sổ này không (cần --expect)",
            en: "whether this is the log itself (--expect)")))
    }
    return gaps
  }
}

extension DossierFault {
  /// For machines: what, and where.
  fileprivate var code: String {
    let places = [stream?.description, index.map { "\($0.number)" }, detail]
    return ([kind.rawValue] + places.compactMap(\.self)).joined(separator: ":")
  }
}

extension DossierFault.Kind {
  /// What does not hold, as a clause.
  fileprivate var words: Words {
    switch self {
    case .checkpoint: Words(vi: "điểm kiểm soát không đọc được", en: "the checkpoint is none")
    case .bytes: Words(vi: "nội dung không phải của một sự kiện", en: "its bytes are no event")
    case .inclusion:
      Words(vi: "không dẫn đến gốc Merkle", en: "it does not lead to the Merkle root")
    case .stream: Words(vi: "thuộc luồng khác", en: "it belongs to another stream")
    case .chain:
      Words(
        vi: "không nối tiếp sự kiện trước của luồng",
        en: "it does not follow the stream's event before")
    case .seal: Words(vi: "không phải niêm phong hợp lệ", en: "it is no valid seal")
    case .head:
      Words(
        vi: "luồng thiếu hoặc thừa sự kiện so với niêm phong",
        en: "events were left out of the stream, or added, by what the seal says")
    case .order: Words(vi: "sai thứ tự hoặc lặp lại", en: "out of order, or given twice")
    case .missingStream: Words(vi: "thiếu luồng này", en: "this stream is missing")
    case .surplusStream: Words(vi: "không liên quan", en: "it does not belong here")
    case .origin: Words(vi: "không phải của sổ này", en: "it does not open this ledger")
    case .commitment:
      Words(
        vi: "hồ sơ kín không khớp cam kết", en: "the private record is not what was committed to")
    case .known: Words(vi: "hỏi quá phần đã niêm phong", en: "more is asked than was sealed")
    case .rules: Words(vi: "bộ quy tắc không có trong sổ", en: "the rule set is not in the ledger")
    case .person: Words(vi: "không có người này", en: "there is no such person")
    case .position: Words(vi: "không có chức danh này", en: "there is no such post")
    case .later:
      Words(
        vi: "phần nói về sự kiện sau niêm phong sai", en: "what it says of later events is wrong")
    case .answer:
      Words(vi: "không như các sự kiện cho thấy", en: "it is not what the events give")
    }
  }
}
