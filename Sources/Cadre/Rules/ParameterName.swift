/// The name of a rule parameter (spec/rules.md): what a rule set may give a value to.
///
/// The number is a place in the compiled tables and is never stored; documents carry `name`.
package enum ParameterName: UInt8, CaseIterable, Hashable, Sendable {
  case admissionAgeYears, admissionCertificateMonths, admissionFileMonths
  case admissionDecideWorkingDays, admissionExtension, admissionCeremonyWorkingDays
  case probationMonths
  case recognitionCellWorkingDays, recognitionCommitteeWorkingDays, recognitionExtension
  case readmissionMonths, readmissionTimes, readmissionNeverAfter
  case membershipOfficialPerCell
  case struckOffGrounds
  case screeningRequired, screeningRemedialMonths, screeningTriggerUnfulfilledYears
  case ratingRequired, ratingYears, ratingMinimum, ratingMinimumEarlier, ratingDueBy
  case ratingExcellentShareOfGood
  case transferWorkingDays, transferPresentWorkingDays, transferTemporaryMonths
  case planningTerms, planningRequired, planningLapsesOnDiscipline
  case planningTitlesPerPerson, planningPersonsPerTitle, planningCommitteeSeatsCounted
  case planningPool, planningUnderForty, planningWomen
  case planningNextTermMonths, planningCurrentTermMonths, planningReferenceMonth, planningCalendar
  case appointmentMonthsToRetirement, appointmentMonthsInPost
  case disciplineBarMonths, disciplineLapseMonths
  case standardsRequired, standardsValidMonths
  case assetsRequired, assetsDueBy
  case retirementAge, retentionYears
  case theoryRequired, theoryTarget, theoryTargetBy, theoryEquivalenceUntil, theoryClassAge
  case qualificationRequired
  case programmeTargets
  case suspension
  case badgeYears
}

extension ParameterName {
  /// The dotted name in documents and machine output, `appointment.monthsToRetirement`.
  package var name: String {
    switch self {
    case .admissionAgeYears: "admission.ageYears"
    case .admissionCertificateMonths: "admission.certificateMonths"
    case .admissionFileMonths: "admission.fileMonths"
    case .admissionDecideWorkingDays: "admission.decideWorkingDays"
    case .admissionExtension: "admission.extension"
    case .admissionCeremonyWorkingDays: "admission.ceremonyWorkingDays"
    case .probationMonths: "probation.months"
    case .recognitionCellWorkingDays: "recognition.cellWorkingDays"
    case .recognitionCommitteeWorkingDays: "recognition.committeeWorkingDays"
    case .recognitionExtension: "recognition.extension"
    case .readmissionMonths: "readmission.months"
    case .readmissionTimes: "readmission.times"
    case .readmissionNeverAfter: "readmission.neverAfter"
    case .membershipOfficialPerCell: "membership.officialPerCell"
    case .struckOffGrounds: "struckOff.grounds"
    case .screeningRequired: "screening.required"
    case .screeningRemedialMonths: "screening.remedialMonths"
    case .screeningTriggerUnfulfilledYears: "screening.triggerUnfulfilledYears"
    case .ratingRequired: "rating.required"
    case .ratingYears: "rating.years"
    case .ratingMinimum: "rating.minimum"
    case .ratingMinimumEarlier: "rating.minimumEarlier"
    case .ratingDueBy: "rating.dueBy"
    case .ratingExcellentShareOfGood: "rating.excellentShareOfGood"
    case .transferWorkingDays: "transfer.workingDays"
    case .transferPresentWorkingDays: "transfer.presentWorkingDays"
    case .transferTemporaryMonths: "transfer.temporaryMonths"
    default: laterName
    }
  }

  /// The names of planning and of what comes after it.
  private var laterName: String {
    switch self {
    case .planningTerms: "planning.terms"
    case .planningRequired: "planning.required"
    case .planningLapsesOnDiscipline: "planning.lapsesOnDiscipline"
    case .planningTitlesPerPerson: "planning.titlesPerPerson"
    case .planningPersonsPerTitle: "planning.personsPerTitle"
    case .planningCommitteeSeatsCounted: "planning.committeeSeatsCounted"
    case .planningPool: "planning.pool"
    case .planningUnderForty: "planning.underForty"
    case .planningWomen: "planning.women"
    case .planningNextTermMonths: "planning.nextTermMonths"
    case .planningCurrentTermMonths: "planning.currentTermMonths"
    case .planningReferenceMonth: "planning.referenceMonth"
    case .planningCalendar: "planning.calendar"
    case .appointmentMonthsToRetirement: "appointment.monthsToRetirement"
    case .appointmentMonthsInPost: "appointment.monthsInPost"
    case .disciplineBarMonths: "discipline.barMonths"
    case .disciplineLapseMonths: "discipline.lapseMonths"
    case .standardsRequired: "standards.required"
    case .standardsValidMonths: "standards.validMonths"
    case .assetsRequired: "assets.required"
    case .assetsDueBy: "assets.dueBy"
    case .retirementAge: "retirement.age"
    case .retentionYears: "retention.years"
    case .theoryRequired: "theory.required"
    case .theoryTarget: "theory.target"
    case .theoryTargetBy: "theory.targetBy"
    case .theoryEquivalenceUntil: "theory.equivalenceUntil"
    case .theoryClassAge: "theory.classAge"
    case .qualificationRequired: "qualification.required"
    case .programmeTargets: "programme.targets"
    case .badgeYears: "badge.years"
    default: "suspension"
    }
  }

