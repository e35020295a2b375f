import Cadre

/// The posts and plans of one member.
struct SampleCareer {
  var steps: [Step] = []
  var plans: [Plan] = []

  /// An appointment, reappointment or relief.
  struct Step {
    let post: SamplePost
    let action: AppointmentAction
    let decidedOn: Day
    let effectiveOn: Day
    let dossierOn: Day?
    var reason: LeavingReason?
  }

  /// A place in planning.
  struct Plan {
    let post: SamplePost
    let term: Term
    let enteredOn: Day
    var left: (on: Day, reason: LeavingReason)?
  }
}

/// The careers of a unit's cadres, told together, so that a post has one holder at a time.
struct SampleCareers {
  private let unit: SampleUnit
  private var random: SplitMix64
  /// By the place in `unit.cadres`.
  private(set) var careers: [SampleCareer]
  /// Who holds a post of the unit's own line.
  private var holders: [SamplePost: Int] = [:]
  /// Since when.
  private var since: [SamplePost: Day] = [:]
  private let end: Day

  init(of unit: SampleUnit, seed: UInt64) {
    self.unit = unit
    random = SplitMix64(seed: seed, kind: 6, number: unit.number)
    careers = [SampleCareer](repeating: SampleCareer(), count: unit.cadres.count)
    end = unit.handedOverOn ?? SampleLife.horizon
    let order = unit.cadres.indices.sorted {
      (unit.cadres[$0].birthYear, $0) < (unit.cadres[$1].birthYear, $1)
    }
    fill(order)
    promote(in: 2020, order)
    promote(in: 2024, order)
    reappoint()
    seatParty(order)
    for cadre in careers.indices {
      // Sorted by day; no two steps of a person share one.
      careers[cadre].steps.sort { $0.effectiveOn < $1.effectiveOn }
    }
    for cadre in order { plan(cadre) }
    trim()
  }

  /// Nothing is decided here once the unit is handed over.
  private mutating func trim() {
    guard unit.handedOverOn != nil else { return }
    for cadre in careers.indices {
      careers[cadre].steps.removeAll { $0.effectiveOn >= end }
      careers[cadre].plans.removeAll { $0.enteredOn >= end }
      for plan in careers[cadre].plans.indices {
        if let left = careers[cadre].plans[plan].left, left.on >= end {
          careers[cadre].plans[plan].left = nil
        }
      }
    }
  }
}

extension SampleCareers {
  /// Posts of the unit's own line from the highest down.
  private var ladder: [SamplePost] {
    (0..<4).reversed().flatMap { rank in
      (0..<SamplePost.counts[rank]).map {
        SamplePost(unit: unit.number, isParty: false, rank: rank, place: $0)
      }
    }
  }

  /// Who held what when the sheets begin: appointed from 2015 to 2019, the older the higher.
  private mutating func fill(_ order: [Int]) {
    for (post, cadre) in zip(ladder, order) where random.chance(420) {
      let month = Month(year: 2015 + random.below(5), month: 1 + random.below(12))
      guard unit.cadres[cadre].officialFrom < month.first else { continue }
      appoint(cadre, to: post, from: month.first, .appointment)
    }
  }

  /// One chain of promotions within two years from a year on: from the top down, whoever leaves
  /// is followed by one from the rank below.
  private mutating func promote(in year: Int, _ order: [Int]) {
    let start = Month(year: year, month: 6).adding(months: random.below(20))
    for (steps, post) in ladder.enumerated() {
      let day = start.adding(months: steps / 2).first
      guard day < end.adding(days: -60) else { return }
      if let holder = holders[post] {
        guard random.chance(300) else { continue }
        leave(holder, post, day.adding(days: -1))
      }
      guard random.chance(560), let next = successor(to: post, on: day, order) else { continue }
      appoint(next, to: post, from: day, .appointment)
    }
  }

  /// One who holds a post of the rank below, or none where the post is of the lowest.
  private mutating func successor(to post: SamplePost, on day: Day, _ order: [Int]) -> Int? {
    let below = ladder.filter { $0.rank == post.rank - 1 }.compactMap { holders[$0] }
    let free = order.filter { cadre in
      !holders.values.contains(cadre) && unit.cadres[cadre].officialFrom < day
        && !careers[cadre].steps.contains { $0.action == .relief }
    }
    let candidates = post.rank > 0 ? below : free
    return candidates.isEmpty ? nil : random.pick(candidates)
  }

