internal import Cadre
internal import Reports

/// What `cadre help` says, made from the table of commands.
struct HelpText {
  private static let width = 80
  private static let edge = 30

  let language: Language

  init(_ language: Language) { self.language = language }

  /// All commands, one by one.
  func overview() -> String {
    var lines = [HelpText.purpose[language], "", HelpText.usage[language], ""]
    for command in CommandTable.all { lines += entry(command.line, command.summary) }
    lines += ["", HelpText.shared[language]]
    for option in SharedOptions.all { lines += entry(HelpText.written(option), option.help) }
    lines += [""] + Wrapping.lines(of: HelpText.statuses[language], width: HelpText.width)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of a command, or of the commands that share their first word.
  func page(of commands: [Subcommand]) -> String {
    commands.map(page(of:)).joined(separator: "\n")
  }

  private func page(of command: Subcommand) -> String {
    var lines = [command.line, ""]
    lines += Wrapping.lines(of: command.summary[language], width: HelpText.width)
    if let details = command.details {
      lines += [""] + Wrapping.lines(of: details[language], width: HelpText.width)
    }
    lines += [""]
    for option in command.options { lines += entry(HelpText.written(option), option.help) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A term and its meaning, beside each other where the term is short.
  private func entry(_ term: String, _ meaning: Words) -> [String] {
    let indent = String(repeating: " ", count: HelpText.edge)
    let lines = Wrapping.lines(of: meaning[language], width: HelpText.width - HelpText.edge)
    let first = "  \(term)"
    guard first.count + 2 <= HelpText.edge, let beside = lines.first else {
      return [first] + lines.map { indent + $0 }
    }
    let gap = String(repeating: " ", count: HelpText.edge - first.count)
    return [first + gap + beside] + lines.dropFirst().map { indent + $0 }
  }

  private static func written(_ option: OptionSpecification) -> String {
    option.placeholder.map { "\(option.name) \($0)" } ?? option.name
  }
}

extension HelpText {
  private static let purpose = Words(
    vi: "cadre: sổ cán bộ, đảng viên chỉ ghi thêm, trả lời ai đủ điều kiện và thiếu gì.",
    en: "cadre: an append-only ledger of cadres and members that says who is ready, and what lacks."
  )
  private static let usage = Words(
    vi: "Cách dùng: cadre LỆNH [đối số] [tùy chọn]; “cadre help LỆNH” giải thích từng lệnh.",
    en: "Usage: cadre COMMAND [operands] [options]; “cadre help COMMAND” explains each.")
  private static let shared = Words(
    vi: "Tùy chọn dùng chung, ở những lệnh có nhận:",
    en: "Options that commands share, where they take them:")
  private static let statuses = Words(
    vi: "Mã kết thúc: 0 xong; 1 câu trả lời là không; 2 chưa rõ; 3 xong nhưng có cảnh báo hoặc "
      + "dòng bị từ chối; 4 sai lệch toàn vẹn; 64 viết sai lệnh; 65 dữ liệu sai; 66 không có đầu "
      + "vào; 73 không tạo được; 74 lỗi đọc ghi; 75 đang bận; 77 không có quyền; 78 cấu hình.",
    en: "Exit status: 0 done; 1 the answer is no; 2 unknown; 3 done with warnings or rejected "
      + "rows; 4 integrity violation or differences; 64 usage; 65 bad data; 66 no such input; "
      + "73 cannot create; 74 input or output; 75 busy; 77 not permitted; 78 configuration.")
}
