internal import Cadre
internal import Intake
internal import Office
internal import Reports

/// What an import did, on its way to those who asked: the answer, the rejected rows as files, and
/// the words beside them.
struct ImportOutcome {
  /// So many rejections are shown in a table; all are in every other form.
  private static let shown = 20

  private let result: Import.Result
  private let invocation: Invocation
  private let messages: RejectionMessages

  init(_ result: Import.Result, _ invocation: Invocation) {
    self.result = result
    self.invocation = invocation
    messages = RejectionMessages(result, correction: ImportOutcome.correction(invocation))
  }

  private var report: ImportReport { result.report }

  /// The command that mends conflicts, as a shell takes it.
  private static func correction(_ invocation: Invocation) -> String {
    var words = ["cadre import --correct --reason typingError"]
    if let ledger = invocation.arguments["--ledger"] { words += ["--ledger", quoted(ledger)] }
    if let complete = invocation.arguments["--complete"] {
      words += ["--complete", quoted(complete)]
    }
    return (words + invocation.arguments.operands.map(quoted)).joined(separator: " ")
  }

  /// A word that a shell reads as it stands.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { unit in
        switch unit {
        case 0x2B...0x3A, 0x40...0x5A, 0x5F, 0x61...0x7A: true
        default: unit >= 0x80
        }
      }
    if isPlain { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

extension ImportOutcome {
  /// Writes the rejected rows, mended to be imported again; nil where there are none, or in a dry
  /// run that was not told where.
  func writeRejects() throws(Complaint) -> String? {
    let asked = invocation.arguments["--rejects"]
    guard !report.rejections.isEmpty, asked != nil || !report.isDryRun else { return nil }
    let folder = asked ?? "./rejected"
    do throws(ImportError) {
      _ = try RejectFiles.write(result, to: folder, moved: sayMoved) {
        messages.words(of: $0)[invocation.language]
      }
    } catch {
      guard case .file(let failure) = error else { throw ImportMessages.complaint(error) }
      throw afterRecording(FileMessages.writing(failure))
    }
    return folder
  }

  /// Says that a reject file of an earlier import made way.
  private func sayMoved(_ file: String, _ name: String) {
    invocation.remark(
      Words(
        vi: "“\(file)” của lần nhập trước nay là “\(name)”",
        en: "“\(file)” of an earlier import is now “\(name)”"))
  }

  /// The complaint about the reject files, with what became of the good rows.
  private func afterRecording(_ complaint: Complaint) -> Complaint {
    Complaint(
      complaint.status, complaint.what,
      remedy: Words(
        vi: "\(summary.vietnamese). Chạy lại với --rejects THƯ_MỤC để nhận các dòng bị từ chối.",
        en: "\(summary.english). Run this again with --rejects DIR for the rejected rows."))
  }

  /// Gives the answer: the sheets, then the rejections, then what was changed.
  func answer(rejects folder: String?) throws(Complaint) {
    let isTable = try invocation.format() == .table
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(sheets(withTotal: isTable), ImportAnswer.sheets(isDryRun: report.isDryRun))
      let rejections = report.rejections
      if !rejections.isEmpty {
        let count = isTable ? ImportOutcome.shown : rejections.count
        try answer.add(
          rejections.prefix(count).map(row), ImportAnswer.rejections(in: invocation.language))
        if isTable, rejections.count > count {
          answer.note(more(rejections.count - count, in: folder))
        }
      }
      if isTable, !corrected.isEmpty { try answer.add(corrected, ImportAnswer.changes) }
      if !report.claims.isEmpty { try answer.add(claims, ImportAnswer.claims) }
      if !isTable || invocation.arguments.has("--details") {
        if !unlisted.isEmpty { try answer.add(unlisted, ImportAnswer.unlisted) }
      }
      if !report.unclaimed.isEmpty {
        try answer.add(report.unclaimed, ImportAnswer.unclaimed)
        if isTable { answer.note(toClaim) }
      }
      if isTable { answer.note(summary) }
    }
  }

  /// Says what is not part of the answer: warnings, and where the rejected rows are.
  func remark(rejects folder: String?) {
    for line in WarningMessages(result.names).lines(warnings) { invocation.remark(line) }
    if let folder {
      invocation.remark(
        Words(
          vi: "các dòng bị từ chối, kèm lý do, ở “\(folder)”; sửa rồi chạy: cadre import \(folder)",
          en: "the rejected rows, with reasons, are in “\(folder)”; mend them, then run: "
            + "cadre import \(folder)"))
    }
    if !report.isDryRun { remarkSettled() }
  }
}

extension ImportOutcome {
  /// Says which reject files have done their work.
  private func remarkSettled() {
    let settled = RejectFiles.settled(result, paths: invocation.arguments.operands)
    guard !settled.isEmpty else { return }
    let list = settled.joined(separator: ", ")
    invocation.remark(
      Words(
        vi: "đã ghi mọi dòng của \(list); có thể xóa, sau khi sửa cả bảng gốc",
        en: "every row of \(list) is recorded; remove it once the original sheet is mended too"))
  }

