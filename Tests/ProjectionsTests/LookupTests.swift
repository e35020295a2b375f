import CBOR
import Cadre
import CadreCodec
import EventLog
import LMDB
import Projections
import TestSupport
import Testing

/// A log of a few events, and views of it.
private struct Scene {
  let folder: TemporaryFolder
  let log: EventStore
  let views: Views

  init() throws {
    folder = try TemporaryFolder()
    log = try EventStore(folder: folder.path + "/log")
    views = try Views(folder: folder.path + "/views")
  }

  func record(_ events: (Stream, Event)...) throws {
    var batch = DraftBatch()
    var encoder = CBOREncoder()
    for (stream, event) in events {
      encoder.removeAll()
      let context = EventContext(recorded: Instant(milliseconds: 1), actor: "van-thu")
      let fields = try event.encodeTail(context, into: &encoder)
      batch.add(
        type: UInt16(event.type.rawValue), version: 1,
        to: StreamKey(StreamKind(rawValue: stream.kind) ?? .ledger, stream.number),
        tail: encoder.span, fields: fields)
    }
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
  }

  /// Asks the views caught up, and those that fold the log in memory, which must say the same.
  func ask<Answer: Equatable>(
    _ body: (ViewSnapshot) throws(ProjectionError) -> Answer
  ) throws -> Answer {
    let folded = try log.read { (log) throws(ProjectionError) in
      try views.read(folding: log) { (views) throws(ProjectionError) in try body(views) }
    }
    try log.read { (log) throws(ProjectionError) in _ = try views.catchUp(from: log) }
    let stored = try views.read { (views) throws(ProjectionError) in try body(views) }
    #expect(folded == stored)
    return stored
  }
}

private func person(_ number: UInt32, _ event: PersonEvent) -> (Stream, Event) {
  (.person(PersonNumber(number)), .person(event))
}

private func organisation(_ number: UInt32, _ event: OrganisationEvent) -> (Stream, Event) {
  (.organisation(OrganisationNumber(number)), .organisation(event))
}

@Suite struct LookupTests {
  private let term = Term(firstYear: 2_020, lastYear: 2_025)

  @Test func `who was ever in planning for a post is found, retracted or not`() throws {
    let scene = try Scene()
    try scene.record(
      person(2, .planningEntered(position: PositionNumber(7), term: term)),
      person(1, .planningEntered(position: PositionNumber(7), term: term)),
      person(1, .planningEntered(position: PositionNumber(263), term: term)),
      person(2, .retracted(Retraction(target: LogIndex(0), reason: .other))))
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try views.planned(for: PositionNumber(7))
      } == [PersonNumber(1), PersonNumber(2)])
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try views.planned(for: PositionNumber(8))
      } == [])
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try views.planned()
      } == [PersonNumber(1), PersonNumber(2), PersonNumber(1)])
  }

  @Test func `codes lead to whoever has or had them, by the first event`() throws {
    let scene = try Scene()
    try scene.record(
      organisation(
        1, .established(OrganisationEstablished(code: "38.1", name: "A", kind: .cell))),
      organisation(2, .established(OrganisationEstablished(code: "38.12", name: "B", kind: .cell))))
    _ = try scene.ask { (views) throws(ProjectionError) in views.size.count }
    try scene.record(
      organisation(1, .amended(OrganisationAmended(code: "38.9"))),
      organisation(2, .amended(OrganisationAmended(code: "38.1"))),
      organisation(1, .amended(OrganisationAmended(code: "38.1"))),
      (
        .position(PositionNumber(1)),
        .position(
          .defined(
            PositionDefined(
              code: "38.1", title: "T", organisation: OrganisationNumber(1), line: .party,
              class: .secretary)))
      ))
    let found = try scene.ask { (views) throws(ProjectionError) in
      try views.organisations(withCode: "38.1").map { [UInt64($0.number.number), $0.index.number] }
    }
    #expect(found == [[1, 0], [2, 3]])
    let posts = try scene.ask { (views) throws(ProjectionError) in
      try views.positions(withCode: "38.1").map { [UInt64($0.number.number), $0.index.number] }
    }
    #expect(posts == [[1, 5]])
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try views.organisations(withCode: "38").count
      } == 0)
  }

  @Test func `an external organisation is found by its name however written`() throws {
    let scene = try Scene()
    try scene.record(
      organisation(
        1,
        .established(OrganisationEstablished(code: nil, name: "Chi bộ Hòa Bình", kind: .external))),
      organisation(2, .established(OrganisationEstablished(code: "1", name: "X", kind: .cell))))
    for (name, count) in [("chi bộ  HOÀ BÌNH", 1), ("Chi bộ Hoa Bình", 0), ("X", 0)] {
      #expect(
        try scene.ask { (views) throws(ProjectionError) in try views.externals(named: name).count }
          == count, "\(name)")
    }
  }

  @Test func `a certificate leads to everyone it was recorded for`() throws {
    let scene = try Scene()
    let course = CourseCompleted(course: .prospects, certificate: "7", issued: Day(number: -3))
    let theory = TheoryAttained(
      level: .advanced, proof: .diploma, school: "S", certificate: "7", issuedOn: Day(number: -3))
    try scene.record(
      person(2, .courseCompleted(course)), person(1, .courseCompleted(course)),
      person(1, .theoryAttained(theory)), person(2, .courseCompleted(course)))
    let courseKey = try #require(Certificate(.courseCompleted(course)))
    let found = try scene.ask { (views) throws(ProjectionError) in
      try views.holders(of: courseKey).map { [UInt64($0.number.number), $0.index.number] }
    }
    #expect(found == [[1, 1], [2, 0], [2, 3]])
    let theoryKey = try #require(Certificate(.theoryAttained(theory)))
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try views.holders(of: theoryKey).map(\.number.number)
      } == [1])
  }

  @Test func `streams are found by number and gone through in order`() throws {
    let scene = try Scene()
    try scene.record(
      (.ledger, .ledger(.holidaysAdopted(year: 2_025, days: []))),
      person(2, .cardIssued), person(1, .cardIssued), person(300, .cardIssued),
      (.ledger, .ledger(.retracted(Retraction(target: LogIndex(0), reason: .other)))))
    let numbers = try scene.ask { (views) throws(ProjectionError) -> [UInt32] in
      var numbers: [UInt32] = []
      var people = try views.people()
      while let next = try people.next() { numbers.append(next.number) }
      return numbers
    }
    #expect(numbers == [1, 2, 300])
    let indexes = try scene.ask { (views) throws(ProjectionError) -> [UInt64]? in
      try views.person(PersonNumber(300))?.facts(of: PersonEvent.self).map { $0.index.number }
    }
    #expect(indexes == [3])
    let strangers = try scene.ask { (views) throws(ProjectionError) -> Int in
      var found = 0
      if try views.person(PersonNumber(3)) != nil { found += 1 }
      if try views.position(PositionNumber(1)) != nil { found += 1 }
      return found
    }
    #expect(strangers == 0)
    let facts = try scene.ask { (views) throws(ProjectionError) in try views.ledgerFacts() }
    #expect(facts.map(\.index.number) == [0, 4])
    #expect(facts.first?.changes == [.init(index: LogIndex(4), counts: false)])
    #expect(
      try scene.ask { (views) throws(ProjectionError) in
        try [views.lastNumber(of: .people), views.lastNumber(of: .positions)]
      } == [300, 0])
  }
}

