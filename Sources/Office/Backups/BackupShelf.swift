internal import Cadre
internal import Merkle
internal import Platform

/// The folder in which the backups of a ledger stand side by side, each named by its moment, such
/// as `2026-11-24T201500Z`; the file `latest` names the last one that was verified.
///
/// A backup under construction has `.part` behind its name. Whoever holds the shelf is the only one
/// to write to it, so that what has such a name is left by somebody who died.
struct BackupShelf: ~Copyable {
  let folder: String
  private let lock: FileLock

  /// Takes the shelf, making the folder where it is missing, and removes what was left unfinished.
  /// - Throws: `cannotCreate`; `busy` where another backup goes on; `notPermitted`.
  init(_ folder: String) throws(OfficeError) {
    let lock = try BackupShelf.locked(folder)
    try BackupShelf.removeUnfinished(in: folder)
    self.folder = folder
    self.lock = lock
  }

  private static func locked(_ folder: String) throws(OfficeError) -> FileLock {
    var above = folder
    while true {
      if Files.exists("\(above)/log/data.mdb") {
        throw OfficeError(.cannotCreate("ledger"), folder)
      }
      let next = Files.parent(of: above)
      if next == above || next == "." { break }
      above = next
    }
    do throws(PlatformError) { try Files.makeFolder(folder, synced: true) } catch {
      throw error.isDenied || error.isFull
        ? OfficeError(error) : OfficeError(.cannotCreate(error.reason), folder)
    }
    do throws(PlatformError) {
      return try FileLock(folder: folder, waiting: Ledger.patience)
    } catch {
      throw OfficeError(error)
    }
  }

  private static func removeUnfinished(in folder: String) throws(OfficeError) {
    do throws(PlatformError) {
      for name in try Files.list(folder) {
        let isBackup = name.hasSuffix(".part") && BackupName(name.dropLast(5)) != nil
        let isName = name.hasSuffix(".tmp") && name.hasPrefix("\(latest).")
        if isBackup || isName { try Files.removeTree("\(folder)/\(name)") }
      }
    } catch {
      throw OfficeError(error)
    }
  }
}

/// The name of a backup: its moment in UTC, and a number where that was taken.
struct BackupName: Hashable, Comparable {
  let moment: String
  let number: Int

  private init(moment: String, number: Int) {
    self.moment = moment
    self.number = number
  }

  /// The name for a moment.
  init(_ instant: Instant) {
    let seconds = (instant.milliseconds >= 0 ? instant.milliseconds : 0) / 1000
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds % 86_400 / 3600, seconds % 3600 / 60)
    let day = Day(number: Int32(seconds / 86_400))
    self.init(moment: "\(day)T\(two(hours))\(two(minutes))\(two(seconds % 60))Z", number: 1)
  }

  /// Reads a folder's name; nil for one that is no backup's.
  init?(_ text: some StringProtocol) {
    let pattern: StaticString = "0000-00-00T000000Z"
    let units = Array(text.utf8)
    guard units.count >= pattern.utf8CodeUnitCount else { return nil }
    for place in 0..<pattern.utf8CodeUnitCount {
      let expected = unsafe pattern.utf8Start[place]
      guard expected == 0x30 ? (0x30...0x39).contains(units[place]) : units[place] == expected
      else { return nil }
    }
    moment = String(text.prefix(pattern.utf8CodeUnitCount))
    let rest = text.dropFirst(pattern.utf8CodeUnitCount)
    if rest.isEmpty {
      number = 1
    } else {
      guard rest.first == "-", let number = Int(rest.dropFirst()), number > 1,
        rest.dropFirst() == "\(number)"
      else { return nil }
      self.number = number
    }
  }

  /// The same moment, once more.
  var next: BackupName { BackupName(moment: moment, number: number + 1) }

  var text: String { number == 1 ? moment : "\(moment)-\(number)" }

  static func < (left: BackupName, right: BackupName) -> Bool {
    (left.moment, left.number) < (right.moment, right.number)
  }
}

extension BackupShelf {
  /// The folder of a backup.
  func path(of name: BackupName) -> String { "\(folder)/\(name.text)" }

  /// A name for a moment, behind all that were given to it.
  func freeName(at now: Instant) throws(OfficeError) -> BackupName {
    let name = BackupName(now)
    return try names().last { $0.moment == name.moment }?.next ?? name
  }

  /// The backups that are whole, oldest first.
  func names() throws(OfficeError) -> [BackupName] {
    do throws(PlatformError) {
      // A folder without a checkpoint is somebody else's, whatever it is called.
      return try Files.list(folder).compactMap { BackupName($0) }.filter {
        Files.exists("\(path(of: $0))/\(BackupShelf.checkpoint)")
      }.sorted()
    } catch {
      throw OfficeError(error)
    }
  }

  /// Gives a finished backup its name, durably, and has `latest` name it.
  func publish(_ part: String, as name: BackupName) throws(OfficeError) {
    do throws(PlatformError) {
      try Files.rename(part, to: path(of: name))
      try Files.syncFolder(folder)
      try Files.write(Array("\(name.text)\n".utf8), to: "\(folder)/\(BackupShelf.latest)")
    } catch {
      throw OfficeError(error)
    }
  }

  /// Removes a backup; it loses its name first, so that no half of it is taken for a whole.
  func remove(_ name: BackupName) throws(OfficeError) {
    let path = path(of: name)
    do throws(PlatformError) {
      try Files.rename(path, to: "\(path).part")
      try Files.removeTree("\(path).part")
      try Files.syncFolder(folder)
    } catch {
      throw OfficeError(error)
    }
  }
}

extension BackupShelf {
  /// The file that names the last backup.
  static let latest = "latest"
  /// The checkpoint of a backup's log, unsigned.
  static let checkpoint = "checkpoint.txt"

  /// The folder of the backup that a path means: its own, or that of the last one on a shelf.
  /// - Throws: `noBackup`.
  static func backup(at path: String) throws(OfficeError) -> String {
    if Files.exists("\(path)/\(checkpoint)") || Files.exists("\(path)/log") { return path }
    let text: [UInt8]
    do throws(PlatformError) { text = try Files.read("\(path)/\(latest)", limit: 100) } catch {
      throw error.isMissing ? OfficeError(.noBackup, path) : OfficeError(error)
    }
    let line = String(decoding: text, as: UTF8.self)
    guard line.hasSuffix("\n"), let name = BackupName(line.dropLast()) else {
      throw OfficeError(.corrupted(nil, "name"), "\(path)/\(latest)")
    }
    let folder = "\(path)/\(name.text)"
    guard Files.isFolder(folder) else { throw OfficeError(.noBackup, folder) }
    return folder
  }

  /// The checkpoint that a backup keeps of its log, which can be read as one.
  /// - Throws: `corrupted` where there is none.
  static func checkpoint(of backup: String) throws(OfficeError) -> [UInt8] {
    let path = "\(backup)/\(checkpoint)"
    let bytes: [UInt8]
    do throws(PlatformError) { bytes = try Files.read(path, limit: 1 << 16) } catch {
      throw error.isMissing ? OfficeError(.corrupted(nil, "missing"), path) : OfficeError(error)
    }
    do throws(MerkleError) { _ = try Checkpoint(parsing: bytes) } catch {
      throw OfficeError(.corrupted(nil, "\(error)"), path)
    }
    return bytes
  }
}
