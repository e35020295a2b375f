package import Cadre
internal import EventLog

/// What organisations, posts and people are called that events name by number: as they were last
/// called at K.
package struct Names: Hashable, Sendable {
  /// The code; the name where there is none.
  package var organisations: [OrganisationNumber: String] = [:]
  /// The code.
  package var positions: [PositionNumber: String] = [:]
  /// The file number; none of people erased.
  package var people: [PersonNumber: String] = [:]

  package init() {}

  /// As the fields of events ask for them.
  package var references: ReferenceNames {
    ReferenceNames(
      organisation: { organisations[$0] }, position: { positions[$0] }, person: { people[$0] })
  }

  /// What a stream's subject is called; nil for the ledger and for people erased.
  package func name(of stream: Stream) -> String? {
    switch stream {
    case .ledger: nil
    case .organisation(let number): organisations[number]
    case .position(let number): positions[number]
    case .person(let number): people[number]
    }
  }
}

extension Stores {
  /// What events name by number.
  func names(in events: [Event], known: LogSize) throws(OfficeError) -> Names {
    var names = Names()
    for event in events { try add(event, to: &names, known: known) }
    return names
  }

  /// Adds what an event of the log names, its stream included.
  func add(
    _ entry: LogEntry, to names: inout Names, known: LogSize
  ) throws(OfficeError) {
    try add(entry.event, to: &names, known: known)
    switch entry.stream {
    case .ledger: break
    case .organisation(let number): try add(number, to: &names, known: known)
    case .position(let number): try add(number, to: &names, known: known)
    case .person(let number): try add(number, to: &names, known: known)
    }
  }

  /// Adds the organisations and posts that an event of the log names, and nothing about people.
  func addPlaces(_ entry: LogEntry, to names: inout Names) throws(OfficeError) {
    try add(entry.event, to: &names, known: LogSize(log.size), withPeople: false)
  }

  private func add(
    _ event: Event, to names: inout Names, known: LogSize, withPeople: Bool = true
  ) throws(OfficeError) {
    for field in event.fields {
      switch field.value {
      case .organisation(let number): try add(number, to: &names, known: known)
      case .position(let number): try add(number, to: &names, known: known)
      case .person(let number) where withPeople: try add(number, to: &names, known: known)
      case .person: break
      case .text, .day, .days, .period, .birth, .integer, .integers, .hundredths, .code, .term,
        .index, .size, .digest:
        break
      }
    }
  }

  private func add(
    _ number: OrganisationNumber, to names: inout Names, known: LogSize
  ) throws(OfficeError) {
    guard names.organisations[number] == nil else { return }
    var tree = OrganisationTree(known: known)
    tree.add(number, facts: try facts(of: number))
    let last = tree[number]?.details.changes.last?.value
    names.organisations[number] = last.map { $0.code ?? $0.name }
  }

  private func add(
    _ number: PositionNumber, to names: inout Names, known: LogSize
  ) throws(OfficeError) {
    guard names.positions[number] == nil else { return }
    var table = PositionTable(known: known)
    table.add(number, facts: try facts(of: number))
    names.positions[number] = table[number]?.details.changes.last?.value.code
  }

  private func add(
    _ number: PersonNumber, to names: inout Names, known: LogSize
  ) throws(OfficeError) {
    guard names.people[number] == nil else { return }
    let facts = try facts(of: number)
    for fact in facts.reversed() where fact.counts(at: known) {
      switch fact.event {
      case .registered, .profileAmended:
        guard let file = try privateRecord(at: fact.index)?.fileNumber else { continue }
        names.people[number] = file
        return
      default: continue
      }
    }
  }
}
