extension JSONValue {
  /// The deepest nesting of arrays and objects that is read.
  package static let depthLimit = 64

  /// Reads exactly one JSON text (RFC 8259); linear time.
  ///
  /// Strict: UTF-8 without byte order mark, no comments, no trailing commas, no name twice.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    try self.init(parsing: bytes.span)
  }

  /// Reads exactly one JSON text, under the same rules.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads exactly one JSON text, under the same rules.
  package init(parsing bytes: Span<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes)
    try reader.checkEncoding()
    self = try reader.text()
  }
}

/// Goes through the bytes of a JSON text once, from the first to the last.
struct JSONReader: ~Escapable {
  let bytes: Span<UInt8>
  var position = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) { self.bytes = bytes }

  /// The byte at the cursor, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The fault at the cursor; the place is counted only now.
  func fault(_ fault: JSONFault) -> JSONError {
    var (line, column) = (1, 1)
    for place in 0..<min(position, bytes.count) {
      if bytes[place] == 0x0A {
        line += 1
        column = 1
      } else if bytes[place] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(line: line, column: column, fault: fault)
  }

  @_lifetime(self: copy self)
  mutating func checkEncoding() throws(JSONError) {
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      position = error.byteOffsets.lowerBound
      throw fault(.encoding)
    }
  }

  @_lifetime(self: copy self)
  mutating func text() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard next == nil else { throw fault(.trailing) }
    return value
  }

  @_lifetime(self: copy self)
  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  @_lifetime(self: copy self)
  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard let byte = next else { throw fault(.cut) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault(.unexpected)
    }
  }

  @_lifetime(self: copy self)
  mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for place in 0..<word.utf8CodeUnitCount {
      guard let byte = next else { throw fault(.cut) }
      let expected = unsafe word.utf8Start[place]
      guard byte == expected else { throw fault(.unexpected) }
      position += 1
    }
    return value
  }

  @_lifetime(self: copy self)
  mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth <= JSONValue.depthLimit else { throw fault(.depth) }
    position += 1
    var elements: [JSONValue] = []
    if takeEnd(UInt8(ascii: "]")) { return elements }
    repeat {
      elements.append(try value(depth: depth))
    } while try takeComma(before: UInt8(ascii: "]"))
    return elements
  }

  @_lifetime(self: copy self)
  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth <= JSONValue.depthLimit else { throw fault(.depth) }
    position += 1
    var object = JSONObject()
    var names = JSONNames()
    if takeEnd(UInt8(ascii: "}")) { return object }
    repeat {
      skipSpace()
      let before = self
      guard let byte = next else { throw fault(.cut) }
      guard byte == UInt8(ascii: "\"") else { throw fault(.unexpected) }
      let name = try string()
      guard names.insert(name) else { throw before.fault(.duplicate(name)) }
      skipSpace()
      guard let colon = next else { throw fault(.cut) }
      guard colon == UInt8(ascii: ":") else { throw fault(.unexpected) }
      position += 1
      object.append(name, try value(depth: depth))
    } while try takeComma(before: UInt8(ascii: "}"))
    return object
  }

  @_lifetime(self: copy self)
  mutating func takeEnd(_ end: UInt8) -> Bool {
    skipSpace()
    guard next == end else { return false }
    position += 1
    return true
  }

  /// Reads a comma, which means more, or the end, which does not.
  @_lifetime(self: copy self)
  mutating func takeComma(before end: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard let byte = next else { throw fault(.cut) }
    guard byte == end || byte == UInt8(ascii: ",") else { throw fault(.unexpected) }
    position += 1
    return byte != end
  }
}

/// The names that an object has had so far, told apart by code points.
private struct JSONNames {
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// Whether the name is new; in constant time however many there are.
  mutating func insert(_ name: String) -> Bool {
    if few.count < 8 {
      if few.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { return false }
      few.append(name)
      return true
    }
    if many.isEmpty { many = Set(few.map { Array($0.utf8) }) }
    return many.insert(Array(name.utf8)).inserted
  }
}
