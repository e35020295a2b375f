/// What the admissions of everybody add up to: a year and sector (S1), an introducer (S17), a
/// class (S5).
package struct AdmissionTally: Sendable {
  private var byYear: [Int: [AdmissionCount]] = [:]
  private var bySource = [AdmissionFunnel](repeating: AdmissionFunnel(), count: 5)
  private var byClass: [ClassKey: ClassCount] = [:]
  private let subtree: Subtree
  private var sectors: SectorsByDay
  /// The only days counted; nil: all.
  private let days: Range<Day>?

  private struct ClassKey: Hashable {
    let year: Int
    let course: Course
  }

  private struct PassedOn: Hashable {
    let course: Course
    let day: Day
  }

  /// Nobody counted yet.
  ///
  /// - Parameters:
  ///   - organisations: of any day: an admission is counted in the sector of its own day.
  ///   - days: the only ones on which something counts; nil: all.
  package init(
    _ subtree: Subtree, _ organisations: OrganisationTree, within days: Range<Day>? = nil
  ) {
    self.subtree = subtree
    sectors = SectorsByDay(organisations)
    self.days = days
  }

  private var day: Day { subtree.tree.day }

  /// Counts what a person brings, wherever the person is by now: history leaves nobody out.
  package mutating func add(_ person: PersonState) {
    // What two numbers of one person say of the same day is one thing.
    var last: Day?
    for admission in person.admissions
    where admission.ceremonyOn <= day && admission.ceremonyOn != last {
      last = admission.ceremonyOn
      count(admission, of: person)
    }
    guard subtree.contains(person) else { return }
    follow(person)
    var known: Set<PassedOn> = []
    for passed in person.courses where passed.issuedOn <= day {
      guard known.insert(PassedOn(course: passed.course, day: passed.issuedOn)).inserted else {
        continue
      }
      guard days?.contains(passed.issuedOn) ?? true, isHere(person, on: passed.issuedOn) else {
        continue
      }
      byClass[
        ClassKey(year: passed.issuedOn.year, course: passed.course), default: ClassCount()
      ].add(passed.score)
    }
  }

  /// Counts an admission in the year of its ceremony, under the cell that admitted; where it names
  /// none, under the person's organisation of that day.
  private mutating func count(_ admission: Admission, of person: PersonState) {
    let held = admission.ceremonyOn
    let cell = admission.cell ?? person.organisation(on: held)
    guard subtree.contains(cell), days?.contains(held) ?? true else { return }
    let slot = Self.slot(of: sectors.sector(of: cell, on: held))
    byYear[held.year, default: Self.none][slot].add(admission.kind)
  }

  private static let none = [AdmissionCount](repeating: AdmissionCount(), count: 5)

  /// A sector's own place; 3 where none is known, 4 for an organisation outside this ledger.
  private static func slot(of group: AdmissionYear.Group) -> Int {
    switch group {
    case .sector(let sector): Int(sector.rawValue)
    case .unknown, .total: 3
    case .outside: 4
    }
  }

  /// Whether somebody was in an organisation of this ledger on a day; of an undated fact, always.
  private mutating func isHere(_ person: PersonState, on day: Day) -> Bool {
    day <= .beforeAll || sectors.sector(of: person.organisation(on: day), on: day) != .outside
  }

  /// Counts how far an introduction has led.
  private mutating func follow(_ person: PersonState) {
    guard let introduction = person.introduction, introduction.from <= day else { return }
    guard days?.contains(introduction.from) ?? true else { return }
    guard isHere(person, on: introduction.from) else { return }
    var funnel = AdmissionFunnel(introduced: 1)
    let admission = person.admissions.first {
      $0.ceremonyOn <= day && $0.ceremonyOn >= introduction.from
    }
    funnel.classPassed = person.prospectsClass(on: day) == nil ? 0 : 1
    if let admission {
      funnel.admitted = 1
      funnel.recognised = admission.officialFrom.map { $0 <= day } ?? false ? 1 : 0
    }
    bySource[introduction.by.map { Int($0.rawValue) } ?? 4] += funnel
  }

  package static func += (left: inout AdmissionTally, right: AdmissionTally) {
    left.byYear.merge(right.byYear) { mine, its in
      zip(mine, its).map { one, other in one + other }
    }
    for place in left.bySource.indices { left.bySource[place] += right.bySource[place] }
    left.byClass.merge(right.byClass) { mine, its in mine + its }
  }
}

extension AdmissionTally {
  /// A row a year and sector, each year headed by the total of this ledger's, by year.
  package var years: [AdmissionYear] {
    byYear.keys.sorted().flatMap { year -> [AdmissionYear] in
      let counts = byYear[year] ?? []
      let total = counts.dropLast().reduce(AdmissionCount(), +)
      let places = counts.indices.filter { $0 < 3 || counts[$0].all > 0 }
      return [AdmissionYear(year: year, sector: .total, count: total)]
        + places.map { place in
          AdmissionYear(year: year, sector: Self.sector(place), count: counts[place])
        }
    }
  }

  private static func sector(_ place: Int) -> AdmissionYear.Group {
    switch place {
    case 3: .unknown
    case 4: .outside
    default: Sector(rawValue: UInt8(place)).map { .sector($0) } ?? .unknown
    }
  }

  /// How far the introductions of each body have led; of those of which it is not known last.
  package var sources: [AdmissionSource] {
    bySource.indices.compactMap { place in
      let by = Introducer(rawValue: UInt8(place))
      if by == nil, bySource[place].introduced == 0 { return nil }
      return AdmissionSource(by: by, funnel: bySource[place])
    }
  }

  /// The same over all of them.
  package var funnel: AdmissionFunnel {
    bySource.reduce(into: AdmissionFunnel()) { $0 += $1 }
  }

  /// The certificates of each year and class, by year.
  package var classes: [AdmissionClass] {
    byClass.map { AdmissionClass(year: $0.year, course: $0.course, count: $1) }.sorted {
      ($0.year, $0.course.rawValue) < ($1.year, $1.course.rawValue)
    }
  }
}
