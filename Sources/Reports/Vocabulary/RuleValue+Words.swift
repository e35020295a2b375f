internal import Cadre

extension RuleValue {
  /// The value as machines read it: numbers in the parameter's unit, an age in months.
  var forMachines: Value {
    switch self {
    case .number(let number), .age(let number): .number(number)
    case .flag(let flag): .truth(flag)
    case .range(let range):
      .record([
        .init("min", .number(range.minimum)), .init("max", .number(range.maximum)),
        .init("under", .number(range.under)),
      ])
    case .list(let numbers): .list(numbers.map { .number($0) })
    case .record(let fields): .record(fields.map { .init($0.name, .number($0.number)) })
    case .grounds(let grounds): .list(grounds.map { .code($0) })
    case .grade(let grade): .code(grade)
    case .theoryLevel(let level): .code(level)
    case .degree(let degree): .code(degree)
    case .day(let day): .day(day)
    case .dayOfYear(let day): .text(day.description)
    case .months(let months): .list(months.map { .month($0) })
    case .term(let term): .text(term.description)
    }
  }

  /// The value as people read it, its unit behind it.
  func words(in unit: RuleUnit?) -> Words {
    switch self {
    case .number(let number): RuleValue.words(number, unit)
    case .age(let months): RuleValue.age(months)
    case .flag(let flag): flag ? Words(vi: "có", en: "yes") : Words(vi: "không", en: "no")
    case .range(let range): RuleValue.words(range, unit)
    case .list(let numbers):
      RuleValue.words(numbers.map { String($0) }.joined(separator: ", "), unit)
    case .record(let fields):
      Words(fields.map { "\($0.name) \($0.number)" }.joined(separator: ", "))
    case .grounds(let grounds): RuleValue.list(grounds.map(\.words))
    case .grade(let grade): grade.words
    case .theoryLevel(let level): level.words
    case .degree(let degree): degree.words
    case .day(let day): Words(day.forPeople)
    case .dayOfYear(let day): Words(day.forPeople)
    case .months(let months): Words(months.map(\.forPeople).joined(separator: ", "))
    case .term(let term): Words(term.description)
    }
  }

  private static func list(_ words: [Words]) -> Words {
    Words(
      vi: words.map(\.vietnamese).joined(separator: ", "),
      en: words.map(\.english).joined(separator: ", "))
  }

  private static func age(_ months: Int) -> Words {
    let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
    if rest == 0 { return Words(vi: "\(years) tuổi", en: "\(years) years") }
    return Words(vi: "\(years) tuổi \(rest) tháng", en: "\(years) years \(rest) months")
  }

  private static func words(_ range: RuleRange, _ unit: RuleUnit?) -> Words {
    var parts: [Words] = []
    func add(_ number: Int?, vi: String, en: String) {
      guard let number else { return }
      let text = RuleValue.number(number, unit)
      parts.append(Words(vi: "\(vi) \(text.vietnamese)", en: "\(en) \(text.english)"))
    }
    add(range.minimum, vi: "từ", en: "at least")
    add(range.maximum, vi: "đến", en: "at most")
    add(range.under, vi: "dưới", en: "under")
    let joined = list(parts)
    let name = RuleValue.name(of: unit)
    return Words(
      vi: "\(joined.vietnamese)\(name.vietnamese)", en: "\(joined.english)\(name.english)")
  }

  private static func words(_ number: Int, _ unit: RuleUnit?) -> Words {
    let text = self.number(number, unit)
    let name = name(of: unit)
    return Words(
      vi: "\(text.vietnamese)\(name.vietnamese)", en: "\(text.english)\(name.english)")
  }

  private static func words(_ text: String, _ unit: RuleUnit?) -> Words {
    let name = name(of: unit)
    return Words(vi: "\(text)\(name.vietnamese)", en: "\(text)\(name.english)")
  }

  private static func number(_ number: Int, _ unit: RuleUnit?) -> Words {
    guard unit == .hundredthsPerSeat else { return Words(String(number)) }
    let hundredths = Hundredths(number)
    return Words(
      vi: decimal(hundredths, mark: ","), en: decimal(hundredths, mark: "."))
  }

  /// What stands behind a number.
  private static func name(of unit: RuleUnit?) -> Words {
    switch unit {
    case .months: Words(vi: " tháng", en: " months")
    case .workingDays: Words(vi: " ngày làm việc", en: " working days")
    case .years: Words(vi: " năm", en: " years")
    case .percent: Words(" %")
    case .hundredthsPerSeat: Words(vi: " người mỗi vị trí", en: " per seat")
    case .count, nil: Words("")
    }
  }
}
