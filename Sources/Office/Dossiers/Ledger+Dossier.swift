package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Projections

extension Ledger {
  /// Makes the dossier of a person and a post at the last seal; K is its size unless less is
  /// asked. O(events of its streams · log n + streams).
  ///
  /// - Parameter identify: also gives the private records of the person.
  /// - Throws: `notSealed`, `unknownPerson`, `unknownPosition`, `unknownRules`.
  package func dossier(
    of fileNumber: String, for code: String, _ inquiry: Inquiry, identify: Bool, now: Instant
  ) throws(OfficeError) -> DossierMade {
    try reading { (stores) throws(OfficeError) in
      guard let seal = try stores.lastSeal() else { throw OfficeError(.notSealed(upTo: nil), "") }
      let upTo = seal.seal.upTo
      let known = inquiry.known == .all ? upTo : try stores.size(inquiry.known)
      let asked = Inquiry(on: inquiry.on, known: .size(known.count), rules: inquiry.rules)
      let standpoint = try stores.standpoint(asked, now: now)
      guard known <= upTo, upTo.knows(standpoint.adoptedBy) else {
        throw OfficeError(.notSealed(upTo: upTo.count), "")
      }
      do throws(OfficeError) {
        let question = Dossier.Question(
          person: try stores.person(withFile: fileNumber, at: known),
          position: try stores.position(withCode: code, on: standpoint.on, at: known),
          on: standpoint.on, known: known, rules: standpoint.rules.id)
        return try stores.dossier(question, standpoint, seal, identify: identify)
      } catch {
        let isNew = try stores.isKnownLater(fileNumber, code, standpoint.on, error)
        throw isNew ? OfficeError(.notSealed(upTo: upTo.count), "") : error
      }
    }
  }
}

extension Stores {
  /// Whether what was not found is known by now: it was recorded after the seal.
  fileprivate func isKnownLater(
    _ fileNumber: String, _ code: String, _ day: Day, _ error: OfficeError
  ) throws(OfficeError) -> Bool {
    let whole = LogSize(log.size)
    do throws(OfficeError) {
      switch error.reason {
      case .unknownPerson: _ = try person(withFile: fileNumber, at: whole)
      case .unknownPosition: _ = try position(withCode: code, on: day, at: whole)
      default: return false
      }
      return true
    } catch {
      if error.reason == .unknownPerson || error.reason == .unknownPosition { return false }
      throw error
    }
  }

  fileprivate func dossier(
    _ question: Dossier.Question, _ standpoint: Standpoint, _ seal: LedgerSeal, identify: Bool
  ) throws(OfficeError) -> DossierMade {
    let upTo = seal.seal.upTo.count
    var file = CaseFile()
    var waiting: [Stream] = [.ledger, .person(question.person), .position(question.position)]
    var events: [Stream: [ProvedEvent]] = [:]
    while let stream = waiting.popLast() {
      guard events[stream] == nil else { continue }
      let proved = try provedEvents(of: stream, below: upTo)
      events[stream] = proved
      guard !proved.isEmpty else { throw OfficeError(.corrupted(nil, "empty"), "\(stream)") }
      try file.add(stream, proved.map { ($0.index, $0.bytes) })
      waiting += file.named(by: stream)
    }
    let kept = try records(of: file)
    file.records = kept.read
    let answer = try file.answer(question, standpoint)
    let dossier = Dossier(
      checkpoint: try checkpoint(asOf: log.size), seal: try proved(seal.index),
      question: question, streams: try sealed(events, upTo: upTo),
      later: try later(Array(events.keys), upTo: upTo), records: identify ? kept.exact : nil)
    let profile = file.people[question.person]?.compactMap { fact in
      fact.counts(at: question.known)
        ? file.records[fact.index].map { (index: fact.index, record: $0) } : nil
    }
    return DossierMade(dossier: dossier, answer: answer, identity: profile?.identity ?? .init())
  }

  /// An event with its path in the tree of the whole log.
  private func proved(_ index: LogIndex) throws(OfficeError) -> ProvedEvent {
    ProvedEvent(
      index: index, bytes: try bytes(at: index).0, path: try path(from: index, in: log.size))
  }

  private func provedEvents(
    of stream: Stream, below size: UInt64
  ) throws(OfficeError) -> [ProvedEvent] {
    var events: [ProvedEvent] = []
    for index in try indexes(of: stream, below: size) { events.append(try proved(index)) }
    return events
  }

  /// The private records of the people of a case, exactly and read.
  private func records(
    of file: CaseFile
  ) throws(OfficeError) -> (exact: [ExportedRecord], read: [LogIndex: PrivateRecord]) {
    var exact: [ExportedRecord] = []
    var read: [LogIndex: PrivateRecord] = [:]
    for facts in file.people.values {
      for fact in facts where file.events[fact.index]?.commitment != nil {
        guard let record = try exportedRecord(at: fact.index) else { continue }
        exact.append(record)
        read[fact.index] = try privateRecord(at: fact.index)
      }
    }
    return (exact.sorted { $0.index < $1.index }, read)
  }

  /// The streams in the order of the seal, each with its path.
  private func sealed(
    _ events: [Stream: [ProvedEvent]], upTo: UInt64
  ) throws(OfficeError) -> [SealedStream] {
    let tree: SealTree
    do throws(EventLogError) { tree = try log.sealTree(asOf: upTo) } catch {
      throw OfficeError(error)
    }
    var sealed: [SealedStream] = []
    for (stream, events) in events {
      guard let kind = StreamKind(rawValue: stream.kind),
        let (place, path) = tree.path(of: StreamKey(kind, stream.number))
      else { throw OfficeError(.corrupted(nil, "head"), "\(stream)") }
      sealed.append(
        SealedStream(
          stream: stream, place: place, path: path.map { Digest($0) }, events: events))
    }
    return sealed.sorted { $0.place < $1.place }
  }

  /// What came at or past the seal's size.
  private func later(_ streams: [Stream], upTo: UInt64) throws(OfficeError) -> LaterEvents {
    var items: [LaterEvents.Item] = []
    for stream in streams {
      for index in try indexes(of: stream, below: log.size, from: upTo) {
        let type = try event(at: index).event.type.name
        items.append(LaterEvents.Item(index: index, stream: stream, type: type))
      }
    }
    items.sort { $0.index < $1.index }
    return LaterEvents(count: log.size - upTo, events: items)
  }
}
