import Glibc
import Platform
import TestSupport
import Testing

@testable import Terminal

/// What the machine refuses: rights, space, the lock.
@Suite struct MachineTests {
  @Test func `a store that another process writes to is busy, and asking still works`() throws {
    let ledger = try TestLedger()
    let lock = try FileLock("\(ledger.path)/writer", waiting: 0)
    let outcome = ledger.importing(SampleSheets.folder("small"))
    #expect(outcome.status == .busy)
    #expect(outcome.errors.contains("is being written to.\n  Nothing was recorded; try again"))
    #expect(ledger.cadre("status").status == .done)
    #expect(ledger.importing(SampleSheets.folder("small"), "--dry-run").status == .done)
    lock.release()
    #expect(ledger.importing(SampleSheets.folder("small")).status == .done)
    ledger.expectClean()
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody without rights"))
  func `a ledger without write permission can be asked, not written to`() async throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    try open(ledger.folder.path)
    await #expect(processExitsWith: .success) { [path = ledger.path as String] in
      try #require(setuid(65_534) == 0)
      let options = ["--ledger", path, "--lang", "en"]
      #expect(run(["status"] + options).status == .done)
      #expect(run(["verify"] + options).status == .done)
      let outcome = run(["import", SampleSheets.folder("small")] + options)
      #expect(outcome.status == .notPermitted)
      #expect(outcome.errors.hasPrefix("cadre: the system denies access to “"))
      let made = run(["init", "--ledger", "\(path)/inner", "--lang", "en"])
      #expect(made.status == .notPermitted, "\(made.errors)")
    }
    ledger.expectClean()
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody without rights"))
  func `a sheet that may not be read is not permitted`() async throws {
    let ledger = try TestLedger()
    let sheets = "\(ledger.folder.path)/sheets"
    try SampleSheets.copy("small", to: sheets)
    try open(ledger.folder.path)
    try #require(unsafe chmod("\(sheets)/ky-luat.csv", 0) == 0)
    await #expect(processExitsWith: .success) { [path = ledger.folder.path as String] in
      try #require(setuid(65_534) == 0)
      let outcome = run([
        "import", "\(path)/sheets", "--dry-run", "--ledger", "\(path)/ledger", "--lang", "en",
      ])
      #expect(outcome.status == .notPermitted)
      #expect(outcome.errors.contains("denies access to “\(path)/sheets/ky-luat.csv”"))
    }
    ledger.expectClean()
  }

  @Test(.enabled(if: SmallDisk.isPermitted, "mounting a small disk needs the right to"))
  func `a full disk loses nothing and leaves nothing half-written`() throws {
    let disk = try SmallDisk(kilobytes: 900)
    let path = "\(disk.path)/ledger"
    let options = ["--ledger", path, "--lang", "en"]
    let made = run(["init"] + options)
    try #require(made.status == .done, "\(made.errors)")
    let before = run(["checkpoint"] + options).output
    let outcome = run(["import", SampleSheets.folder("bloc")] + options)
    #expect(outcome.status == .inputOutput)
    #expect(outcome.errors.contains("space"), "\(outcome.errors)")
    #expect(run(["checkpoint"] + options).output == before)
    let verified = run(["verify"] + options)
    #expect(verified.status == .done, "\(verified.errors)")
  }

  /// Lets everybody read what is under a folder, and nobody but its owner write.
  private func open(_ path: String) throws {
    let mode: mode_t = Files.isFolder(path) ? 0o755 : 0o644
    try #require(unsafe chmod(path, mode) == 0)
    guard Files.isFolder(path) else { return }
    for name in try Files.list(path) { try open("\(path)/\(name)") }
  }
}

/// A small file system in memory that goes away with its owner.
final class SmallDisk {
  let path: String
  private let folder: Folder

  init(kilobytes: Int) throws {
    folder = try Folder()
    path = "\(folder.path)/disk"
    try Files.makeFolder(path)
    try #require(SmallDisk.mount(path, "size=\(kilobytes)k") == 0)
  }

  deinit { _ = unsafe umount2(path, Int32(MNT_DETACH)) }

  /// Whether this process may mount one.
  static let isPermitted: Bool = {
    do {
      let folder = try Folder()
      guard mount(folder.path, "size=64k") == 0 else { return false }
      return unsafe umount(folder.path) == 0
    } catch { return false }
  }()

  private static func mount(_ path: String, _ options: String) -> Int32 {
    unsafe options.withCString { unsafe Glibc.mount("tmpfs", path, "tmpfs", 0, $0) }
  }
}
