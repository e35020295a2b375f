extension PersonState {
  /// A membership status with what decides it.
  package struct Standing: Hashable, Sendable {
    package let status: MembershipStatus
    /// The ending, admission or introduction.
    package let index: LogIndex?
    /// The recognition, where it makes an official member.
    package let recognition: LogIndex?
    /// Where time alone will make a probationer an official member, the day.
    package let officialFrom: Day?
    /// The end of probation, of a probationer.
    package let probationEnds: Day?
  }

  /// What the person is on a day.
  ///
  /// - Parameter frozen: facts that hold from a later day are left out; recognition reaches back
  ///   and is not.
  package func standing(on day: Day, asOf frozen: Day) -> Standing {
    let last = min(day, frozen)
    let admission = admissions.last { $0.ceremonyOn <= last }
    let began = admission?.ceremonyOn ?? .beforeAll
    let ending = endings.last { $0.on <= last && (admission == nil || $0.on > began) }
    if let ending {
      return Standing(
        status: .ended(ending.how), index: ending.index, recognition: nil, officialFrom: nil,
        probationEnds: nil)
    }
    if let admission {
      let isOfficial = admission.officialFrom.map { $0 <= day } ?? false
      return Standing(
        status: isOfficial ? .official : .probationer, index: admission.index,
        recognition: admission.recognisedBy, officialFrom: admission.officialFrom,
        probationEnds: admission.probationEnds)
    }
    if let introduction, introduction.from <= last {
      return Standing(
        status: .prospect, index: introduction.index, recognition: nil, officialFrom: nil,
        probationEnds: nil)
    }
    return Standing(
      status: .none, index: nil, recognition: nil, officialFrom: nil, probationEnds: nil)
  }

  /// What the person is on a day.
  package func status(on day: Day) -> MembershipStatus { standing(on: day, asOf: day).status }

  /// The admission in force on a day: the last whose ceremony was held and that has not ended.
  package func admission(on day: Day) -> Admission? {
    guard status(on: day).isMember else { return nil }
    return admissions.last { $0.ceremonyOn <= day }
  }

  /// The day Party age counts from: the decision of the admission in force, or its ceremony where
  /// the decision is not known; nil for who is no member on that day.
  package func partyAgeFrom(on day: Day) -> Day? {
    admission(on: day).map { $0.decidedOn ?? $0.ceremonyOn }
  }

  /// The first day as an official member under the admission in force; nil for others.
  package func officialFrom(on day: Day) -> Day? {
    status(on: day) == .official ? admission(on: day)?.officialFrom : nil
  }

  /// The facts whose private records, in this order, are the profile on a day.
  package func profileSources(on day: Day) -> [LogIndex] {
    profiles.filter { $0.from <= day }.map(\.index)
  }

  /// The official organisation on a day, before mergers: the destination of the last transfer
  /// received, before the first its origin, without transfers where the person was registered.
  package func organisation(on day: Day) -> OrganisationNumber? {
    if let first = moves.first {
      return moves.last { $0.on <= day }?.to ?? first.from
    }
    return transfers.first { $0.kind != .temporary }?.from ?? registration?.organisation
  }

  /// Whether the population of a day counts the person: present, and the organisation in the tree.
  package func isInPopulation(of tree: TreeOnDay) -> Bool {
    guard status(on: tree.day).isPresent, let organisation = organisation(on: tree.day) else {
      return false
    }
    return tree.isInTree(organisation)
  }
}
