internal import Cadre
internal import Office
internal import Reports

/// One night, part after part. What one part finds decides whether the next ones are begun; what a
/// part cannot do is told, and does not keep the others from being done.
struct NightRun {
  private let ledger: Ledger
  private let places: NightPlaces
  private let kept: KeptCheckpoint
  private let actor: String
  private let invocation: Invocation
  private(set) var night: Night
  /// What could not be done first.
  private(set) var failure: Complaint?
  /// The checkpoint of the night's backup, which is older than the night's own.
  private var backedUp: [UInt8]?
  /// The log cannot be trusted: nothing is to be made from it.
  private var isViolated = false

  /// How many published lists are asked again.
  static let asked = 30

  init(
    _ ledger: Ledger, _ places: NightPlaces, _ kept: KeptCheckpoint, actor: String,
    _ invocation: Invocation
  ) {
    self.ledger = ledger
    self.places = places
    self.kept = kept
    self.actor = actor
    self.invocation = invocation
    night = Night(began: invocation.console.now())
    night.status = ExitCode.internalError.rawValue
  }

  /// What a part came to.
  private typealias Found = (Night.Outcome, Words)

  /// Does the parts in their order.
  mutating func run() {
    part(.readers) { (run) throws(Complaint) in try run.freeReaders() }
    part(.verify) { (run) throws(Complaint) in try run.verify() }
    part(.backup) { (run) throws(Complaint) in try run.backUp() }
    part(.rebuild) { (run) throws(Complaint) in try run.rebuild() }
    part(.published) { (run) throws(Complaint) in try run.askAgain() }
    part(.seal) { (run) throws(Complaint) in try run.seal() }
    part(.reports) { (run) throws(Complaint) in try run.report() }
    night.ended = invocation.console.now()
    night.status = status.rawValue
  }

  /// How the night ended: differences before all else, then what could not be done.
  var status: ExitCode {
    if night.parts.contains(where: { $0.outcome == .differs }) { return .violation }
    if let failure { return failure.status }
    return night.parts.contains { $0.outcome == .warnings } ? .warnings : .done
  }

  private mutating func part(
    _ part: Night.Part, _ body: (inout NightRun) throws(Complaint) -> Found
  ) {
    let stopwatch = invocation.console.stopwatch
    let start = stopwatch()
    var outcome = Night.Outcome.leftOut
    var words = Words(
      vi: "vì sổ bị sai lệch", en: "because the ledger is violated")
    if !isViolated {
      do throws(Complaint) { (outcome, words) = try body(&self) } catch {
        outcome = error.status == .violation ? .differs : .failed
        words = error.what
        if outcome == .failed, failure == nil { failure = error }
        if outcome == .differs, part == .verify { isViolated = true }
      }
    }
    let milliseconds = Int((stopwatch() - start) / 1_000_000)
    night.parts.append(Night.Done(part, outcome, words, milliseconds: milliseconds))
    if !invocation.console.errorsIsTerminal, outcome != .leftOut {
      invocation.remark(NightReport.line(of: night.parts[night.parts.count - 1]))
    }
  }
}

extension NightRun {
  private func freeReaders() throws(Complaint) -> Found {
    let dead = try invocation.office { () throws(OfficeError) in try ledger.clearDeadReaders() }
    return (.done, Words(vi: "\(dead) chỗ", en: "\(dead) freed"))
  }

  private mutating func verify() throws(Complaint) -> Found {
    let found = try VerifyCommand.check(ledger, kept, invocation)
    night.events = found.events
    guard found.isClean || found.lacksRecordsAlone else {
      throw VerifyMessages.violation(found, ledger.folder)
    }
    // The log is sound: what is made from it is, and what is left is to be backed up.
    if !found.isClean { return (.differs, VerifyMessages.violation(found, ledger.folder).what) }
    let agrees = found.expectation.map { VerifyReport.words(of: $0) }
    let what = Words(
      vi: "\(found.events) sự kiện, \(found.commitments) cam kết, toàn vẹn"
        + (agrees.map { "; \($0.vietnamese)" } ?? ""),
      en: "\(Words.counted(found.events, "event", "events")) and "
        + "\(Words.counted(found.commitments, "commitment", "commitments")), clean"
        + (agrees.map { "; \($0.english)" } ?? ""))
    return (found.hasUnfinishedErasure ? .warnings : .done, what)
  }

  private mutating func backUp() throws(Complaint) -> Found {
    let backup = try invocation.office { () throws(OfficeError) in
      try ledger.backup(to: places.backups, keeping: places.kept, now: invocation.console.now())
    }
    guard let folder = backup.folder else {
      throw BackupMessages.notVerified(backup.verification, ledger.folder)
    }
    if !backup.verification.isClean {
      throw BackupMessages.incomplete(backup.verification, ledger.folder)
    }
    backedUp = try CheckpointFile.read("\(folder)/checkpoint.txt")
    let isStale = !backup.beforeErasure.isEmpty
    let stale = backup.beforeErasure.joined(separator: ", ")
    return (
      isStale ? .warnings : .done,
      Words(
        vi: "“\(folder)”, \(backup.events) sự kiện, đã kiểm tra"
          + (isStale ? "; bản sao trước lần xóa cuối: \(stale)" : ""),
        en: "“\(folder)”, \(Words.counted(backup.events, "event", "events")), verified"
          + (isStale ? "; older than the last erasure: \(stale)" : ""))
    )
  }

