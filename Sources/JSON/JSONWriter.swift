/// Writes JSON (RFC 8259) as UTF-8, value by value; commas and indentation are its business.
///
/// A call that cannot give JSON, such as a value without a name in an object, is a mistake of
/// the caller and stops the process.
package struct JSONWriter: ~Copyable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// In one line without spaces.
    case compact
    /// One element or member a line, two spaces a level.
    case indented
  }

  private enum Place {
    case array
    case object
  }

  /// The text so far.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var open: [Place] = []
  /// Whether nothing was written yet in the innermost array or object, or in the line.
  private var isFirst = true
  private var isNamed = false

  /// An empty text.
  ///
  /// - Parameter bytes: so many fit before memory is asked for again.
  package init(_ layout: Layout = .compact, reserving bytes: Int = 0) {
    self.layout = layout
    self.bytes.reserveCapacity(bytes)
  }
}

extension JSONWriter {
  /// Begins an array.
  package mutating func beginArray() { begin(.array, UInt8(ascii: "[")) }

  /// Ends the array begun last.
  package mutating func endArray() { end(.array, UInt8(ascii: "]")) }

  /// Begins an object.
  package mutating func beginObject() { begin(.object, UInt8(ascii: "{")) }

  /// Ends the object begun last.
  package mutating func endObject() { end(.object, UInt8(ascii: "}")) }

  /// The name of the member whose value comes next; that it is new is the caller's business.
  package mutating func name(_ name: String) {
    precondition(open.last == .object && !isNamed, "a name stands in an object, before a value")
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isNamed = true
  }

  /// The name of the next member, known to need no escape.
  package mutating func key(_ name: StaticString) {
    precondition(open.last == .object && !isNamed, "a name stands in an object, before a value")
    separate()
    plain(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isNamed = true
  }

  /// A string known to need no escape.
  package mutating func word(_ word: StaticString) {
    prepare()
    plain(word)
  }

  /// A string of ASCII known to need no escape.
  package mutating func word(_ units: Span<UInt8>) {
    prepare()
    bytes.append(UInt8(ascii: "\""))
    for place in units.indices { bytes.append(units[place]) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A value that this writer wrote before, at the same depth.
  package mutating func again(_ written: [UInt8]) {
    prepare()
    bytes.append(contentsOf: written)
  }

  /// Members that this writer wrote before, names and values, at the same depth; without the comma
  /// before the first.
  package mutating func membersAgain(_ written: [UInt8]) {
    precondition(open.last == .object && !isNamed, "members stand in an object")
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(contentsOf: written)
  }

  /// A string; what JSON does not allow in it is escaped.
  package mutating func string(_ value: String) {
    prepare()
    quote(value)
  }

  /// An integer.
  package mutating func integer(_ value: Int) { write(value) }

  /// An integer from 0.
  package mutating func integer(_ value: UInt64) { write(value) }

  /// An integer.
  package mutating func integer(_ value: some FixedWidthInteger) { write(value) }

  private mutating func write(_ value: some FixedWidthInteger) {
    prepare()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let first = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      rest = quotient
    } while rest > 0
    bytes[first...].reverse()
  }

  /// A number that is written already; the caller knows it to be one.
  package mutating func number(_ text: String) {
    prepare()
    bytes.append(contentsOf: text.utf8)
  }

  /// A truth value.
  package mutating func bool(_ value: Bool) {
    prepare()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// The absence of a value.
  package mutating func null() {
    prepare()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value with all that it holds.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let text): number(text)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Ends a whole value with a newline; another may follow (JSON Lines).
  package mutating func endLine() {
    precondition(open.isEmpty && !isFirst, "a line ends behind a whole value")
    bytes.append(0x0A)
    isFirst = true
  }

  /// Gives away the text so far and goes on where it ends, so that a long text need not be in
  /// memory as a whole.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }
}

extension JSONWriter {
  /// An array whose elements the body writes.
  package mutating func array<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try body(&self)
    endArray()
  }

  /// An object whose members the body writes.
  package mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try body(&self)
    endObject()
  }

  /// A member that is a string.
  package mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  /// A member that is an integer.
  package mutating func member(_ name: String, _ value: some FixedWidthInteger) {
    self.name(name)
    integer(value)
  }

  /// A member that is a truth value.
  package mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }
}

extension JSONWriter {
  private mutating func begin(_ place: Place, _ mark: UInt8) {
    prepare()
    bytes.append(mark)
    open.append(place)
    isFirst = true
  }

  private mutating func end(_ place: Place, _ mark: UInt8) {
    precondition(open.last == place && !isNamed, "the array or object begun last ends first")
    open.removeLast()
    if !isFirst, layout == .indented { breakLine() }
    bytes.append(mark)
    isFirst = false
  }

  /// Everything that comes between the value before and the one to be written.
  private mutating func prepare() {
    switch open.last {
    case .object:
      precondition(isNamed, "a value in an object has a name")
      isNamed = false
    case .array: separate()
    case nil:
      precondition(isFirst, "a text is one value")
      isFirst = false
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if layout == .indented { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }

  private mutating func plain(_ text: StaticString) {
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let written: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { units in
      unsafe escape(units)
    }
    if written == nil { unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends runs of bytes that stand for themselves as a whole.
  private mutating func escape(_ units: UnsafeBufferPointer<UInt8>) {
    var first = 0
    for place in 0..<units.count {
      let unit = unsafe units[place]
      if unit >= 0x20, unit != UInt8(ascii: "\""), unit != UInt8(ascii: "\\") { continue }
      unsafe bytes.append(contentsOf: units[first..<place])
      first = place + 1
      bytes.append(UInt8(ascii: "\\"))
      switch unit {
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case ..<0x20:
        bytes.append(contentsOf: unit < 16 ? "u000".utf8 : "u001".utf8)
        bytes.append((unit & 15) + (unit & 15 < 10 ? 0x30 : 0x57))
      default: bytes.append(unit)
      }
    }
    unsafe bytes.append(contentsOf: units[first...])
  }
}
