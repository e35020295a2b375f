import Cadre
import Office
import TestSupport
import Testing

/// The same again is nothing (spec/domain.md section 3).
@Suite struct RepeatTests {
  @Test(arguments: [41, 42] as [UInt64])
  func `what was just recorded is unchanged when it is asked again`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    var repeated = 0
    for _ in 0..<60 {
      let request = office.anyPersonRequest()
      guard try office.record([request]) == [.recorded] else { continue }
      let entries = try ledger.events()
      for result in try office.record([request]) {
        guard case .unchanged(.some(let index)) = result else {
          Issue.record("seed \(seed): \(request) was \(result)")
          continue
        }
        #expect(entries[Int(index.number)].event == request.event, "seed \(seed)")
        repeated += 1
      }
      #expect(try ledger.status().events == UInt64(entries.count), "seed \(seed)")
    }
    print("seed \(seed): \(repeated) repeated")
    #expect(repeated > 10)
    #expect(try ledger.verify().isClean)
  }

  @Test func `twice in one batch is once`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: 43, sheets: SampleSheets.folder("small"))
    let request = RecordRequest(
      stream: .person(PersonNumber(2)), event: .person(.impeded(kind: .inspection, until: nil)),
      effective: Day(text: "2024-05-06"))
    let before = try ledger.status().events
    let results = try office.record([request, request])
    #expect(results.first == .recorded)
    #expect(results.allSatisfy { !$0.isRefused })
    #expect(try ledger.status().events == before + 1)
  }
}

/// Two numbers that are one person (spec/domain.md section 4).
@Suite struct SamePersonTests {
  @Test func `planning under the last of three numbers is the first one's`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: 51, sheets: SampleSheets.folder("small"))
    let day = try #require(Day(text: "2023-06-01"))
    let before = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    let row = try #require(before.first { $0.who.person.number > 2 })
    let last = row.who.person
    let (first, second) = (PersonNumber(1), PersonNumber(2))
    for (one, other) in [(last, second), (second, first)] {
      let request = RecordRequest(
        stream: .person(one), event: .person(.samePerson(other: other)), effective: nil)
      #expect(try office.record([request]) == [.recorded])
    }
    let after = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    #expect(after.contains { $0.who.person == first && $0.position == row.position })
    #expect(!after.contains { $0.who.person == last })
    let file = try #require(row.who.file)
    let found = try ledger.find(file, Inquiry(on: day), now: askedAt)
    #expect(found.map(\.who.person) == [first])
    #expect(try ledger.verify().isClean)
  }

  @Test func `two numbers are one person only while both streams say so`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: 52, sheets: SampleSheets.folder("small"))
    let day = try #require(Day(text: "2023-06-01"))
    let before = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    let row = try #require(before.first { $0.who.person.number > 2 })
    let (last, first) = (row.who.person, PersonNumber(1))
    let size = try ledger.status().events
    let request = RecordRequest(
      stream: .person(last), event: .person(.samePerson(other: first)), effective: nil)
    #expect(try office.record([request]) == [.recorded])
    let holder = { (known: Inquiry.Known) throws(OfficeError) -> PersonNumber? in
      let list = try ledger.eligibility(Inquiry(on: day, known: known), now: askedAt)
      let held = list.rows.first {
        $0.position == row.position && [first, last].contains($0.who.person)
      }
      return held?.who.person
    }
    #expect(try holder(.all) == first)
    #expect(try holder(.size(size + 1)) == last)
    _ = try ledger.retract(
      LogIndex(size), reason: .other, withDependants: false, actor: "test", now: askedAt)
    #expect(try holder(.all) == last)
    #expect(try holder(.size(size + 2)) == first)
    #expect(try ledger.verify().isClean)
  }
}
