import Platform
import TestSupport
import Testing

/// A ledger whose receipts still claimed by themselves, as version 1 wrote them, answers as it did
/// then: Tests/Frozen/receipts-1 holds its files and the bytes of its answers.
///
/// It received all sheets of Tests/Sheets/small but the programme's (claims of all), ky-luat for
/// two organisations with rejected rows, mended rejects with another (a claim of nobody), and a
/// sheet of plans with a gap.
@Suite struct FrozenReceiptsTests {
  private static let folder =
    Files.parent(of: Files.parent(of: #filePath)) + "/Frozen/receipts-1"

  @Test func `answers are byte for byte those that were given then`() throws {
    let folder = try Folder()
    try Self.copy("\(Self.folder)/ledger", to: "\(folder.path)/ledger")
    let answers = try Files.list("\(Self.folder)/answers").sorted()
    #expect(answers.count == 13)
    for name in answers {
      let asked = run(
        Self.question(name).split(separator: " ").map(String.init) + [
          "--ledger", "\(folder.path)/ledger",
        ])
      let given = try SampleSheets.text("\(Self.folder)/answers/\(name)")
      #expect(asked.output == given, "\(name): \(asked.errors)")
    }
  }

  /// `ready-DAY-K.ndjson` or `explain-FILE-DAY-K.json`.
  private static func question(_ name: String) -> String {
    let parts = name.split(separator: ".")[0].split(separator: "-").map(String.init)
    let day = parts.dropLast().suffix(3).joined(separator: "-")
    let standpoint = "--on \(day) --known \(parts.last ?? "")"
    return parts[0] == "ready"
      ? "ready \(standpoint) -O ndjson" : "explain \(parts[1]) CD00400 \(standpoint) -O json"
  }

  private static func copy(_ source: String, to target: String) throws {
    try Files.makeFolder(target)
    for name in try Files.list(source) {
      if Files.isFolder("\(source)/\(name)") {
        try copy("\(source)/\(name)", to: "\(target)/\(name)")
      } else {
        try Files.write(
          Files.read("\(source)/\(name)", limit: 1 << 24), to: "\(target)/\(name)")
      }
    }
  }
}
