import JSON
import TestSupport
import Testing

/// The writer, and the way there and back.
@Suite struct WriterTests {
  func written(
    _ layout: JSONWriter.Layout = .compact, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter(layout)
    body(&writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  func sample(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", "Tổ chức")
      writer.member("size", UInt64.max)
      writer.member("isWhole", true)
      writer.name("none")
      writer.null()
      writer.name("empty")
      writer.array { _ in }
      writer.name("rows")
      writer.array { writer in
        writer.integer(Int64.min)
        writer.object { _ in }
        writer.object { writer in writer.member("a", 1) }
        writer.number("0.5")
      }
    }
  }

  @Test func `compact text has no spaces`() {
    let text = written(.compact, sample)
    #expect(
      text == #"{"name":"Tổ chức","size":18446744073709551615,"isWhole":true,"none":null,"#
        + #""empty":[],"rows":[-9223372036854775808,{},{"a":1},0.5]}"#)
  }

  @Test func `indented text has one member a line`() {
    let text = written(.indented, sample)
    #expect(
      text == """
        {
          "name": "Tổ chức",
          "size": 18446744073709551615,
          "isWhole": true,
          "none": null,
          "empty": [],
          "rows": [
            -9223372036854775808,
            {},
            {
              "a": 1
            },
            0.5
          ]
        }
        """)
  }

  @Test func `what JSON does not allow in strings is escaped`() {
    let control = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    #expect(
      written { $0.string(control) }
        == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
        + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c"#
        + #"\u001d\u001e\u001f""#)
    #expect(written { $0.string(#"a"b\c/d"#) } == #""a\"b\\c/d""#)
    #expect(written { $0.string("\u{7F}é😀") } == "\"\u{7F}é😀\"")
    #expect(written { $0.string("") } == "\"\"")
  }

  @Test func `integers of every width are exact`() {
    let text = written { writer in
      writer.array { writer in
        for value: Int8 in [.min, -1, 0, 9, 10, .max] { writer.integer(value) }
        writer.integer(UInt8.max)
        writer.integer(Int64.max)
      }
    }
    #expect(text == "[-128,-1,0,9,10,127,255,9223372036854775807]")
  }

  @Test func `lines hold one value each and may be taken away one by one`() {
    var writer = JSONWriter()
    var text = ""
    for value in 1...3 {
      writer.array { $0.integer(value) }
      writer.endLine()
      text += String(decoding: writer.take(), as: UTF8.self)
    }
    #expect(text == "[1]\n[2]\n[3]\n")
    #expect(writer.bytes.isEmpty)
  }

  @Test func `random values come back from both layouts`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<1000 {
      let text = randomText(&random, depth: 0)
      let value = try JSONValue(parsing: text)
      for layout in [JSONWriter.Layout.compact, .indented] {
        let again = written(layout) { $0.value(value) }
        #expect(try JSONValue(parsing: again) == value, "\(random)")
      }
      #expect(written { $0.value(value) } == text, "\(random)")
    }
  }

  /// A compact text as the writer would write it.
  func randomText(_ random: inout SeededGenerator, depth: Int) -> String {
    switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
    case 0: return "null"
    case 1: return Bool.random(using: &random) ? "true" : "false"
    case 2: return "\(Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random))"
    case 3: return "\(UInt8(truncatingIfNeeded: random.next())).\(random.next() >> 40)"
    case 4: return written { $0.string(randomString(&random)) }
    case 5:
      let count = Int.random(in: 0...5, using: &random)
      let elements = (0..<count).map { _ in randomText(&random, depth: depth + 1) }
      return "[" + elements.joined(separator: ",") + "]"
    default:
      let count = Int.random(in: 0...5, using: &random)
      let members = (0..<count).map { "\"\($0)\":" + randomText(&random, depth: depth + 1) }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  func randomString(_ random: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
      Unicode.Scalar(
        UInt32.random(in: 0...0x10FFFF, using: &random) >> UInt32.random(in: 0...14, using: &random)
      )
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func `a value without a name in an object stops the process`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.null()
    }
  }

  @Test func `ends that do not fit stop the process`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.endArray()
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.null()
      writer.null()
    }
  }
}
