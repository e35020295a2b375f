internal import CBOR
package import Cadre
internal import CadreCodec

/// Every fact of one stream, as a fold of its events wrote them: sorted by (effective, index),
/// undated first, and none ever dropped (design, ideas 1 and 8).
///
/// The bytes are one deterministic CBOR array: the form (1), the greatest index folded, then seven
/// items for each fact: index; effective day or null; type; version; document, encoded, in a byte
/// string, or null; payload, encoded, in a byte string; changes, an array of indexes, each
/// followed by whether the fact counts from it on. Nothing is read before it is asked for.
package struct StreamRow: ~Escapable {
  /// The bytes of the row.
  package let bytes: RawSpan
  /// The greatest index folded.
  package let latest: LogIndex
  /// The number of facts.
  package let count: Int
  private let start: Int

  static let form: UInt64 = 1
  static let itemsBefore = 2
  static let itemsOfEntry = 7

  /// Reads the head of a row; O(1).
  /// - Throws: `row` where the bytes are none.
  @_lifetime(copy bytes)
  package init(_ bytes: RawSpan) throws(ProjectionError) {
    self.bytes = bytes
    var decoder = CBORDecoder(bytes)
    do throws(CBORError) {
      let items = try decoder.array() - Self.itemsBefore
      let form = try decoder.uint()
      guard form == Self.form else { throw decoder.fault(.schema("form")) }
      latest = LogIndex(try decoder.uint())
      guard items >= 0, items % Self.itemsOfEntry == 0 else { throw decoder.fault(.length) }
      count = items / Self.itemsOfEntry
      start = decoder.offset
    } catch {
      throw ProjectionError(error)
    }
  }

  /// The facts in their order, to be gone through once.
  package var entries: Entries {
    @_lifetime(copy self)
    get { Entries(factBytes, count: count) }
  }

  /// The items of the facts.
  var factBytes: RawSpan {
    @_lifetime(copy self)
    get { bytes.extracting(droppingFirst: start) }
  }
}

extension StreamRow {
  /// The way through the facts of a row; payloads and documents are found, not read.
  package struct Entries: ~Escapable {
    private let input: RawSpan
    private var decoder: CBORDecoder
    private var left: Int

    @_lifetime(copy input)
    init(_ input: RawSpan, count: Int) {
      self.input = input
      decoder = CBORDecoder(input)
      left = count
    }

    /// The next fact, or nil behind the last.
    /// - Throws: `row`, `event` for a type that is unknown.
    @_lifetime(copy self) @_lifetime(self: copy self)
    package mutating func next() throws(ProjectionError) -> Entry? {
      guard left > 0 else { return nil }
      left -= 1
      return try Entry(&decoder, input)
    }
  }

  /// One fact, with document and payload as bytes.
  package struct Entry: ~Escapable {
    /// Its place in the log.
    package let index: LogIndex
    /// The day it holds from; nil holds on every day.
    package let effective: Day?
    package let type: EventType
    /// The version of the payload's shape.
    package let version: UInt64
    private let row: RawSpan
    private let documentRange: Range<Int>
    private let payloadRange: Range<Int>
    private let bodyRange: Range<Int>
    private let changesRange: Range<Int>

    @inline(__always)
    @_lifetime(copy input) @_lifetime(decoder: copy decoder)
    fileprivate init(_ decoder: inout CBORDecoder, _ input: RawSpan) throws(ProjectionError) {
      do throws(CBORError) {
        let first = decoder.offset
        index = LogIndex(try decoder.uint())
        effective =
          decoder.takeNull() ? nil : Day(number: Int32(truncatingIfNeeded: try decoder.int()))
        let stored = try decoder.uint()
        version = try decoder.uint()
        documentRange = decoder.takeNull() ? 0..<0 : try decoder.bytesRange()
        payloadRange = try decoder.bytesRange()
        bodyRange = first..<decoder.offset
        changesRange = try decoder.itemRange()
        guard let small = UInt8(exactly: stored), let type = EventType(rawValue: small) else {
          throw CBORError(offset: first, fault: .schema("event type"))
        }
        self.type = type
        row = input
      } catch {
        throw ProjectionError(error)
      }
    }

  }
}

extension StreamRow.Entry {
  /// The map of the document as it was recorded; empty where there is none.
  package var document: RawSpan {
    @_lifetime(copy self) get { row.extracting(documentRange) }
  }

  /// The map of the payload as it was recorded.
  package var payload: RawSpan {
    @_lifetime(copy self) get { row.extracting(payloadRange) }
  }

  /// The items from index to payload.
  var body: RawSpan {
    @_lifetime(copy self) get { row.extracting(bodyRange) }
  }

  /// The array of its changes.
  var changesItem: RawSpan {
    @_lifetime(copy self) get { row.extracting(changesRange) }
  }

  /// Whether retractions ever touched it.
  package var hasChanges: Bool { changesRange.count > 1 }

  /// When retractions changed whether it counts, ascending: calls `body` with the index and
  /// whether it counts from there on.
  package func forEachChange(
    _ body: (LogIndex, Bool) -> Void
  ) throws(ProjectionError) {
    guard hasChanges else { return }
    try StreamRow.forEachChange(in: changesItem, body)
  }

  /// Whether it is known and counts at K: the last change below K decides.
  package func counts(at known: LogSize) throws(ProjectionError) -> Bool {
    guard known.knows(index) else { return false }
    return try StreamRow.counts(changesItem, at: known)
  }
}

extension StreamRow {
  /// Whether a fact that is known counts at K, by its array of changes.
  @inline(__always)
  static func counts(_ changes: RawSpan, at known: LogSize) throws(ProjectionError) -> Bool {
    guard changes.byteCount > 1 else { return true }
    var counts = true
    try forEachChange(in: changes) { index, value in
      if known.knows(index) { counts = value }
    }
    return counts
  }

  /// Calls `body` with each change of an array of changes: its index and whether the fact counts
  /// from there on.
  static func forEachChange(
    in changes: RawSpan, _ body: (LogIndex, Bool) -> Void
  ) throws(ProjectionError) {
    var decoder = CBORDecoder(changes)
    do throws(CBORError) {
      for _ in 0..<(try decoder.array() / 2) {
        let index = LogIndex(try decoder.uint())
        body(index, try decoder.bool())
      }
    } catch {
      throw ProjectionError(error)
    }
  }
}
