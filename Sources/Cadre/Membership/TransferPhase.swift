/// How far a transfer has come on a day, whatever the deadline of its reception.
package enum TransferPhase: Hashable, Sendable {
  /// Introduced, and not yet received.
  case awaited
  /// A temporary stay that runs.
  case staying
  /// A temporary stay whose last day is past and whose end is not recorded.
  case pastEnd
  case received
  /// A temporary stay that was ended.
  case ended
  /// Never received, or never ended, and no longer open: membership has ended, or a transfer
  /// introduced later was received; a temporary one leaves an official or internal one open.
  case overtaken
}

extension PersonState {
  /// The transfers that something tells of by a day, as they stand on it.
  package func transfers(on day: Day) -> [(transfer: Transfer, phase: TransferPhase)] {
    if transfers.isEmpty { return [] }
    let known = transfers.compactMap { $0.asOf(day) }
    let isMembershipOver = if case .ended = status(on: day) { true } else { false }
    return known.map { transfer in
      (transfer, transfer.phase(on: day, among: known, isMembershipOver: isMembershipOver))
    }
  }
}

extension Transfer {
  /// The transfer without a reception or an end that comes after a day; nil where nothing tells of
  /// it by then: the introduction is later, or known from the later reception only.
  package func asOf(_ day: Day) -> Transfer? {
    guard introducedOn <= day else { return nil }
    var transfer = self
    if let receivedOn, receivedOn > day {
      if introducedBy == nil { return nil }
      transfer.receivedOn = nil
      transfer.receivedBy = nil
    }
    if let endedOn, endedOn > day { transfer.endedOn = nil }
    return transfer
  }

  /// - Parameter known: all of the person as they stand on the day, as this one does.
  fileprivate func phase(
    on day: Day, among known: [Transfer], isMembershipOver: Bool
  ) -> TransferPhase {
    if receivedOn != nil, kind != .temporary { return .received }
    if endedOn != nil { return .ended }
    if isMembershipOver || known.contains(where: { $0.overtakes(self) }) { return .overtaken }
    if receivedOn == nil { return .awaited }
    return isStay(on: day) ? .staying : .pastEnd
  }

  private func overtakes(_ other: Transfer) -> Bool {
    receivedOn != nil && introducedOn > other.introducedOn
      && (kind != .temporary || other.kind == .temporary)
  }
}
