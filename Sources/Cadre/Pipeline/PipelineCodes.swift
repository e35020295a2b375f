/// A level of political theory, ascending; `bachelor` counts as `advanced`.
package enum TheoryLevel: UInt8, Code {
  case elementary, intermediate, advanced, bachelor

  /// 1…3; bachelor and advanced are both 3.
  package var rank: Int { min(Int(rawValue) + 1, 3) }
}

/// What proves a theory level.
package enum TheoryProof: UInt8, Code {
  case diploma, equivalence
}

/// What a standards conclusion was drawn for.
package enum ConclusionPurpose: UInt8, Code {
  case planning, appointment, reappointment
}

/// What the conclusion says.
package enum ConclusionResult: UInt8, Code {
  case favourable, unfavourable
}

/// Whether a post is entered anew or kept.
package enum AppointmentKind: UInt8, Code {
  case appointment, reappointment
}

/// Why a plan or a post was left (spec/domain.md section 8).
package enum LeavingReason: UInt8, Code {
  case yearlyReview, overAge, disciplined, standardsNotMet, appointed, transferred, retired
  case ownWish, reorganised, other
}

/// How a member moves.
package enum TransferKind: UInt8, Code {
  case official, temporary, `internal`

  /// The name in machine output; `internal` is a word of the language.
  package var name: String {
    switch self {
    case .official: "official"
    case .temporary: "temporary"
    case .internal: "internal"
    }
  }
}

/// A term of office, by its first and last year: 2020–2025. Its days are a matter of the rules.
package struct Term: Hashable, Comparable, Sendable {
  package let firstYear: Int
  package let lastYear: Int

  package init(firstYear: Int, lastYear: Int) {
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// A term written `2020-2025`, with a hyphen or an en dash; nil otherwise.
  package init?(text: String) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 4,
      let first = decimal(Array(parts[0].utf8)[...]), let last = decimal(Array(parts[1].utf8)[...]),
      first < last
    else { return nil }
    self.init(firstYear: first, lastYear: last)
  }

  package static func < (left: Term, right: Term) -> Bool {
    (left.firstYear, left.lastYear) < (right.firstYear, right.lastYear)
  }
}

extension Term: CustomStringConvertible {
  /// `2020-2025`.
  package var description: String { "\(firstYear)-\(lastYear)" }
}
