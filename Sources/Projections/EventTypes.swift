package import Cadre

/// A set of types of events, asked for in the middle of a scan.
package struct EventTypes: Hashable, Sendable {
  /// A bit a raw value.
  private var bits = SIMD4<UInt64>()

  package init(_ types: some Sequence<EventType>) {
    for type in types { bits[Int(type.rawValue >> 6)] |= 1 << UInt64(type.rawValue & 63) }
  }

  /// Whether the type is in it.
  package func contains(_ type: EventType) -> Bool { contains(stored: UInt64(type.rawValue)) }

  /// Whether the type of a stored number is in it; what is no type is not.
  @inline(__always)
  func contains(stored number: UInt64) -> Bool {
    number < 256 && bits[Int(number >> 6)] >> (number & 63) & 1 != 0
  }

  /// The types of both.
  package func union(_ other: EventTypes) -> EventTypes {
    var both = self
    both.bits |= other.bits
    return both
  }
}

extension EventTypes: ExpressibleByArrayLiteral {
  package init(arrayLiteral types: EventType...) { self.init(types) }
}
