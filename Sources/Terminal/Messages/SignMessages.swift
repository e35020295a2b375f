internal import Cadre
internal import Reports

/// What is said of signs that nobody sees or that look like others.
enum SignMessages {
  /// The sign itself, as a noun.
  static func words(_ sign: SuspectSign) -> Words {
    switch sign.kind {
    case .invisible:
      Words(
        vi: "ký tự không nhìn thấy \(sign.notation)",
        en: "the invisible character \(sign.notation)")
    case .control:
      Words(
        vi: sign.scalar == 0x0A || sign.scalar == 0x0D
          ? "dấu xuống dòng (\(sign.notation))" : "ký tự điều khiển \(sign.notation)",
        en: sign.scalar == 0x0A || sign.scalar == 0x0D
          ? "a line break (\(sign.notation))" : "the control character \(sign.notation)")
    case .foreign(let ascii):
      ascii.map { byte in
        let letter = String(UnicodeScalar(byte))
        return Words(
          vi: "ký tự \(sign.notation) của bảng chữ khác, trông như “\(letter)”",
          en: "\(sign.notation) of another alphabet, which looks like “\(letter)”")
      }
        ?? Words(
          vi: "ký tự \(sign.notation) của bảng chữ khác",
          en: "\(sign.notation) of another alphabet")
    }
  }

  /// What is wrong with a value that holds the sign, and what to do.
  static func cell(_ value: String, _ sign: SuspectSign) -> Words {
    Words(vi: "“\(value)” có ", en: "“\(value)” holds ") + words(sign)
      + Words(
        vi: ". Gõ lại ô này bằng tay, không sao chép từ nơi khác.",
        en: ". Type the cell again by hand, without pasting.")
  }
}
