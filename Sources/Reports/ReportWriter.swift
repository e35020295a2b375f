package import Cadre
package import JSON
package import Office

/// Writes one answer in one format, section by section and row by row.
///
/// Everything but a table leaves as it comes; a table waits for its last row, which may be the
/// widest. Take the bytes as often as wanted: no row is held twice.
package struct ReportWriter: ~Copyable {
  /// Whether the answer is many rows or one.
  package enum Shape: Hashable, Sendable {
    /// Rows: a grid for people, an array in JSON.
    case list
    /// One row: a line per column for people, an object in JSON.
    case single
  }

  package let format: Format
  package let appearance: Appearance
  private let shape: Shape
  /// How a table shows the section begun last.
  private var sectionShape: Shape
  private var heads: [ColumnHead] = []
  private var rows: [[Value]] = []
  private var sections = 0
  private var json: JSONWriter
  private var text: [UInt8] = []

  /// An empty answer; a picture is none, since it is drawn of whole lists.
  package init(_ format: Format, _ appearance: Appearance, shape: Shape = .list) {
    precondition(format != .svg, "a picture is not written row by row")
    self.format = format
    self.appearance = appearance
    self.shape = shape
    sectionShape = shape
    json = JSONWriter(format == .json ? .indented : .compact)
    if format == .json, shape == .list { json.beginArray() }
    if format == .csv { text = CSVText.mark }
  }
}

extension ReportWriter {
  /// Adds a whole section: the rows under their columns.
  package mutating func add<Row>(
    _ rows: some Sequence<Row>, _ columns: [Column<Row>], as shape: Shape? = nil
  ) {
    begin(columns, as: shape)
    for row in rows { add(row, columns) }
    end()
  }

  /// Adds a list of an answer: for people a section under its title, and in JSON rows that begin
  /// with the key of their list (`list`) and end with where the question was asked from.
  package mutating func add(_ listing: Listing, from standpoint: Standpoint) {
    guard !format.isJSON else {
      let ending = standpoint.members
      for row in listing.rows { add(row, of: listing, ending) }
      return
    }
    if format == .table {
      if sections > 0 { text.append(0x0A) }
      note(listing.title)
    }
    let place = format.place
    let shown = listing.heads.indices.filter { listing.heads[$0].places.contains(place) }
    begin(shown.map { listing.heads[$0] })
    for row in listing.rows { add(shown.map { row[$0] }) }
    if format == .table { show() }
  }

  private mutating func add(
    _ row: [Value], of listing: Listing, _ ending: [(key: String, value: Value)]
  ) {
    json.beginObject()
    json.name("list")
    json.string(listing.key)
    for (head, value) in zip(listing.heads, row) where head.places.contains(.json) {
      json.name(head.key)
      value.write(to: &json)
    }
    for (key, value) in ending {
      json.name(key)
      value.write(to: &json)
    }
    json.endObject()
    if format == .ndjson { json.endLine() }
  }

  /// Begins a section; the sections of a table and of CSV are parted by an empty line.
  ///
  /// - Parameter shape: how a table shows it, where that is not the answer's own.
  package mutating func begin<Row>(_ columns: [Column<Row>], as shape: Shape? = nil) {
    sectionShape = shape ?? self.shape
    let place = format.place
    begin(columns.map(\.head).filter { $0.places.contains(place) })
  }

  private mutating func begin(_ shown: [ColumnHead]) {
    heads = shown
    if format == .csv {
      if sections > 0 { text += CSVText.lineBreak }
      CSVText.append(heads.map { .text($0.title[.vietnamese]) }, to: &text)
    }
    sections += 1
  }

  /// Adds a row of the section begun last.
  package mutating func add<Row>(_ row: Row, _ columns: [Column<Row>]) {
    switch format {
    case .json, .ndjson:
      json.beginObject()
      for column in columns where column.head.places.contains(.json) {
        json.name(column.head.key)
        column.value(row).write(to: &json)
      }
      json.endObject()
      if format == .ndjson { json.endLine() }
    case .csv, .table, .svg: add(cells(row, columns))
    }
  }

  /// Adds the cells of a row for people.
  private mutating func add(_ cells: [Value]) {
    if format == .csv { CSVText.append(cells, to: &text) } else { rows.append(cells) }
  }

  /// Adds a row that writes its own members; of JSON only, where rows are many or large.
  package mutating func addObject(_ members: (inout JSONWriter) -> Void) {
    precondition(format.isJSON, "only JSON has objects")
    json.beginObject()
    members(&json)
    json.endObject()
    if format == .ndjson { json.endLine() }
  }

  /// Ends the section begun last.
  package mutating func end() {
    guard format == .table else { return }
    if sections > 1, !text.isEmpty || !rows.isEmpty { text.append(0x0A) }
    show()
  }

  /// Says the rows of the section begun last.
  private mutating func show() {
    let lines =
      switch sectionShape {
      case .list: Grid(heads: heads, rows: rows, appearance).lines()
      case .single: Card(heads: heads, rows: rows, appearance).lines()
      }
    for line in lines { say(line) }
    rows = []
  }

  /// Says something between the sections of a table; the other formats leave it out.
  package mutating func note(_ words: Words) {
    guard format == .table else { return }
    for line in Wrapping.lines(of: words[appearance.language], width: appearance.width) {
      say(line)
    }
  }

  /// Ends the answer; nothing may be added behind.
  package mutating func finish() {
    guard format == .json else { return }
    if shape == .list { json.endArray() }
    json.endLine()
  }

  /// Gives away the bytes that stand fast.
  package mutating func take() -> [UInt8] {
    defer { text = [] }
    return text.isEmpty ? json.take() : text
  }

  /// The number of bytes that wait to be taken.
  package var waiting: Int { text.count + json.bytes.count }

  private func cells<Row>(_ row: Row, _ columns: [Column<Row>]) -> [Value] {
    let place = format.place
    return columns.filter { $0.head.places.contains(place) }.map { $0.value(row) }
  }

  private mutating func say(_ line: String) {
    text.append(contentsOf: line.utf8)
    text.append(0x0A)
  }
}
