package import Cadre
package import JSON
package import Office

/// Writes rows of the eligibility list as members of JSON objects.
///
/// A row is `person` (number), `file`, `name`, `position` (code), `title`, `line`, `class`,
/// `terms`, `organisation` (code; name where it has none), `on`, `known` (log size), `rules` (id),
/// `rulesKnown`, `verdict`, `readyFrom`, `readyUntil`, `renewBy`, `renewRequirements` (ids), and
/// `requirements`, all thirteen in their order: `id`, `status`, `needed`, `found`, `evidence`
/// (indexes), `basis` (`text`, `article`, `date`), `metFrom`, `verified`, `missingSheet`.
/// Every row has every key; what is absent is null.
///
/// `needed` and `found` are null or an object, by the requirement's id:
/// - membership: `status`; found also `ended` (how, or null).
/// - planning: `state` (`planned`, `lapsed` or `left`); found also `position`, `term`, `entered`
///   and `on` (the day it lapsed or was left, or null).
/// - theory: `level`.
/// - standards: `result`; needed `validMonths`; found `on` and `until` (the first day on which it
///   is not valid any more).
/// - screening: `outcome`; found also `on`.
/// - rating: needed `years`, `latest` and `earlier` (the least grades); found `year` and `grade`
///   (null: not rated), of the year that decides.
/// - discipline: needed `state` (`noBar`); found `system`, `form`, `announcedOn`, `until`.
/// - age: needed `monthsToRetirement`; found `earliest` and `latest`, months of retirement.
/// - assets: `year`.
/// - qualification: `degree`.
/// - tenure: `months`.
/// - suspension: `state`; found `suspended` or `suspensionLifted`.
/// - impediment: needed `state` (`noImpediment`); found `kind` and `until` (null: no known end).
/// - discipline and age of who holds a post as high: found `holds`, the post's code.
///
/// About 2 µs a row of 4 kB: what rows have in common is written once and copied.
package struct EligibilityWriting: Sendable {
  private let standpoint: Standpoint
  private let positions: [PositionNumber: String]
  /// By requirement, the members written last before and behind what is a person's own.
  private var lastHead: [(value: Head, bytes: [UInt8])?]
  private var lastTail: [(value: Tail, bytes: [UInt8])?]
  /// By requirement, the last that rested on nothing of the person's.
  private var lastCommon: [(value: Requirement, bytes: [UInt8])?]

  /// The members of a requirement before `found`.
  private struct Head: Equatable {
    let status: RequirementStatus
    let needed: Needed
  }

  /// The members of a requirement behind `evidence`.
  private struct Tail: Equatable {
    let basis: Basis?
    let metFrom: Day?
    let verified: Bool
    let missingSheet: RequiredSheet?
  }

  /// - Parameter positions: codes of the posts that judgements name beside the rows' own.
  package init(_ standpoint: Standpoint, positions: [PositionNumber: String]) {
    self.standpoint = standpoint
    self.positions = positions
    lastHead = Array(repeating: nil, count: RequirementID.allCases.count)
    lastTail = Array(repeating: nil, count: RequirementID.allCases.count)
    lastCommon = Array(repeating: nil, count: RequirementID.allCases.count)
  }

  /// Writes the members of a row; all rows of one writing stand at the same depth.
  package mutating func write(_ row: Assessment, to json: inout JSONWriter) {
    writeSubject(of: row, to: &json)
    writeStandpoint(to: &json)
    write(row.judgement, code: row.positionCode, to: &json)
  }

  /// Writes who and which post a row is about.
  func writeSubject(of row: Assessment, to json: inout JSONWriter) {
    json.key("person")
    json.integer(UInt64(row.who.person.number))
    json.key("file")
    json.optional(row.who.file)
    json.key("name")
    json.optional(row.who.name)
    json.key("position")
    json.string(row.positionCode)
    json.key("title")
    json.string(row.title)
    json.key("line")
    json.word(row.line.plain)
    json.key("class")
    json.word(row.positionClass.plain)
    json.key("terms")
    json.beginArray()
    for term in row.terms { json.string(term.description) }
    json.endArray()
    json.key("organisation")
    json.string(row.organisation)
  }

  /// Writes from where the question was asked.
  func writeStandpoint(to json: inout JSONWriter) {
    json.key("on")
    json.day(standpoint.on)
    json.key("known")
    json.integer(standpoint.known.count)
    json.key("rules")
    json.string(standpoint.rules.id)
    json.key("rulesKnown")
    json.bool(standpoint.rulesKnown)
  }

  private mutating func write(
    _ judgement: Judgement, code: String, to json: inout JSONWriter
  ) {
    json.key("verdict")
    json.word(judgement.verdict.plain)
    json.key("readyFrom")
    json.day(judgement.readyFrom)
    json.key("readyUntil")
    json.day(judgement.readyUntil)
    json.key("renewBy")
    json.day(judgement.renewBy?.day)
    json.key("renewRequirements")
    json.beginArray()
    if let renewal = judgement.renewBy {
      for id in renewal.requirements { json.word(id.plain) }
    }
    json.endArray()
    json.key("requirements")
    json.beginArray()
    for requirement in judgement.requirements {
      if requirement.found == .nothing {
        writeCommon(requirement, judgement.position, code, to: &json)
      } else {
        write(requirement, judgement.position, code, to: &json)
      }
    }
    json.endArray()
  }

  /// Writes a requirement that is probably the same as another row's.
  private mutating func writeCommon(
    _ requirement: Requirement, _ own: PositionNumber, _ code: String, to json: inout JSONWriter
  ) {
    let place = Int(requirement.id.rawValue)
    if let last = lastCommon[place], last.value == requirement {
      json.again(last.bytes)
      return
    }
    let start = json.bytes.count
    write(requirement, own, code, to: &json)
    // A separator stands before all elements but the first.
    let written = json.bytes[start...].drop { $0 != UInt8(ascii: "{") }
    lastCommon[place] = (requirement, Array(written))
  }

  /// Writes a requirement of a row for that post.
  mutating func write(
    _ requirement: Requirement, _ own: PositionNumber, _ code: String, to json: inout JSONWriter
  ) {
    let place = Int(requirement.id.rawValue)
    json.beginObject()
    let head = Head(status: requirement.status, needed: requirement.needed)
    if let last = lastHead[place], last.value == head {
      json.membersAgain(last.bytes)
    } else {
      let start = json.bytes.count
      write(requirement.id, head, to: &json)
      lastHead[place] = (head, Array(json.bytes[start...]))
    }
    json.key("found")
    requirement.found.write(to: &json) { $0 == own ? code : positions[$0] }
    json.key("evidence")
    json.beginArray()
    for index in requirement.evidence { json.integer(index.number) }
    json.endArray()
    write(
      Tail(
        basis: requirement.basis, metFrom: requirement.metFrom, verified: requirement.verified,
        missingSheet: requirement.missingSheet), at: place, to: &json)
    json.endObject()
  }

  private func write(_ id: RequirementID, _ head: Head, to json: inout JSONWriter) {
    json.key("id")
    json.word(id.plain)
    json.key("status")
    json.word(head.status.plain)
    json.key("needed")
    head.needed.write(to: &json)
  }

  private mutating func write(_ tail: Tail, at place: Int, to json: inout JSONWriter) {
    if let last = lastTail[place], last.value == tail {
      json.membersAgain(last.bytes)
      return
    }
    // A comma stands before all members but the first.
    let start = json.bytes.count
    json.key("basis")
    write(tail.basis, to: &json)
    json.key("metFrom")
    json.day(tail.metFrom)
    json.key("verified")
    json.bool(tail.verified)
    json.key("missingSheet")
    if let sheet = tail.missingSheet { json.word(sheet.plain) } else { json.null() }
    lastTail[place] = (tail, Array(json.bytes[start...].dropFirst()))
  }

  private func write(_ basis: Basis?, to json: inout JSONWriter) {
    guard let basis else {
      json.null()
      return
    }
    json.beginObject()
    json.key("text")
    json.string(basis.text)
    json.key("article")
    json.optional(basis.article)
    json.key("date")
    json.day(basis.date)
    json.endObject()
  }
}
