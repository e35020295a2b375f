/// An event as somebody writes it down by hand: named fields in, and what is to be recorded out.
///
/// It is what `cadre record EVENT field=value …` and a row of NDJSON are read with, and `entries`
/// writes it down again. An event that stands in two streams (`SamePerson`, `DifferentPeople`) is
/// one form for its subject.
package struct EventForm: Hashable, Sendable {
  /// Whose stream it stands in; nil where the event begins one (`OrganisationEstablished`,
  /// `PositionDefined`, `PersonRegistered`), whose number the ledger assigns.
  package var stream: Stream?
  package var event: Event
  /// The day it holds from; nil holds on every day.
  package var effective: Day?
  package var document: Document?
  /// What the vault is to keep; nil: nothing.
  package var secret: PrivateRecord?
  /// The names that signs were taken out of which nobody sees, by field.
  package var cleaned: [CleanedField] = []

  package init(
    stream: Stream?, event: Event, effective: Day? = nil, document: Document? = nil,
    secret: PrivateRecord? = nil
  ) {
    self.stream = stream
    self.event = event
    self.effective = effective
    self.document = document
    self.secret = secret
  }
}

/// A name that was cleaned, and the first sign taken out of it.
package struct CleanedField: Hashable, Sendable {
  package var field: String
  package var sign: SuspectSign
}

/// Whom and what a form's codes and file numbers mean.
package struct ReferenceNumbers {
  /// Of an organisation's code, or an external one's name.
  package var organisation: (String) -> OrganisationNumber?
  /// Of a post's code.
  package var position: (String) -> PositionNumber?
  /// Of a person's file number.
  package var person: (String) -> PersonNumber?

  package init(
    organisation: @escaping (String) -> OrganisationNumber?,
    position: @escaping (String) -> PositionNumber?,
    person: @escaping (String) -> PersonNumber?
  ) {
    self.organisation = organisation
    self.position = position
    self.person = person
  }
}

/// A field as given: its name and its text.
package typealias FieldEntry = (name: String, text: String)

extension EventForm {
  /// Reads the fields of an event of a type, in any order; an empty text is an absent field.
  ///
  /// Text is trimmed and brought to NFC, as a sheet's cells are (spec/intake.md, Reading).
  /// - Throws: the first of: own command, unknown or repeated field, missing field, bad value,
  ///   unresolved reference, contradiction.
  package init(
    _ type: EventType, _ entries: [FieldEntry], references: ReferenceNumbers
  ) throws(FieldError) {
    var texts = try EventForm.texts(of: entries, for: type)
    let cleaned = try EventForm.clean(&texts, of: type)
    var reader = FormReader(type, texts: texts, references: references)
    self = try reader.form()
    self.cleaned = cleaned
  }

  /// Reads the fields of an event of a named type.
  /// - Throws: as above, and `unknownEvent` with the nearest name.
  package init(
    event name: String, _ entries: [FieldEntry], references: ReferenceNumbers
  ) throws(FieldError) {
    guard let type = EventType(name: name) else {
      let nearest = nearestName(to: name, among: EventType.allCases.map(\.name))
      throw .unknownEvent(name: name, nearest: nearest.flatMap { EventType(name: $0) })
    }
    try self.init(type, entries, references: references)
  }

  /// The fields that a type takes: subject, payload, envelope, private record; empty where it has
  /// a command of its own.
  package static func description(of type: EventType) -> [FieldDescription] {
    descriptions[type] ?? []
  }

  private static let descriptions: [EventType: [FieldDescription]] = {
    var descriptions: [EventType: [FieldDescription]] = [:]
    for type in EventType.allCases { descriptions[type] = FormReader.describe(type) }
    return descriptions
  }()

