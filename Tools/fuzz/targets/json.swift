import JSON

// JSON texts, which is what dossiers, proofs and rule sets are; what is read is written as a text
// that says the same.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let value = try? JSONValue(parsing: bytes) {
    for layout in [JSONWriter.Layout.compact, .indented] {
      var writer = JSONWriter(layout)
      writer.value(value)
      let again = try? JSONValue(parsing: writer.take())
      precondition(again == value, "another value than was read")
    }
  }
  return 0
}
