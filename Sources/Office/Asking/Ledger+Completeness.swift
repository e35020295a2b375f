package import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections
internal import Vault

extension Ledger {
  /// What is missing about the people of each grassroots organisation, the sheets that came, and
  /// who looks like one person twice (spec/domain.md section 7). O(people).
  ///
  /// - Parameter missing: whoever lacks this is named; nil: nobody is.
  /// - Throws: `unknownOrganisation`.
  package func completeness(
    _ inquiry: Inquiry, organisation: String? = nil, missing: MissingDatum? = nil, now: Instant
  ) throws(OfficeError) -> Completeness {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let register = survey.register
      let on = survey.standpoint.on
      let found = try forEverybody(
        stores, register, reading: .completeness(on: on),
        start: Found(
          tally: CompletenessTally(
            survey.subtree, GrassrootsOnDay(register.tree, register.organisations),
            register.standpoint.rules)),
        each: { (found, person, stores) throws(OfficeError) in
          if person.profiles.count > 1 { found.amended.insert(person.number) }
          if !person.otherNumbers.isEmpty {
            found.conflicts += try stores.conflicts(of: person, survey)
          }
          let lacks = try found.tally.add(person) { () throws(OfficeError) in
            try stores.presence(of: person, on: on)
          }
          guard let missing, lacks.contains(missing) else { return }
          let home = register.tree.resolve(person.organisation(on: on) ?? OrganisationNumber(0))
          found.people.append(
            IncompletePerson(
              who: try stores.identity(of: person, on: on), home: register.name(of: home),
              missing: lacks))
        },
        join: { (whole, part) in
          whole.tally += part.tally
          whole.people += part.people
          whole.conflicts += part.conflicts
          whole.amended.formUnion(part.amended)
        })
      return Completeness(
        standpoint: survey.standpoint, total: found.tally.total,
        outside: found.tally.outside,
        missingSheets: register.missingSheets, units: register.units(found.tally),
        people: found.people.sorted(by: IncompletePerson.precedes),
        sheets: try stores.sheets(register),
        duplicates: try stores.duplicates(survey, amended: found.amended),
        conflicts: found.conflicts)
    }
  }

  private struct Found: Sendable {
    var tally: CompletenessTally
    var people: [IncompletePerson] = []
    var conflicts: [FileConflict] = []
    /// Whoever has a profile of several records.
    var amended: Set<PersonNumber> = []
  }
}

extension FactSelection {
  /// What tells whether something is missing on a day.
  fileprivate static func completeness(on day: Day) -> FactSelection {
    FactSelection(
      EventTypes.membership.union([
        .cardIssued, .screened, .standardsConcluded, .planningEntered, .planningLeft, .appointed,
        .relieved,
      ]), and: [.rated, .assetsDeclared], from: .firstOf(year: day.year - 1), through: day)
  }
}

extension CompletenessTally {
  fileprivate var total: Row { rows.values.reduce(into: Row()) { $0 += $1 } }
}

extension IncompletePerson {
  fileprivate static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.home.code, left.who.file ?? "", left.who.person)
      < (right.home.code, right.who.file ?? "", right.who.person)
  }
}

extension Register {
  /// The sheets that nobody claims to tell all.
  fileprivate var missingSheets: [RequiredSheet] {
    RequiredSheet.allCases.filter { !sheets.hasClaim(of: $0) }
  }

  fileprivate func units(_ tally: CompletenessTally) -> [UnitCompleteness] {
    tally.rows.map { number, row in
      UnitCompleteness(
        unit: name(of: number), row: row, missingSheets: readiness.missingSheets(for: number))
    }.sorted { $0.unit.code < $1.unit.code }
  }
}

extension Stores {
  /// How each sheet came, and what is claimed of it at K.
  fileprivate func sheets(_ register: Register) throws(OfficeError) -> [SheetStanding] {
    let facts = try ledgerFacts(of: [.sheetReceived, .sheetClaimed])
      .filter { $0.counts(at: register.standpoint.known) }
    var standings: [SheetStanding] = []
    for name in SheetReceived.names {
      let history = SheetHistory(of: name, facts)
      let last = history.receipts.last
      standings.append(
        SheetStanding(
          sheet: name, times: history.receipts.count,
          last: try last.map { (last) throws(OfficeError) in try recorded(last.index) },
          rows: last?.sheet.rows,
          claim: history.claim.map { claim in
            SheetStanding.Claim(
              covers: claim.organisation.map(register.name(of:)), until: claim.until)
          },
          open: history.open.count, isOpenForAll: history.isOpenForAll))
    }
    return standings
  }

  /// What several files of somebody who was asked about say differently, by what is left out.
  fileprivate func conflicts(
    of person: PersonState, _ survey: Survey
  ) throws(OfficeError) -> [FileConflict] {
    guard survey.subtree.contains(person) else { return [] }
    let known = survey.standpoint.known
    let joined = try PersonState.joined(
      person.number, try facts(of: person.number), at: known
    ) { (number) throws(OfficeError) in try facts(of: number) }
    guard let conflicts = joined?.conflicts, !conflicts.isEmpty else { return [] }
    let who = try identity(of: person, on: survey.standpoint.on)
    return conflicts.map {
      FileConflict(who: who, type: $0.type, stands: $0.stands, leftOut: $0.leftOut)
    }
  }

