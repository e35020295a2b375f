internal import Cadre
internal import JSON

extension FindingNeeded {
  /// Writes what machines read; see `FindingWriting`.
  func write(to json: inout JSONWriter) {
    if case .requirement(let needed) = self {
      needed.write(to: &json)
      return
    }
    json.beginObject()
    switch self {
    case .requirement: break
    case .atMost(let most): json.member("most", most)
    case .atMostUnless(let most, let special):
      json.member("most", most)
      json.member("special", special)
    case .age(let range):
      json.member("minimumYears", range.minimum)
      json.member("maximumYears", range.maximum)
    case .superiorDecision(let years):
      json.member("decision", OrganisationKind.superior.name)
      json.member("aboveYears", years)
    case .months(let months): json.member("months", months)
    case .notBefore(let day):
      json.key("notBefore")
      json.day(day)
    case .otherGround: json.member("state", "otherGround")
    case .by(let day):
      json.key("by")
      json.day(day)
    case .workingDays(let days, let year):
      json.member("workingDays", days)
      json.member("noListFor", year)
    case .beforeRetirement: json.member("state", "beforeRetirement")
    case .noMembers: json.member("state", "noMembers")
    }
    json.endObject()
  }
}

extension FindingFound {
  /// Writes what machines read; see `FindingWriting`.
  ///
  /// - Parameter code: of a post.
  func write(to json: inout JSONWriter, _ code: (PositionNumber) -> String?) {
    switch self {
    case .nothing:
      json.null()
      return
    case .requirement(let found):
      found.write(to: &json, code)
      return
    case .count, .rated, .age, .certificate, .since, .day, .ended, .left: break
    }
    json.beginObject()
    writeMembers(to: &json)
    json.endObject()
  }

  private func writeMembers(to json: inout JSONWriter) {
    switch self {
    case .nothing, .requirement: break
    case .count(let count): json.member("count", count)
    case .rated(let excellent, let good):
      json.member("excellent", excellent)
      json.member("good", good)
    case .age(let least, let most):
      json.member("leastMonths", least)
      json.member("mostMonths", most)
    case .certificate(let issued, let until):
      json.key("issued")
      json.day(issued)
      json.key("until")
      json.day(until)
    case .since(let day):
      json.key("since")
      json.day(day)
    case .day(let day):
      json.key("on")
      json.day(day)
    case .ended(let day, let ground):
      json.key("endedOn")
      json.day(day)
      json.member("ground", ground?.name)
    case .left(let members, let organisations):
      json.member("members", members)
      json.member("organisations", organisations)
    }
  }
}

extension JSONWriter {
  /// A text, or null, under a key.
  mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    optional(text)
  }

  /// A number, or null, under a key.
  mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { integer(number) } else { null() }
  }
}
