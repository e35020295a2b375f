/// Posts held and planned: at most one post a line at a time (spec/domain.md section 5).
extension PersonState {
  /// Begins a tenure and ends the one before on the line; a reappointment to the same post
  /// continues it.
  mutating func enter(
    _ appointed: Appointed, on day: Day, by index: LogIndex, _ positions: PositionTable,
    _ pending: inout Pending
  ) {
    guard let line = positions.line(of: appointed.position, on: day) else { return }
    let place = Int(line.rawValue)
    // A post may have changed its line since it was given.
    let known = pending.open.firstIndex { $0?.position == appointed.position }
    if let known {
      if appointed.kind == .reappointment { return }
      close(known, on: day, by: index, &pending)
    }
    close(place, on: day, by: index, &pending)
    pending.open[place] = Tenure(
      position: appointed.position, line: line, from: day, index: index)
  }

  /// Ends the tenure on a line, if there is one.
  mutating func close(
    _ line: Int, on day: Day, by index: LogIndex, _ pending: inout Pending
  ) {
    guard var tenure = pending.open[line] else { return }
    tenure.until = day
    tenure.endedBy = index
    tenures.append(tenure)
    pending.open[line] = nil
  }

  /// Death ends every post, expulsion those of the party line.
  mutating func end(
    _ how: EndingKind, on day: Day, by index: LogIndex, _ pending: inout Pending
  ) {
    switch how {
    case .deceased:
      for line in pending.open.indices { close(line, on: day, by: index, &pending) }
    case .expelled: close(Int(Line.party.rawValue), on: day, by: index, &pending)
    case .struckOff, .resigned: break
    }
  }

  /// Marks the entries of a post and term made before that day as left.
  mutating func leave(_ position: PositionNumber, _ term: Term, _ left: PlanningEntry.Left) {
    for place in planning.indices
    where planning[place].position == position && planning[place].term == term
      && planning[place].left == nil && planning[place].entered < left.on
    {
      planning[place].left = left
    }
  }

  /// Adds the tenures that last, ends those whose post was abolished, drops the empty ones.
  mutating func finishTenures(_ open: [Tenure?], _ positions: PositionTable) {
    for case let tenure? in open { tenures.append(tenure) }
    if tenures.isEmpty { return }
    for place in tenures.indices {
      guard let abolished = positions.abolition(of: tenures[place].position),
        abolished.from < tenures[place].until
      else { continue }
      tenures[place].until = abolished.from
      tenures[place].endedBy = abolished.index
    }
    tenures.removeAll { $0.until <= $0.from }
    tenures.sort { ($0.from, $0.index) < ($1.from, $1.index) }
  }
}

extension PersonState {
  /// The tenures that run on a day, by line.
  package func posts(on day: Day) -> [Tenure] {
    tenures.filter { $0.runs(on: day) }.sorted { $0.line.rawValue < $1.line.rawValue }
  }

  /// Whether a post is held on a day.
  package func holds(_ position: PositionNumber, on day: Day) -> Bool {
    tenures.contains { $0.position == position && $0.runs(on: day) }
  }

  /// The planning entries made on or before a day and not left by it, lapsed or not, whatever
  /// their term.
  package func entries(on day: Day) -> [PlanningEntry] {
    planning.filter { $0.entered <= day && !$0.isLeft(on: day) }
  }
}
