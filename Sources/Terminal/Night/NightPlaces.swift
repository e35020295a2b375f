internal import Cadre
internal import Platform
internal import Reports

/// Where a night writes: `--backups`, `--reports` and `--metrics`, else beside the ledger.
struct NightPlaces: Sendable {
  let backups: String
  let reports: String
  /// The file for Prometheus' textfile collector.
  let metrics: String

  init(_ invocation: Invocation) {
    var ledger = invocation.ledger
    while ledger.utf8.count > 1, ledger.hasSuffix("/") { ledger.removeLast() }
    let beside = "\(ledger)-night"
    backups = invocation.arguments["--backups"] ?? "\(beside)/backups"
    reports = invocation.arguments["--reports"] ?? "\(beside)/reports"
    metrics = invocation.arguments["--metrics"] ?? "\(beside)/cadre.prom"
  }

  /// Writes what monitoring reads; the file is replaced as a whole, and may be read by everybody:
  /// it has no personal data.
  func write(_ night: Night) throws(Complaint) {
    do throws(PlatformError) {
      try Files.makeFolder(Files.parent(of: metrics))
      try Files.write(Array(NightMetrics.text(of: night).utf8), to: metrics, permissions: 0o644)
    } catch {
      throw FileMessages.writing(error, to: metrics)
    }
  }
}
