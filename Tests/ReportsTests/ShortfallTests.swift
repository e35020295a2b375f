import Testing

@testable import Cadre
@testable import Reports

private func day(_ text: String) throws -> Day { try #require(Day(text: text)) }

private func shortfall(
  _ id: RequirementID, _ status: RequirementStatus, _ needed: Needed, _ found: Found = .nothing,
  metFrom: Day? = nil, missing: RequiredSheet? = nil, on: Day = Day(number: 19_509)
) -> Words? {
  Requirement(
    id: id, status: status, needed: needed, found: found, evidence: [], basis: nil, verified: true,
    metFrom: metFrom, missingSheet: missing
  ).shortfall(on: on)
}

/// What a clerk reads in the list of who lacks what.
@Suite struct ShortfallTests {
  @Test func `nothing is missing where a requirement is met or does not apply`() {
    for status in [RequirementStatus.met, .notApplicable] {
      for id in RequirementID.allCases { #expect(shortfall(id, status, .nothing) == nil) }
    }
  }

  @Test func `what is missing is said with the value and the day that matter`() throws {
    let until = try day("2025-12-01")
    let entry = try PlanningEntry(
      position: PositionNumber(1), term: Term(firstYear: 2020, lastYear: 2025),
      entered: day("2020-02-10"), index: LogIndex(7))
    let on = try day("2023-05-19")
    let said: [(Words?, String)] = [
      (
        shortfall(
          .discipline, .unmet, .noBar, .bar(.party, .warning, announcedOn: on, until: until),
          metFrom: until), "kỷ luật cảnh cáo đến 01/12/2025"
      ),
      (shortfall(.theory, .unmet, .theory(.intermediate)), "thiếu trung cấp LLCT"),
      (
        shortfall(.theory, .unmet, .theory(.advanced), .theory(.intermediate)),
        "thiếu cao cấp LLCT (có trung cấp)"
      ),
      (
        shortfall(
          .rating, .unknown, .ratings(years: 1, latest: .good, earlier: .good),
          .rating(year: 2022, grade: nil), missing: .ratings), "chưa có xếp loại 2022"
      ),
      (
        shortfall(.planning, .unmet, .planned, .lapsed(entry, on: on)),
        "quy hoạch hết hiệu lực từ 19/05/2023"
      ),
      (
        shortfall(.membership, .unmet, .officialMember, .membership(.probationer), metFrom: until),
        "còn dự bị (đủ từ 01/12/2025)"
      ),
      (
        shortfall(.membership, .unknown, .officialMember, missing: .admissions),
        "chưa rõ đảng viên chính thức (thiếu bảng ket-nap)"
      ),
      (
        shortfall(.membership, .unmet, .officialMember, .membership(.ended(.expelled))),
        "đã ra khỏi Đảng (khai trừ)"
      ),
      (
        shortfall(.tenure, .unmet, .monthsInPost(24), .monthsInPost(10), metFrom: until),
        "mới giữ chức 10/24 tháng (đủ từ 01/12/2025)"
      ),
      (
        shortfall(.impediment, .unmet, .noImpediment, .impediment(.investigation, until: nil)),
        "đang bị điều tra"
      ),
    ]
    for (words, vietnamese) in said { #expect(words?.vietnamese == vietnamese) }
  }

  @Test func `a month of retirement that is past is said to be reached`() throws {
    let month = Month(year: 2020, month: 11)
    func words(on text: String) throws -> Words? {
      try shortfall(
        .age, .unmet, .monthsToRetirement(60), .retirement(earliest: month, latest: month),
        on: day(text))
    }
    #expect(try words(on: "2020-11-30")?.vietnamese == "nghỉ hưu 11/2020, còn dưới 60 tháng")
    #expect(try words(on: "2020-12-01")?.vietnamese == "đã đến tuổi nghỉ hưu 11/2020")
    #expect(try words(on: "2023-06-01")?.english == "reached retirement 11/2020")
  }

  @Test func `every kind of need and find is said in both languages`() throws {
    let needs: [Needed] = [
      .officialMember, .planned, .theory(.advanced), .conclusion(validMonths: 6),
      .screening(.qualified), .ratings(years: 3, latest: .good, earlier: .fulfilled), .noBar,
      .monthsToRetirement(60), .declaration(year: 2022), .degree(.university), .monthsInPost(24),
      .noSuspension, .noImpediment,
    ]
    for (id, needed) in zip(RequirementID.allCases, needs) {
      #expect(needed.words.vietnamese != needed.words.english)
      for status in [RequirementStatus.unmet, .unknown] {
        let words = try #require(shortfall(id, status, needed))
        #expect(words.vietnamese != words.english)
        #expect(!words.vietnamese.isEmpty && !words.english.isEmpty)
      }
    }
  }
}
