import Glibc
import Merkle
import Testing

/// The proofs that transparency-dev publishes, good and bad.
@Suite struct PublishedProofTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let numbers: (UInt64, UInt64)
    let hashes: (String, String)
    let path: [String]
    let isValid: Bool

    var testDescription: String { name }

    init?(line: Substring) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 7, let first = UInt64(columns[1]), let second = UInt64(columns[2])
      else { return nil }
      name = String(columns[0])
      numbers = (first, second)
      hashes = (String(columns[3]), String(columns[4]))
      path =
        columns[5] == "-"
        ? [] : columns[5].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      isValid = columns[6] == "valid"
    }
  }

  static func vectors(_ name: String) -> [Vector] {
    let folder = #filePath.prefix(through: #filePath.lastIndex(of: "/") ?? #filePath.endIndex)
    guard let file = unsafe fopen("\(folder)Vectors/\(name).tsv", "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 100_000)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
      .compactMap(Vector.init)
  }

  /// Whether the proof is one of 32-byte hashes and holds.
  func holds(_ body: () throws(MerkleError) -> Bool) -> Bool {
    do throws(MerkleError) { return try body() } catch { return false }
  }

  func path(_ vector: Vector) throws(MerkleError) -> [Hash] {
    var path: [Hash] = []
    for text in vector.path { path.append(try Hash(base64: text)) }
    return path
  }

  @Test func `all 98 vectors of each kind are there`() {
    #expect(Self.vectors("inclusion").count == 98)
    #expect(Self.vectors("consistency").count == 98)
  }

  @Test(arguments: vectors("inclusion"))
  func `inclusion proofs are judged as published`(vector: Vector) {
    let verdict = holds { () throws(MerkleError) in
      ProofCheck.inclusion(
        of: try Hash(base64: vector.hashes.0), at: vector.numbers.0, in: vector.numbers.1,
        path: try path(vector), root: try Hash(base64: vector.hashes.1))
    }
    #expect(verdict == vector.isValid)
  }

  @Test(arguments: vectors("consistency"))
  func `consistency proofs are judged as published`(vector: Vector) {
    let verdict = holds { () throws(MerkleError) in
      ProofCheck.consistency(
        from: vector.numbers.0, oldRoot: try Hash(base64: vector.hashes.0),
        to: vector.numbers.1, newRoot: try Hash(base64: vector.hashes.1),
        path: try path(vector))
    }
    #expect(verdict == (vector.isValid && vector.name != Self.shortRoots))
  }

  /// Published as valid with roots of twelve bytes, which are no hashes here.
  static let shortRoots = "additional/sizes-are-equal-one-and-proof-is-empty"
}
