import Cadre
import CadreCodec
import TestSupport
import Testing

@Suite struct GoldenBytesTests {
  @Test func `every type has a sample`() {
    #expect(Set(samples.map(\.event.type)) == Set(EventType.allCases))
    #expect(Set(samples.map(\.name)).count == samples.count)
  }

  @Test func `an event is written as the bytes frozen for it`() throws {
    #expect(Set(goldenBytes.keys) == Set(samples.map(\.name)))
    for sample in samples {
      let written = try sample.recorded.encoded().hexadecimal
      #expect(written == goldenBytes[sample.name], "\(sample.name)")
    }
  }

  @Test func `the bytes frozen for an event are read as it`() throws {
    for sample in samples {
      let read = try RecordedEvent(bytes: try sample.recorded.encoded())
      #expect(read == sample.recorded, "\(sample.name)")
    }
  }

  @Test func `a private record is written as the bytes frozen for it`() throws {
    let record = PrivateRecord(
      fileNumber: "000001HT", name: "Nguyễn Thị Hòa",
      birth: .month(Month(year: 1965, month: 2)), sex: .female, ethnicity: "Kinh",
      citizenNumber: "038165000001", cardNumber: "38.012345", remark: "theo lời khai")
    let written = try record.encoded().hexadecimal
    #expect(written == goldenPrivateRecord)
    #expect(try PrivateRecord(bytes: try record.encoded()) == record)
    #expect(try PrivateRecord(bytes: try PrivateRecord().encoded()) == PrivateRecord())
  }
}
