import LMDB
import Merkle
import TestSupport
import Vault

/// The kinds of numbers in these tests.
let file: UInt8 = 1
let citizen: UInt8 = 2

extension VaultBatch {
  mutating func add(record: String, at index: UInt64) throws(VaultError) -> Hash {
    try unsafe add(record: Array(record.utf8).span.bytes, at: index)
  }

  mutating func add(number: String, kind: UInt8, person: UInt32, at index: UInt64)
    throws(VaultError)
  {
    try unsafe add(number: Array(number.utf8).span.bytes, kind: kind, person: person, at: index)
  }

  mutating func add(name: String, person: UInt32, at index: UInt64) throws(VaultError) {
    try unsafe add(name: Array(name.utf8).span.bytes, person: person, at: index)
  }

  /// Adds all that one event of a person brings.
  mutating func add(person: UInt32, at index: UInt64) throws(VaultError) {
    _ = try add(record: "record \(index)", at: index)
    try add(number: "\(person * 7919 % 100_000)HT", kind: file, person: person, at: index)
    try add(number: "0123\(person)", kind: citizen, person: person, at: index)
    try add(name: "nguyen van \(person % 10)", person: person, at: index)
  }
}

extension VaultSnapshot {
  func people(withNumber number: String, kind: UInt8) throws(VaultError) -> [LookupRow] {
    try unsafe people(withNumber: Array(number.utf8).span.bytes, kind: kind)
  }

  func people(withName name: String) throws(VaultError) -> [LookupRow] {
    try unsafe people(withName: Array(name.utf8).span.bytes)
  }

  func isErased(number: String, kind: UInt8) throws(VaultError) -> Bool {
    try unsafe isErased(number: Array(number.utf8).span.bytes, kind: kind)
  }

  /// All rows that are seen, in order, as texts.
  func everything() throws(VaultError) -> [String] {
    var rows: [String] = []
    try forEachRecord { (index, record) throws(VaultError) in
      rows.append(
        "\(index) \(record.salt.copied) \(String(decoding: record.data.copied, as: UTF8.self))")
    }
    for kind in [file, citizen] {
      try forEachNumber(kind: kind) { (number, row) throws(VaultError) in
        rows.append("\(kind) \(String(decoding: number.copied, as: UTF8.self)) \(row)")
      }
    }
    try forEachName { (name, row) throws(VaultError) in
      rows.append("\(String(decoding: name.copied, as: UTF8.self)) \(row)")
    }
    return rows
  }
}

extension RecordVault {
  func append(_ batch: VaultBatch) throws(VaultError) {
    var batch = batch
    try write { (writer) throws(VaultError) in try writer.append(&batch) }
  }

  func everything(below limit: UInt64 = .max) throws(VaultError) -> [String] {
    try read(below: limit) { (vault) throws(VaultError) in try vault.everything() }
  }
}
