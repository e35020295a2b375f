/// Why a text is no JSON, and where.
package struct JSONError: Error, Equatable, Sendable {
  /// The line of the fault, from 1.
  package let line: Int
  /// The column of the fault in code points, from 1.
  package let column: Int
  /// What is wrong there.
  package let fault: JSONFault
}

/// What can be wrong with a JSON text.
package enum JSONFault: Equatable, Sendable {
  /// The text ends before its value does.
  case cut
  /// Something else stands here than JSON allows at this place.
  case unexpected
  /// The number has a leading zero, or no digit where one must be.
  case number
  /// A backslash is followed by none of the escapes.
  case escape
  /// An escaped half of a surrogate pair stands alone.
  case surrogate
  /// A control character stands in a string without being escaped.
  case control
  /// The text is not UTF-8.
  case encoding
  /// The object has the name twice.
  case duplicate(String)
  /// Arrays and objects are nested deeper than the limit.
  case depth
  /// Something follows the value.
  case trailing
}

extension JSONError: CustomStringConvertible {
  /// The fault in one English clause, for logs.
  package var description: String { "JSON, line \(line), column \(column): \(fault)" }
}
