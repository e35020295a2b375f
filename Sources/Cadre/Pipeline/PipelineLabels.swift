extension TheoryLevel: Labelled {
  package var words: Words {
    switch self {
    case .elementary: Words("Sơ cấp", "elementary")
    case .intermediate: Words("Trung cấp", "intermediate")
    case .advanced: Words("Cao cấp", "advanced")
    case .bachelor: Words("Cử nhân", "bachelor")
    }
  }
}

extension TheoryProof: Labelled {
  package var words: Words {
    switch self {
    case .diploma: Words("Bằng tốt nghiệp", "diploma")
    case .equivalence: Words("Giấy xác nhận tương đương", "equivalence certificate")
    }
  }
}

extension ConclusionPurpose: Labelled {
  package var words: Words {
    switch self {
    case .planning: Words("Quy hoạch", "planning")
    case .appointment: Words("Bổ nhiệm", "appointment")
    case .reappointment: Words("Bổ nhiệm lại", "reappointment")
    }
  }
}

extension ConclusionResult: Labelled {
  package var words: Words {
    switch self {
    case .favourable: Words("Đạt", "favourable")
    case .unfavourable: Words("Không đạt", "unfavourable")
    }
  }
}

extension AppointmentKind: Labelled {
  package var words: Words {
    switch self {
    case .appointment: Words("Bổ nhiệm", "appointment")
    case .reappointment: Words("Bổ nhiệm lại", "reappointment")
    }
  }
}

extension LeavingReason: Labelled {
  package var words: Words {
    switch self {
    case .yearlyReview: Words("Rà soát hằng năm", "yearly review")
    case .overAge: Words("Quá tuổi", "over age")
    case .disciplined: Words("Bị kỷ luật", "disciplined")
    case .standardsNotMet: Words("Không đủ tiêu chuẩn", "standards not met")
    case .appointed: Words("Đã được bổ nhiệm", "appointed")
    case .transferred: Words("Chuyển công tác", "transferred")
    case .retired: Words("Nghỉ hưu", "retired")
    case .ownWish: Words("Theo nguyện vọng cá nhân", "own wish")
    case .reorganised: Words("Sắp xếp tổ chức bộ máy", "reorganised")
    case .other: Words("Khác", "other")
    }
  }
}

extension TransferKind: Labelled {
  package var words: Words {
    switch self {
    case .official: Words("Chính thức", "official")
    case .temporary: Words("Tạm thời", "temporary")
    case .internal: Words("Nội bộ", "internal")
    }
  }
}
