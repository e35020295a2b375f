extension Sex: Labelled {
  package var words: Words {
    switch self {
    case .male: Words("Nam", "male")
    case .female: Words("Nữ", "female")
    }
  }
}

extension Degree: Labelled {
  package var words: Words {
    switch self {
    case .vocational: Words("Trung cấp", "vocational")
    case .college: Words("Cao đẳng", "college")
    case .university: Words("Đại học", "university")
    case .master: Words("Thạc sĩ", "master")
    case .doctor: Words("Tiến sĩ", "doctor")
    }
  }
}

extension Introducer: Labelled {
  package var words: Words {
    switch self {
    case .youthUnion: Words("Đoàn Thanh niên", "youth union")
    case .tradeUnion: Words("Công đoàn", "trade union")
    case .cell: Words("Chi bộ", "cell")
    case .other: Words("Khác", "other")
    }
  }
}

extension Course: Labelled {
  package var words: Words {
    switch self {
    case .prospects: Words("Bồi dưỡng nhận thức về Đảng", "class for prospects")
    case .newMembers: Words("Bồi dưỡng đảng viên mới", "class for new members")
    }
  }
}

extension AdmissionKind: Labelled {
  package var words: Words {
    switch self {
    case .admission: Words("Kết nạp", "admission")
    case .readmission: Words("Kết nạp lại", "readmission")
    }
  }
}

extension EndingKind: Labelled {
  package var words: Words {
    switch self {
    case .struckOff: Words("Xóa tên", "struck off")
    case .expelled: Words("Khai trừ", "expelled")
    case .resigned: Words("Xin ra", "resigned")
    case .deceased: Words("Từ trần", "deceased")
    }
  }
}

extension EndingGround: Labelled {
  package var words: Words {
    switch self {
    case .screening: Words("Sàng lọc theo Chỉ thị 28", "screening under Directive 28")
    case .absentOrUnpaid:
      Words("Bỏ sinh hoạt hoặc không đóng đảng phí", "absent, or dues unpaid")
    case .cardHandedBack: Words("Tự ý trả thẻ đảng viên", "card handed back")
    case .noProgress: Words("Đã được giáo dục, giúp đỡ nhưng không tiến bộ", "no progress")
    case .breachOfStanding: Words("Vi phạm tư cách đảng viên", "breach of standing")
    case .standardsNotMet: Words("Không đủ tiêu chuẩn", "standards not met")
    case .abandoned: Words("Giảm sút ý chí phấn đấu", "gave up striving")
    case .askedToLeave: Words("Tự nguyện xin ra khỏi Đảng", "asked to leave")
    case .disunity: Words("Gây mất đoàn kết nội bộ", "disunity")
    case .corruption: Words("Tham nhũng, tiêu cực", "corruption")
    case .seriousCrime: Words("Phạm tội nghiêm trọng", "serious crime")
    case .lesserCrime: Words("Phạm tội ít nghiêm trọng", "lesser crime")
    case .illHealth: Words("Sức khỏe yếu", "ill health")
    case .other: Words("Khác", "other")
    }
  }
}

extension ScreeningOutcome: Labelled {
  package var words: Words {
    switch self {
    case .qualified: Words("Đủ tư cách", "qualified")
    case .remedial: Words("Giáo dục, giúp đỡ", "education and help")
    case .removalProposed: Words("Đề nghị đưa ra khỏi Đảng", "removal proposed")
    }
  }
}

extension ScreeningGround: Labelled {
  package var words: Words {
    switch self {
    case .unfulfilledTwoYears:
      Words("Hai năm liên tiếp không hoàn thành nhiệm vụ", "unfulfilled two years running")
    case .disciplinedAgain: Words("Tái phạm kỷ luật", "disciplined again")
    case .degradation: Words("Suy thoái", "degradation")
    case .exampleBreached: Words("Vi phạm nêu gương", "failed to set an example")
    case .other: Words("Khác", "other")
    }
  }
}

extension DisciplineSystem: Labelled {
  package var words: Words {
    switch self {
    case .party: Words("Đảng", "Party")
    case .state: Words("Chính quyền", "state")
    }
  }
}

extension DisciplineForm: Labelled {
  package var words: Words {
    switch self {
    case .reprimand: Words("Khiển trách", "reprimand")
    case .warning: Words("Cảnh cáo", "warning")
    case .dismissal: Words("Cách chức", "dismissal")
    case .expulsion: Words("Khai trừ", "expulsion")
    case .payStepCut: Words("Hạ bậc lương", "pay step cut")
    case .demotion: Words("Giáng chức", "demotion")
    }
  }
}

extension ImpedimentKind: Labelled {
  package var words: Words {
    switch self {
    case .investigation: Words("Đang bị điều tra", "investigation")
    case .prosecution: Words("Đang bị truy tố, xét xử", "prosecution")
    case .inspection: Words("Đang bị kiểm tra, thanh tra", "inspection")
    case .longIllness: Words("Ốm đau dài ngày", "long illness")
    case .maternity: Words("Nghỉ thai sản", "maternity")
    case .other: Words("Khác", "other")
    }
  }
}

extension DeclarationKind: Labelled {
  package var words: Words {
    switch self {
    case .yearly: Words("Hằng năm", "yearly")
    case .first: Words("Lần đầu", "first")
    case .supplementary: Words("Bổ sung", "supplementary")
    case .other: Words("Khác", "other")
    }
  }
}
