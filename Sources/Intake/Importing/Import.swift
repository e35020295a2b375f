package import Cadre
internal import Merkle
package import Office
internal import Platform

/// One import: sheets checked together, decided before anything is appended, recorded whole
/// (spec/intake.md, Recording).
package struct Import {
  private let paths: [String]
  private let options: Options

  /// How an import is run.
  package struct Options: Sendable {
    /// An account code, never a name.
    package var actor: String
    /// Say what would happen, and record nothing.
    package var isDryRun: Bool
    /// Mend conflicts, for that reason.
    package var corrects: RetractionReason?
    /// The sheets that tell all, beside those that pham-vi names.
    package var complete: Completion?
    /// A sheet that tells all may list less than half of what the last one did.
    package var allowsShrunk: Bool
    /// Events a transaction; fewer only to test what comes after the first.
    package var transactionLimit: Int

    package init(
      actor: String, isDryRun: Bool = false, corrects: RetractionReason? = nil,
      complete: Completion? = nil, allowsShrunk: Bool = false,
      transactionLimit: Int = Ledger.batchLimit
    ) {
      self.actor = actor
      self.isDryRun = isDryRun
      self.corrects = corrects
      self.complete = complete
      self.allowsShrunk = allowsShrunk
      self.transactionLimit = transactionLimit
    }
  }

  package init(_ paths: [String], options: Options) {
    self.paths = paths
    self.options = options
  }

  /// What an import leaves behind: its report and, for the rejected rows, the sheets they are of.
  package struct Result: Sendable {
    package var report: ImportReport
    /// In the order of `ImportReport.sheets`.
    package var sheets: [Sheet]
    /// What the report's numbers are called; without names where nobody needs to look.
    package var names = ImportNames()
  }

  /// Reads, decides and records; in a dry run all but records.
  package func run(on ledger: Ledger, now: Instant) throws(ImportError) -> Result {
    let folder = try SheetFolder(paths)
    var prepared: Preparation?
    var refused: ImportError?
    let outcome: (submission: Submission, decision: Decision)
    do throws(OfficeError) {
      outcome = try ledger.submit(
        actor: options.actor, at: now, corrects: options.corrects, isDryRun: options.isDryRun,
        limit: options.transactionLimit
      ) { (directory) throws(OfficeError) in
        var preparation = Preparation(directory, today: now.day)
        let claiming = Claiming(
          folder.sheets, directory.claims, today: now.day, allowsShrunk: options.allowsShrunk)
        preparation.prepare(folder.sheets, claiming)
        if let complete = options.complete {
          do throws(ImportError) { try preparation.claim(complete, claiming) } catch {
            refused = error
            throw OfficeError(.unknownOrganisation, complete.organisation ?? "")
          }
        }
        let submission = preparation.submission
        prepared = preparation
        return submission
      }
    } catch {
      if let refused { throw refused }
      throw .office(error)
    }
    let rejected = prepared?.rejections ?? []
    var report = ImportReport(
      folder.sheets.map(\.sheet), outcome.submission, outcome.decision, rejected: rejected,
      isDryRun: options.isDryRun)
    report.warnings += folder.warnings
    if let prepared {
      report.note(prepared.notices, folder.sheets.map(\.sheet))
      report.noteDuplicates(prepared)
    }
    report.unclaimed = try unclaimed(outcome.submission, ledger, now)
    var result = Result(report: report, sheets: folder.sheets.map(\.sheet))
    let hasCorrections = options.corrects != nil
    if let prepared, report.needsAttention || hasCorrections {
      result.names = ImportNames(prepared)
      do throws(OfficeError) {
        result.report.changes = try ImportChanges(
          outcome.submission, outcome.decision, ledger, result.names
        ).found
      } catch {
        throw .office(error)
      }
    }
    return result
  }
}

extension Import {
  /// What is still to be claimed once the import is recorded; how many verdicts wait is known only
  /// then.
  private func unclaimed(
    _ submission: Submission, _ ledger: Ledger, _ now: Instant
  ) throws(ImportError) -> [UnclaimedSheet] {
    let claimed = submission.claims.filter { $0.organisation == nil }
      .map { submission.sheets[$0.sheet].name }
    do throws(OfficeError) {
      return try ledger.unclaimed(counting: !options.isDryRun, now: now)
        .filter { !claimed.contains($0.sheet.sheet) }
    } catch {
      throw .office(error)
    }
  }
}

extension Preparation {
  /// Turns all sheets into proposals: organisations, posts and people first.
  mutating func prepare(_ sheets: [SheetFolder.Found], _ claiming: Claiming) {
    for (place, found) in sheets.enumerated() {
      submission.sheets.append(
        Submission.Sheet(
          name: found.sheet.name, sha256: found.digest, rows: found.sheet.read))
      for row in found.sheet.malformed {
        rejections.append(
          Rejection(
            sheet: place, line: row.line, column: row.column, kind: .malformedRow,
            detail: .malformed(row.fault)))
      }
      if found.kind.tellsOfPeople, !found.sheet.malformed.isEmpty {
        submission.sheets[place].hasGapForAll = true
      }
    }
    dayColumns = sheets.map {
      DayColumns(days: days, monthFirst: MonthFirstColumns($0.sheet, $0.columns))
    }
    register(sheets)
    readRows(of: sheets)
    for (place, found) in sheets.enumerated() where found.kind == .claims {
      var facts = ClaimFacts(found.columns)
      facts.read(found.sheet, at: place, claiming, &self)
    }
  }

