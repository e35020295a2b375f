/// Vietnamese text as the ledger compares it: composed, folded, and sorted by the alphabet.
///
/// Everything is a table over UTF-8 bytes; nothing here depends on locale or on the Unicode data
/// of the machine, so an answer is the same everywhere (spec/domain.md section 2). Input is valid
/// UTF-8; anything else passes through without a trap.
package enum Letters {}

/// A tone of a syllable, in the order of the dictionary.
package enum Tone: UInt8, Sendable {
  /// ngang, huyền, hỏi, ngã, sắc, nặng.
  case level, falling, dipping, rising, sharp, heavy

  /// The tone a combining mark gives; nil for a mark that gives none.
  init?(mark: UInt32) {
    switch mark {
    case 0x300: self = .falling
    case 0x309: self = .dipping
    case 0x303: self = .rising
    case 0x301: self = .sharp
    case 0x323: self = .heavy
    default: return nil
    }
  }
}

/// What distinguishes a letter from its base, tone aside.
enum Quality: UInt32 {
  case plain, breve, circumflex, horn, stroke, foreign

  /// The quality a combining mark gives.
  init(mark: UInt32) {
    switch mark {
    case 0x306: self = .breve
    case 0x302: self = .circumflex
    case 0x31B: self = .horn
    default: self = .foreign
    }
  }
}

/// One letter taken apart, packed in 32 bits: base, quality, tone, case and its lower-case scalar.
struct Letter {
  /// Bits 0–7 base, 8–10 quality, 11–13 tone, 14 upper case, 16–31 the lower-case scalar.
  let packed: UInt32

  /// The lower-case ASCII letter under all marks; 0 where the scalar is no Latin letter.
  var base: UInt8 { UInt8(truncatingIfNeeded: packed) }

  /// The number of its `Quality`.
  var quality: UInt32 { packed >> 8 & 7 }

  /// The number of its `Tone`.
  var tone: UInt8 { UInt8(truncatingIfNeeded: packed >> 11 & 7) }

  /// Whether it is a capital.
  var isUpper: Bool { packed & 0x4000 != 0 }

  /// Its lower-case scalar; 0 where that is the scalar itself.
  var lower: UInt32 { packed >> 16 }

  init(packed: UInt32) { self.packed = packed }

  init(base: UInt8, quality: Quality, tone: UInt8, isUpper: Bool, lower: UInt32) {
    packed =
      UInt32(base) | quality.rawValue << 8 | UInt32(tone) << 11 | (isUpper ? 0x4000 : 0)
      | lower << 16
  }
}

/// The letters U+0000…U+024F and U+1E00…U+1EFF, taken apart once.
struct LetterTable: Sendable {
  private let entries: [UInt32]

  /// The table; built at first use from `LatinPairs`, in about 20 µs.
  static let shared = LetterTable()

  /// The letter of a scalar; its base is 0 where it is no Latin letter.
  func letter(_ scalar: UInt32) -> Letter {
    guard let place = Self.place(scalar) else { return Letter(packed: 0) }
    return Letter(packed: entries[place])
  }

  /// Where a scalar stands in the table; nil outside.
  private static func place(_ scalar: UInt32) -> Int? {
    if scalar < 0x250 { return Int(scalar) }
    if scalar >= 0x1E00, scalar < 0x1F00 { return Int(scalar - 0x1E00) + 0x250 }
    return nil
  }

  private init() {
    var entries = [UInt32](repeating: 0, count: 0x350)
    func set(_ scalar: UInt32, _ letter: Letter) {
      if let place = Self.place(scalar) { entries[place] = letter.packed }
    }
    for lower in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let scalar = UInt32(lower)
      set(scalar, Letter(base: lower, quality: .plain, tone: 0, isUpper: false, lower: scalar))
      set(scalar - 32, Letter(base: lower, quality: .plain, tone: 0, isUpper: true, lower: scalar))
    }
    // đ, and the look-alike eth that old fonts leave in its place; ø and ł for foreign names.
    let d = UInt8(ascii: "d")
    for (upper, lower, base, quality) in [
      (0x110, 0x111, d, Quality.stroke), (0xD0, 0xF0, d, .stroke),
      (0xD8, 0xF8, UInt8(ascii: "o"), .foreign), (0x141, 0x142, UInt8(ascii: "l"), .foreign),
    ] as [(UInt32, UInt32, UInt8, Quality)] {
      set(upper, Letter(base: base, quality: quality, tone: 0, isUpper: true, lower: lower))
      set(lower, Letter(base: base, quality: quality, tone: 0, isUpper: false, lower: lower))
    }
    // The African Ɖ, which some fonts show for Đ: its own small letter ɖ is none that is written
    // here. The barred b of the Central Highlands has no capital pair among the marks.
    set(0x189, Letter(base: d, quality: .stroke, tone: 0, isUpper: true, lower: 0x111))
    let b = UInt8(ascii: "b")
    set(0x243, Letter(base: b, quality: .foreign, tone: 0, isUpper: true, lower: 0x180))
    set(0x180, Letter(base: b, quality: .foreign, tone: 0, isUpper: false, lower: 0x180))
    // A base may itself be composed, three deep at most.
    for _ in 0..<3 {
      for pair in LatinPairs.all {
        let (base, mark, composed) = LatinPairs.parts(pair)
        guard let place = Self.place(base), entries[place] != 0 else { continue }
        let letter = Letter(packed: entries[place])
        let lower = letter.isUpper ? LatinPairs.compose(letter.lower, mark) ?? composed : composed
        let tone = Tone(mark: mark)
        let quality = tone == nil ? Quality(mark: mark) : Quality(rawValue: letter.quality)
        set(
          composed,
          Letter(
            base: letter.base, quality: quality ?? .foreign, tone: tone?.rawValue ?? letter.tone,
            isUpper: letter.isUpper, lower: lower))
      }
    }
    self.entries = entries
  }
}

extension LatinPairs {
  /// Base, mark and composed letter of an entry.
  static func parts(_ pair: UInt64) -> (base: UInt32, mark: UInt32, composed: UInt32) {
    (UInt32(pair >> 32), UInt32(pair >> 16 & 0xFFFF), UInt32(pair & 0xFFFF))
  }

  /// The letter that a base and a mark compose; nil where they compose none. O(log n).
  static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    let wanted = UInt64(base) << 16 | UInt64(mark)
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] >> 16 < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low] >> 16 == wanted else { return nil }
    return UInt32(all[low] & 0xFFFF)
  }

  /// The base and mark of each composed letter.
  static let decompositions: [UInt32: (base: UInt32, mark: UInt32)] = {
    var table: [UInt32: (base: UInt32, mark: UInt32)] = [:]
    for pair in all {
      let (base, mark, composed) = parts(pair)
      table[composed] = (base, mark)
    }
    return table
  }()

  /// The canonical combining class of a scalar; 0 for all but U+0300…U+036F.
  static func combiningClass(_ scalar: UInt32) -> UInt8 {
    scalar >= 0x300 && scalar < 0x370 ? classes[Int(scalar - 0x300)] : 0
  }
}
