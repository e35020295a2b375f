/// The tree of organisations on one day, each answer at hand: for questions about many people.
package struct TreeOnDay: Hashable, Sendable {
  /// The day it shows.
  package let day: Day
  /// By number; number 0 is no one.
  private let nodes: [Node]

  private struct Node: Hashable, Sendable {
    var resolved: UInt32 = 0
    var parent: UInt32 = 0
    var isInTree = false
    var sector: Sector?
    var lifting: LogIndex?
  }

  fileprivate init(_ tree: OrganisationTree, on day: Day) {
    self.day = day
    let owns = tree.ownNodes(on: day)
    var nodes = owns.map { own in
      Node(
        resolved: own.resolved, parent: own.parent, isInTree: false, sector: nil, lifting: nil)
    }
    var above = [Above?](repeating: nil, count: owns.count)
    for place in owns.indices where owns[place].isKnown {
      let at = Int(owns[place].resolved)
      // Merged into one that is not known at this log size.
      guard at < owns.count else { continue }
      if let found = Self.above(at, owns, &above) {
        nodes[place].isInTree = found.isOurs && owns[at].isEstablished
        nodes[place].sector = found.sector
        nodes[place].lifting = found.lifting
      } else {
        let number = OrganisationNumber(UInt32(place))
        nodes[place].isInTree = tree.isInTree(number, on: day)
        nodes[place].sector = tree.sector(of: number, on: day)
        nodes[place].lifting = tree.lifting(of: number, on: day)
      }
    }
    self.nodes = nodes
  }

  /// What an organisation takes from itself and those above it.
  private struct Above {
    var isOurs = true
    var sector: Sector?
    var lifting: LogIndex?
  }

  /// Looked up once for every organisation, with all above it; nil under a loop of parents, which
  /// each of them cuts in its own place.
  private static func above(
    _ start: Int, _ owns: [OrganisationTree.OwnNode], _ known: inout [Above?]
  ) -> Above? {
    var path: [Int] = []
    var at = start
    var found = Above()
    while true {
      guard at < owns.count else {
        // One that is not known at this log size.
        found.isOurs = false
        break
      }
      if let done = known[at] {
        found = done
        break
      }
      guard path.count < OrganisationTree.greatestDepth else { return nil }
      path.append(at)
      let parent = Int(owns[at].parent)
      guard parent != 0, parent != at else { break }
      at = parent
    }
    for place in path.reversed() {
      let own = owns[place]
      found.isOurs = found.isOurs && own.isOurs
      found.sector = own.sector ?? found.sector
      found.lifting = own.lifting ?? found.lifting
      known[place] = found
    }
    return found
  }

  private init(_ nodes: [Node], on day: Day) {
    self.day = day
    self.nodes = nodes
  }

  /// The same tree on another day between the same two changes; O(1).
  func onQuietDay(_ day: Day) -> TreeOnDay { TreeOnDay(nodes, on: day) }

  private func node(_ number: OrganisationNumber) -> Node {
    let place = Int(number.number)
    return place < nodes.count ? nodes[place] : Node()
  }
}

extension OrganisationTree {
  /// The tree as it stands on a day; O(organisations × depth).
  package func on(_ day: Day) -> TreeOnDay { TreeOnDay(self, on: day) }
}

extension TreeOnDay {
  /// One past the greatest number of an organisation.
  package var limit: Int { nodes.count }

  /// The organisation whose its members, subordinates and posts are; itself where unknown.
  package func resolve(_ number: OrganisationNumber) -> OrganisationNumber {
    let resolved = node(number).resolved
    return resolved == 0 ? number : OrganisationNumber(resolved)
  }

  /// The organisation it stands under; nil at the top.
  package func parent(of number: OrganisationNumber) -> OrganisationNumber? {
    let parent = node(resolve(number)).parent
    return parent == 0 ? nil : OrganisationNumber(parent)
  }

  /// Whether it is in this ledger's tree.
  package func isInTree(_ number: OrganisationNumber) -> Bool { node(number).isInTree }

  /// Its own sector or the nearest one above it.
  package func sector(of number: OrganisationNumber) -> Sector? { node(number).sector }

  /// The fact that lifted a suspension of personnel work for it or for one above it.
  package func lifting(of number: OrganisationNumber) -> LogIndex? { node(number).lifting }

  /// Whether it is an organisation or stands under it; O(depth).
  package func isUnder(_ number: OrganisationNumber, _ top: OrganisationNumber) -> Bool {
    var at = resolve(number)
    for _ in 0..<OrganisationTree.greatestDepth {
      if at == top { return true }
      guard let parent = parent(of: at), parent != at else { return false }
      at = parent
    }
    return false
  }
}
