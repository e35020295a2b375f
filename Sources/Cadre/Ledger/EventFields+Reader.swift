/// Reads the fields of a form or, without texts, describes them: one pass over the same lines says
/// which fields a type has and makes the event of them, so that the two cannot differ.
struct FormReader {
  let type: EventType
  /// By field name, none of them empty; nil: fields are described, and samples stand for values.
  private let texts: [String: String]?
  let references: ReferenceNumbers?
  /// In the order read.
  private(set) var descriptions: [FieldDescription] = []
  /// Whose stream it is, once that is read; nil where the event begins it.
  private(set) var stream: Stream?
  var effective: Day?
  var document = Document()
  var secret = PrivateRecord()

  init(_ type: EventType, texts: [String: String], references: ReferenceNumbers) {
    self.type = type
    self.texts = texts
    self.references = references
  }

  private init(describing type: EventType) {
    self.type = type
    texts = nil
    references = nil
  }

  /// The fields of a type in the order of their places; none where it has its own command.
  static func describe(_ type: EventType) -> [FieldDescription] {
    var reader = FormReader(describing: type)
    do throws(FieldError) { _ = try reader.form() } catch { return [] }
    let places: [FieldPlace] = [.subject, .payload, .envelope, .secret]
    return places.flatMap { place in reader.descriptions.filter { $0.place == place } }
  }

  /// The whole form.
  mutating func form() throws(FieldError) -> EventForm {
    if let command = type.ownCommand { throw .hasOwnCommand(type, command: command) }
    stream = try subject()
    try readDocument()
    let event = try event()
    return EventForm(
      stream: stream, event: event, effective: effective,
      document: document.isEmpty ? nil : document, secret: secret.isEmpty ? nil : secret)
  }

  private mutating func event() throws(FieldError) -> Event {
    switch type.streamKind {
    case 1: .organisation(try organisationEvent())
    case 2: .position(try positionEvent())
    case 3: .person(try personEvent())
    default: throw ownCommand
    }
  }

  /// What is thrown where a type cannot be read.
  var ownCommand: FieldError { .hasOwnCommand(type, command: type.ownCommand ?? "cadre") }

  /// Whose stream it is: `organisation`, `position` or `person`; nil where the event begins it.
  private mutating func subject() throws(FieldError) -> Stream? {
    switch type {
    case .organisationEstablished, .positionDefined, .personRegistered: nil
    default:
      switch type.streamKind {
      case 1: .organisation(try organisation("organisation", place: .subject))
      case 2: .position(try position("position", place: .subject))
      case 3: .person(try person("person", place: .subject))
      default: throw ownCommand
      }
    }
  }
}

extension FormReader {
  /// Whether values are read and rules between them hold; samples obey none.
  var isReading: Bool { texts != nil }

  /// What was given for a field.
  func text(of name: String) -> String { texts?[name] ?? "" }

  /// A field by its parser; nil where it is not given. Every other field is read through this.
  mutating func field<Value>(
    _ name: String, _ kind: @autoclosure () -> FieldKind, _ need: FieldNeed,
    place: FieldPlace = .payload, aliases: [String] = [], sample: Value,
    parse: (String) -> Value?
  ) throws(FieldError) -> Value? {
    guard let texts else {
      descriptions.append(
        FieldDescription(name: name, aliases: aliases, kind: kind(), need: need, place: place))
      return sample
    }
    guard let text = texts[name] else {
      if need == .required { throw missing(name) }
      return nil
    }
    guard let value = parse(text) else {
      switch kind() {
      case .organisation, .position, .person:
        throw .unresolved(field: name, value: text, kind: kind())
      case let accepted: throw .badValue(field: name, value: text, accepted: accepted)
      }
    }
    return value
  }

  /// That a field should have been given.
  func missing(_ name: String) -> FieldError { .missingField(name: name, of: type) }

  /// The value of a field that had to be given.
  func given<Value>(_ name: String, _ value: Value?) throws(FieldError) -> Value {
    guard let value else { throw missing(name) }
    return value
  }

  /// Refuses a field unless a rule between it and another holds.
  func require(
    _ holds: Bool, _ name: String, against other: String, says: String? = nil
  ) throws(FieldError) {
    guard isReading, !holds else { return }
    throw .contradiction(
      field: name, value: text(of: name), with: other, says: says ?? text(of: other))
  }

  /// Refuses a day that precedes another which it must follow.
  func require(
    _ later: Day?, _ name: String, notBefore earlier: Day?, _ other: String
  ) throws(FieldError) {
    guard let later, let earlier else { return }
    try require(later >= earlier, name, against: other, says: earlier.description)
  }

  /// Refuses a form that gives none of the fields.
  func requireAny(_ isAny: Bool, of names: [String]) throws(FieldError) {
    guard isReading, !isAny else { return }
    throw .nothingGiven(oneOf: names, of: type)
  }
}