  /// The parameter of a dotted name; nil where there is none. Linear in the number of parameters.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

extension ParameterName {
  /// The form every value of the parameter has.
  package var shape: RuleShape {
    switch self {
    case .screeningRequired, .ratingRequired, .planningRequired, .planningLapsesOnDiscipline,
      .planningCommitteeSeatsCounted, .standardsRequired, .assetsRequired, .suspension:
      .flag
    case .admissionAgeYears, .transferTemporaryMonths, .planningPool: .range
    case .ratingMinimum, .ratingMinimumEarlier: .grade
    case .theoryRequired: .theoryLevel
    case .qualificationRequired: .degree
    case .readmissionNeverAfter: .grounds
    case .badgeYears: .list
    case .struckOffGrounds, .planningCalendar, .programmeTargets: .record
    case .theoryTargetBy, .theoryEquivalenceUntil: .day
    case .ratingDueBy, .assetsDueBy: .dayOfYear
    case .planningTerms: .term
    case .planningReferenceMonth: .months
    case .retirementAge: .age
    default: .number
    }
  }

  /// What a number of the parameter counts; nil where its values are no numbers.
  package var unit: RuleUnit? {
    switch self {
    case .admissionDecideWorkingDays, .admissionExtension, .admissionCeremonyWorkingDays,
      .recognitionCellWorkingDays, .recognitionCommitteeWorkingDays, .recognitionExtension,
      .transferWorkingDays, .transferPresentWorkingDays:
      .workingDays
    case .admissionAgeYears, .theoryClassAge, .screeningTriggerUnfulfilledYears, .ratingYears,
      .retentionYears, .badgeYears:
      .years
    case .ratingExcellentShareOfGood, .planningUnderForty, .planningWomen, .theoryTarget: .percent
    case .planningPool: .hundredthsPerSeat
    case .membershipOfficialPerCell, .readmissionTimes, .planningTitlesPerPerson,
      .planningPersonsPerTitle:
      .count
    default:
      switch shape {
      case .number, .range, .age: .months
      default: nil
      }
    }
  }

  /// The selectors that entries of the parameter may carry.
  package var dimensions: Set<RuleDimension> {
    switch self {
    case .theoryRequired, .qualificationRequired, .appointmentMonthsInPost,
      .appointmentMonthsToRetirement:
      [.line, .sector, .class, .special]
    case .standardsRequired, .planningRequired, .assetsRequired, .ratingRequired,
      .screeningRequired:
      [.line, .sector, .class]
    case .disciplineBarMonths: [.system, .form]
    case .retirementAge, .theoryClassAge: [.sex]
    case .planningPool: [.seats]
    case .planningReferenceMonth: [.level]
    case .ratingExcellentShareOfGood, .transferTemporaryMonths: [.special]
    default: []
    }
  }

  /// The names that a record of the parameter has, all of them; empty for other shapes.
  ///
  /// Of `struckOff.grounds` a number is months, for `breachOfStanding` years, and 0 where the
  /// ground has no term. Of `programme.targets` it is a count, of plans a percentage.
  package var fields: [String] {
    switch self {
    case .struckOffGrounds:
      ["absentOrUnpaid", "cardHandedBack", "noProgress", "breachOfStanding", "standardsNotMet"]
    case .planningCalendar:
      ["nextTermBuildYear", "reviewQuarter", "approvalWorkingDays", "extensionWorkingDays"]
    case .programmeTargets:
      [
        "modelCells", "planShare", "planComplete", "planRest", "inspectionsMin", "inspectionsMax",
        "supervisionsMin", "supervisionsMax", "articleThirtyTwoMin", "articleThirtyTwoMax",
        "refreshers", "trainings", "articles",
      ]
    default: []
    }
  }
}
