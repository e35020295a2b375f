/// The sector that an organisation worked in, on whichever day, or that it was outside; of organisations that never
/// changed, nor anything above them, each answer is found once.
struct SectorsByDay: Sendable {
  private let organisations: OrganisationTree
  /// By number.
  private var found: [Answer]

  private enum Answer: Sendable {
    case notAsked
    /// The same on every day.
    case steady(AdmissionYear.Group)
    case changing
  }

  init(_ organisations: OrganisationTree) {
    self.organisations = organisations
    found = [Answer](repeating: .notAsked, count: organisations.limit)
  }

  /// The sector on a day: its own, through mergers, or the nearest above it.
  mutating func sector(
    of organisation: OrganisationNumber?, on day: Day
  ) -> AdmissionYear.Group {
    guard let organisation, Int(organisation.number) < found.count else { return .unknown }
    let place = Int(organisation.number)
    switch found[place] {
    case .steady(let group): return group
    case .changing: return look(at: organisation, on: day)
    case .notAsked:
      let group = look(at: organisation, on: day)
      found[place] = isSteady(organisation) ? .steady(group) : .changing
      return group
    }
  }

  private func look(at organisation: OrganisationNumber, on day: Day) -> AdmissionYear.Group {
    if organisations.isOutside(organisation, on: day) { return .outside }
    return organisations.sector(of: organisation, on: day).map { .sector($0) } ?? .unknown
  }

  /// Whether nothing about it, and about what it stands under, is another on another day.
  private func isSteady(_ organisation: OrganisationNumber) -> Bool {
    var at = organisation
    for _ in 0..<OrganisationTree.greatestDepth {
      guard let state = organisations[at], state.details.changes.count == 1,
        state.mergers.changes.isEmpty, state.held.changes.isEmpty
      else { return false }
      guard let parent = state.details.changes.first?.value.parent, parent != at else {
        return true
      }
      at = parent
    }
    return false
  }
}
