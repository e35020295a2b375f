package import Cadre

/// A row of the eligibility list on which two judgements differ: by what was known, or by the
/// rules.
package struct VerdictChange: Hashable, Sendable {
  /// The row as it is now, or was last.
  package let row: Assessment
  /// nil: the list had no such row.
  package let before: Judgement?
  /// nil: the list has no such row any more.
  package let after: Judgement?
  /// What changed, in the order of requirements; empty where there was or is no row.
  package let requirements: [RequirementChange]
}

/// One requirement of one verdict, before and after.
package struct RequirementChange: Hashable, Sendable {
  package let before: Requirement
  package let after: Requirement

  /// Which one.
  package var id: RequirementID { after.id }
}

/// When two readings of a requirement are not the same.
enum RequirementComparison {
  /// Where it stands differently.
  case status
  /// Also where something else is needed or found, or it will be met on another day.
  case everything

  fileprivate func differs(_ before: Requirement, _ after: Requirement) -> Bool {
    if before.status != after.status { return true }
    return switch self {
    case .status: false
    case .everything:
      before.needed != after.needed || before.found != after.found
        || before.metFrom != after.metFrom || before.missingSheet != after.missingSheet
    }
  }
}

extension VerdictChange {
  /// Whether the verdict itself is another, or the row came or went.
  package var isOfVerdict: Bool { before?.verdict != after?.verdict }

  /// What differs between two lists: rows that came or went, and those of which the verdict or a
  /// requirement changed; by file number and post's code. O(n log n).
  static func all(
    from before: [Assessment], to after: [Assessment], _ comparison: RequirementComparison
  ) -> [VerdictChange] {
    var waiting: [Place: Assessment] = [:]
    for row in before { waiting[Place(row)] = row }
    var changes: [VerdictChange] = []
    for row in after {
      let old = waiting.removeValue(forKey: Place(row))?.judgement
      let change = VerdictChange(row, from: old, to: row.judgement, comparison)
      if change.isOfVerdict || !change.requirements.isEmpty { changes.append(change) }
    }
    for row in waiting.values {
      changes.append(VerdictChange(row, from: row.judgement, to: nil, comparison))
    }
    return changes.sorted { $0.row.precedes($1.row) }
  }

  private init(
    _ row: Assessment, from before: Judgement?, to after: Judgement?,
    _ comparison: RequirementComparison
  ) {
    self.row = row
    self.before = before
    self.after = after
    requirements = zip(before?.requirements ?? [], after?.requirements ?? [])
      .filter { comparison.differs($0, $1) }
      .map { RequirementChange(before: $0, after: $1) }
  }

  /// What makes rows of two lists the same row.
  private struct Place: Hashable {
    let person: PersonNumber
    let position: PositionNumber

    init(_ row: Assessment) {
      person = row.who.person
      position = row.position
    }
  }
}

extension Assessment {
  /// The order of the list: file number, then post's code.
  fileprivate func precedes(_ other: Assessment) -> Bool {
    let (file, otherFile) = (who.file ?? "", other.who.file ?? "")
    if file != otherFile { return file.utf8.lexicographicallyPrecedes(otherFile.utf8) }
    return positionCode.utf8.lexicographicallyPrecedes(other.positionCode.utf8)
  }
}
