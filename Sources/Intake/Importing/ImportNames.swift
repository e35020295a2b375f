package import Cadre
internal import Office

/// What the people of the offices call the organisations, posts and people that an import speaks
/// of by number.
package struct ImportNames: Sendable {
  private var organisations: [OrganisationNumber: String] = [:]
  private var positions: [PositionNumber: String] = [:]
  private var people: [PersonNumber: String] = [:]

  /// Without names: everything is called by its number.
  init() {}

  /// The codes and file numbers of the ledger and of the import; of several codes of one
  /// organisation the last by its letters.
  init(_ preparation: Preparation) {
    for external in preparation.submission.externals {
      organisations[external.placeholder] = external.name
    }
    for (code, number) in preparation.organisations where organisations[number] ?? "" < code {
      organisations[number] = code
    }
    for (code, number) in preparation.positions { positions[number] = code }
    for (file, number) in preparation.people { people[number] = file }
  }

  /// An organisation's code, or an external one's name; its number where neither is known.
  package func name(of organisation: OrganisationNumber) -> String {
    organisations[organisation] ?? "#\(organisation.number)"
  }

  /// A person's file number; the ledger's own number where it is not known.
  package func name(of person: PersonNumber) -> String {
    people[person] ?? "#\(person.number)"
  }

  /// The organisation, post or person of a stream; nil for the ledger's own.
  package func name(of stream: Stream) -> String? {
    switch stream {
    case .ledger: nil
    case .organisation(let organisation): name(of: organisation)
    case .position(let position): positions[position] ?? "#\(position.number)"
    case .person(let person): name(of: person)
    }
  }

  /// The same, for the fields of events.
  var references: ReferenceNames {
    ReferenceNames(
      organisation: { organisations[$0] }, position: { positions[$0] }, person: { people[$0] })
  }
}
