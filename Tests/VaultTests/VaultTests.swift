import LMDB
import Merkle
import Platform
import TestSupport
import Testing
import Vault

@Suite struct PrivateRecords {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open(_ name: String = "1") throws -> RecordVault {
    try RecordVault(folder: "\(folder.path)/\(name)", options: .init(mapSize: 1 << 28))
  }

  @Test func `a record opens the commitment that its event bears`() throws {
    let vault = try open()
    var batch = VaultBatch()
    let commitments = [
      try batch.add(record: "one", at: 3), try batch.add(record: "one", at: 5),
      try batch.add(record: "", at: 8),
    ]
    #expect(Set(commitments).count == 3)
    try vault.append(batch)
    try vault.read(below: 8) { (vault) throws(VaultError) in
      for (place, index) in ([3, 5] as [UInt64]).enumerated() {
        guard let record = try vault.record(at: index) else {
          Issue.record("no record at \(index)")
          continue
        }
        #expect(record.data.copied == Array("one".utf8))
        #expect(record.commitment == commitments[place])
        #expect(
          record.commitment == SHA256.hash([2] + record.salt.copied + record.data.copied))
      }
      let known = try (vault.record(at: 4) == nil, vault.record(at: 8) == nil)
      #expect(known == (true, true))
    }
  }

  @Test func `a number leads to those who had it, and a part of it to nobody`() throws {
    let vault = try open()
    var batch = VaultBatch()
    try batch.add(number: "000001HT", kind: file, person: 7, at: 10)
    try batch.add(number: "000001HT", kind: citizen, person: 8, at: 11)
    try batch.add(number: "000001HT", kind: file, person: 2, at: 12)
    try batch.add(number: "000001HTX", kind: file, person: 3, at: 13)
    try batch.add(number: "000001H", kind: file, person: 4, at: 14)
    try batch.add(number: "000001HT\0AAAAAAAAAAAAAAA", kind: file, person: 5, at: 15)
    try vault.append(batch)
    try vault.read(below: 12) { (vault) throws(VaultError) in
      #expect(
        try vault.people(withNumber: "000001HT", kind: file) == [LookupRow(person: 7, index: 10)])
    }
    try vault.read(below: 100) { (vault) throws(VaultError) in
      #expect(
        try vault.people(withNumber: "000001HT", kind: file)
          == [LookupRow(person: 2, index: 12), LookupRow(person: 7, index: 10)])
      #expect(try vault.people(withNumber: "000001", kind: file).isEmpty)
      #expect(try vault.people(withNumber: "000001HT", kind: 3).isEmpty)
    }
  }

  @Test func `names are found by their beginning, in order`() throws {
    let vault = try open()
    var batch = VaultBatch()
    for (place, name) in ["tran b", "nguyen van b", "nguyen van an", "nguyen"].enumerated() {
      try batch.add(name: name, person: UInt32(place), at: UInt64(place))
    }
    try vault.append(batch)
    try vault.read(below: 100) { (vault) throws(VaultError) in
      var found: [String] = []
      try vault.forEachName(startingWith: Array("nguyen v".utf8)) {
        (name, _) throws(VaultError) in
        found.append(String(decoding: name.copied, as: UTF8.self))
      }
      #expect(found == ["nguyen van an", "nguyen van b"])
      #expect(try vault.people(withName: "nguyen") == [LookupRow(person: 3, index: 3)])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `one batch and many batches give the same vault`(seed: UInt64) throws {
    let count: UInt64 = 400
    let one = try open("one")
    let many = try open("many")
    var all = VaultBatch()
    for index in 0..<count {
      var batch = VaultBatch()
      try batch.add(person: UInt32(index &* (seed * 77 + 1) % 97), at: index)
      try all.add(person: UInt32(index &* (seed * 77 + 1) % 97), at: index)
      try many.append(batch)
    }
    try one.append(all)
    let rows = try (one.everything(), many.everything())
    #expect(rows.0.count == 4 * Int(count))
    let texts = { (row: String) in row.contains("record") ? row.suffix(10) : row[...] }
    #expect(rows.0.map(texts) == rows.1.map(texts))
  }

  @Test func `what the log never knew is deleted by the next writer`() throws {
    let vault = try open()
    var batch = VaultBatch()
    for index in 0..<50 as Range<UInt64> { try batch.add(person: UInt32(index), at: index) }
    try vault.append(batch)
    let before = try vault.everything()
    var lost = VaultBatch()
    for index in 50..<90 as Range<UInt64> { try lost.add(person: UInt32(index % 60), at: index) }
    try vault.append(lost)
    #expect(try vault.everything(below: 50) == before)
    #expect(try vault.everything().count == 90 * 4)
    let deletions = try vault.write { (writer) throws(VaultError) in
      [try writer.truncate(to: 90), try writer.truncate(to: 50), try writer.truncate(to: 50)]
    }
    #expect(deletions == [false, true, false])
    #expect(try vault.everything() == before)
    try vault.append(lost)
    #expect(try vault.everything().count == 90 * 4)
  }

  @Test func `records that do not come behind the stored ones are refused`() throws {
    let vault = try open()
    var batch = VaultBatch()
    _ = try batch.add(record: "x", at: 5)
    try vault.append(batch)
    #expect(throws: VaultError.order(index: 5)) { try vault.append(batch) }
  }

  @Test func `a text of 480 bytes is taken, and one of a byte more is not`() throws {
    let vault = try open()
    var batch = VaultBatch()
    let longest = String(repeating: "x", count: 480)
    try batch.add(name: longest, person: 1, at: 1)
    try batch.add(number: longest, kind: file, person: 1, at: 1)
    try vault.append(batch)
    #expect(throws: VaultError.textLength(481)) {
      try batch.add(name: longest + "x", person: 1, at: 1)
    }
    #expect(throws: VaultError.textLength(0)) {
      try batch.add(number: "", kind: file, person: 1, at: 1)
    }
    try vault.read(below: 2) { (vault) throws(VaultError) in
      #expect(try vault.people(withName: longest).count == 1)
    }
  }
}