  private func recorded(_ index: LogIndex) throws(OfficeError) -> Instant {
    do throws(EventLogError) {
      return Instant(milliseconds: try log.header(at: index.number).recorded)
    } catch {
      throw OfficeError(error)
    }
  }

  /// People of one folded name and birth who are not known to be one; of those asked about at
  /// least one. O(names).
  /// - Parameter amended: whoever has a profile of several records.
  fileprivate func duplicates(
    _ survey: Survey, amended: Set<PersonNumber>
  ) throws(OfficeError) -> [PossibleDuplicate] {
    var pairs: [PossibleDuplicate] = []
    for group in try namesakes() {
      for people in try alike(group, survey, amended) where people.count > 1 {
        pairs += try duplicates(in: people, survey)
      }
    }
    return pairs
  }

  /// The rows of each folded name that has several, in the order of names.
  ///
  /// Rows of names that were folded as older versions did stand apart from their namesakes in the
  /// vault; they are few, and each is looked up under the name as it is folded now.
  private func namesakes() throws(OfficeError) -> [[LookupRow]] {
    var groups: [(name: [UInt8], rows: [LookupRow])] = []
    var older: [[UInt8]: [LookupRow]] = [:]
    var group: (name: [UInt8], rows: [LookupRow]) = ([], [])
    do throws(VaultError) {
      try vault.forEachName { (text, row) throws(VaultError) in
        if !text.isEqual(to: group.name) {
          if group.rows.count > 1 { groups.append(group) }
          group.rows.removeAll(keepingCapacity: true)
          group.name = unsafe text.withUnsafeBytes { unsafe Array($0) }
        }
        group.rows.append(row)
        let name = refolded(text)
        if name != group.name { older[name, default: []].append(row) }
      }
      if group.rows.count > 1 { groups.append(group) }
      if older.isEmpty { return groups.map(\.rows) }
      groups.removeAll { older.keys.contains($0.name) || older.keys.contains(refolded($0.name)) }
      for (name, rows) in older {
        let all = rows + (try vault.people(withName: unsafe name.span.bytes))
        if all.count > 1 { groups.append((name, all.sorted())) }
      }
    } catch {
      throw OfficeError(error)
    }
    groups.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return groups.map(\.rows)
  }

  /// The people of a folded name by their birth, each once, in the order of the first of each; of
  /// a profile of one record the birth stands beside the name.
  private func alike(
    _ group: [LookupRow], _ survey: Survey, _ amended: Set<PersonNumber>
  ) throws(OfficeError) -> [[PersonNumber]] {
    var found: [(birth: Birth, people: [PersonNumber])] = []
    var places: [Birth: Int] = [:]
    var met: Set<UInt32> = []
    for row in group where met.insert(row.person).inserted {
      let number = PersonNumber(row.person)
      let birth =
        amended.contains(number)
        ? try birth(of: number, survey) : try vital(at: LogIndex(row.index))?.birth
      guard let birth else { continue }
      if let place = places[birth] {
        found[place].people.append(number)
      } else {
        places[birth] = found.count
        found.append((birth, [number]))
      }
    }
    return found.map { $0.people.sorted() }
  }

  private func birth(of number: PersonNumber, _ survey: Survey) throws(OfficeError) -> Birth? {
    guard
      let person = try person(
        number, at: survey.standpoint.known, positions: survey.register.positions)
    else { return nil }
    return try profile(of: person, on: survey.standpoint.on).birth
  }

  /// The pairs of one birth among people of one name, each with the first of them.
  private func duplicates(
    in group: [PersonNumber], _ survey: Survey
  ) throws(OfficeError) -> [PossibleDuplicate] {
    let on = survey.standpoint.on
    var seen: [(birth: Birth, name: String, person: PersonState, who: Identity)] = []
    var pairs: [PossibleDuplicate] = []
    for number in group {
      guard
        let person = try person(
          number, at: survey.standpoint.known, positions: survey.register.positions)
      else { continue }
      let record = try profile(person, on: on).identity
      guard let birth = record.birth, let name = record.name else { continue }
      let who = Identity(person: number, file: record.fileNumber, name: record.name)
      // A name somebody no longer has leads to them, too.
      let first = seen.first {
        $0.birth == birth && Letters.nameIdentity($0.name) == Letters.nameIdentity(name)
          && !$0.person.isDifferent(from: person)
      }
      guard let first else {
        seen.append((birth, name, person, who))
        continue
      }
      guard survey.subtree.contains(person) || survey.subtree.contains(first.person) else {
        continue
      }
      let homes = [first.person, person].map { $0.organisation(on: on).map(survey.register.name) }
      pairs.append(
        PossibleDuplicate(
          who: first.who, other: who, birth: birth, home: homes[0], otherHome: homes[1]))
    }
    return pairs
  }
}

extension RawSpan {
  fileprivate func isEqual(to bytes: [UInt8]) -> Bool {
    guard byteCount == bytes.count else { return false }
    return unsafe withUnsafeBytes { mine in unsafe mine.elementsEqual(bytes) }
  }
}
