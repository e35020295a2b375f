package import Cadre

extension RequirementID {
  /// What people call it.
  package var words: Words {
    switch self {
    case .membership: Words(vi: "đảng viên chính thức", en: "official member")
    case .planning: Words(vi: "quy hoạch", en: "planning")
    case .theory: Words(vi: "lý luận chính trị", en: "political theory")
    case .standards: Words(vi: "tiêu chuẩn chính trị", en: "political standards")
    case .screening: Words(vi: "rà soát, sàng lọc", en: "screening")
    case .rating: Words(vi: "xếp loại", en: "rating")
    case .discipline: Words(vi: "kỷ luật", en: "discipline")
    case .age: Words(vi: "tuổi bổ nhiệm", en: "age")
    case .assets: Words(vi: "kê khai tài sản", en: "assets")
    case .qualification: Words(vi: "trình độ chuyên môn", en: "qualification")
    case .tenure: Words(vi: "thời gian giữ chức", en: "tenure")
    case .suspension: Words(vi: "tạm dừng công tác cán bộ", en: "suspension")
    case .impediment: Words(vi: "vướng mắc khác", en: "impediment")
    }
  }
}

extension RequirementStatus {
  /// What people call it.
  package var words: Words {
    switch self {
    case .met: Words(vi: "đạt", en: "met")
    case .unmet: Words(vi: "chưa đạt", en: "not met")
    case .unknown: Words(vi: "chưa rõ", en: "not known")
    case .notApplicable: Words(vi: "không xét", en: "not applicable")
    }
  }

  /// What it means to the reader.
  package var tone: Tone {
    switch self {
    case .met: .good
    case .unmet: .bad
    case .unknown: .unsure
    case .notApplicable: .plain
    }
  }
}

extension Verdict {
  /// What people call it.
  package var words: Words {
    switch self {
    case .ready: Words(vi: "đủ điều kiện", en: "ready")
    case .notReady: Words(vi: "chưa đủ điều kiện", en: "not ready")
    case .unknown: Words(vi: "chưa rõ", en: "not known")
    }
  }

  /// What it means to the reader.
  package var tone: Tone {
    switch self {
    case .ready: .good
    case .notReady: .bad
    case .unknown: .unsure
    }
  }
}
