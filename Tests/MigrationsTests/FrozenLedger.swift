import EventLog
import LMDB
import Merkle
import Platform
import TestSupport
import Vault

/// What a ledger holds, as far as every later version must find it again.
struct FrozenLedger: Hashable {
  /// The number of events.
  var size: UInt64
  /// The root of the tree over them, in base64.
  var root: String
  /// The number of streams, by kind.
  var streams: [Int]
  /// The number of events with a private record, of erased people too.
  var commitments: Int
  /// The number of the vault's generation.
  var generation: UInt64
  /// The index of the erasure that the generation was made for.
  var erasure: UInt64?
  /// The number of records, of numbers and of names in the vault.
  var rows: [Int]
  /// The last private record of all.
  var record: Record?
  /// The first number of the lowest kind.
  var number: Number?

  /// A private record: the event's index, and salt and data in hexadecimal.
  struct Record: Hashable {
    var index: UInt64
    var salt: String
    var data: String
  }

  /// A number, and whom it leads to by which event.
  struct Number: Hashable {
    var kind: UInt8
    var text: String
    var person: UInt32
    var index: UInt64
  }
}

extension FrozenLedger {
  /// Opens and verifies the ledger of a folder, which has today's layout, and says what it holds.
  init(reading folder: String) throws {
    let found = try verified(folder)
    guard found.fault == nil else { throw EventLogError.noEvent(index: found.size) }
    size = found.size
    root = found.root.base64
    streams = found.streams
    commitments = found.commitments
    let vault = try openVault(of: folder)
    (generation, erasure) = try vault.read(below: size) { (vault) throws(VaultError) in
      (try vault.generation, try vault.erasure)
    }
    var rows = [0, 0, 0]
    var (last, first): (Record?, Number?)
    try vault.read(below: size) { (vault) throws(VaultError) in
      try vault.forEachRecord { (index, record) throws(VaultError) in
        rows[0] += 1
        last = Record(
          index: index, salt: record.salt.copied.hexadecimal,
          data: record.data.copied.hexadecimal)
      }
      for kind in UInt8.min...UInt8.max {
        try vault.forEachNumber(kind: kind) { (text, row) throws(VaultError) in
          rows[1] += 1
          guard first == nil else { return }
          first = Number(
            kind: kind, text: String(decoding: text.copied, as: UTF8.self), person: row.person,
            index: row.index)
        }
      }
      try vault.forEachName { (_, _) throws(VaultError) in rows[2] += 1 }
    }
    self.rows = rows
    (record, number) = (last, first)
  }

  /// The Swift that makes this value, as a member of the type.
  func source(named name: String) -> String {
    let record = record.map {
      """
      Record(
            index: \($0.index), salt: "\($0.salt)",
            data:
              "\($0.data)")
      """
    }
    let number = number.map {
      "Number(kind: \($0.kind), text: \"\($0.text)\", person: \($0.person), index: \($0.index))"
    }
    return """
      extension FrozenLedger {
        /// What Frozen/\(name) holds; written with it by `FreezingTests`.
        static let \(name.replacing("-", with: "")) = FrozenLedger(
          size: \(size), root: "\(root)",
          streams: \(streams), commitments: \(commitments), generation: \(generation),
          erasure: \(erasure.map { "\($0)" } ?? "nil"), rows: \(rows),
          record: \(record ?? "nil"),
          number: \(number ?? "nil"))
      }

      """
  }
}

/// The folder of this file.
let testsFolder = Files.parent(of: #filePath)
