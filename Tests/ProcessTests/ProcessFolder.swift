import Platform

/// A folder of its own for a test, removed with all it holds when its owner is gone.
final class ProcessFolder: Sendable {
  let path: String

  init() throws {
    let name = try Randomness.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/cadre-process-\(name)"
    try Files.makeFolder(path)
  }

  deinit {
    do { try Files.removeTree(path) } catch { print("left behind: \(path): \(error)") }
  }

  /// The folder of sample sheets of that name.
  static func sheets(_ name: String, file: String = #filePath) -> String {
    Files.parent(of: Files.parent(of: file)) + "/Sheets/\(name)"
  }
}

/// Numbers that depend on nothing but a seed (SplitMix64, Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
