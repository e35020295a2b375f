package import Cadre
package import JSON
package import Office

/// Writes findings as members of JSON objects.
///
/// A row is `kind`, `status` (`breach`, `unknown`), `requirement` (of kind `appointment`),
/// `person` (number), `file`, `name`, `organisation` (code; name where it has none), `position`
/// (code), `title`, `term`, `event` (the decision's index), `day`, `parameter` (of the rule set),
/// `needed`, `found`, `basis` (`text`, `article`, `date`), `verified`, `evidence` (indexes),
/// `missingSheet`, `judgedKnown` (the log size judged on), `afterwards` (`same`, `resolved`,
/// `doubtful`, `confirmed`, `arisen`), and the question's `on`, `known`, `rules`, `rulesKnown`.
/// Every row has every key; what is absent is null.
///
/// Of `appointment`, `needed` and `found` are those of `EligibilityWriting`. Else `needed` is an
/// object: `most` (and `special`, the most by a recorded decision), `minimumYears` and
/// `maximumYears`, `decision` and `aboveYears`, `months`, `notBefore`, `by`, `workingDays` and
/// `noListFor` (the first year without holidays), or `state`; `found` is null or an object:
/// `count`, `excellent` and `good`, `leastMonths` and `mostMonths` (of age), `issued` and `until`,
/// `since`, `on`, `endedOn` and `ground`, `earliest` and `latest`, `members` and `organisations`.
///
/// The last row has the kind `summary`: S3, by **theory.target**. Its `needed` is `percent` and
/// `by`; its `found` is `appointments`, `met`, `unknown`, `percent`, and `metAfterwards` and
/// `percentAfterwards`, by what is known now. Its `status` is `breach` below the target, else null.
package struct FindingWriting: Sendable {
  private let standpoint: Standpoint
  private let positions: [PositionNumber: String]

  /// - Parameter positions: codes of the posts that findings name beside the rows' own.
  package init(_ standpoint: Standpoint, positions: [PositionNumber: String]) {
    self.standpoint = standpoint
    self.positions = positions
  }

  /// Writes the members of a row.
  package func write(_ row: FindingRow, to json: inout JSONWriter) {
    let finding = row.finding
    json.member("kind", finding.kind.name)
    json.member("status", finding.status.name)
    json.member("requirement", finding.requirement?.name)
    json.key("person")
    if let person = finding.person { json.integer(person.number) } else { json.null() }
    json.member("file", row.who?.file)
    json.member("name", row.who?.name)
    json.member("organisation", row.organisation)
    json.member("position", row.positionCode)
    json.member("title", row.title)
    json.member("term", finding.term?.description)
    json.key("event")
    json.integer(finding.event.number)
    json.key("day")
    json.day(finding.day)
    json.member("parameter", finding.parameter?.name)
    json.key("needed")
    finding.needed.write(to: &json)
    json.key("found")
    finding.found.write(to: &json) { $0 == finding.position ? row.positionCode : positions[$0] }
    writeGround(finding.basis, finding.verified, to: &json)
    json.key("evidence")
    json.beginArray()
    for index in finding.evidence { json.integer(index.number) }
    json.endArray()
    json.member("missingSheet", finding.missingSheet?.sheet)
    json.key("judgedKnown")
    json.integer(finding.known.count)
    json.member("afterwards", finding.afterwards.name)
    writeStandpoint(to: &json)
  }

  private func writeGround(_ basis: Basis?, _ verified: Bool, to json: inout JSONWriter) {
    json.key("basis")
    if let basis {
      json.beginObject()
      json.member("text", basis.text)
      json.member("article", basis.article)
      json.key("date")
      json.day(basis.date)
      json.endObject()
    } else {
      json.null()
    }
    json.key("verified")
    json.bool(verified)
  }

  private func writeStandpoint(to json: inout JSONWriter) {
    json.key("on")
    json.day(standpoint.on)
    json.key("known")
    json.integer(standpoint.known.count)
    json.member("rules", standpoint.rules.id)
    json.key("rulesKnown")
    json.bool(standpoint.rulesKnown)
  }
}

extension FindingWriting {
  /// Writes the members of the row that sums up how much theory was held before appointments.
  package func write(_ theory: TheoryTally, to json: inout JSONWriter) {
    let target = standpoint.theoryTarget
    let isBelow = theory.isBelow(target?.percent.value)
    json.member("kind", "summary")
    json.member("status", isBelow ? FindingStatus.breach.name : nil)
    json.member("requirement", RequirementID.theory.name)
    for key: StaticString in [
      "person", "file", "name", "organisation", "position", "title", "term", "event", "day",
    ] {
      json.key(key)
      json.null()
    }
    json.member("parameter", ParameterName.theoryTarget.name)
    json.key("needed")
    if let target {
      json.beginObject()
      json.member("percent", target.percent.value)
      json.key("by")
      json.day(target.by)
      json.endObject()
    } else {
      json.null()
    }
    json.key("found")
    theory.write(to: &json)
    writeGround(target?.percent.basis, target?.percent.verified ?? true, to: &json)
    json.key("evidence")
    json.beginArray()
    json.endArray()
    json.key("missingSheet")
    json.null()
    json.key("judgedKnown")
    json.integer(standpoint.known.count)
    json.member("afterwards", theory.becomes(target?.percent.value).name)
    writeStandpoint(to: &json)
  }
}

extension TheoryTally {
  /// Whether the share held before is below the target.
  fileprivate func isBelow(_ target: Int?) -> Bool {
    guard let target, let percent else { return false }
    return percent.value < target * 100
  }

  /// What everything known now makes of it.
  fileprivate func becomes(_ target: Int?) -> Afterwards {
    guard let target, let percentAfterwards else { return .same }
    let isBelowNow = percentAfterwards.value < target * 100
    switch (isBelow(target), isBelowNow) {
    case (true, false): return .resolved
    case (false, true): return .arisen
    case (true, true), (false, false): return .same
    }
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("appointments", appointments)
    json.member("met", met)
    json.member("unknown", unknown)
    json.key("percent")
    (percent.map { Value.hundredths($0) } ?? .absent).write(to: &json)
    json.member("metAfterwards", metAfterwards)
    json.key("percentAfterwards")
    (percentAfterwards.map { Value.hundredths($0) } ?? .absent).write(to: &json)
    json.endObject()
  }
}
