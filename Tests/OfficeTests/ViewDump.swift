import Cadre
import EventLog
import LMDB
import Projections
import TestSupport
import Vault

/// Every row of every table of some views.
enum ViewDump {
  /// A row of a table, as bytes.
  struct Row: Hashable {
    let key: [UInt8]
    let value: [UInt8]
  }

  /// All rows of a ledger's views, and of views made from its log in a new folder.
  static func both(
    of ledger: String, beside folder: String
  ) throws -> (live: [ViewTable: [Row]], rebuilt: [ViewTable: [Row]]) {
    let log = try EventStore(folder: "\(ledger)/log", options: .init(access: .read))
    try log.read { (log) throws(ProjectionError) in
      let erasure: LogIndex?
      do throws(EventLogError) {
        erasure = try log.note(LogNotes.erasure).map { LogIndex($0) }
      } catch {
        throw .log(error)
      }
      try Views.rebuild(in: folder, from: log, erasure: erasure)
    }
    let views = try Generations.read(ledger).viewsFolder(of: ledger)
    return (
      try Views(folder: views, options: .init(access: .read)).dump(),
      try Views(folder: folder).dump()
    )
  }
}

extension Views {
  fileprivate func dump() throws -> [ViewTable: [ViewDump.Row]] {
    try read { (views) throws(ProjectionError) in
      var dump: [ViewTable: [ViewDump.Row]] = [:]
      for table in ViewTable.allCases {
        var found: [ViewDump.Row] = []
        var rows = try views.rows(of: table)
        while try rows.next() {
          found.append(ViewDump.Row(key: rows.key.copied, value: rows.value.copied))
        }
        dump[table] = found
      }
      return dump
    }
  }
}