  private mutating func rebuild() throws(Complaint) -> Found {
    let rebuild = try RebuildCommand.rebuild(
      ledger, comparing: true, actor: actor, invocation)
    night.viewDifferences = rebuild.comparison?.count
    guard rebuild.isClean else {
      let place = keepDifferences(rebuild)
      let count = rebuild.comparison?.count ?? 0
      return (
        .differs,
        Words(
          vi: "\(count) dòng sai so với sổ, đã thay bằng dòng dựng lại; "
            + "chi tiết: \(place.vietnamese)",
          en: "\(Words.counted(count, "row", "rows")) differed from the log, the rebuilt ones are "
            + "in use; in detail: \(place.english)")
      )
    }
    let size = rebuild.comparison?.size.count ?? 0
    return (
      .done,
      Words(vi: "0 khác biệt ở \(size) sự kiện", en: "0 differences at \(size) events")
    )
  }

  private mutating func askAgain() throws(Complaint) -> Found {
    let (asked, count) = try PublishedReports.askAgain(
      last: NightRun.asked, besidesThoseOf: actor, of: ledger, for: invocation)
    var (same, touched) = (0, 0)
    var others: [String] = []
    for report in asked {
      switch report.outcome {
      case .same: same += 1
      case .touchedByErasure: touched += 1
      case .differs, .unanswerable:
        others.append("\(report.published.index.number) (\(report.published.report.question))")
      }
    }
    night.publishedDifferences = others.count
    let aside = touched > 0
    let what = Words(
      vi: "\(same) báo cáo như lúc công bố"
        + (aside ? ", \(touched) bỏ qua vì sau đó có người đã xóa" : "")
        + ", trong \(count) đã công bố"
        + (others.isEmpty ? "" : "; khác: \(others.joined(separator: ", "))"),
      en: "\(same) the same" + (aside ? ", \(touched) left out for an erasure" : "")
        + ", of \(count) published"
        + (others.isEmpty ? "" : "; not the same: \(others.joined(separator: ", "))"))
    return (others.isEmpty ? .done : .differs, what)
  }

  private func seal() throws(Complaint) -> Found {
    let seal = try invocation.office { () throws(OfficeError) in
      try ledger.seal(actor: actor, now: invocation.console.now())
    }
    let streams = seal.seal.counts.reduce(0, +)
    return (
      .done,
      Words(
        vi: "sự kiện \(seal.index.number), \(streams) luồng",
        en: "event \(seal.index.number), \(Words.counted(streams, "stream", "streams"))")
    )
  }
}

extension NightRun {
  private mutating func report() throws(Complaint) -> Found {
    let folder = try NightFolder(on: night.began.day, in: places.reports)
    let lists = try NightLists.write(
      of: ledger, to: folder, actor: actor, for: invocation)
    let checkpoint = try invocation.office { () throws(OfficeError) in try ledger.checkpoint() }
    try folder.write(Array(checkpoint.utf8), to: "checkpoint.txt")
    if let backedUp { try folder.write(backedUp, to: "backup-checkpoint.txt") }
    try folder.write(account, to: "night.ndjson")
    let path = try folder.finish()
    let status = try invocation.office { () throws(OfficeError) in try ledger.status() }
    night.events = status.events
    night.sizes = try invocation.office { () throws(OfficeError) in try ledger.storeSizes() }
    return (.done, Words("“\(path)”: \(lists.joined(separator: ", "))"))
  }

  /// What the parts before came to, for machines.
  private var account: [UInt8] {
    var report = ReportWriter(.ndjson, invocation.appearance(toFile: true))
    report.add(night.parts, NightReport.columns(in: invocation.language))
    report.finish()
    return report.take()
  }

  /// Keeps the differences that were found, and says where; that they cannot be kept makes them no
  /// smaller.
  private func keepDifferences(_ rebuild: Rebuild) -> Words {
    do throws(Complaint) { return Words("“\(try writeDifferences(rebuild))”") } catch {
      return error.what
    }
  }

  /// Writes the differences that were found: the views that had them are gone after the rebuild.
  private func writeDifferences(_ rebuild: Rebuild) throws(Complaint) -> String {
    var report = ReportWriter(.ndjson, invocation.appearance(toFile: true))
    report.add([rebuild], RebuildReport.summary)
    report.add(rebuild.comparison?.listed ?? [], RebuildReport.differences)
    report.finish()
    let folder = try NightFolder(on: night.began.day, in: "\(places.reports)/differences")
    try folder.write(report.take(), to: "views.ndjson")
    return try folder.finish() + "/views.ndjson"
  }
}
