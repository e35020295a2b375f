package import Cadre

extension Ledger {
  /// What changed in what was known about a person between two states of knowledge, on one day;
  /// the smaller size comes first, whichever was named first.
  ///
  /// - Throws: `unknownPerson` where neither state knows the file number.
  package func difference(
    of fileNumber: String, between first: Inquiry.Known, and second: Inquiry.Known,
    _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> PersonDifference {
    try reading { (stores) throws(OfficeError) in
      let sizes = [try stores.size(first), try stores.size(second)].sorted()
      var asked = inquiry
      asked.known = .size(sizes[0].count)
      let before = try Register(stores, try stores.standpoint(asked, now: now))
      asked.known = .size(sizes[1].count)
      let after = try Register(stores, try stores.standpoint(asked, now: now))
      return try stores.difference(of: fileNumber, from: before, to: after)
    }
  }
}

extension Stores {
  fileprivate func difference(
    of fileNumber: String, from before: Register, to after: Register
  ) throws(OfficeError) -> PersonDifference {
    let (old, new) = try numbers(of: fileNumber, before, after)
    let oldCard = try old.map { (number) throws(OfficeError) in try card(number, before) } ?? nil
    let newCard = try new.map { (number) throws(OfficeError) in try card(number, after) } ?? nil
    guard let last = newCard ?? oldCard else { throw OfficeError(.unknownPerson, fileNumber) }
    let facts = FactChange.all(
      from: try old.map { (number) throws(OfficeError) in
        try history(of: number, at: before.standpoint.known)
      } ?? [], at: before.standpoint.known,
      to: try new.map { (number) throws(OfficeError) in
        try history(of: number, at: after.standpoint.known)
      } ?? [], at: after.standpoint.known)
    // Of numbers that were joined in between, the rows are those of one person.
    let oldRows = try rows(of: old, before).map { row in
      var row = row
      row.who = last.found.who
      return row
    }
    let newRows = try rows(of: new, after)
    let changes = VerdictChange.all(from: oldRows, to: newRows, .everything)
    return PersonDifference(
      before: oldCard, after: newCard, standpoints: (before.standpoint, after.standpoint),
      who: last.found.who, facts: facts, verdicts: changes,
      positions: before.codes(in: oldRows).merging(after.codes(in: newRows)) { $1 },
      names: try names(
        in: facts.map { .person($0.item.event) }, known: after.standpoint.known))
  }

  /// The numbers under which two states of knowledge know a file number; where only one knows the
  /// file number, the other may still know the person.
  private func numbers(
    of fileNumber: String, _ before: Register, _ after: Register
  ) throws(OfficeError) -> (PersonNumber?, PersonNumber?) {
    let (older, newer) = (before.standpoint.known, after.standpoint.known)
    let new = try number(withFile: fileNumber, at: newer)
    let old = try number(withFile: fileNumber, at: older)
    if let old, new == nil { return (old, try lowest(old, at: newer)) }
    if let new, old == nil { return (try lowest(new, at: older), new) }
    return (old, new)
  }

  /// The person who has a file number at K; nil: nobody.
  private func number(
    withFile file: String, at known: LogSize
  ) throws(OfficeError) -> PersonNumber? {
    do throws(OfficeError) { return try person(withFile: file, at: known) } catch {
      if error.reason == .unknownPerson { return nil }
      throw error
    }
  }

  /// A person's card; nil where nobody was registered under the number by then.
  private func card(
    _ number: PersonNumber, _ register: Register
  ) throws(OfficeError) -> PersonCard? {
    let person = try person(
      number, at: register.standpoint.known, positions: register.positions)
    return try person.map { (person) throws(OfficeError) in try card(person, register) }
  }

  private func rows(
    of number: PersonNumber?, _ register: Register
  ) throws(OfficeError) -> [Assessment] {
    guard let number else { return [] }
    return try rows(of: [number], register, try AskedRows(EligibilityFilter(), register))
      .rows.flatMap(\.rows)
  }
}

extension FactChange {
  /// What became of every fact that one of two histories counts and the other does not, or that
  /// came and went between; retractions are told by what they turned.
  static func all(
    from before: [Fact<PersonEvent>], at older: LogSize, to after: [Fact<PersonEvent>],
    at newer: LogSize
  ) -> [FactChange] {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.index, $0) })
    let kept = Set(after.map(\.index))
    let gone = before.filter { !kept.contains($0.index) && $0.counts(at: older) }
    let changes = after.compactMap { fact -> FactChange? in
      guard fact.event.retraction == nil else { return nil }
      let turn: FactTurn
      switch (known[fact.index]?.counts(at: older), fact.counts(at: newer)) {
      case (nil, true): turn = .learnt
      case (nil, false): turn = .passing
      case (true, false): turn = .ceased
      case (false, true): turn = .restored
      case (true, true), (false, false): return nil
      }
      let by = fact.changes.last { newer.knows($0.index) && !older.knows($0.index) }?.index
      return FactChange(item: TimelineItem(fact, at: newer), turn: turn, by: by)
    }
    let lost = gone.filter { $0.event.retraction == nil }.map { fact in
      var item = TimelineItem(fact, at: newer)
      item.counts = false
      return FactChange(item: item, turn: .ceased, by: nil)
    }
    return (changes + lost).sorted { $0.item.precedes($1.item) }
  }
}

extension TimelineItem {
  /// The order in which facts hold: undated first, then by day, then by index.
  fileprivate func precedes(_ other: TimelineItem) -> Bool {
    (effective?.number ?? Int32.min, index) < (other.effective?.number ?? Int32.min, other.index)
  }
}
