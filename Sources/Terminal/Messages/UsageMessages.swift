internal import Cadre
internal import Intake
internal import Reports

/// What is said when a command line cannot be understood; always status 64.
enum UsageMessages {
  static func unknownCommand(_ word: String, suggestion: String?) -> Complaint {
    Complaint(
      .usage, Words(vi: "không có lệnh “\(word)”.", en: "there is no command “\(word)”."),
      remedy: meant(suggestion, otherwise: "cadre help"))
  }

  static func noCommand() -> Complaint {
    Complaint(
      .usage, Words(vi: "chưa nêu lệnh nào.", en: "no command was given."),
      remedy: Words(
        vi: "“cadre help” liệt kê các lệnh.", en: "“cadre help” lists the commands."))
  }

  static func incompleteCommand(_ word: String, of choices: [String]) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "“cadre \(word)” cần thêm một từ.", en: "“cadre \(word)” needs one more word."),
      remedy: oneOf(choices))
  }

  static func unknownOption(_ option: String, of command: Subcommand) -> Complaint {
    let known = command.options.map(\.name)
    return Complaint(
      .usage,
      Words(
        vi: "lệnh “\(command.name)” không có tùy chọn “\(option)”.",
        en: "the command “\(command.name)” has no option “\(option)”."),
      remedy: meant(
        Suggestion.nearest(to: option, among: known), otherwise: "cadre help \(command.name)"))
  }

  /// An option of an earlier version that another replaces.
  static func replacedOption(_ option: String, _ remedy: Words) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "tùy chọn “\(option)” không còn nữa.", en: "the option “\(option)” is gone."),
      remedy: remedy)
  }

  static func noSheet(_ option: String, _ name: String) -> Complaint {
    let names = SheetKind.claimable.map(\.rawValue).joined(separator: ", ")
    return Complaint(
      .usage,
      Words(
        vi: "\(option): “\(name)” không phải là tên bảng.",
        en: "\(option): “\(name)” is not the name of a sheet."),
      remedy: Words(vi: "Chọn trong: \(names).", en: "Choose from: \(names)."))
  }

  static func misplacedOption(_ option: String) -> Complaint {
    Complaint(
      .usage, Words(vi: "không có tùy chọn “\(option)”.", en: "there is no option “\(option)”."),
      remedy: meant(
        Suggestion.nearest(to: option, among: SharedOptions.all.map(\.name)),
        otherwise: "cadre help"))
  }

  static func missingValue(_ option: String, _ placeholder: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "tùy chọn “\(option)” thiếu giá trị.", en: "the option “\(option)” lacks a value."),
      remedy: Words(
        vi: "Hãy viết “\(option) \(placeholder)”.", en: "Write “\(option) \(placeholder)”."))
  }

  static func unexpectedValue(_ option: String, _ value: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "tùy chọn “\(option)” không nhận giá trị, nhưng được viết với “\(value)”.",
        en: "the option “\(option)” takes no value, but was given “\(value)”."),
      remedy: Words(
        vi: "Hãy viết “\(option)” không có “=”.", en: "Write “\(option)” without “=”."))
  }

  static func missingOperand(_ command: Subcommand) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "lệnh “\(command.name)” được viết chưa đủ.",
        en: "the command “\(command.name)” is not complete."),
      remedy: written(command))
  }

  static func surplusOperand(_ word: String, _ command: Subcommand) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "lệnh “\(command.name)” không nhận “\(word)”.",
        en: "the command “\(command.name)” does not take “\(word)”."),
      remedy: written(command))
  }

  static func missingOption(_ option: String, _ command: Subcommand) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "lệnh “\(command.name)” cần tùy chọn “\(option)”.",
        en: "the command “\(command.name)” needs the option “\(option)”."),
      remedy: written(command))
  }

  static func notTwice(_ option: String, _ command: Subcommand) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "lệnh “\(command.name)” cần tùy chọn “\(option)” đúng hai lần.",
        en: "the command “\(command.name)” needs the option “\(option)” exactly twice."),
      remedy: written(command))
  }

  private static func meant(_ suggestion: String?, otherwise help: String) -> Words {
    guard let suggestion else {
      return Words(vi: "Xem “\(help)”.", en: "See “\(help)”.")
    }
    return Words(
      vi: "Có phải ý bạn là “\(suggestion)”? Xem “\(help)”.",
      en: "Did you mean “\(suggestion)”? See “\(help)”.")
  }

  private static func written(_ command: Subcommand) -> Words {
    Words(vi: "Cách viết: \(command.line)", en: "It is written: \(command.line)")
  }

  static func oneOf(_ choices: [String]) -> Words {
    let list = choices.joined(separator: ", ")
    return Words(vi: "Hãy chọn một trong: \(list).", en: "Choose one of: \(list).")
  }
}
