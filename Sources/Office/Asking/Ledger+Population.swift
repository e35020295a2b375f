package import Cadre
internal import CadreCodec
internal import Projections

/// The population of a day in groups, and the standpoint it was asked from.
package struct PopulationList: Sendable {
  package let standpoint: Standpoint
  package let groups: [PopulationGroup]
}

extension Ledger {
  /// The population of a day by sector, sex and age (spec/domain.md sections 5 and 7). O(people).
  package func population(
    _ inquiry: Inquiry, organisation: String? = nil, now: Instant
  ) throws(OfficeError) -> PopulationList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let tally = try forEverybody(
        stores, survey.register, reading: .membership, start: PopulationTally(survey.subtree),
        each: { (tally, person, stores) throws(OfficeError) in
          try tally.add(person) { () throws(OfficeError) in
            try stores.profile(of: person, on: survey.standpoint.on)
          }
        },
        join: { $0 += $1 })
      return PopulationList(standpoint: survey.standpoint, groups: tally.groups)
    }
  }
}

extension EventTypes {
  /// What says whether somebody belongs to the population, and where, and how transfers stand.
  static let membership: EventTypes = [
    .personRegistered, .profileAmended, .prospectIntroduced, .admitted, .recognised,
    .membershipEnded, .transferIntroduced, .transferReceived, .temporaryTransferEnded,
  ]
}
