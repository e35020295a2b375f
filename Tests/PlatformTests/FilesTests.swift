import Glibc
import Platform
import Testing

/// Files and folders on a real file system.
@Suite struct FilesTests {
  @Test func `a file comes back whole up to its limit and not one byte past it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a")
    for count in [0, 1, 65_535, 65_536, 65_537, 200_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Files.write(bytes, to: path)
      #expect(try Files.size(path) == count)
      #expect(try Files.read(path, limit: count) == bytes)
      #expect(throws: PlatformError.tooLarge(path: path, size: count, limit: count - 1)) {
        try Files.read(path, limit: count - 1)
      }
      var streamed: [UInt8] = []
      try Files.stream(path, chunk: 1000) { (chunk) throws(PlatformError) in
        #expect(chunk.byteCount <= 1000)
        unsafe chunk.withUnsafeBytes { unsafe streamed.append(contentsOf: $0) }
      }
      #expect(streamed == bytes)
    }
    #expect(try Files.list(folder.root) == ["a"])
  }

  @Test func `a file without a size of its own is read under the limit too`() throws {
    #expect(try !Files.read("/proc/self/stat", limit: 10_000).isEmpty)
    #expect(throws: PlatformError.self) { try Files.read("/proc/self/stat", limit: 3) }
    #expect(throws: PlatformError.self) { try Files.read("/dev/zero", limit: 100_000) }
  }

  @Test func `a missing file is told by path and reason`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("absent/file")
    let error = #expect(throws: PlatformError.self) { try Files.read(path, limit: 1) }
    #expect(error == .refused(.examine, path: path, code: ENOENT))
    #expect(error?.isMissing == true)
    #expect(error?.path == path)
    #expect(error?.description == "cannot examine \(path): No such file or directory")
    #expect(throws: PlatformError.refused(.open, path: path, code: ENOENT)) {
      try Files.stream(path) { (_) throws(PlatformError) in }
    }
    #expect(throws: PlatformError.refused(.remove, path: path, code: ENOENT)) {
      try Files.remove(path)
    }
  }

  @Test func `a write replaces the file and leaves nothing else behind`() throws {
    let folder = try TemporaryFolder()
    try Files.write([1, 2, 3], to: folder.path("a"))
    try Files.write([4], to: folder.path("a"))
    #expect(try Files.read(folder.path("a"), limit: 10) == [4])
    #expect(try Files.list(folder.root) == ["a"])
  }

  @Test func `a write that fails leaves the old file and nothing else`() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path("taken/inner"))
    #expect(throws: PlatformError.self) { try Files.write([1], to: folder.path("taken")) }
    #expect(try Files.list(folder.root) == ["taken"])
    #expect(throws: PlatformError.self) { try Files.write([1], to: folder.path("no/file")) }
  }

  @Test func `a new file has the permissions asked for`() throws {
    let folder = try TemporaryFolder()
    for permissions: UInt32 in [0o600, 0o400] {
      let path = folder.path("\(permissions)")
      try Files.write([], to: path, permissions: permissions)
      var status = stat()
      #expect(unsafe stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == permissions)
    }
  }

  @Test func `a renamed file has its new name only`() throws {
    let folder = try TemporaryFolder()
    try Files.write([1], to: folder.path("a"))
    try Files.write([2], to: folder.path("b"))
    try Files.rename(folder.path("a"), to: folder.path("b"))
    try Files.syncFolder(folder.root)
    #expect(try Files.list(folder.root) == ["b"])
    #expect(try Files.read(folder.path("b"), limit: 1) == [1])
    #expect(throws: PlatformError.refused(.rename, path: folder.path("a"), code: ENOENT)) {
      try Files.rename(folder.path("a"), to: folder.path("c"))
    }
    #expect(throws: PlatformError.refused(.open, path: folder.path("b"), code: ENOTDIR)) {
      try Files.syncFolder(folder.path("b"))
    }
  }

  @Test func `folders are made with those on the way to them`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x/y/z")
    #expect(!Files.exists(path) && !Files.isFolder(path))
    try Files.makeFolder(path)
    try Files.makeFolder(path + "/")
    #expect(Files.exists(path) && Files.isFolder(path))
    try Files.write([], to: folder.path("file"))
    #expect(Files.exists(folder.path("file")) && !Files.isFolder(folder.path("file")))
    #expect(throws: PlatformError.refused(.makeFolder, path: folder.path("file"), code: EEXIST)) {
      try Files.makeFolder(folder.path("file"))
    }
  }

  @Test func `a folder lists its names in the order of their bytes`() throws {
    let folder = try TemporaryFolder()
    let names = ["10", "2", "B", "a", "z", "Đ", "ủ"]
    for name in names.shuffled() { try Files.write([], to: folder.path(name)) }
    #expect(try Files.list(folder.root) == names)
    #expect(throws: PlatformError.refused(.list, path: folder.path("a"), code: ENOTDIR)) {
      try Files.list(folder.path("a"))
    }
  }

  @Test func `a tree is removed whole, and what its links lead to stays`() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path("kept"))
    try Files.write([1], to: folder.path("kept/file"))
    try Files.makeFolder(folder.path("tree/a/b"))
    try Files.write([1], to: folder.path("tree/a/file"))
    #expect(unsafe symlink(folder.path("kept"), folder.path("tree/a/link")) == 0)
    #expect(unsafe symlink(folder.path("nowhere"), folder.path("tree/dangling")) == 0)
    #expect(!Files.exists(folder.path("tree/dangling")))
    try Files.removeTree(folder.path("tree"))
    try Files.removeTree(folder.path("tree"))
    #expect(try Files.list(folder.root) == ["kept"])
    #expect(try Files.list(folder.path("kept")) == ["file"])
  }

  @Test func `a link leads to the one or to the other, and never to nothing`() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      try Files.makeFolder(folder.path(name))
      try Files.write(Array(name.utf8), to: folder.path("\(name)/file"))
      try Files.replaceLink(folder.path("latest"), target: name)
      #expect(try Files.read(folder.path("latest/file"), limit: 9) == Array(name.utf8))
    }
    #expect(try Files.list(folder.root) == ["latest", "one", "two"])
    #expect(throws: PlatformError.self) {
      try Files.replaceLink(folder.path("one"), target: "two")
    }
    #expect(try Files.list(folder.root) == ["latest", "one", "two"])
  }

  @Test(arguments: [
    ("a", "."), ("a/", "."), ("a/b", "a"), ("a/b/", "a"), ("a//b", "a"), ("/a", "/"),
    ("/a/b", "/a"), ("/", "/"), ("//", "/"), ("", "."), ("../a", ".."), ("tệp/cũ", "tệp"),
  ])
  func `the parent of a path is the folder that holds it`(path: String, parent: String) {
    #expect(Files.parent(of: path) == parent)
  }
}

/// A folder of its own for one test, removed at its end.
final class TemporaryFolder {
  let root: String

  init() throws {
    let suffix = try Randomness.bytes(8).map { String($0, radix: 36) }.joined()
    let base = CurrentProcess.environment("TMPDIR") ?? "/tmp"
    root = "\(base)/cadre-platform-\(suffix)"
    try Files.makeFolder(root)
  }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  deinit {
    do { try Files.removeTree(root) } catch { print("left behind: \(error)") }
  }
}
