import Cadre
import CadreCodec
import LMDB
import Office
import Platform
import Projections
import TestSupport
import Testing
import Vault

@testable import Terminal

/// A sink for what nobody reads.
private struct Nowhere: ByteSink {
  func write(_ bytes: [UInt8]) throws(PlatformError) {}
}

extension Console {
  /// Says nothing; today is 1 June 2023.
  fileprivate static func silent(_ ledger: String) -> Console {
    Console(
      output: Nowhere(), errors: Nowhere(), variable: { $0 == "CADRE_LEDGER" ? ledger : nil },
      now: { Instant(milliseconds: 1_685_589_300_120) }, stopwatch: { 0 })
  }
}

extension Ledger {
  /// A line of the command, run on this ledger.
  fileprivate func invocation(_ line: String) throws -> Invocation {
    guard
      case .command(let command, let rest) = try CommandLineReading.find(
        line.split(separator: " ").map(String.init))
    else { throw NoCommand(line: line) }
    let console = Console.silent(folder)
    var invocation = Invocation(
      command: command, arguments: try ArgumentParser(command: command).parse(rest),
      language: LanguageChoice.of([], console), console: console)
    invocation.opened = self
    return invocation
  }

  /// Asks and publishes; false where there is no answer.
  fileprivate func publish(_ line: String) throws -> Bool {
    let invocation = try invocation("\(line) --publish")
    do throws(Complaint) {
      _ = try Publication(invocation).run()
      return true
    } catch {
      guard error.status == .noInput || error.status == .configuration else { throw error }
      return false
    }
  }

  fileprivate func askAgain(last: Int? = nil) throws -> [AskedAgain] {
    try PublishedReports.askAgain(last: last, of: self, for: try invocation("published"))
  }
}

private struct NoCommand: Error {
  let line: String
}

/// Published answers are found again, whatever is recorded later, until somebody lies.
@Suite struct PublishedLawTests {
  @Test(arguments: [1, 2, 20_261_124] as [UInt64])
  func `after any further history every report comes out the same`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    var published = 0
    for round in 0..<4 {
      for _ in 0..<20 { try office.work() }
      for line in lines(&office) where try ledger.publish(line) { published += 1 }
      if round == 2 {
        let other = ShippedRules.content.replacing("khoi-ha-tinh-2026-2", with: "other")
          .replacing(#""value": "intermediate""#, with: #""value": "advanced""#)
        _ = try ledger.adopt(other, actor: "test", now: askedAt)
      }
    }
    for _ in 0..<40 { try office.work() }
    let asked = try ledger.askAgain()
    print("seed \(seed): \(published) published, \(asked.count) of them not retracted")
    #expect(asked.count > published / 2)
    for report in asked {
      let (told, outcome) = (report.published.report, report.outcome)
      #expect(outcome == .same, "seed \(seed): \(told.question) \(told.on) K \(told.known.count)")
    }
    #expect(try ledger.askAgain(last: 3).map(\.published) == asked.suffix(3).map(\.published))
    #expect(try ledger.verify().isClean, "seed \(seed)")
  }

  /// A question of each kind, from some day and some state of knowledge.
  private func lines(_ office: inout RandomOffice) -> [String] {
    let subjects = office.subjects(4)
    let sizes = (0..<4).map { _ in
      UInt64.random(in: office.sizes[0]...(office.sizes.last ?? 0), using: &office.random)
    }
    let (files, posts) = (subjects.files, subjects.posts)
    let day = ["2021-03-04", "2023-06-01", "2025-10-20"].randomElement(using: &office.random) ?? ""
    return [
      "ready --on \(day)", "ready --on \(day) --known \(sizes[0]) --verdict notReady",
      "explain \(files[0]) \(posts[0]) --on \(day)", "person \(files[1]) --on \(day)",
      "person \(files[2]) --on \(day) --known \(sizes[1])", "findings --on \(day)",
      "diff \(files[3]) --known \(sizes[2]) --known \(sizes[3]) --on \(day) "
        + "--rules khoi-ha-tinh-2026-2",
    ]
  }

