internal import CBOR
package import Cadre
internal import CadreCodec

/// Folds the events of one stream into its row; one fold serves many streams, one after the other,
/// and allocates only until it has seen the largest.
///
/// ```swift
/// fold.begin()                       // or begin(from: row)
/// try fold.add(index, bytes)         // in ascending order
/// fold.finish()                      // fold.row is the row
/// ```
/// Folding on from a row gives the same bytes as folding all events from nothing. It needs no
/// store (design, idea 8).
package struct StreamFold: ~Copyable {
  private var facts: [Fact] = []
  private var changes: [Change] = []
  private var bodies = CBOREncoder(capacity: 16_384)
  private var output = CBOREncoder(capacity: 16_384)
  private var latest: LogIndex?

  /// A fold that stands at no event.
  package init() {}

  /// A fact being folded, with the places of its changes.
  private struct Fact {
    let fact: CompactFact
    var changes: (first: Int, last: Int, count: Int)?
  }

  /// A change of a fact, with the place of the fact's next.
  private struct Change {
    let index: UInt64
    let counts: Bool
    var next: Int?
  }
}

extension StreamFold {
  /// The number of facts folded.
  package var count: Int { facts.count }

  /// Begins a stream from nothing.
  package mutating func begin() {
    facts.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    bodies.removeAll()
    latest = nil
  }

  /// Begins a stream where a row left it; O(its facts).
  /// - Throws: `row`, `event` for a retraction that cannot be read.
  package mutating func begin(from row: StreamRow) throws(ProjectionError) {
    begin()
    try load(row)
  }

  /// Adds the facts of another row of the same stream, all of them later than any before.
  mutating func load(_ row: StreamRow) throws(ProjectionError) {
    latest = row.latest
    var entries = row.entries
    while let entry = try entries.next() {
      facts.append(Fact(fact: try CompactFact(entry, to: &bodies)))
      let place = facts.count - 1
      try entry.forEachChange { index, counts in
        append(Change(index: index.number, counts: counts), to: place)
      }
    }
  }

  /// Adds an event by its bytes.
  /// - Throws: `order` unless it comes after all before it; `event`.
  package mutating func add(_ index: LogIndex, _ event: RawSpan) throws(ProjectionError) {
    let slices = try EnvelopeSlices(of: event, at: index)
    try follow(index)
    add(try CompactFact(index, event, slices, to: &bodies))
  }

  /// Adds an event whose body has been written to a buffer.
  /// - Throws: `order` unless it comes after all before it.
  mutating func add(_ fact: CompactFact, in buffer: RawSpan) throws(ProjectionError) {
    try follow(LogIndex(fact.index))
    let start = bodies.count
    bodies.encoded(buffer.extracting(fact.body))
    add(fact.moved(to: start))
  }

  @inline(__always)
  private mutating func follow(_ index: LogIndex) throws(ProjectionError) {
    if let latest, index <= latest { throw .order(index, after: latest) }
    latest = index
  }

  @inline(__always)
  private mutating func add(_ fact: CompactFact) {
    facts.append(Fact(fact: fact))
    if fact.target != nil { retract(from: facts.count - 1) }
  }
}

extension StreamFold {
  /// The row, once `finish` has written it; lent until the fold changes.
  package var row: RawSpan {
    @_lifetime(borrow self) get { output.span }
  }

  /// Writes the row of the events added, at least one.
  package mutating func finish() {
    sort()
    output.removeAll()
    output.array(StreamRow.itemsBefore + StreamRow.itemsOfEntry * facts.count)
    output.uint(StreamRow.form)
    output.uint(latest?.number ?? 0)
    for fact in facts { Self.write(fact, changes, bodies, to: &output) }
  }

  /// Writes each fact as a row of its own, in the order of the log, and hands it over.
  mutating func finishEach(_ body: (LogIndex, RawSpan) -> Void) {
    for fact in facts.sorted(by: { $0.fact.index < $1.fact.index }) {
      output.removeAll()
      output.array(StreamRow.itemsBefore + StreamRow.itemsOfEntry)
      output.uint(StreamRow.form)
      output.uint(fact.fact.index)
      Self.write(fact, changes, bodies, to: &output)
      body(LogIndex(fact.fact.index), output.span)
    }
  }

  @inline(__always)
  private static func write(
    _ fact: Fact, _ changes: [Change], _ bodies: borrowing CBOREncoder,
    to output: inout CBOREncoder
  ) {
    output.encoded(bodies.span.extracting(fact.fact.body))
    guard let mine = fact.changes else {
      output.array(0)
      return
    }
    output.array(2 * mine.count)
    var place: Int? = mine.first
    while let current = place {
      output.uint(changes[current].index)
      output.bool(changes[current].counts)
      place = changes[current].next
    }
  }
}

extension StreamFold {
  /// A retraction turns what it names; where that is a retraction, what that one named turns back,
  /// and so on down the chain, which ends since a target is always before its retraction.
  private mutating func retract(from retraction: Int) {
    let index = facts[retraction].fact.index
    var current = retraction
    while let target = facts[current].fact.target, target < facts[current].fact.index,
      let place = facts.firstIndex(where: { $0.fact.index == target })
    {
      let counts = facts[place].changes.map { changes[$0.last].counts } ?? true
      append(Change(index: index, counts: !counts), to: place)
      current = place
    }
  }

  private mutating func append(_ change: Change, to place: Int) {
    let added = changes.count
    changes.append(change)
    if let mine = facts[place].changes {
      changes[mine.last].next = added
      facts[place].changes = (mine.first, added, mine.count + 1)
    } else {
      facts[place].changes = (added, added, 1)
    }
  }

  /// Sorts by (effective, index), undated first; O(n) for events that come nearly so.
  private mutating func sort() {
    for place in facts.indices.dropFirst() where facts[place].fact.precedes(facts[place - 1].fact) {
      if facts.count > 64 {
        facts.sort { $0.fact.precedes($1.fact) }
        return
      }
      var hole = place
      let fact = facts[place]
      while hole > 0, fact.fact.precedes(facts[hole - 1].fact) {
        facts[hole] = facts[hole - 1]
        hole -= 1
      }
      facts[hole] = fact
    }
  }
}
