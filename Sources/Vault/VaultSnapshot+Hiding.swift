internal import LMDB
internal import Merkle

/// Whom and what this generation still holds though an erasure in the log has taken it away: the
/// erasure was cut off before the next generation was written.
package struct HiddenPeople: Sendable {
  /// The numbers of the people.
  let people: Set<UInt32>
  /// The indexes of the events in their streams.
  let records: Set<UInt64>

  /// People with the indexes of all their events.
  package init(people: Set<UInt32>, records: Set<UInt64>) {
    self.people = people
    self.records = records
  }
}

/// The numbers of people erased, known again by their keyed hashes alone: for whoever decides on
/// many rows after the snapshot is gone.
package struct ErasedNumbers: Sendable {
  private let secret: [UInt8]
  private let hashes: Set<Hash>

  /// Of nobody.
  package init() { (secret, hashes) = ([], []) }

  init(secret: [UInt8], hashes: Set<Hash>) {
    self.secret = secret
    self.hashes = hashes
  }

  /// Whether a number of a kind was that of a person erased; O(1), free where nobody was.
  package func contains(_ number: RawSpan, kind: UInt8) -> Bool {
    !hashes.isEmpty
      && hashes.contains(RecordVault.erasedHash(of: number, kind: kind, secret: secret))
  }
}

extension VaultSnapshot {
  /// The same without these people: no record, number or name of theirs is found, and their
  /// numbers count as erased. Nil hides nobody.
  @_lifetime(copy self)
  package func hiding(_ hidden: HiddenPeople?) -> VaultSnapshot {
    var other = self
    other.hidden = hidden
    return other
  }

  /// Whether a person is hidden.
  func hides(_ person: UInt32) -> Bool { hidden?.people.contains(person) ?? false }

  /// The numbers of all people erased, those hidden included.
  /// - Parameter kinds: the kinds that are remembered.
  package func erasedNumbers(kinds: Set<UInt8>) throws(VaultError) -> ErasedNumbers {
    let secret = try secret()
    var hashes: Set<Hash> = []
    var rows = try scan(tables.erased, from: RawSpan())
    while try rows.next() {
      do throws(MerkleError) { hashes.insert(try Hash(rows.key)) } catch {
        throw .damaged(table: "erased")
      }
    }
    if let hidden {
      try forEachHash(of: hidden.people, kinds: kinds) { (hash) throws(VaultError) in
        hashes.insert(hash)
      }
    }
    return ErasedNumbers(secret: secret, hashes: hashes)
  }

  /// Hands over the keyed hash of every number of some kinds that people have or had.
  func forEachHash(
    of people: Set<UInt32>, kinds: Set<UInt8>, _ body: (Hash) throws(VaultError) -> Void
  ) throws(VaultError) {
    let secret = try secret()
    var numbers = try scan(tables.numbers, from: RawSpan())
    while try numbers.next() {
      let key = numbers.key
      guard let row = LookupRow(endOf: key), people.contains(row.person) else { continue }
      let text = key.extracting(droppingLast: LookupRow.suffixLength)
      let kind = unsafe text.unsafeLoad(as: UInt8.self)
      guard kinds.contains(kind) else { continue }
      try body(
        RecordVault.erasedHash(of: text.extracting(droppingFirst: 1), kind: kind, secret: secret))
    }
  }
}
