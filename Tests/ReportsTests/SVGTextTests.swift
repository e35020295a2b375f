import Testing

@testable import Reports

@Suite struct SVGTextTests {
  // No entry holds such signs any more; names recorded before that was refused may.
  @Test func `what XML cannot hold is replaced, and marks are escaped`() {
    var svg = SVGText()
    svg.add("text", text: "A&B <\"i\"> \u{1}")
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.contains("A&amp;B &lt;"))
    #expect(text.contains("␁"))
    #expect(!text.contains("\u{1}") && !text.contains("<\"i\""))
  }
}
