internal import Cadre

// The names of codes as they stand in JSON rows of which there are many; the same as `name`,
// which asks the runtime for them and is many times slower.

extension RequirementID {
  var plain: StaticString {
    switch self {
    case .membership: "membership"
    case .planning: "planning"
    case .theory: "theory"
    case .standards: "standards"
    case .screening: "screening"
    case .rating: "rating"
    case .discipline: "discipline"
    case .age: "age"
    case .assets: "assets"
    case .qualification: "qualification"
    case .tenure: "tenure"
    case .suspension: "suspension"
    case .impediment: "impediment"
    }
  }
}

extension RequirementStatus {
  var plain: StaticString {
    switch self {
    case .met: "met"
    case .unmet: "unmet"
    case .unknown: "unknown"
    case .notApplicable: "notApplicable"
    }
  }
}

extension Verdict {
  var plain: StaticString {
    switch self {
    case .ready: "ready"
    case .notReady: "notReady"
    case .unknown: "unknown"
    }
  }
}

extension Line {
  var plain: StaticString {
    switch self {
    case .government: "government"
    case .party: "party"
    case .union: "union"
    }
  }
}

extension PositionClass {
  var plain: StaticString {
    switch self {
    case .deputyDivisionHead: "deputyDivisionHead"
    case .divisionHead: "divisionHead"
    case .deputyDirector: "deputyDirector"
    case .director: "director"
    case .committeeMember: "committeeMember"
    case .standingMember: "standingMember"
    case .deputySecretary: "deputySecretary"
    case .secretary: "secretary"
    }
  }
}

extension TheoryLevel {
  var plain: StaticString {
    switch self {
    case .elementary: "elementary"
    case .intermediate: "intermediate"
    case .advanced: "advanced"
    case .bachelor: "bachelor"
    }
  }
}

extension Grade {
  var plain: StaticString {
    switch self {
    case .unfulfilled: "unfulfilled"
    case .fulfilled: "fulfilled"
    case .good: "good"
    case .excellent: "excellent"
    }
  }
}

extension Degree {
  var plain: StaticString {
    switch self {
    case .vocational: "vocational"
    case .college: "college"
    case .university: "university"
    case .master: "master"
    case .doctor: "doctor"
    }
  }
}

extension ScreeningOutcome {
  var plain: StaticString {
    switch self {
    case .qualified: "qualified"
    case .remedial: "remedial"
    case .removalProposed: "removalProposed"
    }
  }
}

extension ConclusionResult {
  var plain: StaticString {
    switch self {
    case .favourable: "favourable"
    case .unfavourable: "unfavourable"
    }
  }
}

extension DisciplineSystem {
  var plain: StaticString {
    switch self {
    case .party: "party"
    case .state: "state"
    }
  }
}

extension DisciplineForm {
  var plain: StaticString {
    switch self {
    case .reprimand: "reprimand"
    case .warning: "warning"
    case .dismissal: "dismissal"
    case .expulsion: "expulsion"
    case .payStepCut: "payStepCut"
    case .demotion: "demotion"
    }
  }
}

extension ImpedimentKind {
  var plain: StaticString {
    switch self {
    case .investigation: "investigation"
    case .prosecution: "prosecution"
    case .inspection: "inspection"
    case .longIllness: "longIllness"
    case .maternity: "maternity"
    case .other: "other"
    }
  }
}

extension EndingKind {
  var plain: StaticString {
    switch self {
    case .struckOff: "struckOff"
    case .expelled: "expelled"
    case .resigned: "resigned"
    case .deceased: "deceased"
    }
  }
}

extension MembershipStatus {
  var plain: StaticString {
    switch self {
    case .none: "none"
    case .prospect: "prospect"
    case .probationer: "probationer"
    case .official: "official"
    case .ended: "ended"
    }
  }

  /// How membership ended, if it did.
  var ending: EndingKind? { if case .ended(let how) = self { how } else { nil } }
}

extension RequiredSheet {
  var plain: StaticString {
    switch self {
    case .admissions: "ket-nap"
    case .planning: "quy-hoach"
    case .theory: "ly-luan-chinh-tri"
    case .disciplines: "ky-luat"
    case .appointments: "bo-nhiem"
    case .conclusions: "ket-luan-chinh-tri"
    case .screenings: "sang-loc"
    case .ratings: "xep-loai"
    case .declarations: "ke-khai-tai-san"
    case .people: "nhan-su"
    }
  }
}
