/// A field of an event: its name, lowerCamelCase as in spec/domain.md section 4, and its value.
package typealias NamedField = (name: String, value: FieldValue)

extension Event {
  /// Its content as named fields, in the fixed order of its type; absent ones are left out.
  ///
  /// The envelope and the private record are not among them. O(fields), about a microsecond.
  package var fields: [NamedField] {
    var list = FieldList()
    switch self {
    case .ledger(let event): event.list(in: &list)
    case .organisation(let event): event.list(in: &list)
    case .position(let event): event.list(in: &list)
    case .person(let event): event.list(in: &list)
    }
    return list.fields
  }
}

/// Fields as they are listed; what is nil is not added.
struct FieldList {
  private(set) var fields: [NamedField] = []

  init() { fields.reserveCapacity(5) }

  mutating func add(_ name: String, _ value: FieldValue) { fields.append((name, value)) }

  mutating func add(_ name: String, _ text: String?) {
    if let text { add(name, .text(text)) }
  }

  mutating func add(_ name: String, _ day: Day?) {
    if let day { add(name, .day(day)) }
  }

  mutating func add(_ name: String, _ number: Int?) {
    if let number { add(name, .integer(number)) }
  }

  mutating func add(_ name: String, _ number: Hundredths?) {
    if let number { add(name, .hundredths(number)) }
  }

  mutating func add<C: Code>(_ name: String, _ code: C?) {
    if let code { add(name, .code(code.name)) }
  }

  mutating func add(_ name: String, _ organisation: OrganisationNumber?) {
    if let organisation { add(name, .organisation(organisation)) }
  }

  mutating func add(_ name: String, _ position: PositionNumber) { add(name, .position(position)) }

  mutating func add(_ name: String, _ term: Term) { add(name, .term(term)) }

  mutating func add(_ name: String, _ size: LogSize) { add(name, .size(size)) }

  mutating func add(_ name: String, _ digest: Digest) { add(name, .digest(digest)) }
}

extension Retraction {
  func list(in list: inout FieldList) {
    list.add("target", .index(target))
    list.add("reason", reason)
  }
}

extension LedgerEvent {
  func list(in list: inout FieldList) {
    switch self {
    case .ledgerOpened(let origin): list.add("origin", origin)
    case .rulesAdopted(let id, let content):
      list.add("id", id)
      list.add("content", content)
    case .holidaysAdopted(let year, let days):
      list.add("year", year)
      list.add("days", .days(days))
    case .sheetReceived(let sheet):
      list.add("sheet", sheet.sheet)
      list.add("sha256", sheet.sha256)
      list.add("rows", sheet.rows)
      switch sheet.ownClaim {
      case .subtree(let organisation): list.add("covers", organisation)
      case .nobody: list.add("isPartial", 1)
      case nil: break
      }
      if !sheet.gaps.isEmpty { list.add("gaps", .integers(sheet.gaps.map { Int($0.number) })) }
      if sheet.hasGapForAll { list.add("gapForAll", 1) }
    case .sheetClaimed(let claim):
      list.add("sheet", claim.sheet)
      list.add("organisation", claim.organisation)
      list.add("until", claim.until)
      list.add("sha256", claim.sha256)
      list.add("listed", claim.listed)
    case .reportPublished(let report):
      list.add("question", report.question)
      list.add("on", report.on)
      list.add("known", report.known)
      list.add("rules", report.rules)
      list.add("sha256", report.sha256)
    case .headsSealed(let seal):
      list.add("upTo", seal.upTo)
      list.add("counts", .integers(seal.counts))
      list.add("root", seal.root)
    case .rebuildAttested(let rebuild):
      list.add("size", rebuild.size)
      list.add("root", rebuild.root)
      list.add("layout", rebuild.layout)
      list.add("digest", rebuild.digest)
      list.add("differences", rebuild.differences)
    case .retracted(let retraction): retraction.list(in: &list)
    }
  }
}
