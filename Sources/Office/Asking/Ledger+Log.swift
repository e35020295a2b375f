package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Vault

/// Which events of the log are asked for.
package struct LogFilter: Hashable, Sendable {
  /// One stream only.
  package var stream: Stream?
  package var type: EventType?
  /// The first index.
  package var from: UInt64 = 0
  /// One past the last index; nil: to the end of what is known.
  package var until: UInt64?

  package init() {}
}

/// An event as the log holds it.
package struct LogEntry: Hashable, Sendable {
  package var index: LogIndex
  package var stream: Stream
  package var revision: UInt64
  package var prior: LogIndex?
  package var effective: Day?
  package var recorded: Instant
  package var actor: String
  package var document: Document?
  package var cause: LogIndex?
  package var row: Int?
  package var hasPrivateRecord: Bool
  package var event: Event

  init(_ index: LogIndex, _ recorded: RecordedEvent) {
    self.index = index
    stream = recorded.stream
    revision = recorded.revision
    prior = recorded.prior
    effective = recorded.context.effective
    self.recorded = recorded.context.recorded
    actor = recorded.context.actor
    document = recorded.context.document
    cause = recorded.context.cause
    row = recorded.context.row
    hasPrivateRecord = recorded.commitment != nil
    event = recorded.event
  }
}

/// One event with its bytes and its place in the tree.
package struct ShownEvent: Hashable, Sendable {
  package var entry: LogEntry
  /// The bytes as recorded and hashed.
  package var bytes: [UInt8]
  /// The leaf hash, SHA-256(00 ‖ event), 32 bytes.
  package var leaf: Digest
  /// What the vault still holds of it; nil where it has no private record, or was erased.
  package var secret: PrivateRecord?
  /// The sheet it came from.
  package var sheet: String?
  package var sheetDigest: Digest?
  /// Whether it still counts: false once retracted.
  package var counts: Bool
  /// What it names by number, and whose stream it stands in.
  package var names: Names
  /// That it stands in the whole log.
  package var proof: InclusionProof
}

extension Ledger {
  /// Hands over the events that pass the filter, in order of index, with what is called how so
  /// far, by what is known at K; streams, keeps no events.
  ///
  /// - Returns: what all of them are called.
  @discardableResult
  package func forEachEvent(
    _ filter: LogFilter, known: Inquiry.Known,
    _ body: (LogEntry, Names) throws(OfficeError) -> Void
  ) throws(OfficeError) -> Names {
    try reading { (stores) throws(OfficeError) in
      var names = Names()
      let size = try stores.size(known)
      func hand(over entry: LogEntry) throws(OfficeError) {
        try stores.add(entry, to: &names, known: size)
        try body(entry, names)
      }
      let end = min(size.count, filter.until ?? .max)
      let from = min(filter.from, end)
      if let stream = filter.stream {
        for index in try stores.indexes(of: stream, below: end) where index.number >= from {
          let entry = LogEntry(index, try stores.event(at: index))
          if filter.type.map({ $0 == entry.event.type }) ?? true { try hand(over: entry) }
        }
        return names
      }
      try stores.log.forEach(from: from, to: end) { (index, bytes) throws(OfficeError) in
        let recorded: RecordedEvent
        do throws(CodecError) { recorded = try RecordedEvent(bytes) } catch {
          throw OfficeError(.corrupted(LogIndex(index), "\(error)"), "log")
        }
        if let type = filter.type, recorded.event.type != type { return }
        try hand(over: LogEntry(LogIndex(index), recorded))
      }
      return names
    }
  }

  /// The log's size now; looks at nothing else, so that it can be asked again and again.
  package func size() throws(OfficeError) -> LogSize {
    try log.read { (log) throws(OfficeError) in LogSize(log.size) }
  }

  /// One event: bytes, contents, origin; whether it counts, and what is called how, at K.
  /// - Throws: `noSuchEvent`.
  package func show(
    _ index: LogIndex, known: Inquiry.Known = .all
  ) throws(OfficeError) -> ShownEvent {
    try reading { (stores) throws(OfficeError) in
      let size = try stores.size(known)
      guard size.knows(index) else {
        throw OfficeError(.noSuchEvent(size: size.count), "\(index.number)")
      }
      let recorded = try stores.event(at: index)
      let (bytes, leaf) = try stores.bytes(at: index)
      let item = try stores.evidence(at: index)
      let entry = LogEntry(index, recorded)
      var names = Names()
      try stores.add(entry, to: &names, known: size)
      return ShownEvent(
        entry: entry, bytes: bytes, leaf: leaf,
        secret: try stores.privateRecord(at: index), sheet: item.sheet,
        sheetDigest: item.sheetDigest,
        counts: try stores.counts(index, of: recorded.stream, at: size),
        names: names, proof: try stores.inclusion(of: index, in: size.count))
    }
  }
}

extension Stores {
  /// The indexes of a stream's events from one size and below another, ascending.
  func indexes(
    of stream: Stream, below size: UInt64, from first: UInt64 = 0
  ) throws(OfficeError) -> [LogIndex] {
    guard let kind = StreamKind(rawValue: stream.kind) else { return [] }
    do throws(EventLogError) {
      return try log.indexes(of: StreamKey(kind, stream.number), from: first, asOf: size)
        .map { LogIndex($0) }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The bytes of an event and their leaf hash.
  func bytes(at index: LogIndex) throws(OfficeError) -> ([UInt8], Digest) {
    do throws(EventLogError) {
      let span = try log.event(at: index.number)
      let bytes = unsafe span.withUnsafeBytes { unsafe Array($0) }
      return (bytes, Digest(TreeHash.leaf(span)))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Whether an event of a stream counts at K.
  func counts(
    _ index: LogIndex, of stream: Stream, at known: LogSize
  ) throws(OfficeError) -> Bool {
    switch stream {
    case .ledger: return try ledgerFacts().counts(index, at: known)
    case .organisation(let number): return try facts(of: number).counts(index, at: known)
    case .position(let number): return try facts(of: number).counts(index, at: known)
    case .person(let number): return try facts(of: number).counts(index, at: known)
    }
  }
}

extension Array {
  /// Whether the fact of an index counts at a size.
  fileprivate func counts<Payload>(
    _ index: LogIndex, at known: LogSize
  ) -> Bool where Element == Fact<Payload> {
    first { $0.index == index }?.counts(at: known) ?? false
  }
}

extension Digest {
  /// The domain's form of a hash.
  init(_ hash: Hash) {
    var bytes: [UInt8] = []
    hash.append(to: &bytes)
    self.init(exactly: bytes)
  }
}
