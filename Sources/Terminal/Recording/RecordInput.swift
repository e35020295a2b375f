internal import Cadre
internal import JSON
internal import Reports

/// One event that somebody wrote down, before it is understood.
struct RecordInput: Sendable {
  /// The line of the input, from 1.
  let line: Int
  /// The type's name as written.
  let event: String
  let entries: [FieldEntry]

  /// The events of NDJSON, a line each; the most in one go.
  static let lineLimit = 100_000
}

extension RecordInput {
  /// An event written as `EVENT field=value …`.
  init(_ operands: [String]) throws(Complaint) {
    var entries: [FieldEntry] = []
    for operand in operands.dropFirst() {
      guard let mark = operand.firstIndex(of: "="), mark > operand.startIndex else {
        throw UsageMessages.noField(operand)
      }
      entries.append((String(operand[..<mark]), String(operand[operand.index(after: mark)...])))
    }
    self.init(line: 1, event: operands[0], entries: entries)
  }

  /// Events written as NDJSON: a line an object with `event` and its fields, empty lines between.
  static func lines(of bytes: [UInt8]) throws(Complaint) -> [RecordInput] {
    var inputs: [RecordInput] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      guard inputs.count < lineLimit else {
        throw RecordMessages.tooManyLines(limit: lineLimit)
      }
      inputs.append(try RecordInput(Array(line), line: number))
    }
    return inputs
  }

  private init(_ bytes: [UInt8], line: Int) throws(Complaint) {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: bytes) } catch {
      throw RecordMessages.noJSON(line: line, column: error.column)
    }
    guard let object = value.object else { throw RecordMessages.noObject(line: line) }
    guard let event = object["event"]?.string else { throw RecordMessages.noEvent(line: line) }
    var entries: [FieldEntry] = []
    for member in object.members where member.name != "event" {
      try RecordInput.add(member, below: "", to: &entries, line: line)
    }
    self.init(line: line, event: event, entries: entries)
  }

  /// Adds a member; the members of an object are named behind a dot.
  private static func add(
    _ member: JSONObject.Member, below path: String, to entries: inout [FieldEntry], line: Int
  ) throws(Complaint) {
    let name = path + member.name
    switch member.value {
    case .null: break
    case .string(let text), .number(let text): entries.append((name, text))
    case .integer(let number): entries.append((name, String(number)))
    case .object(let object) where path.isEmpty:
      for inner in object.members { try add(inner, below: "\(name).", to: &entries, line: line) }
    case .bool, .array, .object: throw RecordMessages.noText(line: line, field: name)
    }
  }
}
