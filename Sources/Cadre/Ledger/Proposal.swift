/// An event somebody asks to record, before the ledger has decided.
package struct Proposal<Payload: StreamEvent>: Sendable {
  /// The row it comes from, by its place in the batch; all proposals of a row stand or fall
  /// together.
  package var row: Int32
  package var effective: Day?
  package var document: Document?
  package var event: Payload
  /// The place of its private record among the batch's; nil: it has none.
  package var secret: Int32?

  package init(
    row: Int32, effective: Day?, document: Document? = nil, event: Payload, secret: Int32? = nil
  ) {
    self.row = row
    self.effective = effective
    self.document = document
    self.event = event
    self.secret = secret
  }
}

/// What became of a proposal.
package enum Outcome: Hashable, Sendable {
  /// It is recorded.
  case recorded
  /// It is recorded in the place of the event at an index, which is retracted.
  case corrects(LogIndex)
  /// An equal event is in force; nil: it stands in an earlier row of the batch.
  case unchanged(LogIndex?)
  /// It cannot be recorded.
  case refused(Refusal)
  /// Another proposal of its row was refused.
  case withdrawn
}
