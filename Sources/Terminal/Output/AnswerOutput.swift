internal import Cadre
internal import JSON
internal import Office
internal import Platform
internal import Reports

/// The answer of a command on its way out, in the form and to the place that were asked for.
struct AnswerOutput: ~Copyable {
  /// Bytes are handed on in pieces of about this size.
  private static let piece = 1 << 16
  /// The lines that a thread writes before they are handed on; about a piece, of large rows.
  private static let linesAtOnce = 16

  private var report: ReportWriter
  private let sink: any ByteSink
  private var file: FileReplacement?

  init(
    _ invocation: Invocation, shape: ReportWriter.Shape, pageWidth: Int?
  ) throws(Complaint) {
    let format = try invocation.format()
    let path = invocation.arguments["-o"].flatMap { $0 == "-" ? nil : $0 }
    let opened = try path.map { (path) throws(Complaint) in try AnswerOutput.open(path) }
    var appearance = invocation.appearance(toFile: path != nil)
    appearance.width = appearance.width ?? pageWidth
    report = ReportWriter(format, appearance, shape: shape)
    sink = invocation.console.output
    file = opened
  }

  private static func open(_ path: String) throws(Complaint) -> FileReplacement {
    do throws(PlatformError) { return try FileReplacement(path, permissions: 0o666) } catch {
      throw FileMessages.writing(error, to: path)
    }
  }

  /// Adds a whole section.
  mutating func add<Row>(
    _ rows: some Sequence<Row>, _ columns: [Column<Row>], as shape: ReportWriter.Shape? = nil
  ) throws(Complaint) {
    report.begin(columns, as: shape)
    for row in rows { try add(row, columns) }
    try end()
  }

  /// Adds a list of an answer.
  mutating func add(_ listing: Listing, from standpoint: Standpoint) throws(Complaint) {
    report.add(listing, from: standpoint)
    if report.waiting >= AnswerOutput.piece { try drain() }
  }

  /// Begins a section whose rows follow one by one.
  mutating func begin<Row>(_ columns: [Column<Row>]) { report.begin(columns) }

  /// Adds a row of the section begun last.
  mutating func add<Row>(_ row: Row, _ columns: [Column<Row>]) throws(Complaint) {
    report.add(row, columns)
    if report.waiting >= AnswerOutput.piece { try drain() }
  }

  /// Adds a row of JSON that writes its own members.
  mutating func addObject(_ members: (inout JSONWriter) -> Void) throws(Complaint) {
    report.addObject(members)
    if report.waiting >= AnswerOutput.piece { try drain() }
  }

  /// Adds rows of JSON that write their own members, in their order.
  ///
  /// A line of NDJSON is a text of its own, so lines are written on all processors, some dozen at
  /// a time, each time with a copy of `writing`. More at a time is slower: pages of a large text
  /// are new to the process.
  mutating func addObjects<Row: Sendable, Writing: Sendable>(
    _ rows: [Row], _ writing: Writing,
    _ write: @Sendable (inout Writing, Row, inout JSONWriter) -> Void
  ) throws(Complaint) {
    guard format == .ndjson else {
      var writing = writing
      for row in rows { try addObject { write(&writing, row, &$0) } }
      return
    }
    try drain()
    let size = AnswerOutput.linesAtOnce
    try Threads.inOrder(
      (rows.count + size - 1) / size,
      make: { (part) throws(Complaint) -> [UInt8] in
        AnswerOutput.lines(of: rows.dropFirst(part * size).prefix(size), writing, write)
      },
      use: { (text) throws(Complaint) -> Bool in
        try handOn(text)
        return true
      })
  }

  private static func lines<Row, Writing>(
    of rows: ArraySlice<Row>, _ writing: Writing,
    _ write: (inout Writing, Row, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writing = writing
    var json = JSONWriter(reserving: AnswerOutput.piece)
    for row in rows {
      json.beginObject()
      write(&writing, row, &json)
      json.endObject()
      json.endLine()
    }
    return json.take()
  }

  /// The form of the answer.
  var format: Format { report.format }

  /// Ends the section begun last.
  mutating func end() throws(Complaint) {
    report.end()
    if report.waiting >= AnswerOutput.piece { try drain() }
  }

  /// Says something between the sections of a table.
  mutating func note(_ words: Words) { report.note(words) }

  /// Hands on everything so far, for a reader who waits for each row.
  mutating func drain() throws(Complaint) {
    try handOn(report.take())
  }

  private mutating func handOn(_ bytes: [UInt8]) throws(Complaint) {
    guard !bytes.isEmpty else { return }
    do throws(PlatformError) {
      if file != nil { try file?.write(bytes) } else { try sink.write(bytes) }
    } catch { throw FileMessages.writing(error) }
  }

  /// Ends the answer; a file takes its name.
  mutating func finish() throws(Complaint) {
    report.finish()
    try drain()
    do throws(PlatformError) { try file?.commit() } catch { throw FileMessages.writing(error) }
  }
}

extension Invocation {
  /// Gives an answer; the body adds its sections.
  ///
  /// - Parameter pageWidth: the columns of a page, for a table in a file; nil: lines of any length.
  func answer(
    shape: ReportWriter.Shape = .list, pageWidth: Int? = nil,
    _ body: (inout AnswerOutput) throws(Complaint) -> Void
  ) throws(Complaint) {
    var output = try AnswerOutput(self, shape: shape, pageWidth: pageWidth)
    try body(&output)
    try output.finish()
  }

  /// Gives an answer of lists, and says beside it what sums it up.
  /// - Parameter ledger: of a command with a picture, what vouches for it.
  func give(_ answer: Answer, of ledger: Ledger? = nil) throws(Complaint) {
    if try format() == .svg {
      guard let ledger, !answer.pictures.isEmpty else { throw UsageMessages.nothingDrawn() }
      try draw(answer, of: ledger)
    } else {
      try self.answer { (output) throws(Complaint) in
        for listing in answer.listings { try output.add(listing, from: answer.standpoint) }
      }
    }
    remark(answer.remark)
  }

  /// Gives the pictures of an answer, with the root of what was known in the footer.
  private func draw(_ answer: Answer, of ledger: Ledger) throws(Complaint) {
    let root = try office { () throws(OfficeError) in
      try ledger.root(asOf: answer.standpoint.known)
    }
    let sheet = PictureSheet(answer, question: question, root: root, language)
    try give(sheet.bytes())
  }

  /// What was asked: the command and what selects its answer.
  private var question: String {
    let options = command.ownOptions.filter { arguments.has($0.name) }.flatMap { option in
      option.placeholder == nil ? [option.name] : [option.name, arguments[option.name] ?? ""]
    }
    return QuestionText.text(of: ["cadre", command.name] + arguments.operands + options)
  }

  /// How tables look where they go.
  func appearance(toFile: Bool) -> Appearance {
    let asked = console.setting("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let hasColours =
      console.outputIsTerminal && !toFile && console.setting("NO_COLOR") == nil
      && console.setting("TERM") != "dumb"
    return Appearance(
      language: language,
      width: toFile ? nil : asked ?? (console.outputIsTerminal ? console.screenColumns : nil),
      hasColours: hasColours)
  }
}
