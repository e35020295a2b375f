package import Cadre
internal import Office

/// A recorded event whose values a row changes: a conflict, or what a correction mends.
package struct ImportChange: Hashable, Sendable {
  /// The place of the row's sheet among those of the import.
  package var sheet: Int
  /// The line on which the row begins.
  package var line: Int
  /// The recorded event.
  package var index: LogIndex
  package var type: EventType
  /// Whether the event is retracted and the row's recorded in its place.
  package var isCorrected: Bool
  /// In the order of the event's fields, then of its envelope and its private record.
  package var differences: [Difference]

  /// A field that says one thing in the ledger and another in the sheet.
  package struct Difference: Hashable, Sendable {
    /// As in spec/domain.md section 4.
    package var field: String
    /// What is recorded, references by name; nil: nothing.
    package var recorded: FieldValue?
    /// What the sheet says; nil: nothing.
    package var given: FieldValue?
  }
}

/// The recorded events that an import changes, looked up one by one.
struct ImportChanges {
  private let submission: Submission
  private let ledger: Ledger
  private let names: ImportNames
  private(set) var found: [ImportChange] = []

  /// By sheet and line; O(changes) look-ups in the ledger.
  init(
    _ submission: Submission, _ decision: Decision, _ ledger: Ledger, _ names: ImportNames
  ) throws(OfficeError) {
    self.submission = submission
    self.ledger = ledger
    self.names = names
    try add(submission.organisations, decision.organisations) { .organisation($0) }
    try add(submission.positions, decision.positions) { .position($0) }
    try add(submission.persons, decision.persons) { .person($0) }
    found.sort { ($0.sheet, $0.line, $0.index) < ($1.sheet, $1.line, $1.index) }
  }

  private mutating func add<Payload>(
    _ targets: [Submission.Targeted<Payload>], _ outcomes: [Outcome],
    _ event: (Payload) -> Event
  ) throws(OfficeError) {
    for (target, outcome) in zip(targets, outcomes) {
      let index: LogIndex
      let isCorrected: Bool
      switch outcome {
      case .corrects(let recorded): (index, isCorrected) = (recorded, true)
      case .refused(.conflict(with: .some(let recorded))):
        (index, isCorrected) = (recorded, false)
      case .recorded, .unchanged, .withdrawn, .refused: continue
      }
      let proposal = target.proposal
      let row = submission.rows[Int(proposal.row)]
      let recorded = try ledger.show(index)
      let before = content(
        recorded.entry.event, recorded.entry.effective, recorded.entry.document, recorded.secret)
      let after = content(
        event(proposal.event), proposal.effective, proposal.document,
        proposal.secret.map { submission.secrets[Int($0)] })
      found.append(
        ImportChange(
          sheet: Int(row.sheet), line: Int(row.line), index: index,
          type: recorded.entry.event.type, isCorrected: isCorrected,
          differences: Self.differences(before, after)))
    }
  }

  /// Everything that an event says, by name.
  private func content(
    _ event: Event, _ effective: Day?, _ document: Document?, _ secret: PrivateRecord?
  ) -> [NamedField] {
    var list = event.fields.map { (name: $0.name, value: named($0.value)) }
    func add(_ name: String, _ value: FieldValue?) { if let value { list.append((name, value)) } }
    add("on", effective.map { .day($0) })
    add("document.number", document?.number.map { .text($0) })
    add("document.date", document?.date.map { .day($0) })
    add("fileNumber", secret?.fileNumber.map { .text($0) })
    add("name", secret?.name.map { .text($0) })
    add("birth", secret?.birth.map { .birth($0) })
    add("sex", secret?.sex.map { .code($0.name) })
    add("ethnicity", secret?.ethnicity.map { .text($0) })
    add("citizenNumber", secret?.citizenNumber.map { .text($0) })
    add("cardNumber", secret?.cardNumber.map { .text($0) })
    add("remark", secret?.remark.map { .text($0) })
    return list
  }

  /// An organisation, post or person by its code or file number; anything else as it is.
  private func named(_ value: FieldValue) -> FieldValue {
    switch value {
    case .organisation, .position, .person: .text(value.text(names.references))
    default: value
    }
  }

  private static func differences(
    _ before: [NamedField], _ after: [NamedField]
  ) -> [ImportChange.Difference] {
    var names = before.map(\.name)
    names += after.map(\.name).filter { !names.contains($0) }
    return names.compactMap { name in
      let recorded = before.first { $0.name == name }?.value
      let given = after.first { $0.name == name }?.value
      if recorded == given { return nil }
      return ImportChange.Difference(field: name, recorded: recorded, given: given)
    }
  }
}