  /// Reads the sheets that speak of people alone beside those that may name organisations: only
  /// these make external ones.
  private mutating func readRows(of sheets: [SheetFolder.Found]) {
    let rows = sheets.reduce(0) { $0 + $1.sheet.count }
    submission.persons.reserveCapacity(submission.persons.count + rows + rows / 2)
    submission.rows.reserveCapacity(submission.rows.count + rows)
    let lone = beside()
    let (people, mine) = Threads.parallel(
      { () -> Preparation in
        var lone = lone
        for (place, found) in sheets.enumerated() where found.kind.isOfPeopleAlone {
          lone.read(found, at: place)
        }
        return lone
      },
      { () -> Preparation in
        var mine = self
        for (place, found) in sheets.enumerated() where !found.kind.isOfPeopleAlone {
          mine.read(found, at: place)
        }
        return mine
      })
    self = mine
    append(people)
  }

  private mutating func register(_ sheets: [SheetFolder.Found]) {
    for (place, found) in sheets.enumerated() where found.kind == .organisations {
      var facts = FoundingFacts(found.columns)
      facts.read(found.sheet, at: place, &self)
    }
    for found in sheets where found.kind == .organisationChanges {
      ReorganisationFacts(found.columns).addNames(found.sheet, &self)
    }
    for (place, found) in sheets.enumerated() where found.kind == .positions {
      var facts = DefinitionFacts(found.columns)
      facts.read(found.sheet, at: place, &self)
    }
    for (place, found) in sheets.enumerated() where found.kind == .transfers {
      var facts = TransferFacts(found.columns)
      journeys = facts.journeys(found.sheet, at: place, &self)
    }
    for (place, found) in sheets.enumerated() where found.kind == .people {
      var facts = PersonFacts(found.columns)
      facts.read(found.sheet, at: place, &self)
    }
  }

  private mutating func read(_ found: SheetFolder.Found, at place: Int) {
    switch found.kind {
    case .organisations, .positions, .people, .claims: break
    case .admissions: rows(of: found, at: place, AdmissionFacts.self)
    case .theory: rows(of: found, at: place, TheoryFacts.self)
    case .screenings: rows(of: found, at: place, ScreeningFacts.self)
    case .endings: rows(of: found, at: place, EndingFacts.self)
    case .ratings: rows(of: found, at: place, RatingFacts.self)
    case .disciplines: rows(of: found, at: place, DisciplineFacts.self)
    case .conclusions: rows(of: found, at: place, ConclusionFacts.self)
    case .planning: rows(of: found, at: place, PlanningFacts.self)
    case .appointments: rows(of: found, at: place, AppointmentFacts.self)
    case .assets: rows(of: found, at: place, DeclarationFacts.self)
    case .transfers: rows(of: found, at: place, TransferFacts.self)
    case .residence: rows(of: found, at: place, ResidenceFacts.self)
    case .activities: organisationRows(of: found, at: place, ActivityFacts.self)
    case .organisationRatings:
      organisationRows(of: found, at: place, OrganisationRatingFacts.self)
    case .organisationChanges: organisationRows(of: found, at: place, ReorganisationFacts.self)
    }
  }

  private mutating func rows<Facts: SheetFacts>(
    of found: SheetFolder.Found, at place: Int, _ type: Facts.Type
  ) {
    var facts = Facts(found.columns)
    var reader = RowReader(
      found.sheet, dayColumns[place], subject: found.columns[.fileNumber])
    for row in 0..<found.sheet.count {
      reader.turn(to: row)
      facts.read(&reader, &self)
      finish(reader, sheet: place)
    }
  }

  private mutating func organisationRows<Facts: OrganisationSheetFacts>(
    of found: SheetFolder.Found, at place: Int, _ type: Facts.Type
  ) {
    var facts = Facts(found.columns)
    var reader = RowReader(found.sheet, dayColumns[place])
    for row in 0..<found.sheet.count {
      reader.turn(to: row)
      facts.read(&reader, sheet: place, &self)
    }
  }
}

extension SheetKind {
  /// Whether its rows are about people whom nhan-su registers.
  var tellsOfPeople: Bool { self != .people && needed.contains(.fileNumber) }

  /// Whether its rows name people and nothing else that the ledger numbers, and share no
  /// certificate or card with another sheet.
  fileprivate var isOfPeopleAlone: Bool {
    switch self {
    case .ratings, .screenings, .theory, .assets, .conclusions, .residence: true
    case .organisations, .positions, .people, .admissions, .endings, .organisationRatings,
      .disciplines, .planning, .appointments, .transfers, .organisationChanges, .activities,
      .claims:
      false
    }
  }
}

extension Sheet {
  /// The SHA-256 of the file's bytes.
  var digest: Digest {
    var bytes: [UInt8] = []
    SHA256.hash(file).append(to: &bytes)
    return Digest(exactly: bytes)
  }
}
