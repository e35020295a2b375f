/// The measures of what organisations do and what becomes of them: hand-overs, model cells, ratings,
/// inspection, refreshers and articles (S8–S13).
///
/// A unit is a grassroots organisation as it stands on the day a measure is taken; what a cell or
/// an organisation merged since did is its unit's.
package struct ActivityMeasures {
  private let asked: ProgrammeAsked
  private let records: [OrganisationRecord]
  package private(set) var lines: [ScoreLine] = []
  package private(set) var shortfalls: [Shortfall] = []

  /// O(activities + units × months).
  package init(_ asked: ProgrammeAsked, _ records: [OrganisationRecord]) {
    self.asked = asked
    self.records = records
    modelCells()
    handOvers()
    for year in asked.years {
      ratings(year)
      inspection(year)
    }
    refreshers(.refreshers, .committeeRefresher, "refreshers")
    refreshers(.trainings, .inspectionTraining, "trainings")
    articles()
  }

  /// The units asked about on a day.
  private func units(on day: Day) -> (grassroots: GrassrootsOnDay, units: [OrganisationNumber]) {
    let grassroots = asked.grassroots(on: day)
    return (grassroots, grassroots.units.filter(asked.subtree.contains))
  }

  private mutating func add(_ line: ScoreLine, _ short: [Shortfall] = []) {
    lines.append(line)
    shortfalls += short
  }
}

extension ActivityMeasures {
  /// S9: grassroots committees with a model cell, recorded for the cell or the committee, since
  /// the term began.
  private mutating func modelCells() {
    let day = asked.day
    let (grassroots, units) = units(on: day)
    let committees = units.filter {
      asked.organisations[$0]?.kind(on: day) == .grassrootsCommittee
    }
    let since = asked.term?.from ?? asked.period.from
    var cells: [OrganisationNumber: Set<OrganisationNumber>] = [:]
    for record in records {
      guard let root = grassroots.root(of: record.number) else { continue }
      for activity in record.activities
      where activity.kind == .modelCell && activity.on >= since && activity.on <= day {
        cells[root, default: []].insert(record.number)
      }
    }
    let targets = asked.targets(on: day)
    let needed = targets?["modelCells"] ?? 1
    let short = committees.filter { (cells[$0]?.count ?? 0) < needed }
    add(
      ScoreLine(
        .modelCells, asked.period.name,
        .part(committees.count - short.count, of: committees.count),
        committees.isEmpty ? nil : targets?["modelCells"].map { _ in .share(100) },
        isOver: asked.isTermOver,
        isTold: asked.isTold,
        short: short.count, basis: targets?.basis, verified: targets?.verified ?? true),
      short.map {
        Shortfall(
          measure: .modelCells, period: asked.period.name, organisation: $0,
          value: .count(cells[$0]?.count ?? 0))
      })
  }

  /// S8: organisations handed over, with the members that the decisions name.
  private mutating func handOvers() {
    var handOvers: [OrganisationRecord.HandOver] = []
    var leading: [OrganisationRecord.HandOver] = []
    for record in records where asked.isAsked(record.number) {
      for handOver in record.handOvers where asked.period.contains(handOver.on) {
        handOvers.append(handOver)
        if isLeading(record.number, on: handOver.on) { leading.append(handOver) }
      }
    }
    let name = asked.period.name
    add(ScoreLine(.organisationsHandedOver, name, .count(handOvers.count)))
    add(
      ScoreLine(
        .membersHandedOver, name,
        .count(leading.reduce(0) { $0 + ($1.headcount.members ?? 0) }),
        unknown: leading.count { $0.headcount.members == nil }))
  }

  /// Whether nothing above an organisation was handed over by the same day: what stands under
  /// another is in the numbers of that other.
  private func isLeading(_ organisation: OrganisationNumber, on day: Day) -> Bool {
    let above = asked.organisations.ancestors(of: organisation, on: day)
    return !above.contains { asked.organisations[$0]?.isHandedOver(on: day) ?? false }
  }

  /// S10: organisations rated.
  private mutating func ratings(_ year: Int) {
    let (_, units) = units(on: min(.lastOf(year: year), asked.day))
    let rated = Set(records.lazy.filter { $0.grades[year] != nil }.map(\.number))
    add(
      ScoreLine(
        .organisationsRated, String(year),
        .part(units.count { rated.contains($0) }, of: units.count)))
  }

  /// S11: plans, how far they were carried out, and how many units were inspected.
  private mutating func inspection(_ year: Int) {
    let day = min(Day.lastOf(year: year), asked.day)
    let (grassroots, units) = units(on: day)
    let asking = Set(units)
    var own: [OrganisationNumber: Int] = [:]
    var done: [OrganisationNumber: Int] = [:]
    var inspected: [ActivityKind: Set<OrganisationNumber>] = [:]
    for record in records {
      guard let root = grassroots.root(of: record.number), asking.contains(root) else { continue }
      for activity in record.activities where activity.period.year == year {
        switch activity.kind {
        case .inspectionPlan:
          // A unit's own plan stands before that of one merged into it; a cell's is not its unit's.
          let percent = activity.percent?.value ?? 0
          if record.number == root {
            own[root] = max(own[root] ?? 0, percent)
          } else if asked.organisations.resolve(record.number, on: day) == root {
            done[root] = min(done[root] ?? .max, percent)
          }
        case .inspection, .themedSupervision, .articleThirtyTwo:
          inspected[activity.kind, default: []].insert(root)
        case .article, .modelCell, .committeeRefresher, .inspectionTraining: break
        }
      }
    }
    plans(year, day, units, done.merging(own) { $1 })
    inspections(year, day, inspected)
  }