@Suite struct GenerationsOfTheVault {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `the next generation has everybody but the erased, who are known again`() throws {
    let options = Environment.Options(mapSize: 1 << 28)
    let first = try RecordVault(folder: folder.path + "/1", options: options)
    var batch = VaultBatch()
    for index in 0..<100 as Range<UInt64> { try batch.add(person: UInt32(index % 20), at: index) }
    try first.append(batch)
    let second = try first.nextGeneration(
      in: folder.path + "/2",
      without: Erasure(index: 100, people: [3], rememberedKinds: [file]), options: options,
      person: { (index) throws(VaultError) in UInt32(index % 20) })
    let third = try second.nextGeneration(
      in: folder.path + "/3",
      without: Erasure(index: 101, people: [3, 4], rememberedKinds: [file]), options: options,
      person: { (index) throws(VaultError) in UInt32(index % 20) })
    let kept = { (rows: [String], people: Set<Int>) in
      rows.filter { row in
        !people.contains { row.hasSuffix("record \($0)") || row.contains("person: \($0),") }
      }
    }
    let all = try first.everything()
    let erased = Set((0..<100).filter { $0 % 20 == 3 })
    let left = kept(all, erased.union([3]))
    #expect(try second.everything() == left)
    #expect(left.count == 95 * 4)
    try third.read(below: .max) { (vault) throws(VaultError) in
      #expect(try vault.generation == 3)
      #expect(try vault.erasure == 101)
      #expect(try vault.isErased(number: "\(3 * 7919 % 100_000)HT", kind: file))
      #expect(try vault.isErased(number: "\(4 * 7919 % 100_000)HT", kind: file))
      #expect(try !vault.isErased(number: "\(5 * 7919 % 100_000)HT", kind: file))
      #expect(try !vault.isErased(number: "01233", kind: citizen))
      #expect(try vault.people(withNumber: "01234", kind: citizen).isEmpty)
      #expect(try vault.people(withNumber: "01235", kind: citizen).count == 5)
    }
  }

