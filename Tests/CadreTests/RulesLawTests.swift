import TestSupport
import Testing

@testable import Cadre

@Suite struct `Rules: laws` {
  private static let span: Range<Int32> = 0..<60

  private func entries(_ random: inout SeededGenerator) -> [RuleEntry] {
    (0..<Int.random(in: 0...8, using: &random)).map { place in
      let from = Int32.random(in: 0..<50, using: &random)
      let to = Int32.random(in: from + 1..<58, using: &random)
      var scope = RuleScope()
      if Bool.random(using: &random) { scope.lines = some(&random) }
      if Bool.random(using: &random) { scope.classes = some(&random) }
      if Int.random(in: 0..<4, using: &random) == 0 { scope.sectors = some(&random) }
      return RuleEntry(
        from: Bool.random(using: &random) ? Day(number: from) : nil,
        to: Bool.random(using: &random) ? Day(number: to) : nil, scope: scope,
        value: .number(place), basis: Basis(text: "\(place)"), verified: true)
    }
  }

  private func some<C: Code>(_ random: inout SeededGenerator) -> Set<C> {
    var chosen = Set(C.allCases.filter { _ in Bool.random(using: &random) })
    if chosen.isEmpty, let first = C.allCases.first { chosen = [first] }
    return chosen
  }

  /// What the document says, read word by word.
  private func plain(
    _ entries: [RuleEntry], _ line: Line?, _ grade: PositionClass?, _ day: Day
  ) -> Int? {
    entries.firstIndex { entry in
      (entry.from.map { $0 <= day } ?? true) && (entry.to.map { day < $0 } ?? true)
        && (entry.scope.lines.isEmpty || line.map { entry.scope.lines.contains($0) } ?? false)
        && (entry.scope.classes.isEmpty || grade.map { entry.scope.classes.contains($0) } ?? false)
        && entry.scope.sectors.isEmpty
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `a lookup is the first entry that applies, and stays so until it says`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entries = entries(&random)
    let rules = RuleSet(id: "t", title: "T", parameters: [.theoryRequired: entries])
    let boundaries = Set(rules.boundaries(of: .theoryRequired))
    for (line, grade) in [(nil, nil), (.party, nil), (.party, .secretary), (.union, .director)]
      as [(Line?, PositionClass?)]
    {
      let asked = RuleCase(line: line, class: grade)
      let truth = Self.span.map { plain(entries, line, grade, Day(number: $0)) }
      for number in Self.span {
        let day = Day(number: number)
        let found = rules.number(.theoryRequired, for: asked, on: day)
        let until = rules.nextChange(of: .theoryRequired, for: asked, after: day)
        let end = Int(min(until?.number ?? .max, Self.span.upperBound))
        let isSame = truth[Int(number)..<end].allSatisfy { $0 == found?.value }
        let isBoundary = until.map { boundaries.contains($0) } ?? true
        let isTold = found.map { $0.until == until } ?? true
        #expect(isSame && isBoundary && isTold, "seed \(seed), day \(number)")
      }
    }
  }

  @Test(arguments: UInt64(1)...200)
  func `two scopes overlap where some case is in both`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (left, right) = (RuleScope(), RuleScope())
    if Bool.random(using: &random) { left.lines = some(&random) }
    if Bool.random(using: &random) { right.lines = some(&random) }
    if Bool.random(using: &random) { left.sexes = some(&random) }
    if Bool.random(using: &random) { right.sexes = some(&random) }
    let common = Line.allCases.contains { line in
      Sex.allCases.contains { sex in
        let mask = RuleCase(line: line, sex: sex).mask
        return left.mask & mask == mask && right.mask & mask == mask
      }
    }
    #expect(left.overlaps(right) == common, "seed \(seed)")
  }
}
