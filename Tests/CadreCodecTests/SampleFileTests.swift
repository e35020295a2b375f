import Cadre
import CadreCodec
import Glibc
import Testing

/// Where `CADRE_SAMPLES` names a file, all samples are written to it for a reader that is not
/// ours: `Tests/foreign/check_cddl.py`.
@Suite struct SampleFileTests {
  private static let path: String? = unsafe getenv("CADRE_SAMPLES").map {
    unsafe String(cString: $0)
  }

  /// Each event after its length, 4 bytes with the most significant first.
  private func lengthPrefixed() throws -> [UInt8] {
    var source = EventSource(seed: 2_025)
    var events = try samples.map { try $0.recorded.encoded() }
    for _ in 0..<500 { events.append(try source.recordedEvent().encoded()) }
    for _ in 0..<50 { events.append(try source.privateRecord().encoded()) }
    return events.flatMap { event in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: event.count >> $0) } + event
    }
  }

  @Test(.enabled(if: path != nil)) func `the samples are written to a file`() throws {
    let path = try #require(Self.path)
    let bytes = try lengthPrefixed()
    let opened = unsafe fopen(path, "w")
    let file = unsafe try #require(opened)
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    #expect(written == bytes.count)
    let closed = unsafe fclose(file)
    #expect(closed == 0)
  }
}
