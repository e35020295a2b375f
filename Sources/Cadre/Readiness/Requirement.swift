/// The thirteen requirements of readiness, in their order (spec/domain.md section 6).
package enum RequirementID: UInt8, Code {
  case membership, planning, theory, standards, screening, rating, discipline, age, assets
  case qualification, tenure, suspension, impediment

  /// Whether it needs a repeated act: those are held as they stand while time is searched.
  package var isRepeated: Bool {
    switch self {
    case .standards, .screening, .rating, .assets: true
    case .membership, .planning, .theory, .discipline, .age, .qualification, .tenure, .suspension,
      .impediment:
      false
    }
  }
}

/// How a requirement stands.
package enum RequirementStatus: UInt8, Code {
  case met, unmet, unknown, notApplicable

  /// Whether it keeps a verdict from being ready.
  package var isOpen: Bool { self == .unmet || self == .unknown }
}

/// Whether a person could be appointed: not if any requirement is unmet, else unknown if any is.
package enum Verdict: UInt8, Code {
  case ready, notReady, unknown
}

/// A sheet whose absence leaves a requirement unknown.
package enum RequiredSheet: UInt8, Code {
  case admissions, planning, theory, disciplines, appointments
  case conclusions, screenings, ratings, declarations, people

  /// The sheet's name, `ket-nap`.
  package var sheet: String {
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

  /// The sheets from which absence decides: without them readiness cannot say no.
  package static let ofAbsence: [RequiredSheet] = [
    .admissions, .planning, .theory, .disciplines, .appointments,
  ]

  /// The sheet of a name; nil for one whose absence leaves nothing unknown.
  package init?(sheet: String) {
    guard let found = Self.allCases.first(where: { $0.sheet == sheet }) else { return nil }
    self = found
  }
}

/// One requirement of one verdict, with what it rests on.
package struct Requirement: Hashable, Sendable {
  package let id: RequirementID
  package let status: RequirementStatus
  package let needed: Needed
  package let found: Found
  /// The events that decide, the decisive one first; all of them count at K.
  package let evidence: [LogIndex]
  /// nil where no rule of the set decides.
  package let basis: Basis?
  /// Whether every rule that decides was found in public sources.
  package let verified: Bool
  /// Where it is open and time alone will meet it within ten years, the first such day.
  package internal(set) var metFrom: Day?
  /// Where it is unknown because a sheet was not received, that sheet.
  package let missingSheet: RequiredSheet?
}

/// The first day on which a requirement that needs a repeated act runs out.
package struct Renewal: Hashable, Sendable {
  package let day: Day
  /// Those that run out on that day, in their order.
  package let requirements: [RequirementID]
}

/// The verdict on a person for a post, with its reasons and its days.
package struct Judgement: Hashable, Sendable {
  package let position: PositionNumber
  package let verdict: Verdict
  /// All thirteen, in their order.
  package let requirements: [Requirement]
  /// The first day from the day asked to ten years later on which the verdict is ready.
  package let readyFrom: Day?
  /// The first day after it, within the same ten years, on which the verdict is ready no more.
  package let readyUntil: Day?
  /// When one of the four that need a repeated act runs out first.
  package let renewBy: Renewal?

  /// One requirement.
  package subscript(_ id: RequirementID) -> Requirement { requirements[Int(id.rawValue)] }

  /// Whether a requirement that decides the verdict rests on an unverified value: the unmet ones,
  /// else the unknown ones, else all.
  package var hangsOnUnverified: Bool {
    requirements.contains { requirement in
      guard !requirement.verified else { return false }
      return switch verdict {
      case .ready: requirement.status == .met
      case .notReady: requirement.status == .unmet
      case .unknown: requirement.status == .unknown
      }
    }
  }
}
