internal import Cadre
internal import Merkle
internal import Projections

/// The digest of all rows of some views: what `RebuildAttested` says of them.
///
/// SHA-256 over the rows in the order of tables and keys, those of `meta` left out: the number of
/// the table (1 byte), the lengths of key and value (4 bytes each, most significant first), key,
/// value. The same log, at the same size and in the same layout, gives the same digest.
struct RowDigest {
  private var hash = SHA256()
  private var head: [UInt8] = []

  /// The digest of the rows as they are; O(rows).
  static func of(_ views: ViewSnapshot) throws(ProjectionError) -> Digest {
    var digest = RowDigest()
    try views.forEachRow { (table, key, value) throws(ProjectionError) in
      if table != .meta { digest.add(table, key, value) }
    }
    return Digest(digest.hash.digest())
  }

  private mutating func add(_ table: ViewTable, _ key: RawSpan, _ value: RawSpan) {
    head.removeAll(keepingCapacity: true)
    head.append(UInt8(table.rawValue))
    for length in [key.byteCount, value.byteCount] {
      for shift in [24, 16, 8, 0] { head.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    hash.update(head)
    hash.update(key)
    hash.update(value)
  }
}
