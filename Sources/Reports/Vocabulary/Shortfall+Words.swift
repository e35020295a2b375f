package import Cadre

extension Requirement {
  /// What is missing on that day, in a few words with the value and the day that matter; nil where
  /// nothing is.
  package func shortfall(on day: Day) -> Words? {
    switch status {
    case .met, .notApplicable: nil
    case .unmet: unmet(on: day) + remainder
    case .unknown: unknown
    }
  }

  /// From when time alone will do, where the words do not say so already.
  private var remainder: Words {
    guard let metFrom else { return .none }
    switch found {
    case .bar(_, _, _, let until) where until == metFrom: return .none
    case .impediment(_, .some(let until)) where until == metFrom: return .none
    default: return Words(vi: " (đủ từ \(metFrom.forPeople))", en: " (from \(metFrom.forPeople))")
    }
  }

  private func unmet(on day: Day) -> Words {
    switch (needed, found) {
    case (.monthsToRetirement, .retirement(_, let latest)) where latest < day.month:
      found.words(on: day) { _ in nil }
    case (_, .membership(.probationer)): Words(vi: "còn dự bị", en: "still a probationer")
    case (_, .membership(.prospect)): Words(vi: "chưa kết nạp", en: "not admitted")
    case (_, .membership(let status)): status.words
    case (.planned, .lapsed(_, let day)):
      Words(vi: "quy hoạch hết hiệu lực từ ", en: "planning lapsed on ") + Words(day)
    case (.planned, .left(_, let day)):
      Words(vi: "ra khỏi quy hoạch ", en: "left planning on ") + Words(day)
    case (.planned, _): Words(vi: "không trong quy hoạch", en: "not in planning")
    case (.theory(let level), let found):
      Words(vi: "thiếu ", en: "lacks ") + level.words.small
        + Words(vi: " LLCT", en: " political theory") + held(found)
    case (.degree(let degree), let found):
      Words(vi: "thiếu trình độ ", en: "lacks ") + degree.words.small + held(found)
    case (.conclusion, .conclusion(.unfavourable, let on, _)):
      Words(
        vi: "kết luận TCCT \(on.forPeople) không đạt",
        en: "conclusion of \(on.forPeople) unfavourable")
    case (.conclusion, .conclusion(_, _, .some(let until))):
      Words(
        vi: "kết luận TCCT hết hạn từ \(until.forPeople)",
        en: "conclusion expired on \(until.forPeople)")
    case (.screening, .screening(let outcome, let on)):
      Words(vi: "sàng lọc \(on.forPeople): ", en: "screened \(on.forPeople): ")
        + outcome.words.small
    case (_, .rating(let year, .some(let grade))):
      Words(vi: "xếp loại \(year): ", en: "rated \(year): ") + grade.words.small
    case (_, .bar(_, let form, _, let until)):
      Words(vi: "kỷ luật ", en: "discipline: ") + form.words.small
        + Words(vi: " đến ", en: " until ") + Words(until)
    case (.monthsToRetirement(let months), .retirement(let earliest, let latest)):
      Words(vi: "nghỉ hưu ", en: "retires ") + Found.months(earliest, latest)
        + Words(vi: ", còn dưới \(months) tháng", en: ", in under \(months) months")
    case (.monthsInPost(let months), .monthsInPost(let held)):
      Words(vi: "mới giữ chức \(held)/\(months) tháng", en: "\(held) of \(months) months in post")
    case (_, .suspended): Words(vi: "tạm dừng công tác cán bộ", en: "personnel work suspended")
    case (_, .impediment): found.words(on: day) { _ in nil }
    default: id.words
    }
  }

  private func held(_ found: Found) -> Words {
    let held =
      switch found {
      case .theory(let level): level.words.small
      case .degree(let degree): degree.words.small
      default: Words.none
      }
    return held.isEmpty ? .none : Words(vi: " (có ", en: " (has ") + held + Words(")")
  }

  private var unknown: Words {
    switch (needed, found) {
    case (.ratings, .rating(let year, nil)):
      Words(vi: "chưa có xếp loại \(year)", en: "no rating for \(year)")
    case (.ratings, _): Words(vi: "chưa có xếp loại", en: "no rating")
    case (.conclusion, _): Words(vi: "chưa có kết luận TCCT", en: "no conclusion on standards")
    case (.screening, _): Words(vi: "chưa rà soát, sàng lọc", en: "not screened")
    case (.declaration(let year), _):
      Words(vi: "chưa có kê khai tài sản \(year)", en: "no assets declared for \(year)")
    case (.monthsToRetirement, .retirement(let earliest, let latest)):
      Words(vi: "ngày sinh chưa đủ rõ: nghỉ hưu ", en: "birth not exact: retires ")
        + Found.months(earliest, latest)
    case (.monthsToRetirement, _):
      Words(vi: "thiếu ngày sinh hoặc giới tính", en: "birth or sex missing")
    case (.degree, _): Words(vi: "chưa có trình độ chuyên môn", en: "no degree recorded")
    default:
      Words(vi: "chưa rõ ", en: "not known: ") + id.words
        + (missingSheet.map {
          Words(vi: " (thiếu bảng \($0.sheet))", en: " (no sheet \($0.sheet))")
        } ?? .none)
    }
  }
}
