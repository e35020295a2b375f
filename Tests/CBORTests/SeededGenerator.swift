import Testing

/// SplitMix64: random numbers that come again from the seed.
struct SeededGenerator: RandomNumberGenerator, CustomStringConvertible {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A generator with a new seed, which is printed.
  static func announced(_ test: String = #function) -> SeededGenerator {
    let generator = SeededGenerator(seed: UInt64.random(in: .min ... .max))
    print("\(test): \(generator)")
    return generator
  }

  var description: String { "seed \(seed)" }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}

/// The bytes that hexadecimal digits stand for.
func bytes(hex: String) throws -> [UInt8] {
  var digits = hex[...]
  var bytes: [UInt8] = []
  while !digits.isEmpty {
    bytes.append(try #require(UInt8(digits.prefix(2), radix: 16)))
    digits = digits.dropFirst(2)
  }
  return bytes
}
