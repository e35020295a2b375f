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
