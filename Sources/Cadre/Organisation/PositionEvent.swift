/// An event of a post's stream.
package enum PositionEvent: StreamEvent {
  case defined(PositionDefined)
  case amended(PositionAmended)
  case abolished
  case retracted(Retraction)

  package var type: EventType {
    switch self {
    case .defined: .positionDefined
    case .amended: .positionAmended
    case .abolished: .positionAbolished
    case .retracted: .retracted
    }
  }

  package var retraction: Retraction? {
    if case .retracted(let retraction) = self { retraction } else { nil }
  }
}

/// A post: where it is, what line and class it has, how many hold it, who decides it.
package struct PositionDefined: Hashable, Sendable {
  package var code: String
  package var title: String
  package var organisation: OrganisationNumber
  package var line: Line
  package var `class`: PositionClass
  /// How many hold it at once, at least 1; a committee is a post with many.
  package var seats: Int
  /// The body that decides it (S16), in the sheet's words.
  package var decidedBy: String?

  package init(
    code: String, title: String, organisation: OrganisationNumber, line: Line,
    class: PositionClass, seats: Int = 1, decidedBy: String? = nil
  ) {
    self.code = code
    self.title = title
    self.organisation = organisation
    self.line = line
    self.class = `class`
    self.seats = seats
    self.decidedBy = decidedBy
  }
}

/// What changed of a post; nil fields stay as they were.
package struct PositionAmended: Hashable, Sendable {
  package var code: String?
  package var title: String?
  package var organisation: OrganisationNumber?
  package var line: Line?
  package var `class`: PositionClass?
  package var seats: Int?
  package var decidedBy: String?

  package init(
    code: String? = nil, title: String? = nil, organisation: OrganisationNumber? = nil,
    line: Line? = nil, class: PositionClass? = nil, seats: Int? = nil, decidedBy: String? = nil
  ) {
    self.code = code
    self.title = title
    self.organisation = organisation
    self.line = line
    self.class = `class`
    self.seats = seats
    self.decidedBy = decidedBy
  }
}
