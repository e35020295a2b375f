internal import CBOR
package import Cadre
package import CadreCodec

extension StreamRow {
  /// Adds the facts of a selection that count at a log size; the others are gone over without a
  /// look. O(n), about 40 ns for a fact gone over.
  ///
  /// Of texts only those are read that a state is made of: names of screening rounds, and numbers by
  /// which annulments name disciplines; of documents only those of disciplines.
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
          .made(
            index: entry.index, effective: entry.effective,
            document: isNamed ? try Document(bytes.extracting(entry.document)) : nil,
            event: try Payload.decode(
              type, version: entry.version, bytes.extracting(entry.payload),
              keepingTexts: type == .screened || type == .disciplineAnnulled)))
      } catch {
        throw .event(entry.index, error)
      }
    }
  }
}

/// The way through the facts of a row that looks at those of a selection only.
///
/// It never reads outside the bytes, whatever they are, but takes lengths and forms as they come:
/// rows are this module's own. `CBORDecoder` is strict, and a call for every item; here heads are
/// read in line, which is half the time of a scan.
private struct RowScanner: ~Escapable {
  private let input: RawSpan
  private var offset = 0
  private var left: Int

  @_lifetime(copy input)
  init(_ input: RawSpan, count: Int) {
    self.input = input
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
        let index = try number()
        let (major, day) = try head()
        let type = try number()
        let version = try number()
        let document = try bytes(mayBeNull: true)
        let payload = try bytes(mayBeNull: false)
        let changes = try item()
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
    let (major, count) = try head()
    if mayBeNull, major == 7 { return 0..<0 }
    guard major == 2 else { throw fault(.schema("byte string")) }
    let first = offset
    try advance(count)
    return first..<offset
  }

  @inline(__always) @_lifetime(self: copy self)
  private mutating func number() throws(CBORError) -> UInt64 {
    let (major, argument) = try head()
    guard major == 0 else { throw fault(.schema("number")) }
    return argument
  }

  @inline(__always) @_lifetime(self: copy self)
  private mutating func advance(_ count: UInt64) throws(CBORError) {
    guard count <= UInt64(input.byteCount - offset) else { throw fault(.length) }
    offset += Int(count)
  }

  /// The place of a whole item, which is skipped; most are an empty array.
  @inline(__always) @_lifetime(self: copy self)
  private mutating func item() throws(CBORError) -> Range<Int> {
    let first = offset
    var items = 1
    while items > 0 {
      items -= 1
      let (major, argument) = try head()
      switch major {
      case 2, 3: try advance(argument)
      case 4: items += Int(clamping: min(argument, UInt64(input.byteCount)))
      case 5: items += 2 * Int(clamping: min(argument, UInt64(input.byteCount)))
      default: break
      }
    }
    return first..<offset
  }

  /// The head of the next item: its major type (RFC 8949 section 3.1) and argument.
  @inline(__always) @_lifetime(self: copy self)
  private mutating func head() throws(CBORError) -> (major: UInt8, argument: UInt64) {
    guard offset < input.byteCount else { throw fault(.cut) }
    let first = unsafe input.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    let short = first & 31
    if short < 24 {
      offset += 1
      return (first >> 5, UInt64(short))
    }
    guard short < 28 else { throw fault(.reserved) }
    let width = 1 << Int(short - 24)
    guard input.byteCount - offset > width else { throw fault(.cut) }
    var value: UInt64 = 0
    if input.byteCount - offset > 8 {
      let wide = unsafe input.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset + 1, as: UInt64.self)
      value = wide.bigEndian >> UInt64(64 - 8 * width)
    } else {
      for place in offset + 1...offset + width {
        value =
          value << 8
          | UInt64(unsafe input.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
      }
    }
    offset += 1 + width
    return (first >> 5, value)
  }

  @inline(never)
  private func fault(_ fault: CBORFault) -> CBORError { CBORError(offset: offset, fault: fault) }

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
