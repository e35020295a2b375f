internal import Cadre
internal import Reports

/// What is said when events written by hand cannot be understood or recorded.
enum RecordMessages {
  static func tooManyLines(limit: Int) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "đầu vào có hơn \(limit) sự kiện.", en: "the input has more than \(limit) events."),
      remedy: Words(vi: "Hãy chia nhỏ rồi ghi từng phần.", en: "Record it in parts."))
  }

  static func nothing() -> Complaint {
    Complaint(
      .badData,
      Words(vi: "đầu vào chuẩn không có sự kiện nào.", en: "standard input holds no event."),
      remedy: example)
  }

  static func noJSON(line: Int, column: Int) -> Complaint {
    bad(
      line,
      Words(
        vi: "không phải là JSON, từ cột \(column)", en: "this is no JSON, from column \(column) on")
    )
  }

  static func noObject(line: Int) -> Complaint {
    bad(line, Words(vi: "không phải là một đối tượng JSON", en: "this is no object"))
  }

  static func noEvent(line: Int) -> Complaint {
    bad(
      line,
      Words(
        vi: "thiếu “event”, tên loại sự kiện", en: "“event”, the name of its type, is missing"))
  }

  static func noText(line: Int, field: String) -> Complaint {
    bad(
      line,
      Words(
        vi: "trường “\(field)” phải là chuỗi hoặc số",
        en: "the field “\(field)” must be a string or a number"))
  }

  private static func bad(_ line: Int, _ what: Words) -> Complaint {
    Complaint(
      .badData,
      Words(vi: "dòng \(line): ", en: "line \(line): ") + what + Words("."), remedy: example)
  }

  private static let example = Words(
    vi: #"Ví dụ: {"event":"Rated","person":"000024HT","year":2022,"grade":"good"}"#,
    en: #"For example: {"event":"Rated","person":"000024HT","year":2022,"grade":"good"}"#)

  /// Of several events none was recorded; each at fault was named before.
  static func noneRecorded(_ faulty: Int, of count: Int) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "không ghi gì: \(faulty) trong \(count) sự kiện không ghi được.",
        en: "nothing was recorded: \(faulty) of \(count) events cannot be."),
      remedy: Words(
        vi: "Sửa các dòng đã nêu rồi ghi lại tất cả.",
        en: "Mend the lines named, then record all of them."))
  }

}