  /// The texts by the fields' own names.
  private static func texts(
    of entries: [FieldEntry], for type: EventType
  ) throws(FieldError) -> [String: String] {
    if let command = type.ownCommand { throw .hasOwnCommand(type, command: command) }
    let fields = description(of: type)
    var texts: [String: String] = [:]
    for entry in entries {
      let field =
        fields.first { $0.name == entry.name }
        ?? fields.first { $0.aliases.contains(entry.name) }
      guard let field else {
        let names = fields.map(\.name) + fields.flatMap(\.aliases)
        throw .unknownField(
          name: entry.name, of: type, nearest: nearestName(to: entry.name, among: names))
      }
      guard texts.updateValue(tidied(entry.text), forKey: field.name) == nil else {
        throw .repeatedField(name: field.name, of: type)
      }
    }
    return texts.filter { !$0.value.isEmpty }
  }
}

// What texts may hold (`TextPolicy`).
extension EventForm {
  /// Takes what nobody sees out of names; throws `sign` for a code that holds such a sign.
  private static func clean(
    _ texts: inout [String: String], of type: EventType
  ) throws(FieldError) -> [CleanedField] {
    var cleaned: [CleanedField] = []
    for field in description(of: type) {
      guard let text = texts[field.name], !TextPolicy.isPlain(text.utf8.span) else { continue }
      guard field.isName else {
        if let sign = TextPolicy.suspect(inCode: text.utf8.span) {
          throw .sign(field: field.name, value: text, sign)
        }
        continue
      }
      if let sign = TextPolicy.suspect(inName: text.utf8.span, isProse: field.isProse) {
        throw .sign(field: field.name, value: text, sign)
      }
      let (bytes, removed) = TextPolicy.cleaned(text.utf8.span)
      texts[field.name] = bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      if let removed { cleaned.append(CleanedField(field: field.name, sign: removed)) }
    }
    return cleaned
  }
}

extension FieldDescription {
  /// Whether it is a name or other words for people, rather than a code, a number or a day.
  fileprivate var isName: Bool {
    switch kind {
    case .organisation: true
    case .text: FieldDescription.names.contains(name) || isProse
    case .organisationCode, .day, .year, .period, .birth, .count, .percent, .code, .term, .position,
      .person:
      false
    }
  }

  private static let names = [
    "name", "title", "ethnicity", "school", "decidedBy", EnvelopeField.issuer,
  ]

  /// Whether it may have several lines.
  fileprivate var isProse: Bool { name == "remark" }
}

extension EventForm {
  /// The fields that make this form again, in the order of their description: what a person would
  /// write to record it. A day that follows from another field is left out.
  package func entries(_ names: ReferenceNames) -> [FieldEntry] {
    var values: [String: FieldValue] = [:]
    for field in event.fields { values[field.name] = field.value }
    if let effective { values[EnvelopeField.on] = .day(effective) }
    if let number = document?.number { values[EnvelopeField.number] = .text(number) }
    if let date = document?.date { values[EnvelopeField.date] = .day(date) }
    if let issuer = document?.issuer { values[EnvelopeField.issuer] = .text(issuer) }
    if let secret {
      for field in secret.fields { values[field.name] = field.value }
    }
    var entries: [FieldEntry] = []
    for field in EventForm.description(of: event.type) {
      if case .follows = field.need { continue }
      let value = field.place == .subject ? stream?.reference : values[field.name]
      if let value { entries.append((field.name, value.text(names))) }
    }
    return entries
  }
}

extension PrivateRecord {
  /// Its content as named fields, in a fixed order; absent ones are left out.
  package var fields: [NamedField] {
    var list = FieldList()
    list.add("fileNumber", fileNumber)
    list.add("name", name)
    if let birth { list.add("birth", .birth(birth)) }
    list.add("sex", sex)
    list.add("ethnicity", ethnicity)
    list.add("citizenNumber", citizenNumber)
    list.add("cardNumber", cardNumber)
    list.add("remark", remark)
    return list.fields
  }
}

extension Stream {
  /// Whose it is; nil for the ledger's own.
  fileprivate var reference: FieldValue? {
    switch self {
    case .ledger: nil
    case .organisation(let organisation): .organisation(organisation)
    case .position(let position): .position(position)
    case .person(let person): .person(person)
    }
  }
}

/// The names of the fields that every event has.
enum EnvelopeField {
  static let on = "on"
  static let number = "document.number"
  static let date = "document.date"
  static let issuer = "document.issuer"
}
