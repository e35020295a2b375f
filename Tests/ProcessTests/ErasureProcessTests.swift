import Cadre
import JSON
import Office
import Platform
import TestSupport
import Testing

/// Erasing a person while others read, and killed at any moment (spec/log.md, Erasure).
@Suite(.serialized) struct ErasureProcessTests {
  let folder: TemporaryFolder
  /// A ledger with somebody who left in 2000.
  let ledger: String

  private static let file = "999001HT"
  private static let traces: [FileSearch.Trace] = [
    ("name", "Quách Thị Ngạn"), ("folded name", "quach thi ngan"), ("file number", file),
    ("citizen number", "042131999888"), ("card number", "38777666"),
  ].map { ($0.0, Array($0.1.utf8)) }

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder.path + "/ledger"
    let person = "person=\(Self.file)"
    for words in [
      ["init"], ["import", SampleSheets.folder("small")],
      [
        "record", "PersonRegistered", "fileNumber=\(Self.file)", "name=Quách Thị Ngạn",
        "birth=1931-02-03", "sex=female", "organisation=38.168.001", "citizenNumber=042131999888",
      ],
      ["record", "Admitted", person, "kind=admission", "ceremonyOn=1960-02-03"],
      ["record", "CardIssued", person, "cardNumber=38777666", "on=1961-03-04"],
      ["record", "MembershipEnded", person, "how=deceased", "on=2000-05-05"],
    ] {
      #expect(try Program.run(words + ["--ledger", ledger]).status == 0, "\(words)")
    }
    #expect(try FileSearch.found(Self.traces, in: ledger).count == Self.traces.count)
  }

  private func erasing(_ ledger: String, killedAfter limit: Int32? = nil) throws -> Int32? {
    try Program.run(
      ["erase", Self.file, "--authority", "BTC", "--basis", "retentionEnded", "--ledger", ledger],
      killedAfter: limit
    ).status
  }

  private func ask(_ words: String..., of ledger: String) throws -> Program.Outcome {
    try Program.run(words + ["--ledger", ledger])
  }

  @Test func `files forget a person though another process reads them all the while`() throws {
    // More than a pipe takes: the reader waits in the middle of its snapshot.
    let words = ["log", "-O", "ndjson", "--ledger", ledger]
    let whole = try Program.run(words).output
    #expect(whole.utf8.count > 1 << 17)
    let reader = try Program.start(words)
    reader.waitForOutput()
    #expect(try erasing(ledger) == 0)
    #expect(try FileSearch.found(Self.traces, in: ledger).isEmpty)
    let outcome = try reader.outcome(killedAfter: nil)
    #expect(outcome.status == 0)
    #expect(outcome.output == whole)
    #expect(try FileSearch.found(Self.traces, in: ledger).isEmpty)
    #expect(try ask("verify", of: ledger).status == 0)
  }

  @Test func `a process that has the ledger open follows an erasure by another`() throws {
    let now = Instant(milliseconds: 4_000_000_000_000)
    let open = try Ledger(opening: ledger, access: .write)
    #expect(try open.find(Self.file, Inquiry(), now: now).count == 1)
    #expect(try erasing(ledger) == 0)
    #expect(try open.find(Self.file, Inquiry(), now: now).isEmpty)
    let done = try open.record(actor: "test", now: now) { _ in
      [
        RecordRequest(
          stream: .person(PersonNumber(1)), event: .person(.rated(year: 2019, grade: .good)),
          effective: .lastOf(year: 2019))
      ]
    }
    #expect(done.results == [.recorded])
    #expect(try FileSearch.found(Self.traces, in: ledger).isEmpty)
    let verified = try open.verify()
    #expect(verified.isClean && !verified.hasUnfinishedErasure)
  }

  @Test func `whoever asks while generations change gets an answer`() throws {
    let others = (2...5).map { "99900\($0)HT" }
    for file in others {
      for words in [
        [
          "record", "PersonRegistered", "fileNumber=\(file)", "name=Ai Đó",
          "organisation=38.168.001",
        ],
        ["record", "Admitted", "person=\(file)", "kind=admission", "ceremonyOn=1960-02-03"],
        ["record", "MembershipEnded", "person=\(file)", "how=deceased", "on=2000-05-05"],
      ] {
        #expect(try Program.run(words + ["--ledger", ledger]).status == 0)
      }
    }
    let (asked, erased) = try Threads.parallel(
      { () throws -> [Int32?] in
        try (0..<12).map { _ in try ask("find", "000024HT", of: ledger).status }
      },
      { () throws -> [Int32?] in
        try ([Self.file] + others).map { file in
          try ask("erase", file, "--authority", "BTC", "--basis", "other", of: ledger).status
        }
      })
    #expect(asked == Array(repeating: 0, count: 12))
    #expect(erased == Array(repeating: 0, count: 5))
    #expect(try FileSearch.found(Self.traces, in: ledger).isEmpty)
    #expect(try ask("verify", of: ledger).status == 0)
  }

  @Test(arguments: [67] as [UInt64])
  func `an erasure killed at any moment is finished by the next writer`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let done = folder.path + "/done"
    try copy(to: done)
    let start = SystemClock.monotonicNanoseconds()
    #expect(try erasing(done) == 0)
    let time = Int32((SystemClock.monotonicNanoseconds() - start) / 1_000_000)
    let answers = try ask("ready", "--on", "2024-02-15", "-O", "ndjson", of: done).output
    var (untouched, halfway, over) = (0, 0, 0)
    for round in 0..<24 {
      let ledger = "\(folder.path)/\(round)"
      try copy(to: ledger)
      let limit = Int32.random(in: 1...max(2, time * 5 / 4), using: &random)
      _ = try erasing(ledger, killedAfter: limit)
      let context = "seed \(seed), round \(round), \(limit) of \(time) ms"
      let isDecided = try events(of: ledger) == events(of: done)
      let person = try ask("person", Self.file, of: ledger)
      #expect(person.status == (isDecided ? 66 : 0), "\(context)")
      let isLeft = try !FileSearch.found(Self.traces, in: ledger).isEmpty
      #expect(isDecided || isLeft, "\(context)")
      let verified = try ask("verify", of: ledger).status
      #expect(verified == 0 || verified == 3 && isDecided, "\(context)")
      #expect(verified == 3 || isDecided != isLeft, "\(context)")
      if !isDecided { untouched += 1 } else if isLeft { halfway += 1 } else { over += 1 }
      // Whatever is recorded next finishes it; where nothing was decided, it is decided now.
      if isDecided {
        let rated = try ask(
          "record", "Rated", "person=000001HT", "year=2019", "grade=good", of: ledger)
        #expect(rated.status == 0, "\(context)")
      } else {
        #expect(try erasing(ledger) == 0, "\(context)")
      }
      #expect(try FileSearch.found(Self.traces, in: ledger).isEmpty, "\(context)")
      #expect(try Files.list("\(ledger)/vault").count == 1, "\(context)")
      #expect(try Files.list("\(ledger)/views").count == 1, "\(context)")
      #expect(try erasing(ledger) == 0, "\(context)")
      #expect(try ask("verify", of: ledger).status == 0, "\(context)")
      if !isDecided {
        let now = try ask("ready", "--on", "2024-02-15", "-O", "ndjson", of: ledger).output
        #expect(now == answers, "\(context)")
      }
    }
    print(
      "seed \(seed): \(untouched) before the log's commit, \(halfway) after, \(over) done;", time)
    #expect(untouched > 0 && halfway > 0)
  }

  private func events(of ledger: String) throws -> Int64 {
    let status = try ask("status", "-O", "json", of: ledger)
    #expect(status.status == 0)
    return try #require(JSONValue(parsing: Array(status.output.utf8))["events"]?.integer)
  }

  /// Copies the ledger while nobody has it open.
  private func copy(to target: String) throws {
    for part in ["log", "vault/1", "views/1"] {
      try Files.makeFolder("\(target)/\(part)")
      try Files.write(
        Files.read("\(ledger)/\(part)/data.mdb", limit: 1 << 28), to: "\(target)/\(part)/data.mdb")
    }
    try Files.write(Files.read("\(ledger)/current", limit: 100), to: "\(target)/current")
  }
}
