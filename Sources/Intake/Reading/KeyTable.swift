/// Byte strings numbered in the order of their first mention: codes, file numbers, labels.
///
/// A hash table with open addressing over one buffer of bytes: no allocation per key, the same
/// numbers for the same keys in the same order, on every machine.
package struct KeyTable: Sendable {
  private var storage: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers plus one; 0 is free. A power of two, at most half full.
  private var slots: [UInt32]

  /// An empty table with room for so many keys before it grows.
  package init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// The number of keys.
  package var count: Int { ends.count }

  /// The number of a key; nil where it was never inserted. O(length).
  package func find(_ key: Span<UInt8>) -> Int? {
    let found = slots[slot(of: key, hash: KeyTable.hash(key))]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The number of a key, given to it now if it is new. O(length), amortised.
  package mutating func insert(_ key: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = KeyTable.hash(key)
    let place = slot(of: key, hash: hash)
    if slots[place] != 0 { return (Int(slots[place]) - 1, false) }
    for index in key.indices { storage.append(key[index]) }
    ends.append(storage.count)
    hashes.append(hash)
    slots[place] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  /// The bytes of a number's key.
  @_lifetime(borrow self)
  package func key(_ number: Int) -> Span<UInt8> {
    let part = storage.span.extracting(start(of: number)..<ends[number])
    return unsafe _overrideLifetime(part, borrowing: self)
  }

  private func start(of number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

  private func slot(of key: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, equals(number, key) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func equals(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let first = start(of: number)
    guard ends[number] - first == key.count else { return false }
    for index in key.indices where storage[first + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash >> 20) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(number + 1)
    }
  }

  /// FNV-1a, mixed once more at the end so that the high bits count.
  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}
