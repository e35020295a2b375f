/// The types of events, in the order of spec/domain.md section 4; raw values are stored.
package enum EventType: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case ledgerOpened = 0, rulesAdopted, holidaysAdopted, sheetReceived, reportPublished
  case headsSealed, rebuildAttested, sheetClaimed

  case organisationEstablished = 32, organisationAmended, reparented, handedOver
  case organisationReceived, merged, dissolved, suspensionLifted, organisationRated
  case activityRecorded

  case positionDefined = 64, positionAmended, positionAbolished

  case personRegistered = 96, profileAmended, qualificationAttained, samePerson, personErased
  case prospectIntroduced, courseCompleted, admitted, recognised, cardIssued, activityExempted
  case membershipEnded
  case screened, rated, disciplined, disciplineAnnulled, impeded, residenceCommented
  case assetsDeclared
  case theoryAttained, theoryEnrolled, standardsConcluded, planningEntered, planningLeft
  case appointed, relieved
  case transferIntroduced, transferReceived, temporaryTransferEnded
  case differentPeople

  case retracted = 224

  package static func < (left: EventType, right: EventType) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The name in the specification and on the command line, `OrganisationEstablished`.
  package var name: String { Self.names[Int(rawValue)] }

  /// By raw value; reflection is slow, so it is asked once.
  private static let names: [String] = {
    var names = [String](repeating: "", count: 256)
    for type in allCases {
      let name = caseName(type)
      names[Int(type.rawValue)] = name.prefix(1).uppercased() + name.dropFirst()
    }
    return names
  }()

  /// The type of a name, without regard to the case of its letters; nil where there is none.
  package init?(name: String) {
    let wanted = name.lowercased()
    guard let found = Self.allCases.first(where: { $0.name.lowercased() == wanted }) else {
      return nil
    }
    self = found
  }

  /// The kind of stream it stands in; nil for `retracted`, which stands in its target's.
  package var streamKind: UInt8? {
    switch rawValue {
    case 0..<32: 0
    case 32..<64: 1
    case 64..<96: 2
    case 96..<224: 3
    default: nil
    }
  }
}

/// What every stream's events have in common: a type, and that one may retract another.
package protocol StreamEvent: Hashable, Sendable {
  /// Its type.
  var type: EventType { get }

  /// The retraction it is, if it is one.
  var retraction: Retraction? { get }
}

/// The withdrawal of a recorded fact; it reaches back, for every K that knows it.
package struct Retraction: Hashable, Sendable {
  /// The event withdrawn, in the same stream; itself possibly a retraction.
  package var target: LogIndex
  package var reason: RetractionReason

  package init(target: LogIndex, reason: RetractionReason) {
    self.target = target
    self.reason = reason
  }
}
