extension LapseCause: Labelled {
  package var words: Words {
    switch self {
    case .discipline: Words("Bị kỷ luật Đảng", "Party discipline")
    case .conclusion: Words("Kết luận TCCT không đạt", "unfavourable conclusion")
    }
  }
}

extension StandardsState: Labelled {
  package var words: Words {
    switch self {
    case .concluded: Words("Có kết luận", "concluded")
    case .missing: Words("Thiếu kết luận", "no conclusion")
    case .unfavourable: Words("Kết luận không đạt", "unfavourable")
    case .expired: Words("Kết luận hết hạn", "expired")
    case .unknown: Words("Chưa rõ", "not known")
    case .notRequired: Words("Không yêu cầu", "not required")
    }
  }
}

extension PoolLevel: Labelled {
  package var words: Words {
    switch self {
    case .nobody: Words("Chưa có ai", "nobody")
    case .below: Words("Thiếu", "below")
    case .within: Words("Đủ", "within")
    case .above: Words("Vượt", "above")
    }
  }
}

extension PlanningChange.Kind: Labelled {
  package var words: Words {
    switch self {
    case .entered: Words("Đưa vào quy hoạch", "entered")
    case .left: Words("Đưa ra khỏi quy hoạch", "left")
    case .lapsed: Words("Hết hiệu lực", "lapsed")
    case .outside: Words("Không còn trong diện quản lý", "outside the population")
    case .becameReady: Words("Nay đủ điều kiện", "became ready")
    case .ceasedReady: Words("Nay không còn đủ điều kiện", "no longer ready")
    }
  }
}

extension TrainingNeed.State: Labelled {
  package var words: Words {
    switch self {
    case .needed: Words("Cần đi học", "needed")
    case .enrolled: Words("Đang học", "enrolled")
    case .unknown: Words("Chưa rõ", "not known")
    }
  }
}

extension ClassForm: Labelled {
  package var words: Words {
    switch self {
    case .partTime: Words("Tại chức (vừa làm vừa học)", "part-time")
    case .fullTime: Words("Tập trung", "full-time")
    case .unknown: Words("Tùy ngày khai giảng", "not known")
    }
  }
}
