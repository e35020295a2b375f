internal import Cadre

/// sang-loc: the outcome of a screening round.
struct ScreeningFacts: SheetFacts {
  private let person, round, day, outcome, ground, months, number: Int?
  private var outcomes = CodeColumn(Labels.all(ScreeningOutcome.self))
  private var grounds = CodeColumn(Labels.screeningGrounds)

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    round = columns[.round]
    day = columns[.day]
    outcome = columns[.outcome]
    ground = columns[.ground]
    months = columns[.remedialMonths]
    number = columns[.documentNumber]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let round = reader.requiredCode(round)
    let day = reader.requiredDay(day)
    let outcome = reader.required(outcome, &outcomes)
    let (ground, words) = reader.phrase(ground, &grounds, other: .other)
    let months = reader.count(months, limit: 120)
    let number = reader.code(number)
    guard let round, let day, let outcome else { return }
    preparation.say(
      person, day,
      .screened(Screened(round: round, outcome: outcome, ground: ground, remedialMonths: months)),
      document: number.map { Document(number: $0, date: day) }, secret: words)
  }
}

/// ra-khoi-dang: the end of a membership.
struct EndingFacts: SheetFacts {
  private let person, how, ground, number, decided, effective: Int?
  private var kinds = CodeColumn(Labels.all(EndingKind.self))
  private var grounds = CodeColumn(Labels.endingGrounds)

  init(_ columns: SheetColumns) {
    person = columns[.fileNumber]
    how = columns[.form]
    ground = columns[.reason]
    number = columns[.decisionNumber]
    decided = columns[.decidedOn]
    effective = columns[.effectiveOn]
  }

  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation) {
    let person = preparation.person(&reader, person)
    let how = reader.required(how, &kinds)
    let (ground, words) = reader.phrase(ground, &grounds, other: .other)
    let number = reader.code(number)
    let decided = reader.day(decided)
    let day = reader.day(effective, else: decided, instead: self.decided)
    guard let how, let day else { return }
    preparation.say(
      person, day, .membershipEnded(how: how, ground: ground),
      document: document(number, decided), secret: words)
  }
}

extension RowReader {
  /// The day of a column, or another where the cell is empty (spec/intake.md, Reading); a fault
  /// where neither is there.
  mutating func day(_ column: Int?, else other: Day?, instead: Int?) -> Day? {
    if isFilled(column) { return day(column) }
    if other == nil, !isFilled(instead) { note(.missingValue, column ?? instead) }
    return other
  }
}
