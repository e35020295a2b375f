package import Merkle
internal import Platform

/// Private records and look-up rows to be written together, in one transaction.
package struct VaultBatch: Sendable {
  var bytes: [UInt8] = []
  var records: [Record] = []
  var numbers = KeyList()
  var names = KeyList()
  /// One more than the greatest index given.
  var end: UInt64 = 0
  private var salts: [UInt8] = []

  /// An empty batch.
  package init() {}

  /// Where a record's salt and data are among the bytes.
  struct Record: Sendable {
    let index: UInt64
    let range: Range<Int>
  }

  /// How many salts are drawn at a time.
  private static let drawn = 1024
}

extension VaultBatch {
  /// Whether there is nothing to write.
  package var isEmpty: Bool { records.isEmpty && numbers.isEmpty && names.isEmpty }

  /// Adds the record of the event at `index` under a new salt, and returns the commitment that the
  /// event must bear; records come in ascending order of index.
  ///
  /// - Parameter data: deterministic CBOR.
  /// - Throws: `platform` where the system has no random bytes.
  package mutating func add(record data: RawSpan, at index: UInt64) throws(VaultError) -> Hash {
    if salts.isEmpty {
      do throws(PlatformError) {
        salts = try Randomness.bytes(VaultBatch.drawn * RecordVault.saltLength)
      } catch {
        throw .platform(error)
      }
    }
    let start = bytes.count
    bytes.append(contentsOf: salts.suffix(RecordVault.saltLength))
    salts.removeLast(RecordVault.saltLength)
    unsafe data.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    records.append(Record(index: index, range: start..<bytes.count))
    end = max(end, index + 1)
    let all = unsafe bytes.span.bytes
    let middle = start + RecordVault.saltLength
    return RecordVault.commitment(
      salt: all.extracting(start..<middle), data: all.extracting(middle..<all.byteCount))
  }

  /// Has a number of a kind lead to a person, by the event at `index`.
  /// - Throws: `textLength`.
  package mutating func add(
    number: RawSpan, kind: UInt8, person: UInt32, at index: UInt64
  ) throws(VaultError) {
    try check(number)
    numbers.add(kind: kind, number, LookupRow(person: person, index: index))
    end = max(end, index + 1)
  }

  /// Has a folded name lead to a person, by the event at `index`.
  /// - Throws: `textLength`.
  package mutating func add(
    name: RawSpan, person: UInt32, at index: UInt64
  ) throws(VaultError) {
    try check(name)
    names.add(kind: nil, name, LookupRow(person: person, index: index))
    end = max(end, index + 1)
  }

  /// Forgets everything, and keeps the room.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    numbers.removeAll()
    names.removeAll()
    end = 0
  }

  private func check(_ text: RawSpan) throws(VaultError) {
    guard (1...RecordVault.longestText).contains(text.byteCount) else {
      throw .textLength(text.byteCount)
    }
  }
}
