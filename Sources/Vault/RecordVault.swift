package import LMDB
package import Merkle
internal import Platform

/// One generation of the vault: what the ledger knows of people that must be erasable.
///
/// Records are kept by the index of their event, with the salt that ties them to it; numbers and
/// names lead to people. It is a part of the log in that it commits inside the log's write
/// transaction, before the log does (spec/log.md, "Order of commits").
package final class RecordVault: Sendable {
  /// The folder of the generation's environment.
  package let folder: String
  /// The environment beneath, for copies and statistics.
  package let environment: Environment
  let tables: VaultTables

  /// Opens the vault in `folder`; where the options allow and there is none, makes it the first
  /// generation of a new ledger, with a new secret.
  /// - Throws: `store`, `platform`; `layout` where another layout is found.
  package convenience init(
    folder: String, options: Environment.Options = Environment.Options()
  ) throws(VaultError) {
    try self.init(opening: folder, options: options)
    let found = try read(below: .max) { (vault) throws(VaultError) in
      try vault.number(VaultNotes.layout)
    }
    if found == nil, options.access == .create {
      let secret: [UInt8]
      do throws(PlatformError) {
        secret = try Randomness.bytes(RecordVault.secretLength)
      } catch {
        throw .platform(error)
      }
      try write { (writer) throws(VaultError) in
        try writer.describe(generation: 1, erasure: nil, secret: secret)
      }
    } else if found != RecordVault.layout {
      throw .layout(found: found)
    }
  }

  /// Opens an environment without looking at what it holds.
  init(opening folder: String, options: Environment.Options) throws(VaultError) {
    do throws(LMDBError) {
      environment = try Environment(folder: folder, tables: VaultTables.names, options: options)
      tables = try VaultTables(environment)
    } catch {
      throw .store(error)
    }
    self.folder = folder
  }
}

extension RecordVault {
  /// Bytes of a salt.
  package static let saltLength = 16
  /// Bytes of the secret of the keyed hash.
  static let secretLength = 32
  /// The longest number or folded name in bytes: what is left of a key.
  package static let longestText = 480
  /// The layout of the tables written here.
  static let layout: UInt64 = 1

  /// What an event says of its private record: SHA-256(02 ‖ salt ‖ data).
  package static func commitment(salt: RawSpan, data: RawSpan) -> Hash {
    TreeHash.commitment(salt: salt, data: data)
  }
}

extension RecordVault {
  /// Runs `body` on what the vault holds of events below `limit`, the size of the log's snapshot,
  /// which is to be taken first.
  /// - Throws: what `body` throws, and `store`.
  @discardableResult
  package func read<Result: ~Copyable, Failure: VaultFailure>(
    below limit: UInt64, _ body: (VaultSnapshot) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let snapshot: Snapshot
    do throws(LMDBError) {
      snapshot = try Snapshot(of: environment)
    } catch {
      throw Failure(.store(error))
    }
    return try body(VaultSnapshot(snapshot.reading, tables, limit: limit))
  }

  /// Runs `body` as the one writer, then commits to disk; nothing changes where it throws.
  ///
  /// To be called inside the log's write transaction alone, whose lock is the ledger's one lock.
  /// - Throws: what `body` throws, and `store`.
  @discardableResult
  package func write<Result: ~Copyable, Failure: VaultFailure>(
    _ body: (inout VaultWriter) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var writer: VaultWriter
    do throws(LMDBError) {
      writer = VaultWriter(try WriteTransaction(on: environment), tables)
    } catch {
      throw Failure(.store(error))
    }
    let result = try body(&writer)
    do throws(LMDBError) {
      try writer.commit()
    } catch {
      throw Failure(.store(error))
    }
    return result
  }
}

/// The tables of a vault's environment.
struct VaultTables: Sendable {
  /// Index of the event → salt and data.
  let records: Table
  /// Kind, number, 0, person, index of the event → nothing.
  let numbers: Table
  /// Folded name, 0, person, index of the event → nothing.
  let names: Table
  /// Keyed hash of a number of an erased person → nothing.
  let erased: Table
  /// Name → number or secret.
  let notes: Table

  static let names = ["records", "numbers", "names", "erased", "notes"]

  init(_ environment: Environment) throws(LMDBError) {
    records = try environment.table("records")
    numbers = try environment.table("numbers")
    names = try environment.table("names")
    erased = try environment.table("erased")
    notes = try environment.table("notes")
  }
}

/// The names of a vault's notes.
enum VaultNotes {
  static let layout = "layout"
  static let generation = "generation"
  /// The index of the last erasure that the generation was made for.
  static let erasure = "erasure"
  static let secret = "secret"
  /// One more than the greatest index of an event that any row carries.
  static let end = "end"
}
