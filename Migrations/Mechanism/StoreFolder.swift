package import LMDB

/// The folder of a ledger, whatever layout its store has.
package struct StoreFolder: Hashable, Sendable {
  /// The ledger's folder.
  package let path: String

  /// The folder at `path`; it need not be there.
  package init(_ path: String) { self.path = path }

  /// The folder of the log's environment.
  package var log: String { "\(path)/log" }
}

extension StoreFolder {
  /// The table of the log's events by index, in every layout.
  package static let events = "events"
  /// The table of the log's notes, in every layout.
  package static let notes = "notes"
  /// The note that has the number of the layout.
  package static let layoutNote = "layout"
}

extension StoreFolder {
  /// Opens an environment of the ledger, such as `log` or `vault/1`, to read these tables; nil
  /// where it is missing, its making was cut short, or it has not all of them.
  /// - Throws: `store`.
  package func open(
    _ environment: String, tables: [String]
  ) throws(MigrationError) -> Environment? {
    let folder = "\(path)/\(environment)"
    do throws(LMDBError) {
      if try Environment.isBare(in: folder) { return nil }
      return try open(folder, tables, .read)
    } catch {
      switch error.code {
      case .tableMissing: return nil
      case .permission, .readOnly: break
      default: throw .store(error)
      }
    }
    do throws(LMDBError) {
      return try open(folder, tables, .readUnlocked)
    } catch {
      throw .store(error)
    }
  }

  private func open(
    _ folder: String, _ tables: [String], _ access: Environment.Options.Access
  ) throws(LMDBError) -> Environment {
    try Environment(
      folder: folder, tables: tables, options: Environment.Options(access: access))
  }

  /// How many rows a table of an environment has; 0 where either is missing.
  /// - Throws: `store`.
  package func rows(of table: String, in environment: String) throws(MigrationError) -> Int {
    guard let opened = try open(environment, tables: [table]) else { return 0 }
    do throws(LMDBError) {
      let table = try opened.table(table)
      return try opened.read { (reading) throws(LMDBError) in try reading.count(of: table) }
    } catch {
      throw .store(error)
    }
  }

  /// The layout of the ledger's store; `none` where there is no ledger yet; O(1).
  /// - Throws: `noLayout` where the log has events; `store`.
  package func layout() throws(MigrationError) -> StoreLayout {
    if let number = try number(of: StoreFolder.layoutNote) {
      return StoreLayout(UInt32(clamping: number))
    }
    guard try rows(of: StoreFolder.events, in: "log") == 0 else { throw .noLayout(folder: path) }
    return .none
  }

  private func number(of note: String) throws(MigrationError) -> UInt64? {
    guard let log = try open("log", tables: [StoreFolder.notes]) else { return nil }
    do throws(LMDBError) {
      let notes = try log.table(StoreFolder.notes)
      return try log.read { (reading) throws(LMDBError) in try reading.number(note, in: notes) }
    } catch {
      throw .store(error)
    }
  }
}
