import Cadre
import Platform

/// An invented office: its organisations, and the lives of its people, drawn anew whenever they
/// are asked for, so that its size is bounded by its organisations.
struct SampleOffice {
  let people: Int
  let seed: UInt64
  private(set) var units: [SampleUnit]
  /// Digits of a unit's number in codes, and of a person's in file numbers.
  let unitWidth: Int
  let fileWidth: Int

  /// The superior's code.
  static let root = "38.168"

  /// About 76 people in each grassroots organisation; never fewer than two organisations.
  init(people: Int, seed: UInt64) {
    self.people = people
    self.seed = seed
    let count = max(2, (people + 75) / 76)
    units = (1...count).map { SampleUnit(number: $0, of: count, seed: seed) }
    unitWidth = max(3, String(count).utf8.count)
    fileWidth = max(6, String(people).utf8.count)
  }

  /// The unit of a number.
  func unit(_ number: Int) -> SampleUnit { units[number - 1] }

  /// The life of a person, from 1.
  func life(_ person: Int) -> SampleLife { SampleLife(person, seed: seed, units: units) }

  /// Chooses who may hold posts, at most twelve a unit, and counts who is handed over.
  mutating func gatherCadres() {
    guard people > 0 else { return }
    for person in 1...people {
      let life = life(person)
      let place = life.home.unit - 1
      if life.isCandidate, let official = life.officialFrom, official < Day.firstOf(year: 2023),
        units[place].cadres.count < 12
      {
        units[place].cadres.append(
          SampleUnit.Cadre(
            person: person, officialFrom: official, birthYear: life.birth.year))
      }
      if let over = units[place].handedOverOn, let admission = life.admission,
        admission.ceremonyOn <= over, life.ending.map({ $0.effectiveOn > over }) ?? true
      {
        units[place].headcount.members += 1
        if life.officialFrom.map({ $0 > over }) ?? true { units[place].headcount.probationers += 1 }
      }
    }
  }
}

extension SampleOffice {
  /// The code of a unit.
  func code(_ unit: Int) -> String { "\(SampleOffice.root).\(pad(unit, unitWidth))" }

  /// The code of a place: a cell, or a grassroots cell itself.
  func code(_ place: SamplePlace) -> String {
    place.cell == 0 ? code(place.unit) : code(place.unit) + ".000." + pad(place.cell, 3)
  }

  /// The code of a place, or the name of an organisation elsewhere.
  func code(_ address: SampleLife.Address) -> String {
    switch address {
    case .place(let place): code(place)
    case .elsewhere(let name): name
    }
  }

  /// The code of a post.
  func code(_ post: SamplePost) -> String {
    let mark = post.isParty ? "P\(post.rank)" : "\(post.rank)\(post.place)"
    return "CD" + pad(post.unit, unitWidth) + mark
  }

  private func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A post of a sample.
struct SamplePost: Hashable {
  let unit: Int
  /// Of the Party's line; else of the unit's own.
  let isParty: Bool
  /// 0…3 in its line.
  let rank: Int
  /// Which of several posts of the rank.
  let place: Int

  /// How many posts of each rank a unit has on its own line.
  static let counts = [3, 2, 2, 1]

  /// Its class.
  var `class`: PositionClass {
    let classes: [PositionClass] =
      isParty
      ? [.committeeMember, .standingMember, .deputySecretary, .secretary]
      : [.deputyDivisionHead, .divisionHead, .deputyDirector, .director]
    return classes[rank]
  }
}
