/// Any event, with the kind of stream it stands in.
package enum Event: Hashable, Sendable {
  case ledger(LedgerEvent)
  case organisation(OrganisationEvent)
  case position(PositionEvent)
  case person(PersonEvent)

  /// Its type.
  package var type: EventType {
    switch self {
    case .ledger(let event): event.type
    case .organisation(let event): event.type
    case .position(let event): event.type
    case .person(let event): event.type
    }
  }

  /// The retraction it is, if it is one.
  package var retraction: Retraction? {
    switch self {
    case .ledger(let event): event.retraction
    case .organisation(let event): event.retraction
    case .position(let event): event.retraction
    case .person(let event): event.retraction
    }
  }
}
