package import Cadre

extension MembershipStatus {
  /// What people call it.
  package var words: Words {
    switch self {
    case .none: Words(vi: "chưa phải đảng viên", en: "no member")
    case .prospect: Words(vi: "quần chúng ưu tú", en: "prospect")
    case .probationer: Words(vi: "đảng viên dự bị", en: "probationer")
    case .official: Words(vi: "đảng viên chính thức", en: "official member")
    case .ended(let how): Words(vi: "đã ra khỏi Đảng", en: "membership ended") + how.inBrackets
    }
  }
}

extension EndingKind {
  fileprivate var inBrackets: Words { Words(" (") + words.small + Words(")") }
}

extension Value {
  /// What a person is to the Party; the code is without how membership ended.
  static func membership(_ status: MembershipStatus) -> Value {
    .coded("\(status.plain)", status.words)
  }
}
