/// Everything but people as known at one log size, on whichever day: what recorded decisions are
/// judged against, each on a day of its own.
///
/// Days between two changes of the tree and the posts share what was made for the first of them;
/// hence it belongs to one thread.
package final class Surroundings {
  package let known: LogSize
  package let organisations: OrganisationTree
  package let positions: PositionTable
  package let rules: RuleSet
  package let calendar: WorkingDays
  private let sheets: [SheetReceipt]
  /// The days on which an organisation or a post may become another, ascending.
  private let changes: [Day]
  /// By the number of changes up to a day.
  private var made: [Int: Scene] = [:]

  /// Posts and the sheets that cover them, between two changes.
  private struct Scene {
    let posts: PostsOnDay
    let coverage: SheetCoverage
  }

  /// - Parameters:
  ///   - organisations: read at the log size, as are posts, sheets and calendar.
  ///   - rules: of the question; their values are read on the day of each decision.
  package init(
    _ organisations: OrganisationTree, _ positions: PositionTable, sheets: [SheetReceipt],
    calendar: WorkingDays, rules: RuleSet
  ) {
    known = organisations.known
    self.organisations = organisations
    self.positions = positions
    self.sheets = sheets
    self.calendar = calendar
    self.rules = rules
    changes = Set(organisations.changeDays + positions.changeDays).sorted()
  }

  /// The posts and the tree on a day.
  package func posts(on day: Day) -> PostsOnDay { scene(on: day).posts.onQuietDay(day) }

  /// The tree on a day.
  package func tree(on day: Day) -> TreeOnDay { posts(on: day).tree }

  /// Readiness on a day alone: nothing is searched.
  func readiness(on day: Day) -> Readiness {
    let scene = scene(on: day)
    return Readiness(judging: scene.posts.onQuietDay(day), scene.coverage, rules: rules)
  }

  private func scene(on day: Day) -> Scene {
    let place = changes.count(upTo: day)
    if let scene = made[place] { return scene }
    let posts = positions.on(organisations.on(day))
    let scene = Scene(posts: posts, coverage: SheetCoverage(sheets, posts.tree))
    made[place] = scene
    return scene
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
