import CBOR
import TestSupport
import Testing

/// RFC 8949 Appendix A: what is deterministic in it goes both ways, the rest is refused.
@Suite struct AppendixTests {
  static let unsigned: [(UInt64, String)] = [
    (0, "00"), (1, "01"), (10, "0a"), (23, "17"), (24, "1818"), (25, "1819"), (100, "1864"),
    (1000, "1903e8"), (1_000_000, "1a000f4240"), (1_000_000_000_000, "1b000000e8d4a51000"),
    (.max, "1bffffffffffffffff"),
  ]
  static let signed: [(Int64, String)] = [
    (0, "00"), (-1, "20"), (-10, "29"), (-100, "3863"), (-1000, "3903e7"),
    (.max, "1b7fffffffffffffff"), (.min, "3b7fffffffffffffff"),
  ]
  static let texts = [
    ("", "60"), ("a", "6161"), ("IETF", "6449455446"), ("\"\\", "62225c"), ("ü", "62c3bc"),
    ("水", "63e6b0b4"), ("𐅑", "64f0908591"),
  ]
  /// Whole items: arrays, maps, what is nested in them, simple values, byte strings.
  static let items = [
    "f4", "f5", "f6", "40", "4401020304", "80", "83010203", "8301820203820405",
    "98190102030405060708090a0b0c0d0e0f101112131415161718181819", "a0", "a201020304",
    "a26161016162820203", "826161a161626163",
    "a56161614161626142616361436164614461656145",
  ]
  static let refused: [(String, Int, CBORFault)] = [
    ("c249010000000000000000", 0, .tag), ("c349010000000000000000", 0, .tag),
    ("f90000", 0, .float), ("fb3ff199999999999a", 0, .float), ("fa47c35000", 0, .float),
    ("f7", 0, .simple), ("f0", 0, .simple), ("f8ff", 0, .simple), ("c11a514b67b0", 0, .tag),
    ("d818456449455446", 0, .tag), ("5f42010243030405ff", 0, .indefinite),
    ("7f657374726561646d696e67ff", 0, .indefinite), ("9fff", 0, .indefinite),
    ("83018202039f0405ff", 5, .indefinite), ("bf61610161629f0203ffff", 0, .indefinite),
  ]

  func encoded(_ write: (inout CBOREncoder) -> Void) -> String {
    var encoder = CBOREncoder()
    write(&encoder)
    return encoder.bytes.hexadecimal
  }

  @Test(arguments: unsigned)
  func `unsigned integers go both ways`(value: UInt64, text: String) throws {
    #expect(encoded { $0.uint(value) } == text)
    #expect(try decode(text) { decoder throws(CBORError) in try decoder.uint() } == value)
  }

  @Test(arguments: signed)
  func `integers of either sign go both ways`(value: Int64, text: String) throws {
    #expect(encoded { $0.int(value) } == text)
    #expect(try decode(text) { decoder throws(CBORError) in try decoder.int() } == value)
  }

  @Test(arguments: texts)
  func `texts go both ways`(value: String, text: String) throws {
    #expect(encoded { $0.text(value) } == text)
    #expect(try decode(text) { decoder throws(CBORError) in try decoder.text() } == value)
  }

  @Test func `arrays, maps, byte strings and simple values are written as published`() {
    #expect(encoded { $0.bytes([1, 2, 3, 4]) } == "4401020304")
    #expect(encoded { $0.bool(false) } == "f4")
    #expect(encoded { $0.bool(true) } == "f5")
    #expect(encoded { $0.null() } == "f6")
    let array = encoded { encoder in
      encoder.array(25)
      for value in 1...25 { encoder.uint(UInt64(value)) }
    }
    #expect(array == Self.items[8])
    let map = encoded { encoder in
      encoder.map(2)
      for text in ["a", "b"] {
        encoder.text(text)
        if text == "a" { encoder.uint(1) } else { encoder.array(2) }
      }
      encoder.uint(2)
      encoder.uint(3)
    }
    #expect(map == Self.items[11])
  }

  @Test(arguments: items)
  func `whole items keep the rules`(text: String) throws {
    let input = try Array(hexadecimal: text)
    try unsafe CBORDecoder.validate(input.span.bytes)
  }

  @Test func `an integer outside 64 bits with sign is out of range`() throws {
    for text in ["3bffffffffffffffff", "3b8000000000000000", "1b8000000000000000"] {
      #expect(throws: CBORError(offset: 0, fault: .range)) {
        try decode(text) { decoder throws(CBORError) in try decoder.int() }
      }
      let input = try Array(hexadecimal: text)
      try unsafe CBORDecoder.validate(input.span.bytes)
    }
  }

  @Test(arguments: refused)
  func `what is not deterministic is refused`(
    text: String, offset: Int, fault: CBORFault
  ) throws {
    let input = try Array(hexadecimal: text)
    #expect(throws: CBORError(offset: offset, fault: fault)) {
      try unsafe CBORDecoder.validate(input.span.bytes)
    }
  }
}

/// Has the body read the bytes and sees that it reads all of them.
func decode<Value>(
  _ text: String, _ body: (inout CBORDecoder) throws(CBORError) -> Value
) throws -> Value {
  try decode(try Array(hexadecimal: text), body)
}

/// Has the body read the bytes and sees that it reads all of them.
func decode<Value>(
  _ bytes: [UInt8], _ body: (inout CBORDecoder) throws(CBORError) -> Value
) throws(CBORError) -> Value {
  var decoder = unsafe CBORDecoder(bytes.span.bytes)
  let value = try body(&decoder)
  try decoder.finish()
  return value
}
