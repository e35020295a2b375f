import Cadre
import TestSupport
import Testing

@testable import Office

/// Counting any set of organisations that tiles the tree gives the same total (spec/domain.md
/// section 5), on random histories of hand-overs, receptions, mergers, dissolutions, re-parenting
/// and renaming.
@Suite struct TilingLawTests {
  @Test(arguments: [7, 8, 20_261_126] as [UInt64])
  func `any tiling counts everybody once, on every day around each reorganisation`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path)
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    try office.found()
    for step in 0..<60 {
      if step.isMultiple(of: 3) { try office.work() }
      try office.reorganise()
    }
    let events = try ledger.events()
    let (reorganised, quiet) = days(of: events)
    var tried = 0
    for day in reorganised.shuffled(using: &office.random).prefix(12) {
      var totals: [Int] = []
      for day in [day.adding(days: -1), day, day.adding(days: 1)] {
        totals.append(try tile(ledger, day, &office.random, "seed \(seed), on \(day)"))
        tried += 1
      }
      // Nothing of people changed that day: only where they are counted did.
      if quiet.contains(day) { #expect(totals[0] == totals[1], "seed \(seed), on \(day)") }
    }
    print("seed \(seed): \(events.count) events, \(reorganised.count) days, \(tried) tried")
    #expect(tried > 20)
    #expect(try ledger.verify().isClean)
  }

  /// The days on which organisations changed, and those of them on which no person did.
  private func days(of events: [LogEntry]) -> ([Day], Set<Day>) {
    var reorganised: Set<Day> = []
    var personal: Set<Day> = []
    for entry in events {
      guard let day = entry.effective else { continue }
      switch entry.event {
      case .organisation(let event):
        switch event {
        case .established, .rated, .activityRecorded, .suspensionLifted, .retracted: break
        case .amended, .reparented, .handedOver, .received, .merged, .dissolved:
          reorganised.insert(day)
        }
      case .person: personal.insert(day)
      case .ledger, .position: break
      }
    }
    return (reorganised.sorted(), reorganised.subtracting(personal))
  }

  /// Counts several tilings of a day: those of the whole ledger, what was handed over included,
  /// and those of the tree, as the office is told. Returns the total of the former.
  private func tile(
    _ ledger: Ledger, _ day: Day, _ random: inout SeededGenerator, _ comment: Comment
  ) throws -> Int {
    let counted = try count(ledger, day)
    let tilings = (0..<4).map { _ in counted.tiling(using: &random) }
    #expect(tilings.allSatisfy { $0 == counted.present }, comment)
    let inquiry = Inquiry(on: day)
    let list = try ledger.organisations(inquiry, now: askedAt)
    let population = try ledger.population(inquiry, now: askedAt)
    #expect(list.total == population.groups.first?.count, comment)
    let codes = Set(list.rows.map(\.name.code))
    let tops = list.rows.filter { !($0.parent.map { codes.contains($0.code) } ?? false) }
    #expect(tops.reduce(0) { $0 + $1.total.people } == list.total.people, comment)
    #expect(list.rows.reduce(0) { $0 + $1.own.people } == list.total.people, comment)
    for row in list.rows {
      let below = list.rows.filter { $0.parent == row.name }
      let sum = below.reduce(row.own.people) { $0 + $1.total.people }
      #expect(sum == row.total.people, comment)
    }
    return counted.present
  }

  private func count(_ ledger: Ledger, _ day: Day) throws -> Counted {
    try ledger.reading { (stores) throws(OfficeError) in
      let survey = try ledger.survey(stores, Inquiry(on: day), under: nil, now: askedAt)
      let register = survey.register
      return try ledger.forEverybody(
        stores, register, reading: .membership,
        start: Counted(MembershipCounts(register.tree), register.organisations.numbers),
        each: { (counted, person, _) throws(OfficeError) in counted.add(person, on: day) },
        join: { $0.add($1) })
    }
  }
}

/// Who is where on a day, and how many there are at all.
private struct Counted: Sendable {
  private var counts: MembershipCounts
  private let numbers: [OrganisationNumber]
  /// Everybody who is a prospect or a member, wherever that is.
  private(set) var present = 0

  init(_ counts: MembershipCounts, _ numbers: [OrganisationNumber]) {
    self.counts = counts
    self.numbers = numbers.filter { counts.tree.resolve($0) == $0 }
  }

  mutating func add(_ person: PersonState, on day: Day) {
    counts.add(person)
    if person.status(on: day).isPresent { present += 1 }
  }

  mutating func add(_ other: Counted) {
    counts += other.counts
    present += other.present
  }

  /// The total over a tiling at random: of each organisation either all at and below it, or those
  /// of itself and tilings of all below it.
  func tiling(using random: inout SeededGenerator) -> Int {
    numbers.filter { counts.tree.parent(of: $0) == nil }
      .reduce(0) { $0 + tile($1, using: &random) }
  }

  private func tile(_ top: OrganisationNumber, using random: inout SeededGenerator) -> Int {
    if Bool.random(using: &random) { return counts.total(under: top).people }
    return numbers.filter { counts.tree.parent(of: $0) == top }
      .reduce(counts[top].people) { $0 + tile($1, using: &random) }
  }
}

extension RandomOffice {
  /// Founds the last of the organisations that may be drawn: the sheets have one less.
  fileprivate mutating func found() throws {
    let founding = OrganisationEstablished(code: nil, name: "Thành ủy", kind: .external)
    let results = try record([
      RecordRequest(
        stream: nil, event: .organisation(.established(founding)), effective: nil)
    ])
    #expect(results.count == 1 && results.allSatisfy { !$0.isRefused })
  }

  /// Records a decision about an organisation, possible or not.
  fileprivate mutating func reorganise() throws {
    let event: OrganisationEvent
    switch Int.random(in: 0..<7, using: &random) {
    case 0: event = .merged(into: organisation())
    case 1, 2: event = .reparented(parent: organisation())
    case 3: event = .handedOver(receiver: organisation(), headcount: Headcount(members: 3))
    case 4: event = .received(from: organisation(), headcount: Headcount())
    case 5: event = .dissolved
    default: event = .amended(OrganisationAmended(name: "Chi bộ \(day())"))
    }
    try record([
      RecordRequest(
        stream: .organisation(organisation()), event: .organisation(event), effective: day(),
        document: document())
    ])
  }
}
