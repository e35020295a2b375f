import Cadre
import CadreCodec
import Office
import TestSupport
import Testing

/// Trying, adopting and doubting rule sets.
@Suite struct RuleSetChangeTests {
  private static let days = ["2021-04-01", "2023-06-01", "2025-05-20", "2025-10-20"]

  @Test func `the rules in force change nothing`() throws {
    var random = SeededGenerator.announced()
    let folder = try TemporaryFolder()
    let ledger = try worked(in: folder.path + "/ledger", seed: random.next())
    for text in Self.days {
      let day = try #require(Day(text: text))
      let inquiry = Inquiry(on: day)
      let found = try ledger.rulesDifference(ShippedRules.content, inquiry, now: askedAt)
      #expect(found.changes.isEmpty, "\(random) on \(text)")
      #expect(found.keptVerdicts == 0, "\(random) on \(text)")
      #expect(found.rows == (try ledger.eligibility(inquiry, now: askedAt).rows.count))
    }
  }

  @Test func `a trial says what two lists differ in once the rules are adopted`() throws {
    var random = SeededGenerator.announced()
    let folder = try TemporaryFolder()
    let ledger = try worked(in: folder.path + "/ledger", seed: random.next())
    var changed = 0
    for round in 0..<12 {
      let id = "trial-\(round)"
      let text = modified(ShippedRules.content, id: id, using: &random)
      let day = try #require(Self.days.randomElement(using: &random).flatMap { Day(text: $0) })
      let size = try ledger.status().events
      let trial = try ledger.rulesDifference(
        text, Inquiry(on: day, rules: "khoi-ha-tinh-2026-2"), now: askedAt)
      #expect(try ledger.status().events == size, "a trial records nothing")
      #expect(!(try ledger.adopt(text, actor: "test", now: askedAt)).isUnchanged)
      let before = try verdicts(ledger, on: day, rules: "khoi-ha-tinh-2026-2")
      let after = try verdicts(ledger, on: day, rules: id)
      let expected = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      let context: Comment = "\(random), \(id) on \(day)"
      #expect(Set(trial.changes.map { Row($0.row) }) == expected, context)
      for change in trial.changes {
        #expect(change.before?.verdict == before[Row(change.row)], context)
        #expect(change.after?.verdict == after[Row(change.row)], context)
        if change.before != nil, change.after != nil {
          #expect(!change.requirements.isEmpty, context)
        }
      }
      changed += trial.changes.count
    }
    print("\(changed) verdicts changed")
    #expect(changed > 0, "\(random)")
    #expect(try ledger.verify().isClean, "\(random)")
  }

