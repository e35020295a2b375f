import Glibc

/// Random bytes that nobody can foretell, from the kernel (getentropy(3)); it gives 256 at a time.
package enum Randomness {
  /// That many random bytes.
  package static func bytes(_ count: Int) throws(PlatformError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let code = unsafe bytes.withUnsafeMutableBytes { all -> Int32 in
      for first in stride(from: 0, to: count, by: 256) {
        let part = unsafe UnsafeMutableRawBufferPointer(
          rebasing: all[first..<min(first + 256, count)])
        if unsafe getentropy(part.baseAddress, part.count) != 0 { return errno }
      }
      return 0
    }
    guard code == 0 else { throw .refused(.random, path: "getentropy", code: code) }
    return bytes
  }

  /// Letters and digits for the name of a file that nobody else has or is making.
  package static func suffix() throws(PlatformError) -> String {
    try bytes(8).map { String($0, radix: 36) }.joined()
  }
}
