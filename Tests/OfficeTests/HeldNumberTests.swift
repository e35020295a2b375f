import Cadre
import TestSupport
import Testing

@testable import Office

/// A number or certificate has one holder, also where events are recorded by hand.
@Suite struct HeldNumberTests {
  @Test func `a second person with a held number is refused and nothing is recorded`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    let unit = RecordRequest(
      stream: nil,
      event: .organisation(
        .established(OrganisationEstablished(code: "1", name: "Đảng bộ", kind: .superior))),
      effective: nil)
    _ = try ledger.record(actor: "test", now: askedAt) { _ in [unit] }
    func person(_ file: String, _ citizen: String) -> RecordRequest {
      RecordRequest(
        stream: nil, event: .person(.registered(organisation: OrganisationNumber(1))),
        effective: nil,
        secret: PrivateRecord(fileNumber: file, name: "Lê An", citizenNumber: citizen))
    }
    let first = try ledger.record(actor: "test", now: askedAt) { _ in
      [person("000001HT", "042000000001")]
    }
    #expect(first.results == [.recorded])
    let size = try ledger.status().events
    let second = try ledger.record(actor: "test", now: askedAt) { _ in
      [person("000002HT", "042000000002"), person("000003HT", "042000000001")]
    }
    #expect(second.results.last == .refused(.numberHeld(by: PersonNumber(1))))
    #expect(try ledger.status().events == size)
    let third = try ledger.record(actor: "test", now: askedAt) { _ in
      [person("000001HT", "042000000009")]
    }
    #expect(third.results == [.refused(.numberHeld(by: PersonNumber(1)))])
  }
}
