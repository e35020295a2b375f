import Cadre
import Testing

@testable import Intake

/// How the values of closed lists may be written.
@Suite struct SpellingsTests {
  private func read<Value: Sendable>(_ text: String, _ pairs: [(label: String, value: Value)])
    -> Value?
  {
    var column = CodeColumn(pairs)
    return column.value(of: Array(text.utf8).span)
  }

  @Test func `Vietnamese words, English ones, names and abbreviations are read`() {
    for text in [
      "Hoàn thành tốt nhiệm vụ", "good", "HTTNV", "hoàn thành tốt", "tasks fulfilled well",
    ] {
      #expect(read(text, Labels.grades) == .good, "\(text)")
      #expect(Spellings.value(text, of: Grade.self) == .good, "\(text)")
    }
    #expect(read("ThS", Labels.degrees) == .master)
    #expect(read("TC", Labels.degrees) == .vocational)
    #expect(read("TC", Labels.theoryLevels) == .intermediate)
    #expect(read("Phó phòng", Labels.positionClasses) == .deputyDivisionHead)
    #expect(read("deputyDivisionHead", Labels.positionClasses) == .deputyDivisionHead)
  }

  @Test func `what could be several values is none`() {
    #expect(read("HT", Labels.grades) == nil)
    #expect(Spellings.value("HT", of: Grade.self) == nil)
    #expect(Spellings.candidates(for: "ht", among: Grade.allCases) == [.fulfilled, .good])
  }
}
