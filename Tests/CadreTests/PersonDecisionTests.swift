import TestSupport
import Testing

@testable import Cadre

/// What can be recorded of a person, given what is (spec/domain.md section 3).
@Suite struct PersonDecisionTests {
  private let home = OrganisationNumber(1)
  private let other = OrganisationNumber(2)
  private let post = PositionNumber(7)
  private let term = Term(firstYear: 2020, lastYear: 2025)

  private func day(_ text: String) -> Day { Day(text: text) ?? Day(number: 0) }

  private func decide(
    _ proposals: [Proposal<PersonEvent>], after history: [Fact<PersonEvent>] = [],
    corrects: Bool = false
  ) -> [Outcome] {
    var decision = StreamDecision(
      history: history, proposals: proposals, base: LogSize(1000), corrects: corrects,
      rules: PersonDecision.rules(
        isSameSecret: { _, _ in true }, areSameSecrets: { $0 == $1 }, resolve: { one, _ in one }))
    return decision.decide()
  }

  private func row(
    _ row: Int32, _ on: String?, _ event: PersonEvent, document: Document? = nil
  ) -> Proposal<PersonEvent> {
    Proposal(row: row, effective: on.map(day), document: document, event: event)
  }

  private func fact(
    _ index: UInt64, _ on: String?, _ event: PersonEvent, document: Document? = nil
  ) -> Fact<PersonEvent> {
    Fact(index: LogIndex(index), effective: on.map(day), document: document, event: event)
  }

  private var member: [Fact<PersonEvent>] {
    [
      fact(1, nil, .registered(organisation: home)),
      fact(2, "2010-01-01", .admitted(Admitted(kind: .admission, ceremonyOn: day("2010-01-01")))),
    ]
  }

  @Test func `the same again is nothing`() {
    let rating = PersonEvent.rated(year: 2022, grade: .good)
    #expect(
      decide([row(0, "2022-12-31", rating)], after: member + [fact(3, "2022-12-31", rating)])
        == [.unchanged(LogIndex(3))])
  }

  @Test func `another value under the same key is a conflict`() {
    let history = member + [fact(3, "2022-12-31", .rated(year: 2022, grade: .good))]
    let changed = [row(0, "2022-12-31", .rated(year: 2022, grade: .fulfilled))]
    #expect(decide(changed, after: history) == [.refused(.conflict(with: LogIndex(3)))])
    #expect(decide(changed, after: history, corrects: true) == [.corrects(LogIndex(3))])
  }

  @Test func `of two rows with one key the first stands`() {
    let outcomes = decide(
      [
        row(0, "2022-12-31", .rated(year: 2022, grade: .good)),
        row(1, "2022-12-31", .rated(year: 2022, grade: .excellent)),
        row(2, "2022-12-31", .rated(year: 2022, grade: .good)),
      ], after: member)
    #expect(outcomes == [.recorded, .refused(.conflict(with: nil)), .unchanged(nil)])
  }

  @Test func `someone never admitted cannot be recognised`() {
    let outcomes = decide(
      [row(0, "2020-01-01", .recognised(decidedOn: day("2020-01-01")))],
      after: [fact(1, nil, .registered(organisation: home))])
    #expect(outcomes == [.refused(.neverAdmitted)])
  }

  @Test func `an admission and its recognition in one batch are judged together`() {
    let outcomes = decide(
      [
        row(0, "2020-01-01", .recognised(decidedOn: day("2020-01-01"))),
        row(
          1, "2018-12-01", .admitted(Admitted(kind: .admission, ceremonyOn: day("2018-12-01")))),
      ], after: [fact(1, nil, .registered(organisation: home))])
    #expect(outcomes == [.recorded, .recorded])
  }

  @Test func `a plan never entered cannot be left`() {
    let left = row(
      0, "2021-01-01", .planningLeft(position: post, term: term, reason: .yearlyReview))
    #expect(decide([left], after: member) == [.refused(.notPlanned)])
    let entered = row(1, "2020-06-01", .planningEntered(position: post, term: term))
    #expect(decide([left, entered], after: member) == [.recorded, .recorded])
  }

  @Test func `a transfer from an organisation the person is not in is a contradiction`() {
    let move = TransferIntroduced(kind: .official, from: other, to: home)
    #expect(
      decide([row(0, "2022-05-01", .transferIntroduced(move))], after: member)
        == [.refused(.elsewhere(home))])
  }

  @Test func `a row stands or falls whole`() {
    let outcomes = decide(
      [
        row(0, "2020-01-01", .recognised(decidedOn: day("2020-01-01"))),
        row(0, nil, .prospectIntroduced(by: .cell)),
        row(1, nil, .qualificationAttained(level: .university)),
      ], after: [fact(1, nil, .registered(organisation: home))])
    #expect(outcomes == [.refused(.neverAdmitted), .withdrawn, .recorded])
  }

  @Test func `a late fact that makes a recorded one impossible is refused and names it`() {
    let history =
      member + [
        fact(3, "2022-12-31", .recognised(decidedOn: day("2022-12-31")))
      ]
    let ended = row(0, "2020-01-01", .membershipEnded(how: .struckOff, ground: nil))
    #expect(decide([ended], after: history) == [.refused(.dependants([LogIndex(3)]))])
  }

  @Test func `retracting an admission is refused while its recognition stands`() {
    let history = member + [fact(3, "2011-01-01", .recognised(decidedOn: day("2011-01-01")))]
    let rules = PersonDecision.rules(
      isSameSecret: { _, _ in true }, areSameSecrets: { $0 == $1 }, resolve: { one, _ in one })
    func retract(_ withDependants: Bool) -> Result<[LogIndex], Refused> {
      RetractionDecision.decide(
        LogIndex(2), in: history, at: LogSize(10), withDependants: withDependants, rules: rules)
    }
    #expect(retract(false) == .failure(Refused(.dependants([LogIndex(3)]))))
    #expect(retract(true) == .success([LogIndex(3), LogIndex(2)]))
  }

  @Test func `deciding twice is harmless over random batches`() {
    var random = SeededGenerator.announced(seed: 20_261_123)
    for _ in 0..<300 {
      let proposals = (0..<12).map { randomProposal(row: Int32($0), &random) }
      let outcomes = decide(proposals, after: member)
      var history = member
      for (place, outcome) in outcomes.enumerated() where outcome == .recorded {
        let proposal = proposals[place]
        history.append(
          Fact(
            index: LogIndex(UInt64(100 + place)), effective: proposal.effective,
            document: proposal.document, event: proposal.event))
      }
      for (place, outcome) in decide(proposals, after: history).enumerated() {
        #expect(outcome != .recorded || outcomes[place] != .recorded)
      }
    }
  }

  private func randomProposal(
    row number: Int32, _ random: inout SeededGenerator
  ) -> Proposal<PersonEvent> {
    let on = Day(number: Int32(15_000 + random.next(below: 5000)))
    let position = PositionNumber(UInt32(1 + random.next(below: 2)))
    let event: PersonEvent =
      switch random.next(below: 6) {
      case 0: .planningEntered(position: position, term: term)
      case 1: .planningLeft(position: position, term: term, reason: nil)
      case 2: .appointed(Appointed(position: position, kind: .appointment))
      case 3: .relieved(position: position, reason: .ownWish)
      case 4: .rated(year: 2015 + random.next(below: 3), grade: .good)
      default: .recognised(decidedOn: on)
      }
    return Proposal(row: number, effective: on, event: event)
  }
}
