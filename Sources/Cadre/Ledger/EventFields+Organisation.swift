extension OrganisationEvent {
  func list(in list: inout FieldList) {
    switch self {
    case .established(let founding):
      list.add("code", founding.code)
      list.add("name", founding.name)
      list.add("kind", founding.kind)
      list.add("sector", founding.sector)
      list.add("parent", founding.parent)
    case .amended(let amendment):
      list.add("name", amendment.name)
      list.add("code", amendment.code)
      list.add("kind", amendment.kind)
      list.add("sector", amendment.sector)
    case .reparented(let parent): list.add("parent", parent)
    case .handedOver(let receiver, let headcount):
      list.add("receiver", receiver)
      headcount.list(in: &list)
    case .received(let from, let headcount):
      list.add("from", from)
      headcount.list(in: &list)
    case .merged(let into): list.add("into", into)
    case .dissolved, .suspensionLifted: break
    case .rated(let year, let grade):
      list.add("year", year)
      list.add("grade", grade)
    case .activityRecorded(let activity):
      list.add("kind", activity.kind)
      list.add("period", .period(activity.period))
      list.add("percent", activity.percent)
    case .retracted(let retraction): retraction.list(in: &list)
    }
  }
}

extension Headcount {
  fileprivate func list(in list: inout FieldList) {
    list.add("members", members)
    list.add("probationers", probationers)
  }
}

extension PositionEvent {
  func list(in list: inout FieldList) {
    switch self {
    case .defined(let position):
      list.add("code", position.code)
      list.add("title", position.title)
      list.add("organisation", position.organisation)
      list.add("line", position.line)
      list.add("class", position.class)
      list.add("seats", position.seats)
      list.add("decidedBy", position.decidedBy)
    case .amended(let amendment):
      list.add("code", amendment.code)
      list.add("title", amendment.title)
      list.add("organisation", amendment.organisation)
      list.add("line", amendment.line)
      list.add("class", amendment.class)
      list.add("seats", amendment.seats)
      list.add("decidedBy", amendment.decidedBy)
    case .abolished: break
    case .retracted(let retraction): retraction.list(in: &list)
    }
  }
}
