internal import Cadre
internal import EventLog
internal import LMDB
internal import Platform
internal import Projections
internal import Vault

// The second half of an erasure (spec/log.md, Erasure): the log says who is erased, and whoever
// writes next makes vault and views follow, should the one who began have died.

extension LogSnapshot {
  /// The index of the last erasure; nil where nobody was erased.
  func lastErasure() throws(OfficeError) -> UInt64? {
    do throws(EventLogError) { return try note(LogNotes.erasure) } catch {
      throw OfficeError(error)
    }
  }

  /// The numbers of the people erased by events from an index on; O(events), since an erasure is
  /// rare and its event cannot be retracted.
  func erasedPeople(from first: UInt64 = 0) throws(OfficeError) -> Set<UInt32> {
    var people: Set<UInt32> = []
    guard let last = try lastErasure(), first <= last else { return people }
    try forEach(from: first, to: min(last + 1, size)) { (index, bytes) throws(OfficeError) in
      do throws(EventLogError) {
        let header = try EventHeader(bytes, at: index)
        if header.type == UInt16(EventType.personErased.rawValue) {
          people.insert(header.stream.number)
        }
      } catch {
        throw OfficeError(error)
      }
    }
    return people
  }

  /// Whom a generation of the vault still holds although the log says that they are erased; nil
  /// where it follows the log, which is but for a crash always.
  func hidden(in vault: VaultSnapshot) throws(OfficeError) -> HiddenPeople? {
    guard let last = try lastErasure() else { return nil }
    let done: UInt64?
    do throws(VaultError) { done = try vault.erasure } catch { throw OfficeError(error) }
    if let done, done >= last { return nil }
    let people = try erasedPeople(from: done.map { $0 + 1 } ?? 0)
    var records: Set<UInt64> = []
    for person in people {
      do throws(EventLogError) {
        records.formUnion(try indexes(of: StreamKey(.person, person)))
      } catch {
        throw OfficeError(error)
      }
    }
    return HiddenPeople(people: people, records: records)
  }
}

extension Ledger {
  /// Has vault and views follow the log's last erasure, and removes every generation but the one in
  /// use; nothing to do but after an erasure. For whoever holds the writers' lock.
  func finishErasure() throws(OfficeError) {
    let last = try log.read { (log) throws(OfficeError) in try log.lastErasure() }
    if let last {
      let vault = try opened().vault
      let done = try vault.read(below: .max) { (vault) throws(OfficeError) -> UInt64? in
        do throws(VaultError) { return try vault.erasure } catch { throw OfficeError(error) }
      }
      if done.map({ $0 < last }) ?? true {
        try log.write { (writer) throws(OfficeError) in
          try self.writeNextGenerations(without: vault, after: last, writer)
        }
      }
    }
    try removeOtherGenerations()
  }

  /// Writes vault and views anew beside those in use, without anyone erased, and makes them the
  /// ones in use: at every moment `current` names whole generations.
  private func writeNextGenerations(
    without old: RecordVault, after erasure: UInt64, _ writer: borrowing LogWriter
  ) throws(OfficeError) {
    try Ledger.deleteAhead(of: writer.size, in: old)
    let current = try Ledger.generations(of: folder)
    let next = Generations(vault: current.vault + 1, views: current.views + 1)
    let (vault, views) = (next.vaultFolder(of: folder), next.viewsFolder(of: folder))
    do throws(PlatformError) {
      for path in [vault, "\(vault).new", views, "\(views).new"] { try Files.removeTree(path) }
    } catch {
      throw OfficeError(error)
    }
    try writeVault(in: "\(vault).new", from: old, after: erasure, writer)
    do throws(ProjectionError) {
      try Views.rebuild(in: "\(views).new", from: writer.reading, erasure: LogIndex(erasure))
    } catch {
      throw OfficeError(error)
    }
    do throws(PlatformError) {
      for path in [vault, views] {
        try Files.rename("\(path).new", to: path)
        try Files.syncFolder(Files.parent(of: path))
      }
    } catch {
      throw OfficeError(error)
    }
    do throws(VaultError) { try next.write(folder) } catch { throw OfficeError(error) }
  }

  private func writeVault(
    in path: String, from old: RecordVault, after erasure: UInt64, _ writer: borrowing LogWriter
  ) throws(OfficeError) {
    let erasure = Erasure(
      index: erasure, people: try writer.reading.erasedPeople(),
      rememberedKinds: NumberKind.remembered)
    _ = try old.nextGeneration(in: path, without: erasure, options: Environment.Options()) {
      (index) throws(OfficeError) -> UInt32? in
      do throws(EventLogError) {
        let stream = try writer.reading.header(at: index).stream
        return stream.kind == .person ? stream.number : nil
      } catch {
        throw OfficeError(error)
      }
    }
  }

  /// Whether an erasure was cut off: the vault in use is older than the log's last erasure, or the
  /// folder still holds another.
  func hasUnfinishedErasure() throws(OfficeError) -> Bool {
    let vault = try opened().vault
    let isDue = try log.read { (log) throws(OfficeError) in
      try vault.read(below: log.size) { (vault) throws(OfficeError) in
        try log.hidden(in: vault) != nil
      }
    }
    if isDue { return true }
    let current = try Ledger.generations(of: folder)
    return try !otherGenerations(in: "\(folder)/vault", than: current.vault).isEmpty
  }

  /// The names in a folder of generations of what is there beside the one in use: one before or
  /// after it, being written (`.new`) or being removed (`.old`). What others put there is theirs.
  private func otherGenerations(
    in shelf: String, than number: UInt64
  ) throws(OfficeError) -> [String] {
    do throws(PlatformError) {
      return try Files.list(shelf).filter { name in
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard UInt64(parts[0]) != nil else { return false }
        return parts.count == 1
          ? name != "\(number)" : ["new", "old", "new.old"].contains(parts[1])
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// Removes what is not in use. A folder loses its name first: who is about to open it by that
  /// name finds nothing, and reads `current` again, instead of making files anew in it.
  private func removeOtherGenerations() throws(OfficeError) {
    let current = try Ledger.generations(of: folder)
    for (kind, number) in [("vault", current.vault), ("views", current.views)] {
      let shelf = "\(folder)/\(kind)"
      let others = try otherGenerations(in: shelf, than: number)
      do throws(PlatformError) {
        for name in others {
          let path = "\(shelf)/\(name)"
          let gone = name.hasSuffix(".old") ? path : "\(path).old"
          if gone != path { try Files.rename(path, to: gone) }
          try Files.removeTree(gone)
        }
        if !others.isEmpty { try Files.syncFolder(shelf) }
      } catch {
        throw OfficeError(error)
      }
    }
  }
}
