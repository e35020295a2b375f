package import Cadre
internal import EventLog

/// An event that somebody records by hand, with the stream it is for.
package struct RecordRequest: Sendable {
  /// nil: the stream is new, and gets the next number.
  package var stream: Stream?
  package var event: Event
  package var effective: Day?
  package var document: Document?
  package var secret: PrivateRecord?

  package init(
    stream: Stream?, event: Event, effective: Day?, document: Document? = nil,
    secret: PrivateRecord? = nil
  ) {
    self.stream = stream
    self.event = event
    self.effective = effective
    self.document = document
    self.secret = secret
  }
}

/// What became of one event recorded by hand.
package enum RecordResult: Hashable, Sendable {
  /// Recorded; the stream's last index.
  case recorded
  /// An equal event is in force at the index; nil: it is an earlier one of the same batch.
  case unchanged(LogIndex?)
  case refused(Refusal)
}

extension Ledger {
  /// Records events by hand, all or none, decided like an import; O(facts of their streams).
  ///
  /// - Parameter requests: made from what the ledger knows.
  /// - Returns: what became of each, and the decision; where one is refused nothing is recorded.
  package func record(
    actor: String, now: Instant, requests: (Directory) throws(OfficeError) -> [RecordRequest]
  ) throws(OfficeError) -> (results: [RecordResult], decision: Decision) {
    var places: [(kind: UInt8, place: Int)] = []
    var held: [Int: Refusal] = [:]
    func prepare(_ directory: Directory) throws(OfficeError) -> Submission {
      var batch = RecordBatch(directory)
      for request in try requests(directory) { try batch.add(request) }
      places = batch.places
      held = batch.held
      return batch.submission
    }
    let trial = try submit(
      actor: actor, at: now, isDryRun: true, prepare: prepare
    )
    var expected = RecordResult.all(places, trial.decision)
    for (place, refusal) in held { expected[place] = .refused(refusal) }
    if expected.contains(where: \.isRefused) { return (expected, trial.decision) }
    let done = try submit(actor: actor, at: now, prepare: prepare)
    return (RecordResult.all(places, done.decision), done.decision)
  }
}

extension RecordResult {
  /// Whether the domain said no.
  package var isRefused: Bool {
    if case .refused = self { true } else { false }
  }

  fileprivate static func all(
    _ places: [(kind: UInt8, place: Int)], _ decision: Decision
  ) -> [RecordResult] {
    places.map { kind, place in
      let outcome =
        switch kind {
        case 1: decision.organisations[place]
        case 2: decision.positions[place]
        default: decision.persons[place]
        }
      switch outcome {
      case .recorded, .corrects, .withdrawn: return .recorded
      case .unchanged(let index): return .unchanged(index)
      case .refused(let refusal): return .refused(refusal)
      }
    }
  }
}

/// Requests gathered into a submission; each is a row of its own.
private struct RecordBatch {
  private let directory: Directory
  private(set) var submission = Submission()
  private(set) var places: [(kind: UInt8, place: Int)] = []
  /// Requests for a number or certificate that somebody else holds, by their place.
  private(set) var held: [Int: Refusal] = [:]
  private var nextOrganisation, nextPosition, nextPerson: UInt32
  private var files, citizens, cards: [String: PersonNumber]
  private var certificates: [Certificate: PersonNumber]

  init(_ directory: Directory) {
    self.directory = directory
    (files, citizens, cards) = (directory.people, directory.citizens, directory.cards)
    certificates = directory.certificates
    nextOrganisation = directory.nextOrganisation
    nextPosition = directory.nextPosition
    nextPerson = directory.nextPerson
  }

