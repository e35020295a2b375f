import CBOR
import TestSupport
import Testing

/// Bytes that are no deterministic CBOR, each with its fault and place.
@Suite struct FaultTests {
  @Test(arguments: [
    ("", 0, CBORFault.cut), ("18", 0, .cut), ("19ff", 0, .cut), ("1a000000", 0, .cut),
    ("1b00000000000000", 0, .cut), ("8201", 0, .length), ("820102ff", 3, .trailing),
    ("1800", 0, .notShortest), ("1817", 0, .notShortest), ("1900ff", 0, .notShortest),
    ("1a0000ffff", 0, .notShortest), ("1b00000000ffffffff", 0, .notShortest),
    ("3800", 0, .notShortest), ("5801aa", 0, .notShortest), ("780161", 0, .notShortest),
    ("980100", 0, .notShortest), ("b8010000", 0, .notShortest),
    ("1c", 0, .reserved), ("1d", 0, .reserved), ("1e", 0, .reserved), ("fc", 0, .reserved),
    ("1f", 0, .indefinite), ("5f", 0, .indefinite), ("ff", 0, .indefinite),
    ("41", 0, .length), ("6261", 0, .length), ("81", 0, .length), ("a100", 0, .length),
    ("5bffffffffffffffff", 0, .length), ("7b7fffffffffffffff", 0, .length),
    ("9bffffffffffffffff", 0, .length), ("bbffffffffffffffff", 0, .length),
    ("9a0100000000", 0, .length), ("b90100" + String(repeating: "0", count: 100), 0, .length),
    ("a200000000", 3, .duplicate), ("a201000000", 3, .unsorted), ("a220000100", 3, .unsorted),
    ("a26162006161 00", 4, .unsorted), ("a2626161006161 00", 5, .unsorted),
    ("a2616100616100", 4, .duplicate), ("a2f500f400", 3, .unsorted),
    ("61ff", 0, .text), ("62c328", 0, .text), ("63eda080", 0, .text), ("62c080", 0, .text),
    ("64f4908080", 0, .text), ("61c3", 0, .text), ("8161e6", 1, .text),
    ("c000", 0, .tag), ("f93c00", 0, .float), ("f7", 0, .simple), ("f814", 0, .simple),
  ])
  func `malformed bytes are refused at their place`(
    text: String, offset: Int, fault: CBORFault
  ) throws {
    let input = try Array(hexadecimal: text.filter { $0 != " " })
    let expected = CBORError(offset: offset, fault: fault)
    #expect(throws: expected) { try unsafe CBORDecoder.validate(input.span.bytes) }
  }

  @Test func `nesting is read to its limit and not one deeper`() throws {
    for nest in [UInt8(0x81), 0xA1] {
      for depth in [CBORDecoder.depthLimit, CBORDecoder.depthLimit + 1] {
        var input: [UInt8] = []
        for _ in 0..<depth { input += nest == 0x81 ? [nest] : [nest, 0] }
        input.append(0)
        if depth == CBORDecoder.depthLimit {
          try unsafe CBORDecoder.validate(input.span.bytes)
        } else {
          let place = CBORDecoder.depthLimit * (nest == 0x81 ? 1 : 2)
          #expect(throws: CBORError(offset: place, fault: .depth)) {
            try unsafe CBORDecoder.validate(input.span.bytes)
          }
        }
      }
    }
  }

  @Test func `another kind than the one asked for is refused and named`() {
    func refuse(
      _ text: String, _ fault: CBORFault,
      _ read: (inout CBORDecoder) throws(CBORError) -> Void
    ) {
      #expect(throws: CBORError(offset: 0, fault: fault)) { try decode(text, read) }
    }
    refuse("20", .kind(expected: .unsigned, found: .negative)) { decoder throws(CBORError) in
      _ = try decoder.uint()
    }
    refuse("f4", .kind(expected: .unsigned, found: .bool)) { decoder throws(CBORError) in
      _ = try decoder.int()
    }
    refuse("6161", .kind(expected: .bytes, found: .text)) { decoder throws(CBORError) in
      _ = try decoder.bytesRange()
    }
    refuse("4161", .kind(expected: .text, found: .bytes)) { decoder throws(CBORError) in
      _ = try decoder.text()
    }
    refuse("a0", .kind(expected: .array, found: .map)) { decoder throws(CBORError) in
      _ = try decoder.array()
    }
    refuse("80", .kind(expected: .map, found: .array)) { decoder throws(CBORError) in
      _ = try decoder.map()
    }
    refuse("f6", .kind(expected: .bool, found: .null)) { decoder throws(CBORError) in
      _ = try decoder.bool()
    }
    refuse("00", .kind(expected: .null, found: .unsigned)) { decoder throws(CBORError) in
      try decoder.null()
    }
    refuse("f7", .simple) { decoder throws(CBORError) in _ = try decoder.uint() }
    refuse("", .cut) { decoder throws(CBORError) in try decoder.null() }
    refuse("8100", .count(expected: 2, found: 1)) { decoder throws(CBORError) in
      try decoder.array(exactly: 2)
    }
    refuse("420000", .count(expected: 32, found: 2)) { decoder throws(CBORError) in
      _ = try decoder.bytes(exactly: 32).byteCount
    }
  }

  @Test func `integer keys are held to their order`() throws {
    func keys(_ text: String) throws -> [UInt64] {
      try decode(text) { decoder throws(CBORError) in
        var found: [UInt64] = []
        var keys = try decoder.integerKeys()
        while let key = try decoder.next(&keys) {
          found.append(key)
          try decoder.skip()
        }
        return found
      }
    }
    #expect(try keys("a0") == [])
    #expect(try keys("a30080018101181803") == [0, 1, 24])
    #expect(throws: CBORError(offset: 3, fault: .unsorted)) { try keys("a201000000") }
    #expect(throws: CBORError(offset: 3, fault: .duplicate)) { try keys("a201000100") }
    #expect(throws: CBORError(offset: 1, fault: .kind(expected: .unsigned, found: .text))) {
      try keys("a1616100")
    }
  }

  @Test func `texts are judged as the standard library judges them`() {
    var random = SeededGenerator.announced()
    let marks: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...6, using: &random)
      let tail = (0..<count).map { _ in marks.randomElement(using: &random) ?? 0 }
      let ascii = [UInt8](repeating: 0x61, count: Int.random(in: 0...16, using: &random))
      let units = (ascii + tail).count < 24 ? ascii + tail : tail
      let isText: Bool
      do {
        let found = try decode([0x60 | UInt8(units.count)] + units) { decoder throws(CBORError) in
          try decoder.text()
        }
        isText = Array(found.utf8) == units
      } catch {
        isText = false
      }
      #expect(isText == (String(validating: units, as: UTF8.self) != nil), "\(random) \(units)")
    }
  }

  @Test func `no input makes the decoder stop the process`() {
    var random = SeededGenerator.announced()
    for _ in 0..<20_000 {
      let input = random.bytes(Int.random(in: 0...40, using: &random))
      do {
        try unsafe CBORDecoder.validate(input.span.bytes)
      } catch {
        #expect(error.offset <= input.count, "\(random)")
      }
    }
  }
}
