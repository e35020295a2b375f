/// A paper that the ledger lacks, and what lacks it: a line of the list of things to do.
package struct MissingPaper: Hashable, Sendable {
  package let group: PaperGroup
  package let kind: PaperKind
  /// The calendar year it is for, of ratings and declarations.
  package private(set) var year: Int?
  /// What it is for, of a conclusion on political standards.
  package private(set) var purpose: ConclusionPurpose?
  /// What it would settle.
  package private(set) var requirement: RequirementID?
  /// The posts whose verdict waits for it, in the order of their codes.
  package internal(set) var positions: [PositionNumber] = []
  /// The sheet that brings it.
  package let sheet: String
  /// Whether that sheet was received from the organisation, and only this is not on it; nil where
  /// that does not matter.
  package private(set) var isSheetReceived: Bool?
  /// Who is to send it; nil: the person's own organisation.
  package var organisation: OrganisationNumber?
  /// The last day in time; nil: no rule says, or a year on the way has no list of holidays.
  package private(set) var by: Day?
  /// What that day is not earlier than, where a year has no list.
  package private(set) var notBefore: Day?
  /// The first year without a list of holidays.
  package private(set) var noListFor: Int?
  package private(set) var isOverdue = false
  /// Whether it may be: a year on the way has no list of holidays, or no rule says until when.
  package internal(set) var isDoubtful = false
  package private(set) var basis: Basis?
  package private(set) var verified = true
  package private(set) var evidence: [LogIndex] = []

  init(_ group: PaperGroup, _ kind: PaperKind) {
    self.group = group
    self.kind = kind
    sheet = kind.sheet
  }

  /// A whole sheet.
  init(_ sheet: RequiredSheet, from organisation: OrganisationNumber?) {
    group = .sheet
    kind = .sheet
    self.sheet = sheet.sheet
    self.organisation = organisation
    isSheetReceived = false
  }
}

extension MissingPaper {
  /// With what an open requirement of a post says of it.
  func settling(_ requirement: Requirement, for position: PositionNumber) -> MissingPaper {
    var paper = self
    paper.requirement = requirement.id
    paper.positions = [position]
    paper.isSheetReceived = requirement.missingSheet == nil
    paper.basis = requirement.basis
    paper.verified = requirement.verified
    paper.evidence = requirement.evidence
    return paper
  }

  /// For a decision of that kind.
  func meant(for purpose: ConclusionPurpose) -> MissingPaper {
    var paper = self
    paper.purpose = purpose
    return paper
  }

  /// For a calendar year.
  func of(_ year: Int?) -> MissingPaper {
    var paper = self
    paper.year = year
    return paper
  }

  /// Until a day, seen from another.
  func by(_ day: Day?, asOf today: Day) -> MissingPaper {
    var paper = self
    paper.by = day
    paper.isOverdue = day.map { $0 < today } ?? false
    return paper
  }

  /// Until a deadline, seen from a day.
  func by(_ due: Due?, asOf today: Day) -> MissingPaper {
    guard let due else { return self }
    var paper = by(due.by, asOf: today)
    paper.notBefore = due.noListFor.map { _ in due.notBefore }
    paper.noListFor = due.noListFor
    paper.isDoubtful = due.isOver(on: today) == nil
    paper.basis = due.basis
    paper.verified = due.verified
    return paper
  }

  /// By a rule.
  func resting<Value>(on ruling: Ruling<Value>) -> MissingPaper {
    var paper = self
    paper.basis = ruling.basis
    paper.verified = ruling.verified
    return paper
  }

  /// With the events that it follows from.
  func citing(_ indexes: LogIndex?...) -> MissingPaper {
    var paper = self
    paper.evidence += indexes.compactMap { $0 }
    return paper
  }

  /// Whether two lines ask for the same paper.
  func isSame(as other: MissingPaper) -> Bool {
    kind == other.kind && purpose == other.purpose && year == other.year
  }
}

/// Why a paper is wanted; the first first.
package enum PaperGroup: UInt8, Code {
  /// A verdict on readiness is unknown for want of it.
  case verdictUnknown
  /// It ran out, or is past due: a new one would mend what is unmet.
  case mendsUnmet
  /// The admission or transfer of the person waits for it.
  case pipeline
  /// The sheet was not received at all.
  case sheet
}

/// What paper it is.
package enum PaperKind: UInt8, Code {
  case admission, planning, theory, conclusion, screening, rating, discipline, profile
  case declaration, degree, appointment
  case prospectsCertificate, newMembersCertificate, recognition, reception
  case sheet

  /// The sheet that brings it.
  var sheet: String {
    switch self {
    case .admission, .prospectsCertificate, .newMembersCertificate, .recognition: "ket-nap"
    case .planning: "quy-hoach"
    case .theory: "ly-luan-chinh-tri"
    case .conclusion: "ket-luan-chinh-tri"
    case .screening: "sang-loc"
    case .rating: "xep-loai"
    case .discipline: "ky-luat"
    case .profile, .degree: "nhan-su"
    case .declaration: "ke-khai-tai-san"
    case .appointment: "bo-nhiem"
    case .reception: "chuyen-sinh-hoat"
    case .sheet: ""
    }
  }

  /// The paper that would settle a requirement; nil where none could.
  init?(settling requirement: RequirementID) {
    switch requirement {
    case .membership: self = .admission
    case .planning: self = .planning
    case .theory: self = .theory
    case .standards: self = .conclusion
    case .screening: self = .screening
    case .rating: self = .rating
    case .discipline: self = .discipline
    case .age: self = .profile
    case .assets: self = .declaration
    case .qualification: self = .degree
    case .tenure: self = .appointment
    case .suspension, .impediment: return nil
    }
  }
}

extension PaperGroup: Labelled {
  package var words: Words {
    switch self {
    case .verdictUnknown: Words("Chưa kết luận được", "verdict unknown")
    case .mendsUnmet: Words("Hết hạn hoặc quá hạn", "run out or past due")
    case .pipeline: Words("Hồ sơ kết nạp, chuyển sinh hoạt", "admission or transfer")
    case .sheet: Words("Chưa nhận bảng", "sheet not received")
    }
  }
}

extension PaperKind: Labelled {
  package var words: Words {
    switch self {
    case .admission: Words("Hồ sơ kết nạp", "admission papers")
    case .planning: Words("Quyết định quy hoạch", "planning decision")
    case .theory: Words("Bằng lý luận chính trị", "theory certificate")
    case .conclusion: Words("Kết luận tiêu chuẩn chính trị", "standards conclusion")
    case .screening: Words("Kết quả rà soát, sàng lọc", "outcome of screening")
    case .rating: Words("Kết quả xếp loại", "rating")
    case .discipline: Words("Tình hình kỷ luật", "disciplines")
    case .profile: Words("Ngày sinh, giới tính", "birth day and sex")
    case .declaration: Words("Bản kê khai tài sản", "declaration of assets")
    case .degree: Words("Trình độ chuyên môn", "professional degree")
    case .appointment: Words("Quyết định bổ nhiệm", "appointment decisions")
    case .prospectsCertificate:
      Words(
        "Giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng", "certificate of the prospects' class")
    case .newMembersCertificate:
      Words("Giấy chứng nhận lớp đảng viên mới", "certificate of the new members' class")
    case .recognition: Words("Quyết định công nhận chính thức", "decision on recognition")
    case .reception: Words("Xác nhận tiếp nhận sinh hoạt", "confirmation of reception")
    case .sheet: Words("Cả bảng", "the whole sheet")
    }
  }
}
