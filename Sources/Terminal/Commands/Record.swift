internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let record = Subcommand(
    "record", "EVENT [field=value …] | -", operands: 1...100,
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "ghi một sự kiện, hoặc NDJSON từ đầu vào chuẩn",
      en: "record one event, or NDJSON from standard input"),
    details: Words(
      vi: "EVENT là tên loại như Rated; viết thiếu trường thì được nhắc các trường của loại đó. "
        + "Người, chức danh, tổ chức viết bằng mã, người cũng có thể bằng #N. Mỗi dòng NDJSON là một đối tượng với “event” "
        + "và các trường của nó. Tất cả được ghi trong một lần, hoặc không ghi gì; ghi lại lần "
        + "nữa không thêm gì. Kết thúc với mã 65 nếu có sự kiện không ghi được. "
        + "Các loại: \(EventTypeNames.recorded).",
      en: "EVENT is a type such as Rated; its fields are named where one is missing. People, posts "
        + "and organisations are written by file number and code, people also by #N. Each line of "
        + "NDJSON is an object with “event” and its fields. All are recorded at once, or none; the same again records "
        + "nothing. Exit status 65 where an event cannot be recorded. "
        + "The types: \(EventTypeNames.recorded)."),
    run: RecordCommand.run)
}

/// `cadre record`.
enum RecordCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inputs = try inputs(of: invocation)
    let actor = try invocation.actor()
    let ledger = try invocation.open(.write)
    var attempt = Attempt(inputs)
    let now = invocation.console.now()
    do throws(OfficeError) {
      (attempt.results, attempt.decision) = try ledger.record(
        actor: actor, now: now
      ) { (directory) throws(OfficeError) in
        try attempt.read(RecordReading(directory, today: now.day))
      }
    } catch {
      try complain(attempt.faults, inputs.count, invocation)
      throw OfficeMessages.complaint(error)
    }
    try complain(attempt.refusals, inputs.count, invocation)
    let rows = try invocation.office { () throws(OfficeError) in try attempt.rows(in: ledger) }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(rows, RecordedReport.columns)
    }
    for (line, cleaned) in attempt.cleaned { remark(cleaned, line, inputs.count, invocation) }
    let unchanged = rows.count { $0.isUnchanged }
    invocation.remark(
      Words(
        vi: "đã ghi \(rows.count - unchanged) sự kiện, \(unchanged) đã có sẵn.",
        en: "\(Words.counted(rows.count - unchanged, "event", "events")) recorded, "
          + "\(unchanged) \(unchanged == 1 ? "was" : "were") there already."))
    return .done
  }

  private static func inputs(of invocation: Invocation) throws(Complaint) -> [RecordInput] {
    let operands = invocation.arguments.operands
    guard operands == ["-"] else { return [try RecordInput(operands)] }
    let bytes: [UInt8]
    do throws(PlatformError) { bytes = try invocation.console.input() } catch {
      throw FileMessages.reading(error)
    }
    let inputs = try RecordInput.lines(of: bytes)
    if inputs.isEmpty { throw RecordMessages.nothing() }
    return inputs
  }

  /// Says that a sign which nobody sees was taken out of a name.
  private static func remark(
    _ cleaned: CleanedField, _ line: Int, _ count: Int, _ invocation: Invocation
  ) {
    let place = count == 1 ? Words.none : Words(vi: "dòng \(line): ", en: "line \(line): ")
    invocation.remark(
      place + Words(vi: "\(cleaned.field): đã bỏ ", en: "\(cleaned.field): left out ")
        + SignMessages.words(cleaned.sign))
  }

  /// How many events at fault are named one by one.
  private static let namedFaults = 20

  /// Of one event says what is wrong with it; of several names those at fault first.
  private static func complain(
    _ faults: [(line: Int, complaint: Complaint)], _ count: Int, _ invocation: Invocation
  ) throws(Complaint) {
    guard let first = faults.first else { return }
    if count == 1 { throw first.complaint }
    for fault in faults.prefix(namedFaults) {
      invocation.remark(
        Words(vi: "dòng \(fault.line): ", en: "line \(fault.line): ") + fault.complaint.what)
    }
    throw RecordMessages.noneRecorded(faults.count, of: count)
  }
}

/// One go at recording what somebody wrote: what was asked for, and what became of it.
private struct Attempt {
  let inputs: [RecordInput]
  /// Of each request, the place of its input.
  var places: [Int] = []
  var requests: [RecordRequest] = []
  var results: [RecordResult] = []
  var decision: Decision?
  /// Inputs that make no event.
  var faults: [(line: Int, complaint: Complaint)] = []
  /// Names that were cleaned, with the line of each.
  var cleaned: [(line: Int, field: CleanedField)] = []

  init(_ inputs: [RecordInput]) { self.inputs = inputs }

  /// Makes the requests; the same every time.
  mutating func read(_ reading: RecordReading) throws(OfficeError) -> [RecordRequest] {
    (places, requests, faults, cleaned) = ([], [], [], [])
    for (place, input) in inputs.enumerated() {
      do throws(FieldError) {
        let (made, fields) = try reading.requests(for: input)
        requests += made
        places += made.map { _ in place }
        cleaned += fields.map { (input.line, $0) }
      } catch {
        faults.append((input.line, reading.complaint(about: input, error)))
      }
    }
    // The reason is never shown: the faults are.
    if !faults.isEmpty { throw OfficeError(.limit("fields"), "event") }
    return requests
  }

  /// Inputs that the domain refuses.
  var refusals: [(line: Int, complaint: Complaint)] {
    zip(places, results).compactMap { place, result in
      guard case .refused(let refusal) = result else { return nil }
      let input = inputs[place]
      return (input.line, RefusalMessages.complaint(refusal, input.event))
    }
  }

  /// What was recorded and where it stands, in the order of the input.
  func rows(in ledger: Ledger) throws(OfficeError) -> [RecordedRow] {
    var recorded: [LogEntry] = []
    if let decision, decision.sizeBefore < decision.sizeAfter {
      var filter = LogFilter()
      filter.from = decision.sizeBefore.count
      filter.until = decision.sizeAfter.count
      try ledger.forEachEvent(filter, known: .all) { entry, _ in recorded.append(entry) }
    }
    var byEvent: [Stream: [LogEntry]] = Dictionary(grouping: recorded, by: \.stream)
    return requests.indices.map { place in
      let request = requests[place]
      let stream = request.stream ?? .ledger
      var row = RecordedRow(
        line: inputs[places[place]].line, type: request.event.type, stream: stream, index: nil,
        isUnchanged: false)
      if case .unchanged(let index) = results[place] {
        row.isUnchanged = true
        row.index = index
      } else if let found = byEvent[stream]?.firstIndex(where: { $0.event == request.event }) {
        row.index = byEvent[stream]?.remove(at: found).index
      }
      return row
    }
  }
}
