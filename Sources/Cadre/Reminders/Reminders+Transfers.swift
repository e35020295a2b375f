/// Transfers not yet received, and temporary stays.
extension Reminders {
  func transfers(of person: PersonState) -> [Reminder] {
    person.transfers(on: on).compactMap { transfer, phase -> Reminder? in
      switch phase {
      case .awaited: reception(of: transfer)
      case .staying: stay(transfer)
      case .pastEnd: stay(transfer)?.overdue()
      case .received, .ended, .overtaken: nil
      }
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

  /// A stay whose end is not recorded stands past its last day.
  private func stay(_ transfer: Transfer) -> Reminder? {
    guard let until = transfer.until, until <= last,
      let here = [transfer.to, transfer.from].first(where: posts.tree.isInTree)
    else { return nil }
    var reminder = Reminder(
      .stayEnding, on: until, .transfer(.temporary),
      evidence: [transfer.introducedBy, transfer.receivedBy])
    reminder.organisation = here
    return reminder
  }
}
