package import Cadre
internal import CadreCodec
internal import Projections

/// What `cadre transfers` asks for.
package struct TransferFilter: Hashable, Sendable {
  /// A code: what goes from or to that organisation and those below; nil: all.
  package var organisation: String?
  /// Also those that are done, and the counts of every year.
  package var all: Bool

  package init(organisation: String? = nil, all: Bool = false) {
    self.organisation = organisation
    self.all = all
  }
}

/// The transfers as they stand on a day, and how many there were.
package struct TransferList: Sendable {
  package let standpoint: Standpoint
  /// By state, day of introduction, and number of the person.
  package let rows: [TransferRow]
  /// By year, kind and direction.
  package let counts: [TransferTally.Row]
}

/// A transfer of a person.
package struct TransferRow: Sendable {
  package let who: Identity
  package let transfer: TransferCase
  package let from: OrganisationName
  package let to: OrganisationName
}

extension Ledger {
  /// The transfers that are open on a day, or all there were, and how many a year. O(people).
  package func transfers(
    _ inquiry: Inquiry, _ filter: TransferFilter = TransferFilter(), now: Instant
  ) throws(OfficeError) -> TransferList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: filter.organisation, now: now)
      let work = try forEverybody(
        stores, survey.register, reading: .membership, start: TransferWork(survey, filter),
        each: { (work, person, stores) throws(OfficeError) in try work.add(person, stores) },
        join: { $0.add($1) })
      return work.list
    }
  }
}

/// What one thread finds of transfers.
private struct TransferWork: Sendable {
  private var rows: [TransferRow] = []
  private var tally: TransferTally
  private let review: TransferReview
  private let register: Register
  private let showsAll: Bool

  init(_ survey: Survey, _ filter: TransferFilter) {
    let standpoint = survey.standpoint
    register = survey.register
    review = TransferReview(
      survey.subtree, register.organisations, survey.calendar, standpoint.rules)
    tally = TransferTally(of: filter.all ? nil : standpoint.on.year, upTo: standpoint.on)
    showsAll = filter.all
  }

  mutating func add(_ person: PersonState, _ stores: Stores) throws(OfficeError) {
    if person.transfers.isEmpty { return }
    let cases = review.cases(of: person)
    for one in cases { tally.add(one) }
    let shown = cases.filter { showsAll || $0.state.isOpen }
    if shown.isEmpty { return }
    let day = register.standpoint.on
    let who = try stores.identity(of: person, on: day)
    for one in shown {
      rows.append(
        TransferRow(
          who: who, transfer: one, from: register.name(of: one.transfer.from, on: day),
          to: register.name(of: one.transfer.to, on: day)))
    }
  }

  mutating func add(_ other: TransferWork) {
    rows += other.rows
    tally += other.tally
  }

  var list: TransferList {
    let sorted = rows.enumerated().sorted { left, right in
      if TransferCase.precedes(left.element.transfer, right.element.transfer) { return true }
      if TransferCase.precedes(right.element.transfer, left.element.transfer) { return false }
      return left.offset < right.offset
    }
    return TransferList(
      standpoint: register.standpoint, rows: sorted.map(\.element), counts: tally.rows)
  }
}
