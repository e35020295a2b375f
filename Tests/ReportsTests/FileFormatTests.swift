import Cadre
import JSON
import Reports
import Testing

@Test func `every format shows the same rows`() throws {
  let rows = (0..<50).map { Sample(name: "Người \($0)", count: $0) }
  let table = rendered(rows, Sample.columns, as: .table).split(separator: "\n")
  let csv = rendered(rows, Sample.columns, as: .csv).split(separator: "\r\n")
  let ndjson = rendered(rows, Sample.columns, as: .ndjson).split(separator: "\n")
  let json = try JSONValue(parsing: rendered(rows, Sample.columns, as: .json))
  #expect(table.count == 52)
  #expect(csv.count == 51)
  #expect(ndjson.count == 50)
  #expect(json.array?.count == 50)
  for (place, line) in ndjson.enumerated() {
    let row = try JSONValue(parsing: String(line))
    #expect(row == json.array?[place])
    #expect(row["name"]?.string == "Người \(place)")
    #expect(table[place + 2].hasPrefix("Người \(place) "))
    #expect(csv[place + 1].hasPrefix("Người \(place);"))
  }
}

@Test func `a line of ndjson is flat, with ASCII keys, ISO days and exact numbers`() {
  #expect(
    rendered(Sample.two, Sample.columns, as: .ndjson, language: .english) == """
      {"name":"Trần Thị Bích","count":3,"score":85.5,"born":"1980-02-29","verdict":"ready",\
      "parts":[{"id":"theory","met":true}]}
      {"name":"Lê Văn Đức","count":12,"score":7,"born":null,"verdict":"notReady",\
      "parts":[{"id":"theory","met":false}]}

      """)
}

@Test func `an answer of one row is an object`() throws {
  let text = rendered([Sample.two[0]], Sample.columns, as: .json, shape: .single)
  #expect(try JSONValue(parsing: text)["count"]?.integer == 3)
}

@Test func `no rows are an empty array, or nothing at all`() {
  #expect(rendered([Sample](), Sample.columns, as: .json) == "[]\n")
  #expect(rendered([Sample](), Sample.columns, as: .ndjson).isEmpty)
}

@Test func `rows of several sections follow each other in JSON`() throws {
  var writer = ReportWriter(.json, Appearance(language: .english))
  writer.note(Words("heard by nobody"))
  writer.add([1, 2], [Column("a", Words("A")) { .number($0) }])
  writer.add(["x"], [Column("b", Words("B")) { .text($0) }])
  writer.finish()
  let rows = try JSONValue(parsing: writer.take()).array
  #expect(rows?.count == 3)
  #expect(rows?.last?["b"]?.string == "x")
}

@Test func `CSV has a mark, semicolons and the words of the sheets in either language`() {
  let expected =
    "\u{FEFF}Họ và tên;Số;Điểm;Ngày sinh;Kết luận\r\n"
    + "Trần Thị Bích;3;\"85,5\";29/02/1980;đủ\r\nLê Văn Đức;12;7;;chưa đủ\r\n"
  for language in Language.allCases {
    let text = rendered(Sample.two, Sample.columns, as: .csv, language: language)
    #expect(Array(text.utf8) == Array(expected.utf8))
  }
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+84", "'+84"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "\"'\tx\""),
  ("Phạm,=1+1,x", "\"Phạm,'=1+1,x\""), ("a\t@b", "\"a\t'@b\""), ("a; +b", "\"a; '+b\""),
  ("a\r\n-b", "\"a\r\n'-b\""), (" =1", "\" '=1\""), ("a,b", "\"a,b\""), ("a\"=b", "\"a\"\"=b\""),
  ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""),
  ("a=b", "a=b"), ("", ""),
])
func `a cell of CSV is quoted where needed and never a formula`(text: String, cell: String) {
  let columns: [Column<String>] = [Column("a", Words("A")) { .text($0) }]
  let csv = rendered([text], columns, as: .csv)
  #expect(Array(csv.utf8) == Array("\u{FEFF}A\r\n\(cell)\r\n".utf8))
}

@Test func `a negative number of CSV stays a number`() {
  let columns: [Column<Int>] = [
    Column("a", Words("A")) { .number($0) },
    Column("b", Words("B")) { .hundredths(Hundredths($0)) },
  ]
  #expect(rendered([-5], columns, as: .csv).hasSuffix("\r\n-5;\"-0,05\"\r\n"))
}

@Test(arguments: [
  (0, "1970-01-01T00:00:00.000Z", "01/01/1970 07:00:00"),
  (1_685_589_300_120, "2023-06-01T03:15:00.120Z", "01/06/2023 10:15:00"),
  (-1, "1969-12-31T23:59:59.999Z", "01/01/1970 06:59:59"),
])
func `an instant is UTC for machines and UTC+07:00 for people`(
  milliseconds: Int64, machine: String, people: String
) {
  let columns: [Column<Int64>] = [
    Column("a", Words("A")) { .instant(Instant(milliseconds: $0)) }
  ]
  #expect(rendered([milliseconds], columns, as: .ndjson) == "{\"a\":\"\(machine)\"}\n")
  #expect(rendered([milliseconds], columns, as: .table).hasSuffix("\n\(people)\n"))
}
