import JSON
import Testing

@Test func `plain keys and words are those that would need no escape`() {
  for layout in [JSONWriter.Layout.compact, .indented] {
    var plain = JSONWriter(layout)
    var careful = JSONWriter(layout)
    plain.beginObject()
    careful.beginObject()
    plain.key("a")
    careful.name("a")
    plain.word("b-c")
    careful.string("b-c")
    plain.key("d")
    careful.name("d")
    let units: [UInt8] = [0x31, 0x2D, 0x32]
    plain.word(units.span)
    careful.string("1-2")
    plain.endObject()
    careful.endObject()
    #expect(plain.bytes == careful.bytes)
  }
}

@Test func `what was written before is copied with its separator`() {
  for layout in [JSONWriter.Layout.compact, .indented] {
    var writer = JSONWriter(layout)
    writer.beginArray()
    writer.beginObject()
    writer.member("a", 1)
    writer.endObject()
    let first = writer.bytes.drop { $0 != UInt8(ascii: "{") }
    writer.again(Array(first))
    writer.endArray()
    let text = String(decoding: writer.bytes, as: UTF8.self)
    let expected =
      layout == .compact
      ? #"[{"a":1},{"a":1}]"#
      : "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 1\n  }\n]"
    #expect(text == expected)
  }
}