  mutating func add(_ request: RecordRequest) throws(OfficeError) {
    let row = Int32(submission.rows.count)
    submission.rows.append(Submission.Row(sheet: 0, line: 0))
    var secret: Int32?
    if let record = request.secret, !record.isEmpty {
      secret = Int32(submission.secrets.count)
      submission.secrets.append(record)
    }
    switch request.event {
    case .ledger: throw OfficeError(.refused(.unknownStream), "ledger")
    case .organisation(let event):
      let number = request.stream?.number ?? take(&nextOrganisation)
      places.append((1, submission.organisations.count))
      submission.organisations.append(
        .init(stream: number, proposal: proposal(row, request, event, secret)))
    case .position(let event):
      let number = request.stream?.number ?? take(&nextPosition)
      places.append((2, submission.positions.count))
      submission.positions.append(
        .init(stream: number, proposal: proposal(row, request, event, secret)))
    case .person(let event):
      let number = request.stream?.number ?? take(&nextPerson)
      hold(request, PersonNumber(number))
      places.append((3, submission.persons.count))
      submission.persons.append(
        .init(stream: number, proposal: proposal(row, request, event, secret)))
      try pair(event, PersonNumber(number), row, request)
    }
  }

  /// Notes whether another person holds a number or certificate of the request.
  private mutating func hold(_ request: RecordRequest, _ person: PersonNumber) {
    func claim(_ number: String?, _ held: inout [String: PersonNumber]) -> Refusal? {
      guard let number else { return nil }
      if let holder = held[number], holder != person { return .numberHeld(by: holder) }
      held[number] = person
      return nil
    }
    var refusal: Refusal? = isOfErased(request, person) ? .erased : nil
    refusal = refusal ?? claim(request.secret?.fileNumber, &files)
    refusal = refusal ?? claim(request.secret?.citizenNumber, &citizens)
    refusal = refusal ?? claim(request.secret?.cardNumber, &cards)
    if case .person(let event) = request.event, let certificate = Certificate(event) {
      if let holder = certificates[certificate], holder != person {
        refusal = refusal ?? .certificateHeld(by: holder)
      } else {
        certificates[certificate] = person
      }
    }
    if let refusal { held[places.count] = refusal }
  }

  /// Whether a request is about a person erased, or names one by number.
  private func isOfErased(_ request: RecordRequest, _ person: PersonNumber) -> Bool {
    if case .person(let event) = request.event, let other = event.otherPerson,
      directory.erased.contains(other)
    {
      return true
    }
    return directory.erased.contains(person)
      || request.secret?.fileNumber.map(directory.isErased(file:)) ?? false
      || request.secret?.citizenNumber.map(directory.isErased(citizen:)) ?? false
  }

  /// `SamePerson` and `DifferentPeople` stand in both streams.
  private mutating func pair(
    _ event: PersonEvent, _ person: PersonNumber, _ row: Int32, _ request: RecordRequest
  ) throws(OfficeError) {
    guard let other = event.otherPerson else { return }
    if other == person { throw OfficeError(.refused(.cycle), "\(person.number)") }
    submission.persons.append(
      .init(
        stream: other.number,
        proposal: proposal(row, request, event.asSaidOf(person), nil)))
  }

  private func proposal<Payload: StreamEvent>(
    _ row: Int32, _ request: RecordRequest, _ event: Payload, _ secret: Int32?
  ) -> Proposal<Payload> {
    Proposal(
      row: row, effective: request.effective, document: request.document, event: event,
      secret: secret)
  }

  private func take(_ next: inout UInt32) -> UInt32 {
    defer { next += 1 }
    return next
  }
}

extension PersonEvent {
  /// Whom an event about two people names beside the one it is about.
  fileprivate var otherPerson: PersonNumber? {
    switch self {
    case .samePerson(let other), .differentPeople(let other): other
    case .registered, .profileAmended, .qualificationAttained, .erased, .prospectIntroduced,
      .courseCompleted, .admitted, .recognised, .cardIssued, .activityExempted, .membershipEnded,
      .screened, .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented,
      .assetsDeclared, .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningEntered,
      .planningLeft, .appointed, .relieved, .transferIntroduced, .transferReceived,
      .temporaryTransferEnded, .retracted:
      nil
    }
  }

  /// The same about two people, as the other one's stream says it.
  fileprivate func asSaidOf(_ person: PersonNumber) -> PersonEvent {
    if case .differentPeople = self { return .differentPeople(other: person) }
    return .samePerson(other: person)
  }
}
