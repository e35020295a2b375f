/// Transfers not yet received, and temporary stays.
extension Reminders {
  func transfers(of person: PersonState) -> [Reminder] {
    if person.transfers.isEmpty { return [] }
    return person.transfers.compactMap { transfer in
      person.isOpen(transfer, on: on) ? reception(of: transfer) : stay(transfer)
    }
  }

  /// It falls to the organisation that is to receive, where that is in the tree, else to the one
  /// that sends.
  private func reception(of transfer: Transfer) -> Reminder? {
    guard let here = [transfer.to, transfer.from].first(where: posts.tree.isInTree),
      let due = deadlines.reception(of: transfer), isNear(due)
    else { return nil }
    var reminder = Reminder(
      .receptionDue, due, asOf: on, .transfer(transfer.kind), evidence: [transfer.introducedBy])
    reminder.organisation = here
    return reminder
  }

  private func stay(_ transfer: Transfer) -> Reminder? {
    guard transfer.isStay(on: on), let until = transfer.until, isNear(until) else { return nil }
    guard let here = [transfer.to, transfer.from].first(where: posts.tree.isInTree) else {
      return nil
    }
    var reminder = Reminder(
      .stayEnding, on: until, .transfer(.temporary),
      evidence: [transfer.introducedBy, transfer.receivedBy])
    reminder.organisation = here
    return reminder
  }
}
