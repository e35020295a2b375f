/// The place of an event in the log, from 0 without gaps: the RFC 9162 leaf index.
package struct LogIndex: Hashable, Comparable, Sendable {
  /// Events before it in the log.
  package let number: UInt64

  @inlinable package init(_ number: UInt64) { self.number = number }

  @inlinable package static func < (left: LogIndex, right: LogIndex) -> Bool {
    left.number < right.number
  }
}

/// How much of the log is known: events 0…size−1.
package struct LogSize: Hashable, Comparable, Sendable {
  /// The number of events known.
  package let count: UInt64

  @inlinable package init(_ count: UInt64) { self.count = count }

  /// Whether the event at an index is known.
  @inlinable package func knows(_ index: LogIndex) -> Bool { index.number < count }

  @inlinable package static func < (left: LogSize, right: LogSize) -> Bool {
    left.count < right.count
  }
}

/// An instant, in milliseconds since 1970-01-01T00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  package let milliseconds: Int64

  @inlinable package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  @inlinable package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The day it falls on at UTC+07:00.
  package var day: Day {
    let local = milliseconds + 25_200_000
    return Day(number: Int32((local >= 0 ? local : local - 86_399_999) / 86_400_000))
  }

  /// The last instant of a day at UTC+07:00.
  package static func endOf(_ day: Day) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000 - 25_200_000 + 86_399_999)
  }
}

/// The number the ledger gave a person, from 1 without gaps.
package struct PersonNumber: Hashable, Comparable, Sendable {
  package let number: UInt32

  @inlinable package init(_ number: UInt32) { self.number = number }

  @inlinable package static func < (left: PersonNumber, right: PersonNumber) -> Bool {
    left.number < right.number
  }
}

/// The number the ledger gave an organisation, from 1 without gaps.
package struct OrganisationNumber: Hashable, Comparable, Sendable {
  package let number: UInt32

  @inlinable package init(_ number: UInt32) { self.number = number }

  @inlinable package static func < (left: OrganisationNumber, right: OrganisationNumber) -> Bool {
    left.number < right.number
  }
}

/// The number the ledger gave a post, from 1 without gaps.
package struct PositionNumber: Hashable, Comparable, Sendable {
  package let number: UInt32

  @inlinable package init(_ number: UInt32) { self.number = number }

  @inlinable package static func < (left: PositionNumber, right: PositionNumber) -> Bool {
    left.number < right.number
  }
}

/// One sequence of events: the ledger's own, or that of an organisation, a post or a person.
package enum Stream: Hashable, Sendable {
  case ledger
  case organisation(OrganisationNumber)
  case position(PositionNumber)
  case person(PersonNumber)

  /// The stored kind: ledger 0, organisation 1, position 2, person 3 (spec/log.md).
  package var kind: UInt8 {
    switch self {
    case .ledger: 0
    case .organisation: 1
    case .position: 2
    case .person: 3
    }
  }

  /// The number within its kind; the ledger's is 0.
  package var number: UInt32 {
    switch self {
    case .ledger: 0
    case .organisation(let organisation): organisation.number
    case .position(let position): position.number
    case .person(let person): person.number
    }
  }

  /// The stream of a stored kind and number; nil for a kind that is none.
  package init?(kind: UInt8, number: UInt32) {
    switch kind {
    case 0: self = .ledger
    case 1: self = .organisation(OrganisationNumber(number))
    case 2: self = .position(PositionNumber(number))
    case 3: self = .person(PersonNumber(number))
    default: return nil
    }
  }
}

extension Stream {
  /// Reads what `description` writes; nil for any other text.
  package init?(text: String) {
    if text == "ledger" {
      self = .ledger
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let kinds = ["organisation", "position", "person"]
    guard parts.count == 2, let kind = kinds.firstIndex(of: String(parts[0])),
      parts[1].utf8.allSatisfy({ 48...57 ~= $0 }), parts[1].utf8.first != 48,
      let number = UInt32(parts[1]), let stream = Stream(kind: UInt8(kind + 1), number: number)
    else { return nil }
    self = stream
  }
}

extension Stream: CustomStringConvertible {
  /// `ledger`, `organisation/N`, `position/N` or `person/N`.
  package var description: String {
    switch self {
    case .ledger: "ledger"
    case .organisation(let organisation): "organisation/\(organisation.number)"
    case .position(let position): "position/\(position.number)"
    case .person(let person): "person/\(person.number)"
    }
  }
}

/// The document an event cites, known by its number and date together.
package struct Document: Hashable, Sendable {
  package var number: String?
  package var date: Day?
  package var issuer: String?

  package init(number: String? = nil, date: Day? = nil, issuer: String? = nil) {
    self.number = number
    self.date = date
    self.issuer = issuer
  }

  /// Whether nothing of it is known.
  package var isEmpty: Bool { number == nil && date == nil && issuer == nil }
}

/// 32 bytes of SHA-256, where the domain quotes one.
package struct Digest: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Wraps exactly 32 bytes; nil for any other count.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Wraps what is known to be 32 bytes; it is a fault of the program if it is not.
  package init(exactly bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
    self.bytes = bytes
  }
}

/// A number with two decimals, stored as hundredths: 85.5 is 8550.
package struct Hundredths: Hashable, Comparable, Sendable {
  package let value: Int

  package init(_ value: Int) { self.value = value }

  package static func < (left: Hundredths, right: Hundredths) -> Bool { left.value < right.value }
}
