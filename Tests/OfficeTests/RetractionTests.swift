import Cadre
import Office
import TestSupport
import Testing

/// A retraction can itself be retracted, unless what it withdrew cannot be true any more
/// (spec/domain.md section 3).
@Suite struct RetractionTests {
  @Test(arguments: [false, true])
  func `what became impossible is not restored, with dependants or without`(
    withDependants: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: 71, sheets: SampleSheets.folder("small"))
    let term = Term(firstYear: 2020, lastYear: 2025)
    let (person, post) = (Stream.person(PersonNumber(2)), PositionNumber(1))
    let requests = [
      ("2021-03-01", PersonEvent.planningEntered(position: post, term: term)),
      ("2022-03-01", PersonEvent.planningLeft(position: post, term: term, reason: .ownWish)),
    ].map { day, event in
      RecordRequest(stream: person, event: .person(event), effective: Day(text: day))
    }
    let entered = try ledger.status().events
    #expect(try office.record(requests) == [.recorded, .recorded])
    for target in [entered + 1, entered] {
      #expect(try retract(target, ledger, withDependants) == [LogIndex(target)])
    }
    // The third event is the retraction of leaving.
    #expect(throws: OfficeError.self) { try retract(entered + 2, ledger, withDependants) }
    #expect(try ledger.status().events == entered + 4)
    #expect(try retract(entered + 3, ledger, withDependants) == [LogIndex(entered + 3)])
    #expect(try retract(entered + 2, ledger, withDependants) == [LogIndex(entered + 2)])
    #expect(try ledger.verify().isClean)
  }

  private func retract(
    _ target: UInt64, _ ledger: Ledger, _ withDependants: Bool
  ) throws -> [LogIndex] {
    try ledger.retract(
      LogIndex(target), reason: .other, withDependants: withDependants, actor: "test",
      now: askedAt)
  }
}
