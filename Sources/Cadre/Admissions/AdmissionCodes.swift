/// Where somebody on the way into the Party stands (S1, S5, S17).
package enum AdmissionStage: UInt8, Code {
  /// Introduced, without the class for prospects.
  case introduced
  /// With the certificate of the class.
  case classPassed
  /// The cell has voted; the committee has not decided.
  case voted
  /// The admission is decided; the ceremony has not been held.
  case decided
  /// Between the ceremony and the end of probation.
  case probation
  /// Past probation, with no recognition known.
  case recognitionDue
}

/// What comes next on the way.
package enum AdmissionStep: UInt8, Code {
  case prospectsClass, cellVote, decision, ceremony, recognition
}

/// How a certificate of the prospects' class stands on a day.
package enum CertificateState: UInt8, Code {
  case valid
  /// Valid, but not for as long as reminders look ahead.
  case lapsing
  case lapsed
}

extension AdmissionStage: Labelled {
  package var words: Words {
    switch self {
    case .introduced: Words("Đã giới thiệu", "introduced")
    case .classPassed: Words("Đã học lớp bồi dưỡng nhận thức về Đảng", "class passed")
    case .voted: Words("Chi bộ đã xét", "voted on by the cell")
    case .decided: Words("Đã có quyết định kết nạp", "admission decided")
    case .probation: Words("Đang dự bị", "on probation")
    case .recognitionDue: Words("Hết dự bị, chưa công nhận", "recognition due")
    }
  }
}

extension AdmissionStep: Labelled {
  package var words: Words {
    switch self {
    case .prospectsClass: Words("Lớp nhận thức về Đảng", "class for prospects")
    case .cellVote: Words("Chi bộ xét", "vote of the cell")
    case .decision: Words("Quyết định kết nạp", "decision on admission")
    case .ceremony: Words("Lễ kết nạp", "ceremony")
    case .recognition: Words("Công nhận chính thức", "recognition")
    }
  }
}

extension CertificateState: Labelled {
  package var words: Words {
    switch self {
    case .valid: Words("Còn hạn", "valid")
    case .lapsing: Words("Sắp hết hạn", "about to lapse")
    case .lapsed: Words("Hết hạn", "lapsed")
    }
  }
}
