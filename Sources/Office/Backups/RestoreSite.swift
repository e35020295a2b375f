internal import Platform

/// The folder beside its place in which a ledger is restored; it takes its name only once it is
/// whole, and is removed by the next one to restore there should its own process die.
struct RestoreSite: ~Copyable {
  /// Where the ledger is being made.
  let folder: String
  private let target: String
  private let lock: FileLock

  /// Begins beside the target, and removes what others left there who died.
  init(_ target: String) throws(OfficeError) {
    let parent = Files.parent(of: target)
    do throws(PlatformError) { try Files.makeFolder(parent, synced: true) } catch {
      throw error.isDenied || error.isFull
        ? OfficeError(error) : OfficeError(.cannotCreate(error.reason), parent)
    }
    let path: String
    do throws(PlatformError) {
      try RestoreSite.removeAbandoned(beside: target, in: parent)
      let suffix = try Randomness.suffix()
      path = "\(target)\(RestoreSite.mark)\(suffix).part"
      try Files.makeFolder(path)
    } catch {
      throw OfficeError(error)
    }
    do throws(PlatformError) { lock = try FileLock(folder: path, waiting: 0) } catch {
      throw OfficeError(error)
    }
    folder = path
    self.target = target
  }

  /// Stands behind the target's name, so that nothing else is taken for a restoration.
  private static let mark = ".restoring-"

  /// Removes folders like this one that nobody holds any more.
  private static func removeAbandoned(
    beside target: String, in parent: String
  ) throws(PlatformError) {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    for other in try Files.list(parent) {
      guard other.hasPrefix(name + mark), other.hasSuffix(".part"),
        Files.isFolder("\(parent)/\(other)")
      else { continue }
      do throws(PlatformError) {
        let lock = try FileLock(folder: "\(parent)/\(other)", waiting: 0)
        try Files.removeTree("\(parent)/\(other)")
        lock.release()
      } catch {
        // Somebody restores there, or it is somebody else's: neither is in the way.
        if case .busy = error { continue }
        guard error.isDenied else { throw error }
      }
    }
  }

  /// Gives the ledger its name, durably, in place of nothing or of an empty folder.
  func finish() throws(OfficeError) {
    do throws(PlatformError) {
      try Files.syncFolder(folder)
      try Files.rename(folder, to: target)
      try Files.syncFolder(Files.parent(of: target))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Removes what was made; the failure that led here is the one to be told.
  func abandon() {
    do throws(PlatformError) { try Files.removeTree(folder) } catch {
      // What remains ends with `.part`, and is the next one's to remove.
      return
    }
  }
}