  /// More than 70 % of the units with a plan complete it, the others more than half.
  private mutating func plans(
    _ year: Int, _ day: Day, _ units: [OrganisationNumber], _ done: [OrganisationNumber: Int]
  ) {
    let targets = asked.targets(on: day)
    let isOver = asked.isOver(year)
    let complete = units.filter { done[$0, default: 0] >= 10_000 }
    let rest = units.filter { done[$0].map { $0 < 10_000 } ?? false }
    let half = (targets?["planRest"] ?? 50) * 100
    let behind = rest.filter { done[$0, default: 0] <= half }
    let without = units.filter { done[$0] == nil }
    func line(
      _ measure: Measure, _ part: Int, _ whole: Int, _ target: Target?, short: Int?
    ) -> ScoreLine {
      ScoreLine(
        measure, String(year), .part(part, of: whole), target, isOver: isOver, isTold: asked.isTold,
        short: short,
        basis: targets?.basis, verified: targets?.verified ?? true)
    }
    func shortfall(_ measure: Measure, _ unit: OrganisationNumber) -> Shortfall {
      Shortfall(
        measure: measure, period: String(year), organisation: unit,
        value: .part(done[unit] ?? 0, of: 10_000))
    }
    add(
      line(
        .inspectionPlans, units.count - without.count, units.count,
        targets?["planShare"].map { .share($0) }, short: without.count),
      without.map { shortfall(.inspectionPlans, $0) })
    add(
      line(
        .plansComplete, complete.count, complete.count + rest.count,
        targets?["planComplete"].map { .above($0) }, short: rest.count),
      rest.map { shortfall(.plansComplete, $0) })
    add(
      line(
        .plansRest, rest.count - behind.count, rest.count,
        rest.isEmpty ? nil : targets?["planRest"].map { _ in .share(100) }, short: behind.count),
      behind.map { shortfall(.plansRest, $0) })
  }

  private mutating func inspections(
    _ year: Int, _ day: Day, _ inspected: [ActivityKind: Set<OrganisationNumber>]
  ) {
    let targets = asked.targets(on: day)
    let kinds: [(Measure, ActivityKind, String)] = [
      (.inspections, .inspection, "inspections"),
      (.supervisions, .themedSupervision, "supervisions"),
      (.articleThirtyTwo, .articleThirtyTwo, "articleThirtyTwo"),
    ]
    for (measure, kind, name) in kinds {
      var target: Target?
      // The yearly ranges are those of the whole committee; a part of it has none.
      if asked.isWhole, let least = targets?["\(name)Min"], let most = targets?["\(name)Max"] {
        target = .between(least, most)
      }
      add(
        ScoreLine(
          measure, String(year), .count(inspected[kind]?.count ?? 0), target,
          isOver: asked.isOver(year), isTold: asked.isTold, basis: targets?.basis,
          verified: targets?.verified ?? true))
    }
  }

  /// S12: rounds since the term began, each counted once however many organisations record it on
  /// its day.
  private mutating func refreshers(_ measure: Measure, _ kind: ActivityKind, _ name: String) {
    let since = asked.term?.from ?? asked.period.from
    var days: Set<Day> = []
    for record in records where asked.isAsked(record.number) {
      for activity in record.activities
      where activity.kind == kind && activity.on >= since && activity.on <= asked.day {
        days.insert(activity.on)
      }
    }
    let targets = asked.targets(on: asked.day)
    add(
      ScoreLine(
        measure, asked.period.name, .count(days.count),
        asked.isWhole ? targets?[name].map { .atLeast($0) } : nil, isOver: asked.isTermOver,
        isTold: asked.isTold,
        basis: targets?.basis, verified: targets?.verified ?? true))
  }

  /// S13: each month that is over, each unit of it.
  private mutating func articles() {
    var written: [Month: [OrganisationNumber: Int]] = [:]
    for record in records {
      for activity in record.activities where activity.kind == .article {
        if case .month(let month) = activity.period {
          written[month, default: [:]][record.number, default: 0] += 1
        }
      }
    }
    let targets = asked.targets(on: asked.day)
    let needed = targets?["articles"] ?? 1
    var (done, all) = (0, 0)
    var missing: [OrganisationNumber: Int] = [:]
    var wanted: [OrganisationNumber: Int] = [:]
    for month in asked.months {
      let (grassroots, units) = units(on: month.last)
      var counts: [OrganisationNumber: Int] = [:]
      for (organisation, count) in written[month] ?? [:] {
        if let root = grassroots.root(of: organisation) { counts[root, default: 0] += count }
      }
      for unit in units {
        all += 1
        wanted[unit, default: 0] += 1
        if counts[unit, default: 0] >= needed { done += 1 } else { missing[unit, default: 0] += 1 }
      }
    }
    add(
      ScoreLine(
        .articles, asked.period.name, .part(done, of: all),
        targets?["articles"].map { _ in .share(100) }, isOver: asked.isPeriodOver,
        isTold: asked.isTold,
        short: missing.count, basis: targets?.basis, verified: targets?.verified ?? true),
      missing.keys.sorted().map {
        Shortfall(
          measure: .articles, period: asked.period.name, organisation: $0,
          value: .part(
            wanted[$0, default: 0] - missing[$0, default: 0], of: wanted[$0, default: 0]))
      })
  }
}
