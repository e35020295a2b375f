internal import CBOR
internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Vault

/// Turns planned events into bytes for log and vault: drafts with their commitments, private
/// records and look-up rows.
struct BatchWriting: ~Copyable {
  private let submission: Submission
  private let actor: String
  private let recorded: Instant
  /// The index of each sheet's SheetReceived; empty where nothing came from a sheet.
  private let causes: [LogIndex]
  private let externals: ExternalNumbers
  private(set) var drafts = DraftBatch()
  private(set) var records = VaultBatch()
  private var tail = CBOREncoder(capacity: 1024)
  private var secret = CBOREncoder(capacity: 1024)
  /// The index that the next event gets.
  private(set) var next: UInt64

  init(
    _ submission: Submission, actor: String, recorded: Instant, causes: [LogIndex],
    externals: [OrganisationNumber?], from next: UInt64
  ) {
    self.submission = submission
    self.actor = actor
    self.recorded = recorded
    self.causes = causes
    self.externals = ExternalNumbers(numbers: externals)
    self.next = next
  }

  /// What was written.
  consuming func finish() -> EncodedEvents { EncodedEvents(drafts: drafts, records: records) }
}

/// Events ready to be appended, with the private records they commit to.
struct EncodedEvents: Sendable {
  var drafts: DraftBatch
  var records: VaultBatch
}

extension BatchWriting {
  /// The instant of the batch.
  var instant: Instant { recorded }

  /// Who records it.
  var by: String { actor }

  /// Adds an event of the ledger's stream.
  mutating func add(_ event: LedgerEvent) throws(OfficeError) {
    try add(.ledger(event), to: StreamKey.ledger, EventContext(recorded: recorded, actor: actor))
  }

  /// Adds a claim; its cause is the sheet whose row says so, else the one that it is about.
  mutating func add(_ claim: Submission.Claim) throws(OfficeError) {
    var context = EventContext(recorded: recorded, actor: actor)
    if claim.row >= 0 {
      let row = submission.rows[Int(claim.row)]
      context.cause = causes[Int(row.sheet)]
      context.row = Int(row.line)
    } else {
      context.cause = causes[claim.sheet]
    }
    try add(.ledger(.sheetClaimed(submission.claimed(claim))), to: StreamKey.ledger, context)
  }

  /// Adds a planned event.
  mutating func add(
    _ planned: PlannedEvent, reason: RetractionReason?
  ) throws(OfficeError) {
    switch planned.source {
    case .external(let place):
      guard let number = externals.numbers[place] else { return }
      let founding = OrganisationEstablished(
        code: nil, name: submission.externals[place].name, kind: .external)
      try add(
        .organisation(.established(founding)), to: StreamKey(.organisation, number.number),
        EventContext(recorded: recorded, actor: actor))
    case .organisation(let place):
      let target = submission.organisations[place]
      let stream = StreamKey(.organisation, target.stream)
      if let retracted = planned.retracts {
        let retraction = Retraction(target: retracted, reason: reason ?? .other)
        try add(.organisation(.retracted(retraction)), to: stream, context(target.proposal))
      } else {
        let event = target.proposal.event.replacing(externals.real)
        try add(
          .organisation(event), to: stream, context(target.proposal),
          secret: target.proposal.secret, person: nil)
      }
    case .position(let place):
      let target = submission.positions[place]
      let stream = StreamKey(.position, target.stream)
      if let retracted = planned.retracts {
        let retraction = Retraction(target: retracted, reason: reason ?? .other)
        try add(.position(.retracted(retraction)), to: stream, context(target.proposal))
      } else {
        try add(
          .position(target.proposal.event.replacing(externals.real)), to: stream,
          context(target.proposal))
      }
    case .person(let place): try addPerson(place, planned, reason: reason)
    }
  }

  private mutating func addPerson(
    _ place: Int, _ planned: PlannedEvent, reason: RetractionReason?
  ) throws(OfficeError) {
    let target = submission.persons[place]
    let stream = StreamKey(.person, target.stream)
    if let retracted = planned.retracts {
      let retraction = Retraction(target: retracted, reason: reason ?? .other)
      try add(.person(.retracted(retraction)), to: stream, context(target.proposal))
    } else {
      try add(
        .person(target.proposal.event.replacing(externals.real)), to: stream,
        context(target.proposal),
        secret: target.proposal.secret, person: PersonNumber(target.stream))
    }
  }

  /// Adds an event with its private record, if it has one.
  mutating func add(
    _ event: Event, to stream: StreamKey, _ context: EventContext, secret place: Int32? = nil,
    person: PersonNumber? = nil
  ) throws(OfficeError) {
    var commitment: Hash?
    if let place { commitment = try keep(submission.secrets[Int(place)], of: person) }
    do throws(CodecError) {
      tail.removeAll()
      let fields: Int
      if let commitment {
        fields = try commitment.withSpan { (span) throws(CodecError) in
          try event.encodeTail(context, commitment: span, into: &tail)
        }
      } else {
        fields = try event.encodeTail(context, into: &tail)
      }
      Self.put(event, stream, tail, fields: fields, into: &drafts)
      next += 1
    } catch {
      throw OfficeError(error)
    }
  }

  private static func put(
    _ event: Event, _ stream: StreamKey, _ tail: borrowing CBOREncoder, fields: Int,
    into drafts: inout DraftBatch
  ) {
    drafts.add(
      type: UInt16(event.type.rawValue), version: UInt16(event.version), to: stream,
      tail: tail.span,
      fields: fields)
  }

  private static func put(
    _ secret: borrowing CBOREncoder, at index: UInt64, into records: inout VaultBatch
  ) throws(VaultError) -> Hash {
    try records.add(record: secret.span, at: index)
  }

  /// Keeps a private record for the next event, with what leads to its person.
  private mutating func keep(
    _ record: PrivateRecord, of person: PersonNumber?
  ) throws(OfficeError) -> Hash {
    secret.removeAll()
    do throws(CodecError) { try record.encode(into: &secret) } catch { throw OfficeError(error) }
    do throws(VaultError) {
      let commitment = try Self.put(secret, at: next, into: &records)
      guard let person else { return commitment }
      for (kind, number) in NumberKind.numbers(of: record) {
        try records.add(
          number: unsafe number.utf8Span.span.bytes, kind: kind.rawValue,
          person: person.number, at: next)
      }
      if let name = record.name {
        let folded = Letters.foldedBytes(name)
        try records.add(name: unsafe folded.span.bytes, person: person.number, at: next)
      }
      return commitment
    } catch {
      throw OfficeError(error)
    }
  }

  private func context<Payload>(_ proposal: Proposal<Payload>) -> EventContext {
    var context = EventContext(
      effective: proposal.effective, recorded: recorded, actor: actor,
      document: proposal.document)
    guard !causes.isEmpty, proposal.row >= 0 else { return context }
    let row = submission.rows[Int(proposal.row)]
    context.cause = causes[Int(row.sheet)]
    context.row = Int(row.line)
    return context
  }
}

/// The numbers that external organisations get when their placeholders are recorded.
private struct ExternalNumbers {
  /// By the placeholder's place; nil where nothing recorded mentions it.
  let numbers: [OrganisationNumber?]

  /// The number of an organisation, the real one where it is a placeholder.
  func real(_ number: OrganisationNumber) -> OrganisationNumber {
    guard number.number >= Submission.firstExternal else { return number }
    return numbers[Int(number.number - Submission.firstExternal)] ?? number
  }
}
