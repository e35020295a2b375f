internal import Cadre
internal import Office

/// Turns events as written into requests, given what the ledger knows; whoever a line registers is
/// known to the lines behind it.
final class RecordReading {
  private var directory: Directory
  /// External organisations mentioned for the first time by the line being read.
  private var mentioned: [RecordRequest] = []
  /// Whether an organisation that is not known by a code may be one outside the ledger.
  private var mayMention = false

  /// The days that an entry may speak of.
  private let days: PlausibleDays

  /// - Parameter today: the day on which the events are recorded.
  init(_ directory: Directory, today: Day) {
    self.directory = directory
    days = PlausibleDays(today: today)
  }

  /// The requests of one event, its own last, and the names that were cleaned; every request has
  /// its stream.
  func requests(
    for input: RecordInput
  ) throws(FieldError) -> ([RecordRequest], cleaned: [CleanedField]) {
    mentioned = []
    mayMention = RecordReading.mentionsOutsiders(EventType(name: input.event))
    let form = try EventForm(event: input.event, input.entries, references: references)
    if let fault = days.fault(of: form) {
      throw .outOfBounds(field: fault.field, value: fault.value, fault.bound)
    }
    if let number = form.secret?.citizenNumber, let fault = CitizenNumber.fault(number) {
      throw .digits(field: "citizenNumber", value: number, fault)
    }
    if let number = form.secret?.cardNumber, let fault = CardNumber.fault(number) {
      throw .digits(field: "cardNumber", value: number, fault)
    }
    let request = RecordRequest(
      stream: form.stream ?? stream(of: form), event: form.event, effective: form.effective,
      document: form.document, secret: form.secret)
    return (mentioned + [request], form.cleaned)
  }

  /// What is said of an event that cannot be read; of somebody erased, that they were.
  func complaint(about input: RecordInput, _ error: FieldError) -> Complaint {
    if case .unresolved(_, let value, .person) = error, directory.isErased(file: value) {
      return RefusalMessages.complaint(.erased, input.event)
    }
    return FieldMessages.complaint(error)
  }

  private static func mentionsOutsiders(_ type: EventType?) -> Bool {
    switch type {
    case .transferIntroduced, .transferReceived, .handedOver, .organisationReceived: true
    default: false
    }
  }

  private var references: ReferenceNumbers {
    ReferenceNumbers(
      organisation: { self.organisation($0) }, position: { self.directory.positions[$0] },
      person: { self.directory.person(PersonReference($0)) })
  }

  /// By code, else by name; an organisation outside the ledger is established on first mention.
  private func organisation(_ text: String) -> OrganisationNumber? {
    let name = Letters.nameIdentity(text)
    if let number = directory.organisations[text] ?? directory.externals[name] { return number }
    let isCode = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard mayMention, !isCode else { return nil }
    let number = takeOrganisation()
    directory.externals[name] = number
    let event = OrganisationEstablished(code: nil, name: text, kind: .external)
    mentioned.append(
      RecordRequest(
        stream: .organisation(number), event: .organisation(.established(event)), effective: nil))
    return number
  }

  /// The stream of an event that begins one: that of its code or file number, if it has begun.
  private func stream(of form: EventForm) -> Stream? {
    switch form.event {
    case .organisation(.established(let founding)):
      let number =
        founding.code.map { directory.organisations[$0] }
        ?? directory.externals[Letters.nameIdentity(founding.name)]
      let taken = number ?? takeOrganisation()
      if let code = founding.code {
        directory.organisations[code] = taken
      } else {
        directory.externals[Letters.nameIdentity(founding.name)] = taken
      }
      return .organisation(taken)
    case .position(.defined(let definition)):
      let number = directory.positions[definition.code] ?? takePosition()
      directory.positions[definition.code] = number
      return .position(number)
    case .person(.registered):
      guard let file = form.secret?.fileNumber else { return .person(takePerson()) }
      let number = directory.people[file] ?? takePerson()
      directory.people[file] = number
      return .person(number)
    case .ledger, .organisation, .position, .person: return nil
    }
  }

  private func takeOrganisation() -> OrganisationNumber {
    defer { directory.nextOrganisation += 1 }
    return OrganisationNumber(directory.nextOrganisation)
  }

  private func takePosition() -> PositionNumber {
    defer { directory.nextPosition += 1 }
    return PositionNumber(directory.nextPosition)
  }

  private func takePerson() -> PersonNumber {
    defer { directory.nextPerson += 1 }
    return PersonNumber(directory.nextPerson)
  }
}
