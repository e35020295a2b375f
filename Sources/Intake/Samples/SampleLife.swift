import Cadre

/// What happened to one person of a sample, as far as others' lives depend on it; the rest is
/// drawn when the rows are written.
struct SampleLife {
  let person: Int
  let sex: Sex
  let birth: Day
  /// Where the person was admitted and first stood; nil for one who came from elsewhere.
  let home: SamplePlace
  var admission: Admission?
  /// The day of the prospects' certificate; nil for one who has none.
  var certificate: Day?
  var status = Status.none
  /// May be given posts: such people neither move nor leave.
  var isCandidate = false
  var ending: Ending?
  var moves: [Move] = []
  /// Came by a transfer from an organisation outside the ledger.
  var origin: String?

  enum Status {
    case none, prospect, member
  }

  /// An admission with what follows from it.
  struct Admission {
    let votedOn: Day
    let decidedOn: Day
    let ceremonyOn: Day
    /// nil: not decided yet.
    let recognisedOn: Day?
  }

  /// The end of a membership.
  struct Ending {
    let how: EndingKind
    let decidedOn: Day
    let effectiveOn: Day
    /// For one struck off after a screening, the year of the first round.
    var round: Int?
    var readmission: Admission?
  }

  /// A transfer between organisations.
  struct Move {
    let kind: TransferKind
    let from: Address
    let to: Address
    let introducedOn: Day
    /// nil: under way.
    let receivedOn: Day?
    let until: Day?
  }

  /// An organisation of the sample, or one outside.
  enum Address: Hashable {
    case place(SamplePlace)
    case elsewhere(String)
  }
}

extension SampleLife {
  /// The last day that samples know.
  static let horizon = Day.firstOf(year: 2026).adding(days: 303)

  /// Where the person stands today.
  var today: Address {
    moves.last(where: { $0.kind != .temporary && $0.receivedOn != nil })?.to
      ?? origin.map { .elsewhere($0) } ?? .place(home)
  }

  /// The day from which the person's organisation here records nothing more; nil where it does.
  func silentFrom(_ unit: SampleUnit) -> Day? {
    var days: [Day] = []
    if let ending { days.append(ending.effectiveOn) }
    if let day = unit.handedOverOn { days.append(day) }
    if let move = moves.last, case .elsewhere = move.to, let day = move.receivedOn {
      days.append(day)
    }
    return days.min()
  }

  /// The first day on which the membership is official; nil where it is not yet.
  var officialFrom: Day? {
    admission.flatMap { $0.recognisedOn == nil ? nil : $0.ceremonyOn.adding(months: 12) }
  }
}

extension SampleLife {
  /// The life of a person (from 1) among the units of an office.
  init(_ person: Int, seed: UInt64, units: [SampleUnit]) {
    var random = SplitMix64(seed: seed, kind: 2, number: person)
    let unit = units[random.below(units.count)]
    self.person = person
    home = SamplePlace(
      unit: unit.number, cell: unit.isCommittee ? 1 + random.below(unit.cells) : 0)
    sex = random.chance(560) ? .male : .female
    birth = Day.firstOf(year: 1958).adding(days: random.below(17_100))
    guard !random.chance(11) else { return }
    let isProspect = random.chance(20)
    admission = isProspect ? nil : SampleLife.admission(of: birth, &random)
    guard let admission else {
      status = .prospect
      certificate =
        random.chance(970) ? Day.firstOf(year: 2022).adding(days: random.below(1600)) : nil
      return
    }
    status = .member
    // Now and then the certificate was older than its five years on the day of the vote.
    let age = random.chance(5) ? 1850 + random.below(300) : 61 + random.below(1440)
    certificate = admission.votedOn.adding(days: -age)
    isCandidate = admission.recognisedOn != nil && random.chance(230)
    if !isCandidate { drawFate(unit, units, &random) }
  }

  /// An admission in the years when the person is 20 to 37; nil where that is still to come.
  private static func admission(of birth: Day, _ random: inout SplitMix64) -> Admission? {
    let year = birth.year + random.within(20...37)
    let ceremony = Day.firstOf(year: year).adding(days: random.below(360))
    guard ceremony <= horizon, ceremony > birth.adding(months: 240) else { return nil }
    let decided = ceremony.adding(days: -random.within(3...29))
    let voted = decided.adding(months: -1).adding(days: -random.below(3))
    return Admission(
      votedOn: voted, decidedOn: decided, ceremonyOn: ceremony,
      recognisedOn: recognition(after: ceremony, &random))
  }

  private static func recognition(after ceremony: Day, _ random: inout SplitMix64) -> Day? {
    // One in eighty is decided late; it changes nothing of the day membership counts from.
    let delay = random.chance(12) ? random.within(100...260) : random.within(5...60)
    let day = ceremony.adding(months: 12).adding(days: delay)
    return day <= horizon ? day : nil
  }

  private mutating func drawFate(
    _ unit: SampleUnit, _ units: [SampleUnit], _ random: inout SplitMix64
  ) {
    switch random.below(1000) {
    case 0..<30: drawEnding(&random)
    case 30..<78: drawMoves(unit, units, &random)
    default: break
    }
    if let over = unit.handedOverOn, let ending, ending.effectiveOn >= over { self.ending = nil }
  }

