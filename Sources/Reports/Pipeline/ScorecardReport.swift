internal import Cadre
package import Office

/// The scorecard as people read it: `cadre scorecard`.
package enum ScorecardReport {
  /// The answer: the targets, and the units that fall short of them.
  package static func answer(_ card: Scorecard) -> Answer {
    let met = card.lines.count { $0.status == .met }
    let unmet = card.lines.count { $0.status == .unmet }
    let rest = card.lines.count { $0.status == .open || $0.status == .unknown }
    return Answer(
      card.standpoint,
      [
        Listing(
          "targets",
          Words(vi: "Chỉ tiêu kỳ \(card.period.name)", en: "Targets of \(card.period.name)"),
          card.lines, lines),
        Listing(
          "units", Words(vi: "Đơn vị chưa đạt", en: "Units that fall short"), card.shortfalls,
          units),
      ],
      summary: Words(
        vi: "kỳ \(card.period.name): \(met) chỉ tiêu đạt, \(unmet) chưa đạt, \(rest) chưa rõ hoặc "
          + "chưa đến hạn",
        en: "\(card.period.name): \(Words.counted(met, "target", "targets")) met, "
          + "\(unmet) not met, \(rest) open or not known"),
      pictures: [
        .meters(
          "targets", label: ["row", "measure", "period"], percent: "percent", count: "count",
          targets: ["targetMinimum", "targetMaximum"], figures: ["value", "target"],
          state: "status")
      ])
  }

  private static let lines: [Column<ScoreLine>] =
    [
      Column("row", Words("S"), wraps: false) { .text("S\($0.measure.row)") },
      Column("measure", Words(vi: "Nội dung", en: "Measure")) {
        .code($0.measure, $0.measure.words)
      },
      Column("period", Words(vi: "Kỳ", en: "Period"), wraps: false) { .text($0.period) },
      Column("value", Words(vi: "Kết quả", en: "Value"), in: .table, alignment: .trailing) {
        .words($0.words)
      },
      Column("percent", Words("%"), alignment: .trailing) {
        $0.value.percent.map { .hundredths($0) } ?? .absent
      },
      Column("count", Words(vi: "Số", en: "Count"), in: [.csv, .json]) { .number($0.value.part) },
      Column("of", Words(vi: "Trên", en: "Of"), in: [.csv, .json]) { .number($0.value.whole) },
      Column("target", Words(vi: "Chỉ tiêu", en: "Target"), in: [.table, .csv]) {
        .words($0.target?.words ?? .none)
      },
      Column("targetMinimum", Words(vi: "Từ", en: "From"), in: .json) { .number($0.target?.least) },
      Column("targetMaximum", Words(vi: "Đến", en: "To"), in: .json) { .number($0.target?.most) },
      Column("targetUnit", Words(vi: "Đơn vị", en: "Unit"), in: .json) { .text($0.target?.unit) },
      Column("status", Words(vi: "Kết luận", en: "Status")) {
        .code($0.status, $0.status.words, tone: $0.status.tone)
      },
      Column("short", Words(vi: "Chưa đạt", en: "Short"), alignment: .trailing) {
        .number($0.short)
      },
      Column("unknown", Words(vi: "Chưa rõ", en: "Not known"), in: [.csv, .json]) {
        .number($0.unknown)
      },
    ] + Column.basis { ($0.basis, $0.verified) }

  private static let units: [Column<UnitShortfall>] = [
    Column("row", Words("S"), wraps: false) { .text("S\($0.shortfall.measure.row)") },
    Column("measure", Words(vi: "Nội dung", en: "Measure")) {
      .code($0.shortfall.measure, $0.shortfall.measure.words)
    },
    Column("period", Words(vi: "Kỳ", en: "Period"), wraps: false) { .text($0.shortfall.period) },
    Column("status", Words(vi: "Kết luận", en: "Status")) {
      .code($0.status, $0.status.words, tone: $0.status.tone)
    },
    Column("organisation", Words(vi: "Mã", en: "Code"), wraps: false) { .text($0.unit.code) },
    Column("organisationName", Words(vi: "Tổ chức", en: "Organisation")) { .text($0.unit.name) },
    Column("value", Words(vi: "Kết quả", en: "Value"), in: .table, alignment: .trailing) {
      .words($0.shortfall.value.words(of: $0.shortfall.measure))
    },
    Column("count", Words(vi: "Số", en: "Count"), in: [.csv, .json]) {
      .number($0.shortfall.value.part)
    },
    Column("of", Words(vi: "Trên", en: "Of"), in: [.csv, .json]) {
      .number($0.shortfall.value.whole)
    },
  ]
}

extension ScoreLine {
  /// The value; of a count that lacks some numbers, that it is at least as much.
  fileprivate var words: Words {
    guard case .count(let count) = value, unknown > 0 else { return value.words }
    return count == 0 ? TargetStatus.unknown.words : Words("≥ \(count)")
  }
}

extension MeasuredValue {
  fileprivate var part: Int {
    switch self {
    case .count(let count), .part(let count, _): count
    }
  }

  fileprivate var whole: Int? { if case .part(_, let whole) = self { whole } else { nil } }

  fileprivate var words: Words {
    switch self {
    case .count(let count): Words("\(count)")
    case .part(let part, let whole): Words("\(part)/\(whole)")
    }
  }

  /// Of a plan, how much of it was done.
  fileprivate func words(of measure: Measure) -> Words {
    guard measure == .inspectionPlans || measure == .plansRest, let percent else { return words }
    return Words(
      vi: decimal(percent, mark: ",") + " %", en: decimal(percent, mark: ".") + " %")
  }
}

extension Target {
  fileprivate var words: Words {
    switch self {
    case .atLeast(let least): Words("≥ \(least)")
    case .between(let least, let most): Words("\(least)–\(most)")
    case .share(let share): Words("≥ \(share) %")
    case .above(let share): Words("> \(share) %")
    }
  }

  fileprivate var least: Int {
    switch self {
    case .atLeast(let least), .between(let least, _), .share(let least), .above(let least): least
    }
  }

  fileprivate var most: Int? { if case .between(_, let most) = self { most } else { nil } }

  fileprivate var unit: String {
    switch self {
    case .atLeast, .between: "count"
    case .share: "percent"
    case .above: "percentAbove"
    }
  }
}
