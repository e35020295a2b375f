package import LMDB
internal import Merkle

/// What a new generation of the vault leaves out.
package struct Erasure: Sendable {
  /// The index of the erasure's event.
  package let index: UInt64
  /// The numbers of the people, of this erasure and of all before.
  package let people: Set<UInt32>
  /// The kinds of numbers that are remembered as keyed hashes, to be known again.
  package let rememberedKinds: Set<UInt8>

  /// An erasure of people by the event at `index`.
  package init(index: UInt64, people: Set<UInt32>, rememberedKinds: Set<UInt8>) {
    self.index = index
    self.people = people
    self.rememberedKinds = rememberedKinds
  }
}

extension RecordVault {
  /// Writes the next generation into a new folder, without the people of an erasure, and gives it
  /// back, synced to disk; O(vault), in short transactions.
  ///
  /// To be called under the log's write lock, after `truncate`. Folders and `current` are the
  /// caller's to sync and change.
  ///
  /// - Parameter person: the number of the person whose stream holds the event at an index; nil
  ///   for an event of another kind of stream.
  /// - Throws: what `person` throws; `store`.
  package func nextGeneration<Failure: VaultFailure>(
    in folder: String, without erasure: Erasure, options: Environment.Options,
    person: (UInt64) throws(Failure) -> UInt32?
  ) throws(Failure) -> RecordVault {
    let next: RecordVault
    do throws(VaultError) {
      next = try RecordVault(opening: folder, options: options)
      try read(below: .max) { (old) throws(VaultError) in
        let description = (try old.generation + 1, try old.secret())
        let end = try old.number(VaultNotes.end)
        try next.write { (writer) throws(VaultError) in
          try writer.describe(
            generation: description.0, erasure: erasure.index, secret: description.1)
          if let end { try writer.note(VaultNotes.end, end) }
        }
        try next.copyLookups(old.tables.names, to: next.tables.names, of: old, without: erasure)
        try next.copyLookups(
          old.tables.numbers, to: next.tables.numbers, of: old, without: erasure)
        try next.rememberErased(old, erasure)
      }
    } catch {
      throw Failure(error)
    }
    var batch = VaultBatch()
    try read(below: .max) { (old) throws(Failure) in
      try old.forEachRecord { (index, record) throws(Failure) in
        if let person = try person(index), erasure.people.contains(person) { return }
        batch.add(salt: record.salt, data: record.data, at: index)
        if batch.records.count == RecordVault.slice {
          do throws(VaultError) { try next.flush(&batch) } catch { throw Failure(error) }
        }
      }
    }
    do throws(VaultError) { try next.flush(&batch) } catch { throw Failure(error) }
    return next
  }

  /// How many rows are copied in a transaction.
  private static let slice = 100_000

  private func flush(_ batch: inout VaultBatch) throws(VaultError) {
    try write { (writer) throws(VaultError) in try writer.append(&batch) }
    batch.removeAll()
  }

  private func copyLookups(
    _ table: Table, to target: Table, of old: VaultSnapshot, without erasure: Erasure
  ) throws(VaultError) {
    var scan = try old.scan(table, from: RawSpan())
    var isOver = false
    while !isOver {
      try write { (writer) throws(VaultError) in
        for _ in 0..<RecordVault.slice {
          guard try scan.next() else {
            isOver = true
            return
          }
          guard let row = LookupRow(endOf: scan.key) else { throw .damaged(table: "look-up") }
          if !erasure.people.contains(row.person) { try writer.put(scan.key, in: target) }
        }
      }
    }
  }

  /// Carries the hashes of people erased before over, and adds those of people erased now.
  private func rememberErased(
    _ old: VaultSnapshot, _ erasure: Erasure
  ) throws(VaultError) {
    try write { (writer) throws(VaultError) in
      var hashes = try old.scan(old.tables.erased, from: RawSpan())
      while try hashes.next() { try writer.put(hashes.key, in: tables.erased) }
      try old.forEachHash(of: erasure.people, kinds: erasure.rememberedKinds) {
        (hash) throws(VaultError) in
        try hash.withSpan { (hash) throws(VaultError) in
          try writer.put(hash, in: tables.erased)
        }
      }
    }
  }

  /// SHA-256(03 ‖ secret ‖ kind ‖ number): tells a number again without keeping it.
  static func erasedHash(of number: RawSpan, kind: UInt8, secret: [UInt8]) -> Hash {
    var hash = SHA256()
    hash.update([3])
    hash.update(secret)
    hash.update([kind])
    hash.update(number)
    return hash.digest()
  }
}

extension VaultWriter {
  /// Puts a row without a value.
  mutating func put(_ key: RawSpan, in table: Table) throws(VaultError) {
    do throws(LMDBError) {
      try transaction.put(RawSpan(), at: key, in: table)
    } catch {
      throw .store(error)
    }
  }
}

extension VaultBatch {
  /// Adds a record under the salt that it has.
  mutating func add(salt: RawSpan, data: RawSpan, at index: UInt64) {
    let start = bytes.count
    unsafe salt.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    unsafe data.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    records.append(Record(index: index, range: start..<bytes.count))
    end = max(end, index + 1)
  }
}
