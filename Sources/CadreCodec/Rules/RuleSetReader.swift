package import Cadre
internal import JSON

/// Reads rule sets: one JSON text of at most 60,000 bytes (spec/rules.md).
///
/// ```
/// { "id": "khoi-ha-tinh-2026-2", "title": "…",
///   "parameters": {
///     "appointment.monthsInPost": [
///       { "from": "2025-10-08", "line": ["government", "union"], "class": "director", "value": 12,
///         "basis": { "text": "377-QĐ/TW", "article": "34.3", "date": "2025-10-08" },
///         "verified": true, "note": "…" } ] } }
/// ```
///
/// An entry holds on the days [`from`, `to`); without `from` since ever, without `to` without end.
/// `line`, `sector`, `class`, `sex`, `system`, `form`, `seats`, `level` and `special` narrow it to
/// one code or a list of codes. **The first entry that covers the day and the case decides**, so of
/// two that share days and cases the first must be narrower: it names more of these. The form of
/// `value` is that of the parameter (`ParameterName.shape`): a whole number, true or false,
/// `{ "min", "max", "under" }`, a list of numbers, named numbers, codes, a day, a day of the year
/// `"03-31"`, months `"2025-04"`, a term `"2025-2030"` or an age `"61y6m"`.
package enum RuleSetReader {
  /// The most bytes of UTF-8 that a rule set may have.
  package static let byteLimit = 60_000

  /// Reads a rule set strictly: nothing unknown, nothing missing, nothing that contradicts itself.
  ///
  /// - Throws: the first fault, with its line and column.
  package static func read(_ text: String) throws(RuleSetError) -> RuleSet {
    guard text.utf8.count <= byteLimit else {
      throw RuleSetError(line: 1, column: 1, fault: .tooLong(bytes: text.utf8.count))
    }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw RuleSetError(line: error.line, column: error.column, fault: .json(error.fault))
    }
    do {
      return try ruleSet(RuleSetNode(value: value, path: nil))
    } catch {
      return try readKeepingWays(value, of: text)
    }
  }

  /// Reads once more what has a fault, to find its place. Nearly every text is read for a question
  /// and has none, and keeping the ways to values takes half as long again.
  private static func readKeepingWays(
    _ value: JSONValue, of text: String
  ) throws(RuleSetError) -> RuleSet {
    do {
      return try ruleSet(RuleSetNode(value: value, path: []))
    } catch {
      let place = RuleSetPlace.find(error.path, in: text)
      throw RuleSetError(line: place.line, column: place.column, fault: error.fault)
    }
  }

  private static func ruleSet(_ root: RuleSetNode) throws(RuleSetMisfit) -> RuleSet {
    try root.admit(only: ["id", "title", "parameters"])
    var parameters: [ParameterName: [RuleEntry]] = [:]
    for member in try root.needed("parameters").members() {
      guard let name = ParameterName(name: member.name) else {
        throw member.node.misfit(.unknownParameter(member.name))
      }
      parameters[name] = try entries(of: name, member.node)
    }
    return RuleSet(
      id: try root.needed("id").identifier(), title: try root.needed("title").text(),
      parameters: parameters)
  }

  private static func entries(
    of name: ParameterName, _ node: RuleSetNode
  ) throws(RuleSetMisfit) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for element in try node.elements() {
      let entry = try entry(of: name, element)
      if let place = entries.firstIndex(where: { hides($0, entry) }) {
        throw element.misfit(.overlap(entry: place + 1))
      }
      if case .term(let term) = entry.value, entries.contains(where: { $0.value == entry.value }) {
        throw try element.needed("value").misfit(.repeated(term.description))
      }
      entries.append(entry)
    }
    return entries
  }

  /// Whether an earlier entry decides where a later one would, without being narrower.
  private static func hides(_ earlier: RuleEntry, _ later: RuleEntry) -> Bool {
    if let to = earlier.to, let from = later.from, to <= from { return false }
    if let to = later.to, let from = earlier.from, to <= from { return false }
    return earlier.scope.overlaps(later.scope)
      && earlier.scope.specificity <= later.scope.specificity
  }
}

extension RuleSetReader {
  private static let entryNames =
    ["from", "to", "value", "basis", "verified", "note"] + RuleDimension.allCases.map(\.key)
  private static let basisNames = ["text", "article", "date"]

  private static func entry(
    of name: ParameterName, _ node: RuleSetNode
  ) throws(RuleSetMisfit) -> RuleEntry {
    try node.admit(only: entryNames)
    let from = try day("from", of: node)
    let to = try day("to", of: node)
    if let from, let to, to <= from { throw try node.needed("to").misfit(.emptyInterval) }
    if name == .planningTerms, from == nil || to == nil { throw node.misfit(.openTerm) }
    let note: String? =
      if let member = try node.member("note") { try member.text() } else { nil }
    return RuleEntry(
      from: from, to: to, scope: try scope(of: name, node),
      value: try value(of: name, node.needed("value")), basis: try basis(node.needed("basis")),
      verified: try node.needed("verified").truth(), note: note)
  }

  private static func day(
    _ name: String, of node: RuleSetNode
  ) throws(RuleSetMisfit) -> Day? {
    guard let member = try node.member(name) else { return nil }
    return try member.day()
  }

  private static func basis(_ node: RuleSetNode) throws(RuleSetMisfit) -> Basis {
    try node.admit(only: basisNames)
    let article: String? =
      if let member = try node.member("article") { try member.text() } else { nil }
    return Basis(
      text: try node.needed("text").text(), article: article, date: try day("date", of: node))
  }

  private static func scope(
    of name: ParameterName, _ node: RuleSetNode
  ) throws(RuleSetMisfit) -> RuleScope {
    for dimension in RuleDimension.allCases {
      if let member = try node.member(dimension.key), !name.dimensions.contains(dimension) {
        throw member.misfit(.narrowing(dimension))
      }
    }
    var scope = RuleScope()
    scope.lines = try codes(.line, of: node)
    scope.sectors = try codes(.sector, of: node)
    scope.classes = try codes(.class, of: node)
    scope.sexes = try codes(.sex, of: node)
    scope.systems = try codes(.system, of: node)
    scope.forms = try codes(.form, of: node)
    scope.seats = try codes(.seats, of: node)
    scope.levels = try codes(.level, of: node)
    scope.specials = try codes(.special, of: node)
    if !scope.lines.isEmpty {
      for grade in PositionClass.allCases where scope.classes.contains(grade) {
        guard scope.lines.contains(where: { grade.belongs(to: $0) }) else {
          throw try node.needed(RuleDimension.class.key).misfit(.classOutsideLine(grade.name))
        }
      }
    }
    return scope
  }

  /// The codes that an entry names of a dimension, one alone or a list; none where it names none.
  private static func codes<C: Code>(
    _ dimension: RuleDimension, of node: RuleSetNode
  ) throws(RuleSetMisfit) -> Set<C> {
    guard let member = try node.member(dimension.key) else { return [] }
    guard member.value.array != nil else { return [try member.code(of: C.self)] }
    var codes: Set<C> = []
    for element in try member.elements() {
      let code = try element.code(of: C.self)
      guard codes.insert(code).inserted else { throw element.misfit(.repeated(code.name)) }
    }
    return codes
  }
}
