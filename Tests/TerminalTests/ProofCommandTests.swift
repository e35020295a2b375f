import JSON
import Merkle
import Platform
import TestSupport
import Testing

@testable import Terminal

@Suite struct ProofCommandTests {
  @Test func `proofs lead to the roots of checkpoints of their time`() throws {
    let ledger = try TestLedger()
    let early = ledger.cadre("checkpoint").output.split(separator: "\n").map(String.init)
    ledger.importing(SampleSheets.folder("small"))
    let late = ledger.cadre("checkpoint").output.split(separator: "\n").map(String.init)
    let consistency = try JSONValue(parsing: ledger.cadre("prove consistency 9 -O json").output)
    #expect(consistency["fromRoot"] == .string(early[2]))
    #expect(consistency["toRoot"] == .string(late[2]))
    #expect(
      ProofCheck.consistency(
        from: 9, oldRoot: try Hash(base64: early[2]), to: 1_472,
        newRoot: try Hash(base64: late[2]), path: try path(consistency)))
    for (index, size) in [(0, 1_472), (1_471, 1_472), (5, 9), (8, 9), (700, 1_000)] {
      let proof = try JSONValue(
        parsing: ledger.cadre("prove inclusion \(index) --size \(size) -O json").output)
      let leaf = try Hash(base64: try #require(proof["leaf"]?.string))
      let root = try Hash(base64: try #require(proof["root"]?.string))
      #expect(
        ProofCheck.inclusion(
          of: leaf, at: UInt64(index), in: UInt64(size), path: try path(proof), root: root))
    }
    ledger.expectClean()
  }

  private func path(_ proof: JSONValue) throws -> [Hash] {
    try (proof["path"]?.array ?? []).map { try Hash(base64: $0.string ?? "") }
  }

  @Test func `what cannot be proved is said`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("prove consistency 0").status == .usage)
    #expect(ledger.cadre("prove consistency 5 4").status == .usage)
    #expect(ledger.cadre("prove consistency 5 10").status == .noInput)
    #expect(ledger.cadre("prove inclusion 9").status == .noInput)
    #expect(ledger.cadre("prove inclusion 3 --size 3").status == .noInput)
    #expect(ledger.cadre("prove inclusion 3 --size 10").status == .noInput)
    let missing = ledger.cadre("prove inclusion 9").errors
    #expect(missing == "cadre: there is no event 9: the log has 9.\n  Choose one from 0 to 8.\n")
  }

  @Test func `an export holds every event once, and names nobody`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let target = "\(ledger.folder.path)/export"
    #expect(ledger.cadre("export \(target)").status == .done)
    #expect(try Files.list(target) == ["checkpoint", "events.ndjson"])
    #expect(
      try SampleSheets.text("\(target)/checkpoint") == ledger.cadre("checkpoint").output)
    var frontier = Frontier()
    let text = try SampleSheets.text("\(target)/events.ndjson")
    for (number, line) in text.split(separator: "\n").enumerated() {
      let row = try JSONValue(parsing: String(line))
      #expect(row["index"] == .integer(Int64(number)))
      _ = frontier.push(TreeHash.leaf(try Base64.decode(try #require(row["bytes"]?.string))))
    }
    let root = try SampleSheets.text("\(target)/checkpoint").split(separator: "\n")[2]
    #expect(frontier.root.base64 == root)
    for file in ["000034HT", "000043HT"] { #expect(!text.contains(file)) }
    let again = ledger.cadre("export \(target)")
    #expect(again.status == .cannotCreate)
    ledger.expectClean()
  }

  @Test func `tiles hold the tree, and bundles the events`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let target = "\(ledger.folder.path)/tiles"
    #expect(ledger.cadre("export \(target) --tiles --entries").status == .done)
    let read = { (path: String) in try Files.read("\(target)/\(path)", limit: 1 << 24) }
    let first = try read("tile/0/000")
    #expect(first.count == 8_192)
    #expect(try read("tile/0/005.p/204").count == 204 * 32)
    #expect(try read("tile/1/000.p/5").count == 5 * 32)
    let bundle = try read("tile/entries/000")
    var (place, number) = (0, 0)
    while place < bundle.count {
      let count = Int(bundle[place]) << 8 | Int(bundle[place + 1])
      let event = Array(bundle[place + 2..<place + 2 + count])
      #expect(TreeHash.leaf(event).bytes == Array(first[32 * number..<32 * number + 32]))
      place += 2 + count
      number += 1
    }
    #expect(number == 256)
    #expect(ledger.cadre("export \(target)x --entries").status == .usage)
    #expect(ledger.cadre("export \(target)x --tiles --identify").status == .usage)
    #expect(!Files.exists("\(target)x"))
  }

  @Test func `an event is shown with its path to the root`() throws {
    let ledger = try TestLedger()
    let shown = try JSONValue(parsing: ledger.cadre("show 3 -O json").output)
    let proof = try JSONValue(parsing: ledger.cadre("prove inclusion 3 -O json").output)
    #expect(shown["treeSize"] == .integer(9))
    #expect(shown["root"] == proof["root"])
    #expect(shown["path"] == proof["path"])
  }
}
