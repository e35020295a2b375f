internal import Cadre

/// ky-luat: a discipline, and its annulment where there is one.
struct DisciplineFacts: SheetFacts {
  private let person, system, form, number, decided, announced, annulNumber, annulled: Int?
  private var systems = CodeColumn(Labels.all(DisciplineSystem.self))
  private var forms = CodeColumn(Labels.all(DisciplineForm.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    system = columns[.system]
    form = columns[.form]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    announced = columns[.announcedOn]
    annulNumber = columns[.annulmentNumber]
    annulled = columns[.annulledOn]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let system = reader.required(system, &systems)
    let form = reader.required(form, &forms)
    let number = reader.requiredCode(number)
    let decided = reader.requiredDay(decided)
    let day = reader.day(announced, else: decided, instead: self.decided)
    var annulDay: Day?
    if reader.isAnyFilled(annulNumber, annulled) {
      annulDay = reader.requiredDay(annulled)
      reader.require(annulDay, in: annulled, notBefore: decided)
    }
    let annulNumber = reader.code(annulNumber)
    guard let system, let form, let day else { return }
    preparation.say(
      person, day, .disciplined(Disciplined(system: system, form: form, announcedOn: day)),
      document: document(number, decided))
    guard let annulDay else { return }
    preparation.say(
      person, annulDay,
      .disciplineAnnulled(DisciplineAnnulled(system: system, number: number, day: decided)),
      document: document(annulNumber, annulDay))
  }
}

/// ket-luan-chinh-tri: a conclusion on political standards.
struct ConclusionFacts: SheetFacts {
  private let person, purpose, result, number, day: Int?
  private var purposes = CodeColumn(Labels.all(ConclusionPurpose.self))
  private var results = CodeColumn(Labels.all(ConclusionResult.self))

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    purpose = columns[.purpose]
    result = columns[.outcome]
    number = columns[.conclusionNumber]
    day = columns[.concludedOn]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let purpose = reader.required(purpose, &purposes)
    let result = reader.required(result, &results)
    let number = reader.requiredCode(number)
    let day = reader.requiredDay(day)
    guard let purpose, let result, let day else { return }
    preparation.say(
      person, day, .standardsConcluded(purpose: purpose, result: result),
      document: document(number, day))
  }
}
