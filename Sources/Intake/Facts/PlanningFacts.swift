internal import Cadre
internal import Office

/// quy-hoach: entering and leaving the planning of a post in a term.
struct PlanningFacts: SheetFacts {
  private let person, position, term, action, number, decided, reason: Int?
  private var terms: CodeColumn<Term>?
  private var actions = CodeColumn(Labels.all(PlanningAction.self))
  private var reasons = CodeColumn(Labels.leavingReasons)

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    position = columns[.positionCode]
    term = columns[.term]
    action = columns[.action]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    reason = columns[.reason]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    var terms =
      terms ?? CodeColumn(preparation.directory.terms.map { (label: $0.description, value: $0) })
    let person = preparation.person(&reader, person)
    let position = preparation.position(&reader, position)
    let term = reader.required(term, &terms)
    let action = reader.required(action, &actions)
    let number = reader.code(number)
    let day = reader.requiredDay(decided)
    self.terms = terms
    guard let action, let position, let term, let day else { return }
    if action == .enter {
      let words = reader.text(reason, isProse: true).map { PrivateRecord(remark: $0) }
      preparation.say(
        person, day, .planningEntered(position: position, term: term),
        document: document(number, day), secret: words)
    } else {
      let (reason, words) = reader.phrase(reason, &reasons, other: .other)
      preparation.say(
        person, day, .planningLeft(position: position, term: term, reason: reason),
        document: document(number, day), secret: words)
    }
  }
}

/// bo-nhiem: appointment, reappointment and relief.
struct AppointmentFacts: SheetFacts {
  private let person, position, action, number, decided, effective, dossier, reason: Int?
  private var actions = CodeColumn(Labels.all(AppointmentAction.self))
  private var reasons = CodeColumn(Labels.leavingReasons)

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    position = columns[.positionCode]
    action = columns[.action]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    effective = columns[.effectiveOn]
    dossier = columns[.dossierReceivedOn]
    reason = columns[.reason]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let position = preparation.position(&reader, position)
    let action = reader.required(action, &actions)
    let number = reader.code(number)
    let decided = reader.day(decided)
    let day = reader.day(effective, else: decided, instead: self.decided)
    let dossier = reader.day(dossier)
    guard let action, let position, let day else { return }
    let paper = document(number, decided)
    if action == .relief {
      let (reason, words) = reader.phrase(reason, &reasons, other: .other)
      preparation.say(
        person, day, .relieved(position: position, reason: reason), document: paper, secret: words)
    } else {
      let appointed = Appointed(
        position: position, kind: action == .appointment ? .appointment : .reappointment,
        dossierReceivedOn: dossier)
      preparation.say(
        person, day, .appointed(appointed), document: paper,
        secret: reader.text(reason, isProse: true).map { PrivateRecord(remark: $0) })
    }
  }
}
