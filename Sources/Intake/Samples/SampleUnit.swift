import Cadre

/// A grassroots organisation of a sample: a cell of its own, or a committee over cells.
struct SampleUnit {
  /// From 1; part of its code.
  let number: Int
  /// Cells that people are in; 0 for a grassroots cell.
  let cells: Int
  let trade: Int
  let sector: Sector
  let founded: Day
  let fate: Fate
  /// A cell, behind the others, that no longer exists, and how it ended.
  let lost: Lost?
  /// Members to whom posts are given, in the order of files.
  var cadres: [Cadre] = []
  /// Members on the day of its hand-over, and probationers among them.
  var headcount = (members: 0, probationers: 0)

  /// What becomes of the organisation in the time of the sheets.
  enum Fate {
    case stays
    case handedOver(decided: Day, on: Day)
    case received(decided: Day, on: Day)
    case renamed(decided: Day, on: Day)
    /// Its last cell comes under the next committee.
    case splits(decided: Day, on: Day)
  }

  /// A cell that ended before the sheets were drawn up.
  struct Lost {
    let merged: Bool
    let on: Day
  }

  /// A member who may hold posts.
  struct Cadre {
    let person: Int
    let officialFrom: Day
    let birthYear: Int
  }

  /// Whether it is a committee over cells.
  var isCommittee: Bool { cells > 0 }

  /// The day from which its people are no longer ours; nil where they stay.
  var handedOverOn: Day? {
    if case .handedOver(_, let day) = fate { day } else { nil }
  }

  /// Whether people may move in or out without meeting a change of the organisation itself.
  var isSettled: Bool {
    switch fate {
    case .stays, .renamed: true
    case .handedOver, .received, .splits: false
    }
  }
}

extension SampleUnit {
  /// The unit of a number, out of so many.
  init(number: Int, of count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed, kind: 1, number: number)
    self.number = number
    // The first two settle what small samples show: one of each kind.
    let isCommittee = number <= 2 ? number == 1 : random.chance(530)
    cells = isCommittee ? (number == 1 ? 3 : random.pick([2, 3, 3, 4, 4, 5, 6])) : 0
    let enterprises = SampleWords.enterprises
    trade =
      random.chance(480)
      ? random.below(enterprises)
      : enterprises + random.below(SampleWords.trades.count - enterprises)
    let usual = SampleWords.trades[trade].sector
    sector = usual == .agency && random.chance(350) ? .publicUnit : usual
    founded = Day.firstOf(year: 1990).adding(days: random.below(8400))
    let decided = Day.firstOf(year: 2019).adding(days: random.below(2400))
    let on = decided.adding(days: 21)
    let draw = count < 8 ? 1000 : random.below(1000)
    switch draw {
    case 0..<46: fate = .handedOver(decided: decided, on: on)
    case 46..<56: fate = .received(decided: decided, on: on)
    case 56..<76: fate = .renamed(decided: decided, on: decided)
    case 76..<96 where cells > 1 && number > 2: fate = .splits(decided: decided, on: decided)
    default: fate = .stays
    }
    let losing = Day.firstOf(year: 2016).adding(days: random.below(3200))
    lost = isCommittee && random.chance(60) ? Lost(merged: random.chance(700), on: losing) : nil
  }

  /// What it is called, kind of organisation aside.
  var name: String {
    let digits = String(number)
    return SampleWords.trades[trade].name + (digits.utf8.count < 2 ? " 0" : " ") + digits
  }
}

/// Where in a sample a person is.
struct SamplePlace: Hashable {
  /// The number of the unit.
  var unit: Int
  /// The cell, from 1; 0 for a grassroots cell itself.
  var cell: Int
}