@Suite struct ViewKeepingTests {
  @Test func `views of another layout are refused`() throws {
    let folder = try TemporaryFolder()
    do {
      let environment = try Environment(
        folder: folder.path, tables: ViewTable.allCases.map(\.name))
      let meta = try environment.table("meta")
      try environment.write { (transaction) throws(LMDBError) in
        let (key, value) = (Array("layout".utf8), [0, 0, 0, 0, 0, 0, 0, 99] as [UInt8])
        unsafe try transaction.put(value.span.bytes, at: key.span.bytes, in: meta)
      }
    }
    #expect(throws: ProjectionError.layout(found: 99)) { try Views(folder: folder.path) }
  }

  @Test func `views that cannot be written fold the log in memory`() throws {
    let scene = try Scene()
    try scene.record(person(1, .cardIssued))
    let folder = scene.folder.path + "/read"
    do { _ = try Views(folder: folder) }
    let views = try Views(folder: folder, options: Environment.Options(access: .read))
    let size = try scene.log.read { (log) throws(ProjectionError) in
      try views.read(folding: log) { (views) throws(ProjectionError) in views.size }
    }
    #expect(size == LogSize(1))
    #expect(throws: ProjectionError.store(LMDBError(.readOnly, .begin, path: folder))) {
      try scene.log.read { (log) throws(ProjectionError) in _ = try views.catchUp(from: log) }
    }
  }

  @Test func `a difference in a row is counted`() throws {
    let scene = try Scene()
    try scene.record(person(1, .cardIssued), person(2, .cardIssued))
    let other = try Views(folder: scene.folder.path + "/other")
    try scene.log.read { (log) throws(ProjectionError) in
      _ = try scene.views.catchUp(from: log)
      _ = try other.catchUp(from: log, to: LogSize(1))
      let differences = try scene.views.read { (mine) throws(ProjectionError) in
        try other.read { (its) throws(ProjectionError) in try mine.differences(from: its) }
      }
      #expect(differences == 2, "a person and the size")
      _ = try other.catchUp(from: log)
      let none = try scene.views.read { (mine) throws(ProjectionError) in
        try other.read { (its) throws(ProjectionError) in try mine.differences(from: its) }
      }
      #expect(none == 0)
    }
  }
}
