import CBOR
import Cadre
import CadreCodec
import EventLog
import Office
import TestSupport
import Vault

@testable import Office

/// Somebody whose every trace in the vault is known, to be looked for in the bytes of files.
struct FormerMember {
  var file = "999001HT"
  var citizen = "042131999888"
  var card = "38777666"
  var name = "Quách Thị Ngạn"
  var birth = Birth.day(Day(number: -14_211))
  var leftOn = Day(text: "2000-05-05")
  /// The number in the ledger.
  private(set) var number = PersonNumber(0)

  /// The instants of recording and of asking: retention is over at the second.
  static let recordedAt = Instant(milliseconds: 1_710_000_000_000)
  static let erasedAt = Instant(milliseconds: 1_720_000_000_000)

  /// What is said of them in the vault, as stored.
  private var profile: PrivateRecord {
    PrivateRecord(
      fileNumber: file, name: name, birth: birth, sex: .female, ethnicity: "Thổ",
      citizenNumber: citizen)
  }

  /// Records who they are, how they were admitted, their card and, if so, how it ended.
  mutating func join(_ ledger: Ledger) throws {
    var number = PersonNumber(0)
    let member = self
    let done = try ledger.record(actor: "test", now: Self.recordedAt) { directory in
      number = PersonNumber(directory.nextPerson)
      return member.requests(number)
    }
    guard !done.results.contains(where: \.isRefused) else { throw Refused(results: done.results) }
    self.number = number
  }

  private func requests(_ number: PersonNumber) -> [RecordRequest] {
    let admitted = Day(number: -3_620)
    func request(_ event: PersonEvent, _ day: Day?, _ secret: PrivateRecord? = nil) -> RecordRequest
    {
      RecordRequest(
        stream: .person(number), event: .person(event), effective: day, secret: secret)
    }
    var requests = [
      request(.registered(organisation: OrganisationNumber(2)), nil, profile),
      request(.admitted(Admitted(kind: .admission, ceremonyOn: admitted)), admitted),
      request(.cardIssued, admitted.adding(days: 400), PrivateRecord(cardNumber: card)),
    ]
    if let leftOn {
      requests.append(request(.membershipEnded(how: .deceased, ground: nil), leftOn))
    }
    return requests
  }

  /// What was recorded of them was not what the test meant.
  struct Refused: Error {
    let results: [RecordResult]
  }
}

extension FormerMember {
  /// Every trace of theirs in the vault: texts, the birth as encoded, and the salts.
  func traces(in ledger: Ledger) throws -> [FileSearch.Trace] {
    var traces: [FileSearch.Trace] = [
      ("name", Array(name.utf8)), ("folded name", Letters.foldedBytes(name)),
      ("file number", Array(file.utf8)), ("citizen number", Array(citizen.utf8)),
      ("card number", Array(card.utf8)), ("birth", try encodedBirth()),
    ]
    try ledger.reading { (stores) throws(OfficeError) in
      for index in try stores.indexes(of: .person(number), below: stores.log.size) {
        do throws(VaultError) {
          guard let record = try stores.vault.record(at: index.number) else { continue }
          traces.append(("salt \(index.number)", record.salt.copied))
        } catch {
          throw OfficeError(error)
        }
      }
    }
    return traces
  }

  /// The field of the birth, without the head of the map around it.
  private func encodedBirth() throws -> [UInt8] {
    var encoder = CBOREncoder()
    try PrivateRecord(birth: birth).encode(into: &encoder)
    return Array(encoder.span.copied.dropFirst())
  }
}
