import Glibc
import JSON
import Platform
import TestSupport
import Testing

/// The log followed by one process while another records.
@Suite struct FollowTests {
  private static let patience: Int32 = 30_000

  @Test func `what another process records is seen as it comes, until the reader goes`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.path + "/ledger"
    let first = try begin(ledger)
    let following = try Program.follow(["log", "--follow", "-O", "ndjson", "--ledger", ledger])
    #expect(try following.lines(first, within: Self.patience).count == first)
    for year in [2024, 2025] {
      let before = try following.lines(first + year - 2024, within: Self.patience).count
      try record(year, in: ledger)
      let lines = try following.lines(before + 1, within: Self.patience)
      let last = try JSONValue(parsing: try #require(lines.last))
      #expect(last["index"] == .integer(Int64(before)))
      #expect(last["type"] == .string("OrganisationRated"))
      #expect(last["fields"]?["year"] == .integer(Int64(year)))
    }
    following.close()
    // Nothing more comes, and the end is noticed all the same.
    #expect(try following.status(within: Self.patience) == 141)
    #expect(try Program.run(["verify", "--ledger", ledger]).status == 0)
  }

  @Test func `a filter, a table and the last place are kept while following`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.path + "/ledger"
    let first = try begin(ledger)
    let following = try Program.follow([
      "log", "--follow", "--type", "OrganisationRated", "--until", "\(first + 3)", "--ledger",
      ledger, "--lang", "en",
    ])
    try record(2023, in: ledger)
    // Titles, a rule and the row.
    #expect(try following.lines(3, within: Self.patience).last?.contains("2023") == true)
    _ = try Program.run([
      "record", "SuspensionLifted", "organisation=1", "on=2025-04-01", "--ledger", ledger,
    ])
    try record(2024, in: ledger)
    #expect(try following.status(within: Self.patience) == 0)
    let lines = try following.lines(6, within: Self.patience)
    #expect(lines.count == 6)
    #expect(lines.last?.contains("2024") == true)
  }

  @Test func `an interrupt ends it`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.path + "/ledger"
    let first = try begin(ledger)
    let following = try Program.follow(["log", "--follow", "-O", "ndjson", "--ledger", ledger])
    _ = try following.lines(first, within: Self.patience)
    following.interrupt()
    #expect(try following.status(within: Self.patience) == -SIGINT)
    try record(2024, in: ledger)
    #expect(try Program.run(["verify", "--ledger", ledger]).status == 0)
  }

  /// Makes a ledger with one organisation; says how many events it has.
  private func begin(_ ledger: String) throws -> Int {
    #expect(try Program.run(["init", "--ledger", ledger]).status == 0)
    let founded = try Program.run([
      "record", "OrganisationEstablished", "code=1", "name=Đảng bộ Khối", "kind=superior",
      "on=2020-01-01", "--ledger", ledger,
    ])
    #expect(founded.status == 0)
    let status = try Program.run(["status", "--ledger", ledger, "-O", "json"])
    return Int(try #require(JSONValue(parsing: Array(status.output.utf8))["events"]?.integer))
  }

  private func record(_ year: Int, in ledger: String) throws {
    let done = try Program.run([
      "record", "OrganisationRated", "organisation=1", "year=\(year)", "grade=good", "--ledger",
      ledger,
    ])
    #expect(done.status == 0)
  }
}
