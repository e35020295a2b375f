import Platform

/// A folder of its own for a test, removed with all it holds when its owner is gone.
package final class TemporaryFolder: Sendable {
  /// The folder's path, without a slash at its end.
  package let path: String

  /// Makes the folder, as /tmp/cadre-test- and 64 random bits.
  package init() throws {
    let name = try Randomness.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/cadre-test-\(name)"
    try Files.makeFolder(path)
  }

  deinit {
    do { try Files.removeTree(path) } catch { print("left behind: \(path): \(error)") }
  }
}
