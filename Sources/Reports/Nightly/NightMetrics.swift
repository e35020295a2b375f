internal import Cadre
internal import Office

/// A night in the text format of Prometheus, for the textfile collector of its node exporter
/// (prometheus.io, Exposition formats, 0.0.4).
package enum NightMetrics {
  /// The text of the file.
  package static func text(of night: Night) -> String {
    var text = ""
    func gauge(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) {
      guard !samples.isEmpty else { return }
      text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
      for sample in samples { text += "\(name)\(sample.labels) \(sample.value)\n" }
    }
    gauge(
      "cadre_night_end_timestamp_seconds", "When the last night ended.",
      [("", seconds(night.ended.milliseconds))])
    gauge(
      "cadre_night_duration_seconds", "How long it took.",
      [("", seconds(night.ended.milliseconds - night.began.milliseconds))])
    gauge("cadre_night_status", "Its exit status; 0 is well.", [("", "\(night.status)")])
    gauge(
      "cadre_night_part_status", "0 done, 1 left out, 2 remarks, 3 failed, 4 differs.",
      night.parts.map { ("{part=\"\($0.part.rawValue)\"}", "\(number(of: $0.outcome))") })
    gauge(
      "cadre_night_part_duration_seconds", "How long each part took.",
      night.parts.map { ("{part=\"\($0.part.rawValue)\"}", seconds(Int64($0.milliseconds))) })
    gauge(
      "cadre_view_differences", "Rows of the views that differed from the log.",
      night.viewDifferences.map { [("", "\($0)")] } ?? [])
    gauge(
      "cadre_published_differences", "Published lists that came out otherwise.",
      night.publishedDifferences.map { [("", "\($0)")] } ?? [])
    gauge("cadre_ledger_events", "Events in the log.", night.events.map { [("", "\($0)")] } ?? [])
    gauge(
      "cadre_ledger_bytes", "Bytes of each part of the ledger on the disk.",
      night.sizes.map { sizes -> [(labels: String, value: String)] in
        [("log", sizes.log), ("vault", sizes.vault), ("views", sizes.views)].map {
          ("{part=\"\($0.0)\"}", "\($0.1)")
        }
      } ?? [])
    return text
  }

  private static func number(of outcome: Night.Outcome) -> Int {
    switch outcome {
    case .done: 0
    case .leftOut: 1
    case .warnings: 2
    case .failed: 3
    case .differs: 4
    }
  }

  /// Milliseconds as seconds, exact.
  private static func seconds(_ milliseconds: Int64) -> String {
    let sign = milliseconds < 0 ? "-" : ""
    let (whole, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    return sign + "\(whole)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
