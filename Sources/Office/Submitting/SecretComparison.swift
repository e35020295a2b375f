internal import Cadre

/// Compares the private records of proposals with those in the vault, for "the same again is
/// nothing".
struct SecretComparison: Sendable {
  private let secrets: [PrivateRecord]
  /// The records of the vault by index.
  private let stored: [UInt64: PrivateRecord]

  init(_ secrets: [PrivateRecord], stored: [UInt64: PrivateRecord]) {
    self.secrets = secrets
    self.stored = stored
  }

  /// Whether a proposal's record equals that of a recorded event; both may have none.
  func isSame(_ place: Int32?, _ index: LogIndex) -> Bool {
    guard let place else { return stored[index.number] == nil }
    return stored[index.number] == secrets[Int(place)]
  }

  /// Whether two proposals' records are equal; both may have none.
  func areSame(_ left: Int32?, _ right: Int32?) -> Bool {
    guard let left, let right else { return left == right }
    return secrets[Int(left)] == secrets[Int(right)]
  }
}
