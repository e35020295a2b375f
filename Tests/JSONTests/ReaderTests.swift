import JSON
import TestSupport
import Testing

/// The strict reader: what RFC 8259 allows, and the place of everything else.
@Suite struct ReaderTests {
  func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("\t\r\nfalse\n", .bool(false)),
    ("0", .integer(0)), ("-1", .integer(-1)), ("9223372036854775807", .integer(.max)),
    ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number("9223372036854775808")),
    ("-9223372036854775809", .number("-9223372036854775809")), ("-0", .number("-0")),
    ("1.50", .number("1.50")), ("1e3", .number("1e3")), ("-0.1E-07", .number("-0.1E-07")),
    ("0e+0", .number("0e+0")), ("\"\"", .string("")), ("[]", .array([])), ("[ ]", .array([])),
    ("[1,[2],3]", .array([.integer(1), .array([.integer(2)]), .integer(3)])),
    ("{}", .object(JSONObject())), ("{ }", .object(JSONObject())),
  ])
  func `values are read exactly`(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    (#""Nguyễn Văn A""#, "Nguyễn Văn A"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u1EC7\uFFFF""#, "Aéệ\u{FFFF}"), (#""\u0000""#, "\0"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
    (#""a\u0062c""#, "abc"), (#""😀\n😀""#, "😀\n😀"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  ])
  func `strings are read with their escapes`(text: String, value: String) throws {
    let found = try parse(text).string
    #expect(found.map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test(arguments: [
    ("", 1, 1, JSONFault.cut), (" \n ", 2, 2, .cut), ("tru", 1, 4, .cut), ("[", 1, 2, .cut),
    ("[1", 1, 3, .cut), ("[1,", 1, 4, .cut), ("{\"a\"", 1, 5, .cut), ("{\"a\":", 1, 6, .cut),
    ("{\"a\":1,", 1, 8, .cut), ("\"abc", 1, 5, .cut), ("\"\\", 1, 3, .cut),
    ("\"\\u00", 1, 6, .cut), ("-", 1, 2, .cut), ("1.", 1, 3, .cut), ("1e", 1, 3, .cut),
    ("nul ", 1, 4, .unexpected), ("True", 1, 1, .unexpected), ("[1 2]", 1, 4, .unexpected),
    ("[1,]", 1, 4, .unexpected), ("[,1]", 1, 2, .unexpected), ("{1:2}", 1, 2, .unexpected),
    ("{\"a\" 1}", 1, 6, .unexpected), ("{\"a\":1,}", 1, 8, .unexpected),
    ("{'a':1}", 1, 2, .unexpected), ("// x", 1, 1, .unexpected), ("[1}", 1, 3, .unexpected),
    ("+1", 1, 1, .unexpected), (".5", 1, 1, .unexpected), ("NaN", 1, 1, .unexpected),
    ("\u{FEFF}1", 1, 1, .unexpected), ("\u{A0}1", 1, 1, .unexpected),
    ("01", 1, 3, .number), ("-01", 1, 4, .number), ("1.x", 1, 3, .number), ("-x", 1, 2, .number),
    ("1ex", 1, 3, .number), ("1e+x", 1, 4, .number), ("[1.]", 1, 4, .number),
    ("\"\\x\"", 1, 2, .escape), ("\"\\u12G4\"", 1, 6, .escape), ("\"é\\'\"", 1, 3, .escape),
    ("\"\\ud800\"", 1, 2, .surrogate), ("\"\\udc00\"", 1, 2, .surrogate),
    ("\"\\ud800\\n\"", 1, 2, .surrogate), ("\"\\ud800\\ud800\"", 1, 2, .surrogate),
    ("\"\\ud800x\"", 1, 2, .surrogate), ("\"a\\udfff\\ud800\"", 1, 3, .surrogate),
    ("\"a\u{0}\"", 1, 3, .control), ("\"a\nb\"", 1, 3, .control), ("\"\u{1F}\"", 1, 2, .control),
    ("{\"a\":1,\"a\":2}", 1, 8, .duplicate("a")),
    ("{\"\\u0061\":1, \"a\":2}", 1, 14, .duplicate("a")),
    ("1 2", 1, 3, .trailing), ("{}\n\n  x", 3, 3, .trailing), ("nulls", 1, 5, .trailing),
  ])
  func `what is no JSON is rejected at its line and column`(
    text: String, line: Int, column: Int, fault: JSONFault
  ) throws {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.fault == fault)
  }

  @Test(arguments: [
    ([0x22, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 2),
    ([0x22, 0xC0, 0xAF, 0x22], 2), ([0xFF, 0xFE, 0x31, 0x00], 1),
  ])
  func `bytes that are not UTF-8 are rejected`(bytes: [UInt8], column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    #expect(error?.fault == .encoding)
    #expect(error?.column == column)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func `nesting is read to its limit and not one deeper`(open: String, close: String) throws {
    func nest(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    _ = try parse(nest(JSONValue.depthLimit))
    let error = #expect(throws: JSONError.self) { try parse(nest(JSONValue.depthLimit + 1)) }
    #expect(error?.fault == .depth)
    #expect(error?.column == JSONValue.depthLimit * open.count + 1)
    #expect(throws: JSONError.self) { try parse(String(repeating: open, count: 1_000_000)) }
  }

  @Test func `members keep their order and are found by name`() throws {
    let value = try parse(#"{"b":1,"a":[true,null],"":"x"}"#)
    #expect(value.object?.members.map(\.name) == ["b", "a", ""])
    #expect(value["b"]?.integer == 1)
    #expect(value["a"]?.array?.first?.bool == true)
    #expect(value["a"]?.array?.last?.isNull == true)
    #expect(value[""]?.string == "x")
    #expect(value["c"] == nil)
    #expect(value["a"]?["b"] == nil)
  }

  @Test func `names that only look alike are different names`() throws {
    let value = try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"]?.integer == 1)
    #expect(value["e\u{301}"]?.integer == 2)
  }

  @Test func `a name that comes twice is found among many`() throws {
    let names = (0..<1000).map { "\"n\($0)\":\($0)" }
    #expect(try parse("{" + names.joined(separator: ",") + "}")["n999"]?.integer == 999)
    let error = #expect(throws: JSONError.self) {
      try parse("{" + (names + ["\"n3\":0"]).joined(separator: ",") + "}")
    }
    #expect(error?.fault == .duplicate("n3"))
  }

  @Test func `no input makes the reader stop the process`() {
    var random = SeededGenerator.announced()
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "u", "d800", "1", "-", ".", "e", " ", "é",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...20, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      do {
        _ = try JSONValue(parsing: text)
      } catch {
        #expect(error.line == 1 && error.column <= text.unicodeScalars.count + 1, "\(random)")
      }
    }
  }
}
