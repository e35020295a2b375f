import LMDB
import Merkle
import Migrations
import TestSupport
import Vault

/// An invented step that changes what a later layout may: a table of the log is rewritten, one is
/// added, and the vault gets a table of its own.
struct Layout2: Migration {
  let layout = StoreLayout(2)
  let summary = "Counts streams by kind, marks every head, and keeps the length of every record."
  let logTables = ["heads", "kinds"]
  /// Called when the vault is done and the log is not.
  var halfway: @Sendable () throws(MigrationError) -> Void = {}

  private func vault(of store: StoreFolder) throws(MigrationError) -> String {
    do throws(VaultError) {
      return "vault/\(try Generations.read(store.path).vault)"
    } catch {
      throw .noLayout(folder: store.path)
    }
  }

  func plan(_ store: StoreFolder) throws(MigrationError) -> [StoreChange] {
    let vault = try vault(of: store)
    return [
      StoreChange(.changes, "log/heads", rows: try store.rows(of: "heads", in: "log")),
      StoreChange(.creates, "log/kinds", rows: 4),
      StoreChange(.creates, "\(vault)/lengths", rows: try store.rows(of: "records", in: vault)),
    ]
  }

  func run(_ store: inout StoreWriter) throws(MigrationError) {
    try keepLengths("\(store.store.path)/\(try vault(of: store.store))")
    try halfway()
    let (heads, kinds) = (try store.table("heads"), try store.table("kinds"))
    do throws(LMDBError) {
      var rows: [(key: [UInt8], value: [UInt8])] = []
      try collect(store.log.reading, heads, into: &rows)
      for kind in UInt8(0)..<4 {
        let count = rows.count { $0.key.first == kind }
        try store.log.put(UInt64(count), named: "\(kind)", in: kinds)
      }
      for row in rows {
        try unsafe store.log.put((row.value + [1]).span.bytes, at: row.key.span.bytes, in: heads)
      }
    } catch {
      throw .store(error)
    }
  }

  private func collect(
    _ reading: ReadTransaction, _ table: Table, into rows: inout [(key: [UInt8], value: [UInt8])]
  ) throws(LMDBError) {
    var cursor = try reading.cursor(over: table)
    while try cursor.next() { rows.append((cursor.key.copied, cursor.value.copied)) }
  }

  /// Run again, it writes the same once more.
  private func keepLengths(_ folder: String) throws(MigrationError) {
    do throws(LMDBError) {
      let vault = try Environment(folder: folder, tables: ["records", "lengths", "notes"])
      let (records, lengths) = (try vault.table("records"), try vault.table("lengths"))
      let notes = try vault.table("notes")
      var rows: [(key: [UInt8], value: [UInt8])] = []
      try vault.read { (reading) throws(LMDBError) in
        try collect(reading, records, into: &rows)
      }
      try vault.write { (writing) throws(LMDBError) in
        for row in rows {
          let length = IndexKey(UInt64(row.value.count))
          try unsafe writing.put(length.bytes, at: row.key.span.bytes, in: lengths)
        }
        try writing.put(2, named: "layout", in: notes)
      }
    } catch {
      throw .store(error)
    }
  }
}

/// A second invented step, which does little.
struct Layout3: Migration {
  let layout = StoreLayout(3)
  let summary = "Makes a table of marks."
  let logTables = ["marks"]

  func plan(_ store: StoreFolder) throws(MigrationError) -> [StoreChange] {
    [StoreChange(.creates, "log/marks", rows: 0)]
  }

  func run(_ store: inout StoreWriter) throws(MigrationError) {}
}

/// A step that does what none may: it touches events.
struct Tampering: Migration {
  enum Deed: CaseIterable { case change, add, remove, insertGap }

  let deed: Deed
  let layout = StoreLayout(2)
  let summary = "Touches events."
  let logTables: [String] = []

  func plan(_ store: StoreFolder) throws(MigrationError) -> [StoreChange] { [] }

  func run(_ store: inout StoreWriter) throws(MigrationError) {
    let events = try store.table("events")
    do throws(LMDBError) {
      let size = UInt64(try store.log.reading.count(of: events))
      switch deed {
      case .change: try unsafe store.log.put([1, 2, 3].span.bytes, at: 3, in: events)
      case .add: try unsafe store.log.put([1, 2, 3].span.bytes, at: size, in: events)
      case .remove: try store.log.deleteAll(from: size - 1, in: events)
      case .insertGap: try unsafe store.log.put([1, 2, 3].span.bytes, at: size + 1, in: events)
      }
    } catch {
      throw .store(error)
    }
  }
}
