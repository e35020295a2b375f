package import Cadre

extension FindingKind {
  /// What people call it.
  package var words: Words {
    switch self {
    case .appointment: Words(vi: "bổ nhiệm khi chưa đủ điều kiện", en: "appointed unready")
    case .planningTitles: Words(vi: "quy hoạch quá số chức danh", en: "planned for too many posts")
    case .planningPersons: Words(vi: "quy hoạch quá số người", en: "too many planned for a post")
    case .admissionAge: Words(vi: "tuổi kết nạp", en: "age at admission")
    case .admissionCertificate:
      Words(vi: "giấy chứng nhận bồi dưỡng khi kết nạp", en: "certificate at admission")
    case .admissionFile: Words(vi: "hồ sơ kết nạp quá hạn", en: "file too old at admission")
    case .readmissionEarly: Words(vi: "kết nạp lại quá sớm", en: "admitted again too early")
    case .readmissionRepeated:
      Words(vi: "kết nạp lại quá số lần", en: "admitted again too often")
    case .readmissionExcluded:
      Words(vi: "kết nạp lại người không được xét", en: "admitted again against exclusion")
    case .ceremonyLate: Words(vi: "lễ kết nạp quá hạn", en: "ceremony past its deadline")
    case .recognitionLate:
      Words(vi: "công nhận chính thức quá hạn", en: "recognition past its deadline")
    case .transferLate: Words(vi: "chuyển sinh hoạt quá hạn", en: "transfer past its deadline")
    case .excellentShare: Words(vi: "xuất sắc quá tỷ lệ", en: "too many rated excellent")
    case .holderBeyondSeats: Words(vi: "giữ chức quá số lượng", en: "holder beyond the seats")
    case .holderPastRetirement:
      Words(vi: "giữ chức quá tuổi nghỉ hưu", en: "holder past retirement")
    case .dissolvedWithMembers:
      Words(vi: "tổ chức giải thể còn đảng viên", en: "dissolved, still with members")
    }
  }
}

extension FindingStatus {
  /// What people call it.
  package var words: Words {
    switch self {
    case .breach: Words(vi: "vi phạm", en: "breach")
    case .unknown: Words(vi: "chưa rõ", en: "not known")
    }
  }

  /// What it means to the reader.
  package var tone: Tone {
    switch self {
    case .breach: .bad
    case .unknown: .unsure
    }
  }
}

extension Afterwards {
  /// What people call it.
  package var words: Words {
    switch self {
    case .same: Words(vi: "không đổi", en: "the same")
    case .resolved: Words(vi: "hết vi phạm", en: "resolved")
    case .doubtful: Words(vi: "thành chưa rõ", en: "not known now")
    case .confirmed: Words(vi: "thành vi phạm", en: "a breach now")
    case .arisen: Words(vi: "mới phát sinh", en: "a finding only now")
    }
  }
}

extension FindingNeeded {
  /// What people read.
  package var words: Words {
    switch self {
    case .requirement(let needed): needed.words
    case .atMost(let most): Words(vi: "nhiều nhất \(most)", en: "at most \(most)")
    case .atMostUnless(let most, let special):
      Words(
        vi: "nhiều nhất \(most); đến \(special) nếu có quyết định",
        en: "at most \(most); up to \(special) by decision")
    case .age(let range): FindingNeeded.years(range)
    case .superiorDecision(let years):
      Words(
        vi: "trên \(years) tuổi: cấp trên quyết định", en: "over \(years): the superior decides")
    case .months(let months): Words(vi: "trong \(months) tháng", en: "within \(months) months")
    case .notBefore(let day): Words(vi: "từ \(day.forPeople)", en: "not before \(day.forPeople)")
    case .otherGround: Words(vi: "lý do khác", en: "another ground")
    case .by(let day): Words(vi: "chậm nhất \(day.forPeople)", en: "by \(day.forPeople)")
    case .workingDays(let days, let year):
      Words(
        vi: "\(days) ngày làm việc; chưa có lịch nghỉ năm \(year)",
        en: "\(days) working days; no holidays adopted for \(year)")
    case .beforeRetirement: Words(vi: "đến tháng nghỉ hưu", en: "until the month of retirement")
    case .noMembers: Words(vi: "không còn ai", en: "no one left")
    }
  }

  private static func years(_ range: RuleRange) -> Words {
    let least = range.minimum.map(String.init) ?? ""
    let most = (range.maximum ?? range.under).map(String.init) ?? ""
    return Words(vi: "\(least)–\(most) tuổi", en: "\(least)–\(most) years")
  }
}

extension FindingFound {
  /// What people read of a decision of that day.
  ///
  /// - Parameter code: of a post.
  package func words(on day: Day, _ code: (PositionNumber) -> String?) -> Words {
    switch self {
    case .nothing: Words(vi: "chưa có", en: "nothing")
    case .requirement(let found): found.words(on: day, code)
    case .count(let count): Words("\(count)")
    case .rated(let excellent, let good):
      Words(vi: "\(excellent) xuất sắc, \(good) tốt", en: "\(excellent) excellent, \(good) good")
    case .age(let least, let most): FindingFound.years(least, most)
    case .certificate(let issued, let until):
      Words(
        vi: "cấp \(issued.forPeople), hết hạn \(until.forPeople)",
        en: "issued \(issued.forPeople), expired \(until.forPeople)")
    case .since(let day): Words(vi: "từ \(day.forPeople)", en: "since \(day.forPeople)")
    case .day(let day): Words(day.forPeople)
    case .ended(let day, let ground):
      Words(vi: "ra khỏi Đảng \(day.forPeople)", en: "ended \(day.forPeople)")
        + (ground.map { Words(": ") + $0.words.small } ?? .none)
    case .left(let members, let organisations):
      Words(
        vi: "\(members) đảng viên, \(organisations) tổ chức",
        en: "\(Words.counted(members, "member", "members")), "
          + Words.counted(organisations, "organisation", "organisations"))
    }
  }

  private static func years(_ least: Int, _ most: Int) -> Words {
    func age(_ months: Int, _ years: String, _ rest: String) -> String {
      months % 12 == 0
        ? "\(months / 12) \(years)" : "\(months / 12) \(years) \(months % 12) \(rest)"
    }
    let first = Words(vi: age(least, "tuổi", "tháng"), en: age(least, "years", "months"))
    if least == most { return first }
    return first + Words(" – ")
      + Words(vi: age(most, "tuổi", "tháng"), en: age(most, "years", "months"))
  }
}