  /// The warnings, those of rejected rows left out.
  private var warnings: [ImportWarning] {
    let rejected = Set(report.rejections.map { "\(messages.sheet(of: $0).name):\($0.line)" })
    return report.warnings.filter { warning in
      switch warning {
      case .organisationDiffers(let sheet, let line, _, _, _),
        .possibleDuplicate(let sheet, let line, _, _):
        !rejected.contains("\(sheet):\(line)")
      case .unknownFile, .unknownColumn, .signsRemoved, .numbersDiffer, .outsideFounded,
        .noLongerListed:
        true
      }
    }
  }

  private func sheets(withTotal: Bool) -> [ImportSheetRow] {
    var rows = report.sheets.map { sheet in
      ImportSheetRow(
        sheet: .text(sheet.sheet), read: sheet.read, recorded: sheet.recorded,
        unchanged: sheet.unchanged, rejected: sheet.rejected)
    }
    guard withTotal else { return rows }
    func sum(_ count: KeyPath<ImportReport.SheetCount, Int>) -> Int {
      report.sheets.reduce(0) { $0 + $1[keyPath: count] }
    }
    rows.append(
      ImportSheetRow(
        sheet: .coded("", Words(vi: "Tổng", en: "Total")), read: sum(\.read),
        recorded: sum(\.recorded), unchanged: sum(\.unchanged), rejected: sum(\.rejected)))
    return rows
  }

  private var claims: [ImportClaimRow] {
    report.claims.map { claim in
      ImportClaimRow(
        sheet: claim.sheet, organisation: claim.organisation.map(result.names.name(of:)),
        until: claim.until, isUnchanged: claim.effect.outcome != .recorded,
        people: claim.effect.people, open: claim.effect.open)
    }
  }

  /// The events that sheets claimed to tell all no longer have.
  private var unlisted: [ImportUnlistedRow] {
    report.warnings.compactMap { warning in
      guard case .noLongerListed(let sheet, let index, let stream, let type) = warning else {
        return nil
      }
      return ImportUnlistedRow(
        sheet: sheet, index: index, type: type, subject: result.names.name(of: stream))
    }
  }

  /// The lines of pham-vi that would claim what is still to be claimed.
  private var toClaim: Words {
    let today = invocation.console.now().day.forPeople
    let lines = report.unclaimed.map { "\($0.sheet.sheet);;\(today)" }.joined(separator: "\n  ")
    return Words(
      vi: "Chưa ai xác nhận các bảng này đầy đủ, nên không có tên trong đó chưa nói lên điều gì. "
        + "Nếu bảng nào đã đủ mọi người, nhập bảng đó cùng pham-vi.csv có dòng:\n  \(lines)",
      en: "Nobody claims that these sheets tell all, so not being in them means nothing yet. "
        + "Once a sheet has everybody, import it with pham-vi.csv and its line:\n  \(lines)")
  }

  private func row(_ rejection: Rejection) -> ImportRejectionRow {
    ImportRejectionRow(
      sheet: messages.sheet(of: rejection).name, row: rejection.line,
      column: messages.column(of: rejection), kind: rejection.kind.name,
      value: messages.value(of: rejection), message: messages.words(of: rejection))
  }

  /// What a correction changes, field by field.
  private var corrected: [ImportChangeRow] {
    report.changes.filter(\.isCorrected).flatMap { change in
      change.differences.map { difference in
        ImportChangeRow(
          sheet: result.sheets[change.sheet].name, row: change.line, index: change.index,
          type: change.type, field: difference.field, recorded: difference.recorded,
          given: difference.given)
      }
    }
  }

  private func more(_ count: Int, in folder: String?) -> Words {
    let place = folder.map {
      Words(vi: "xem tất cả ở “\($0)”", en: "all of them are in “\($0)”")
    }
    let otherwise = Words(vi: "xem tất cả bằng -O ndjson", en: "-O ndjson shows all")
    let hint = place ?? otherwise
    return Words(
      vi: "… và \(count) dòng bị từ chối nữa; \(hint.vietnamese).",
      en: "… and \(count) more; \(hint.english).")
  }

  /// What was recorded, in a sentence without its end.
  private var summary: Words {
    if report.isDryRun {
      return Words(
        vi: "Chạy thử, không ghi gì; nhập thật sẽ ghi \(report.eventCount) sự kiện",
        en: "A dry run, nothing was recorded; "
          + "\(Words.counted(report.eventCount, "event", "events")) would be")
    }
    if report.eventCount == 0 {
      return Words(
        vi: "Không có gì mới để ghi; sổ có \(report.sizeAfter.count) sự kiện",
        en: "Nothing new to record; the log has \(report.sizeAfter.count) events")
    }
    return Words(
      vi: "Đã ghi \(report.eventCount) sự kiện; sổ có \(report.sizeAfter.count) sự kiện",
      en:
        "Recorded \(Words.counted(report.eventCount, "event", "events")); the log has \(report.sizeAfter.count)"
    )
  }
}
