import Glibc
import LMDB

/// A new folder under the temporary one, removed with all it holds when its owner is gone.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/cadre-lmdb-\(String(repeating: "X", count: 6))".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { text in
      unsafe text.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard made else { throw LMDBError(.other(errno), .open, path: "/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeAll(path) }
}

/// Removes a file, or a folder with all it holds.
func removeAll(_ path: String) {
  for name in names(in: path) { removeAll(path + "/" + name) }
  unsafe remove(path)
}

/// The names in a folder; none for a file.
func names(in folder: String) -> [String] {
  guard let stream = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { text in
      unsafe text.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

extension RawSpan {
  /// A copy of the bytes.
  var copied: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}

extension ReadTransaction {
  /// A copy of the value of a key.
  func value(of key: [UInt8], in table: Table) throws(LMDBError) -> [UInt8]? {
    try unsafe value(of: key.span.bytes, in: table)?.copied
  }
}

extension WriteTransaction {
  mutating func put(_ value: [UInt8], at key: [UInt8], in table: Table) throws(LMDBError) {
    try unsafe put(value.span.bytes, at: key.span.bytes, in: table)
  }

  mutating func put(_ value: [UInt8], at index: UInt64, in table: Table) throws(LMDBError) {
    try unsafe put(value.span.bytes, at: index, in: table)
  }

  mutating func delete(_ key: [UInt8], in table: Table) throws(LMDBError) -> Bool {
    try unsafe delete(key.span.bytes, in: table)
  }
}

extension RowWriter {
  @_lifetime(self: copy self)
  mutating func append(_ value: [UInt8], at index: UInt64) throws(LMDBError) {
    try unsafe append(value.span.bytes, at: index)
  }
}
