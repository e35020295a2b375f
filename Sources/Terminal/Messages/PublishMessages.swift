internal import Cadre
internal import Reports

/// What is said about publishing answers and asking them again.
enum PublishMessages {
  /// What the person named P may be written as, for help.
  static let person = Words(
    vi: "P là mã hồ sơ, hoặc số của người đó trong sổ viết sau dấu # (trong shell cần để trong "
      + "nháy: '#353').",
    en: "P is a file number, or the person's number in the ledger behind # (quoted in a shell: "
      + "'#353').")

  static func published(_ index: LogIndex) -> Words {
    Words(
      vi: "đã ghi việc công bố, sự kiện \(index.number).",
      en: "recorded as published, event \(index.number).")
  }

  static func notPublished(_ command: Subcommand) -> Complaint {
    let why: Words
    if case .refused(let reason) = command.publishing {
      why = reason
    } else {
      why = Words(
        vi: "Chỉ công bố được câu trả lời xét theo --on, --known và --rules, như “cadre ready”.",
        en: "Only what is answered by --on, --known and --rules is published, such as “cadre "
          + "ready”.")
    }
    return Complaint(
      .usage,
      Words(
        vi: "câu trả lời của “\(command.name)” không công bố được.",
        en: "answers of “\(command.name)” cannot be published."),
      remedy: why)
  }

  static func fileOperand(_ command: Subcommand) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "“\(command.name)” về một tệp thì không công bố được.",
        en: "what “\(command.name)” says of a file cannot be published."),
      remedy: file)
  }

  /// Why what depends on a file is not published.
  static let file = Words(
    vi: "Sổ không có tệp đó nên sau này không hỏi lại được; hãy thông qua bộ quy tắc trước (cadre "
      + "rules adopt).",
    en: "The ledger has not the file, so that it could not be asked again; adopt the rule set "
      + "first (cadre rules adopt).")

  static func tooLong(_ length: Int) -> Complaint {
    let limit = ReportPublished.questionLimit
    return Complaint(
      .usage,
      Words(
        vi: "câu hỏi dài \(length) byte, quá mức \(limit) byte ghi được; không có gì được ghi.",
        en: "the question has \(length) bytes, more than the \(limit) that are recorded; nothing "
          + "was recorded."),
      remedy: Words(
        vi: "Bớt tùy chọn, hoặc hỏi không có --publish.",
        en: "Use fewer options, or ask without --publish."))
  }

  static func twoRuleSets(_ ids: [String]) -> Complaint {
    let named = ids.joined(separator: ", ")
    return Complaint(
      .usage,
      Words(
        vi: "hai thời điểm theo hai bộ quy tắc khác nhau (\(named)); công bố chỉ ghi một.",
        en: "the two states of knowledge have different rule sets (\(named)); one is recorded."),
      remedy: Words(
        vi: "Chọn một bộ cho cả hai bằng --rules.", en: "Choose one for both with --rules."))
  }

  static func noQuestion(_ text: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "“\(text)” không phải là câu hỏi mà chương trình này biết.",
        en: "“\(text)” is not a question that this program knows."),
      remedy: Words(
        vi: "Hãy dùng bản chương trình mới hơn.", en: "Use a newer version of the program."))
  }

  static func differs(_ published: LogIndex, _ question: String) -> Words {
    Words(
      vi: "báo cáo ở sự kiện \(published.number) (“\(question)”) nay cho kết quả khác lúc công bố.",
      en: "the report of event \(published.number) (“\(question)”) does not come out as it was "
        + "published.")
  }
}
