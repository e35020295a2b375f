import EventLog
import LMDB
import Migrations
import Platform
import TestSupport
import Testing
import Vault

/// Makes the frozen ledger of today's layout: `CADRE_FREEZE=1 swift test --filter FreezingTests`.
///
/// Writes Frozen/layout-N, which must not be there, and FrozenLayoutN.swift with what it holds.
/// The history is invented, unless `CADRE_FREEZE_FROM` names the folder of a ledger to be frozen.
/// Done once for a layout, when it is published; a former layout's cannot be made again.
@Suite struct FreezingTests {
  @Test(.enabled(if: CurrentProcess.environment("CADRE_FREEZE") != nil))
  func `a ledger of today's layout is frozen`() throws {
    let name = "layout-\(EventStore.layout)"
    let target = "\(testsFolder)/Frozen/\(name)"
    try #require(!Files.exists(target), "\(target) is there already")
    let folder = try TemporaryFolder()
    let source = CurrentProcess.environment("CADRE_FREEZE_FROM")
    if source == nil { try makeHistory(in: folder.path) }
    try freeze(source ?? folder.path, in: target)
    let checked = try TemporaryFolder()
    try copyTree(target, to: checked.path)
    let holds = try FrozenLedger(reading: checked.path)
    try Files.write(
      Array(holds.source(named: name).utf8),
      to: "\(testsFolder)/FrozenLayout\(EventStore.layout).swift", permissions: 0o644)
  }

  /// 200 events, the erasure of two people, and 40 events after it.
  private func makeHistory(in folder: String) throws {
    try makeLedger(in: folder, events: 200, seed: 20)
    try erase([3, 7], in: folder)
    try Invented(events: 40, seed: 21).record(in: folder)
  }

  /// The event of the erasure, then the vault's next generation (spec/log.md, Erasure).
  private func erase(_ people: Set<UInt32>, in folder: String) throws {
    let log = try EventStore(folder: "\(folder)/log", options: .init(access: .write))
    let index = try log.write { (writer) throws(EventLogError) in
      let index = writer.size
      var drafts = DraftBatch()
      Invented.add(
        .ledger, nil, text: "erased", recorded: 1_700_000_000_000 + Int64(index), to: &drafts)
      try writer.append(drafts)
      try writer.setNote(LogNotes.erasure, index)
      return index
    }
    let vault = try openVault(of: folder)
    let next = Generations(vault: 2, views: 2)
    let erasure = Erasure(index: index, people: people, rememberedKinds: [0])
    let erased = try vault.nextGeneration(
      in: next.vaultFolder(of: folder), without: erasure, options: .init()
    ) { (index) throws(VaultError) in
      do throws(EventLogError) {
        let stream = try log.read { (log) throws(EventLogError) in try log.header(at: index).stream
        }
        return stream.kind == .person ? stream.number : nil
      } catch {
        throw .damaged(table: "\(error)")
      }
    }
    try next.write(folder)
    try erased.read(below: index) { (vault) throws(VaultError) in
      let number = Invented.fileNumber(of: 3)
      let isErased = try unsafe vault.isErased(number: number.span.bytes, kind: 0)
      if !isErased { throw .damaged(table: "erased") }
    }
  }

  /// Copies log and vault without free pages, and `current`.
  private func freeze(_ ledger: String, in target: String) throws {
    let generations = try Generations.read(ledger)
    try Files.makeFolder("\(target)/vault")
    let reading = Environment.Options(access: .read)
    try Environment(folder: "\(ledger)/log", tables: [], options: reading)
      .copy(to: "\(target)/log")
    try Environment(folder: generations.vaultFolder(of: ledger), tables: [], options: reading)
      .copy(to: generations.vaultFolder(of: target))
    try generations.write(target)
  }
}
