package import Cadre

/// Something in a dossier that does not hold.
package struct DossierFault: Hashable, Sendable {
  /// What does not hold.
  package enum Kind: String, Hashable, Sendable {
    /// The checkpoint is no checkpoint.
    case checkpoint
    /// The bytes of an event are not those of an event.
    case bytes
    /// An event's path does not lead to the checkpoint's root.
    case inclusion
    /// An event stands in another stream than it says.
    case stream
    /// Revision, prior or previous of an event do not follow the one before, or an event stands
    /// at or past the size that was sealed.
    case chain
    /// The seal is no seal, or covers itself, or stands past the checkpoint.
    case seal
    /// The head of a stream does not lead to the seal's root: events were left out or added.
    case head
    /// Streams are given twice or not in the order of the seal.
    case order
    /// A stream that others name is not there.
    case missingStream
    /// A stream is there that nothing names.
    case surplusStream
    /// Event 0 is not the opening of the checkpoint's ledger.
    case origin
    /// A private record is not what its event committed to, or of nobody's here.
    case commitment
    /// The question asks for more than was sealed.
    case known
    /// The rule set is not among the ledger's.
    case rules
    /// The person is not known.
    case person
    /// The post is not known.
    case position
    /// What came later is not what the sizes say.
    case later
    /// The answer is not what the events give; `detail` names the first member that differs.
    case answer
  }

  package var kind: Kind
  package var index: LogIndex?
  package var stream: Stream?
  package var detail: String?

  package init(
    _ kind: Kind, index: LogIndex? = nil, stream: Stream? = nil, detail: String? = nil
  ) {
    self.kind = kind
    self.index = index
    self.stream = stream
    self.detail = detail
  }
}