  @Test func `a rule set is adopted once, and other content needs another id`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    let size = try ledger.status().events
    let shipped = try ledger.adopt(ShippedRules.content, actor: "test", now: askedAt)
    #expect(shipped.isUnchanged)
    #expect(shipped.index == LogIndex(1))
    let text = ShippedRules.content.replacing("khoi-ha-tinh-2026-2", with: "other")
    let adopted = try ledger.adopt(text, actor: "test", now: askedAt)
    #expect(adopted.index == LogIndex(size))
    #expect(!adopted.isUnchanged)
    #expect(adopted.inForce == "other")
    #expect(try ledger.adopt(text, actor: "test", now: askedAt).isUnchanged)
    #expect(try ledger.adopt(ShippedRules.content, actor: "test", now: askedAt).inForce == "other")
    let conflict = #expect(throws: OfficeError.self) {
      try ledger.adopt(text + "\n", actor: "test", now: askedAt)
    }
    #expect(conflict?.reason == .refused(.conflict(with: LogIndex(size))))
    #expect(try ledger.status().events == size + 1)
    #expect(try ledger.status().rules == "other")
    _ = try ledger.retract(
      LogIndex(size), reason: .other, withDependants: false, actor: "test", now: askedAt)
    #expect(!(try ledger.adopt(text + "\n", actor: "test", now: askedAt)).isUnchanged)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a rule set has at most 60,000 bytes`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    let text = ShippedRules.content.replacing("khoi-ha-tinh-2026-2", with: "other")
    let room = 60_000 - text.utf8.count
    let whole = text + String(repeating: " ", count: room)
    let error = #expect(throws: OfficeError.self) {
      try ledger.adopt(whole + " ", actor: "test", now: askedAt)
    }
    #expect(
      error?.reason
        == .badRules("1:1 it has 60001 bytes: shorten the text to 60000 bytes of UTF-8"))
    #expect(!(try ledger.adopt(whole, actor: "test", now: askedAt)).isUnchanged)
    #expect(try ledger.verify().isClean)
  }

  @Test func `verdicts hang on the parameters whose marks alone make them doubtful`() throws {
    let folder = try TemporaryFolder()
    let ledger = try worked(in: folder.path + "/ledger", seed: 5)
    let day = try #require(Day(text: "2025-10-20"))
    let lint = try ledger.lint(Inquiry(on: day), now: askedAt)
    let rows = try ledger.eligibility(Inquiry(on: day), now: askedAt).rows
    #expect(lint.rows == rows.count)
    #expect(lint.hangingRows == rows.count(where: \.judgement.hangsOnUnverified))
    #expect(lint.hangingRows > 0)
    #expect(lint.hanging.allSatisfy { (1...lint.hangingRows).contains($0.count) })
    // A verdict that hangs does so on some parameter.
    #expect(lint.hanging.reduce(0) { $0 + $1.count } >= lint.hangingRows)
    #expect(lint.yearsWithoutHolidays == [2026])
    let certain = ShippedRules.content.replacing(#""verified": false"#, with: #""verified": true"#)
    let clean = try ledger.lint(of: certain, Inquiry(on: day), now: askedAt)
    #expect(clean.hanging.isEmpty)
    #expect(clean.hangingRows == 0)
    #expect(clean.rules.id == lint.rules.id)
    // A measure and a programme that were meant to end.
    let ended: Set<ParameterName> = [.suspension, .programmeTargets]
    #expect(
      clean.remarks.allSatisfy { remark in
        if case .expired = remark { ended.contains(remark.parameter) } else { false }
      })
  }
}

extension RuleSetChangeTests {
  /// What makes two rows the same.
  private struct Row: Hashable {
    let person: PersonNumber
    let position: PositionNumber

    init(_ row: Assessment) {
      person = row.who.person
      position = row.position
    }
  }

  /// The small sample with some work done on it.
  private func worked(in path: String, seed: UInt64) throws -> Ledger {
    let ledger = try Ledger.made(in: path)
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<60 { try office.work() }
    return ledger
  }

  private func verdicts(
    _ ledger: Ledger, on day: Day, rules: String
  ) throws -> [Row: Verdict] {
    let rows = try ledger.eligibility(Inquiry(on: day, rules: rules), now: askedAt).rows
    return Dictionary(uniqueKeysWithValues: rows.map { (Row($0), $0.judgement.verdict) })
  }

  /// The same rule set under another id with a third of its values, at random, made others.
  private func modified(
    _ text: String, id: String, using random: inout SeededGenerator
  ) -> String {
    let mark = #""value": "#
    let lines = text.replacing("khoi-ha-tinh-2026-2", with: id)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      guard let place = line.firstRange(of: mark), Int.random(in: 0..<3, using: &random) == 0
      else { return String(line) }
      let old = line[place.upperBound...].prefix { $0 != "," && $0 != " " }
      let new: String
      if old == "true" || old == "false" {
        new = old == "true" ? "false" : "true"
      } else if old.allSatisfy(\.isNumber) {
        new = "\(Int.random(in: 1...60, using: &random))"
      } else {
        return String(line)
      }
      return String(line[..<place.upperBound]) + new + line[old.endIndex...]
    }.joined(separator: "\n")
  }
}
