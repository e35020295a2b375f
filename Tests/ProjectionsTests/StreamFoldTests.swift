import CBOR
import Cadre
import CadreCodec
import Projections
import TestSupport
import Testing

@Suite struct StreamFoldTests {
  @Test(arguments: [1, 2, 3, 20_250_101, 7_919] as [UInt64])
  func `a row folded event by event is the row folded at once`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let history = try PersonHistory(count: 1 + round, &random)
      let whole = try fold(nil, history.events)
      var row: [UInt8]?
      for event in history.events { row = try fold(row, [event]) }
      try #require(row == whole, "seed \(seed), round \(round)")
      let cut = Int.random(in: 0...history.events.count, using: &random)
      let first = cut == 0 ? nil : try fold(nil, Array(history.events[..<cut]))
      let second =
        cut == history.events.count ? first : try fold(first, Array(history.events[cut...]))
      try #require(second == whole, "seed \(seed), round \(round), cut \(cut)")
    }
  }

  @Test(arguments: [4, 5, 20_250_102] as [UInt64])
  func `facts are the events in their order, none dropped`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let history = try PersonHistory(count: 1 + round, &random)
      let row = try fold(nil, history.events)
      let read = unsafe try StreamRow(row.span.bytes).facts(of: PersonEvent.self)
      try #require(read == history.facts, "seed \(seed), round \(round)")
    }
  }

  @Test func `a row knows its facts without reading them`() throws {
    var random = SeededGenerator(seed: 6)
    let history = try PersonHistory(count: 40, &random)
    let bytes = try fold(nil, history.events)
    let row = unsafe try StreamRow(bytes.span.bytes)
    #expect(row.count == 40)
    #expect(row.latest == history.events.last?.index)
    let facts = history.facts
    var entries = row.entries
    var place = 0
    while let entry = try entries.next() {
      #expect(entry.index == facts[place].index)
      #expect(entry.type == facts[place].event.type)
      #expect(entry.effective == facts[place].effective)
      #expect(entry.document.isEmpty == (facts[place].document == nil))
      for size in [0, 1, entry.index.number, entry.index.number + 1, 1_000, .max] as [UInt64] {
        #expect(try entry.counts(at: LogSize(size)) == facts[place].counts(at: LogSize(size)))
      }
      place += 1
    }
    #expect(place == 40)
  }
}

@Suite struct RetractionFoldTests {
  private func changes(_ events: [PersonEvent]) throws -> [[String]] {
    var recorded: [IndexedEvent] = []
    for (place, event) in events.enumerated() {
      recorded.append(try IndexedEvent(index: UInt64(place), effective: nil, event: event))
    }
    let row = try fold(nil, recorded)
    return unsafe try StreamRow(row.span.bytes).facts(of: PersonEvent.self).map { fact in
      fact.changes.map { "\($0.index.number)\($0.counts ? "+" : "-")" }
    }
  }

  private func retract(_ target: UInt64) -> PersonEvent {
    .retracted(Retraction(target: LogIndex(target), reason: .typingError))
  }

  @Test func `a retraction stops its target from counting`() throws {
    #expect(try changes([.cardIssued, retract(0)]) == [["1-"], []])
  }

  @Test func `a retracted retraction gives its target back, all at the newest index`() throws {
    #expect(try changes([.cardIssued, retract(0), retract(1)]) == [["1-", "2+"], ["2-"], []])
    #expect(
      try changes([.cardIssued, retract(0), retract(1), retract(2)])
        == [["1-", "2+", "3-"], ["2-", "3+"], ["3-"], []])
  }

  @Test func `what was given back can be retracted again`() throws {
    #expect(
      try changes([.cardIssued, retract(0), retract(1), retract(0)])
        == [["1-", "2+", "3-"], ["2-"], [], []])
  }

  @Test func `a retraction of what is not in the stream before it changes nothing`() throws {
    #expect(try changes([.cardIssued, retract(7)]) == [[], []])
    #expect(try changes([.cardIssued, retract(1)]) == [[], []])
    #expect(try changes([retract(1), .cardIssued]) == [[], []])
  }
}

@Suite struct FoldRefusalTests {
  @Test func `an event that does not come after the last is refused`() throws {
    let event = try IndexedEvent(index: 5, effective: nil, event: .cardIssued)
    let row = try fold(nil, [event])
    #expect(throws: ProjectionError.order(LogIndex(5), after: LogIndex(5))) {
      try fold(row, [event])
    }
  }

  @Test func `a row of another form is refused`() throws {
    let event = try IndexedEvent(index: 5, effective: nil, event: .cardIssued)
    var row = try fold(nil, [event])
    row[1] = 2
    #expect(throws: ProjectionError.row(offset: 2, .schema("form"))) {
      _ = unsafe try StreamRow(row.span.bytes).count
    }
  }

  @Test(arguments: [8, 9] as [UInt64])
  func `no byte that is changed or cut off stops the program`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let history = try PersonHistory(count: 6, &random)
      var row = try fold(nil, history.events)
      let place = Int.random(in: 0..<row.count, using: &random)
      row[place] = UInt8.random(in: .min ... .max, using: &random)
      if Bool.random(using: &random) { row.removeLast(Int.random(in: 0...place, using: &random)) }
      do throws(ProjectionError) {
        let facts = unsafe try StreamRow(row.span.bytes).facts(of: PersonEvent.self)
        #expect(facts.count <= 6)
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
  }
}
