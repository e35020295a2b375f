/// The most members a decision may speak of.
private let headcounts = 0...10_000_000

extension FormReader {
  /// An event of an organisation's stream.
  mutating func organisationEvent() throws(FieldError) -> OrganisationEvent {
    switch type {
    case .organisationEstablished: return .established(try established())
    case .organisationAmended: return .amended(try organisationAmended())
    case .reparented:
      let parent = try organisation("parent")
      try datedOrDecided()
      return .reparented(parent: parent)
    case .handedOver:
      let receiver = try organisation("receiver")
      return .handedOver(receiver: receiver, headcount: try headcount())
    case .organisationReceived:
      let origin = try organisation("from")
      return .received(from: origin, headcount: try headcount())
    case .merged:
      let other = try organisation("into")
      try datedOrDecided()
      return .merged(into: other)
    case .dissolved:
      try datedOrDecided()
      return .dissolved
    case .suspensionLifted:
      try datedOrDecided()
      return .suspensionLifted
    case .organisationRated:
      let year = try year("year")
      let grade = try code("grade", Grade.self)
      try holds(from: .lastOf(year: year), "year")
      return .rated(year: year, grade: grade)
    case .activityRecorded: return .activityRecorded(try activity())
    default: throw ownCommand
    }
  }

  private mutating func established() throws(FieldError) -> OrganisationEstablished {
    let code = try organisationCode(ifAny: "code")
    let name = try text("name")
    let kind = try self.code("kind", OrganisationKind.self)
    let sector = try self.code(ifAny: "sector", Sector.self)
    let parent = try organisation(ifAny: "parent")
    if kind == .external {
      try require(code == nil, "code", against: "kind")
      try require(sector == nil, "sector", against: "kind")
      try require(parent == nil, "parent", against: "kind")
    } else if isReading {
      _ = try given("code", code)
    }
    try mayBeUndated()
    return OrganisationEstablished(
      code: code, name: name, kind: kind, sector: sector, parent: parent)
  }

  private mutating func organisationAmended() throws(FieldError) -> OrganisationAmended {
    let amendment = OrganisationAmended(
      name: try text(ifAny: "name"), code: try organisationCode(ifAny: "code"),
      kind: try code(ifAny: "kind"), sector: try code(ifAny: "sector"))
    try requireAny(
      amendment != OrganisationAmended(), of: ["name", "code", "kind", "sector"])
    try datedOrDecided()
    return amendment
  }

  private mutating func headcount() throws(FieldError) -> Headcount {
    let members = try count(ifAny: "members", headcounts)
    let probationers = try count(ifAny: "probationers", headcounts)
    if let members, let probationers {
      try require(probationers <= members, "probationers", against: "members")
    }
    try datedOrDecided()
    return Headcount(members: members, probationers: probationers)
  }

  private mutating func activity() throws(FieldError) -> ActivityRecorded {
    let activity = ActivityRecorded(
      kind: try code("kind"), period: try period("period"), percent: try percent(ifAny: "percent"))
    try dated()
    try remark()
    return activity
  }
}

/// The most that may hold a post at once.
private let seatCounts = 1...10_000

extension FormReader {
  /// An event of a post's stream.
  mutating func positionEvent() throws(FieldError) -> PositionEvent {
    switch type {
    case .positionDefined: return .defined(try defined())
    case .positionAmended: return .amended(try positionAmended())
    case .positionAbolished:
      try datedOrDecided()
      return .abolished
    default: throw ownCommand
    }
  }

  /// A sheet's defaults hold here too: the government's line, one seat.
  private mutating func defined() throws(FieldError) -> PositionDefined {
    let definition = PositionDefined(
      code: try text("code"), title: try text("title"),
      organisation: try organisation("organisation"), line: try code(ifAny: "line") ?? .government,
      class: try code("class"), seats: try count(ifAny: "seats", seatCounts) ?? 1,
      decidedBy: try text(ifAny: "decidedBy"))
    try require(
      definition.class.belongs(to: definition.line), "class", against: "line",
      says: definition.line.name)
    try mayBeUndated()
    return definition
  }

  private mutating func positionAmended() throws(FieldError) -> PositionAmended {
    let amendment = PositionAmended(
      code: try text(ifAny: "code"), title: try text(ifAny: "title"),
      organisation: try organisation(ifAny: "organisation"), line: try code(ifAny: "line"),
      class: try code(ifAny: "class"), seats: try count(ifAny: "seats", seatCounts),
      decidedBy: try text(ifAny: "decidedBy"))
    try requireAny(
      amendment != PositionAmended(),
      of: ["code", "title", "organisation", "line", "class", "seats", "decidedBy"])
    if let line = amendment.line, let `class` = amendment.class {
      try require(`class`.belongs(to: line), "class", against: "line")
    }
    try datedOrDecided()
    return amendment
  }
}
