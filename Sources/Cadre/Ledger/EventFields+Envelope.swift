// The document an event cites, and the day it holds from (spec/intake.md, column "effective").
extension FormReader {
  /// Reads the document; of some decisions the number is part of the event's key.
  mutating func readDocument() throws(FieldError) {
    let isKey = type == .disciplined || type == .standardsConcluded
    let need: FieldNeed = isKey ? .required : .optional
    document.number = try text(
      ifAny: EnvelopeField.number, need, place: .envelope,
      aliases: type == .disciplineAnnulled ? ["documentNumber"] : ["documentNumber", "number"])
    document.date = try day(
      ifAny: EnvelopeField.date, type == .disciplined ? .required : .optional, place: .envelope,
      aliases: ["documentDate", "date"])
    document.issuer = try text(
      ifAny: EnvelopeField.issuer, place: .envelope, aliases: ["documentIssuer", "issuer"])
  }

  private mutating func on(_ need: FieldNeed) throws(FieldError) -> Day? {
    try day(ifAny: EnvelopeField.on, need, place: .envelope)
  }

  /// It may be undated.
  mutating func mayBeUndated() throws(FieldError) { effective = try on(.optional) }

  /// It holds from a day that only `on` says.
  mutating func dated() throws(FieldError) { effective = try on(.required) }

  /// It holds from `on`, or else from the document's date.
  mutating func datedOrDecided() throws(FieldError) {
    effective = try given(EnvelopeField.on, try on(.requiredUnlessDated) ?? document.date)
  }

  /// It holds from the day of its document: `on` and `document.date` are the same.
  mutating func decided() throws(FieldError) {
    let day = try given(EnvelopeField.on, try on(.requiredUnlessDated) ?? document.date)
    if let date = document.date {
      try require(
        day == date, EnvelopeField.on, against: EnvelopeField.date, says: date.description)
    }
    effective = day
    document.date = day
  }

  /// It holds from the day that a field says or implies.
  mutating func holds(from day: Day, _ name: String) throws(FieldError) {
    if let given = try on(.follows(name)) {
      try require(given == day, EnvelopeField.on, against: name, says: day.description)
    }
    effective = day
  }

  /// A payload's field that holds the day of the document; either stands for the other.
  mutating func decisionDay(
    ifAny name: String, _ need: FieldNeed = .optional
  ) throws(FieldError) -> Day? {
    let day = try day(ifAny: name, need)
    if let day, let date = document.date {
      try require(day == date, name, against: EnvelopeField.date, says: date.description)
    }
    document.date = day ?? document.date
    return document.date
  }
}

// What the vault keeps.
extension FormReader {
  /// The sheet's own words where a code says `other`, or a remark.
  mutating func remark() throws(FieldError) {
    secret.remark = try text(ifAny: "remark", place: .secret)
  }

  /// The number of a Party card.
  mutating func card() throws(FieldError) {
    secret.cardNumber = try text("cardNumber", place: .secret)
  }

  /// Who somebody is; a file number is what a person is registered by.
  mutating func profile(fileNumber need: FieldNeed) throws(FieldError) {
    secret.fileNumber = try text(ifAny: "fileNumber", need, place: .secret)
    secret.name = try text(ifAny: "name", place: .secret)
    secret.birth = try field(
      "birth", .birth, .optional, place: .secret, sample: .year(2000), parse: { Birth(text: $0) })
    secret.sex = try code(ifAny: "sex", place: .secret)
    secret.ethnicity = try text(ifAny: "ethnicity", place: .secret)
    secret.citizenNumber = try text(ifAny: "citizenNumber", place: .secret)
  }
}
