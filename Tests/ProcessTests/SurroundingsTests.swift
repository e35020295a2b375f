import Platform
import TestSupport
import Testing

/// Neither locale nor time zone reaches an answer (spec/domain.md section 2).
@Suite struct SurroundingsTests {
  private static let surroundings: [[String: String]] = [
    [:],
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"],
    ["TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LC_COLLATE": "C"],
    ["TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "en_GB.UTF-8", "NO_COLOR": "1"],
  ]

  @Test func `locale and time zone change no answer and no count`() throws {
    let folder = try TemporaryFolder()
    var told: [[String]] = []
    for (place, environment) in Self.surroundings.enumerated() {
      let ledger = "\(folder.path)/\(place)"
      func ask(_ words: String...) throws -> String {
        let done = try Program.run(words + ["--ledger", ledger], environment: environment)
        #expect(done.status == 0, "\(words)")
        return done.output
      }
      _ = try ask("init")
      told.append([
        try ask("import", SampleSheets.folder("small"), "-O", "ndjson"),
        try ask("ready", "--on", "2023-06-01", "-O", "ndjson"),
        try ask("ready", "--on", "2025-10-20", "-O", "csv"),
        try ask("ready", "--on", "2025-10-20", "--lang", "vi"),
        try ask("find", "nguyen", "--on", "2023-06-01", "-O", "ndjson"),
        try ask("person", "000024HT", "--on", "2023-06-01", "-O", "ndjson"),
      ])
    }
    for (place, answers) in told.enumerated() {
      #expect(!answers[1].isEmpty)
      #expect(answers == told[0], "\(Self.surroundings[place])")
    }
  }
}
