import Cadre
import CadreCodec
import Testing

/// A day that the test writes in ISO 8601.
func ruleDay(_ text: String) throws -> Day { try #require(Day(text: text)) }

@Suite struct `Rules: the shipped rule set` {
  private let rules: RuleSet

  init() throws { rules = try RuleSetReader.read(ShippedRules.content) }

  @Test func `it fits into an event and is known by its id`() {
    #expect(ShippedRules.content.utf8.count <= RuleSetReader.byteLimit)
    #expect(rules.id == "khoi-ha-tinh-2026-2")
  }

  @Test func `it has every parameter of the rules page`() {
    let named = """
      admission.ageYears admission.certificateMonths admission.fileMonths
      admission.decideWorkingDays admission.extension admission.ceremonyWorkingDays
      probation.months
      recognition.cellWorkingDays recognition.committeeWorkingDays recognition.extension
      readmission.months membership.officialPerCell struckOff.grounds
      screening.remedialMonths screening.triggerUnfulfilledYears screening.required
      rating.required rating.years rating.minimum rating.minimumEarlier rating.dueBy
      rating.excellentShareOfGood
      transfer.workingDays transfer.presentWorkingDays transfer.temporaryMonths
      planning.terms planning.titlesPerPerson planning.personsPerTitle planning.pool
      planning.lapsesOnDiscipline planning.underForty planning.women planning.nextTermMonths
      planning.currentTermMonths planning.referenceMonth planning.calendar planning.required
      appointment.monthsToRetirement appointment.monthsInPost
      discipline.barMonths discipline.lapseMonths standards.required standards.validMonths
      assets.required assets.dueBy retirement.age retention.years
      theory.required theory.target theory.equivalenceUntil theory.classAge
      qualification.required suspension badge.years
      """
    for name in named.split(whereSeparator: \.isWhitespace) {
      let parameter = ParameterName(name: String(name))
      #expect(parameter.map { !rules.entries(of: $0).isEmpty } ?? false, "\(name)")
    }
    for name in ParameterName.allCases { #expect(!rules.entries(of: name).isEmpty, "\(name)") }
  }

  @Test func `no citation is later than its interval's start`() {
    let later = rules.remarks.filter { if case .citedLater = $0 { true } else { false } }
    #expect(later.isEmpty, "\(later)")
  }

  @Test func `the values that the rules page marks as unverified are marked`() {
    let unverified = Set(
      rules.remarks.compactMap { if case .unverified(let name, _) = $0 { name } else { nil } })
    let expected: Set<ParameterName> = [
      .screeningRequired, .screeningRemedialMonths, .ratingMinimum, .ratingMinimumEarlier,
      .ratingDueBy, .planningTerms, .standardsValidMonths, .assetsDueBy, .retentionYears,
      .theoryRequired, .qualificationRequired, .admissionCertificateMonths,
    ]
    #expect(unverified.isSuperset(of: expected))
    let certain: [ParameterName] = [
      .planningRequired, .appointmentMonthsInPost, .suspension, .theoryEquivalenceUntil,
      .probationMonths, .planningLapsesOnDiscipline, .badgeYears, .planningTitlesPerPerson,
    ]
    for name in certain { #expect(!unverified.contains(name), "\(name)") }
  }

  @Test func `the terms follow by five years to 2045-2050`() throws {
    #expect(rules.terms.map(\.term.description).first == "2015-2020")
    #expect(rules.terms.map(\.term.description).last == "2045-2050")
    for (earlier, later) in zip(rules.terms, rules.terms.dropFirst()) {
      #expect(earlier.until == later.from)
    }
    let term = try #require(Term(text: "2020-2025"))
    #expect(rules.days(of: term)?.from == Day(text: "2020-09-01"))
    #expect(rules.days(of: term)?.until == Day(text: "2025-09-01"))
    #expect(rules.term(on: try ruleDay("2025-08-31"))?.term == term)
    #expect(rules.term(on: try ruleDay("2025-09-01"))?.term.firstYear == 2025)
    #expect(rules.term(on: try ruleDay("2015-08-31")) == nil)
  }
}
