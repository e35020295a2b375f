internal import Cadre
internal import EventLog
internal import LMDB
internal import Migrations
internal import Platform
internal import Projections
internal import Vault

// A ledger whose making was cut short is none yet: nothing can be asked of it or recorded in it,
// and it is finished by making it again.

extension Ledger {
  /// Refuses a folder without a ledger, or in which the making of one was cut short: until the
  /// log has a layout there is none, and until the log's tables are made there is no vault.
  static func checkLayout(of folder: String) throws(OfficeError) {
    let size: Int
    do throws(PlatformError) { size = try Files.size("\(folder)/log/data.mdb") } catch {
      throw error.isMissing ? OfficeError(.noLedger, folder) : OfficeError(error)
    }
    let isBare: Bool
    do throws(LMDBError) { isBare = try Environment.isBare(in: "\(folder)/log") } catch {
      throw OfficeError(error)
    }
    if isBare, !Files.exists("\(folder)/vault") { throw OfficeError(.noLedger, folder) }
    if size == 0 { throw OfficeError(.corrupted(nil, "empty"), "\(folder)/log") }
  }

  /// What a log that does not open means: one without events and layout is of no ledger yet.
  static func failure(of folder: String, _ error: EventLogError) -> OfficeError {
    guard case .layout(found: nil) = error else { return OfficeError(error) }
    do throws(MigrationError) {
      let isMissing = try Migrator(folder: folder).layout() == .none
      return isMissing ? OfficeError(.noLedger, folder) : OfficeError(error)
    } catch {
      return OfficeError(error)
    }
  }

  /// Whether neither log nor views nor vault hold anything: the ledger's making was cut short.
  func isWithoutEvents() throws(OfficeError) -> Bool {
    guard try log.read({ (log) throws(OfficeError) in log.size }) == 0 else { return false }
    let (vault, views) = try opened()
    guard try views.read({ (views) throws(OfficeError) in views.size.count }) == 0 else {
      return false
    }
    var records = 0
    try vault.read(below: .max) { (vault) throws(OfficeError) in
      try vault.forEachRecord { (_, _) throws(OfficeError) in records += 1 }
    }
    return records == 0
  }

  /// Whether a file or folder of that name may stand where a ledger is made: an interrupted making
  /// leaves it.
  package static func isOwn(_ name: String) -> Bool {
    ["writer", "log", "vault", "views", "current"].contains(name)
      || (name.hasPrefix("current.") && name.hasSuffix(".tmp"))
  }
}
