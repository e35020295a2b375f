internal import Cadre
internal import JSON

extension Needed {
  /// Writes what machines read; see `EligibilityWriting`.
  func write(to json: inout JSONWriter) {
    if self == .nothing {
      json.null()
      return
    }
    json.beginObject()
    writeMembers(to: &json)
    json.endObject()
  }

  private func writeMembers(to json: inout JSONWriter) {
    switch self {
    case .nothing: break
    case .officialMember: json.member("status", word: MembershipStatus.official.plain)
    case .planned: json.member("state", word: "planned")
    case .theory(let level): json.member("level", word: level.plain)
    case .conclusion(let months):
      json.member("result", word: ConclusionResult.favourable.plain)
      json.key("validMonths")
      if let months { json.integer(months) } else { json.null() }
    case .screening(let outcome): json.member("outcome", word: outcome.plain)
    case .ratings(let years, let latest, let earlier):
      json.member("years", number: years)
      json.member("latest", word: latest.plain)
      json.member("earlier", word: earlier.plain)
    case .noBar: json.member("state", word: "noBar")
    case .monthsToRetirement(let months): json.member("monthsToRetirement", number: months)
    case .declaration(let year): json.member("year", number: year)
    case .degree(let degree): json.member("degree", word: degree.plain)
    case .monthsInPost(let months): json.member("months", number: months)
    case .noSuspension: json.member("state", word: "noSuspension")
    case .noImpediment: json.member("state", word: "noImpediment")
    }
  }
}

extension Found {
  /// Writes what machines read; see `EligibilityWriting`.
  ///
  /// - Parameter code: of a post.
  func write(to json: inout JSONWriter, _ code: (PositionNumber) -> String?) {
    if self == .nothing {
      json.null()
      return
    }
    json.beginObject()
    switch self {
    case .planned(let entry): Found.write("planned", entry, on: nil, to: &json, code)
    case .lapsed(let entry, let day): Found.write("lapsed", entry, on: day, to: &json, code)
    case .left(let entry, let day): Found.write("left", entry, on: day, to: &json, code)
    case .holdsPost(let position):
      json.key("holds")
      json.optional(code(position))
    case .nothing, .membership, .theory, .conclusion, .screening, .rating, .bar, .retirement,
      .declared, .degree, .monthsInPost, .suspended, .suspensionLifted, .impediment:
      writeMembers(to: &json)
    }
    json.endObject()
  }

  private static func write(
    _ state: StaticString, _ entry: PlanningEntry, on day: Day?, to json: inout JSONWriter,
    _ code: (PositionNumber) -> String?
  ) {
    json.member("state", word: state)
    json.key("position")
    json.optional(code(entry.position))
    json.key("term")
    json.string(entry.term.description)
    json.key("entered")
    json.day(entry.entered)
    json.key("on")
    json.day(day)
  }

  private func writeMembers(to json: inout JSONWriter) {
    switch self {
    case .membership(let status):
      json.member("status", word: status.plain)
      json.key("ended")
      if let how = status.ending { json.word(how.plain) } else { json.null() }
    case .theory(let level): json.member("level", word: level.plain)
    case .conclusion(let result, let on, let until):
      json.member("result", word: result.plain)
      json.key("on")
      json.day(on)
      json.key("until")
      json.day(until)
    case .screening(let outcome, let on):
      json.member("outcome", word: outcome.plain)
      json.key("on")
      json.day(on)
    case .rating(let year, let grade):
      json.member("year", number: year)
      json.key("grade")
      if let grade { json.word(grade.plain) } else { json.null() }
    case .bar(let system, let form, let announcedOn, let until):
      json.member("system", word: system.plain)
      json.member("form", word: form.plain)
      json.key("announcedOn")
      json.day(announcedOn)
      json.key("until")
      json.day(until)
    case .retirement(let earliest, let latest):
      json.key("earliest")
      json.month(earliest)
      json.key("latest")
      json.month(latest)
    case .declared(let year): json.member("year", number: year)
    case .degree(let degree): json.member("degree", word: degree.plain)
    case .monthsInPost(let months): json.member("months", number: months)
    case .suspended: json.member("state", word: "suspended")
    case .suspensionLifted: json.member("state", word: "suspensionLifted")
    case .impediment(let kind, let until):
      json.member("kind", word: kind.plain)
      json.key("until")
      json.day(until)
    case .nothing, .planned, .lapsed, .left, .holdsPost: break
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, word: StaticString) {
    key(name)
    self.word(word)
  }

  fileprivate mutating func member(_ name: StaticString, number: Int) {
    key(name)
    integer(number)
  }

  /// A string, or null.
  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A day in ISO 8601, or null.
  mutating func day(_ day: Day?) {
    guard let day else {
      null()
      return
    }
    let (year, month, date) = day.fields
    let units: InlineArray<10, UInt8> = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), UInt8(ascii: "-"),
      digit(month / 10), digit(month), UInt8(ascii: "-"), digit(date / 10), digit(date),
    ]
    word(units.span)
  }

  /// A month in ISO 8601.
  mutating func month(_ month: Month) {
    let units: InlineArray<7, UInt8> = [
      digit(month.year / 1000), digit(month.year / 100), digit(month.year / 10),
      digit(month.year), UInt8(ascii: "-"), digit(month.month / 10), digit(month.month),
    ]
    word(units.span)
  }
}

/// The last decimal digit of a number from 0.
private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
