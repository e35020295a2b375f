import Platform
import Testing

/// What nobody may leave in the code; parted here, so that this file does not hold it.
private let forbidden = [
  "TO" + "DO", "FIX" + "ME", "XX" + "X", "try" + "!", "fatalError" + "()", "as" + "!",
]

/// Files that are data, whatever their ending.
private let data: Set = ["Sources/CadreCodec/Rules/ShippedRules.swift"]

@Test func `no file of code is longer than 400 lines`() throws {
  for path in try House.sources() where !data.contains(path) {
    let count = try House.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(count <= 401, "\(path) has \(count - 1) lines")
  }
}

@Test func `no file holds unfinished work or ends the process without a reason`() throws {
  for path in try House.sources() {
    let text = try House.text(path)
    for mark in forbidden { #expect(!text.contains(mark), "\(path) holds \(mark)") }
  }
}

@Test func `tools and checks hold no unfinished work`() throws {
  let paths =
    try House.files(below: "Tools", ending: "") + House.files(below: "Tests", ending: ".py")
  for path in paths {
    let text = try House.text(path)
    for mark in forbidden.prefix(2) { #expect(!text.contains(mark), "\(path) holds \(mark)") }
  }
}

@Test func `the top level holds what it must and nothing else`() throws {
  let expected: Set = ["Package.swift", "README.md", "Sources", "Tests", "Migrations", "Tools"]
  // What running the tools leaves behind; .gitignore names them.
  let left: Set = ["demo", "cadre-ledger", "Package.resolved"]
  let seen = Set(try Files.list(House.root).filter { !$0.hasPrefix(".") })
  #expect(seen.subtracting(left) == expected)
}