  @Test func `people who are hidden leave nothing to be seen, and their numbers count as erased`()
    throws
  {
    let vault = try RecordVault(
      folder: folder.path + "/1", options: Environment.Options(mapSize: 1 << 28))
    var batch = VaultBatch()
    for index in 0..<20 as Range<UInt64> { try batch.add(person: UInt32(index % 5), at: index) }
    try vault.append(batch)
    let all = try vault.everything()
    let hidden = HiddenPeople(people: [3], records: [3, 8, 13, 18])
    let number = "\(3 * 7919)HT"
    try vault.read(below: .max) { (vault) throws(VaultError) in
      let seen = try vault.hiding(hidden).everything()
      #expect(seen.count == all.count - 4 * 4)
      #expect(Set(seen).isSubset(of: all))
      #expect(!seen.contains { $0.contains("person: 3,") })
      #expect(try vault.hiding(hidden).record(at: 8) == nil)
      #expect(try vault.hiding(hidden).record(at: 9) != nil)
      #expect(try vault.hiding(hidden).people(withNumber: number, kind: file).isEmpty)
      #expect(try vault.hiding(hidden).isErased(number: number, kind: file))
      #expect(try !vault.isErased(number: number, kind: file))
      let erased = try vault.hiding(hidden).erasedNumbers(kinds: [file])
      for (kind, isKnown) in [(file, true), (citizen, false)] {
        let text = kind == file ? number : "01233"
        #expect(unsafe erased.contains(Array(text.utf8).span.bytes, kind: kind) == isKnown)
      }
      #expect(try vault.hiding(hidden).hiding(nil).everything() == all)
    }
  }

  @Test func `no byte of an erased person is in the files of the next generation`() throws {
    let options = Environment.Options(mapSize: 1 << 28)
    let first = try RecordVault(folder: folder.path + "/1", options: options)
    var batch = VaultBatch()
    _ = try batch.add(record: "UNFORGETTABLE", at: 0)
    try batch.add(name: "unforgettable", person: 1, at: 0)
    try batch.add(number: "999888777666", kind: citizen, person: 1, at: 0)
    _ = try batch.add(record: "somebody else", at: 1)
    try first.append(batch)
    try first.nextGeneration(
      in: folder.path + "/2",
      without: Erasure(index: 2, people: [1], rememberedKinds: [citizen]), options: options,
      person: { (index) throws(VaultError) in index == 0 ? 1 : 2 }
    ).environment.sync()
    let bytes = try Files.read(folder.path + "/2/data.mdb", limit: 1 << 28)
    for text in ["UNFORGETTABLE", "unforgettable", "999888777666"] {
      #expect(!contains(bytes, text))
    }
    #expect(contains(bytes, "somebody else"))
  }

  func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return bytes.indices.dropLast(pattern.count).contains { start in
      bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern)
    }
  }

  @Test func `the generations in use are replaced as a whole`() throws {
    let missing = #expect(throws: VaultError.self) { try Generations.read(folder.path) }
    guard case .platform(let error) = missing else { throw missing ?? .layout(found: nil) }
    #expect(error.isMissing)
    try Generations(vault: 1, views: 1).write(folder.path)
    let next = Generations(vault: 2, views: 18)
    try next.write(folder.path)
    #expect(try Generations.read(folder.path) == next)
    #expect(next.vaultFolder(of: "L") == "L/vault/2")
    #expect(next.viewsFolder(of: "L") == "L/views/18")
    #expect(try Files.list(folder.path) == ["current"])
  }

  @Test(arguments: [
    "", "vault 1\n", "vault 1\nviews 2", "vault 01\nviews 2\n", "views 1\nvault 2\n",
  ])
  func `a file that is not the two lines is refused`(text: String) throws {
    try Files.write(Array(text.utf8), to: folder.path + "/current")
    #expect(throws: VaultError.generations(path: folder.path + "/current")) {
      try Generations.read(folder.path)
    }
  }
}
