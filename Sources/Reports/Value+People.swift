internal import Cadre

extension Value {
  /// What people read; parts of a list are separated by a comma, of a record by a semicolon.
  func forPeople(_ language: Language) -> String {
    switch self {
    case .absent: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .hundredths(let number): decimal(number, mark: language == .vietnamese ? "," : ".")
    case .truth(let truth): Value.truthWords(truth)[language]
    case .day(let day): day.forPeople
    case .month(let month): month.forPeople
    case .birth(let birth): birth.forPeople
    case .instant(let instant): instant.forPeople
    case .coded(let coded): coded.words[language]
    case .list(let values): values.map { $0.forPeople(language) }.joined(separator: ", ")
    case .record(let members):
      members.lazy.map { $0.value.forPeople(language) }.filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
  }

  private static func truthWords(_ truth: Bool) -> Words {
    truth ? Words(vi: "có", en: "yes") : Words(vi: "không", en: "no")
  }
}

/// A number of hundredths with as many decimals as it needs, at most two.
func decimal(_ number: Hundredths, mark: String) -> String {
  let whole = number.value.magnitude / 100
  let part = number.value.magnitude % 100
  let sign = number.value < 0 ? "-" : ""
  if part == 0 { return "\(sign)\(whole)" }
  let decimals = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
  return "\(sign)\(whole)\(mark)\(decimals)"
}

extension Instant {
  /// ISO 8601 in UTC to the millisecond, such as `2023-06-01T03:15:00.120Z`.
  var forMachines: String {
    let (day, time) = Instant.split(milliseconds)
    return "\(day)T\(Instant.clock(time)).\(digits(time % 1000, 3))Z"
  }

  /// Day and time at UTC+07:00 to the second, such as `01/06/2023 10:15:00`.
  var forPeople: String {
    let (day, time) = Instant.split(milliseconds + 25_200_000)
    return "\(day.forPeople) \(Instant.clock(time))"
  }

  private static func split(_ milliseconds: Int64) -> (Day, Int) {
    let (days, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return time >= 0
      ? (Day(number: Int32(days)), Int(time))
      : (Day(number: Int32(days - 1)), Int(time + 86_400_000))
  }

  private static func clock(_ time: Int) -> String {
    let seconds = time / 1000
    return "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
  }
}

/// A number with leading zeros.
private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
