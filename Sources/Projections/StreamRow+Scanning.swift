internal import CBOR
package import Cadre
package import CadreCodec

extension StreamRow {
  /// Adds the facts of a selection that count at a log size; the others are gone over without a
  /// look. O(n), about 40 ns for a fact gone over.
  ///
  /// Of texts only the names of screening rounds are read, and of documents only those of
  /// disciplines, which annulments name by them.
  /// - Throws: `row`, or `event` with the index of a fact that cannot be read.
  @specialized(where Payload == PersonEvent)
  @specialized(where Payload == OrganisationEvent)
  package func add<Payload: StoredEvent>(
    factsOf selection: FactSelection, known: LogSize, to facts: inout [Fact<Payload>]
  ) throws(ProjectionError) {
    let bytes = factBytes
    var scanner = RowScanner(bytes, count: count)
    while let entry = try scanner.next(of: selection) {
      guard known.knows(entry.index),
        try StreamRow.counts(bytes.extracting(entry.changes), at: known)
      else { continue }
      do throws(CodecError) {
        let type = try EventType(stored: entry.type)
        let isNamed = type == .disciplined && !entry.document.isEmpty
        facts.append(
          Fact(
            index: entry.index, effective: entry.effective,
            document: isNamed ? try Document(bytes.extracting(entry.document)) : nil,
            event: try Payload.decode(
              type, version: entry.version, bytes.extracting(entry.payload),
              keepingTexts: type == .screened)))
      } catch {
        throw .event(entry.index, error)
      }
    }
  }
}

/// The way through the facts of a row that looks at those of a selection only.
private struct RowScanner: ~Escapable {
  private var scanner: CBORScanner
  private var left: Int

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, count: Int) {
    scanner = CBORScanner(bytes)
    left = count
  }

  /// A fact whose parts are found, not read.
  struct Entry {
    let index: LogIndex
    let effective: Day?
    let type: UInt64
    let version: UInt64
    let document: Range<Int>
    let payload: Range<Int>
    let changes: Range<Int>
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func next(of selection: FactSelection) throws(ProjectionError) -> Entry? {
    do throws(CBORError) {
      while left > 0 {
        left -= 1
        let index = try scanner.argument(of: 0)
        let (major, day) = try scanner.head()
        let type = try scanner.argument(of: 0)
        let version = try scanner.argument(of: 0)
        let document = try bytes(mayBeNull: true)
        let payload = try bytes(mayBeNull: false)
        let changes = try scanner.item()
        let effective = RowScanner.day(major, day)
        guard selection.contains(stored: type, on: effective) else { continue }
        return Entry(
          index: LogIndex(index), effective: effective, type: type,
          version: version, document: document, payload: payload, changes: changes)
      }
      return nil
    } catch {
      throw ProjectionError(error)
    }
  }

  /// Where the content of a byte string is; empty for null.
  @inline(__always) @_lifetime(self: copy self)
  private mutating func bytes(mayBeNull: Bool) throws(CBORError) -> Range<Int> {
    let (major, count) = try scanner.head()
    if mayBeNull, major == 7 { return 0..<0 }
    guard major == 2 else { throw scanner.fault(.schema("byte string")) }
    let first = scanner.offset
    try scanner.advance(count)
    return first..<scanner.offset
  }

  /// An effective day, stored as a number, or null.
  @inline(__always)
  private static func day(_ major: UInt8, _ argument: UInt64) -> Day? {
    switch major {
    case 0: Day(number: Int32(truncatingIfNeeded: argument))
    case 1: Day(number: ~Int32(truncatingIfNeeded: argument))
    default: nil
    }
  }
}
