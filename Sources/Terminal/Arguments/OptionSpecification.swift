internal import Cadre
internal import Reports

/// An option that a command takes.
struct OptionSpecification: Hashable, Sendable {
  /// As it is written, `--on` or `-O`.
  let name: String
  /// The name of its value in help texts; nil for one without a value.
  let placeholder: String?
  let help: Words

  init(_ name: String, _ placeholder: String? = nil, _ help: Words) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
  }

  /// Whether it is written with one hyphen and one letter.
  var isShort: Bool { !name.hasPrefix("--") }
}

/// Options that many commands share.
struct OptionFamilies: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// `--ledger`.
  static let ledger = OptionFamilies(rawValue: 1)
  /// `-O` and `-o`.
  static let answer = OptionFamilies(rawValue: 2)
  /// `--on`, `--known` and `--rules`.
  static let question = OptionFamilies(rawValue: 4)
  /// `--actor`.
  static let actor = OptionFamilies(rawValue: 8)
  /// `--known` alone, for what depends on no day and no rules.
  static let known = OptionFamilies(rawValue: 16)
  /// `--publish` and `--actor`, for questions that can be published.
  static let publish = OptionFamilies(rawValue: 32)
  /// `-O svg`, for questions whose answer has a picture; `-O` and `-o` as of others.
  static let picture = OptionFamilies(rawValue: 64)

  /// The options of the families, and those that every command takes.
  var options: [OptionSpecification] {
    let families: [(OptionFamilies, [OptionSpecification])] = [
      (.ledger, SharedOptions.ledger), (.question, SharedOptions.question),
      (.known, SharedOptions.known), (.publish, SharedOptions.publish + SharedOptions.actor),
      (.actor, SharedOptions.actor), (.answer, SharedOptions.answer),
      (.picture, SharedOptions.picture),
    ]
    return families.filter { contains($0.0) }.flatMap(\.1) + SharedOptions.universal
  }
}

/// The options of the families.
enum SharedOptions {
  static let ledger = [
    OptionSpecification(
      "--ledger", "DIR",
      Words(
        vi: "thư mục sổ; mặc định $CADRE_LEDGER, nếu không có thì ./cadre-ledger",
        en: "the ledger's folder; else $CADRE_LEDGER, else ./cadre-ledger"))
  ]
  static let known = [
    OptionSpecification(
      "--known", "SIZE|DAY|TIME",
      Words(
        vi: "chỉ dùng những gì đã ghi: số sự kiện đầu tiên, hoặc đến hết ngày, hoặc đến thời điểm",
        en: "by what was recorded: the first SIZE events, or all up to a day's end or an instant"))
  ]
  static let question =
    [
      OptionSpecification(
        "--on", "DAY",
        Words(
          vi: "xét tại ngày này (yyyy-mm-dd hoặc dd/mm/yyyy); mặc định hôm nay",
          en: "as things stand on that day (yyyy-mm-dd or dd/mm/yyyy); else today"))
    ] + known + [
      OptionSpecification(
        "--rules", "ID",
        Words(
          vi: "theo bộ quy tắc này; mặc định bộ được thông qua gần nhất",
          en: "by that rule set; else the one adopted last"))
    ]
  static let publish = [
    OptionSpecification(
      "--publish", nil,
      Words(
        vi: "ghi vào sổ câu hỏi này và SHA-256 của câu trả lời dạng ndjson, rồi mới trả lời",
        en: "record the question and the SHA-256 of its ndjson in the log, then answer"))
  ]
  static let actor = [
    OptionSpecification(
      "--actor", "CODE",
      Words(
        vi: "mã tài khoản người ghi; mặc định $CADRE_ACTOR, nếu không có thì unknown",
        en: "the account code of who records; else $CADRE_ACTOR, else unknown"))
  ]
  static let answer = [
    OptionSpecification(
      "-O", "FORMAT",
      Words(
        vi: "dạng kết quả: table (mặc định), json, ndjson hoặc csv; có lệnh vẽ được svg",
        en: "the form of the answer: table (the default), json, ndjson or csv; of some, svg")),
    file,
  ]
  static let picture = [
    OptionSpecification(
      "-O", "FORMAT",
      Words(
        vi: "dạng kết quả: table (mặc định), json, ndjson, csv, hoặc svg: hình vẽ kèm bảng số",
        en: "the form of the answer: table (the default), json, ndjson, csv, or svg: a picture "
          + "with its rows")),
    file,
  ]
  private static let file = OptionSpecification(
    "-o", "FILE",
    Words(
      vi: "ghi kết quả vào tệp thay vì màn hình; tệp chỉ xuất hiện khi đã trọn vẹn",
      en: "write the answer to a file instead; it appears only once it is whole"))
  /// What every question about the whole ledger takes: the organisations asked about.
  static let organisation = OptionSpecification(
    "--organisation", "O",
    Words(vi: "chỉ tổ chức này và cấp dưới", en: "only that organisation and those below"))
  static let universal = [
    OptionSpecification(
      "--lang", "vi|en",
      Words(
        vi: "ngôn ngữ của bảng và thông báo; mặc định theo máy, nếu không thì vi",
        en: "the language of tables and messages; else the locale's, else vi")),
    OptionSpecification("--help", nil, Words(vi: "hiện hướng dẫn này", en: "show this help")),
    OptionSpecification(
      "--version", nil, Words(vi: "hiện phiên bản", en: "show the version")),
  ]
  static let all = ledger + question + publish + actor + answer + universal
}
