import Cadre
import EventLog
import LMDB
import Merkle
import Platform
import Vault

@testable import Office

extension Ledger {
  /// Makes, in a new folder, the ledger that holds only the first `size` events of this one: its
  /// log with events, heads and nodes as they were, its private records below, and no views.
  func cut(to size: UInt64, in target: String) throws -> Ledger {
    try Files.makeFolder(target)
    try Files.makeFolder("\(target)/vault")
    try log.environment.copy(to: "\(target)/log")
    let generations = Generations(vault: 1, views: 1)
    try opened().vault.environment.copy(to: generations.vaultFolder(of: target))
    try Ledger.cutLog(in: "\(target)/log", to: size)
    try Ledger.cutVault(in: generations.vaultFolder(of: target), to: size)
    try generations.write(target)
    return try Ledger(opening: target, access: .write)
  }

  private static func cutVault(in folder: String, to size: UInt64) throws {
    let vault = try RecordVault(folder: folder, options: .init(access: .write))
    try vault.write { (writer) throws(VaultError) in _ = try writer.truncate(to: size) }
  }

  private static func cutLog(in folder: String, to size: UInt64) throws {
    let log = try EventStore(folder: folder, options: .init(access: .write))
    var heads: [(StreamKey, StreamHead)] = []
    try log.read { (snapshot) throws(EventLogError) in
      try snapshot.forEachHead(asOf: size) { (stream, head) throws(EventLogError) in
        heads.append((stream, head))
      }
    }
    let environment = log.environment
    var transaction = try WriteTransaction(on: environment)
    try transaction.deleteAll(from: size, in: environment.table("events"))
    try transaction.deleteAll(from: size, in: environment.table("nodes"))
    try transaction.deleteAll(in: environment.table("heads"))
    for (stream, head) in heads {
      let key = [stream.kind.rawValue] + bigEndian(stream.number)
      let row = bigEndian(head.revision) + bigEndian(head.index) + head.leaf.bytes
      try unsafe transaction.put(
        row.span.bytes, at: key.span.bytes, in: environment.table("heads"))
    }
    try transaction.commit()
  }

  private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    stride(from: Number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> Number($0))
    }
  }
}
