package import CBOR
package import Cadre

extension PositionEvent: StoredEvent {
  package static var kind: UInt8 { 2 }

  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    switch self {
    case .defined(let definition): try definition.encode(into: &encoder)
    case .amended(let amendment): try amendment.encode(into: &encoder)
    case .abolished: encoder.fields(0)
    case .retracted(let retraction): retraction.encode(into: &encoder)
    }
  }

  @_lifetime(fields: copy fields)
  package static func decodeVersion1(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> PositionEvent {
    switch type {
    case .positionDefined: .defined(try PositionDefined(&fields))
    case .positionAmended: .amended(try PositionAmended(&fields))
    case .positionAbolished: .abolished
    case .retracted: .retracted(try Retraction(&fields))
    default: throw fields.foreignType()
    }
  }
}

extension PositionDefined {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(6, present(decidedBy))
    try encoder.put(0, code, "code")
    try encoder.put(1, title, "title")
    encoder.put(2, organisation)
    encoder.put(3, line)
    encoder.put(4, `class`)
    try encoder.put(5, count: seats, "seats")
    try encoder.put(6, decidedBy, "decidedBy")
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      code: try fields.text(0), title: try fields.text(1),
      organisation: try fields.organisation(2), line: try fields.code(3),
      class: try fields.code(4), seats: try fields.count(5),
      decidedBy: try fields.text(ifAny: 6))
  }
}

extension PositionAmended {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(
      present(code) + present(title) + present(organisation) + present(line),
      present(`class`) + present(seats) + present(decidedBy))
    try encoder.put(0, code, "code")
    try encoder.put(1, title, "title")
    encoder.put(2, organisation)
    encoder.put(3, line)
    encoder.put(4, `class`)
    try encoder.put(5, count: seats, "seats")
    try encoder.put(6, decidedBy, "decidedBy")
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      code: try fields.text(ifAny: 0), title: try fields.text(ifAny: 1),
      organisation: try fields.organisation(ifAny: 2), line: try fields.code(ifAny: 3),
      class: try fields.code(ifAny: 4), seats: try fields.count(ifAny: 5),
      decidedBy: try fields.text(ifAny: 6))
  }
}
