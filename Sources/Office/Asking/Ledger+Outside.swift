package import Cadre
internal import CadreCodec
internal import Projections

/// The organisations outside the tree, each with who came from it or went to it.
package struct OutsideList: Sendable {
  package let standpoint: Standpoint
  /// By name, then day, then file number; one without a person for an organisation nobody is known
  /// to have come from or gone to.
  package let rows: [OutsideRow]
  /// How many organisations.
  package let organisations: Int
}

/// Somebody who came from an organisation outside the tree, went there, or is registered there.
package struct OutsideRow: Sendable {
  package let name: OrganisationName
  /// nil: nobody is known to have come from or gone to it.
  package let who: Identity?
  package let move: OutsideMove?
  /// The day of the reception, or of the introduction where it is not received.
  package let on: Day?
  /// The other end of the transfer.
  package let other: OrganisationName?
}

/// How somebody is connected with an organisation outside the tree.
package enum OutsideMove: UInt8, Code {
  case came, went, registered
}

extension Ledger {
  /// The organisations outside the tree on a day, with their people. O(people).
  package func outsideOrganisations(
    _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> OutsideList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: nil, now: now)
      let register = survey.register
      let day = register.standpoint.on
      let outside = Set(
        register.organisations.numbers.filter {
          register.organisations[$0]?.kind(on: .afterAll) == .external
        })
      let found = try forEverybody(
        stores, register, reading: .membership, start: OutsideWork(),
        each: { (work, person, stores) throws(OfficeError) in
          try work.add(person, outside, register, stores)
        },
        join: { $0.rows += $1.rows })
      let met = Set(found.rows.map(\.number))
      let alone = outside.subtracting(met).map { number in
        OutsideRow(
          name: register.name(of: number, on: day), who: nil, move: nil, on: nil, other: nil)
      }
      return OutsideList(
        standpoint: register.standpoint,
        rows: (found.rows.map(\.row) + alone).sorted(by: OutsideRow.precedes),
        organisations: outside.count)
    }
  }
}

/// What one thread finds of people and organisations outside the tree.
private struct OutsideWork: Sendable {
  var rows: [(number: OrganisationNumber, row: OutsideRow)] = []

  mutating func add(
    _ person: PersonState, _ outside: Set<OrganisationNumber>, _ register: Register,
    _ stores: Stores
  ) throws(OfficeError) {
    let day = register.standpoint.on
    var moves:
      [(number: OrganisationNumber, move: OutsideMove, on: Day?, other: OrganisationNumber?)]
    moves = []
    for transfer in person.transfers where transfer.introducedOn <= day {
      let on = transfer.receivedOn ?? transfer.introducedOn
      if outside.contains(transfer.from) { moves.append((transfer.from, .came, on, transfer.to)) }
      if outside.contains(transfer.to) { moves.append((transfer.to, .went, on, transfer.from)) }
    }
    if let home = person.organisation(on: day), outside.contains(home),
      !moves.contains(where: { $0.number == home })
    {
      moves.append((home, .registered, nil, nil))
    }
    if moves.isEmpty { return }
    let who = try stores.identity(of: person, on: day)
    for move in moves {
      rows.append(
        (
          move.number,
          OutsideRow(
            name: register.name(of: move.number, on: day), who: who, move: move.move, on: move.on,
            other: move.other.map { register.name(of: $0, on: move.on ?? day) })
        ))
    }
  }
}

extension OutsideRow {
  fileprivate static func precedes(_ left: OutsideRow, _ right: OutsideRow) -> Bool {
    if left.name.name != right.name.name {
      return Letters.collationKey(left.name.name)
        .lexicographicallyPrecedes(Letters.collationKey(right.name.name))
    }
    if left.on != right.on { return (left.on ?? .beforeAll) < (right.on ?? .beforeAll) }
    return Identity.precedes(left.who, right.who)
  }
}
