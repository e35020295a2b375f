import CBOR
import Cadre
import CadreCodec
import EventLog

// Events and private records. Every reader of the same bytes must say the same of them, and what is
// read must be written as the same bytes: the encoding is deterministic.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(start: start, count: count))
  let isEncoded = (try? CBORDecoder.validate(bytes)) != nil
  let header = try? EventHeader(checking: bytes, at: 7)
  if let event = try? RecordedEvent(bytes) {
    precondition(isEncoded, "an event is read that is not deterministic CBOR")
    var encoder = CBOREncoder()
    do { try event.encode(into: &encoder) } catch { preconditionFailure("\(error)") }
    precondition(isSame(encoder.span, bytes), "an event is written otherwise than it was read")
    // The log asks for the chain, too; the codec leaves that to whoever has the stream.
    let isChained =
      (event.revision > 0) == (event.prior != nil)
      && (event.prior != nil) == (event.previous != nil)
    precondition(
      header != nil || !isChained || count > EventStore.longestEvent, "the log would refuse an event")
    let slices: EnvelopeSlices
    do { slices = try EnvelopeSlices(bytes) } catch { preconditionFailure("\(error)") }
    precondition(slices.stream == event.stream && slices.revision == event.revision)
    precondition(slices.hasCommitment == (event.commitment != nil))
    precondition(slices.effective == event.context.effective)
  }
  _ = try? EnvelopeSlices(bytes)
  if let record = try? PrivateRecord(bytes) {
    precondition(isEncoded, "a record is read that is not deterministic CBOR")
    var encoder = CBOREncoder()
    do { try record.encode(into: &encoder) } catch { preconditionFailure("\(error)") }
    precondition(isSame(encoder.span, bytes), "a record is written otherwise than it was read")
  }
  return 0
}

func isSame(_ one: RawSpan, _ other: RawSpan) -> Bool {
  let one = unsafe one.withUnsafeBytes { unsafe Array($0) }
  let other = unsafe other.withUnsafeBytes { unsafe Array($0) }
  return one == other
}
