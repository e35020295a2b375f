import Glibc
import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// `cadre backup` and `cadre restore`: what they say, in both languages, and how they end.
@Suite struct BackupTests {
  let ledger: TestLedger
  let shelf: String
  let restored: String

  init() throws {
    ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    shelf = "\(ledger.folder.path)/backups"
    restored = "\(ledger.folder.path)/restored"
  }

  private var root: String {
    String(ledger.cadre("checkpoint").output.split(separator: "\n")[2])
  }

  private var made: String { "\(shelf)/2023-06-01T031500Z" }

  private func backup(_ options: String = "", language: String = "en") -> Transcript {
    let words = options.split(separator: " ").map(String.init)
    return ledger.cadre(["backup", shelf] + words, language: language)
  }

  private func restore(_ options: String..., language: String = "en") -> Transcript {
    run(
      ["restore", shelf, "--ledger", restored] + options, environment: ["LANG": language])
  }

  private func alter(_ file: String, at text: String) throws {
    var bytes = try Files.read(file, limit: 1 << 30)
    let place = try #require(bytes.firstRange(of: Array(text.utf8)))
    bytes[place.lowerBound + 2] ^= 1
    try Files.write(bytes, to: file)
  }

  @Test func `a backup says where it is and what it holds`() throws {
    let done = backup("-O json")
    #expect(done.status == .done && done.errors.isEmpty)
    let sizes = try ["log", "vault/1"].map { try Files.size("\(made)/\($0)/data.mdb") }
    #expect(
      done.output.masked([(root, "ROOT"), (shelf, "SHELF")]) == """
        {
          "folder": "SHELF/2023-06-01T031500Z",
          "verified": true,
          "events": 1484,
          "root": "ROOT",
          "logBytes": \(sizes[0]),
          "vaultBytes": \(sizes[1]),
          "beforeErasure": [],
          "removed": []
        }

        """)
    let again = backup("--keep 1", language: "vi")
    #expect(again.status == .done && again.errors.isEmpty)
    #expect(again.output.contains("Kiểm tra            toàn vẹn\n"), "\(again.output)")
    #expect(try Files.list(shelf) == ["2023-06-01T031500Z-2", "latest"])
    ledger.expectClean()
  }

  @Test func `a restored ledger answers as the one before, whatever became of that`() throws {
    let before = ledger.cadre("ready --on 2023-06-01 -O ndjson").output
    #expect(backup().status == .done)
    let file = "\(ledger.folder.path)/checkpoint"
    #expect(ledger.cadre(["checkpoint", "-o", file]).status == .done)
    let root = root
    try Files.removeTree(ledger.path)
    let done = restore("--expect", file)
    #expect(done.status == .done && done.errors.isEmpty, "\(done.errors)")
    #expect(
      done.output.masked([(root, "ROOT"), (ledger.folder.path, "DIR")]) == """
        Ledger                DIR/restored
        Outcome               restored
        Backup                DIR/backups/2023-06-01T031500Z
        Events in the backup  1484
        Events                1484
        Merkle root           ROOT
        First fault           none
        Erased again          0
        Records missing
        Checkpoint            agrees: the first 1484 events stand
        Events lost           0
        Views                 built; nothing to compare with

        """)
    let asked = run(
      "ready --on 2023-06-01 -O ndjson", environment: ["CADRE_LEDGER": restored])
    #expect(asked.output == before)
    #expect(run("verify", environment: ["CADRE_LEDGER": restored]).status == .done)
    let taken = restore()
    #expect(taken.status == .cannotCreate)
    #expect(taken.errors.contains("is there and not empty"))
  }

  @Test func `an altered backup is refused with the place, in both languages`() throws {
    #expect(backup().status == .done)
    try alter("\(made)/log/data.mdb", at: "chuong-trinh")
    let refused = restore("-O", "json")
    #expect(refused.status == .violation)
    let row = try JSONValue(parsing: refused.output)
    #expect(row["outcome"]?.string == "altered")
    #expect(row["folder"] == .null)
    let index = try #require(row["fault"]?["index"]?.integer)
    #expect(
      refused.errors.masked([(made, "BACKUP")]) == """
        cadre: the backup is not as it was made: log/data.mdb.
        cadre: “BACKUP” was not restored: event \(index): its bytes are not those recorded.
          Nothing was made. Try another backup.

        """)
    let told = restore(language: "vi")
    #expect(told.status == .violation)
    #expect(told.errors.contains("sự kiện \(index): nội dung không còn như khi ghi."))
    #expect(!Files.exists(restored))
    let verified = ledger.cadre(["verify", "--ledger", made])
    #expect(verified.status == .violation)
    #expect(verified.errors.contains("event \(index): its bytes are not those recorded"))
  }

  @Test func `a newer checkpoint is refused, and its loss accepted on demand`() throws {
    #expect(backup().status == .done)
    let file = "\(ledger.folder.path)/checkpoint"
    #expect(ledger.cadre("seal").status == .done)
    #expect(ledger.cadre(["checkpoint", "-o", file]).status == .done)
    let refused = restore("--expect", file)
    #expect(refused.status == .violation)
    #expect(
      refused.errors.masked([(made, "BACKUP")]) == """
        cadre: “BACKUP” was not restored: the checkpoint is newer: 1 events would be lost.
          Find a newer backup, or a newer ledger with --newest; or accept it with --accept-loss.

        """)
    let lossy = restore("--expect", file, "--accept-loss")
    #expect(lossy.status == .warnings)
    #expect(lossy.errors.contains("1 newer events, of which the checkpoint tells, are lost"))
  }

  @Test func `with the newest log, records younger than the backup are named`() throws {
    #expect(backup().status == .done)
    let registered = ledger.cadre([
      "record", "PersonRegistered", "fileNumber=999001HT", "name=Trần Muộn", "birth=1991-02-03",
      "sex=female", "organisation=38.168.001",
    ])
    #expect(registered.status == .done, "\(registered.errors)")
    let done = restore("--newest", ledger.path)
    #expect(done.status == .warnings)
    #expect(
      done.errors == """
        cadre: the private records of 1 people, recorded after the backup, are lost, first those \
        of person/61; “cadre verify” names them all.

        """)
    #expect(done.output.contains("Events                1485\n"))
    let other = try TestLedger()
    try Files.removeTree(restored)
    let refused = restore("--newest", other.path)
    #expect(refused.status == .violation)
    #expect(refused.errors.contains("was not restored: --newest is another ledger."))
  }

  @Test func `backups older than an erasure are named`() throws {
    let recorded = ledger.cadre(
      "record -",
      input: """
        {"event":"PersonRegistered","fileNumber":"999001HT","name":"Quách Thị Ngạn",\
        "birth":"1931-02-03","sex":"female","organisation":"38.168.001"}
        {"event":"Admitted","person":"999001HT","kind":"admission","ceremonyOn":"1960-02-03"}
        {"event":"MembershipEnded","person":"999001HT","how":"deceased","on":"2000-05-05"}
        """)
    #expect(recorded.status == .done, "\(recorded.errors)")
    #expect(backup().errors.isEmpty)
    let erased = ledger.cadre("erase 999001HT --authority BTC --basis retentionEnded")
    #expect(erased.status == .done, "\(erased.errors)")
    let done = backup()
    #expect(done.status == .done)
    #expect(
      done.errors == """
        cadre: these backups are older than the last erasure and may still hold who was erased: \
        2023-06-01T031500Z. Remove them once they are not needed.

        """)
    #expect(backup("--keep 2").errors.isEmpty)
  }

  @Test func `what cannot be is said with its status`() throws {
    #expect(backup("--keep 0").status == .usage)
    #expect(restore("--accept-loss").status == .noInput)
    let nowhere = restore()
    #expect(nowhere.status == .noInput)
    #expect(nowhere.errors.hasPrefix("cadre: there is no backup in “\(shelf)”.\n"))
    let inside = ledger.cadre(["backup", ledger.path])
    #expect(inside.status == .cannotCreate)
    #expect(inside.errors.contains("it is a ledger or a backup"))
    try Files.write([1], to: shelf)
    #expect(backup().status == .cannotCreate)
    #expect(run(["backup", "x", "--ledger", restored]).status == .noInput)
    ledger.expectClean()
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody without rights"))
  func `a backup that cannot be written is verified and restored`() async throws {
    #expect(backup().status == .done)
    let home = "\(ledger.folder.path)/home"
    try Files.makeFolder(home)
    try open(ledger.folder.path)
    try #require(unsafe chmod(home, 0o777) == 0)
    await #expect(processExitsWith: .success) { [shelf = shelf as String, home = home as String] in
      try #require(setuid(65_534) == 0)
      let made = "\(shelf)/2023-06-01T031500Z"
      #expect(run(["verify", "--ledger", made]).status == .done)
      let done = run(["restore", shelf, "--ledger", "\(home)/restored", "--lang", "en"])
      #expect(done.status == .done, "\(done.errors)")
      #expect(run(["verify", "--ledger", "\(home)/restored"]).status == .done)
      let denied = run(["restore", shelf, "--ledger", "\(shelf)/restored", "--lang", "en"])
      #expect(denied.status == .notPermitted, "\(denied.errors)")
    }
  }

  /// Lets everybody read what is under a folder, and nobody but its owner write.
  private func open(_ path: String) throws {
    try #require(unsafe chmod(path, Files.isFolder(path) ? 0o755 : 0o644) == 0)
    guard Files.isFolder(path) else { return }
    for name in try Files.list(path) { try open("\(path)/\(name)") }
  }
}
