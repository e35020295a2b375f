package import Cadre

/// A row of the views in use that is not the row that the log gives.
package struct ViewDifference: Hashable, Sendable {
  package let table: ViewTable
  package let key: [UInt8]
  /// What people were shown; nil: the row is not there.
  package let live: [UInt8]?
  /// What the log gives; nil: it gives no such row.
  package let rebuilt: [UInt8]?

  package init(table: ViewTable, key: [UInt8], live: [UInt8]?, rebuilt: [UInt8]?) {
    self.table = table
    self.key = key
    self.live = live
    self.rebuilt = rebuilt
  }

  /// How the row in use is wrong.
  package enum Kind: String, Hashable, Sendable {
    /// The log gives it, and it is not in use.
    case missing
    /// It is in use, and the log does not give it.
    case surplus
    /// It says something else.
    case altered
    /// It is no row at all.
    case unreadable
  }
}

extension ViewDifference {
  /// How the row in use is wrong.
  package var kind: Kind {
    guard let live else { return .missing }
    guard rebuilt != nil else { return .surplus }
    guard isOfStream else { return .altered }
    return ViewDifference.facts(of: live) == nil ? .unreadable : .altered
  }

  /// The stream that the row is of; nil for a number of the views' own, and for a key that is none.
  package var stream: Stream? {
    let bytes = unsafe key.span.bytes
    switch table {
    case .ledger: return .ledger
    case .organisations, .positions, .people:
      return key.count == 4 ? number(at: 0).flatMap { stream(of: table, $0) } : nil
    case .planning: return number(at: 4).map { .person(PersonNumber($0)) }
    case .certificates: return number(at: key.count - 12).map { .person(PersonNumber($0)) }
    case .externals:
      return number(at: key.count - 4).map { .organisation(OrganisationNumber($0)) }
    case .codes:
      guard bytes.byteCount > 5, let number = number(at: key.count - 4) else { return nil }
      return Stream(kind: key[0], number: number)
    case .meta: return nil
    }
  }

  /// The events that the row is about where the two differ, ascending: those whose fact is in one
  /// alone, or says something else; all of them where the row in use cannot be read.
  package var events: [LogIndex] {
    switch table {
    case .ledger, .organisations, .positions, .people: return differingFacts
    case .codes, .externals:
      return Set([live, rebuilt].compactMap { $0 }.filter { $0.count == 8 })
        .map { value in LogIndex(unsafe value.span.bytes.word(at: 0)) }.sorted()
    case .certificates:
      guard key.count >= 8 else { return [] }
      return [LogIndex(unsafe key.span.bytes.word(at: key.count - 8))]
    case .planning, .meta: return []
    }
  }

  private var isOfStream: Bool {
    switch table {
    case .ledger, .organisations, .positions, .people: true
    case .planning, .codes, .externals, .certificates, .meta: false
    }
  }

  private func number(at offset: Int) -> UInt32? {
    guard offset >= 0, offset + 4 <= key.count else { return nil }
    return unsafe key.span.bytes.bigEndian32(at: offset)
  }

  private func stream(of table: ViewTable, _ number: UInt32) -> Stream? {
    let kinds: [ViewTable: UInt8] = [.organisations: 1, .positions: 2, .people: 3]
    return kinds[table].flatMap { Stream(kind: $0, number: number) }
  }

  private var differingFacts: [LogIndex] {
    let mine = live.flatMap { ViewDifference.facts(of: $0) } ?? [:]
    let its = rebuilt.flatMap { ViewDifference.facts(of: $0) } ?? [:]
    return Set(mine.keys).union(its.keys).filter { mine[$0] != its[$0] }.sorted()
  }

  /// Each fact of a row, as bytes, by its index; nil where the row cannot be read.
  private static func facts(of row: [UInt8]) -> [LogIndex: [UInt8]]? {
    do throws(ProjectionError) {
      var facts: [LogIndex: [UInt8]] = [:]
      var entries = try StreamRow(unsafe row.span.bytes).entries
      while let entry = try entries.next() {
        facts[entry.index] = [UInt8](copying: entry.body) + [UInt8](copying: entry.changesItem)
      }
      return facts
    } catch {
      return nil
    }
  }
}

extension [UInt8] {
  init(copying bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}
