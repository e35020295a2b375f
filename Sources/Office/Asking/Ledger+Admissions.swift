package import Cadre
internal import CadreCodec
internal import Projections

/// Which admissions are asked for; nil: all.
package struct AdmissionFilter: Hashable, Sendable {
  /// The code of an organisation.
  package var organisation: String?
  /// Of the ceremony, the introduction or the certificate that is counted; of somebody on the way,
  /// the year that brought the stage.
  package var year: Int?
  /// Only who stands there; nothing is counted then.
  package var stage: AdmissionStage?

  package init() {}
}

/// Somebody on the way into the Party.
package struct AdmissionRow: Hashable, Sendable {
  package let who: Identity
  /// Where the person officially is.
  package let place: OrganisationName?
  package let standing: AdmissionStanding
}

/// Who is on the way into the Party, and what the admissions add up to.
package struct AdmissionList: Sendable {
  package let standpoint: Standpoint
  /// By stage, then by what is due first, then by file number.
  package let rows: [AdmissionRow]
  /// nil where one stage was asked for.
  package let tally: AdmissionTally?
}

extension Ledger {
  /// The way of members into the Party, from the introduction to the recognition (S1, S5, S17;
  /// spec/domain.md section 7). O(people).
  package func admissions(
    _ inquiry: Inquiry, _ filter: AdmissionFilter = AdmissionFilter(), now: Instant
  ) throws(OfficeError) -> AdmissionList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: filter.organisation, now: now)
      let work = try forEverybody(
        stores, survey.register, reading: .admissions, start: AdmissionWork(survey, filter),
        each: { (work, person, stores) throws(OfficeError) in try work.add(person, stores) },
        join: { $0.join($1) })
      return AdmissionList(
        standpoint: survey.standpoint, rows: work.rows.sorted(by: AdmissionRow.precedes),
        tally: filter.stage == nil ? work.tally : nil)
    }
  }
}

/// What one thread finds of admissions.
private struct AdmissionWork: Sendable {
  private(set) var tally: AdmissionTally
  private(set) var rows: [AdmissionRow] = []
  private let survey: Survey
  private let deadlines: Deadlines
  private let filter: AdmissionFilter

  init(_ survey: Survey, _ filter: AdmissionFilter) {
    self.survey = survey
    self.filter = filter
    deadlines = survey.deadlines
    tally = AdmissionTally(
      survey.subtree, survey.register.organisations,
      within: filter.year.map { .firstOf(year: $0)..<Day.firstOf(year: $0 + 1) })
  }

  mutating func add(_ person: PersonState, _ stores: Stores) throws(OfficeError) {
    if filter.stage == nil { tally.add(person) }
    let tree = survey.register.tree
    guard let standing = AdmissionStanding(person, deadlines),
      let organisation = person.organisation(on: tree.day), tree.isInTree(organisation),
      survey.subtree.contains(organisation),
      filter.stage.map({ $0 == standing.stage }) ?? true,
      filter.year.map({ $0 == standing.since?.year }) ?? true
    else { return }
    rows.append(
      AdmissionRow(
        who: try stores.identity(of: person, on: tree.day),
        place: survey.register.home(of: organisation), standing: standing))
  }

  mutating func join(_ other: AdmissionWork) {
    tally += other.tally
    rows += other.rows
  }
}

extension AdmissionRow {
  fileprivate static func precedes(_ left: AdmissionRow, _ right: AdmissionRow) -> Bool {
    if left.standing.stage != right.standing.stage {
      return left.standing.stage < right.standing.stage
    }
    let mine = left.standing.due?.notBefore ?? .afterAll
    let its = right.standing.due?.notBefore ?? .afterAll
    if mine != its { return mine < its }
    return Identity.precedes(left.who, right.who)
  }
}

extension EventTypes {
  /// What says how far somebody has come on the way into the Party.
  static let admissions = EventTypes.membership.union([.courseCompleted])
}
