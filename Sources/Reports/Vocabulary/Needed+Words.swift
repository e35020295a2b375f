package import Cadre

extension Needed {
  /// What people read.
  package var words: Words {
    switch self {
    case .nothing: .none
    case .officialMember: MembershipStatus.official.words
    case .planned:
      Words(
        vi: "trong quy hoạch chức danh này hoặc chức danh cùng ngạch, bậc không thấp hơn",
        en: "in planning for the post, or for one of its line and at least its rank")
    case .theory(let level):
      level.words.small + Words(vi: " LLCT trở lên", en: " political theory or higher")
    case .conclusion(let months):
      Words(vi: "kết luận đạt", en: "a favourable conclusion")
        + (months.map { Words(vi: ", trong \($0) tháng", en: " of the last \($0) months") } ?? .none)
    case .screening(let outcome): outcome.words.small
    case .ratings(let years, let latest, let earlier): Needed.ratings(years, latest, earlier)
    case .noBar:
      Words(vi: "không trong thời hạn kỷ luật cản trở", en: "no discipline that bars")
    case .monthsToRetirement(let months):
      Words(vi: "còn ít nhất \(months) tháng đến nghỉ hưu", en: "\(months) months to retirement")
    case .declaration(let year): Words(vi: "kê khai năm \(year)", en: "declared for \(year)")
    case .degree(let degree): degree.words.small + Words(vi: " trở lên", en: " or higher")
    case .monthsInPost(let months):
      Words(
        vi: "giữ chức vụ bậc liền dưới hoặc cùng bậc \(months) tháng",
        en: "\(months) months in posts of the rank below or the same")
    case .noSuspension: Words(vi: "không bị tạm dừng", en: "no suspension")
    case .noImpediment: Words(vi: "không vướng mắc", en: "no impediment")
    }
  }

  private static func ratings(_ years: Int, _ latest: Grade, _ earlier: Grade) -> Words {
    let last = latest.words.small
    if years == 1 {
      return Words(vi: "năm trước từ ", en: "the year before at least ") + last
    }
    if latest == earlier {
      return Words(vi: "\(years) năm trước từ ", en: "\(years) years before at least ") + last
    }
    return Words(vi: "\(years) năm trước: năm gần nhất từ ", en: "\(years) years: the latest ")
      + last + Words(vi: ", các năm còn lại từ ", en: ", each before it ") + earlier.words.small
  }
}

extension Found {
  /// What people read on that day.
  ///
  /// - Parameter code: of a post.
  package func words(on day: Day, _ code: (PositionNumber) -> String?) -> Words {
    switch self {
    case .retirement(let earliest, let latest) where latest < day.month:
      return Words(vi: "đã đến tuổi nghỉ hưu ", en: "reached retirement ")
        + Found.months(earliest, latest)
    case .planned(let entry): return Found.entry(entry, code)
    case .lapsed(let entry, let day):
      return Found.entry(entry, code)
        + Words(vi: ", hết hiệu lực \(day.forPeople)", en: ", lapsed \(day.forPeople)")
    case .left(let entry, let day):
      return Found.entry(entry, code)
        + Words(vi: ", đưa ra \(day.forPeople)", en: ", left \(day.forPeople)")
    case .holdsPost(let position):
      let name = code(position) ?? String(position.number)
      return Words(vi: "đang giữ \(name)", en: "holds \(name)")
    case .nothing, .membership, .theory, .conclusion, .screening, .rating, .bar, .retirement,
      .declared, .degree, .monthsInPost, .suspended, .suspensionLifted, .impediment:
      return plainWords
    }
  }

  private static func entry(_ entry: PlanningEntry, _ code: (PositionNumber) -> String?) -> Words {
    let name = code(entry.position) ?? String(entry.position.number)
    return Words("\(name) \(entry.term)") + Words(vi: " từ ", en: " since ") + Words(entry.entered)
  }

  private var plainWords: Words {
    switch self {
    case .membership(let status): return status.words
    case .theory(let level): return level.words.small
    case .conclusion(let result, let on, let until):
      let end = until.map { Words(vi: ", đến \($0.forPeople)", en: ", until \($0.forPeople)") }
      return result.words.small + Words(" ") + Words(on) + (end ?? .none)
    case .screening(let outcome, let on): return outcome.words.small + Words(" ") + Words(on)
    case .rating(let year, let grade):
      return Words("\(year): ")
        + (grade?.words.small ?? Words(vi: "chưa xếp loại", en: "not rated"))
    case .bar(let system, let form, let announcedOn, let until):
      return form.words.small + Words(" (") + system.words + Words(") ") + Words(announcedOn)
        + Words(vi: ", đến \(until.forPeople)", en: ", until \(until.forPeople)")
    case .retirement(let earliest, let latest):
      return Words(vi: "nghỉ hưu ", en: "retires ") + Found.months(earliest, latest)
    case .declared(let year): return Words(vi: "năm \(year)", en: "for \(year)")
    case .degree(let degree): return degree.words.small
    case .monthsInPost(let months): return Words(vi: "\(months) tháng", en: "\(months) months")
    case .suspended: return Words(vi: "đang tạm dừng", en: "suspended")
    case .suspensionLifted: return Words(vi: "đã thôi tạm dừng", en: "suspension lifted")
    case .impediment(let kind, let until):
      let end = until.map { Words(vi: " đến \($0.forPeople)", en: " until \($0.forPeople)") }
      return kind.words.small + (end ?? .none)
    case .nothing, .planned, .lapsed, .left, .holdsPost: return .none
    }
  }

  /// A month, or an interval of months.
  static func months(_ earliest: Month, _ latest: Month) -> Words {
    earliest == latest
      ? Words(earliest.forPeople) : Words("\(earliest.forPeople)–\(latest.forPeople)")
  }
}
