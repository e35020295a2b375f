internal import Cadre
package import Office

/// The way of members into the Party as people read it: `cadre admissions`.
package enum AdmissionsReport {
  /// The answer: `pipeline`, and what is counted: `funnel`, `years`, `sources`, `classes`.
  package static func answer(_ list: AdmissionList) -> Answer {
    let day = list.standpoint.on
    let pipeline = Listing(
      "pipeline", Words(vi: "Trong quy trình kết nạp, công nhận", en: "On the way into the Party"),
      list.rows, pipelineColumns(on: day))
    let counted = list.tally.map { AdmissionCountsReport.listings($0) } ?? []
    return Answer(
      list.standpoint, [pipeline] + counted, summary: summary(list),
      pictures: counted.isEmpty ? [] : [.funnel("funnel", stage: "step", count: "count")])
  }

  private static func summary(_ list: AdmissionList) -> Words {
    let day = list.standpoint.on
    let overdue = list.rows.count { $0.standing.isOverdue(on: day) == true }
    let unknown = list.rows.count { $0.standing.isOverdue(on: day) == nil }
    let lapsing = list.rows.count { $0.standing.certificateState == .lapsing }
    let doubt =
      unknown == 0
      ? Words.none : Words(vi: ", \(unknown) chưa rõ hạn", en: ", \(unknown) not known")
    return Words(
      vi: "\(list.rows.count) người trong quy trình kết nạp, công nhận, \(overdue) quá hạn",
      en: Words.counted(list.rows.count, "person", "people")
        + " on the way into the Party, \(overdue) overdue") + doubt
      + Words(
        vi: ", \(lapsing) giấy chứng nhận sắp hết hạn",
        en: ", \(Words.counted(lapsing, "certificate", "certificates")) about to lapse")
  }

  private static func pipelineColumns(on day: Day) -> [Column<AdmissionRow>] {
    Column.who { $0.who } + Column.place { $0.place } + stage + certificate + admission
      + next(on: day)
      + Column.basis { ($0.standing.due?.basis, $0.standing.due?.verified ?? true) }
      + [Column.evidence { $0.standing.evidence }]
  }

  private static let stage: [Column<AdmissionRow>] = [
    Column("stage", Words(vi: "Giai đoạn", en: "Stage")) { .code($0.standing.stage) },
    Column("since", Words(vi: "Từ ngày", en: "Since")) { .known($0.standing.since) },
    Column("introducedBy", Words(vi: "Nguồn giới thiệu", en: "Introduced by")) {
      .code($0.standing.introduction?.by)
    },
    Column("introducedOn", Words(vi: "Ngày giới thiệu", en: "Introduced on"), in: [.csv, .json]) {
      .known($0.standing.introduction?.from)
    },
  ]

  private static let certificate: [Column<AdmissionRow>] = [
    Column("certificateOn", Words(vi: "Ngày cấp GCN", en: "Certificate"), in: [.csv, .json]) {
      .day($0.standing.certificate?.issuedOn)
    },
    Column("score", Words(vi: "Điểm thi", en: "Score"), in: [.csv, .json]) {
      $0.standing.certificate?.score.map { .hundredths($0) } ?? .absent
    },
    Column("certificateUntil", Words(vi: "Hết hạn GCN", en: "Valid until")) {
      .day($0.standing.certificateUntil)
    },
    Column("certificateState", Words(vi: "GCN", en: "Certificate is")) { row in
      row.standing.certificateState.map { .code($0, $0.words, tone: $0.tone) } ?? .absent
    },
  ]

  private static let admission: [Column<AdmissionRow>] = [
    day("votedOn", Words(vi: "Chi bộ xét", en: "Voted on")) { $0.cellVotedOn },
    day("decidedOn", Words(vi: "Ngày quyết định", en: "Decided on")) { $0.decidedOn },
    day("ceremonyOn", Words(vi: "Ngày lễ kết nạp", en: "Ceremony on")) { $0.ceremonyOn },
    day("probationEnds", Words(vi: "Hết dự bị", en: "Probation ends")) { $0.probationEnds },
    Column(
      "newMembersOn", Words(vi: "GCN đảng viên mới", en: "New members' class"), in: [.csv, .json]
    ) { .day($0.standing.newMembers?.issuedOn) },
    Column(
      "newMembersScore", Words(vi: "Điểm lớp đảng viên mới", en: "Score, new members' class"),
      in: [.csv, .json]
    ) { $0.standing.newMembers?.score.map { .hundredths($0) } ?? .absent },
  ]

  private static func day(
    _ key: String, _ title: Words, _ day: @escaping @Sendable (Admission) -> Day?
  ) -> Column<AdmissionRow> {
    Column(key, title, in: [.csv, .json]) { .day($0.standing.admission.flatMap(day)) }
  }

  private static func next(on day: Day) -> [Column<AdmissionRow>] {
    [
      Column("next", Words(vi: "Bước tiếp theo", en: "Next")) { .code($0.standing.next) }
    ]
      + Column.deadline("dueBy", Words(vi: "Hạn", en: "Due by")) { row in
        let due = row.standing.due
        return (due?.by, due?.notBefore, due?.noListFor)
      } + Column.overdue { $0.standing.isOverdue(on: day) }
  }
}

extension AdmissionStanding {
  /// The events that it rests on.
  fileprivate var evidence: [LogIndex] {
    [introduction?.index, certificate?.index, admission?.index, newMembers?.index]
      .compactMap { $0 }
  }
}

extension CertificateState {
  fileprivate var tone: Tone {
    switch self {
    case .valid: .good
    case .lapsing: .unsure
    case .lapsed: .bad
    }
  }
}
