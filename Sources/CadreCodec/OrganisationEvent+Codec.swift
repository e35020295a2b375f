package import CBOR
package import Cadre

extension OrganisationEvent: StoredEvent {
  package static var kind: UInt8 { 1 }

  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    switch self {
    case .established(let founding): try founding.encode(into: &encoder)
    case .amended(let amendment): try amendment.encode(into: &encoder)
    case .reparented(let other), .merged(let other):
      encoder.fields(1)
      encoder.put(0, other)
    case .handedOver(let other, let headcount), .received(let other, let headcount):
      encoder.fields(1, present(headcount.members) + present(headcount.probationers))
      encoder.put(0, other)
      try encoder.put(1, count: headcount.members, "members")
      try encoder.put(2, count: headcount.probationers, "probationers")
    case .dissolved, .suspensionLifted: encoder.fields(0)
    case .rated(let year, let grade):
      encoder.fields(2)
      encoder.put(0, int: year)
      encoder.put(1, grade)
    case .activityRecorded(let activity):
      encoder.fields(2, present(activity.percent))
      encoder.put(0, activity.kind)
      encoder.put(1, activity.period)
      encoder.put(2, activity.percent)
    case .retracted(let retraction): retraction.encode(into: &encoder)
    }
  }

  @_lifetime(fields: copy fields)
  package static func decodeVersion1(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> OrganisationEvent {
    switch type {
    case .organisationEstablished: .established(try OrganisationEstablished(&fields))
    case .organisationAmended: .amended(try OrganisationAmended(&fields))
    case .reparented: .reparented(parent: try fields.organisation(0))
    case .handedOver:
      .handedOver(receiver: try fields.organisation(0), headcount: try Headcount(&fields))
    case .organisationReceived:
      .received(from: try fields.organisation(0), headcount: try Headcount(&fields))
    case .merged: .merged(into: try fields.organisation(0))
    case .dissolved: .dissolved
    case .suspensionLifted: .suspensionLifted
    case .organisationRated: .rated(year: try fields.int(0), grade: try fields.code(1))
    case .activityRecorded: .activityRecorded(try ActivityRecorded(&fields))
    case .retracted: .retracted(try Retraction(&fields))
    default: throw fields.foreignType()
    }
  }
}

extension OrganisationEstablished {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(2, present(code) + present(sector) + present(parent))
    try encoder.put(0, code, "code")
    try encoder.put(1, name, "name")
    encoder.put(2, kind)
    encoder.put(3, sector)
    encoder.put(4, parent)
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      code: try fields.text(ifAny: 0), name: try fields.text(1), kind: try fields.code(2),
      sector: try fields.code(ifAny: 3), parent: try fields.organisation(ifAny: 4))
  }
}

extension OrganisationAmended {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(0, present(code) + present(name) + present(kind) + present(sector))
    try encoder.put(0, code, "code")
    try encoder.put(1, name, "name")
    encoder.put(2, kind)
    encoder.put(3, sector)
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    let code = try fields.text(ifAny: 0)
    self.init(
      name: try fields.text(ifAny: 1), code: code, kind: try fields.code(ifAny: 2),
      sector: try fields.code(ifAny: 3))
  }
}

extension Headcount {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      members: try fields.count(ifAny: 1), probationers: try fields.count(ifAny: 2))
  }
}

extension ActivityRecorded {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      kind: try fields.code(0), period: try fields.period(1),
      percent: try fields.hundredths(ifAny: 2))
  }
}

extension CBOREncoder {
  /// The pair of a precision (0 year, 1 month) and the number.
  fileprivate mutating func put(_ key: UInt64, _ period: Period) {
    uint(key)
    array(2)
    switch period {
    case .year(let year):
      uint(0)
      int(Int64(year))
    case .month(let month):
      uint(1)
      int(Int64(month.number))
    }
  }
}

extension FieldReader {
  @_lifetime(self: copy self)
  fileprivate mutating func period(_ key: UInt64) throws(CodecError) -> Period {
    try require(key)
    switch try precision() {
    case 0: return .year(try int())
    case 1: return .month(Month(number: try int()))
    case let unknown: throw failure(.unknownCode(unknown))
    }
  }

  /// The first of a pair, which says what the second is.
  @_lifetime(self: copy self)
  mutating func precision() throws(CodecError) -> UInt64 {
    let count = try array()
    guard count == 2 else {
      throw failure(.wrongCount(field: "precision", count: count, expected: 2))
    }
    return try uint()
  }
}
