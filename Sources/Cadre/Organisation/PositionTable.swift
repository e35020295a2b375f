/// All posts at a log size.
package struct PositionTable: Sendable {
  /// By number; number 0 is none.
  private var states: [PositionState?] = [nil]
  /// The log size its facts are read at.
  package let known: LogSize

  /// A table without posts, read at a log size.
  package init(known: LogSize) { self.known = known }

  /// Adds a post's facts, replacing what was added under its number.
  package mutating func add(_ number: PositionNumber, facts: [Fact<PositionEvent>]) {
    let place = Int(number.number)
    if place >= states.count {
      states.append(contentsOf: repeatElement(nil, count: place + 1 - states.count))
    }
    let state = PositionState(number, facts: facts, known: known)
    states[place] = state.details.changes.isEmpty ? nil : state
  }

  /// What a post's facts say; nil where its definition is not known.
  package subscript(_ number: PositionNumber) -> PositionState? {
    let place = Int(number.number)
    return place < states.count ? states[place] : nil
  }

  /// The numbers of all posts known, ascending.
  package var numbers: [PositionNumber] { states.compactMap { $0?.number } }

  /// One past the greatest number.
  package var limit: Int { states.count }

  /// The line of a post on a day; nil where the post is not known.
  func line(of number: PositionNumber, on day: Day) -> Line? {
    let place = Int(number.number)
    guard place < states.count, let state = states[place] else { return nil }
    return state.details.changes[state.details.place(on: day) ?? 0].value.line
  }

  /// When and by what a post was abolished.
  func abolition(of number: PositionNumber) -> Timeline<Void>.Change? {
    let place = Int(number.number)
    return place < states.count ? states[place]?.abolished : nil
  }

  /// The posts as they stand on a day, with the organisations of the same day; O(posts).
  package func on(_ tree: TreeOnDay) -> PostsOnDay { PostsOnDay(self, tree) }
}

/// A post on one day, as the rules see it.
package struct PostOnDay: Hashable, Sendable {
  /// Through mergers.
  package let organisation: OrganisationNumber
  /// Its organisation's; nil where none up to the top has one.
  package let sector: Sector?
  package let line: Line
  package let `class`: PositionClass
  package let seats: Int
  /// Whether it is defined and not abolished.
  package let isOpen: Bool
  /// Whether its organisation is in the tree.
  package let isInTree: Bool
  /// The fact that defined or last amended it.
  package let index: LogIndex

  /// 1…4 inside its line.
  package var rank: Int { `class`.rank }

  /// The case of the rules that it is.
  package var asked: RuleCase { RuleCase(line: line, sector: sector, class: `class`) }
}

/// The posts on one day, each answer at hand: for questions about many people.
package struct PostsOnDay: Hashable, Sendable {
  /// The organisations of the same day.
  package private(set) var tree: TreeOnDay
  private let posts: [PostOnDay?]
  /// The place of each post in the order of codes.
  private let order: [UInt32]

  fileprivate init(_ table: PositionTable, _ tree: TreeOnDay) {
    self.tree = tree
    var posts = [PostOnDay?](repeating: nil, count: table.limit)
    var codes: [(code: String, number: Int)] = []
    for number in table.numbers {
      guard let state = table[number],
        let change = state.details.change(on: tree.day) ?? state.details.changes.first
      else { continue }
      let organisation = tree.resolve(change.value.organisation)
      let place = Int(number.number)
      posts[place] = PostOnDay(
        organisation: organisation, sector: tree.sector(of: organisation),
        line: change.value.line, class: change.value.class, seats: change.value.seats,
        isOpen: state.isOpen(on: tree.day), isInTree: tree.isInTree(organisation),
        index: change.index)
      codes.append((change.value.code, place))
    }
    codes.sort { ($0.code, $0.number) < ($1.code, $1.number) }
    var order = [UInt32](repeating: 0, count: table.limit)
    for (place, entry) in codes.enumerated() { order[entry.number] = UInt32(place) }
    self.posts = posts
    self.order = order
  }

  /// The same posts on another day between the same two changes of posts and tree; O(1).
  func onQuietDay(_ day: Day) -> PostsOnDay {
    var posts = self
    posts.tree = tree.onQuietDay(day)
    return posts
  }

  /// A post; nil where its definition is not known.
  package subscript(_ number: PositionNumber) -> PostOnDay? {
    let place = Int(number.number)
    return place < posts.count ? posts[place] : nil
  }

  /// Every post known, by number.
  var all: some Sequence<PostOnDay> { posts.lazy.compactMap { $0 } }

  /// Whether one post's code comes before another's.
  package func precedes(_ left: PositionNumber, _ right: PositionNumber) -> Bool {
    let (left, right) = (Int(left.number), Int(right.number))
    guard left < order.count, right < order.count else { return left < right }
    return order[left] < order[right]
  }
}
