internal import Cadre

extension Instant {
  /// An instant written `yyyy-mm-ddThh:mm[:ss[.mmm]]`, then `Z` or `±hh:mm`; without either it is
  /// a time at UTC+07:00. Nil for anything else.
  init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let day = Day(text: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    var clock = ClockText(bytes[11...])
    guard let hours = clock.number(of: 2), hours < 24, clock.take(":"),
      let minutes = clock.number(of: 2), minutes < 60
    else { return nil }
    var milliseconds = (hours * 60 + minutes) * 60_000
    if clock.take(":") {
      guard let seconds = clock.number(of: 2), seconds < 60 else { return nil }
      milliseconds += seconds * 1000
      if clock.take(".") {
        guard let part = clock.number(of: 3) else { return nil }
        milliseconds += part
      }
    }
    guard let offset = clock.offset(), clock.isEmpty else { return nil }
    self.init(
      milliseconds: Int64(day.number) * 86_400_000 + Int64(milliseconds) - Int64(offset) * 60_000)
  }
}

/// The part of an instant behind its day.
private struct ClockText {
  private var rest: ArraySlice<UInt8>

  init(_ rest: ArraySlice<UInt8>) { self.rest = rest }

  var isEmpty: Bool { rest.isEmpty }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(of digits: Int) -> Int? {
    guard rest.count >= digits else { return nil }
    var value = 0
    for unit in rest.prefix(digits) {
      guard (48...57).contains(unit) else { return nil }
      value = value * 10 + Int(unit - 48)
    }
    rest.removeFirst(digits)
    return value
  }

  /// Minutes ahead of UTC.
  mutating func offset() -> Int? {
    if isEmpty { return 420 }
    if take("Z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(of: 2), hours < 24, take(":"),
      let minutes = number(of: 2), minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