  @Test func `lists of a night are recorded in one commit, and none for nothing`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    try ledger.take([SampleSheets.folder("small")])
    let size = try ledger.size()
    let reports = (0..<3).map { place in
      ReportPublished(
        question: "ready", on: Day(number: Int32(place)), known: size,
        rules: "khoi-ha-tinh-2026-2", sha256: Digest(of: [UInt8(place)]))
    }
    #expect(try ledger.publish([], actor: "dem", now: askedAt).isEmpty)
    #expect(try ledger.size() == size)
    let indexes = try ledger.publish(reports, actor: "dem", now: askedAt)
    #expect(indexes == (0..<3).map { LogIndex(size.count + $0) })
    let found = try ledger.publishedReports(last: 2)
    #expect(found.map(\.report) == Array(reports[1...]))
    #expect(found.map(\.index) == Array(indexes[1...]))
    #expect(Set(found.map(\.recorded)) == [askedAt])
    var early = reports[0]
    early.known = LogSize(try ledger.size().count + 1)
    #expect(throws: OfficeError(.shorterThanKnown(size: size.count + 3), "\(early.known.count)")) {
      _ = try ledger.publish([reports[0], early], actor: "dem", now: askedAt)
    }
    #expect(try ledger.size().count == size.count + 3)
    #expect(
      try ledger.askAgain().map(\.outcome).allSatisfy {
        if case .differs = $0 { true } else { false }
      })
  }

  @Test func `a row of a view that someone changed is found by the report it is in`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    var index = LogIndex(0)
    do {
      let ledger = try Ledger.made(in: path)
      try ledger.take([SampleSheets.folder("small")])
      index = LogIndex(try ledger.size().count)
      #expect(try ledger.publish("ready --on 2023-06-01"))
      #expect(try ledger.publish("person 000001HT --on 2023-06-01"))
      #expect(try ledger.askAgain().map(\.outcome) == [.same, .same])
    }
    try ViewDamage.give(person: 43, theFactsOf: 24, in: path)
    let ledger = try Ledger(opening: path, access: .read)
    let asked = try ledger.askAgain()
    #expect(asked.map(\.published.index) == [index, LogIndex(index.number + 1)])
    guard case .differs(let now) = asked[0].outcome else {
      Issue.record("\(asked[0].outcome)")
      return
    }
    #expect(now != asked[0].published.report.sha256)
    #expect(asked[1].outcome == .same)
    #expect(try PublishedCommand.run(try ledger.invocation("published --check")) == .violation)
    #expect(try PublishedCommand.run(try ledger.invocation("published")) == .done)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a row of a view that is none is found, too`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    do {
      let ledger = try Ledger.made(in: path)
      try ledger.take([SampleSheets.folder("small")])
      #expect(try ledger.publish("ready --on 2023-06-01"))
    }
    try ViewDamage.cut(person: 43, in: path)
    let ledger = try Ledger(opening: path, access: .read)
    let outcome = try #require(try ledger.askAgain().first?.outcome)
    guard case .unanswerable(let complaint) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(complaint.status == .violation)
    #expect(try PublishedCommand.run(try ledger.invocation("published --check")) == .violation)
  }

  @Test(arguments: [
    ("nothing at all", ExitCode.usage), ("import /etc", .usage), ("find a", .usage),
    ("'ready", .badData), ("ready --colour red", .usage), ("explain #24", .usage),
    ("explain #24 CD9", .noInput), ("person #99", .noInput), ("diff #24", .badData), ("", .badData),
  ])
  func `a question that cannot be asked says so, and is no violation`(
    question: String, status: ExitCode
  ) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    try ledger.take([SampleSheets.folder("small")])
    let report = ReportPublished(
      question: question, on: Day(number: 19_500), known: try ledger.size(),
      rules: "khoi-ha-tinh-2026-2", sha256: Digest(of: []))
    _ = try ledger.publish([report], actor: "dem", now: askedAt)
    let outcome = try #require(try ledger.askAgain().first?.outcome)
    guard case .unanswerable(let complaint) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(complaint.status == status)
    #expect(try PublishedCommand.run(try ledger.invocation("published --check")) == .warnings)
  }
}

/// Changes rows of a ledger's views behind its back; nothing may have it open.
enum ViewDamage {
  /// Puts one person's row in the place of another's.
  static func give(person: UInt32, theFactsOf other: UInt32, in ledger: String) throws {
    try change(person, in: ledger) { (row) in row(other) }
  }

  /// Cuts a person's row short.
  static func cut(person: UInt32, in ledger: String) throws {
    try change(person, in: ledger) { (row) in Array(row(person).dropLast(3)) }
  }

  private static func change(
    _ person: UInt32, in ledger: String, _ changed: ((UInt32) -> [UInt8]) -> [UInt8]
  ) throws {
    let folder = try Generations.read(ledger).viewsFolder(of: ledger)
    let environment = try Environment(
      folder: folder, tables: ViewTable.allCases.map(\.name), options: .init(access: .write))
    let people = try environment.table(ViewTable.people.name)
    try environment.write { (rows) throws(LMDBError) in
      var found: [UInt32: [UInt8]] = [:]
      for number in UInt32(1)...60 {
        let key = key(of: number)
        found[number] = try unsafe rows.reading.value(of: key.span.bytes, in: people)?.copied
      }
      let key = key(of: person)
      let value = changed { found[$0] ?? [] }
      try unsafe rows.put(value.span.bytes, at: key.span.bytes, in: people)
    }
  }

  private static func key(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
