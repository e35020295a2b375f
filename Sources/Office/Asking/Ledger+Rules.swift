package import Cadre
internal import CadreCodec
internal import Merkle

/// A rule set as a question finds it, with its text.
package struct ChosenRules: Sendable {
  package let standpoint: Standpoint
  /// The JSON as it was given.
  package let content: String
}

extension Ledger {
  /// The rule set that a question is judged by.
  /// - Throws: `unknownRules`, `noRules`.
  package func rules(_ inquiry: Inquiry, now: Instant) throws(OfficeError) -> ChosenRules {
    try reading { (stores) throws(OfficeError) in
      let standpoint = try stores.standpoint(inquiry, now: now)
      guard
        case .ledger(.rulesAdopted(_, let content)) =
          try stores.event(at: standpoint.adoptedBy).event
      else { throw OfficeError(.corrupted(standpoint.adoptedBy, "rules"), "log") }
      return ChosenRules(standpoint: standpoint, content: content)
    }
  }
}

extension RuleSet {
  /// The rule set that a text is.
  ///
  /// - Parameter name: what it is called in a failure.
  /// - Throws: `badRules` with the line and column of the first fault.
  init(reading text: String, named name: String) throws(OfficeError) {
    do throws(RuleSetError) { self = try RuleSetReader.read(text) } catch {
      throw OfficeError(.badRules(error.clause), name)
    }
  }
}

extension Digest {
  /// Base64 with padding (RFC 4648 section 4), as in checkpoints.
  package var base64: String { Base64.encode(bytes) }
}

extension [UInt8] {
  /// Base64 with padding (RFC 4648 section 4).
  package var base64: String { Base64.encode(self) }
}

extension [UInt8] {
  /// The bytes of canonical base64; nil where it is none.
  package init?(base64 text: String) {
    do throws(MerkleError) { self = try Base64.decode(text) } catch { return nil }
  }
}
