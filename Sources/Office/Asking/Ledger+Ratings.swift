package import Cadre
internal import CadreCodec
internal import Projections

/// The ratings of a year: of people by grassroots organisation, and of organisations.
package struct RatingList: Sendable {
  package let standpoint: Standpoint
  package let year: Int
  /// By code; people in no grassroots organisation last.
  package let people: [RatingRow]
  /// Everybody; judged is only each organisation by itself.
  package let total: RatingCount
  /// By code; those in the tree at the end of the year.
  package let organisations: [RatedOrganisation]
}

/// The ratings of people of one grassroots organisation.
package struct RatingRow: Sendable {
  /// nil: of people in none.
  package let name: OrganisationName?
  package let group: RatingGroup
}

/// An organisation with its own rating.
package struct RatedOrganisation: Sendable {
  package let name: OrganisationName
  package let kind: OrganisationKind
  package let parent: OrganisationName?
  /// nil: none is recorded.
  package let grade: Grade?
}

extension Ledger {
  /// How people and organisations were rated for a year that is over (S10). O(people).
  package func ratings(
    _ inquiry: Inquiry, of year: Int, organisation: String? = nil, now: Instant
  ) throws(OfficeError) -> RatingList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let register = survey.register
      let distribution = try forEverybody(
        stores, register,
        // A rating holds from the last day of its year.
        reading: FactSelection(
          .membership, and: [.rated], from: .lastOf(year: year), through: .lastOf(year: year)),
        start: RatingDistribution(of: year, survey.subtree, register.organisations),
        each: { (distribution, person, _) throws(OfficeError) in distribution.add(person) },
        join: { $0 += $1 })
      let groups = distribution.groups(survey.standpoint.rules)
      return RatingList(
        standpoint: survey.standpoint, year: year, people: register.rows(groups, in: year),
        total: groups.reduce(into: RatingCount()) { $0 += $1.count },
        organisations: try stores.ratedOrganisations(survey, year))
    }
  }
}

extension Register {
  fileprivate func rows(_ groups: [RatingGroup], in year: Int) -> [RatingRow] {
    let rows = groups.map { group in
      RatingRow(
        name: group.organisation.map { name(of: $0, on: .lastOf(year: year)) }, group: group)
    }
    return rows.sorted { left, right in
      guard let first = left.group.organisation else { return false }
      guard let second = right.group.organisation else { return true }
      return (left.name?.code ?? "", first) < (right.name?.code ?? "", second)
    }
  }
}

extension Stores {
  /// The organisations in the tree at the end of a year, with the rating known on the day asked.
  fileprivate func ratedOrganisations(
    _ survey: Survey, _ year: Int
  ) throws(OfficeError) -> [RatedOrganisation] {
    let organisations = survey.register.organisations
    let end = Day.lastOf(year: year)
    let tree = organisations.on(end)
    var found: [RatedOrganisation] = []
    var facts: [Fact<OrganisationEvent>] = []
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    while let next = try rows.nextRow() {
      let number = OrganisationNumber(next.number)
      guard survey.subtree.contains(number), tree.isInTree(number), tree.resolve(number) == number,
        let state = organisations[number], !state.isDissolved(on: end),
        let kind = state.kind(on: end)
      else { continue }
      facts.removeAll(keepingCapacity: true)
      do throws(ProjectionError) {
        try next.row.add(
          factsOf: FactSelection([.organisationRated]), known: survey.standpoint.known, to: &facts)
      } catch {
        throw OfficeError(error)
      }
      found.append(
        RatedOrganisation(
          name: survey.register.name(of: number, on: end), kind: kind,
          parent: tree.parent(of: number).map { survey.register.name(of: $0, on: end) },
          grade: facts.grade(of: year, on: survey.standpoint.on)))
    }
    return found.sorted { $0.name.code < $1.name.code }
  }
}

extension [Fact<OrganisationEvent>] {
  /// The last rating of a year that holds on a day.
  fileprivate func grade(of year: Int, on day: Day) -> Grade? {
    var last: Grade?
    for fact in self where fact.holds(on: day) {
      if case .rated(year, let grade) = fact.event { last = grade }
    }
    return last
  }
}
