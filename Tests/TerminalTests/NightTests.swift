import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// The night as whoever installs it sees it: what it leaves, and how it ends.
@Suite struct NightTests {
  private func night(_ ledger: TestLedger, _ options: String = "") throws -> (
    transcript: Transcript, outcomes: [String: String]
  ) {
    let transcript = ledger.cadre("night -O ndjson \(options)")
    var outcomes: [String: String] = [:]
    for line in transcript.output.split(separator: "\n") {
      let row = try JSONValue(parsing: String(line))
      outcomes[row["part"]?.string ?? ""] = row["outcome"]?.string ?? ""
    }
    return (transcript, outcomes)
  }

  private static let parts = [
    "readers", "verify", "backup", "rebuild", "published", "seal", "reports",
  ]

  @Test func `a good night leaves a backup, reports, metrics and its word in the log`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let (transcript, outcomes) = try night(ledger)
    #expect(transcript.status == .done, "\(transcript.errors)")
    #expect(outcomes == Dictionary(uniqueKeysWithValues: Self.parts.map { ($0, "done") }))
    let reports = "\(ledger.path)-night/reports"
    for list in ["ready", "findings"] {
      let told = try SampleSheets.text("\(reports)/latest/\(list).ndjson")
      let published = try #require(
        try lines(ledger.cadre("published -O ndjson").output).first {
          $0["question"] == .string(list)
        })
      let asked = ledger.cadre(
        "\(list) -O ndjson --on \(published["on"]?.string ?? "") --known "
          + "\(published["known"]?.integer ?? 0) --rules \(published["rules"]?.string ?? "")")
      #expect(asked.output == told && !told.isEmpty)
    }
    let metrics = try SampleSheets.text("\(ledger.path)-night/cadre.prom")
    #expect(metrics.contains("\ncadre_night_status 0\n"))
    #expect(metrics.contains("\ncadre_view_differences 0\n"))
    #expect(try Files.list("\(ledger.path)-night/backups").count == 2)
    #expect(try night(ledger, "--keep 1").transcript.status == .done)
    #expect(try Files.list("\(ledger.path)-night/backups").count == 2)
    #expect(try Files.list(reports).count == 3)
    ledger.expectClean()
  }

  private func lines(_ text: String) throws -> [JSONValue] {
    try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test func `a log that is not what was recorded ends the night, and nothing is made from it`()
    throws
  {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    #expect(try night(ledger).transcript.status == .done)
    let size = ledger.cadre("checkpoint").output
    let kept = "\(ledger.folder.path)/kept"
    try Files.write(Array(size.replaced(at: 40).utf8), to: kept)
    let (transcript, outcomes) = try night(ledger, "--expect \(kept)")
    #expect(transcript.status == .violation)
    #expect(outcomes["verify"] == "differs" && outcomes["readers"] == "done")
    for part in Self.parts.dropFirst(2) { #expect(outcomes[part] == "leftOut", "\(part)") }
    #expect(ledger.cadre("checkpoint").output == size)
    let metrics = try SampleSheets.text("\(ledger.path)-night/cadre.prom")
    #expect(metrics.contains("\ncadre_night_status 4\n"))
    #expect(transcript.errors.contains("is not as it should be: verify."))
  }

  @Test func `two nights at once are one too many`() throws {
    let ledger = try TestLedger()
    let lock = try FileLock("\(ledger.path)/night", waiting: 0)
    let (transcript, outcomes) = try night(ledger)
    #expect(transcript.status == .busy && outcomes.isEmpty)
    #expect(transcript.errors.hasPrefix("cadre: another night of "))
    lock.release()
    #expect(try night(ledger).transcript.status == .done)
  }

  @Test func `what cannot be done is told, and the rest is done`() throws {
    let ledger = try TestLedger()
    let taken = "\(ledger.folder.path)/file"
    try Files.write([], to: taken)
    let (transcript, outcomes) = try night(ledger, "--backups \(taken)")
    #expect(transcript.status == .cannotCreate, "\(transcript.errors)")
    #expect(outcomes["backup"] == "failed")
    for part in Self.parts where part != "backup" { #expect(outcomes[part] == "done", "\(part)") }
  }

  @Test func `what people published is asked again, however many lists the nights publish`() throws
  {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    #expect(ledger.cadre("person 000034HT --publish --actor an.nv").status == .done)
    // Each night publishes two lists; more than are asked again stand between.
    for _ in 0..<16 { #expect(try night(ledger, "--keep 1 --actor night").outcomes.count == 7) }
    let last = ledger.cadre("night --keep 1 --actor night --lang en").output
    #expect(last.contains("31 the same, of 33 published"), "\(last)")
  }

  @Test func `a ledger that lacks private records is named each night, and backed up all the same`()
    throws
  {
    let ledger = try TestLedger()
    let made = { (file: String) in
      "record PersonRegistered fileNumber=\(file) name=Lan birth=1970-01-02 sex=female "
        + "organisation=38.168.001"
    }
    ledger.importing(SampleSheets.folder("small"))
    let shelf = "\(ledger.folder.path)/shelf"
    #expect(ledger.cadre("backup \(shelf)").status == .done)
    #expect(ledger.cadre(made("999001HT")).status == .done)
    let restored = "\(ledger.folder.path)/restored"
    let newest = ledger.cadre("restore \(shelf) --newest \(ledger.path) --ledger \(restored)")
    #expect(newest.status == .warnings, "\(newest.errors)")
    let night = ledger.cadre("night --ledger \(restored) --keep 1 -O ndjson")
    #expect(night.status == .violation, "\(night.errors)")
    #expect(night.output.split(separator: "\n").count { $0.contains(#""outcome":"done""#) } == 5)
    let backups = "\(restored)-night/backups"
    let again = ledger.cadre("restore \(backups) --ledger \(restored)2")
    #expect(again.status == .violation, "\(again.errors)")
    let accepted = ledger.cadre("restore \(backups) --ledger \(restored)2 --accept-loss")
    #expect(accepted.status == .warnings, "\(accepted.errors)")
  }

  @Test func `metrics go to where a link leads, and nothing goes into the ledger`() throws {
    let ledger = try TestLedger()
    let (place, link) = ("\(ledger.folder.path)/kept.prom", "\(ledger.folder.path)/link")
    try Files.write([], to: place)
    try Files.replaceLink(link, target: place)
    #expect(ledger.cadre("night --metrics \(link)").status == .done)
    #expect(try SampleSheets.text(place).contains("\ncadre_night_status 0\n"))
    for line in ["--backups x --reports x/", "--reports \(ledger.path)/reports"] {
      #expect(ledger.cadre("night \(line)").status == .usage)
    }
  }

  @Test func `options that make no sense are refused before anything is done`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("night --keep 0").status == .usage)
    #expect(ledger.cadre("night --signers x").status == .usage)
    #expect(ledger.cadre("night --metrics /nowhere/x.prom").status == .cannotCreate)
    #expect(!Files.exists("\(ledger.path)-night"))
  }
}

extension String {
  /// The text with the letter at a place of its third line exchanged: another root.
  fileprivate func replaced(at place: Int) -> String {
    var bytes = Array(utf8)
    let start = bytes.split(separator: 0x0A)[2].startIndex
    bytes[start + place % 20] = bytes[start + place % 20] == 0x41 ? 0x42 : 0x41
    return String(decoding: bytes, as: UTF8.self)
  }
}
