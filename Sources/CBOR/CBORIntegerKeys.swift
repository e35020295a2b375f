/// The way through a map with unsigned integers as keys.
///
/// ```swift
/// var keys = try decoder.integerKeys()
/// while let key = try decoder.next(&keys) { … read or skip the value … }
/// ```
package struct CBORIntegerKeys: Sendable {
  @usableFromInline var left: Int
  @usableFromInline var last: UInt64 = 0
  @usableFromInline var isFirst = true

  @inlinable init(count: Int) { left = count }

  /// The number of keys not read yet.
  @inlinable package var remaining: Int { left }
}

extension CBORDecoder {
  /// The head of a map with unsigned integers as keys.
  @inlinable @_lifetime(self: copy self)
  package mutating func integerKeys() throws(CBORError) -> CBORIntegerKeys {
    CBORIntegerKeys(count: try map())
  }

  /// The next key, or nil behind the last; throws `unsorted` or `duplicate` when it does not
  /// come after the one before.
  @inlinable @_lifetime(self: copy self)
  package mutating func next(_ keys: inout CBORIntegerKeys) throws(CBORError) -> UInt64? {
    guard keys.left > 0 else { return nil }
    let before = self
    let key = try uint()
    guard keys.isFirst || key > keys.last else {
      throw before.fault(key == keys.last ? .duplicate : .unsorted)
    }
    keys.left -= 1
    keys.isFirst = false
    keys.last = key
    return key
  }
}
