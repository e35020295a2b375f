/// A JSON text (RFC 8259) in memory.
///
/// No number goes through binary floating point: integers of 64 bits are exact, every other
/// number stays the text it was.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int64)
  /// Any other number, as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of a JSON object in the order in which they were written, each name once.
package struct JSONObject: Equatable, Sendable {
  /// One name with its value.
  package struct Member: Equatable, Sendable {
    package let name: String
    package let value: JSONValue

    /// A name with its value.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members in order.
  package private(set) var members: [Member] = []

  /// An object without members.
  package init() {}

  /// An object of members whose names are known to be different.
  package init(_ members: [Member]) { self.members = members }

  /// The value of that name, compared by code points without normalisation; linear time.
  package subscript(name: String) -> JSONValue? {
    // Most names differ in length, and that is known at once.
    let length = name.utf8.count
    return members.first {
      $0.name.utf8.count == length && $0.name.utf8.elementsEqual(name.utf8)
    }?.value
  }

  /// Adds a member at the end; the caller knows the name to be new.
  mutating func append(_ name: String, _ value: JSONValue) {
    members.append(Member(name, value))
  }

  /// The object without the members of these names.
  package func leavingOut(_ names: Set<String>) -> JSONObject {
    JSONObject(members.filter { !names.contains($0.name) })
  }

  /// The object with the value of each member as `replace` gives it.
  package func mapping(_ replace: (Member) -> JSONValue) -> JSONObject {
    JSONObject(members.map { Member($0.name, replace($0)) })
  }
}

extension JSONValue {
  /// The value, if it is a string.
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The value, if it is an integer of 64 bits.
  package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  /// The value, if it is a truth value.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements, if it is an array.
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  /// The members, if it is an object.
  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  /// Whether it is null.
  package var isNull: Bool { self == .null }
  /// The value of that name, if it is an object that has it.
  package subscript(name: String) -> JSONValue? { object?[name] }
}
