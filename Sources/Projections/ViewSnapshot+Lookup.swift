package import Cadre
internal import LMDB

/// A number that a key led to, and the event that says so.
package struct Found<Number: Hashable & Sendable>: Hashable, Sendable {
  package let number: Number
  package let index: LogIndex
}

extension ViewSnapshot {
  /// Whoever was ever entered in planning for a post, ascending; O(log n + people found).
  package func planned(for post: PositionNumber) throws(ProjectionError) -> [PersonNumber] {
    var people: [PersonNumber] = []
    try forEachKey(beginningWith: [UInt8](bigEndian: post.number), in: .planning) { rest, _ in
      if rest.byteCount == 4 { people.append(PersonNumber(rest.bigEndian32(at: 0))) }
    }
    return people
  }

  /// Whoever was ever entered in planning, for any post: post by post, and then a
  /// person comes once for each; O(entries).
  package func planned() throws(ProjectionError) -> [PersonNumber] {
    var people: [PersonNumber] = []
    try forEachKey(beginningWith: [], in: .planning) { rest, _ in
      if rest.byteCount == 8 { people.append(PersonNumber(rest.bigEndian32(at: 4))) }
    }
    return people
  }

  /// Organisations that have or had a code, with the first event that gave it; ascending.
  package func organisations(
    withCode code: String
  ) throws(ProjectionError) -> [Found<OrganisationNumber>] {
    try numbers([1] + Array(code.utf8) + [0], in: .codes).map { number, index in
      Found(number: OrganisationNumber(number), index: index)
    }
  }

  /// Posts that have or had a code, with the first event that gave it; ascending.
  package func positions(
    withCode code: String
  ) throws(ProjectionError) -> [Found<PositionNumber>] {
    try numbers([2] + Array(code.utf8) + [0], in: .codes).map { number, index in
      Found(number: PositionNumber(number), index: index)
    }
  }

  /// External organisations that were established by a name, whatever its case, spaces or
  /// placement of tones; ascending.
  package func externals(
    named name: String
  ) throws(ProjectionError) -> [Found<OrganisationNumber>] {
    try numbers(Letters.nameIdentity(name) + [0], in: .externals).map { number, index in
      Found(number: OrganisationNumber(number), index: index)
    }
  }

  /// Whoever a certificate was ever recorded for, with each event that did; by person, then index.
  package func holders(
    of certificate: Certificate
  ) throws(ProjectionError) -> [Found<PersonNumber>] {
    var holders: [Found<PersonNumber>] = []
    var prefix: [UInt8] = []
    certificate.appendKey(to: &prefix)
    try forEachKey(beginningWith: prefix, in: .certificates) { rest, _ in
      guard rest.byteCount == 12 else { return }
      holders.append(
        Found(
          number: PersonNumber(rest.bigEndian32(at: 0)), index: LogIndex(rest.word(at: 4))))
    }
    return holders
  }
}

extension ViewSnapshot {
  /// The numbers behind a prefix, each with its index; a longer text with the prefix inside has
  /// more than a number behind it and is passed over.
  private func numbers(
    _ prefix: [UInt8], in table: ViewTable
  ) throws(ProjectionError) -> [(UInt32, LogIndex)] {
    var numbers: [(UInt32, LogIndex)] = []
    try forEachKey(beginningWith: prefix, in: table) { rest, value in
      guard rest.byteCount == 4, value.byteCount == 8 else { return }
      numbers.append((rest.bigEndian32(at: 0), LogIndex(value.word(at: 0))))
    }
    return numbers
  }

  /// Hands over what follows the prefix in each key that begins with it, and the value.
  private func forEachKey(
    beginningWith prefix: [UInt8], in table: ViewTable, _ body: (RawSpan, RawSpan) -> Void
  ) throws(ProjectionError) {
    let span = unsafe prefix.span.bytes
    var rows = try rows(of: table, from: prefix.isEmpty ? nil : span)
    while try rows.next(), rows.key.starts(with: span) {
      body(rows.key.extracting(droppingFirst: span.byteCount), rows.value)
    }
  }

  func lastStoredNumber(of table: ViewTable) throws(ProjectionError) -> UInt32 {
    let number: UInt32?
    do throws(LMDBError) {
      var cursor = try transaction.cursor(over: tables[table])
      guard try cursor.last() else { return 0 }
      number = cursor.key.byteCount == 4 ? cursor.key.bigEndian32(at: 0) : nil
    } catch {
      throw .store(error)
    }
    guard let number else { throw .key(table) }
    return number
  }
}
