/// A small generator of random numbers whose sequence is fixed by its seed, on every machine.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014); it
/// makes samples, never secrets.
struct SplitMix64 {
  private var state: UInt64

  /// The sequence of a seed.
  init(seed: UInt64) { state = seed }

  /// The sequence that belongs to one thing among many: a person, an organisation, a sheet.
  ///
  /// Two mixes keep sequences apart whose seeds and numbers are close.
  init(seed: UInt64, kind: UInt64, number: Int) {
    var mixer = SplitMix64(seed: seed ^ (kind &* 0xD6E8_FEB8_6659_FD93))
    state = mixer.next() ^ (UInt64(number) &* 0xA076_1D64_78BD_642F)
    state = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but without `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in so many of a thousand draws.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// One of the elements, each as likely as the next; the list is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// The index of a weight, as likely as its share of all weights.
  mutating func weighted(_ weights: [Int]) -> Int {
    var draw = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if draw < weight { return index }
      draw -= weight
    }
    return weights.count - 1
  }
}
