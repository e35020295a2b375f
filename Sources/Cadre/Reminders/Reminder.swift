/// A day that is coming, or an obligation that is past its day and still stands, and what it
/// brings.
package struct Reminder: Hashable, Sendable {
  package let kind: ReminderKind
  /// nil where a year on the way to it has no list of holidays, or no rule says until when.
  package let day: Day?
  /// What the day is not earlier than; the day itself where it is known.
  package let notBefore: Day
  /// The first year without a list of holidays.
  package private(set) var noListFor: Int?
  /// What it is not later than, where a birth known to the month or year leaves an interval.
  package var latest: Day?
  /// Whether the day is past and what was due has not come.
  package private(set) var isOverdue = false
  /// Whether it may be past: a year on the way has no list of holidays, or no rule says until when.
  package private(set) var isDoubtful = false
  /// Where it falls; nil: where the person officially is.
  package var organisation: OrganisationNumber?
  package var position: PositionNumber?
  package var term: Term?
  /// What it is about, more closely.
  package var detail: ReminderDetail
  package private(set) var parameter: ParameterName?
  package private(set) var basis: Basis?
  package private(set) var verified = true
  /// The events that it rests on.
  package var evidence: [LogIndex]

  /// A day that is known.
  init(
    _ kind: ReminderKind, on day: Day, _ detail: ReminderDetail = .none, evidence: [LogIndex?]
  ) {
    self.kind = kind
    self.day = day
    notBefore = day
    self.detail = detail
    self.evidence = evidence.compactMap { $0 }
  }

  /// An obligation of which no rule says until when.
  ///
  /// - Parameter start: the day from which it stands.
  init(_ kind: ReminderKind, since start: Day, evidence: [LogIndex?]) {
    self.kind = kind
    day = nil
    notBefore = start
    isDoubtful = true
    detail = .none
    self.evidence = evidence.compactMap { $0 }
  }

  /// An obligation until a deadline.
  init(
    _ kind: ReminderKind, _ due: Due, asOf today: Day, _ detail: ReminderDetail = .none,
    evidence: [LogIndex?]
  ) {
    self.kind = kind
    day = due.by
    notBefore = due.notBefore
    noListFor = due.noListFor
    isOverdue = due.isOver(on: today) == true
    isDoubtful = due.isOver(on: today) == nil
    self.detail = detail
    self.evidence = evidence.compactMap { $0 }
    parameter = due.parameter
    basis = due.basis
    verified = due.verified
  }

  /// Names the rule that gave the day.
  func resting<Value>(on parameter: ParameterName, _ ruling: Ruling<Value>) -> Reminder {
    var reminder = self
    reminder.parameter = parameter
    reminder.basis = ruling.basis
    reminder.verified = verified && ruling.verified
    return reminder
  }

  /// Marks an obligation whose day is past.
  func overdue() -> Reminder {
    var reminder = self
    reminder.isOverdue = true
    return reminder
  }
}

/// What a reminder is of; in the order in which those of one day are listed.
package enum ReminderKind: UInt8, Code {
  /// A certificate of the prospects' class lapses.
  case certificateLapsing
  /// The decision on an admission, and the ceremony, are due.
  case decisionDue, ceremonyDue
  case probationEnding, recognitionDue
  /// The reception of a transfer is due.
  case receptionDue
  /// A temporary stay ends.
  case stayEnding
  /// A discipline no longer bars from a higher post.
  case barEnding
  /// A Party discipline lapses.
  case disciplineLapsing
  /// A period of help given by a screening ends.
  case remedialEnding
  /// A standards conclusion of somebody in planning runs out.
  case conclusionEnding
  /// A plan ends with its term.
  case planEnding
  /// Somebody who holds a post, or is planned for one, retires inside the term.
  case retirement
  /// A badge for years of Party age.
  case badge
}

/// What a reminder is about, more closely.
package enum ReminderDetail: Hashable, Sendable {
  case none
  case transfer(TransferKind)
  case discipline(DisciplineSystem, DisciplineForm)
  case conclusion(ConclusionPurpose)
  case round(String)
  /// Years of Party age.
  case years(Int)
  /// Of a retirement, whether the post is held; else it is planned.
  case held(Bool)
}

extension ReminderKind: Labelled {
  package var words: Words {
    switch self {
    case .certificateLapsing:
      Words("Hết hạn giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng", "class certificate lapses")
    case .decisionDue: Words("Đến hạn quyết định kết nạp", "decision on admission due")
    case .ceremonyDue: Words("Đến hạn tổ chức lễ kết nạp", "ceremony due")
    case .probationEnding: Words("Hết thời gian dự bị", "probation ends")
    case .recognitionDue: Words("Đến hạn công nhận chính thức", "recognition due")
    case .receptionDue: Words("Đến hạn tiếp nhận chuyển sinh hoạt", "reception of a transfer due")
    case .stayEnding: Words("Hết hạn sinh hoạt tạm thời", "temporary stay ends")
    case .barEnding: Words("Hết thời hạn kỷ luật cản trở bổ nhiệm", "discipline bars no longer")
    case .disciplineLapsing: Words("Kỷ luật hết hiệu lực", "discipline lapses")
    case .remedialEnding: Words("Hết thời hạn giáo dục, giúp đỡ", "remedial period ends")
    case .conclusionEnding:
      Words("Kết luận tiêu chuẩn chính trị hết hạn", "standards conclusion runs out")
    case .planEnding: Words("Quy hoạch hết nhiệm kỳ", "plan ends with its term")
    case .retirement: Words("Đến tuổi nghỉ hưu trong nhiệm kỳ", "retirement inside the term")
    case .badge: Words("Đủ tuổi Đảng xét tặng Huy hiệu Đảng", "Party badge")
    }
  }
}
