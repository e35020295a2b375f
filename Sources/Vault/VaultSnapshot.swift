internal import LMDB
package import Merkle

/// The vault as one transaction sees it, without what belongs to events at or past a limit.
package struct VaultSnapshot: ~Escapable {
  let transaction: ReadTransaction
  let tables: VaultTables
  /// The size of the log up to which events are known.
  package let limit: UInt64
  /// Whom an erasure has taken away that is not done in this generation yet.
  var hidden: HiddenPeople?

  @_lifetime(copy transaction)
  init(_ transaction: ReadTransaction, _ tables: VaultTables, limit: UInt64) {
    self.transaction = transaction
    self.tables = tables
    self.limit = limit
  }
}

/// The private record of an event, in place.
package struct VaultRecord: ~Escapable {
  /// The 16 random bytes that keep the data from being guessed out of the commitment.
  package let salt: RawSpan
  /// Deterministic CBOR.
  package let data: RawSpan

  @_lifetime(copy row)
  init?(row: RawSpan) {
    guard row.byteCount >= RecordVault.saltLength else { return nil }
    salt = row.extracting(first: RecordVault.saltLength)
    data = row.extracting(droppingFirst: RecordVault.saltLength)
  }

  /// What the event must say: SHA-256(02 ‖ salt ‖ data).
  package var commitment: Hash { RecordVault.commitment(salt: salt, data: data) }
}

extension VaultSnapshot {
  /// The private record of the event at an index; nil where there is none, or it is past the
  /// limit; O(log n), copies nothing.
  @_lifetime(copy self)
  package func record(at index: UInt64) throws(VaultError) -> VaultRecord? {
    guard index < limit, hidden?.records.contains(index) != true else { return nil }
    let row: RawSpan?
    do throws(LMDBError) {
      row = try transaction.value(of: index, in: tables.records)
    } catch {
      throw .store(error)
    }
    guard let row else { return nil }
    guard let record = VaultRecord(row: row) else { throw .damaged(table: "records") }
    return record
  }

  /// Hands over the records of events from `first` on, in order of index, up to the limit.
  /// - Throws: what `body` throws; `damaged`.
  package func forEachRecord<Failure: VaultFailure>(
    from first: UInt64 = 0, _ body: (UInt64, VaultRecord) throws(Failure) -> Void
  ) throws(Failure) {
    var rows: VaultScan
    let key = IndexKey(first)
    do throws(VaultError) {
      rows = try scan(tables.records, from: key.bytes)
    } catch {
      throw Failure(error)
    }
    while true {
      do throws(VaultError) {
        guard try rows.next() else { return }
      } catch {
        throw Failure(error)
      }
      guard rows.key.byteCount == 8, let record = VaultRecord(row: rows.value) else {
        throw Failure(.damaged(table: "records"))
      }
      let index = rows.key.bigEndian64()
      guard index < limit else { return }
      if hidden?.records.contains(index) == true { continue }
      try body(index, record)
    }
  }

  /// The index of the last record, past the limit or not.
  func lastRecordIndex() throws(VaultError) -> UInt64? {
    do throws(LMDBError) {
      return try transaction.lastIndex(of: tables.records)
    } catch {
      throw .store(error)
    }
  }
}

extension VaultSnapshot {
  /// A number kept under a name.
  func number(_ name: String) throws(VaultError) -> UInt64? {
    guard let row = try note(name), row.byteCount == 8 else { return nil }
    return row.bigEndian64()
  }

  @_lifetime(copy self)
  func note(_ name: String) throws(VaultError) -> RawSpan? {
    let key = Array(name.utf8)
    let row: RawSpan?
    do throws(LMDBError) {
      row = try unsafe transaction.value(of: key.span.bytes, in: tables.notes)
    } catch {
      throw .store(error)
    }
    return row
  }

  /// The number of this generation, from 1.
  package var generation: UInt64 {
    get throws(VaultError) {
      guard let number = try number(VaultNotes.generation) else { throw .layout(found: nil) }
      return number
    }
  }

  /// The index of the erasure that this generation was made for; nil where nobody was erased.
  package var erasure: UInt64? {
    get throws(VaultError) { try number(VaultNotes.erasure) }
  }

  /// One more than the greatest index of an event that any row carries, past the limit or not.
  package var end: UInt64 {
    get throws(VaultError) { try number(VaultNotes.end) ?? 0 }
  }

  /// The secret of the keyed hash.
  func secret() throws(VaultError) -> [UInt8] {
    guard let secret = try note(VaultNotes.secret), secret.byteCount == RecordVault.secretLength
    else {
      throw .damaged(table: "notes")
    }
    return unsafe secret.withUnsafeBytes { unsafe Array($0) }
  }
}
