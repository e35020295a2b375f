internal import Cadre
internal import Office

/// ly-luan-chinh-tri: a theory level attained.
struct TheoryFacts: SheetFacts {
  private let person, level, proof, school, certificate, day: Int?
  private var levels = CodeColumn(Labels.all(TheoryLevel.self))
  private var proofs = CodeColumn(Labels.all(TheoryProof.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    level = columns[.level]
    proof = columns[.proof]
    school = columns[.school]
    certificate = columns[.certificate]
    day = columns[.issuedOn]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let level = reader.required(level, &levels)
    let proof = reader.required(proof, &proofs)
    let school = reader.text(school)
    let number = reader.requiredCode(certificate)
    let day = reader.requiredDay(day, .past)
    guard let level, let proof, let number, let day else { return }
    let event = PersonEvent.theoryAttained(
      TheoryAttained(
        level: level, proof: proof, school: school, certificate: number, issuedOn: day))
    preparation.hold(event, person, &reader, certificate)
    preparation.say(person, day, event)
  }
}

extension Preparation {
  /// Notes a contradiction where another person holds the certificate of an event.
  mutating func hold(
    _ event: PersonEvent, _ person: PersonNumber?, _ reader: inout RowReader, _ column: Int?
  ) {
    guard let person, let key = Certificate(event) else { return }
    if let holder = certificates[key] {
      if holder != person {
        reader.note(.contradiction, column, .refused(.certificateHeld(by: holder)))
      }
    } else if reader.fault == nil {
      certificates[key] = person
    }
  }
}
