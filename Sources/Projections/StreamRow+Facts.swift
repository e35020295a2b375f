package import Cadre
package import CadreCodec

extension StreamRow {
  /// Every fact, retractions too, with its event; O(n).
  ///
  /// - Throws: `row`, or `event` with the index of a fact whose payload or document cannot be
  ///   read, which includes one of another kind of stream.
  @specialized(where Payload == PersonEvent)
  @specialized(where Payload == OrganisationEvent)
  @specialized(where Payload == PositionEvent)
  @specialized(where Payload == LedgerEvent)
  package func facts<Payload: StoredEvent>(
    of kind: Payload.Type = Payload.self
  ) throws(ProjectionError) -> [Fact<Payload>] {
    var facts: [Fact<Payload>] = []
    facts.reserveCapacity(count)
    var entries = entries
    while let entry = try entries.next() { facts.append(try entry.fact()) }
    return facts
  }
}

extension StreamRow {
  /// The facts of some types that count at a log size; the others are passed over. Documents are
  /// read of disciplines alone, which annulments name by them. O(n).
  ///
  /// - Throws: `row`, or `event` with the index of a fact whose payload cannot be read.
  @specialized(where Payload == PersonEvent)
  @specialized(where Payload == OrganisationEvent)
  package func facts<Payload: StoredEvent>(
    of types: EventTypes, known: LogSize, into facts: inout [Fact<Payload>]
  ) throws(ProjectionError) {
    var entries = entries
    while let entry = try entries.next() {
      guard types.contains(entry.type), try entry.counts(at: known) else { continue }
      do throws(CodecError) {
        facts.append(
          Fact(
            index: entry.index, effective: entry.effective,
            document: entry.type == .disciplined && !entry.document.isEmpty
              ? try Document(entry.document) : nil,
            event: try Payload.decode(entry.type, version: entry.version, entry.payload),
            changes: []))
      } catch {
        throw .event(entry.index, error)
      }
    }
  }
}

extension StreamRow.Entry {
  /// The fact with its event.
  /// - Throws: `row`, or `event` with its index.
  @specialized(where Payload == PersonEvent)
  @specialized(where Payload == OrganisationEvent)
  @specialized(where Payload == PositionEvent)
  @specialized(where Payload == LedgerEvent)
  package func fact<Payload: StoredEvent>(
    of kind: Payload.Type = Payload.self
  ) throws(ProjectionError) -> Fact<Payload> {
    let changes: [Fact<Payload>.Change] = hasChanges ? try self.changes() : []
    do throws(CodecError) {
      return Fact(
        index: index, effective: effective,
        document: document.isEmpty ? nil : try Document(document),
        event: try Payload.decode(type, version: version, payload), changes: changes)
    } catch {
      throw .event(index, error)
    }
  }

  private func changes<Payload: StoredEvent>() throws(ProjectionError) -> [Fact<Payload>.Change] {
    var changes: [Fact<Payload>.Change] = []
    try forEachChange { index, counts in
      changes.append(Fact<Payload>.Change(index: index, counts: counts))
    }
    return changes
  }
}
