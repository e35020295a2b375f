internal import Cadre
package import Office

/// The register of screening as people read it: `cadre screening`.
package enum ScreeningReport {
  /// The answer: `rounds`, `organisations`, `remedial`, `triggers` (of no single round),
  /// `proposals` and `removals`.
  package static func answer(_ list: ScreeningList) -> Answer {
    var listings = [
      Listing("rounds", Words(vi: "Các đợt", en: "Rounds"), list.rounds, rounds),
      Listing(
        "organisations", Words(vi: "Kết quả theo tổ chức cơ sở đảng", en: "By organisation"),
        list.places, Column.place { $0.place } + places),
      Listing(
        "remedial", Words(vi: "Giáo dục, giúp đỡ", en: "Remedial periods"), list.remedials,
        Column.who { $0.who } + Column.place { $0.place } + remedials),
    ]
    if !list.isOfOneRound {
      listings.append(
        Listing(
          "triggers",
          Words(
            vi: "Nhiều năm liền không hoàn thành, chưa đợt nào xem xét",
            en: "Unfulfilled years running that no round has looked at"), list.triggers,
          Column.who { $0.who } + Column.place { $0.place } + triggers))
    }
    listings += [
      Listing(
        "proposals", Words(vi: "Đề nghị đưa ra khỏi Đảng", en: "Removals proposed"),
        list.proposals, Column.who { $0.who } + Column.place { $0.place } + proposals),
      Listing(
        "removals", Words(vi: "Ra khỏi Đảng theo lý do", en: "Memberships ended, by ground"),
        list.removals.map { Removal(key: $0.key, count: $0.count) }, removals),
    ]
    return Answer(
      list.standpoint, listings, summary: summary(list),
      pictures: [
        .bars("rounds", label: ["round"], values: ["qualified", "remedial", "removalProposed"])
      ])
  }

  /// How many left on one ground.
  private struct Removal: Sendable {
    let key: RemovalGround
    let count: Int
  }

  private static func summary(_ list: ScreeningList) -> Words {
    if list.isOfOneRound, list.rounds.isEmpty {
      return Words(vi: "không có đợt này trong sổ", en: "there is no such round")
    }
    let ended = list.remedials.count { $0.subject.state == .ended }
    let pending = list.proposals.count { $0.subject.outcome == .pending }
    let rest =
      list.isOfOneRound
      ? Words.none
      : Words(
        vi: ", \(list.triggers.count) người phải rà soát",
        en: ", \(Words.counted(list.triggers.count, "person", "people")) to be looked at")
    return Words(
      vi: "\(list.rounds.count) đợt, \(ended) thời hạn giúp đỡ đã hết mà chưa rà soát lại, "
        + "\(pending) đề nghị chưa xử lý",
      en: Words.counted(list.rounds.count, "round", "rounds")
        + ", \(Words.counted(ended, "remedial period", "remedial periods")) over and not looked at,"
        + " \(Words.counted(pending, "proposal", "proposals")) pending") + rest
  }
}

extension ScreeningReport {
  private static let roundTitle = Words(vi: "Đợt", en: "Round")

  private static func outcomes<Row>(
    _ outcomes: @escaping @Sendable (Row) -> ScreeningOutcomes
  ) -> [Column<Row>] {
    [
      .count("screened", Words(vi: "Đã rà soát", en: "Screened")) { outcomes($0).screened },
      .count("qualified", ScreeningOutcome.qualified.words) { outcomes($0).qualified },
      .count("remedial", ScreeningOutcome.remedial.words) { outcomes($0).remedial },
      .count("removalProposed", ScreeningOutcome.removalProposed.words) {
        outcomes($0).removalProposed
      },
    ]
  }

  private static let rounds: [Column<ScreeningRound>] =
    [
      Column("round", roundTitle) { .text($0.name) },
      Column("first", Words(vi: "Từ ngày", en: "First day")) { .known($0.first) },
      Column("last", Words(vi: "Đến ngày", en: "Last day")) { .known($0.last) },
    ] + outcomes { $0.outcomes }

