import CBOR
import EventLog
import LMDB
import Merkle
import Platform
import TestSupport
import Vault

/// A history of invented events, one in three about a person with a private record; what it holds
/// depends on the seed alone, only the salts do not.
struct Invented {
  let events: Int
  let seed: UInt64

  /// How many events are recorded in a transaction.
  private static let batch = 40

  /// The private record of a person, the same for the same event: a name and a day of birth.
  static func record(of person: UInt32, at index: UInt64) -> [UInt8] {
    var encoder = CBOREncoder()
    encoder.map(2)
    encoder.uint(0)
    encoder.text("Nguyễn Thị \(person)")
    encoder.uint(1)
    encoder.int(Int64(person) - 3000 + Int64(index))
    return encoder.bytes
  }

  /// The invented file number of a person; its kind is 0.
  static func fileNumber(of person: UInt32) -> [UInt8] { Array("F-\(person)".utf8) }

  /// The folded name of a person.
  static func name(of person: UInt32) -> [UInt8] { Array("nguyen thi \(person)".utf8) }

  /// Records the history in the ledger of a folder, which has today's layout.
  func record(in folder: String) throws {
    let log = try EventStore(folder: "\(folder)/log", options: .init(access: .write))
    let vault = try openVault(of: folder)
    var random = SeededGenerator(seed: seed)
    var done = 0
    while done < events {
      let count = min(Invented.batch, events - done)
      try log.write { (writer) throws(EventLogError) in
        let size = writer.size
        let time = try writer.reading.lastRecorded() ?? 1_700_000_000_000 - 1
        var drafts = DraftBatch()
        do throws(VaultError) {
          try vault.write { (secrets) throws(VaultError) in
            try secrets.truncate(to: size)
            var records = VaultBatch()
            for index in size..<size + UInt64(count) {
              let recorded = time + 1 + Int64(index - size)
              try Invented.add(at: index, recorded, to: &drafts, &records, &random)
            }
            try secrets.append(&records)
          }
        } catch {
          throw .noEvent(index: size)
        }
        try writer.append(drafts)
      }
      done += count
    }
  }

  private static func add(
    at index: UInt64, _ recorded: Int64, to drafts: inout DraftBatch, _ records: inout VaultBatch,
    _ random: inout SeededGenerator
  ) throws(VaultError) {
    let kind = index == 0 ? StreamKind.ledger : StreamKind.allCases[Int(random.next() % 4)]
    let number = kind == .ledger ? 0 : UInt32(random.next() % 20) + 1
    var commitment: Hash?
    if kind == .person {
      let data = record(of: number, at: index)
      commitment = try unsafe records.add(record: data.span.bytes, at: index)
      try unsafe records.add(
        number: fileNumber(of: number).span.bytes, kind: 0, person: number, at: index)
      try unsafe records.add(name: name(of: number).span.bytes, person: number, at: index)
    }
    add(
      StreamKey(kind, number), commitment, text: String(repeating: "x", count: Int(index % 40)),
      recorded: recorded, to: &drafts)
  }

  /// Adds an event with an actor, a document, and a text as its payload.
  static func add(
    _ stream: StreamKey, _ commitment: Hash?, text: String, recorded: Int64,
    to drafts: inout DraftBatch
  ) {
    var tail = CBOREncoder()
    tail.uint(7)
    tail.int(19_000 + recorded % 100)
    tail.uint(8)
    tail.int(recorded)
    tail.uint(9)
    tail.text("tester")
    tail.uint(10)
    tail.map(1)
    tail.uint(0)
    tail.text("12-QĐ/ĐU")
    if let commitment {
      tail.uint(13)
      tail.bytes(commitment.bytes)
    }
    tail.uint(14)
    tail.map(1)
    tail.uint(0)
    tail.text(text)
    drafts.add(
      type: 300, version: 1, to: stream, tail: tail.span, fields: commitment == nil ? 5 : 6)
  }
}
