internal import CBOR
package import Cadre

extension PersonEvent: StoredEvent {
  package static var kind: UInt8 { 3 }

  @_lifetime(fields: copy fields)
  package static func decodeVersion1(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> PersonEvent {
    switch type {
    case .personRegistered: .registered(organisation: try fields.organisation(0))
    case .profileAmended: .profileAmended
    case .qualificationAttained: .qualificationAttained(level: try fields.code(0))
    case .samePerson: .samePerson(other: try fields.person(0))
    case .personErased: .erased(authority: try fields.text(0), legalBasis: try fields.code(1))
    case .prospectIntroduced: .prospectIntroduced(by: try fields.code(ifAny: 0))
    case .courseCompleted: .courseCompleted(try CourseCompleted(&fields))
    case .admitted: .admitted(try Admitted(&fields))
    case .recognised: .recognised(decidedOn: try fields.day(0))
    case .cardIssued: .cardIssued
    case .activityExempted:
      .activityExempted(from: try fields.day(0), until: try fields.day(ifAny: 1))
    case .membershipEnded:
      .membershipEnded(how: try fields.code(0), ground: try fields.code(ifAny: 1))
    case .screened: .screened(try Screened(&fields))
    case .rated: .rated(year: try fields.int(0), grade: try fields.code(1))
    case .disciplined: .disciplined(try Disciplined(&fields))
    case .disciplineAnnulled: .disciplineAnnulled(try DisciplineAnnulled(&fields))
    case .impeded: .impeded(kind: try fields.code(0), until: try fields.day(ifAny: 1))
    case .residenceCommented: .residenceCommented(year: try fields.int(0))
    case .assetsDeclared:
      .assetsDeclared(year: try fields.int(0), kind: try fields.code(ifAny: 1))
    default: try decodePipeline(type, &fields)
    }
  }

  @_lifetime(fields: copy fields)
  private static func decodePipeline(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> PersonEvent {
    switch type {
    case .theoryAttained: .theoryAttained(try TheoryAttained(&fields))
    case .theoryEnrolled: .theoryEnrolled(try TheoryEnrolled(&fields))
    case .standardsConcluded:
      .standardsConcluded(purpose: try fields.code(0), result: try fields.code(1))
    case .planningEntered:
      .planningEntered(position: try fields.position(0), term: try Term(&fields))
    case .planningLeft:
      .planningLeft(
        position: try fields.position(0), term: try Term(&fields),
        reason: try fields.code(ifAny: 3))
    case .appointed: .appointed(try Appointed(&fields))
    case .relieved: .relieved(position: try fields.position(0), reason: try fields.code(ifAny: 1))
    case .transferIntroduced: .transferIntroduced(try TransferIntroduced(&fields))
    case .transferReceived: .transferReceived(try TransferReceived(&fields))
    case .differentPeople: .differentPeople(other: try fields.person(0))
    case .temporaryTransferEnded:
      .temporaryTransferEnded(introducedOn: try fields.day(0))
    case .retracted: .retracted(try Retraction(&fields))
    default: throw fields.foreignType()
    }
  }
}

extension FieldReader {
  @_lifetime(self: copy self)
  fileprivate mutating func person(_ key: UInt64) throws(CodecError) -> PersonNumber {
    try require(key)
    return PersonNumber(try numeral())
  }
}

extension Term {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(firstYear: try fields.int(1), lastYear: try fields.int(2))
  }
}

extension CourseCompleted {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      course: try fields.code(0), certificate: try fields.text(ifAny: 1),
      issued: try fields.day(2), score: try fields.hundredths(ifAny: 3))
  }
}

extension Admitted {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      kind: try fields.code(0), cellVotedOn: try fields.day(ifAny: 1),
      decidedOn: try fields.day(ifAny: 2), ceremonyOn: try fields.day(3),
      cell: try fields.organisation(ifAny: 4))
  }
}

extension Screened {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      round: try fields.text(0), outcome: try fields.code(1), ground: try fields.code(ifAny: 2),
      remedialMonths: try fields.count(ifAny: 3))
  }
}

extension Disciplined {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      system: try fields.code(0), form: try fields.code(1), announcedOn: try fields.day(2))
  }
}

extension DisciplineAnnulled {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      system: try fields.code(0), number: try fields.text(ifAny: 1),
      day: try fields.day(ifAny: 2))
  }
}

extension TheoryAttained {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      level: try fields.code(0), proof: try fields.code(1), school: try fields.text(ifAny: 2),
      certificate: try fields.text(ifAny: 3), issuedOn: try fields.day(4))
  }
}

extension TheoryEnrolled {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      level: try fields.code(0), school: try fields.text(ifAny: 1), startsOn: try fields.day(2))
  }
}

extension Appointed {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      position: try fields.position(0), kind: try fields.code(1),
      dossierReceivedOn: try fields.day(ifAny: 2))
  }
}

extension TransferIntroduced {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      kind: try fields.code(0), from: try fields.organisation(1),
      to: try fields.organisation(2), until: try fields.day(ifAny: 3))
  }
}

extension TransferReceived {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      kind: try fields.code(0), introducedOn: try fields.day(1),
      from: try fields.organisation(2), to: try fields.organisation(3))
  }
}
