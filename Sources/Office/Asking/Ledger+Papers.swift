package import Cadre
internal import CadreCodec
internal import Projections

/// A missing paper with whose it is and who is to send it.
package struct PaperRow: Hashable, Sendable {
  package let paper: MissingPaper
  /// nil: a whole sheet.
  package let who: Identity?
  /// Who is to send it; nil: everybody.
  package let place: OrganisationName?
  /// The codes of the posts whose verdict waits for it.
  package let positions: [String]
}

/// What papers are missing.
package struct PaperList: Sendable {
  package let standpoint: Standpoint
  /// By group, day, organisation and file number.
  package let rows: [PaperRow]
}

extension Ledger {
  /// What paper is missing, whose, from whom and by when; what leaves a verdict unknown first
  /// (spec/domain.md section 7). O(people), and about 20 µs for each person and post in planning.
  package func papers(
    _ inquiry: Inquiry, organisation: String? = nil, now: Instant
  ) throws(OfficeError) -> PaperList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let papers = Papers(survey.register.readiness, survey.deadlines)
      let rows = try forEverybody(
        stores, survey.register, reading: .papers, start: [PaperRow](),
        each: { (rows, person, stores) throws(OfficeError) in
          rows += try stores.rows(of: person, papers, survey)
        },
        join: { $0 += $1 })
      let sheets = papers.sheets(survey.subtree, survey.register.organisations).map { paper in
        PaperRow(
          paper: paper, who: nil, place: survey.register.home(of: paper.organisation),
          positions: [])
      }
      return PaperList(
        standpoint: survey.standpoint, rows: (rows + sheets).sorted(by: PaperRow.precedes))
    }
  }
}

extension Stores {
  /// The papers missing of a person. Whoever a verdict may be given on is read as a whole, the
  /// others only as far as the way into the Party goes.
  fileprivate func rows(
    of person: PersonState, _ papers: Papers, _ survey: Survey
  ) throws(OfficeError) -> [PaperRow] {
    let standpoint = survey.standpoint
    let here = person.organisation(on: standpoint.on)
    var found = papers.pipeline(of: person)
    if survey.subtree.contains(here), papers.isJudged(person),
      let whole = try self.person(
        person.number, at: standpoint.known, positions: survey.register.positions)
    {
      let records = try profile(whole, on: standpoint.on)
      found += papers.verdicts(on: whole, Profile(records: records))
    }
    let asked = found.filter { survey.subtree.contains($0.organisation ?? here) }
    if asked.isEmpty { return [] }
    let who = try identity(of: person, on: standpoint.on)
    return asked.map { paper in
      PaperRow(
        paper: paper, who: who,
        place: survey.register.home(of: paper.organisation ?? here),
        positions: paper.positions.map { position in
          survey.register.positions[position]?.details(on: standpoint.on)?.code ?? ""
        })
    }
  }
}

extension PaperRow {
  fileprivate static func precedes(_ left: PaperRow, _ right: PaperRow) -> Bool {
    if MissingPaper.precedes(left.paper, right.paper) { return true }
    if MissingPaper.precedes(right.paper, left.paper) { return false }
    let (mine, its) = (left.place?.code ?? "", right.place?.code ?? "")
    if mine != its { return mine.utf8.lexicographicallyPrecedes(its.utf8) }
    if left.who != right.who { return Identity.precedes(left.who, right.who) }
    if left.paper.kind != right.paper.kind {
      return left.paper.kind.rawValue < right.paper.kind.rawValue
    }
    return left.paper.sheet < right.paper.sheet
  }
}

extension EventTypes {
  /// What says whether a paper may be missing of somebody.
  static let papers = EventTypes.admissions.union([
    .planningEntered, .planningLeft, .appointed, .relieved,
  ])
}
