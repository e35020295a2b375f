package import Cadre
internal import CadreCodec
internal import EventLog

/// What was published, as the log has it.
package struct PublishedReport: Hashable, Sendable {
  package var index: LogIndex
  package var recorded: Instant
  /// The account code of who published it.
  package var actor: String
  package var report: ReportPublished
}

extension Ledger {
  /// What was published and not retracted, oldest first; O(events of the ledger's stream).
  ///
  /// - Parameter last: so many at most, the latest; nil: all.
  package func publishedReports(last: Int? = nil) throws(OfficeError) -> [PublishedReport] {
    try reading { (stores) throws(OfficeError) in
      try stores.publishedReports(last: last)
    }
  }

  /// Day, log size and rule set that an inquiry means now.
  /// - Throws: `shorterThanKnown`, `unknownRules`, `noRules`.
  package func standpoint(
    _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> Standpoint {
    try reading { (stores) throws(OfficeError) in try stores.standpoint(inquiry, now: now) }
  }

  /// The number under which a person was registered whom a text names: a file number, or `#N`.
  ///
  /// - Parameter sizes: log sizes that may know the person; the first that does decides.
  /// - Throws: `unknownPerson`, `erasedPerson`.
  package func number(
    of person: String, knownAt sizes: [LogSize]
  ) throws(OfficeError) -> PersonNumber {
    try reading { (stores) throws(OfficeError) in
      var failure = OfficeError(.unknownPerson, person)
      for known in sizes {
        do throws(OfficeError) {
          return try stores.holder(of: PersonReference(person), at: known)
        } catch {
          guard error.reason == .unknownPerson else { throw error }
          failure = error
        }
      }
      throw failure
    }
  }

  /// Who was erased after an event and could have been in an answer at K; ascending.
  ///
  /// - Parameter person: of whom alone the answer is; nil: it may be of anybody.
  package func peopleErased(
    after index: LogIndex, knownAt known: LogSize, of person: PersonNumber? = nil
  ) throws(OfficeError) -> [PersonNumber] {
    try reading { (stores) throws(OfficeError) in
      let asked = try person.map { (person) throws(OfficeError) in
        try stores.numbers(of: person, at: known)
      }
      var people: [PersonNumber] = []
      for number in try stores.log.erasedPeople(from: index.number + 1).sorted() {
        let erased = PersonNumber(number)
        if let asked, !asked.contains(erased) { continue }
        let events = try stores.indexes(of: .person(erased), below: known.count)
        if !events.isEmpty { people.append(erased) }
      }
      return people
    }
  }
}

extension Stores {
  /// What was published and not retracted, oldest first.
  func publishedReports(last: Int?) throws(OfficeError) -> [PublishedReport] {
    let known = LogSize(log.size)
    let facts = try ledgerFacts(of: [.reportPublished]).filter { fact in
      if case .reportPublished = fact.event { fact.counts(at: known) } else { false }
    }
    // They hold on no day, so that facts stand in the order of the log.
    var published: [PublishedReport] = []
    for fact in facts.suffix(last ?? facts.count) {
      guard case .reportPublished(let report) = fact.event else { continue }
      let context = try event(at: fact.index).context
      published.append(
        PublishedReport(
          index: fact.index, recorded: context.recorded, actor: context.actor, report: report))
    }
    return published
  }
}
