/// The most bytes of a text field (spec/log.md, Event bytes).
private let textLimit = 200

// Fields by the kind of their values; `ifAny` where they may be absent.
extension FormReader {
  mutating func text(
    ifAny name: String, _ need: FieldNeed = .optional, place: FieldPlace = .payload,
    aliases: [String] = []
  ) throws(FieldError) -> String? {
    try field(
      name, .text(limit: textLimit), need, place: place, aliases: aliases, sample: "",
      parse: { $0.utf8.count <= textLimit ? $0 : nil })
  }

  mutating func text(_ name: String, place: FieldPlace = .payload) throws(FieldError) -> String {
    try given(name, try text(ifAny: name, .required, place: place))
  }

  mutating func organisationCode(ifAny name: String) throws(FieldError) -> String? {
    try field(name, .organisationCode, .optional, sample: "1") { text in
      let isCode = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      return isCode && text.utf8.count <= textLimit ? text : nil
    }
  }

  mutating func day(
    ifAny name: String, _ need: FieldNeed = .optional, place: FieldPlace = .payload,
    aliases: [String] = []
  ) throws(FieldError) -> Day? {
    try field(
      name, .day, need, place: place, aliases: aliases, sample: Day(number: 0),
      parse: { Day(text: $0) })
  }

  mutating func day(_ name: String, place: FieldPlace = .payload) throws(FieldError) -> Day {
    try given(name, try day(ifAny: name, .required, place: place))
  }

  mutating func year(_ name: String) throws(FieldError) -> Int {
    let year = try field(name, .year, .required, sample: 2000) { text in
      decimal(Array(text.utf8)[...]).flatMap { (1900...2199).contains($0) ? $0 : nil }
    }
    return try given(name, year)
  }

  mutating func count(
    ifAny name: String, _ bounds: ClosedRange<Int>
  ) throws(FieldError) -> Int? {
    try field(name, .count(bounds), .optional, sample: bounds.lowerBound) { text in
      decimal(Array(text.utf8)[...]).flatMap { bounds.contains($0) ? $0 : nil }
    }
  }

  mutating func percent(ifAny name: String) throws(FieldError) -> Hundredths? {
    try field(name, .percent, .optional, sample: Hundredths(0)) { text in
      Hundredths(text: text).flatMap { $0.value <= 10_000 ? $0 : nil }
    }
  }

  mutating func period(_ name: String) throws(FieldError) -> Period {
    try given(
      name, try field(name, .period, .required, sample: .year(2000), parse: { Period(text: $0) }))
  }

  mutating func term(_ name: String) throws(FieldError) -> Term {
    let sample = Term(firstYear: 2020, lastYear: 2025)
    return try given(
      name, try field(name, .term, .required, sample: sample, parse: { Term(text: $0) }))
  }

  mutating func code<C: Code>(
    ifAny name: String, _ list: C.Type = C.self, _ need: FieldNeed = .optional,
    place: FieldPlace = .payload
  ) throws(FieldError) -> C? {
    let accepted = { FieldKind.code(list.allCases.map(\.name)) }
    return try field(name, accepted(), need, place: place, sample: C(rawValue: 0)) { text in
      guard let code = Spellings.value(text, of: list) else { return nil }
      return code
    } ?? nil
  }

  mutating func code<C: Code>(_ name: String, _ list: C.Type = C.self) throws(FieldError) -> C {
    let code = try code(ifAny: name, list, .required)
    return try given(name, code)
  }
}

// References, resolved.
extension FormReader {
  mutating func organisation(
    ifAny name: String, _ need: FieldNeed = .optional, place: FieldPlace = .payload
  ) throws(FieldError) -> OrganisationNumber? {
    let resolve = references?.organisation
    return try field(
      name, .organisation, need, place: place, sample: OrganisationNumber(1),
      parse: { resolve?($0) })
  }

  mutating func organisation(
    _ name: String, place: FieldPlace = .payload
  ) throws(FieldError) -> OrganisationNumber {
    try given(name, try organisation(ifAny: name, .required, place: place))
  }

  mutating func position(
    _ name: String, place: FieldPlace = .payload
  ) throws(FieldError) -> PositionNumber {
    let resolve = references?.position
    let position = try field(
      name, .position, .required, place: place, sample: PositionNumber(1),
      parse: { resolve?($0) })
    return try given(name, position)
  }

  mutating func person(
    _ name: String, place: FieldPlace = .payload
  ) throws(FieldError) -> PersonNumber {
    let resolve = references?.person
    let person = try field(
      name, .person, .required, place: place, sample: PersonNumber(1), parse: { resolve?($0) })
    return try given(name, person)
  }
}
