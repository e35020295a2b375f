internal import Cadre

/// ket-nap: from introduction over class, admission and recognition to the card; each event where
/// its columns are filled.
struct AdmissionFacts: SheetFacts {
  private let person, kind, certificate, issued, score, voted, number, decided, ceremony, cell: Int?
  private let memberCertificate, memberIssued, recognitionNumber, recognised, card, source: Int?
  private var kinds = CodeColumn(Labels.all(AdmissionRow.self))
  private var sources = CodeColumn(Labels.introducers)

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    kind = columns[.kind]
    certificate = columns[.prospectCertificate]
    issued = columns[.prospectCertificateOn]
    score = columns[.score]
    voted = columns[.cellVotedOn]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    ceremony = columns[.ceremonyOn]
    cell = columns[.cell]
    memberCertificate = columns[.newMemberCertificate]
    memberIssued = columns[.newMemberCertificateOn]
    recognitionNumber = columns[.recognitionNumber]
    recognised = columns[.recognisedOn]
    card = columns[.cardNumber]
    source = columns[.introducedBy]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let kind = reader.required(kind, &kinds)
    let (source, words) = reader.phrase(source, &sources, other: .other)
    preparation.say(
      person, reader.day(issued, .past), .prospectIntroduced(by: source), secret: words)
    course(
      .prospects, (certificate, issued, score), of: person, &reader, &preparation)
    let ceremonyDay = admission(kind, of: person, &reader, &preparation)
    course(
      .newMembers, (memberCertificate, memberIssued, nil), of: person, &reader, &preparation)
    recognition(after: ceremonyDay, of: person, &reader, &preparation)
  }

  private func course(
    _ course: Course, _ columns: (certificate: Int?, issued: Int?, score: Int?),
    of person: PersonNumber?, _ reader: inout RowReader, _ preparation: inout Preparation
  ) {
    guard reader.isAnyFilled(columns.certificate, columns.issued, columns.score) else { return }
    let number = reader.requiredCode(columns.certificate)
    let issued = reader.requiredDay(columns.issued, .past)
    let score = reader.hundredths(columns.score)
    guard let number, let issued else { return }
    let event = PersonEvent.courseCompleted(
      CourseCompleted(course: course, certificate: number, issued: issued, score: score))
    preparation.hold(event, person, &reader, columns.certificate)
    preparation.say(person, issued, event)
  }

  private func admission(
    _ kind: AdmissionRow?, of person: PersonNumber?, _ reader: inout RowReader,
    _ preparation: inout Preparation
  ) -> Day? {
    guard let kind else { return nil }
    if kind == .prospect {
      for column in [ceremony, recognised, card] where reader.isFilled(column) {
        reader.note(.contradiction, column)
      }
      return nil
    }
    let day = reader.requiredDay(ceremony)
    let voted = reader.day(voted)
    let decided = kind == .readmission ? reader.requiredDay(decided) : reader.day(decided)
    let number = kind == .readmission ? reader.requiredCode(number) : reader.code(number)
    let cell = preparation.organisation(
      &reader, cell, required: false,
      outside: .beforeReception(day, person, file: self.person))
    reader.require(decided, in: self.decided, notBefore: voted)
    reader.require(day, in: ceremony, notBefore: decided)
    guard let day else { return nil }
    let admitted = Admitted(
      kind: kind == .admission ? .admission : .readmission, cellVotedOn: voted,
      decidedOn: decided, ceremonyOn: day, cell: cell)
    preparation.say(person, day, .admitted(admitted), document: document(number, decided))
    return day
  }

  private func recognition(
    after ceremony: Day?, of person: PersonNumber?, _ reader: inout RowReader,
    _ preparation: inout Preparation
  ) {
    if reader.isAnyFilled(recognitionNumber, recognised) {
      let day = reader.requiredDay(recognised, .past)
      reader.require(day, in: recognised, notBefore: ceremony)
      let number = reader.code(recognitionNumber)
      if let day {
        preparation.say(
          person, day, .recognised(decidedOn: day), document: document(number, day))
      }
    }
    guard let number = reader.digits(card, CardNumber.fault) else { return }
    let day = reader.requiredDay(recognised, .past)
    if let person {
      if let holder = preparation.cards[number], holder != person {
        reader.note(.duplicateNumber, card, .refused(.numberHeld(by: holder)))
      } else if reader.fault == nil {
        preparation.cards[number] = person
      }
    }
    preparation.say(person, day, .cardIssued, secret: PrivateRecord(cardNumber: number))
  }
}
