package import Cadre
internal import CadreCodec
internal import Projections

extension Ledger {
  /// The organisations in the tree on a day with their members (S8), and the decisions that handed
  /// over, received, merged, dissolved, re-parented or renamed some. O(people).
  package func organisations(
    _ inquiry: Inquiry, _ filter: OrganisationFilter = OrganisationFilter(), now: Instant
  ) throws(OfficeError) -> OrganisationList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: filter.organisation, now: now)
      let changes = try stores.reorganisations(survey)
      let register = survey.register
      let start = OrganisationTally(survey, changes)
      let tally = try forEverybody(
        stores, register, reading: .membership, start: start,
        each: { (tally, person, _) throws(OfficeError) in tally.add(person) },
        join: { $0 += $1 })
      return tally.list(survey, changes, filter)
    }
  }
}

/// Who is where on the day, and who was where before each reorganisation.
private struct OrganisationTally: Sendable {
  private var members: MembershipCounts
  private var moved: ReorganisationTally

  init(_ survey: Survey, _ changes: [Reorganisation]) {
    members = MembershipCounts(survey.register.tree)
    moved = ReorganisationTally(
      changes, survey.register.organisations, on: survey.standpoint.on)
  }

  mutating func add(_ person: PersonState) {
    members.add(person)
    moved.add(person)
  }

  static func += (left: inout OrganisationTally, right: OrganisationTally) {
    left.members += right.members
    left.moved += right.moved
  }

  func list(
    _ survey: Survey, _ changes: [Reorganisation], _ filter: OrganisationFilter
  ) -> OrganisationList {
    let register = survey.register
    let totals = members.totals()
    var all = MembershipCount()
    var rows: [OrganisationRow] = []
    for number in register.organisations.numbers {
      let tree = register.tree
      guard tree.isInTree(number), tree.resolve(number) == number,
        survey.subtree.contains(number), let state = register.organisations[number]
      else { continue }
      all += members[number]
      let row = register.row(state, own: members[number], total: totals[Int(number.number)])
      if filter.fewerThan.map({ row.isSmall($0) }) ?? true { rows.append(row) }
    }
    rows.sort { $0.name.code < $1.name.code }
    return OrganisationList(
      standpoint: register.standpoint, filter: filter, rows: rows,
      changes: changes.indices.map { register.row(changes[$0], moved.counts[$0]) }, total: all)
  }
}

extension OrganisationRow {
  /// Whether it is a grassroots organisation (TCCSĐ) with fewer members than that, all below it
  /// included; one that was dissolved is none any more.
  fileprivate func isSmall(_ limit: Int) -> Bool {
    (kind?.isGrassroots ?? false) && dissolvedOn == nil && total.members < limit
  }
}

extension Register {
  fileprivate func row(
    _ state: OrganisationState, own: MembershipCount, total: MembershipCount
  ) -> OrganisationRow {
    let day = standpoint.on
    return OrganisationRow(
      name: name(of: state.number, on: day), kind: state.kind(on: day),
      sector: tree.sector(of: state.number),
      parent: tree.parent(of: state.number).map { name(of: $0, on: day) },
      dissolvedOn: state.isDissolved(on: day) ? state.dissolved?.from : nil,
      own: own, total: total,
      minimum: CellMinimum(state, official: total.official, readiness))
  }

  fileprivate func row(_ change: Reorganisation, _ counted: MembershipCount) -> ReorganisationRow {
    let before = change.on.adding(days: -1)
    func called(_ place: Reorganisation.Place) -> OrganisationName? {
      switch place {
      case .nowhere: nil
      case .name(let name): OrganisationName(code: name, name: name)
      case .organisation(let number): name(of: number, on: change.on)
      }
    }
    return ReorganisationRow(
      change: change, holds: change.on <= standpoint.on,
      name: name(of: change.organisation, on: before), from: called(change.from),
      to: called(change.to), counted: counted)
  }
}

extension Stores {
  /// What decisions made of organisations by the day asked, or will by what was decided by then;
  /// of those asked about.
  fileprivate func reorganisations(_ survey: Survey) throws(OfficeError) -> [Reorganisation] {
    let register = survey.register
    let day = survey.standpoint.on
    var found: [Reorganisation] = []
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    while let next = try rows.nextRow() {
      let number = OrganisationNumber(next.number)
      for fact in try next.row.reorganisations(known: survey.standpoint.known) {
        guard let change = Reorganisation(fact, of: number, in: register.organisations),
          change.isKnown(on: day),
          change.organisations.contains(where: { survey.subtree.contains($0) })
        else { continue }
        found.append(change)
      }
    }
    return found.sorted(by: Reorganisation.precedes)
  }
}

extension StreamRow {
  /// The facts that may reorganise, with their documents; the others are passed over.
  fileprivate func reorganisations(
    known: LogSize
  ) throws(OfficeError) -> [Fact<OrganisationEvent>] {
    var facts: [Fact<OrganisationEvent>] = []
    do throws(ProjectionError) {
      var entries = entries
      while let entry = try entries.next() {
        guard EventTypes.reorganising.contains(entry.type), try entry.counts(at: known) else {
          continue
        }
        facts.append(try entry.fact())
      }
    } catch {
      throw OfficeError(error)
    }
    return facts
  }
}

extension EventTypes {
  /// What may reorganise an organisation.
  fileprivate static let reorganising: EventTypes = [
    .organisationAmended, .reparented, .handedOver, .organisationReceived, .merged, .dissolved,
  ]
}
