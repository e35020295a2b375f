import Merkle

// The text of a checkpoint; what is read is written as the lines that were read.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let checkpoint = try? Checkpoint(parsing: bytes) {
    precondition(bytes.starts(with: checkpoint.text.utf8), "other lines than were read")
    let again = try? Checkpoint(parsing: checkpoint.text)
    precondition(again == checkpoint, "another checkpoint than was read")
  }
  return 0
}
