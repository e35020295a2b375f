/// What an event knows of a person that the log must not hold; kept in the vault under the
/// event's index and bound to the event by a commitment (spec/log.md, Private records).
package struct PrivateRecord: Hashable, Sendable {
  /// `000001HT`; leading zeros are part of it.
  package var fileNumber: String?
  package var name: String?
  package var birth: Birth?
  package var sex: Sex?
  package var ethnicity: String?
  /// The citizen number (CCCD), digits.
  package var citizenNumber: String?
  /// The Party card's number.
  package var cardNumber: String?
  /// The sheet's own words where a code says `other`, or a remark.
  package var remark: String?

  package init(
    fileNumber: String? = nil, name: String? = nil, birth: Birth? = nil, sex: Sex? = nil,
    ethnicity: String? = nil, citizenNumber: String? = nil, cardNumber: String? = nil,
    remark: String? = nil
  ) {
    self.fileNumber = fileNumber
    self.name = name
    self.birth = birth
    self.sex = sex
    self.ethnicity = ethnicity
    self.citizenNumber = citizenNumber
    self.cardNumber = cardNumber
    self.remark = remark
  }

  /// Whether it holds nothing.
  package var isEmpty: Bool { self == PrivateRecord() }
}
