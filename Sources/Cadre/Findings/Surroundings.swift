/// Everything but people as known at one log size, on whichever day: what recorded decisions are
/// judged against, each on a day of its own.
///
/// It keeps what was made for one day for others; hence it belongs to one thread.
package final class Surroundings {
  package let rules: RuleSet
  package let calendar: WorkingDays
  private let land: Land
  private let sheets: SheetClaims
  /// By the number of changes of the land up to a day.
  private var coverages: [Int: SheetCoverage] = [:]

  /// - Parameters:
  ///   - land: read at the log size, as are sheets and calendar.
  ///   - rules: of the question; their values are read on the day of each decision.
  package init(_ land: Land, sheets: SheetClaims, calendar: WorkingDays, rules: RuleSet) {
    self.land = land
    self.sheets = sheets
    self.calendar = calendar
    self.rules = rules
  }

  package var organisations: OrganisationTree { land.organisations }

  package var positions: PositionTable { land.positions }

  /// The posts and the tree on a day.
  package func posts(on day: Day) -> PostsOnDay { land.posts(on: day) }

  /// The tree on a day.
  package func tree(on day: Day) -> TreeOnDay { land.tree(on: day) }

  /// Readiness on a day alone: nothing is searched.
  func readiness(on day: Day) -> Readiness {
    let posts = land.posts(on: day)
    let place = land.place(of: day)
    let coverage = coverages[place] ?? SheetCoverage(sheets, posts.tree)
    coverages[place] = coverage
    return Readiness(judging: posts, coverage, rules: rules)
  }
}

/// The organisations and posts as known at one log size, on whichever day.
///
/// Days between two changes of them share what was made for the first; hence it belongs to one
/// thread.
package final class Land {
  package let organisations: OrganisationTree
  package let positions: PositionTable
  /// The days on which an organisation or a post may become another, ascending.
  private let changes: [Day]
  /// By the number of changes up to a day.
  private var made: [Int: PostsOnDay] = [:]
  private var trees: [Int: TreeOnDay] = [:]

  package init(_ organisations: OrganisationTree, _ positions: PositionTable) {
    self.organisations = organisations
    self.positions = positions
    changes = Set(organisations.changeDays + positions.changeDays).sorted()
  }

  /// The number of changes up to a day: days with the same number are alike.
  func place(of day: Day) -> Int { changes.count(upTo: day) }

  /// The posts and the tree on a day.
  func posts(on day: Day) -> PostsOnDay {
    let place = place(of: day)
    let posts = made[place] ?? positions.on(tree(on: day))
    made[place] = posts
    return posts.onQuietDay(day)
  }

  /// The tree on a day.
  package func tree(on day: Day) -> TreeOnDay {
    let place = place(of: day)
    let tree = trees[place] ?? organisations.on(day)
    trees[place] = tree
    return tree.onQuietDay(day)
  }
}

extension [Day] {
  /// How many of the days, which ascend, are on or before a day; O(log n).
  fileprivate func count(upTo day: Day) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension OrganisationTree {
  /// The days on which what is known of some organisation changes, unordered.
  fileprivate var changeDays: [Day] {
    numbers.flatMap { number -> [Day] in
      guard let state = self[number] else { return [] }
      return [state.established?.from, state.dissolved?.from, state.lifted?.from].compactMap { $0 }
        + state.details.changes.map(\.from) + state.held.changes.map(\.from)
        + state.mergers.changes.map(\.from)
    }
  }
}

extension PositionTable {
  /// The days on which what is known of some post changes, unordered.
  fileprivate var changeDays: [Day] {
    numbers.flatMap { number -> [Day] in
      guard let state = self[number] else { return [] }
      return state.details.changes.map(\.from) + [state.abolished?.from].compactMap { $0 }
    }
  }
}
