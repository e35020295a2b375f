/// Sex as registered; age rules differ by it.
package enum Sex: UInt8, Code {
  case male, female
}

/// A professional degree, ascending.
package enum Degree: UInt8, Code, Comparable {
  case vocational, college, university, master, doctor

  package static func < (left: Degree, right: Degree) -> Bool { left.rawValue < right.rawValue }
}

/// Who introduced a prospect.
package enum Introducer: UInt8, Code {
  case youthUnion, tradeUnion, cell, other
}

/// The class a certificate is for.
package enum Course: UInt8, Code {
  case prospects, newMembers
}

/// A first admission, or one after membership had ended.
package enum AdmissionKind: UInt8, Code {
  case admission, readmission
}

/// How membership ended.
package enum EndingKind: UInt8, Code {
  case struckOff, expelled, resigned, deceased
}

/// Why membership ended (spec/domain.md section 8).
package enum EndingGround: UInt8, Code {
  case screening, absentOrUnpaid, cardHandedBack, noProgress, breachOfStanding, standardsNotMet
  case abandoned, askedToLeave, disunity, corruption, seriousCrime, lesserCrime, illHealth, other
}

/// The outcome of a screening round.
package enum ScreeningOutcome: UInt8, Code {
  case qualified, remedial, removalProposed
}

/// Why a screening did not end in `qualified`.
package enum ScreeningGround: UInt8, Code {
  case unfulfilledTwoYears, disciplinedAgain, degradation, exampleBreached, other
}

/// Whose discipline it is.
package enum DisciplineSystem: UInt8, Code {
  case party, state
}

/// The form of a discipline.
package enum DisciplineForm: UInt8, Code {
  case reprimand, warning, dismissal, expulsion, payStepCut, demotion
}

/// What keeps a person from being appointed for the time being.
package enum ImpedimentKind: UInt8, Code {
  case investigation, prosecution, inspection, longIllness, maternity, other

  /// Whether readiness is `unmet` while it is open (spec/domain.md section 6).
  package var bars: Bool {
    switch self {
    case .investigation, .prosecution, .inspection, .longIllness: true
    case .maternity, .other: false
    }
  }
}

/// Which declaration of assets was filed.
package enum DeclarationKind: UInt8, Code {
  case yearly, first, supplementary, other
}

/// The legal basis of an erasure.
package enum ErasureBasis: UInt8, Code {
  case retentionEnded, courtOrder, dataProtectionRequest, other
}

/// Why a recorded fact was retracted.
package enum RetractionReason: UInt8, Code {
  case typingError, wrongPerson, wrongDocument, duplicate, supersededByCorrection, other
}
