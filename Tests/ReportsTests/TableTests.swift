import Cadre
import Reports
import Testing

@Test func `a table has titles, a rule and a line a row, numbers on the right`() {
  #expect(
    rendered(Sample.two, Sample.columns, as: .table) == """
      Họ và tên      Số  Điểm  Ngày sinh   Kết luận
      ─────────────  ──  ────  ──────────  ────────
      Trần Thị Bích   3  85,5  29/02/1980  đủ
      Lê Văn Đức     12     7              chưa đủ

      """)
}

@Test func `the language changes titles, words and the decimal mark of a table`() {
  #expect(
    rendered(Sample.two, Sample.columns, as: .table, language: .english) == """
      Name           Count  Score  Born        Verdict
      ─────────────  ─────  ─────  ──────────  ─────────
      Trần Thị Bích      3   85.5  29/02/1980  ready
      Lê Văn Đức        12      7              not ready

      """)
}

@Test func `a table without rows shows its titles`() {
  #expect(
    rendered([Sample](), Sample.columns, as: .table) == """
      Họ và tên  Số  Điểm  Ngày sinh  Kết luận
      ─────────  ──  ────  ─────────  ────────

      """)
}

@Test func `a narrow screen wraps the widest column and loses nothing`() {
  let columns: [Column<String>] = [
    Column("text", Words("Text")) { .text($0) },
    Column("more", Words("More")) { .text($0) },
  ]
  let text = rendered(["một hai ba bốn năm", "sáu"], columns, as: .table, width: 24)
  #expect(
    text == """
      Text         More
      ───────────  ───────────
      một hai ba   một hai ba
      bốn năm      bốn năm
      sáu          sáu

      """)
}

@Test func `a column that may not wrap stays whole on any screen`() {
  let columns: [Column<String>] = [
    Column("text", Words("T"), wraps: false) { .text($0) }
  ]
  #expect(rendered(["không được cắt"], columns, as: .table, width: 5).contains("không được cắt"))
}

@Test func `every letter of a wrapped cell is still there`() {
  let columns: [Column<String>] = [Column("text", Words("T")) { .text($0) }]
  for width in 1...40 {
    let text = rendered(["Nguyễn Thị Minh Khai xyzxyzxyzxyzxyz"], columns, as: .table, width: width)
    let letters = text.split(separator: "\n").dropFirst(2).joined().filter { $0 != " " }
    #expect(letters == "NguyễnThịMinhKhaixyzxyzxyzxyzxyz")
  }
}

@Test func `letters with loose marks take the room of one`() {
  let columns: [Column<String>] = [
    Column("a", Words("A")) { .text($0) }, Column("b", Words("B")) { _ in .text("|") },
  ]
  let text = rendered(
    ["Tra\u{302}\u{300}n", "Trần", "日本"], columns, as: .table)
  #expect(
    text.unicodeScalars.split(separator: "\n").dropFirst(2).map { String($0) } == [
      "Tra\u{302}\u{300}n  |", "Trần  |", "日本  |",
    ])
}

@Test func `what would move the cursor is shown, not obeyed`() {
  let columns: [Column<String>] = [Column("a", Words("A")) { .text($0) }]
  let text = rendered(["a\u{1B}[2Jb\nc\u{202E}d"], columns, as: .table)
  #expect(text.contains("a␛[2Jb␊c\u{FFFD}d"))
  #expect(!text.contains("\u{1B}"))
}

@Test func `colours wrap words and not the room around them`() {
  let text = rendered(Sample.two, Sample.columns, as: .table, hasColours: true)
  #expect(text.contains("\u{1B}[32mđủ\u{1B}[0m"))
  #expect(text.contains("\u{1B}[31mchưa đủ\u{1B}[0m"))
}

@Test func `one row for people is a line a column`() {
  #expect(
    rendered([Sample.two[0]], Sample.columns, as: .table, shape: .single) == """
      Họ và tên  Trần Thị Bích
      Số         3
      Điểm       85,5
      Ngày sinh  29/02/1980
      Kết luận   đủ

      """)
}

@Test func `sections of a table are parted by an empty line and may have remarks`() {
  var writer = ReportWriter(.table, Appearance(language: .english))
  writer.note(Words(vi: "một", en: "one"))
  writer.add(["x"], [Column("a", Words("A")) { .text($0) }])
  writer.add(["y"], [Column("b", Words("B")) { .text($0) }])
  writer.finish()
  #expect(String(decoding: writer.take(), as: UTF8.self) == "one\nA\n─\nx\n\nB\n─\ny\n")
}
