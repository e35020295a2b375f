internal import Cadre
internal import Office

extension ImportReport {
  /// Counts what became of every row: one of recorded, unchanged, rejected.
  init(
    _ sheets: [Sheet], _ submission: Submission, _ decision: Decision, rejected: [Rejection],
    isDryRun: Bool
  ) {
    var fates = [Fate](repeating: .unchanged, count: submission.rows.count)
    var refusals: [Rejection] = rejected
    func note(_ outcome: Outcome, _ row: Int32) {
      let place = Int(row)
      switch outcome {
      case .recorded, .corrects: if fates[place] != .rejected { fates[place] = .recorded }
      case .unchanged, .withdrawn: break
      case .refused(let refusal):
        if fates[place] != .rejected { refusals.append(.init(refusal, submission.rows[place])) }
        fates[place] = .rejected
      }
    }
    for (target, outcome) in zip(submission.organisations, decision.organisations) {
      note(outcome, target.proposal.row)
    }
    for (target, outcome) in zip(submission.positions, decision.positions) {
      note(outcome, target.proposal.row)
    }
    for (target, outcome) in zip(submission.persons, decision.persons) {
      note(outcome, target.proposal.row)
    }
    for (claim, effect) in zip(submission.claims, decision.claims) where claim.row >= 0 {
      note(effect.outcome, claim.row)
    }
    var counts = sheets.map {
      SheetCount(sheet: $0.name, read: $0.read, recorded: 0, unchanged: 0, rejected: 0)
    }
    for (row, fate) in zip(submission.rows, fates) {
      switch fate {
      case .recorded: counts[Int(row.sheet)].recorded += 1
      case .unchanged: counts[Int(row.sheet)].unchanged += 1
      case .rejected: counts[Int(row.sheet)].rejected += 1
      }
    }
    for rejection in rejected { counts[rejection.sheet].rejected += 1 }
    refusals.sort { ($0.sheet, $0.line) < ($1.sheet, $1.line) }
    self.init(
      sheets: counts, rejections: refusals,
      warnings: Self.warnings(sheets, submission, decision), eventCount: decision.eventCount,
      sizeBefore: decision.sizeBefore, sizeAfter: decision.sizeAfter, isDryRun: isDryRun)
    claims = zip(submission.claims, decision.claims).map { claim, effect in
      Claim(
        sheet: sheets[claim.sheet].name, organisation: claim.organisation, until: claim.until,
        effect: effect)
    }
  }

  /// What becomes of a row.
  private enum Fate {
    case unchanged, recorded, rejected
  }

  private static func warnings(
    _ sheets: [Sheet], _ submission: Submission, _ decision: Decision
  ) -> [ImportWarning] {
    let differing = decision.elsewhere.map { elsewhere -> ImportWarning in
      let row = submission.rows[Int(elsewhere.row)]
      return .organisationDiffers(
        sheet: sheets[Int(row.sheet)].name, line: Int(row.line), person: elsewhere.person,
        says: elsewhere.sheetSays, ledger: elsewhere.ledgerSays)
    }
    let missing = decision.noLongerListed.map { unlisted in
      ImportWarning.noLongerListed(
        sheet: unlisted.sheet, index: unlisted.index, stream: unlisted.stream, type: unlisted.type)
    }
    let founded = decision.founded.map { place -> ImportWarning in
      let external = submission.externals[place]
      return .outsideFounded(sheet: external.sheet, line: external.line, name: external.name)
    }
    return founded + differing + missing
  }

  /// Adds what was noticed in the rows of each sheet, a line a sheet and kind.
  mutating func note(_ notices: [Int: SheetNotices], _ sheets: [Sheet]) {
    for (place, sheet) in sheets.enumerated() {
      guard let found = notices[place] else { continue }
      if let removed = found.removed {
        warnings.append(
          .signsRemoved(
            sheet: sheet.name, rows: removed.rows, line: removed.line, column: removed.column,
            sign: removed.sign))
      }
      if found.differing.rows > 0 {
        warnings.append(
          .numbersDiffer(
            sheet: sheet.name, rows: found.differing.rows, first: found.differing.first))
      }
    }
  }

  /// Adds a warning for everyone new whose folded name and birth are another's.
  mutating func noteDuplicates(_ preparation: Preparation) {
    var known = preparation.directory.likenesses
    for listed in preparation.submission.persons {
      guard case .registered = listed.proposal.event, let secret = listed.proposal.secret,
        listed.stream >= preparation.directory.nextPerson
      else { continue }
      let record = preparation.submission.secrets[Int(secret)]
      guard let name = record.name, let birth = record.birth else { continue }
      let person = PersonNumber(listed.stream)
      let likeness = Likeness(name: Letters.nameIdentity(name), birth: birth)
      if let other = known[likeness], other != person {
        let row = preparation.submission.rows[Int(listed.proposal.row)]
        warnings.append(
          .possibleDuplicate(
            sheet: preparation.submission.sheets[Int(row.sheet)].name, line: Int(row.line),
            person: person, other: other))
      } else {
        known[likeness] = person
      }
    }
  }
}

extension Rejection {
  /// What a stream's refusal says of a row.
  fileprivate init(_ refusal: Refusal, _ row: Submission.Row) {
    let kind: RejectionKind =
      switch refusal {
      case .conflict: .conflict
      case .numberHeld: .duplicateNumber
      case .erased: .erased
      default: .contradiction
      }
    self.init(
      sheet: Int(row.sheet), line: Int(row.line), column: nil, kind: kind,
      detail: .refused(refusal))
  }
}