  private static let places: [Column<ScreeningPlaceRow>] =
    [Column("round", roundTitle) { .text($0.outcomes.round) }]
    + outcomes { $0.outcomes.outcomes }

  private static let remedials: [Column<ScreeningRow<RemedialPeriod>>] =
    [
      Column("round", roundTitle) { .text($0.subject.screening.round) },
      Column("from", Words(vi: "Từ ngày", en: "From")) { .known($0.subject.screening.on) },
      ground { $0.subject.screening.ground },
      .count("months", Words(vi: "Số tháng", en: "Months")) { $0.subject.months },
      Column("until", Words(vi: "Hết hạn", en: "Until")) { .day($0.subject.until) },
      Column("state", Words(vi: "Tình trạng", en: "State")) { .code($0.subject.state) },
    ] + later { $0.subject.later }
    + Column.basis { ($0.subject.basis, $0.subject.verified) }
    + [Column.evidence { [$0.subject.screening.index] }]

  private static func ground<Row>(
    _ ground: @escaping @Sendable (Row) -> ScreeningGround?
  ) -> Column<Row> {
    Column("ground", Words(vi: "Lý do", en: "Ground")) { .code(ground($0)) }
  }

  private static func later<Row>(
    _ later: @escaping @Sendable (Row) -> Screening?
  ) -> [Column<Row>] {
    [
      Column("laterRound", Words(vi: "Đợt sau", en: "Later round")) { .text(later($0)?.round) },
      Column("laterOutcome", Words(vi: "Kết quả đợt sau", en: "Later outcome")) {
        .code(later($0)?.outcome)
      },
    ]
  }

  private static let triggers: [Column<ScreeningRow<ScreeningTrigger>>] =
    [
      .count("firstYear", Words(vi: "Từ năm", en: "First year")) { $0.subject.firstYear },
      .count("lastYear", Words(vi: "Đến năm", en: "Last year")) { $0.subject.lastYear },
      Column("lastRound", Words(vi: "Đợt gần nhất", en: "Last round")) {
        .text($0.subject.lastScreening?.round)
      },
      Column("lastOutcome", Words(vi: "Kết quả đợt gần nhất", en: "Its outcome")) {
        .code($0.subject.lastScreening?.outcome)
      },
    ] + Column.basis { ($0.subject.basis, $0.subject.verified) }
    + [Column.evidence { $0.subject.evidence }]

  private static let proposals: [Column<ScreeningRow<RemovalProposal>>] =
    [
      Column("round", roundTitle) { .text($0.subject.screening.round) },
      Column("screenedOn", Words(vi: "Ngày", en: "Day")) { .known($0.subject.screening.on) },
      ground { $0.subject.screening.ground },
      Column("outcome", Words(vi: "Kết quả xử lý", en: "What followed")) {
        .code($0.subject.outcome)
      },
      Column("endedOn", Words(vi: "Ngày ra khỏi Đảng", en: "Ended on")) {
        .day($0.subject.ending?.on)
      },
      Column("how", Words(vi: "Hình thức", en: "How")) { .code($0.subject.ending?.how) },
      Column("endingGround", Words(vi: "Lý do ra khỏi Đảng", en: "Ground of ending")) {
        .code($0.subject.ending?.ground)
      },
    ] + later { $0.subject.later }
    + [
      Column.evidence {
        [$0.subject.screening.index] + [$0.subject.ending?.index].compactMap { $0 }
      }
    ]

  private static let removals: [Column<Removal>] = [
    .count("year", Words(vi: "Năm", en: "Year")) { $0.key.year },
    Column("how", Words(vi: "Hình thức", en: "How")) { .code($0.key.how) },
    Column("ground", Words(vi: "Lý do", en: "Ground")) { .code($0.key.ground) },
    .count("count", Words(vi: "Số người", en: "People")) { $0.count },
  ]
}
