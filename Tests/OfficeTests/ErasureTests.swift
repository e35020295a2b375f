import Cadre
import EventLog
import Office
import Projections
import Platform
import TestSupport
import Testing
import Vault

@testable import Office

/// Erasing a person: who may be erased, what is left, and what is not (spec/log.md, Erasure).
@Suite struct ErasureTests {
  let folder: TemporaryFolder
  let path: String
  let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
  }

  private func erase(
    _ file: String, at now: Instant = FormerMember.erasedAt, isDryRun: Bool = false
  ) throws -> PersonErasure {
    try ledger.erase(
      file, authority: "BTC", basis: .retentionEnded, actor: "test", now: now, isDryRun: isDryRun)
  }

  private func joined(_ member: FormerMember = FormerMember()) throws -> FormerMember {
    var member = member
    try member.join(ledger)
    return member
  }

  @Test func `nothing of an erased person is in any file of the ledger`() throws {
    let member = try joined()
    let traces = try member.traces(in: ledger)
    #expect(traces.count == 8)
    #expect(try FileSearch.found(traces, in: path) == Set(traces.map(\.what)))
    let erased = try erase(member.file)
    #expect(erased.outcome == .erased)
    #expect((erased.records, erased.lookups, erased.events) == (2, 4, 4))
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    #expect(try Generations.read(path) == Generations(vault: 2, views: 2))
    let verified = try ledger.verify()
    #expect(verified.isClean && !verified.hasUnfinishedErasure)
  }

  @Test func `who is reading meanwhile goes on with what they had, and files forget all the same`()
    throws
  {
    let member = try joined()
    let traces = try member.traces(in: ledger)
    try ledger.reading { (stores) throws(OfficeError) in
      let number = try stores.person(withFile: member.file, at: LogSize(stores.log.size))
      let index = try stores.indexes(of: .person(number), below: stores.log.size)[0]
      _ = try ledger.erase(
        member.file, authority: "BTC", basis: .other, actor: "test", now: FormerMember.erasedAt)
      #expect(try stores.privateRecord(at: index)?.name == member.name)
      do { #expect(try FileSearch.found(traces, in: path).isEmpty) } catch { Issue.record(error) }
      // A new question in the same process sees the new generation.
      let erased = OfficeError(.erasedPerson, member.file)
      #expect(throws: erased) {
        _ = try ledger.card(of: member.file, Inquiry(), now: askedAt)
      }
    }
    #expect(try ledger.verify().isClean)
  }

  @Test func `no record is missed while people join, are erased, and somebody reads`() throws {
    let (questions, _) = try Threads.parallel(
      { () throws -> Int in
        var questions = 0
        while try ledger.status().vaultGeneration < 7 {
          try ledger.reading { (stores) throws(OfficeError) in
            try stores.expectWhole()
          }
          questions += 1
        }
        return questions
      },
      { () throws in
        for place in 0..<6 {
          let member = try joined(
            FormerMember(file: "99910\(place)HT", citizen: "\(place)", card: "3\(place)"))
          _ = try joined(
            FormerMember(file: "99920\(place)HT", citizen: "1\(place)", card: "2\(place)"))
          _ = try erase(member.file)
        }
      })
    print("\(questions) questions")
    #expect(questions > 0)
    #expect(try ledger.verify().isClean)
  }

  @Test func `an erasure reaches every day and every K`() throws {
    let member = try joined()
    let before = try ledger.status().events
    let root = try ledger.checkpoint()
    _ = try erase(member.file)
    for known in [Inquiry.Known.all, .size(before), .size(before - 3)] {
      for day in ["1970-01-01", "2000-05-04", "2024-01-01"].map({ Day(text: $0) }) {
        let inquiry = Inquiry(on: day, known: known)
        for text in [member.name, member.file, member.citizen, member.card] {
          #expect(try ledger.find(text, inquiry, now: askedAt).isEmpty)
        }
        #expect(throws: OfficeError(.erasedPerson, member.file)) {
          _ = try ledger.card(of: member.file, inquiry, now: askedAt)
        }
        #expect(throws: OfficeError(.erasedPerson, member.file)) {
          _ = try ledger.explanation(of: member.file, for: "CD00400", inquiry, now: askedAt)
        }
      }
    }
    #expect(try ledger.show(LogIndex(before - 4)).secret == nil)
    let verified = try ledger.verify(expecting: Array(root.utf8))
    #expect(verified.expectation == .agrees(size: before))
    #expect(verified.isClean)
  }

  @Test func `someone erased is listed by number, and their age is not known`() throws {
    // The day is far off: everyone in the lists of 2023 has left for good by then.
    let future = Instant(milliseconds: 4_200_000_000_000)
    let day = try #require(Day(text: "2023-06-01"))
    let before = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    let file = try #require(before.first?.who.file)
    let person = try #require(before.first?.who.person)
    let ended = try ledger.record(actor: "test", now: askedAt) { _ in
      [
        RecordRequest(
          stream: .person(person), event: .person(.membershipEnded(how: .deceased, ground: nil)),
          effective: day.adding(days: 1_500))
      ]
    }
    #expect(ended.results == [.recorded])
    #expect(try erase(file, at: future).outcome == .erased)
    let after = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    let rows = after.filter { $0.who.person == person }
    #expect(rows.count == before.count { $0.who.person == person })
    for row in rows {
      #expect(row.who.isErased && row.who.name == nil)
      let age = row.judgement.requirements.first { $0.id == .age }
      #expect(age?.status == .unknown || age?.status == .notApplicable)
    }
    #expect(after.filter { $0.who.person != person } == before.filter { $0.who.person != person })
    #expect(try ledger.verify().isClean)
  }

  @Test func `retention ends on a day, and not the day before`() throws {
    let member = try joined()
    let allowed = try #require(Day(text: "2020-05-05"))
    func noon(_ day: Day) -> Instant { Instant(milliseconds: Int64(day.number) * 86_400_000) }
    let early = try erase(member.file, at: noon(allowed.adding(days: -1)))
    #expect(early.outcome == .retained(years: 20))
    #expect(early.leftOn == member.leftOn && early.allowedFrom == allowed)
    #expect(try ledger.find(member.file, Inquiry(), now: askedAt).count == 1)
    #expect(try erase(member.file, at: noon(allowed), isDryRun: true).outcome == .planned)
    #expect(try ledger.find(member.file, Inquiry(), now: askedAt).count == 1)
    #expect(try erase(member.file, at: noon(allowed)).outcome == .erased)
    #expect(try ledger.verify().isClean)
  }

  @Test func `who is in the ledger is not erased, whatever the basis`() throws {
    let size = try ledger.status().events
    for basis in ErasureBasis.allCases {
      let refused = try ledger.erase(
        "000001HT", authority: "TA", basis: basis, actor: "test", now: FormerMember.erasedAt)
      #expect(refused.outcome == .stillInLedger && refused.allowedFrom == nil)
    }
    #expect(throws: OfficeError(.unknownPerson, "nobody")) { _ = try erase("nobody") }
    #expect(try ledger.status().events == size)
    #expect(try ledger.verify().isClean)
  }

  @Test func `to erase again is harmless, and others are erased after it`() throws {
    let (one, two) = (
      try joined(),
      try joined(
        FormerMember(
          file: "999002HT", citizen: "042132888777", card: "38555444", name: "Chử Văn Khuể",
          birth: .day(Day(number: -13_333))))
    )
    let traces = try one.traces(in: ledger) + two.traces(in: ledger)
    _ = try erase(one.file)
    let size = try ledger.status().events
    #expect(try erase(one.file).outcome == .unchanged)
    #expect(try ledger.status().events == size)
    #expect(try ledger.find(two.file, Inquiry(), now: askedAt).count == 1)
    #expect(try erase(two.file).outcome == .erased)
    #expect(try erase(one.file).outcome == .unchanged)
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    #expect(try Generations.read(path) == Generations(vault: 3, views: 3))
    #expect(try ledger.verify().isClean)
  }

  @Test func `all numbers that are one person are erased together`() throws {
    let (one, two) = (
      try joined(),
      try joined(FormerMember(file: "999002HT", citizen: "042132888777", card: "38555444"))
    )
    let same = try ledger.record(actor: "test", now: FormerMember.recordedAt) { _ in
      [
        RecordRequest(
          stream: .person(one.number), event: .person(.samePerson(other: two.number)),
          effective: nil)
      ]
    }
    #expect(same.results == [.recorded])
    let traces = try one.traces(in: ledger) + two.traces(in: ledger)
    let erased = try erase(two.file)
    #expect(erased.people == [one.number, two.number])
    #expect(erased.indexes.count == 2)
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    #expect(try erase(one.file).outcome == .unchanged)
    #expect(try ledger.verify().isClean)
  }

  @Test func `nothing is recorded or retracted of someone erased`() throws {
    let member = try joined()
    let erased = try erase(member.file)
    func record(_ event: PersonEvent, _ stream: UInt32?, _ secret: PrivateRecord? = nil) throws
      -> RecordResult?
    {
      try ledger.record(actor: "test", now: FormerMember.erasedAt) { _ in
        [
          RecordRequest(
            stream: stream.map { .person(PersonNumber($0)) }, event: .person(event),
            effective: Day(text: "1999-12-31"), secret: secret)
        ]
      }.results.first
    }
    let number = member.number.number
    let home = OrganisationNumber(2)
    #expect(try record(.rated(year: 1999, grade: .good), number) == .refused(.erased))
    #expect(try record(.samePerson(other: member.number), 1) == .refused(.erased))
    #expect(
      try record(.registered(organisation: home), nil, PrivateRecord(fileNumber: member.file))
        == .refused(.erased))
    #expect(
      try record(
        .registered(organisation: home), nil,
        PrivateRecord(fileNumber: "999003HT", citizenNumber: member.citizen)) == .refused(.erased))
    for index in [erased.indexes[0], LogIndex(erased.indexes[0].number - 1)] {
      #expect(throws: OfficeError(.refused(.erased), "\(index.number)")) {
        _ = try ledger.retract(
          index, reason: .other, withDependants: true, actor: "test", now: FormerMember.erasedAt)
      }
    }
    #expect(try ledger.verify().isClean)
  }
}

extension Stores {
  /// Whether everyone registered, but for those erased, has the private record that says so.
  fileprivate func expectWhole() throws(OfficeError) {
    let erased = try log.erasedPeople()
    try forEachPerson { (number, row) throws(OfficeError) in
      let facts: [Fact<PersonEvent>] = try row.typedFacts()
      guard let first = facts.first(where: { $0.event.type == .personRegistered }) else { return }
      let isThere = try privateRecord(at: first.index) != nil
      #expect(isThere != erased.contains(number.number), "\(number), K \(log.size)")
    }
  }
}
