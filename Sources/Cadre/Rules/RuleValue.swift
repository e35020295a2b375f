/// The form of a parameter's values.
package enum RuleShape: Hashable, Sendable {
  case number, flag, range, list, record, grounds
  case grade, theoryLevel, degree
  case day, dayOfYear, months, term, age
}

/// What the numbers of a parameter count.
package enum RuleUnit: UInt8, Code {
  case months, workingDays, years, percent, count, hundredthsPerSeat
}

/// A day of every year, such as 31 March.
package struct DayOfYear: Hashable, Sendable {
  /// 1…12.
  package let month: Int
  /// 1…31; in a shorter month its last day is meant.
  package let day: Int

  /// The month (1…12) and day of the month of some year, or nil where no year has it.
  package init?(month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Month(year: 2000, month: month).length
    else { return nil }
    self.month = month
    self.day = day
  }

  /// That day of a year.
  package func inYear(_ year: Int) -> Day {
    let month = Month(year: year, month: month)
    return Day.civil(year: year, month: month.month, day: min(day, month.length))
  }

  /// Whether on that day it is over for the year; on the day itself it is not.
  package func hasPassed(on day: Day) -> Bool { day > inYear(day.year) }
}

extension DayOfYear: CustomStringConvertible {
  /// `mm-dd`.
  package var description: String { "\(padded(month, to: 2))-\(padded(day, to: 2))" }

  /// `dd/mm`: what people read.
  package var forPeople: String { "\(padded(day, to: 2))/\(padded(month, to: 2))" }
}

/// Bounds of a number; either may be absent.
package struct RuleRange: Hashable, Sendable {
  /// The least that is allowed.
  package let minimum: Int?
  /// The greatest that is allowed.
  package let maximum: Int?
  /// The first that is too great, where the rule says "under" and not "at most".
  package let under: Int?

  package init(minimum: Int? = nil, maximum: Int? = nil, under: Int? = nil) {
    self.minimum = minimum
    self.maximum = maximum
    self.under = under
  }

  /// Whether a number is within the bounds.
  package func contains(_ number: Int) -> Bool {
    if let minimum, number < minimum { return false }
    if let maximum, number > maximum { return false }
    if let under, number >= under { return false }
    return true
  }
}

/// A named number of a record.
package struct RuleField: Hashable, Sendable {
  package let name: String
  package let number: Int

  package init(name: String, number: Int) {
    self.name = name
    self.number = number
  }
}

/// The value of an entry; its case is the one its parameter's `shape` names.
package enum RuleValue: Hashable, Sendable {
  /// A count of the parameter's unit.
  case number(Int)
  case flag(Bool)
  case range(RuleRange)
  /// Ascending.
  case list([Int])
  /// In the order of the document.
  case record([RuleField])
  case grounds([EndingGround])
  case grade(Grade)
  case theoryLevel(TheoryLevel)
  case degree(Degree)
  case day(Day)
  case dayOfYear(DayOfYear)
  /// Ascending.
  case months([Month])
  /// The entry's own interval is the term's days.
  case term(Term)
  /// Months of age.
  case age(Int)

  /// The form it has.
  package var shape: RuleShape {
    switch self {
    case .number: .number
    case .flag: .flag
    case .range: .range
    case .list: .list
    case .record: .record
    case .grounds: .grounds
    case .grade: .grade
    case .theoryLevel: .theoryLevel
    case .degree: .degree
    case .day: .day
    case .dayOfYear: .dayOfYear
    case .months: .months
    case .term: .term
    case .age: .age
    }
  }

  /// What it weighs in the compiled tables: the number, code or 0/1 that it is, else 0.
  var word: Int32 {
    switch self {
    case .number(let number), .age(let number): Int32(clamping: number)
    case .flag(let flag): flag ? 1 : 0
    case .grade(let grade): Int32(grade.rawValue)
    case .theoryLevel(let level): Int32(level.rawValue)
    case .degree(let degree): Int32(degree.rawValue)
    case .day(let day): day.number
    case .dayOfYear(let day): Int32(day.month * 100 + day.day)
    case .range, .list, .record, .grounds, .months, .term: 0
    }
  }
}
