/// A field that `EventForm` takes for a type of event.
package struct FieldDescription: Hashable, Sendable {
  /// As in spec/domain.md section 4; of the envelope `on`, `document.number`, `document.date`
  /// and `document.issuer`.
  package let name: String
  /// Other names that mean the same, unless the type has a field of that name.
  package let aliases: [String]
  package let kind: FieldKind
  package let need: FieldNeed
  package let place: FieldPlace
}

/// What a field accepts, and so what a bad value is told.
package enum FieldKind: Hashable, Sendable {
  /// At most so many bytes of UTF-8.
  case text(limit: Int)
  /// Digits and dots.
  case organisationCode
  /// `yyyy-mm-dd` or `dd/mm/yyyy`.
  case day
  /// 1900…2199.
  case year
  /// `yyyy`, `yyyy-mm` or `mm/yyyy`.
  case period
  /// A day, a month `mm/yyyy` or `yyyy-mm`, or a year.
  case birth
  /// A whole number within bounds.
  case count(ClosedRange<Int>)
  /// 0…100 with at most two decimals.
  case percent
  /// One of these names.
  case code([String])
  /// An organisation's code, or an external one's name.
  case organisation
  /// A post's code.
  case position
  /// A person's file number.
  case person
  /// `2020-2025`; whether the rules have it is not tested here.
  case term
}

/// Whether a field must be given.
package enum FieldNeed: Hashable, Sendable {
  case required
  case optional
  /// Required unless the document's date is given, which then stands for it.
  case requiredUnlessDated
  /// Follows from the named field; given as well, it must say the same.
  case follows(String)
}

/// Which part of what is recorded a field belongs to, in the order of descriptions.
package enum FieldPlace: UInt8, Hashable, Comparable, Sendable {
  /// Whose stream the event stands in.
  case subject
  case payload
  /// The effective day and the document.
  case envelope
  /// Kept in the vault.
  case secret

  package static func < (left: FieldPlace, right: FieldPlace) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Why no event can be made of the fields given; nothing was recorded.
package enum FieldError: Error, Hashable, Sendable {
  /// No event has that name.
  case unknownEvent(name: String, nearest: EventType?)
  /// Such events are recorded by that command only.
  case hasOwnCommand(EventType, command: String)
  /// The event has no field of that name.
  case unknownField(name: String, of: EventType, nearest: String?)
  /// The field is given more than once, perhaps under two of its names.
  case repeatedField(name: String, of: EventType)
  case missingField(name: String, of: EventType)
  /// At least one of these fields must be given.
  case nothingGiven(oneOf: [String], of: EventType)
  case badValue(field: String, value: String, accepted: FieldKind)
  /// The ledger knows no organisation, post or person of that code or number.
  case unresolved(field: String, value: String, kind: FieldKind)
  /// The text holds a sign that it may not hold (`TextPolicy`).
  case sign(field: String, value: String, SuspectSign)
  /// The day, birth or year breaks a bound (`PlausibleDays`).
  case outOfBounds(field: String, value: String, DayBound)
  /// The number is not of digits alone, or not of as many as it has.
  case digits(field: String, value: String, DigitFault)
  /// Two fields cannot both be right; `with` says what the other field gives.
  case contradiction(field: String, value: String, with: String, says: String)
}

extension EventType {
  /// The command that records such events, where `cadre record` does not.
  package var ownCommand: String? {
    switch self {
    case .ledgerOpened, .holidaysAdopted: "cadre init"
    case .rulesAdopted: "cadre rules adopt"
    case .sheetReceived, .sheetClaimed: "cadre import"
    case .reportPublished: "cadre ready --publish"
    case .headsSealed: "cadre seal"
    case .rebuildAttested: "cadre rebuild --compare"
    case .personErased: "cadre erase"
    case .retracted: "cadre retract"
    case .organisationEstablished, .organisationAmended, .reparented, .handedOver,
      .organisationReceived, .merged, .dissolved, .suspensionLifted, .organisationRated,
      .activityRecorded, .positionDefined, .positionAmended, .positionAbolished,
      .personRegistered, .profileAmended, .qualificationAttained, .samePerson, .differentPeople,
      .prospectIntroduced, .courseCompleted, .admitted, .recognised, .cardIssued,
      .activityExempted, .membershipEnded, .screened, .rated, .disciplined, .disciplineAnnulled,
      .impeded, .residenceCommented, .assetsDeclared, .theoryAttained, .theoryEnrolled,
      .standardsConcluded, .planningEntered, .planningLeft, .appointed, .relieved,
      .transferIntroduced, .transferReceived, .temporaryTransferEnded:
      nil
    }
  }
}
