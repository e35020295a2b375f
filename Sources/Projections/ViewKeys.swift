package import Cadre

/// What makes two certificates one: kind, school, number and day (spec/domain.md section 3).
package struct Certificate: Hashable, Sendable {
  /// 0 and 1 the courses of prospects and new members; 2… theory levels.
  package let kind: UInt8
  /// Of a theory level.
  package let school: String
  package let number: String
  package let day: Day

  package init(kind: UInt8, school: String = "", number: String, day: Day) {
    self.kind = kind
    self.school = school
    self.number = number
    self.day = day
  }

  /// The certificate that an event brings; nil where it brings none with a number.
  package init?(_ event: PersonEvent) {
    switch event {
    case .courseCompleted(let course):
      guard let number = course.certificate else { return nil }
      self.init(kind: course.course.rawValue, number: number, day: course.issued)
    case .theoryAttained(let theory):
      guard let number = theory.certificate else { return nil }
      self.init(
        kind: 2 + theory.level.rawValue, school: theory.school ?? "", number: number,
        day: theory.issuedOn)
    default: return nil
    }
  }
}

extension Certificate {
  /// Kind, school and number, each after its length in 2 bytes, and day.
  func appendKey(to key: inout [UInt8]) {
    key.append(kind)
    for text in [school, number] {
      key.append(bigEndian: UInt16(truncatingIfNeeded: text.utf8.count))
      key.append(contentsOf: text.utf8)
    }
    key.append(bigEndian: UInt32(bitPattern: day.number) ^ 0x8000_0000)
  }
}

extension [UInt8] {
  /// Appends a number, most significant byte first.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.bigEndian) { bytes in
      unsafe append(contentsOf: bytes)
    }
  }

  init(bigEndian number: some FixedWidthInteger) {
    self = []
    append(bigEndian: number)
  }
}

extension RawSpan {
  /// The 4 bytes at an offset, which must be there, most significant first.
  @inline(__always)
  func bigEndian32(at offset: Int) -> UInt32 {
    UInt32(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 8 bytes at an offset, which must be there, most significant first.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Negative, 0 or positive as it sorts before, with or after other bytes.
  @inline(__always)
  func compare(_ other: RawSpan) -> Int {
    let common = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while offset + 8 <= common {
      let (mine, its) = (word(at: offset), other.word(at: offset))
      if mine != its { return mine < its ? -1 : 1 }
      offset += 8
    }
    while offset < common {
      let mine = unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      let its = unsafe other.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      if mine != its { return mine < its ? -1 : 1 }
      offset += 1
    }
    return byteCount - other.byteCount
  }

  /// Whether it begins with these bytes.
  func starts(with prefix: RawSpan) -> Bool {
    byteCount >= prefix.byteCount && extracting(first: prefix.byteCount).compare(prefix) == 0
  }
}
