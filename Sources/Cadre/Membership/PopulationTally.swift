/// The population of one day in parts: by sector, sex and band of age (spec/domain.md section 5).
///
/// Each part counts everybody in exactly one group, so that the groups of a part add up to the
/// total.
package struct PopulationTally: Sendable {
  package private(set) var total = MembershipCount()
  private var sectors = [MembershipCount](repeating: MembershipCount(), count: 4)
  private var sexes = [MembershipCount](repeating: MembershipCount(), count: 3)
  private var bands = [MembershipCount](repeating: MembershipCount(), count: 6)
  private let subtree: Subtree

  /// Nobody of the organisations asked for yet.
  package init(_ subtree: Subtree) { self.subtree = subtree }

  /// Counts a person of the population, if asked for.
  /// - Parameter profile: asked for only of whoever counts.
  package mutating func add<Failure: Error>(
    _ person: PersonState, profile: () throws(Failure) -> Profile
  ) throws(Failure) {
    let tree = subtree.tree
    let status = person.status(on: tree.day)
    guard status.isPresent, let organisation = person.organisation(on: tree.day),
      tree.isInTree(organisation), subtree.contains(organisation)
    else { return }
    let profile = try profile()
    total.add(status)
    sectors[tree.sector(of: organisation).map { Int($0.rawValue) } ?? 3].add(status)
    sexes[profile.sex.map { Int($0.rawValue) } ?? 2].add(status)
    bands[AgeBand(of: profile.birth, on: tree.day).map { Int($0.rawValue) } ?? 5].add(status)
  }

  package static func += (left: inout PopulationTally, right: PopulationTally) {
    left.total += right.total
    for place in left.sectors.indices { left.sectors[place] += right.sectors[place] }
    for place in left.sexes.indices { left.sexes[place] += right.sexes[place] }
    for place in left.bands.indices { left.bands[place] += right.bands[place] }
  }

  /// The groups: everybody, then each sector, sex and band; of people of whom the ledger lacks
  /// what would tell a last group, where there are any.
  package var groups: [PopulationGroup] {
    [PopulationGroup(.total, total)]
      + parts(sectors, { PopulationGroup.Key.sector($0.flatMap(Sector.init(rawValue:))) })
      + parts(sexes, { PopulationGroup.Key.sex($0.flatMap(Sex.init(rawValue:))) })
      + parts(bands, { PopulationGroup.Key.age($0.flatMap(AgeBand.init(rawValue:))) })
  }

  private func parts(
    _ counts: [MembershipCount], _ key: (UInt8?) -> PopulationGroup.Key
  ) -> [PopulationGroup] {
    counts.indices.compactMap { place in
      let isLast = place == counts.count - 1
      if isLast, counts[place].people == 0 { return nil }
      return PopulationGroup(key(isLast ? nil : UInt8(place)), counts[place])
    }
  }
}

/// How many of the population are of one kind.
package struct PopulationGroup: Hashable, Sendable {
  package let key: Key
  package let count: MembershipCount

  init(_ key: Key, _ count: MembershipCount) {
    self.key = key
    self.count = count
  }

  /// What they have in common; nil: the ledger does not know.
  package enum Key: Hashable, Sendable {
    case total
    case sector(Sector?)
    case sex(Sex?)
    case age(AgeBand?)
  }
}

/// Years of age as statistics group them.
package enum AgeBand: UInt8, Code {
  /// Up to 30 years.
  case to30
  /// From 31 to 40 years; and so on.
  case to40, to50, to60
  /// 61 years or more.
  case over60

  /// The band of whole years on a day; nil where the birth is not known, or its interval lies in
  /// two bands.
  package init?(of birth: Birth?, on day: Day) {
    guard let birth else { return nil }
    let youngest = Self(years: birth.days.upperBound.wholeMonths(to: day) / 12)
    guard youngest == Self(years: birth.days.lowerBound.wholeMonths(to: day) / 12) else {
      return nil
    }
    self = youngest
  }

  private init(years: Int) {
    switch years {
    case ...30: self = .to30
    case ...40: self = .to40
    case ...50: self = .to50
    case ...60: self = .to60
    default: self = .over60
    }
  }
}

extension AgeBand: Labelled {
  package var words: Words {
    switch self {
    case .to30: Words("Đến 30 tuổi", "up to 30 years")
    case .to40: Words("31–40 tuổi", "31 to 40 years")
    case .to50: Words("41–50 tuổi", "41 to 50 years")
    case .to60: Words("51–60 tuổi", "51 to 60 years")
    case .over60: Words("Trên 60 tuổi", "over 60 years")
    }
  }
}
