internal import CLMDB

extension MDB_val {
  /// The bytes of a span, for as long as the span lives: LMDB reads keys and values it is given
  /// through a pointer that it declares mutable, and does not change them.
  @unsafe init(_ bytes: borrowing RawSpan) {
    unsafe self = bytes.withUnsafeBytes { buffer in
      unsafe MDB_val(
        mv_size: buffer.count, mv_data: UnsafeMutableRawPointer(mutating: buffer.baseAddress))
    }
  }

  /// The bytes that LMDB handed out, living as long as `owner`'s transaction.
  var buffer: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
  }
}

/// A log index as a key: 8 bytes, most significant first, so that byte order is number order.
package struct IndexKey: Sendable {
  private let storage: InlineArray<8, UInt8>

  /// The key of an index.
  package init(_ index: UInt64) {
    storage = InlineArray { UInt8(truncatingIfNeeded: index >> UInt64(56 - 8 * $0)) }
  }

  /// The 8 bytes, as long as the key lives.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    borrowing get { unsafe storage.span.bytes }
  }
}

extension RawSpan {
  /// The 8 bytes at `offset`, most significant first.
  @inlinable package func bigEndian64(at offset: Int = 0) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= byteCount, "8 bytes outside the span")
    return UInt64(
      bigEndian: unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}
