package import Cadre
package import JSON
package import Office

/// Verdicts that are not the same as before: of one person, or by other rules.
package enum VerdictChangeReport {
  /// Who, for which post, from what to what, and why, with what the rules rest on.
  package static func columns(
    on day: Day, _ positions: [PositionNumber: String]
  ) -> [Column<VerdictChange>] {
    [
      Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text($0.row.who.file) },
      Column("name", Words(vi: "Họ và tên", en: "Name")) { .words($0.row.who.words) },
      Column("position", Words(vi: "Chức danh", en: "Post")) {
        .text("\($0.row.positionCode) \($0.row.title)")
      },
      Column("organisation", Words(vi: "Tổ chức", en: "Organisation")) {
        .text($0.row.organisationName)
      },
    ] + verdicts + [why(on: day, positions, withBasis: true)]
  }

  /// The same of one person, whom the answer names elsewhere.
  package static func columnsOfOne(
    on day: Day, _ positions: [PositionNumber: String]
  ) -> [Column<VerdictChange>] {
    [
      Column("position", Words(vi: "Chức danh", en: "Post")) {
        .text("\($0.row.positionCode) \($0.row.title)")
      }
    ] + verdicts + [why(on: day, positions, withBasis: false)]
  }

  private static let verdicts: [Column<VerdictChange>] = [
    Column("before", Words(vi: "Trước", en: "Before")) { .listed($0.before?.verdict) },
    Column("after", Words(vi: "Sau", en: "After")) { .listed($0.after?.verdict) },
  ]

  private static func why(
    on day: Day, _ positions: [PositionNumber: String], withBasis: Bool
  ) -> Column<VerdictChange> {
    Column("requirements", Words(vi: "Vì", en: "Why")) { change in
      let code = { (position: PositionNumber) in
        position == change.row.position ? change.row.positionCode : positions[position]
      }
      return .words(
        Words.joined(
          change.requirements.map { requirement in
            let basis = withBasis ? requirement.after.ground : .none
            let words = requirement.words(on: day, code)
            return basis.isEmpty ? words : words + Words(" [") + basis + Words("]")
          }, by: "; "))
    }
  }

  /// What another rule set changes, in a line: how many, from what to what.
  package static func summary(_ difference: RulesDifference) -> Words {
    let (rows, kept) = (difference.rows, difference.keptVerdicts)
    let changes = difference.changes.count
    let moves = moves(in: difference.changes)
    let (on, known) = (difference.standpoint.on, difference.standpoint.known.count)
    let (old, new) = (difference.standpoint.rules.id, difference.proposed.id)
    return Words(
      vi: "\(changes) kết luận thay đổi, \(rows) dòng đang xét",
      en: "\(Words.counted(changes, "verdict changes", "verdicts change"))"
        + " of \(Words.counted(rows, "row", "rows"))")
      + (moves.isEmpty ? .none : Words(": ") + moves)
      + Words(
        vi: "; \(kept) dòng giữ kết luận nhưng đổi điều kiện; quy tắc \(new) thay cho \(old), ",
        en: "; \(kept) keep theirs with other requirements; by the rules \(new) instead of \(old), "
      )
      + Words(
        vi: "ngày \(on.forPeople), \(known) sự kiện.",
        en: "on \(on.forPeople), knowing \(Words.counted(known, "event", "events")).")
  }

  /// How many go from which verdict to which, in the order of verdicts, unlisted last.
  private static func moves(in changes: [VerdictChange]) -> Words {
    let all: [Verdict?] = Verdict.allCases.map { $0 } + [nil]
    let moves = all.flatMap { before in all.map { (before: before, after: $0) } }
    return Words.joined(
      moves.map { move in
        let count = changes.count {
          $0.before?.verdict == move.before && $0.after?.verdict == move.after
        }
        guard count > 0 else { return .none }
        return Words("\(count) ") + listedWords(move.before) + Words(" → ")
          + listedWords(move.after)
      }, by: ", ")
  }
}

/// A verdict, or that there is none.
private func listedWords(_ verdict: Verdict?) -> Words {
  verdict?.words ?? Words(vi: "không có trong danh sách", en: "not listed")
}

extension Value {
  /// A verdict of a list; for people also that the list has no such row.
  fileprivate static func listed(_ verdict: Verdict?) -> Value {
    verdict.map { .verdict($0) } ?? .words(listedWords(nil))
  }
}

extension RequirementChange {
  /// From what to what, in a few words: how it stands, else what is found, else what is needed.
  fileprivate func words(on day: Day, _ code: (PositionNumber) -> String?) -> Words {
    let name = id.words + Words(": ")
    if before.status != after.status {
      let shortfall = after.shortfall(on: day).map { Words(" (") + $0 + Words(")") } ?? .none
      return name + before.status.words + Words(" → ") + after.status.words + shortfall
    }
    let readings: [(Words, Words)] = [
      (before.found.words(on: day, code), after.found.words(on: day, code)),
      (before.needed.words, after.needed.words),
      (before.metFrom.map { Words($0) } ?? .none, after.metFrom.map { Words($0) } ?? .none),
      (Words(before.missingSheet?.sheet ?? ""), Words(after.missingSheet?.sheet ?? "")),
    ]
    guard let (old, new) = readings.first(where: { $0.0 != $0.1 }) else {
      return name + after.status.words + Words(vi: ", bằng chứng khác", en: ", other evidence")
    }
    return name + old.orNothing + Words(" → ") + new.orNothing
  }
}

extension Words {
  /// The same, or a dash where nothing is said.
  fileprivate var orNothing: Words { isEmpty ? Words("–") : self }
}

extension EligibilityWriting {
  /// Writes the members of a row about other rules: who and which post, from where it was asked
  /// with `proposed` (the other rules' id), then as `writeChange`.
  package mutating func write(
    _ change: VerdictChange, proposed: RuleSet, to json: inout JSONWriter
  ) {
    writeSubject(of: change.row, to: &json)
    writeStandpoint(to: &json)
    json.key("proposed")
    json.string(proposed.id)
    writeChange(change, to: &json)
  }

  /// Writes `before` and `after` (verdicts; null: no row of the list), and `requirements`, an
  /// array of `id`, `before` and `after`, both with the members that a row's requirement has.
  mutating func writeChange(_ change: VerdictChange, to json: inout JSONWriter) {
    json.key("before")
    if let before = change.before { json.word(before.verdict.plain) } else { json.null() }
    json.key("after")
    if let after = change.after { json.word(after.verdict.plain) } else { json.null() }
    json.key("requirements")
    json.beginArray()
    for requirement in change.requirements {
      json.beginObject()
      json.key("id")
      json.word(requirement.id.plain)
      json.key("before")
      write(requirement.before, change.row.position, change.row.positionCode, to: &json)
      json.key("after")
      write(requirement.after, change.row.position, change.row.positionCode, to: &json)
      json.endObject()
    }
    json.endArray()
  }
}
