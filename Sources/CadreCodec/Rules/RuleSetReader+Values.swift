internal import Cadre
internal import JSON

extension RuleSetReader {
  /// The value of an entry, in the form of its parameter.
  static func value(
    of name: ParameterName, _ node: RuleSetNode
  ) throws(RuleSetMisfit) -> RuleValue {
    switch name.shape {
    case .number: .number(try node.count())
    case .flag: .flag(try node.truth())
    case .range: .range(try range(node))
    case .list: .list(try ascending(node) { node throws(RuleSetMisfit) in try node.count() })
    case .record: .record(try record(name, node))
    case .grounds: .grounds(try grounds(node))
    case .grade: .grade(try node.code(of: Grade.self))
    case .theoryLevel: .theoryLevel(try node.code(of: TheoryLevel.self))
    case .degree: .degree(try node.code(of: Degree.self))
    case .day: .day(try node.day())
    case .dayOfYear: .dayOfYear(try dayOfYear(node))
    case .months: .months(try ascending(node) { node throws(RuleSetMisfit) in try month(node) })
    case .term: .term(try term(node))
    case .age: .age(try age(node))
    }
  }

  /// `{ "min": 18, "max": 60 }`; `under` is the first number that is too great.
  private static func range(_ node: RuleSetNode) throws(RuleSetMisfit) -> RuleRange {
    var bounds: [String: Int] = [:]
    try node.admit(only: ["min", "max", "under"])
    for member in try node.members() {
      bounds[member.name] = try member.node.count()
    }
    let range = RuleRange(
      minimum: bounds["min"], maximum: bounds["max"], under: bounds["under"])
    guard !bounds.isEmpty, range.contains(range.minimum ?? 0) else {
      throw node.misfit(.expected(.range))
    }
    return range
  }

  /// A list whose elements ascend.
  private static func ascending<Element: Comparable>(
    _ node: RuleSetNode, _ read: (RuleSetNode) throws(RuleSetMisfit) -> Element
  ) throws(RuleSetMisfit) -> [Element] {
    var found: [Element] = []
    for element in try node.elements() {
      let next = try read(element)
      if let last = found.last, next <= last { throw element.misfit(.repeated("\(next)")) }
      found.append(next)
    }
    return found
  }

  /// Named numbers: the names are fixed by the parameter, and all of them are there.
  private static func record(
    _ name: ParameterName, _ node: RuleSetNode
  ) throws(RuleSetMisfit) -> [RuleField] {
    let members = try node.members()
    for member in members where !name.fields.contains(member.name) {
      throw member.node.misfit(.unknownCode(member.name, known: name.fields))
    }
    for field in name.fields where !members.contains(where: { $0.name == field }) {
      throw node.misfit(.missing(field))
    }
    var fields: [RuleField] = []
    for member in members {
      fields.append(RuleField(name: member.name, number: try member.node.count()))
    }
    return fields
  }

  private static func grounds(_ node: RuleSetNode) throws(RuleSetMisfit) -> [EndingGround] {
    var grounds: [EndingGround] = []
    for element in try node.elements() {
      let ground = try element.code(of: EndingGround.self)
      if grounds.contains(ground) { throw element.misfit(.repeated(ground.name)) }
      grounds.append(ground)
    }
    return grounds
  }

  /// `"03-31"`.
  private static func dayOfYear(_ node: RuleSetNode) throws(RuleSetMisfit) -> DayOfYear {
    guard let text = node.value.string, let day = Day(text: "2000-" + text) else {
      throw node.misfit(.expected(.dayOfYear))
    }
    guard let found = DayOfYear(month: day.fields.month, day: day.fields.day) else {
      throw node.misfit(.expected(.dayOfYear))
    }
    return found
  }

  /// `"2025-04"`.
  private static func month(_ node: RuleSetNode) throws(RuleSetMisfit) -> Month {
    guard let text = node.value.string, let day = Day(text: text + "-01"),
      day.month.description == text
    else { throw node.misfit(.expected(.month)) }
    return day.month
  }

  /// `"2025-2030"`.
  private static func term(_ node: RuleSetNode) throws(RuleSetMisfit) -> Term {
    guard let text = node.value.string, let term = Term(text: text), term.description == text
    else { throw node.misfit(.expected(.term)) }
    return term
  }

  /// `"61y6m"` or `"62y"`, in months.
  private static func age(_ node: RuleSetNode) throws(RuleSetMisfit) -> Int {
    guard let text = node.value.string else { throw node.misfit(.expected(.age)) }
    let parts = text.split(separator: "y", omittingEmptySubsequences: false)
    guard parts.count == 2, let years = Int(parts[0]), (1...150).contains(years) else {
      throw node.misfit(.expected(.age))
    }
    if parts[1].isEmpty { return years * 12 }
    guard parts[1].last == "m", let months = Int(parts[1].dropLast()), (1...11).contains(months)
    else { throw node.misfit(.expected(.age)) }
    return years * 12 + months
  }
}
