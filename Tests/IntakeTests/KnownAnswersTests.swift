import Cadre
import Office
import Platform
import TestSupport
import Testing

@testable import Intake

/// The known answers of spec/intake.md on the sample of a real Bloc.
@Suite struct KnownAnswersTests {
  @Test func `eligibility on 2023-06-01 gives the known answers`() throws {
    let folder = try TemporaryFolder()
    let ledger = try imported("bloc", into: folder)
    let list = try ledger.eligibility(
      Inquiry(on: Day(text: "2023-06-01")), now: Instant(milliseconds: 1_800_000_000_000))
    #expect(list.rows.count == 704)
    var verdicts: [Verdict: Int] = [:]
    var counts: [RequirementID: [RequirementStatus: Int]] = [:]
    for row in list.rows {
      verdicts[row.judgement.verdict, default: 0] += 1
      for requirement in row.judgement.requirements {
        counts[requirement.id, default: [:]][requirement.status, default: 0] += 1
      }
    }
    #expect(verdicts == [.ready: 133, .notReady: 560, .unknown: 11])
    let expected: [(RequirementID, unmet: Int, unknown: Int, notApplicable: Int)] = [
      (.membership, 0, 0, 0), (.planning, 15, 0, 0), (.theory, 173, 0, 85),
      (.standards, 320, 26, 0), (.screening, 11, 0, 0), (.rating, 127, 0, 0),
      (.discipline, 1, 0, 0), (.age, 237, 0, 0), (.assets, 0, 32, 0),
      (.qualification, 0, 0, 201), (.tenure, 85, 0, 421), (.suspension, 0, 0, 0),
      (.impediment, 0, 0, 0),
    ]
    for (id, unmet, unknown, notApplicable) in expected {
      let found = counts[id] ?? [:]
      #expect(found[.unmet] ?? 0 == unmet, "\(id)")
      #expect(found[.unknown] ?? 0 == unknown, "\(id)")
      #expect(found[.notApplicable] ?? 0 == notApplicable, "\(id)")
    }
  }

  @Test func `four monthly states give the answers of the last at once, without conflict`() throws {
    let folder = try TemporaryFolder()
    let states = ["2022-12-31", "2023-06-30", "2024-06-30", "2026-11-01"]
    let step = try Ledger.create(
      in: folder.path + "/step", actor: "test", now: Instant(milliseconds: 1_600_000_000_000))
    for (place, state) in states.enumerated() {
      let report = try Import(
        [SampleSheets.folder("monthly/\(state)")], options: .init(actor: "test")
      ).run(on: step, now: Instant(milliseconds: 1_795_000_000_000 + Int64(place))).report
      #expect(report.rejections.isEmpty, "\(state): \(report.rejections.prefix(3))")
    }
    let once = try imported("monthly/2026-11-01", into: folder, as: "once")
    for day in ["2022-12-31", "2023-06-01", "2024-06-30", "2025-03-31", "2026-11-01"] {
      #expect(try answers(of: step, on: day) == answers(of: once, on: day), "\(day)")
    }
  }

  @Test func `exactly the expected rows of the faulty sheets are rejected`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.create(
      in: folder.path + "/ledger", actor: "test", now: Instant(milliseconds: 1_600_000_000_000))
    let result = try Import([SampleSheets.folder("faulty")], options: .init(actor: "test"))
      .run(on: ledger, now: Instant(milliseconds: 1_795_000_000_000))
    let found = Set(
      result.report.rejections.map {
        "\(result.sheets[$0.sheet].name);\($0.line);\($0.kind.name)"
      })
    let text = try String(
      decoding: Files.read(SampleSheets.folder("faulty/expected.csv"), limit: 100_000),
      as: UTF8.self)
    let expected = Set(text.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    #expect(found.subtracting(expected) == [])
    #expect(expected.subtracting(found) == [])
    #expect(try ledger.verify().isClean)
  }

  private func imported(
    _ name: String, into folder: TemporaryFolder, as place: String = "ledger"
  ) throws -> Ledger {
    let ledger = try Ledger.create(
      in: "\(folder.path)/\(place)", actor: "test",
      now: Instant(milliseconds: 1_600_000_000_000))
    _ = try Import([SampleSheets.folder(name)], options: .init(actor: "test"))
      .run(on: ledger, now: Instant(milliseconds: 1_795_000_000_000))
    return ledger
  }

  /// What is said of each row, without the indexes of its evidence.
  private func answers(of ledger: Ledger, on day: String) throws -> [String] {
    try ledger.eligibility(
      Inquiry(on: Day(text: day)), now: Instant(milliseconds: 1_800_000_000_000)
    ).rows.map { row in
      let requirements = row.judgement.requirements.map {
        "\($0.id) \($0.status) \($0.needed) \($0.metFrom.map(\.description) ?? "-")"
      }
      return "\(row.who.file ?? "") \(row.positionCode) \(row.terms) \(row.judgement.verdict) "
        + "\(row.judgement.readyFrom.map(\.description) ?? "-") "
        + "\(row.judgement.readyUntil.map(\.description) ?? "-") \(requirements)"
    }
  }
}
