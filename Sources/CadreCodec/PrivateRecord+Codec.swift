package import CBOR
package import Cadre

extension PrivateRecord {
  /// Writes the record as the vault keeps it and commitments bind it.
  /// - Throws: `tooLong`; what was written by then is of no use.
  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(
      present(fileNumber) + present(name) + present(birth) + present(sex),
      present(ethnicity) + present(citizenNumber) + present(cardNumber) + present(remark))
    try encoder.put(0, fileNumber, "fileNumber")
    try encoder.put(1, name, "name")
    if let birth { encoder.put(2, birth) }
    encoder.put(3, sex)
    try encoder.put(4, ethnicity, "ethnicity")
    try encoder.put(5, citizenNumber, "citizenNumber")
    try encoder.put(6, cardNumber, "cardNumber")
    try encoder.put(7, remark, "remark")
  }

  /// Reads the bytes of a record, all of them.
  /// - Throws: whatever is wrong with the bytes.
  package init(_ bytes: RawSpan) throws(CodecError) {
    var fields = try FieldReader(CBORDecoder(bytes))
    self.init(
      fileNumber: try fields.text(ifAny: 0), name: try fields.text(ifAny: 1),
      birth: try fields.birth(ifAny: 2), sex: try fields.code(ifAny: 3),
      ethnicity: try fields.text(ifAny: 4), citizenNumber: try fields.text(ifAny: 5),
      cardNumber: try fields.text(ifAny: 6), remark: try fields.text(ifAny: 7))
    try fields.finish()
    guard fields.decoder.isAtEnd else { throw fields.failure(.encoding(.trailing)) }
  }
}

extension PrivateRecord {
  /// What a record says of a person beside names: texts are seen to be texts, and not kept.
  package struct Vital: Hashable, Sendable {
    package let birth: Birth?
    package let sex: Sex?
    package let hasCitizenNumber: Bool
  }

  /// Reads of a record what rules about age ask for.
  /// - Throws: whatever is wrong with the bytes.
  package static func vital(_ bytes: RawSpan) throws(CodecError) -> Vital {
    var fields = try FieldReader(CBORDecoder(bytes))
    fields.keepsTexts = false
    _ = try fields.text(ifAny: 0)
    _ = try fields.text(ifAny: 1)
    let birth = try fields.birth(ifAny: 2)
    let sex: Sex? = try fields.code(ifAny: 3)
    _ = try fields.text(ifAny: 4)
    return Vital(birth: birth, sex: sex, hasCitizenNumber: try fields.text(ifAny: 5) != nil)
  }
}

extension CBOREncoder {
  /// The pair of a precision (0 day, 1 month, 2 year) and the number.
  fileprivate mutating func put(_ key: UInt64, _ birth: Birth) {
    uint(key)
    array(2)
    switch birth {
    case .day(let day):
      uint(0)
      int(Int64(day.number))
    case .month(let month):
      uint(1)
      int(Int64(month.number))
    case .year(let year):
      uint(2)
      int(Int64(year))
    }
  }
}

extension FieldReader {
  @_lifetime(self: copy self)
  fileprivate mutating func birth(ifAny key: UInt64) throws(CodecError) -> Birth? {
    guard try take(key) else { return nil }
    switch try precision() {
    case 0: return .day(try day())
    case 1: return .month(Month(number: try int()))
    case 2: return .year(try int())
    case let unknown: throw failure(.unknownCode(unknown))
    }
  }
}
