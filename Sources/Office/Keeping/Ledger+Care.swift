internal import EventLog
internal import LMDB
internal import Platform
internal import Projections
internal import Vault

/// The bytes that each part of a ledger takes on the disk.
package struct StoreSizes: Hashable, Sendable {
  package var log: Int
  package var vault: Int
  package var views: Int
}

extension Ledger {
  /// Frees the places of readers that died in the middle of a question, and says how many there
  /// were: pages that they read are free to be used again from then on. O(readers).
  package func clearDeadReaders() throws(OfficeError) -> Int {
    let (vault, views) = try opened()
    var dead = 0
    for environment in [log.environment, vault.environment, views.environment] {
      do throws(LMDBError) { dead += try environment.clearDeadReaders() } catch {
        throw OfficeError(error)
      }
    }
    return dead
  }

  /// How large the files of the generations in use are; O(1).
  package func storeSizes() throws(OfficeError) -> StoreSizes {
    let current = try currentGenerations()
    do throws(PlatformError) {
      return StoreSizes(
        log: try Files.size("\(folder)/log/data.mdb"),
        vault: try Files.size("\(current.vaultFolder(of: folder))/data.mdb"),
        views: try Files.size("\(current.viewsFolder(of: folder))/data.mdb"))
    } catch {
      throw OfficeError(error)
    }
  }
}
