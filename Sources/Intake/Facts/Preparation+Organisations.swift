internal import Cadre
internal import Office

// Which organisation a cell means.
extension Preparation {
  /// The organisation of a code, or of the exact name of one organisation of the tree; where
  /// `outside` allows, an organisation outside it by its name. A fault for anything else.
  mutating func organisation(
    _ reader: inout RowReader, _ column: Int?, required: Bool = true,
    outside: Outsiders = .none
  ) -> OrganisationNumber? {
    guard required || reader.isFilled(column), let text = reader.reference(column) else {
      return nil
    }
    if let organisation = organisations[text] { return organisation }
    if OrganisationIndex.looksLikeCode(text), externals[Letters.nameIdentity(text)] == nil {
      return unknown(text, &reader, column)
    }
    guard let name = reader.text(column) else { return nil }
    let found = index.tree(name)
    if found.count > 1 {
      reader.note(.unknownOrganisation, column, .ambiguous(text, codes(of: found)))
      return nil
    }
    if let only = found.first { return only }
    return outsider(name, outside, &reader, column) ?? unknown(text, &reader, column)
  }

  private mutating func outsider(
    _ name: String, _ outside: Outsiders, _ reader: inout RowReader, _ column: Int?
  ) -> OrganisationNumber? {
    let known = externals[Letters.nameIdentity(name)]
    switch outside {
    case .none: return nil
    case .ofPerson(let file):
      return known.flatMap { isNamed($0, by: file) ? $0 : nil }
    case .beforeReception(let ceremony, let person, let file):
      guard let known, let ceremony else { return nil }
      return isBeforeReception(ceremony, person, reader.text(of: file)) ? known : nil
    case .founded:
      if let known { return known }
      if index.lookAlike(of: name, organisations, outsideNames) != nil { return nil }
      return external(name, reader)
    }
  }

  /// Whether a transfer of the person, here or in the ledger, names an outside organisation.
  private func isNamed(_ organisation: OrganisationNumber, by file: String?) -> Bool {
    guard let file else { return false }
    if journeys[file]?.named.contains(organisation) ?? false { return true }
    return people[file].flatMap { directory.journeys[$0] }?.outside.contains(organisation) ?? false
  }

  /// Whether a ceremony was before the person's first reception, here or in the ledger: then it may
  /// have been in a cell outside the tree.
  private func isBeforeReception(
    _ ceremony: Day, _ person: PersonNumber?, _ file: String?
  ) -> Bool {
    let days = [
      person.flatMap { directory.journeys[$0]?.received },
      file.flatMap { journeys[$0]?.firstReception },
    ]
    return days.contains { day in day.map { ceremony < $0 } ?? false }
  }

  /// Notes that a text is no organisation, with the code or name that was most likely meant.
  private mutating func unknown(
    _ text: String, _ reader: inout RowReader, _ column: Int?
  ) -> OrganisationNumber? {
    if OrganisationIndex.looksLikeCode(text), reader.isSuspect(column) {
      reader.note(unknown: .unknownOrganisation, column)
      return nil
    }
    let nearest = index.nearest(to: text, organisations, outsideNames)
    if nearest == nil {
      reader.note(unknown: .unknownOrganisation, column)
    } else {
      reader.note(.unknownOrganisation, column, .organisation(text, nearest: nearest))
    }
    return nil
  }

  private func codes(of found: Set<OrganisationNumber>) -> [String] {
    organisations.filter { found.contains($0.value) }.map(\.key).sorted()
  }

  /// The external organisation of a name, established on first mention.
  private mutating func external(
    _ name: String, _ reader: borrowing RowReader
  ) -> OrganisationNumber {
    let placeholder = OrganisationNumber(
      Submission.firstExternal + UInt32(submission.externals.count))
    submission.externals.append(
      .init(
        placeholder: placeholder, name: name, sheet: reader.sheet.name,
        line: reader.sheet.line(reader.row)))
    externals[Letters.nameIdentity(name)] = placeholder
    outsideNames.append(name)
    index.add(outside: name)
    return placeholder
  }
}
