internal import Cadre
internal import Platform
internal import Reports

/// Where a night writes: `--backups`, `--reports` and `--metrics`, else beside the ledger.
struct NightPlaces: Sendable {
  let backups: String
  /// How many backups stay; nil: all.
  let kept: Int?
  let reports: String
  /// The file for Prometheus' textfile collector.
  let metrics: String

  /// - Throws: where a folder that was named for the metrics is not there: a collector's is.
  init(_ invocation: Invocation) throws(Complaint) {
    let ledger = Files.withoutSlashes(invocation.ledger)
    let beside = "\(ledger)-night"
    backups = Files.withoutSlashes(invocation.arguments["--backups"] ?? "\(beside)/backups")
    reports = Files.withoutSlashes(invocation.arguments["--reports"] ?? "\(beside)/reports")
    if backups == reports { throw NightMessages.sameFolder(backups) }
    for folder in [backups, reports] where folder == ledger || folder.hasPrefix("\(ledger)/") {
      throw NightMessages.insideLedger(folder)
    }
    kept = try invocation.arguments.counted("--keep")
    metrics = invocation.arguments["--metrics"] ?? "\(beside)/cadre.prom"
    let folder = Files.parent(of: metrics)
    if invocation.arguments.has("--metrics"), !Files.isFolder(folder) {
      throw FileMessages.noFolder(folder)
    }
  }

  /// Writes what monitoring reads; the file is replaced as a whole, and may be read by everybody:
  /// it has no personal data.
  func write(_ night: Night) throws(Complaint) {
    do throws(PlatformError) {
      try Files.makeFolder(Files.parent(of: metrics))
      var file = try FileReplacement(metrics)
      try file.permit(0o644)
      try file.write(Array(NightMetrics.text(of: night).utf8))
      try file.commit()
    } catch {
      throw FileMessages.writing(error, to: metrics)
    }
  }
}
