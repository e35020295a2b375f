internal import Cadre
internal import Reports

extension UsageMessages {
  static func noDay(_ option: String, _ text: String) -> Complaint {
    Complaint(
      .usage,
      DayForm.isRead(text)
        ? Words(
          vi: "\(option): “\(text)” không phải là một ngày có thật.",
          en: "\(option): “\(text)” is not a day of the calendar.")
        : Words(
          vi: "\(option): không đọc được ngày “\(text)”.",
          en: "\(option): the day “\(text)” cannot be read."),
      remedy: Words(
        vi: "Hãy viết yyyy-mm-dd hoặc dd/mm/yyyy, ví dụ 2023-06-01.",
        en: "Write yyyy-mm-dd or dd/mm/yyyy, such as 2023-06-01."))
  }

  static func noNumber(_ option: String, _ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): “\(text)” không phải là số nguyên từ 0 trở lên.",
        en: "\(option): “\(text)” is not a whole number from 0."),
      remedy: Words(vi: "Hãy viết bằng chữ số, ví dụ 42.", en: "Write digits, such as 42."))
  }

  static func noCount(_ option: String) -> Complaint {
    Complaint(
      .usage,
      Words(vi: "\(option): phải từ 1 trở lên.", en: "\(option): it must be 1 at least."),
      remedy: Words(vi: "Hãy viết bằng chữ số, ví dụ 42.", en: "Write digits, such as 42."))
  }

  static func tooMany(_ option: String, _ number: UInt64, limit: Int) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): \(number) là quá nhiều.", en: "\(option): \(number) is too many."),
      remedy: Words(vi: "Nhiều nhất là \(limit).", en: "The most is \(limit)."))
  }

  static func tooFew(_ option: String, _ number: UInt64, least: Int) -> Complaint {
    Complaint(
      .usage,
      Words(vi: "\(option): \(number) là quá ít.", en: "\(option): \(number) is too few."),
      remedy: Words(vi: "Ít nhất là \(least).", en: "The least is \(least)."))
  }

  static func yearNotOver(_ option: String, _ year: Int, on day: Day) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): năm \(year) chưa kết thúc vào ngày \(day.forPeople).",
        en: "\(option): the year \(year) is not over on \(day.forPeople)."),
      remedy: Words(
        vi: "Hãy nêu một năm trước đó, hoặc một ngày --on sau năm ấy.",
        en: "Name an earlier year, or a day --on after it."))
  }

  static func noKnowledge(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "--known: “\(text)” không phải là số sự kiện, ngày hay thời điểm.",
        en: "--known: “\(text)” is neither a size, nor a day, nor an instant."),
      remedy: Words(
        vi: "Ví dụ: 1200, 2023-06-01 hoặc 2023-06-01T09:30:00+07:00.",
        en: "Write 1200, 2023-06-01 or 2023-06-01T09:30:00+07:00, for example."))
  }

  static func noChoice(_ option: String, _ text: String, of choices: [String]) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): không có giá trị “\(text)”.", en: "\(option): there is no “\(text)”."),
      remedy: oneOf(choices))
  }

  /// What a list of the domain takes, in the words of the reader's language.
  static func noChoice<Value: Code>(
    _ option: String, _ text: String, of type: Value.Type
  ) -> Complaint {
    let names = type.allCases.map(\.name)
    let words = type.allCases.map { ($0 as? any Labelled)?.vietnamese ?? $0.name }
    return Complaint(
      .usage,
      Words(
        vi: "\(option): không có giá trị “\(text)”.", en: "\(option): there is no “\(text)”."),
      remedy: Words(vi: oneOf(words).vietnamese, en: oneOf(names).english))
  }

  static func noPicture(_ command: Subcommand) -> Complaint {
    let drawn = CommandTable.all.filter(\.hasPicture).map(\.name).joined(separator: ", ")
    return Complaint(
      .usage,
      Words(
        vi: "-O svg: lệnh “\(command.name)” không có hình vẽ.",
        en: "-O svg: the command “\(command.name)” has no picture."),
      remedy: Words(
        vi: "Lệnh có hình vẽ: \(drawn). Dạng khác: table, json, ndjson, csv.",
        en: "These have one: \(drawn). Other forms: table, json, ndjson, csv."))
  }

  static func nothingDrawn() -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "-O svg: câu trả lời này không có gì để vẽ.",
        en: "-O svg: there is nothing to draw in this answer."),
      remedy: Words(
        vi: "Hãy bỏ các tùy chọn đã thu hẹp câu hỏi, hoặc dùng -O table.",
        en: "Leave out the options that narrow the question, or ask for -O table."))
  }

  static func badActor(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "mã người ghi “\(text)” không hợp lệ.",
        en: "the actor “\(text)” is not an account code."),
      remedy: codeLetters)
  }

  static func badAuthority(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "mã nơi quyết định “\(text)” không hợp lệ.",
        en: "the authority “\(text)” is not a code."),
      remedy: codeLetters)
  }

  private static let codeLetters = Words(
    vi: "Dùng 1 đến 32 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; không ghi "
      + "họ tên.",
    en: "Use 1 to 32 ASCII letters, digits, dots, hyphens or underscores; never a name.")
}
