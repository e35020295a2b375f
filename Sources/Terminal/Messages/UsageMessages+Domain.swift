internal import Cadre
internal import Reports

extension UsageMessages {
  static func noTerm(_ option: String, _ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): “\(text)” không phải là một nhiệm kỳ.",
        en: "\(option): “\(text)” is not a term of office."),
      remedy: Words(
        vi: "Hãy viết năm đầu và năm cuối, ví dụ 2020-2025.",
        en: "Write its first and last year, such as 2020-2025."))
  }

  static func noStream(_ option: String, _ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "\(option): “\(text)” không phải là một luồng.",
        en: "\(option): “\(text)” is not a stream."),
      remedy: Words(
        vi: "Hãy viết ledger, organisation/N, position/N hoặc person/N.",
        en: "Write ledger, organisation/N, position/N or person/N."))
  }

  static func noEventType(_ option: String, _ text: String, nearest: String?) -> Complaint {
    let guess =
      nearest.map { Words(vi: "Có phải ý bạn là “\($0)”? ", en: "Did you mean “\($0)”? ") } ?? .none
    return Complaint(
      .usage,
      Words(
        vi: "\(option): không có loại sự kiện “\(text)”.",
        en: "\(option): there is no type of event “\(text)”."),
      remedy: guess
        + Words(vi: "“cadre help log” liệt kê các loại.", en: "“cadre help log” lists the types."))
  }

  static func notTogether(_ option: String, _ other: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "không dùng “\(option)” cùng với “\(other)”.",
        en: "“\(option)” and “\(other)” do not go together."),
      remedy: Words(vi: "Hãy chọn một trong hai.", en: "Choose one of them."))
  }

  static func noField(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "“\(text)” không có dạng trường=giá trị.",
        en: "“\(text)” is not of the form field=value."),
      remedy: Words(
        vi: "Ví dụ: cadre record Rated person=000024HT year=2022 grade=good",
        en: "For example: cadre record Rated person=000024HT year=2022 grade=good"))
  }
}

extension UsageMessages {
  /// An option that means something only beside another.
  static func needs(_ option: String, _ other: String) -> Complaint {
    Complaint(
      .usage,
      Words(vi: "“\(option)” cần “\(other)”.", en: "“\(option)” needs “\(other)”."))
  }

  /// Two options that cannot stand together.
  static func excludes(_ option: String, _ other: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "“\(option)” không đi cùng “\(other)”.",
        en: "“\(option)” and “\(other)” exclude each other."))
  }
}
