package import Cadre
internal import CadreCodec
internal import Projections

/// The scorecard of a period, and the standpoint it was asked from.
package struct Scorecard: Sendable {
  package let standpoint: Standpoint
  package let period: ReportPeriod
  /// In the order of S1–S18, each measure's years ascending.
  package let lines: [ScoreLine]
  /// The units that fall short, in the order of the lines, then by code.
  package let shortfalls: [UnitShortfall]
}

/// A shortfall with what the unit is called.
package struct UnitShortfall: Hashable, Sendable {
  package let shortfall: Shortfall
  /// Of the whole measure: whether there still is time.
  package let status: TargetStatus
  package let unit: OrganisationName
}

extension Ledger {
  /// How the programme's targets stand in a period (S1–S18), by facts that hold on the day asked.
  /// O(people + activities).
  /// - Throws: `unknownPeriod`, `unknownOrganisation`.
  package func scorecard(
    _ inquiry: Inquiry, of period: String, organisation: String? = nil, now: Instant
  ) throws(OfficeError) -> Scorecard {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let standpoint = survey.standpoint
      guard let period = ReportPeriod(text: period, standpoint.rules) else {
        throw OfficeError(.unknownPeriod, period)
      }
      let register = survey.register
      let asked = ProgrammeAsked(
        period, on: standpoint.on, survey.subtree,
        Land(register.organisations, register.positions), standpoint.rules,
        isTold: try stores.hasSheet("chuong-trinh", known: standpoint.known))
      let activities = ActivityMeasures(
        asked, try stores.records(known: standpoint.known, by: standpoint.on))
      let people = try people(stores, register, asked)
      let (lines, shortfalls) = people.lines()
      let all = activities.lines + lines
      let published = try stores.published(period, organisation, standpoint)
      return Scorecard(
        standpoint: standpoint, period: period,
        lines: (all + [published]).inOrder,
        shortfalls: (activities.shortfalls + shortfalls).compactMap { shortfall in
          let line = all.first {
            $0.measure == shortfall.measure && $0.period == shortfall.period
          }
          // What no sheet tells of is not said to be missing.
          guard let line, line.status != .unknown else { return nil }
          return UnitShortfall(
            shortfall: shortfall, status: line.status,
            unit: register.name(of: shortfall.organisation))
        }.sorted(by: UnitShortfall.precedes))
    }
  }

  private func people(
    _ stores: Stores, _ register: Register, _ asked: ProgrammeAsked
  ) throws(OfficeError) -> PeopleMeasures {
    let people = PeopleAsked(
      asked, asked.posts(on: asked.day), register.positions, sheets: register.sheets)
    let first = min(
      asked.period.from, Day.firstOf(year: asked.years.first ?? asked.period.from.year))
    return try forEverybody(
      stores, register,
      reading: FactSelection(.programme, and: .yearly, from: first, through: asked.on),
      start: PeopleMeasures(people),
      each: { (measures, person, _) in measures.add(person) },
      join: { $0 += $1 })
  }
}

extension EventTypes {
  /// What measures of people read whatever its day.
  static let programme: EventTypes = EventTypes.membership.union([
    .activityExempted, .disciplined, .disciplineAnnulled, .theoryAttained, .standardsConcluded,
    .planningEntered, .planningLeft, .appointed, .relieved,
  ])

  /// What they read of the years measured only.
  static let yearly: EventTypes = [
    .courseCompleted, .screened, .rated, .residenceCommented, .assetsDeclared,
  ]
}

extension Stores {
  /// What every organisation did, by number.
  fileprivate func records(
    known: LogSize, by day: Day
  ) throws(OfficeError) -> [OrganisationRecord] {
    var records: [OrganisationRecord] = []
    var facts: [Fact<OrganisationEvent>] = []
    let read = FactSelection([.activityRecorded, .organisationRated, .handedOver])
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    while let next = try rows.nextRow() {
      facts.removeAll(keepingCapacity: true)
      do throws(ProjectionError) {
        try next.row.add(factsOf: read, known: known, to: &facts)
      } catch {
        throw OfficeError(error)
      }
      if facts.isEmpty { continue }
      records.append(
        OrganisationRecord(OrganisationNumber(next.number), facts: facts, known: known, by: day))
    }
    return records
  }

  /// Whether somebody claims below K that a sheet of that name tells all; receipts of version 1
  /// did by being there.
  fileprivate func hasSheet(_ name: String, known: LogSize) throws(OfficeError) -> Bool {
    try ledgerFacts(of: [.sheetReceived, .sheetClaimed]).contains { fact in
      switch fact.event {
      case .sheetReceived(let received):
        received.sheet == name && received.ownClaim != nil && fact.counts(at: known)
      case .sheetClaimed(let claim): claim.sheet == name && fact.counts(at: known)
      case .ledgerOpened, .rulesAdopted, .holidaysAdopted, .reportPublished, .headsSealed,
        .rebuildAttested, .retracted:
        false
      }
    }
  }

  /// S18: scorecards of the period about the same organisations that were published.
  fileprivate func published(
    _ period: ReportPeriod, _ organisation: String?, _ standpoint: Standpoint
  ) throws(OfficeError) -> ScoreLine {
    var wanted = ["scorecard", "--period", period.name]
    if let organisation { wanted += ["--organisation", organisation] }
    var count = 0
    for fact in try ledgerFacts(of: [.reportPublished]) where fact.counts(at: standpoint.known) {
      guard case .reportPublished(let report) = fact.event else { continue }
      if report.question.split(separator: " ").map(String.init) == wanted { count += 1 }
    }
    let targets = ProgrammeTargets(standpoint.rules, on: min(standpoint.on, period.last))
    return ScoreLine(
      .reportsPublished, period.name, .count(count),
      organisation == nil && targets != nil ? .atLeast(1) : nil,
      isOver: standpoint.on > period.last, basis: targets?.basis,
      verified: targets?.verified ?? true)
  }
}

extension [ScoreLine] {
  /// By row of the programme, measure and period.
  fileprivate var inOrder: [ScoreLine] {
    sorted { left, right in
      (left.measure.rawValue, left.period) < (right.measure.rawValue, right.period)
    }
  }
}

extension UnitShortfall {
  fileprivate static func precedes(_ left: UnitShortfall, _ right: UnitShortfall) -> Bool {
    if left.shortfall.measure != right.shortfall.measure {
      return left.shortfall.measure.rawValue < right.shortfall.measure.rawValue
    }
    return (left.shortfall.period, left.unit.code) < (right.shortfall.period, right.unit.code)
  }
}
