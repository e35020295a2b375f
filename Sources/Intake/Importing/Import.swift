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
    /// The code of the organisation whose subtree the sheets are complete for; nil: everyone.
    package var covers: String?
    /// Events a transaction; fewer only to test what comes after the first.
    package var transactionLimit: Int

    package init(
      actor: String, isDryRun: Bool = false, corrects: RetractionReason? = nil,
      covers: String? = nil, transactionLimit: Int = Ledger.batchLimit
    ) {
      self.actor = actor
      self.isDryRun = isDryRun
      self.corrects = corrects
      self.covers = covers
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
    var unknownCoverage: String?
    let outcome: (submission: Submission, decision: Decision)
    do throws(OfficeError) {
      outcome = try ledger.submit(
        actor: options.actor, at: now, corrects: options.corrects, isDryRun: options.isDryRun,
        limit: options.transactionLimit
      ) { (directory) throws(OfficeError) in
        var preparation = Preparation(directory)
        let covers = options.covers.map { directory.organisations[$0] }
        if covers == .some(nil) {
          unknownCoverage = options.covers
          throw OfficeError(.unknownOrganisation, options.covers ?? "")
        }
        preparation.prepare(folder.sheets, covers: covers ?? nil)
        let submission = preparation.submission
        prepared = preparation
        return submission
      }
    } catch {
      if let unknownCoverage { throw .unknownCoverage(unknownCoverage) }
      throw .office(error)
    }
    let rejected = prepared?.rejections ?? []
    var report = ImportReport(
      folder.sheets.map(\.sheet), outcome.submission, outcome.decision, rejected: rejected,
      isDryRun: options.isDryRun)
    report.warnings += folder.warnings
    if let prepared { report.noteDuplicates(prepared) }
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

extension Preparation {
  /// Turns all sheets into proposals: organisations, posts and people first.
  mutating func prepare(_ sheets: [SheetFolder.Found], covers: OrganisationNumber?) {
    for (place, found) in sheets.enumerated() {
      submission.sheets.append(
        Submission.Sheet(
          name: found.sheet.name, sha256: found.digest, rows: found.sheet.read,
          covers: covers, isPartial: found.isPartial && covers == nil))
      for row in found.sheet.malformed {
        rejections.append(
          Rejection(
            sheet: place, line: row.line, column: row.column, kind: .malformedRow,
            detail: .malformed(row.fault)))
      }
    }
    register(sheets)
    readRows(of: sheets)
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
    for (place, found) in sheets.enumerated() where found.kind == .positions {
      var facts = DefinitionFacts(found.columns)
      facts.read(found.sheet, at: place, &self)
    }
    var origins: [String: OrganisationNumber] = [:]
    for found in sheets where found.kind == .transfers {
      var facts = TransferFacts(found.columns)
      origins = facts.origins(found.sheet, &self)
    }
    for (place, found) in sheets.enumerated() where found.kind == .people {
      var facts = PersonFacts(found.columns)
      facts.read(found.sheet, at: place, origins: origins, &self)
    }
  }

  private mutating func read(_ found: SheetFolder.Found, at place: Int) {
    switch found.kind {
    case .organisations, .positions, .people: break
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
    var reader = RowReader(found.sheet, subject: found.columns[.fileNumber])
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
    var reader = RowReader(found.sheet)
    for row in 0..<found.sheet.count {
      reader.turn(to: row)
      facts.read(&reader, sheet: place, &self)
    }
  }
}

extension SheetKind {
  /// Whether its rows name people and nothing else that the ledger numbers, and share no
  /// certificate or card with another sheet.
  fileprivate var isOfPeopleAlone: Bool {
    switch self {
    case .ratings, .screenings, .theory, .assets, .conclusions, .residence: true
    case .organisations, .positions, .people, .admissions, .endings, .organisationRatings,
      .disciplines, .planning, .appointments, .transfers, .organisationChanges, .activities:
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
