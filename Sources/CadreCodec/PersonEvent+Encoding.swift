package import CBOR
internal import Cadre

extension PersonEvent {
  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    switch self {
    case .registered(let organisation): encoder.only(UInt64(organisation.number))
    case .profileAmended, .cardIssued: encoder.fields(0)
    case .qualificationAttained(let level): encoder.only(UInt64(level.rawValue))
    case .samePerson(let other), .differentPeople(let other):
      encoder.only(UInt64(other.number))
    case .erased(let authority, let legalBasis):
      encoder.fields(2)
      try encoder.put(0, authority, "authority")
      encoder.put(1, legalBasis)
    case .prospectIntroduced(let introducer):
      encoder.fields(0, present(introducer))
      encoder.put(0, introducer)
    case .courseCompleted(let course): try course.encode(into: &encoder)
    case .admitted(let admission): admission.encode(into: &encoder)
    case .recognised(let day): encoder.only(day)
    case .activityExempted(let from, let until): encoder.period(from, until)
    case .membershipEnded(let how, let ground): encoder.pair(how, ground)
    case .screened(let screening): try screening.encode(into: &encoder)
    case .rated(let year, let grade): encoder.pair(year: year, grade)
    case .disciplined(let discipline): discipline.encode(into: &encoder)
    case .disciplineAnnulled(let annulment): try annulment.encode(into: &encoder)
    case .impeded(let kind, let until): encoder.pair(kind, until: until)
    case .residenceCommented(let year):
      encoder.fields(1)
      encoder.put(0, int: year)
    case .assetsDeclared(let year, let kind): encoder.pair(year: year, kind)
    case .theoryAttained(let theory): try theory.encode(into: &encoder)
    case .theoryEnrolled(let theory): try theory.encode(into: &encoder)
    case .standardsConcluded(let purpose, let result): encoder.pair(purpose, result)
    case .planningEntered(let post, let term): encoder.planning(post, term, nil)
    case .planningLeft(let post, let term, let reason): encoder.planning(post, term, reason)
    case .appointed(let appointment): appointment.encode(into: &encoder)
    case .relieved(let post, let reason):
      encoder.fields(1, present(reason))
      encoder.put(0, post)
      encoder.put(1, reason)
    case .transferIntroduced(let transfer): transfer.encode(into: &encoder)
    case .transferReceived(let transfer): transfer.encode(into: &encoder)
    case .temporaryTransferEnded(let day): encoder.only(day)
    case .retracted(let retraction): retraction.encode(into: &encoder)
    }
  }
}

/// Payloads that are a field or two.
extension CBOREncoder {
  fileprivate mutating func only(_ value: UInt64) {
    fields(1)
    put(0, value)
  }

  fileprivate mutating func only(_ day: Day) {
    fields(1)
    put(0, day)
  }

  fileprivate mutating func period(_ from: Day, _ until: Day?) {
    fields(1, present(until))
    put(0, from)
    put(1, until)
  }

  fileprivate mutating func pair(_ first: some Code, _ second: (some Code)?) {
    fields(1, present(second))
    put(0, first)
    put(1, second)
  }

  fileprivate mutating func pair(_ first: some Code, until: Day?) {
    fields(1, present(until))
    put(0, first)
    put(1, until)
  }

  fileprivate mutating func pair(year: Int, _ second: (some Code)?) {
    fields(1, present(second))
    put(0, int: year)
    put(1, second)
  }

  fileprivate mutating func planning(
    _ post: PositionNumber, _ term: Term, _ reason: LeavingReason?
  ) {
    fields(3, present(reason))
    put(0, post)
    put(1, int: term.firstYear)
    put(2, int: term.lastYear)
    put(3, reason)
  }
}

extension CourseCompleted {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(2, present(certificate) + present(score))
    encoder.put(0, course)
    try encoder.put(1, certificate, "certificate")
    encoder.put(2, issued)
    encoder.put(3, score)
  }
}

extension Admitted {
  fileprivate func encode(into encoder: inout CBOREncoder) {
    encoder.fields(2, present(cellVotedOn) + present(decidedOn) + present(cell))
    encoder.put(0, kind)
    encoder.put(1, cellVotedOn)
    encoder.put(2, decidedOn)
    encoder.put(3, ceremonyOn)
    encoder.put(4, cell)
  }
}

extension Screened {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(2, present(ground) + present(remedialMonths))
    try encoder.put(0, round, "round")
    encoder.put(1, outcome)
    encoder.put(2, ground)
    try encoder.put(3, count: remedialMonths, "remedialMonths")
  }
}

extension Disciplined {
  fileprivate func encode(into encoder: inout CBOREncoder) {
    encoder.fields(3)
    encoder.put(0, system)
    encoder.put(1, form)
    encoder.put(2, announcedOn)
  }
}

extension DisciplineAnnulled {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(1, present(number) + present(day))
    encoder.put(0, system)
    try encoder.put(1, number, "number")
    encoder.put(2, day)
  }
}

extension TheoryAttained {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(3, present(school) + present(certificate))
    encoder.put(0, level)
    encoder.put(1, proof)
    try encoder.put(2, school, "school")
    try encoder.put(3, certificate, "certificate")
    encoder.put(4, issuedOn)
  }
}

extension TheoryEnrolled {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(2, present(school))
    encoder.put(0, level)
    try encoder.put(1, school, "school")
    encoder.put(2, startsOn)
  }
}

extension Appointed {
  fileprivate func encode(into encoder: inout CBOREncoder) {
    encoder.fields(2, present(dossierReceivedOn))
    encoder.put(0, position)
    encoder.put(1, kind)
    encoder.put(2, dossierReceivedOn)
  }
}

extension TransferIntroduced {
  fileprivate func encode(into encoder: inout CBOREncoder) {
    encoder.fields(3, present(until))
    encoder.put(0, kind)
    encoder.put(1, from)
    encoder.put(2, to)
    encoder.put(3, until)
  }
}

extension TransferReceived {
  fileprivate func encode(into encoder: inout CBOREncoder) {
    encoder.fields(4)
    encoder.put(0, kind)
    encoder.put(1, introducedOn)
    encoder.put(2, from)
    encoder.put(3, to)
  }
}
