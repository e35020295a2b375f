/// Who stood in an organisation when it was reorganised, counted on the day before.
///
/// Each reorganisation has a day of its own. Asked of a person are only those of the organisations
/// that the person ever belonged to, or that stood above one of them on that day.
package struct ReorganisationTally: Sendable {
  /// By the place of the reorganisation.
  package private(set) var counts: [MembershipCount]
  /// By number of an organisation, whose counts take in its own people, and on which day.
  private let asked: [[Asked]]

  private struct Asked: Sendable {
    let place: Int
    let day: Day
  }

  /// Nobody yet. O(reorganisations × organisations that ever stood under theirs).
  ///
  /// - Parameter day: the day asked; whom a later reorganisation concerns is counted on it.
  package init(_ changes: [Reorganisation], _ tree: OrganisationTree, on day: Day) {
    counts = [MembershipCount](repeating: MembershipCount(), count: changes.count)
    var asked = [[Asked]](repeating: [], count: tree.limit)
    let below = EverBelow(tree)
    for (place, change) in changes.enumerated() {
      let counted = min(change.on.adding(days: -1), day)
      let top = tree.resolve(change.organisation, on: counted)
      let isInTree = tree.isInTree(top, on: counted)
      for number in below.all(under: change.organisation, top)
      where tree.isUnder(number, top, on: counted)
        // What had left before does not leave with it.
        && (!isInTree || tree.isInTree(number, on: counted))
      {
        asked[Int(number.number)].append(Asked(place: place, day: counted))
      }
    }
    self.asked = asked
  }

  /// Counts a person in every reorganisation of where they were.
  package mutating func add(_ person: PersonState) {
    if counts.isEmpty { return }
    for organisation in person.organisations {
      let number = Int(organisation.number)
      guard number < asked.count else { continue }
      for asked in asked[number] where person.organisation(on: asked.day) == organisation {
        counts[asked.place].add(person.status(on: asked.day))
      }
    }
  }

  package static func += (left: inout ReorganisationTally, right: ReorganisationTally) {
    for place in left.counts.indices { left.counts[place] += right.counts[place] }
  }
}

extension PersonState {
  /// Every official organisation the person ever had, before mergers; each once.
  fileprivate var organisations: [OrganisationNumber] {
    guard let first = organisation(on: .beforeAll) else { return [] }
    var all = [first]
    for move in moves where !all.contains(move.to) { all.append(move.to) }
    return all
  }
}

/// Which organisations ever declared which parent, or merged into which.
private struct EverBelow {
  private var below: [[OrganisationNumber]]

  init(_ tree: OrganisationTree) {
    below = Array(repeating: [], count: tree.limit)
    for number in tree.numbers {
      guard let state = tree[number] else { continue }
      let above =
        state.details.changes.compactMap(\.value.parent) + state.mergers.changes.map(\.value)
      for other in Set(above) where Int(other.number) < below.count {
        below[Int(other.number)].append(number)
      }
    }
  }

  /// Those that may stand under some, themselves included, on some day.
  func all(under tops: OrganisationNumber...) -> Set<OrganisationNumber> {
    var met = Set(tops)
    var waiting = Array(met)
    while let next = waiting.popLast() {
      guard Int(next.number) < below.count else { continue }
      for other in below[Int(next.number)] where met.insert(other).inserted {
        waiting.append(other)
      }
    }
    return met
  }
}
