import Glibc
import Platform

/// Looks for bytes in every file of a folder, whatever the files are.
package enum FileSearch {
  /// Something that files may hold.
  package typealias Trace = (what: String, bytes: [UInt8])

  /// Which of the traces stand in some file of a folder or of those in it, by their names.
  package static func found(_ traces: [Trace], in folder: String) throws -> Set<String> {
    var found: Set<String> = []
    for name in try Files.list(folder) {
      let path = "\(folder)/\(name)"
      if Files.isFolder(path) {
        found.formUnion(try FileSearch.found(traces, in: path))
        continue
      }
      let bytes = try Files.read(path, limit: 1 << 30)
      for trace in traces where holds(bytes, trace.bytes) { found.insert(trace.what) }
    }
    return found
  }

  private static func holds(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      guard var at = bytes.baseAddress else { return false }
      var left = bytes.count
      while left >= pattern.count, let found = unsafe memchr(at, Int32(first), left) {
        left -= unsafe UnsafeRawPointer(found) - at
        unsafe at = UnsafeRawPointer(found)
        if left >= pattern.count, unsafe memcmp(at, pattern, pattern.count) == 0 { return true }
        unsafe at += 1
        left -= 1
      }
      return false
    }
  }
}
