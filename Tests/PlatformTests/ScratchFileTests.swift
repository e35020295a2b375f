import Glibc
import Platform
import Testing

@Suite struct ScratchFileTests {
  /// The bytes of a file from an offset on.
  private func bytes(
    _ file: borrowing ScratchFile, at offset: Int, _ count: Int
  ) throws(PlatformError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { unsafe buffer.deallocate() }
    try unsafe file.read(at: offset, into: buffer)
    return unsafe Array(buffer)
  }

  @Test func `what is appended is read back, and no name is left of it`() throws {
    let folder = try TemporaryFolder()
    var file = try ScratchFile(in: folder.root)
    #expect(try Files.list(folder.root) == [])
    var whole: [UInt8] = []
    for count in [0, 1, 100, 70_000] {
      let piece = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      #expect(try unsafe file.append(piece.span.bytes) == whole.count)
      whole += piece
    }
    #expect(file.size == whole.count)
    #expect(try bytes(file, at: 0, whole.count) == whole)
    #expect(try bytes(file, at: 101, 5) == Array(whole[101..<106]))
    #expect(try bytes(file, at: whole.count, 0) == [])
  }

  @Test func `reading past the end is a failure, and a folder must be there`() throws {
    let folder = try TemporaryFolder()
    var file = try ScratchFile(in: folder.root)
    let piece: [UInt8] = [1, 2, 3]
    try unsafe file.append(piece.span.bytes)
    #expect(throws: PlatformError.self) { try bytes(file, at: 1, 3) }
    let absent = #expect(throws: PlatformError.self) {
      _ = try ScratchFile(in: folder.path("absent"))
    }
    #expect(absent?.isMissing == true)
  }
}
