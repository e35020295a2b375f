/// What makes an event the same within its stream (spec/domain.md section 3, spec/intake.md).
///
/// Recording the same key with the same content again changes nothing; with other content it is
/// a conflict. Events of some types have no key and may be repeated.
package struct EventKey: Hashable, Sendable {
  package let type: EventType
  package let first: Int64
  package let second: Int64
  package let text: String

  package init(_ type: EventType, _ first: Int64 = 0, _ second: Int64 = 0, text: String = "") {
    self.type = type
    self.first = first
    self.second = second
    self.text = text
  }

  /// The order of keys inside one type, for the canonical order of an import.
  package static func precedes(_ left: EventKey, _ right: EventKey) -> Bool {
    if left.type != right.type { return left.type < right.type }
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    return Array(left.text.utf8).lexicographicallyPrecedes(Array(right.text.utf8))
  }
}

/// An absent day sorts before every other.
func order(_ day: Day?) -> Int64 { day.map { Int64($0.number) } ?? Int64.min }

extension PersonEvent {
  /// Its key; `admission` says which admission of the person it belongs to (0 before the first),
  /// for the events whose key is "the admission in force". O(1).
  package func key(effective: Day?, document: Document?, admission: Int) -> EventKey? {
    switch self {
    case .registered, .erased, .prospectIntroduced: EventKey(type)
    case .profileAmended: EventKey(type, order(effective))
    case .qualificationAttained(let level): EventKey(type, Int64(level.rawValue))
    case .samePerson(let other), .differentPeople(let other):
      EventKey(type, Int64(other.number))
    case .courseCompleted(let course):
      EventKey(type, Int64(course.course.rawValue), text: course.certificate ?? "")
    case .admitted(let admitted):
      admitted.kind == .admission
        ? EventKey(type)
        : EventKey(type, 1, order(document?.date), text: document?.number ?? "")
    case .recognised, .cardIssued, .membershipEnded: EventKey(type, Int64(admission))
    case .activityExempted(let from, _): EventKey(type, order(from))
    case .screened(let screened): EventKey(type, text: screened.round)
    case .rated(let year, _): EventKey(type, Int64(year))
    case .disciplined(let discipline):
      EventKey(
        type, Int64(discipline.system.rawValue), order(document?.date),
        text: document?.number ?? "")
    case .disciplineAnnulled(let annulled):
      EventKey(
        type, Int64(annulled.system.rawValue), order(annulled.day), text: annulled.number ?? "")
    case .impeded(let kind, _): EventKey(type, Int64(kind.rawValue), order(effective))
    case .residenceCommented(let year), .assetsDeclared(let year, _): EventKey(type, Int64(year))
    case .theoryAttained(let theory):
      EventKey(type, Int64(theory.level.rawValue), text: theory.certificate ?? "")
    case .theoryEnrolled(let class_):
      EventKey(type, Int64(class_.level.rawValue), order(class_.startsOn))
    case .standardsConcluded(let purpose, _):
      EventKey(type, Int64(purpose.rawValue), order(document?.date), text: document?.number ?? "")
    case .planningEntered(let position, let term), .planningLeft(let position, let term, _):
      EventKey(
        type, Int64(position.number) << 24 | Int64(term.firstYear) << 12 | Int64(term.lastYear),
        order(effective))
    case .appointed(let appointed):
      EventKey(
        type, Int64(appointed.position.number) << 1 | Int64(appointed.kind.rawValue),
        order(effective))
    case .relieved(let position, _): EventKey(type, Int64(position.number), order(effective))
    case .transferIntroduced(let transfer):
      EventKey(type, Int64(transfer.kind.rawValue), order(effective))
    case .transferReceived(let transfer):
      EventKey(type, Int64(transfer.kind.rawValue), order(transfer.introducedOn))
    case .temporaryTransferEnded(let day): EventKey(type, order(day))
    case .retracted(let retraction): EventKey(type, Int64(retraction.target.number))
    }
  }
}

extension OrganisationEvent {
  /// Its key. A reorganisation is known by its decision; without one, by its day. O(1).
  package func key(effective: Day?, document: Document?) -> EventKey? {
    switch self {
    case .established, .suspensionLifted: EventKey(type)
    case .amended, .reparented, .handedOver, .received, .merged, .dissolved:
      if let number = document?.number {
        EventKey(type, order(document?.date), text: number)
      } else {
        EventKey(type, order(effective))
      }
    case .rated(let year, _): EventKey(type, Int64(year))
    case .activityRecorded(let activity):
      EventKey(
        type, Int64(activity.kind.rawValue) << 32 | activity.period.order, order(effective))
    case .retracted(let retraction): EventKey(type, Int64(retraction.target.number))
    }
  }
}

extension Period {
  /// Years sort before the months of all years.
  var order: Int64 {
    switch self {
    case .year(let year): Int64(year)
    case .month(let month): 1 << 24 | Int64(month.number)
    }
  }
}

extension PositionEvent {
  /// Its key. O(1).
  package func key(effective: Day?, document: Document?) -> EventKey? {
    switch self {
    case .defined, .abolished: EventKey(type)
    case .amended: EventKey(type, order(effective))
    case .retracted(let retraction): EventKey(type, Int64(retraction.target.number))
    }
  }
}

extension LedgerEvent {
  /// Its key; nil where the event may be repeated. O(1).
  package func key() -> EventKey? {
    switch self {
    case .ledgerOpened: EventKey(type)
    case .rulesAdopted(let id, _): EventKey(type, text: id)
    case .holidaysAdopted(let year, _): EventKey(type, Int64(year))
    // A claim is made again where its sheet no longer has a gap (`Stores.decideClaims`).
    case .sheetReceived, .reportPublished, .headsSealed, .rebuildAttested, .sheetClaimed: nil
    case .retracted(let retraction): EventKey(type, Int64(retraction.target.number))
    }
  }
}