  private mutating func drawEnding(_ random: inout SplitMix64) {
    guard let recognised = admission?.recognisedOn else { return }
    let how: EndingKind = [.struckOff, .deceased, .resigned, .expelled][
      random.weighted([24, 5, 2, 2])]
    guard how == .struckOff, random.chance(930) else {
      let earliest = max(recognised.adding(days: 1), Day.firstOf(year: 2019))
      let room = Int(SampleLife.horizon.number - earliest.number)
      guard room > 60 else { return }
      let decided = earliest.adding(days: random.below(room - 40))
      let effective = decided.adding(days: how == .deceased ? 0 : random.below(15))
      ending = Ending(how: how, decidedOn: decided, effectiveOn: effective)
      drawReadmission(&random)
      return
    }
    let rounds = [2019, 2021, 2023].filter { recognised < SampleRound.first($0).day }
    guard !rounds.isEmpty else { return }
    let round = random.pick(rounds)
    let decided = Day.firstOf(year: round + 1).adding(days: 179)
    ending = Ending(how: how, decidedOn: decided, effectiveOn: decided, round: round)
    drawReadmission(&random)
  }

  /// One in six of those struck off early enough is admitted again, after three years.
  private mutating func drawReadmission(_ random: inout SplitMix64) {
    guard var ending, ending.how != .deceased, ending.how != .expelled, random.chance(160),
      ending.effectiveOn < Day.firstOf(year: 2022)
    else { return }
    let ceremony = ending.effectiveOn.adding(days: 1150 + random.below(300))
    let decided = ceremony.adding(days: -random.within(3...29))
    ending.readmission = Admission(
      votedOn: decided.adding(months: -1), decidedOn: decided, ceremonyOn: ceremony,
      recognisedOn: SampleLife.recognition(after: ceremony, &random))
    self.ending = ending
  }
}

extension SampleLife {
  private mutating func drawMoves(
    _ unit: SampleUnit, _ units: [SampleUnit], _ random: inout SplitMix64
  ) {
    guard let admission, unit.isSettled else { return }
    let earliest = max(admission.ceremonyOn.adding(days: 60), Day.firstOf(year: 2019))
    let room = Int(SampleLife.horizon.number - earliest.number)
    guard room > 20 else { return }
    let day = earliest.adding(days: random.below(room))
    let here = Address.place(home)
    switch random.below(100) {
    case 0..<20:
      guard let other = place(in: units, &random) else { return }
      let start = min(day, SampleLife.horizon.adding(days: -45))
      let received = start.adding(days: 2 + random.below(37))
      let until = received.adding(months: 9).adding(days: random.below(30))
      moves = [
        Move(
          kind: .temporary, from: here, to: .place(other), introducedOn: start,
          receivedOn: received, until: until)
      ]
    case 20..<28 where unit.cells > 1:
      let cell = home.cell % unit.cells + 1
      moves = [
        move(.internal, here, .place(SamplePlace(unit: home.unit, cell: cell)), day, &random)
      ]
    case 28..<42:
      moves = [
        move(.official, here, .elsewhere(random.pick(SampleWords.elsewhere)), day, &random)
      ]
    case 42..<52:
      let from = random.pick(SampleWords.elsewhere)
      let arrival = min(day, SampleLife.horizon.adding(days: -60))
      let arriving = move(.official, .elsewhere(from), here, arrival, &random)
      origin = from
      moves = [arriving]
    default:
      guard let other = place(in: units, &random) else { return }
      moves = [move(.official, here, .place(other), day, &random)]
      moveOn(units, &random)
    }
  }

  /// One in twelve moves a second time.
  private mutating func moveOn(_ units: [SampleUnit], _ random: inout SplitMix64) {
    guard let first = moves.last, let received = first.receivedOn, random.chance(80),
      let other = place(in: units, &random), first.to != .place(other)
    else { return }
    let day = received.adding(days: 200 + random.below(400))
    if day < SampleLife.horizon {
      moves.append(move(.official, first.to, .place(other), day, &random))
    }
  }

  /// A place in another settled unit; nil where a few tries find none.
  private func place(in units: [SampleUnit], _ random: inout SplitMix64) -> SamplePlace? {
    for _ in 0..<8 {
      let unit = units[random.below(units.count)]
      guard unit.isSettled, unit.number != home.unit else { continue }
      return SamplePlace(
        unit: unit.number, cell: unit.isCommittee ? 1 + random.below(unit.cells) : 0)
    }
    return nil
  }

  /// A transfer received within 40 days, or still under way at the horizon.
  private func move(
    _ kind: TransferKind, _ from: Address, _ to: Address, _ day: Day, _ random: inout SplitMix64
  ) -> Move {
    let received = day.adding(days: 2 + random.below(37))
    return Move(
      kind: kind, from: from, to: to, introducedOn: day,
      receivedOn: received <= SampleLife.horizon ? received : nil, until: nil)
  }
}

/// A round of screening.
struct SampleRound {
  let name: String
  let day: Day

  /// The regular round of an odd year: 19 May.
  static func first(_ year: Int) -> SampleRound {
    SampleRound(name: "\(year)-1", day: Day.firstOf(year: year).adding(days: 138))
  }

  /// The round a year later for those given time to improve: 20 May, or 19 in leap years.
  static func second(_ year: Int) -> SampleRound {
    SampleRound(name: "\(year)-2", day: Day.firstOf(year: year + 1).adding(days: 139))
  }
}
