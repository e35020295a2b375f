internal import LMDB
internal import Merkle

extension VaultSnapshot {
  /// Whom a number of a kind leads to, by which events; ascending by person and index; O(log n).
  package func people(
    withNumber number: RawSpan, kind: UInt8
  ) throws(VaultError) -> [LookupRow] {
    var prefix: [UInt8] = [kind]
    unsafe number.withUnsafeBytes { unsafe prefix.append(contentsOf: $0) }
    prefix.append(0)
    return try rows(in: tables.numbers, exactly: prefix)
  }

  /// Whom a folded name leads to, by which events; ascending by person and index; O(log n).
  package func people(withName name: RawSpan) throws(VaultError) -> [LookupRow] {
    var prefix = unsafe name.withUnsafeBytes { unsafe Array($0) }
    prefix.append(0)
    return try rows(in: tables.names, exactly: prefix)
  }

  /// Hands over every number of a kind, in order of its bytes.
  /// - Throws: what `body` throws; `damaged`.
  package func forEachNumber<Failure: VaultFailure>(
    kind: UInt8, _ body: (RawSpan, LookupRow) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachRow(in: tables.numbers, from: [kind]) { (key, row) throws(Failure) in
      try body(key.extracting(droppingFirst: 1), row)
    }
  }

  /// Hands over every folded name that begins with `prefix`, in order of its bytes; all names
  /// where it is empty.
  /// - Throws: what `body` throws; `damaged`.
  package func forEachName<Failure: VaultFailure>(
    startingWith prefix: [UInt8] = [], _ body: (RawSpan, LookupRow) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachRow(in: tables.names, from: prefix, body)
  }

  /// Whether a number of a kind was that of a person who has been erased; O(log n).
  package func isErased(number: RawSpan, kind: UInt8) throws(VaultError) -> Bool {
    if hidden != nil,
      try hiding(nil).people(withNumber: number, kind: kind).contains(where: { hides($0.person) })
    {
      return true
    }
    let hash = RecordVault.erasedHash(of: number, kind: kind, secret: try secret())
    do throws(LMDBError) {
      return try hash.withSpan { (key) throws(LMDBError) in
        try transaction.value(of: key, in: tables.erased) != nil
      }
    } catch {
      throw .store(error)
    }
  }

  /// The rows whose key is `prefix`, which ends with the zero, and whom it leads to.
  private func rows(
    in table: Table, exactly prefix: [UInt8]
  ) throws(VaultError) -> [LookupRow] {
    var found: [LookupRow] = []
    var rows = try unsafe scan(table, from: prefix.span.bytes)
    while try rows.next() {
      let key = rows.key
      guard unsafe key.starts(with: prefix.span.bytes) else { break }
      guard key.byteCount == prefix.count - 1 + LookupRow.suffixLength else { continue }
      guard let row = LookupRow(endOf: key) else { continue }
      if row.index < limit, !hides(row.person) { found.append(row) }
    }
    return found
  }

  /// Hands over the texts, with what stands before them, of the rows that begin with `prefix`.
  private func forEachRow<Failure: VaultFailure>(
    in table: Table, from prefix: [UInt8], _ body: (RawSpan, LookupRow) throws(Failure) -> Void
  ) throws(Failure) {
    var rows: VaultScan
    do throws(VaultError) {
      rows = try unsafe scan(table, from: prefix.span.bytes)
    } catch {
      throw Failure(error)
    }
    while true {
      do throws(VaultError) {
        guard try rows.next() else { return }
      } catch {
        throw Failure(error)
      }
      let key = rows.key
      guard unsafe key.starts(with: prefix.span.bytes) else { return }
      guard let row = LookupRow(endOf: key) else { throw Failure(.damaged(table: "look-up")) }
      guard row.index < limit, !hides(row.person) else { continue }
      try body(key.extracting(droppingLast: LookupRow.suffixLength), row)
    }
  }
}

extension RawSpan {
  /// Whether the bytes begin with those of another span.
  func starts(with other: RawSpan) -> Bool {
    byteCount >= other.byteCount && extracting(first: other.byteCount).order(other) == 0
  }
}
