import Cadre
import Reports

/// A row of the answers in these tests.
struct Sample: Sendable {
  var name = "Trần Thị Bích"
  var count = 3
  var score = Hundredths(8550)
  var born: Day?
  var isReady = true

  static let columns: [Column<Sample>] = [
    Column("name", Words(vi: "Họ và tên", en: "Name")) { .text($0.name) },
    Column("count", Words(vi: "Số", en: "Count")) { .number($0.count) },
    Column("score", Words(vi: "Điểm", en: "Score")) { .hundredths($0.score) },
    Column("born", Words(vi: "Ngày sinh", en: "Born")) { .day($0.born) },
    Column("verdict", Words(vi: "Kết luận", en: "Verdict")) { sample in
      sample.isReady
        ? .coded("ready", Words(vi: "đủ", en: "ready"), tone: .good)
        : .coded("notReady", Words(vi: "chưa đủ", en: "not ready"), tone: .bad)
    },
    Column("parts", Words(vi: "Phần", en: "Parts"), in: .json) { sample in
      .list([.record([.init("id", .text("theory")), .init("met", .truth(sample.isReady))])])
    },
  ]

  static let two = [
    Sample(born: Day(year: 1980, month: 2, day: 29)),
    Sample(name: "Lê Văn Đức", count: 12, score: Hundredths(700), isReady: false),
  ]
}

/// The whole answer as text.
func rendered<Row>(
  _ rows: [Row], _ columns: [Column<Row>], as format: Format, language: Language = .vietnamese,
  width: Int? = nil, hasColours: Bool = false, shape: ReportWriter.Shape = .list
) -> String {
  var writer = ReportWriter(
    format, Appearance(language: language, width: width, hasColours: hasColours), shape: shape)
  var bytes: [UInt8] = []
  writer.add(rows, columns)
  bytes += writer.take()
  writer.finish()
  bytes += writer.take()
  return String(decoding: bytes, as: UTF8.self)
}