  private mutating func appoint(
    _ cadre: Int, to post: SamplePost, from day: Day, _ action: AppointmentAction
  ) {
    for (held, holder) in holders where holder == cadre && held != post { holders[held] = nil }
    holders[post] = cadre
    since[post] = day
    let decided = day.adding(days: -random.below(32))
    careers[cadre].steps.append(
      SampleCareer.Step(
        post: post, action: action, decidedOn: decided, effectiveOn: day,
        dossierOn: random.chance(950) ? decided.adding(days: -45) : nil))
  }

  private mutating func leave(_ cadre: Int, _ post: SamplePost, _ day: Day) {
    holders[post] = nil
    // Some move on without a decision of their own: the next appointment ends the post.
    guard let begun = since[post], begun < day.adding(days: -90), random.chance(600) else { return }
    careers[cadre].steps.append(
      SampleCareer.Step(
        post: post, action: .relief, decidedOn: day.adding(days: -random.below(20)),
        effectiveOn: day, dossierOn: nil,
        reason: random.pick([.retired, .transferred, .ownWish, .reorganised, .disciplined])))
  }

  /// Those five years in their post are mostly appointed to it again.
  private mutating func reappoint() {
    for post in ladder {
      guard let cadre = holders[post], let begun = since[post] else { continue }
      let day = begun.adding(months: 60)
      if day < end.adding(days: -30), random.chance(450) {
        appoint(cadre, to: post, from: day, random.chance(700) ? .reappointment : .appointment)
      }
    }
  }

  /// Posts of the Party's line; the director is often the secretary.
  private mutating func seatParty(_ order: [Int]) {
    var seats = order[...]
    for (rank, share) in [(3, 450), (2, 380), (1, 200), (0, 400), (0, 300)] {
      guard rank != 1 || unit.isCommittee, let cadre = seats.popFirst() else { continue }
      let day = Day.firstOf(year: 2020).adding(days: random.below(2300))
      guard random.chance(share), unit.cadres[cadre].officialFrom < day else { continue }
      careers[cadre].steps.append(
        SampleCareer.Step(
          post: SamplePost(unit: unit.number, isParty: true, rank: rank, place: 0),
          action: .appointment, decidedOn: day, effectiveOn: day,
          dossierOn: day.adding(days: -30)))
    }
  }
}

extension SampleCareers {
  private mutating func plan(_ cadre: Int) {
    for (term, year, day) in [
      (Term(firstYear: 2020, lastYear: 2025), 2020, 10),
      (Term(firstYear: 2025, lastYear: 2030), 2024, 15),
    ] {
      let entry = Month(year: year, month: 1 + random.below(11)).first.adding(days: day - 1)
      guard unit.cadres[cadre].officialFrom < entry else { continue }
      if random.chance(880), let post = aim(of: cadre, in: term, on: entry) {
        enter(cadre, post, term, entry)
      }
      if random.chance(260) {
        let ranks = unit.isCommittee ? [0, 0, 1, 2, 3] : [0, 0, 2, 3]
        let post = SamplePost(
          unit: unit.number, isParty: true, rank: random.pick(ranks), place: 0)
        enter(cadre, post, term, entry.adding(days: 2))
      }
    }
  }

  private mutating func enter(_ cadre: Int, _ post: SamplePost, _ term: Term, _ day: Day) {
    var plan = SampleCareer.Plan(post: post, term: term, enteredOn: day)
    if random.chance(40) {
      let reasons: [LeavingReason] = [.yearlyReview, .yearlyReview, .overAge, .ownWish, .appointed]
      plan.left = (day.adding(months: 12), random.pick(reasons))
    }
    careers[cadre].plans.append(plan)
  }

  /// The post that a cadre is to get in the term, else one a rank above the one held.
  private mutating func aim(of cadre: Int, in term: Term, on day: Day) -> SamplePost? {
    let own = careers[cadre].steps.filter { !$0.post.isParty && $0.action == .appointment }
    if let coming = own.first(where: { $0.decidedOn > day && $0.effectiveOn.year < term.lastYear })
    {
      return coming.post
    }
    let held = own.last(where: { $0.effectiveOn <= day })?.post.rank ?? -1
    guard held < 3 else { return nil }
    return SamplePost(
      unit: unit.number, isParty: false, rank: held + 1,
      place: random.below(SamplePost.counts[held + 1]))
  }
}
