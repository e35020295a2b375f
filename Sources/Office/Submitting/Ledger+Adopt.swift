package import Cadre
internal import EventLog
internal import Platform

/// A rule set of the log that somebody wanted adopted.
package struct RulesAdoption: Hashable, Sendable {
  package var id: String
  /// The event that adopted it.
  package var index: LogIndex
  /// Whether it was adopted already, word for word; then nothing was recorded.
  package var isUnchanged: Bool
  /// The id of the rule set that questions are judged by from now on.
  package var inForce: String
}

extension Ledger {
  /// Adopts a rule set: from now on questions are judged by it unless they name another.
  ///
  /// The same text under the same id is nothing, also where a later set is in force: to return to
  /// an earlier set, retract the adoption of the later one, or give it a new id.
  ///
  /// - Parameters:
  ///   - text: the rule set's JSON, at most 60,000 bytes, stored as given.
  ///   - actor: an account code, never a name.
  /// - Throws: `badRules` with an empty subject where the text is none; `refused` as a conflict
  ///   where the id was adopted with another text.
  package func adopt(
    _ text: String, actor: String, now: Instant
  ) throws(OfficeError) -> RulesAdoption {
    let id = try RuleSet(reading: text, named: "").id
    let lock = try writerLock()
    let (adopted, size) = try reading { (stores) throws(OfficeError) in
      (try stores.adoptions(at: LogSize(stores.log.size)), stores.log.size)
    }
    if let earlier = adopted.last(where: { $0.id == id }) {
      guard earlier.content == text else {
        throw OfficeError(.refused(.conflict(with: earlier.index)), id)
      }
      return RulesAdoption(
        id: id, index: earlier.index, isUnchanged: true, inForce: adopted.last?.id ?? id)
    }
    try append([.rulesAdopted(id: id, content: text)], actor: actor, at: now)
    lock.release()
    try catchUp()
    return RulesAdoption(id: id, index: LogIndex(size), isUnchanged: false, inForce: id)
  }
}

extension Stores {
  /// The rule sets that count at a log size, oldest first.
  func adoptions(
    at known: LogSize
  ) throws(OfficeError) -> [(index: LogIndex, id: String, content: String)] {
    try ledgerFacts(of: [.rulesAdopted]).compactMap { fact in
      guard case .rulesAdopted(let id, let content) = fact.event, fact.counts(at: known) else {
        return nil
      }
      return (fact.index, id, content)
    }
  }
}
