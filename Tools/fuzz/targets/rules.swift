import Cadre
import CadreCodec

// Rule sets; what is read can be looked over for mistakes, too.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
  let text = unsafe String(decoding: bytes, as: UTF8.self)
  do throws(RuleSetError) {
    let rules = try RuleSetReader.read(text)
    precondition(!rules.id.isEmpty, "a rule set without an id")
    _ = rules.remarks
  } catch {
    precondition(error.line >= 1 && error.column >= 1, "a fault that is nowhere")
  }
  return 0
}
