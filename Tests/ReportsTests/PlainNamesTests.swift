import Cadre
import JSON
import Testing

@testable import Reports

/// The names in long JSON answers are those that machines get everywhere.
@Suite struct PlainNamesTests {
  private func hold<C: Code>(_ codes: C.Type, _ plain: (C) -> StaticString) {
    for code in C.allCases { #expect("\(plain(code))" == code.name) }
  }

  @Test func `plain names are the codes' own`() {
    hold(RequirementID.self, \.plain)
    hold(RequirementStatus.self, \.plain)
    hold(Verdict.self, \.plain)
    hold(Line.self, \.plain)
    hold(PositionClass.self, \.plain)
    hold(TheoryLevel.self, \.plain)
    hold(Grade.self, \.plain)
    hold(Degree.self, \.plain)
    hold(ScreeningOutcome.self, \.plain)
    hold(ConclusionResult.self, \.plain)
    hold(DisciplineSystem.self, \.plain)
    hold(DisciplineForm.self, \.plain)
    hold(ImpedimentKind.self, \.plain)
    hold(EndingKind.self, \.plain)
    for sheet in RequiredSheet.allCases { #expect("\(sheet.plain)" == sheet.sheet) }
  }

  @Test(arguments: ["0001-01-01", "1999-12-31", "2024-02-29", "9999-10-20"])
  func `a day is written as it reads`(text: String) throws {
    let day = try #require(Day(text: text))
    var json = JSONWriter()
    json.beginArray()
    json.day(day)
    json.month(day.month)
    json.day(nil)
    json.endArray()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == "[\"\(text)\",\"\(text.prefix(7))\",null]")
  }
}
