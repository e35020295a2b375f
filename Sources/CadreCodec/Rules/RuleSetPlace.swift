/// One step from a JSON value to a value inside it.
enum RuleSetStep: Hashable, Sendable {
  case member(String)
  case element(Int)
}

/// Finds the line and column of a value in a text that was already read as JSON.
///
/// Read values do not know where they stood; only a fault has to. Linear in the text.
struct RuleSetPlace {
  private let bytes: [UInt8]
  private var position = 0

  /// A cursor at the beginning of the text.
  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The line and column, from 1, of the value at the end of the path, or of the innermost value on
  /// the way to it that there is.
  static func find(_ path: [RuleSetStep], in text: String) -> (line: Int, column: Int) {
    var cursor = RuleSetPlace(text)
    cursor.skipSpace()
    for step in path {
      let before = cursor.position
      guard cursor.enter(step) else {
        cursor.position = before
        break
      }
    }
    return cursor.lineAndColumn
  }

  private var lineAndColumn: (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in bytes[..<min(position, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(next) { position += 1 }
  }

  /// Moves from the start of an array or object to the value one step inside.
  private mutating func enter(_ step: RuleSetStep) -> Bool {
    let isObject = next == UInt8(ascii: "{")
    guard isObject || next == UInt8(ascii: "[") else { return false }
    position += 1
    var count = 0
    skipSpace()
    while next != UInt8(ascii: "}"), next != UInt8(ascii: "]"), position < bytes.count {
      var found = step == .element(count)
      if isObject {
        let first = position + 1
        skipString()
        found = step == .member(String(decoding: bytes[first..<position - 1], as: UTF8.self))
        skipSpace()
        position += 1
        skipSpace()
      }
      if found { return true }
      skipValue()
      count += 1
    }
    return false
  }

  /// Moves behind a value and the comma that follows it.
  private mutating func skipValue() {
    var depth = 0
    while position < bytes.count {
      switch next {
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        position += 1
        skipSpace()
        return
      default: break
      }
      position += 1
    }
  }

  /// Moves behind a string, from its opening quote.
  private mutating func skipString() {
    position += 1
    while position < bytes.count, next != UInt8(ascii: "\"") {
      position += next == UInt8(ascii: "\\") ? 2 : 1
    }
    position += 1
  }
}
