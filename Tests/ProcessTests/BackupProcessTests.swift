import JSON
import Platform
import TestSupport
import Testing

/// Backups and restored ledgers of processes killed at any moment, and backups with bytes turned.
@Suite(.serialized) struct BackupProcessTests {
  let folder: TemporaryFolder
  let ledger: String
  let shelf: String
  let answers: String

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder.path + "/ledger"
    shelf = folder.path + "/backups"
    for words in [["init"], ["import", SampleSheets.folder("small")]] {
      #expect(try Program.run(words + ["--ledger", ledger]).status == 0, "\(words)")
    }
    answers = try Self.ready(ledger)
  }

  private static func ready(_ ledger: String) throws -> String {
    try Program.run(["ready", "--on", "2024-02-15", "--ledger", ledger, "-O", "ndjson"]).output
  }

  private func backup(killedAfter limit: Int32? = nil) throws -> Program.Outcome {
    try Program.run(
      ["backup", shelf, "--ledger", ledger, "--keep", "3", "-O", "json"], killedAfter: limit)
  }

  private func restore(to target: String, killedAfter limit: Int32? = nil) throws -> Int32? {
    try Program.run(["restore", shelf, "--ledger", target], killedAfter: limit).status
  }

  /// How long something takes that has to succeed.
  private func milliseconds(_ body: () throws -> Int32?) throws -> Int32 {
    let start = SystemClock.monotonicNanoseconds()
    #expect(try body() == 0)
    return Int32((SystemClock.monotonicNanoseconds() - start) / 1_000_000)
  }

  @Test(arguments: [81] as [UInt64])
  func `a backup killed at any moment leaves whole ones, and the next needs no hand`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let time = try milliseconds { try backup().status }
    var cut = 0
    for round in 0..<40 {
      let limit = Int32.random(in: 1...max(2, time * 5 / 4), using: &random)
      if try backup(killedAfter: limit).status == nil { cut += 1 }
      let context = "seed \(seed), round \(round), \(limit) of \(time) ms"
      for name in try Files.list(shelf) where !name.hasSuffix(".part") && name.hasPrefix("20") {
        let verified = try Program.run(["verify", "--ledger", "\(shelf)/\(name)"])
        #expect(verified.status == 0, "\(context), \(name)")
      }
      let target = "\(folder.path)/\(round)"
      #expect(try restore(to: target) == 0, "\(context)")
      if round % 8 == 0 { #expect(try Self.ready(target) == answers, "\(context)") }
      try Files.removeTree(target)
    }
    #expect(try backup().status == 0)
    let names = try Files.list(shelf)
    #expect(names.count <= 4 && !names.contains { $0.hasSuffix(".part") || $0.hasSuffix(".tmp") })
    print("seed \(seed): killed \(cut) of 40; undisturbed \(time) ms")
    #expect(cut > 0)
    #expect(try Program.run(["verify", "--ledger", ledger]).status == 0)
  }

  @Test(arguments: [82] as [UInt64])
  func `a restore killed at any moment leaves nothing or all`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    #expect(try backup().status == 0)
    let target = folder.path + "/restored"
    let time = try milliseconds { try restore(to: target) }
    try Files.removeTree(target)
    var (cut, whole) = (0, 0)
    for round in 0..<40 {
      let limit = Int32.random(in: 1...max(2, time * 5 / 4), using: &random)
      if try restore(to: target, killedAfter: limit) == nil { cut += 1 }
      let context = "seed \(seed), round \(round), \(limit) of \(time) ms"
      if Files.exists(target) {
        whole += 1
        #expect(try Program.run(["verify", "--ledger", target]).status == 0, "\(context)")
        #expect(try Self.ready(target) == answers, "\(context)")
        #expect(try restore(to: target) == 73, "\(context)")
        try Files.removeTree(target)
      }
    }
    #expect(try restore(to: target) == 0)
    #expect(try Files.list(folder.path) == ["backups", "ledger", "restored"])
    print("seed \(seed): killed \(cut) of 40, \(whole) were whole; undisturbed \(time) ms")
    #expect(cut > 0 && whole < 40)
  }

  @Test(arguments: [83] as [UInt64])
  func `a backup with any byte turned, or cut anywhere, is refused`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let made = try backup()
    let name = try #require(JSONValue(parsing: Array(made.output.utf8))["folder"]?.string)
    let target = folder.path + "/restored"
    for file in ["log/data.mdb", "vault/1/data.mdb", "current", "checkpoint.txt", "SHA256SUMS"] {
      let bytes = try Files.read("\(name)/\(file)", limit: 1 << 30)
      for round in 0..<12 {
        var altered = bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if round % 4 == 3 {
          altered.removeLast(bytes.count - place)
        } else {
          altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        try Files.write(altered, to: "\(name)/\(file)")
        let status = try restore(to: target)
        #expect(status == 4, "seed \(seed), \(file), byte \(place) of \(bytes.count)")
        #expect(!Files.exists(target))
      }
      try Files.write(bytes, to: "\(name)/\(file)")
    }
    #expect(try restore(to: target) == 0)
    #expect(try Files.list(folder.path) == ["backups", "ledger", "restored"])
  }
}
