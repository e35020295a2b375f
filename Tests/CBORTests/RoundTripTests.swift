import CBOR
import TestSupport
import Testing

/// Whatever is written is read back, and there is one encoding of it.
@Suite struct RoundTripTests {
  indirect enum Item: Equatable {
    case unsigned(UInt64)
    case signed(Int64)
    case bytes([UInt8])
    case text(String)
    case array([Item])
    case map([UInt64: Item])
    case bool(Bool)
    case null

    static func random(_ random: inout SeededGenerator, depth: Int = 0) -> Item {
      switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &random) {
      case 0: return .unsigned(random.next() >> UInt64.random(in: 0..<64, using: &random))
      case 1: return .signed(-1 - Int64(random.next() >> UInt64.random(in: 1..<64, using: &random)))
      case 2: return .bytes(random.bytes(Int.random(in: 0...300, using: &random)))
      case 3:
        let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> 7)
        }
        return .text(String(String.UnicodeScalarView(scalars)))
      case 4: return .bool(Bool.random(using: &random))
      case 5: return .null
      case 6:
        let count = Int.random(in: 0...30, using: &random)
        return .array((0..<count).map { _ in .random(&random, depth: depth + 3) })
      default:
        var map: [UInt64: Item] = [:]
        for _ in 0..<Int.random(in: 0...10, using: &random) {
          let key = random.next() >> UInt64.random(in: 0..<64, using: &random)
          map[key] = .random(&random, depth: depth + 1)
        }
        return .map(map)
      }
    }

    func write(_ encoder: inout CBOREncoder) {
      switch self {
      case .unsigned(let value): encoder.uint(value)
      case .signed(let value): encoder.int(value)
      case .bytes(let value): encoder.bytes(value)
      case .text(let value): encoder.text(value)
      case .bool(let value): encoder.bool(value)
      case .null: encoder.null()
      case .array(let items):
        encoder.array(items.count)
        for item in items { item.write(&encoder) }
      case .map(let items):
        encoder.map(items.count)
        for key in items.keys.sorted() {
          encoder.uint(key)
          items[key]?.write(&encoder)
        }
      }
    }

    static func read(_ decoder: inout CBORDecoder) throws(CBORError) -> Item {
      switch try decoder.kind() {
      case .unsigned: return .unsigned(try decoder.uint())
      case .negative: return .signed(try decoder.int())
      case .bytes:
        let span = try decoder.bytes()
        return unsafe .bytes(span.withUnsafeBytes { bytes in unsafe [UInt8](bytes) })
      case .text: return .text(try decoder.text())
      case .bool: return .bool(try decoder.bool())
      case .null:
        try decoder.null()
        return .null
      case .array:
        var items: [Item] = []
        for _ in 0..<(try decoder.array()) { items.append(try read(&decoder)) }
        return .array(items)
      case .map:
        var items: [UInt64: Item] = [:]
        var keys = try decoder.integerKeys()
        while let key = try decoder.next(&keys) { items[key] = try read(&decoder) }
        return .map(items)
      }
    }
  }

  @Test func `random items come back, and their bytes keep every rule`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<2000 {
      let item = Item.random(&random)
      var encoder = CBOREncoder(capacity: 0)
      item.write(&encoder)
      try CBORDecoder.validate(encoder.span)
      var decoder = CBORDecoder(encoder.span)
      #expect(try Item.read(&decoder) == item, "\(random)")
      try decoder.finish()
    }
  }

  @Test func `no prefix of an item is an item`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<200 {
      var encoder = CBOREncoder()
      Item.random(&random).write(&encoder)
      let bytes = encoder.bytes
      for count in 0..<min(bytes.count, 200) {
        let prefix = Array(bytes.prefix(count))
        #expect(throws: CBORError.self, "\(random)") {
          try unsafe CBORDecoder.validate(prefix.span.bytes)
        }
      }
    }
  }

  @Test func `every width of integer is shortest at its limits`() throws {
    for shift: UInt64 in [5, 8, 16, 32] {
      for value in [1 << shift - 1, 1 << shift, 1 << shift + 1] as [UInt64] {
        var encoder = CBOREncoder()
        encoder.uint(value)
        let width = value < 24 ? 1 : value < 256 ? 2 : value < 65536 ? 3 : value >> 32 == 0 ? 5 : 9
        #expect(encoder.count == width)
        #expect(try decode(encoder.bytes) { d throws(CBORError) in try d.uint() } == value)
      }
    }
  }

  @Test func `a map is sorted by the bytes of its keys`() throws {
    func key(_ write: (inout CBOREncoder) -> Void) -> [UInt8] {
      var encoder = CBOREncoder()
      write(&encoder)
      return encoder.bytes
    }
    // The example of RFC 8949 section 4.2.1.
    let sorted = [
      key { $0.uint(10) }, key { $0.uint(100) }, key { $0.int(-1) }, key { $0.text("z") },
      key { $0.text("aa") },
      key { encoder in
        encoder.array(1); encoder.uint(100)
      },
      key { encoder in
        encoder.array(1); encoder.int(-1)
      }, key { $0.bool(false) },
    ]
    var encoder = CBOREncoder()
    encoder.map(sorting: sorted.shuffled().map { (key: $0, value: [0xF6]) })
    #expect(encoder.bytes == [0xA8] + sorted.flatMap { $0 + [0xF6] })
    try CBORDecoder.validate(encoder.span)
  }

  @Test func `an encoder serves many events`() throws {
    var encoder = CBOREncoder(capacity: 16)
    var ends: [Int] = []
    for value in 0..<100 {
      encoder.array(2)
      encoder.uint(UInt64(value))
      encoder.text(String(repeating: "x", count: value))
      ends.append(encoder.count)
    }
    var first = 0
    for (value, end) in ends.enumerated() {
      var decoder = CBORDecoder(encoder.span.extracting(first..<end))
      try decoder.array(exactly: 2)
      #expect(try decoder.uint() == UInt64(value))
      #expect(try decoder.textRange().count == value)
      try decoder.finish()
      first = end
    }
    encoder.removeAll()
    #expect(encoder.count == 0 && encoder.bytes.isEmpty)
  }

  @Test func `items are taken and passed on as they are encoded`() throws {
    let input = try Array(hexadecimal: "83a1016161f64100")
    var decoder = unsafe CBORDecoder(input.span.bytes)
    try decoder.array(exactly: 3)
    #expect(try decoder.itemRange() == 1..<5)
    let taken = (decoder.takeNull(), decoder.takeNull())
    #expect(taken == (true, false))
    var encoder = CBOREncoder()
    encoder.encoded(try decoder.item())
    #expect(encoder.bytes == [0x41, 0x00])
    try decoder.finish()
  }
}
