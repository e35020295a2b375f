/// What a stream is about; the order of the cases is the order of heads and of the seal.
package enum StreamKind: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case ledger = 0
  case organisation = 1
  case position = 2
  case person = 3

  @inlinable package static func < (left: StreamKind, right: StreamKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The name of a stream: its kind and its number within the kind; the ledger's number is 0.
package struct StreamKey: Hashable, Comparable, Sendable {
  /// What the stream is about.
  package let kind: StreamKind
  /// The number within the kind.
  package let number: UInt32

  /// The stream of that kind and number.
  @inlinable package init(_ kind: StreamKind, _ number: UInt32) {
    self.kind = kind
    self.number = number
  }

  /// The one stream of the ledger itself.
  package static let ledger = StreamKey(.ledger, 0)

  /// Kind and number as one number, in the same order.
  @inlinable package var packed: UInt64 { UInt64(kind.rawValue) << 32 | UInt64(number) }

  @inlinable package static func < (left: StreamKey, right: StreamKey) -> Bool {
    left.packed < right.packed
  }
}

extension StreamKey: CustomStringConvertible {
  /// `person/7`, and `ledger` for the ledger's own.
  package var description: String { self == .ledger ? "ledger" : "\(kind)/\(number)" }
}
