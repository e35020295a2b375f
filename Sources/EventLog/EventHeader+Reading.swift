internal import CBOR
internal import Merkle

extension EventHeader {
  /// Reads the envelope of the event at `index`; texts and payload are found, not read.
  ///
  /// Keys must ascend and numbers be shortest; what is in texts and payload is for
  /// `init(checking:at:)` to judge.
  /// - Throws: `damaged(index, .envelope)`.
  package init(_ event: RawSpan, at index: UInt64) throws(EventLogError) {
    do throws(EnvelopeError) {
      self.init()
      try read(event)
    } catch {
      throw .damaged(index: index, .envelope(offset: error.offset, reason: error.fault))
    }
  }

  /// Reads the envelope, and holds every byte of the event to the rules of the encoding.
  /// - Throws: `damaged(index, .envelope)`.
  package init(checking event: RawSpan, at index: UInt64) throws(EventLogError) {
    try self.init(event, at: index)
    try check(event, at: index, isPayloadRead: false)
  }

  /// Holds the texts, and the payload where nobody has done so, to the rules of the encoding.
  /// - Throws: `damaged(index, .envelope)`.
  func check(
    _ event: RawSpan, at index: UInt64, isPayloadRead: Bool
  ) throws(EventLogError) {
    do throws(CBORError) {
      if !isPayloadRead { try CBORDecoder.validate(event.extracting(payload)) }
    } catch {
      let offset = payload.lowerBound + error.offset
      throw .damaged(index: index, .envelope(offset: offset, reason: .encoding))
    }
    try check(actor, of: event, at: index)
    if let number = document?.number { try check(number, of: event, at: index) }
    if let issuer = document?.issuer { try check(issuer, of: event, at: index) }
    guard event.byteCount <= EventStore.longestEvent else {
      throw .damaged(index: index, .envelope(offset: EventStore.longestEvent, reason: .encoding))
    }
  }

  private func check(
    _ text: Range<Int>, of event: RawSpan, at index: UInt64
  ) throws(EventLogError) {
    guard !event.extracting(text).isUTF8 else { return }
    throw .damaged(index: index, .envelope(offset: text.lowerBound, reason: .encoding))
  }

  /// The keys that every envelope has: 0 to 4, recorded, actor and payload.
  private static let required: UInt32 = 0b100_0011_0001_1111

  @inline(__always)
  private mutating func read(_ event: RawSpan) throws(EnvelopeError) {
    var reader = EnvelopeReader(event)
    var left = try reader.argument(.map)
    var seen: UInt32 = 0
    while left > 0 {
      let start = reader.offset
      let key = try reader.argument(.unsigned)
      guard key <= 14 else { throw EnvelopeError(.unknown(key: key), at: start) }
      guard seen >> UInt32(key) == 0 else { throw EnvelopeError(.encoding, at: start) }
      seen |= 1 << UInt32(key)
      left -= 1
      if key < 14 {
        try read(key, of: event, from: &reader)
      } else {
        guard left == 0, try reader.peek() >> 5 == EnvelopeReader.Major.map.rawValue else {
          throw EnvelopeError(.value(key: key), at: reader.offset)
        }
        payload = reader.offset..<event.byteCount
      }
    }
    let missing = Self.required & ~seen
    guard missing == 0 else {
      throw EnvelopeError(.missing(key: UInt64(missing.trailingZeroBitCount)), at: 0)
    }
    guard (prior == nil) == (revision == 0), (previous == nil) == (revision == 0) else {
      throw EnvelopeError(.chain, at: 0)
    }
  }

  @inline(__always)
  private mutating func read(
    _ key: UInt64, of event: RawSpan, from reader: inout EnvelopeReader
  ) throws(EnvelopeError) {
    switch key {
    case 0: type = try reader.number(key)
    case 1: version = try reader.number(key)
    case 2:
      let start = reader.offset
      guard let kind = StreamKind(rawValue: try reader.number(key)) else {
        throw EnvelopeError(.value(key: key), at: start)
      }
      stream = StreamKey(kind, 0)
    case 3: stream = StreamKey(stream.kind, try reader.number(key))
    case 4: revision = try reader.argument(.unsigned)
    case 5: prior = try reader.argument(.unsigned)
    case 6: previous = try reader.hash(key, in: event)
    case 7: effective = try reader.day(key)
    case 8: recorded = try reader.integer(key)
    case 9: actor = try reader.content(.text)
    case 10: document = try DocumentFields(from: &reader)
    case 11: cause = try reader.argument(.unsigned)
    case 12: row = try reader.argument(.unsigned)
    default: commitment = try reader.hash(key, in: event)
    }
  }
}

extension EventHeader.DocumentFields {
  fileprivate init(from reader: inout EnvelopeReader) throws(EnvelopeError) {
    var last = -1
    for _ in 0..<(try reader.argument(.map)) {
      let start = reader.offset
      let key = try reader.argument(.unsigned)
      guard key <= 2, Int(key) > last else { throw EnvelopeError(.value(key: 10), at: start) }
      last = Int(key)
      switch key {
      case 0: number = try reader.content(.text)
      case 1: date = try reader.day(10)
      default: issuer = try reader.content(.text)
      }
    }
  }
}

extension EnvelopeReader {
  /// An unsigned integer that fits the type asked for.
  @inline(__always)
  @_lifetime(self: copy self)
  fileprivate mutating func number<Number: FixedWidthInteger>(
    _ key: UInt64
  ) throws(EnvelopeError) -> Number {
    let start = offset
    guard let number = Number(exactly: try argument(.unsigned)) else {
      throw EnvelopeError(.value(key: key), at: start)
    }
    return number
  }

  /// An integer of either sign.
  @inline(__always)
  @_lifetime(self: copy self)
  fileprivate mutating func integer(_ key: UInt64) throws(EnvelopeError) -> Int64 {
    let start = offset
    let isNegative = try peek() >> 5 == Major.negative.rawValue
    let value = try argument(isNegative ? .negative : .unsigned)
    guard value <= UInt64(Int64.max) else { throw EnvelopeError(.value(key: key), at: start) }
    return isNegative ? ~Int64(bitPattern: value) : Int64(bitPattern: value)
  }

  /// A day: an integer of 32 bits with sign.
  @_lifetime(self: copy self)
  fileprivate mutating func day(_ key: UInt64) throws(EnvelopeError) -> Int32 {
    let start = offset
    guard let day = Int32(exactly: try integer(key)) else {
      throw EnvelopeError(.value(key: key), at: start)
    }
    return day
  }

  /// A byte string of 32 bytes.
  @inline(__always)
  @_lifetime(self: copy self)
  fileprivate mutating func hash(
    _ key: UInt64, in event: RawSpan
  ) throws(EnvelopeError) -> Hash {
    let start = offset
    let range = try content(.bytes)
    do throws(MerkleError) {
      return try Hash(event.extracting(range))
    } catch {
      throw EnvelopeError(.value(key: key), at: start)
    }
  }
}

extension RawSpan {
  /// Whether the bytes are UTF-8; fast where they are ASCII.
  fileprivate var isUTF8: Bool {
    let isASCII = unsafe withUnsafeBytes { unsafe $0.allSatisfy { $0 < 0x80 } }
    if isASCII { return true }
    do {
      _ = try UTF8Span(validating: Span<UInt8>(_bytes: self))
      return true
    } catch {
      return false
    }
  }
}
