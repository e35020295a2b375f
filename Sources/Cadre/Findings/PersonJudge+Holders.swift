extension PersonJudge {
  /// Posts held after the month of retirement, at both ends of the birth's interval.
  func pastRetirement() -> [Finding] {
    let held = heldPosts()
    if held.isEmpty { return [] }
    let profile = profile(of: state, on: on)
    guard let birth = profile.birth, let sex = profile.sex else {
      return held.map { tenure, post in
        retired(tenure, post, .unknown, .nothing, tenure.from, profile)
      }
    }
    guard let (earliest, latest) = rules.retirementMonths(birth: birth, sex: sex),
      on.month > earliest.value
    else { return [] }
    let status = on.month > latest.value ? FindingStatus.breach : .unknown
    return held.map { tenure, post in
      let first = max(tenure.from, earliest.value.adding(months: 1).first)
      var finding = retired(
        tenure, post, status,
        .requirement(.retirement(earliest: earliest.value, latest: latest.value)), first, profile)
      finding.rest(on: .retirementAge, earliest)
      finding.verified = earliest.verified && latest.verified
      return finding
    }
  }

  private func retired(
    _ tenure: Tenure, _ post: PostOnDay, _ status: FindingStatus, _ found: FindingFound,
    _ day: Day, _ profile: Profile
  ) -> Finding {
    var finding = Finding(
      .holderPastRetirement, status, event: tenure.index, day: day, needed: .beforeRetirement,
      found: found)
    finding.position = tenure.position
    finding.organisation = post.organisation
    if found == .nothing {
      finding.parameter = .retirementAge
      finding.missingSheet = .people
    }
    for source in profile.sources { finding.cite(source) }
    return finding
  }

  /// The posts held on the day asked that are open and in the tree.
  private func heldPosts() -> [(Tenure, PostOnDay)] {
    if state.tenures.isEmpty { return [] }
    let posts = surroundings.posts(on: on)
    return state.posts(on: on).compactMap { tenure in
      guard let post = posts[tenure.position], post.isOpen, post.isInTree else { return nil }
      return (tenure, post)
    }
  }

  /// The same, to be counted against the seats; none of who is not in the population.
  package func holdings() -> [Holding] {
    guard !state.tenures.isEmpty, state.isInPopulation(of: surroundings.tree(on: on)) else {
      return []
    }
    return heldPosts().map { Holding(person: state.number, tenure: $0.0) }
  }
}

/// Somebody who holds a post on the day asked.
package struct Holding: Hashable, Sendable {
  package let person: PersonNumber
  package let tenure: Tenure

  /// Those who hold a post beyond its seats: the last to come, by day and then as recorded.
  package static func beyondSeats(
    _ holdings: [Holding], on day: Day, known: LogSize, _ surroundings: Surroundings
  ) -> [Finding] {
    let posts = surroundings.posts(on: day)
    let byPost = Dictionary(grouping: holdings) { $0.tenure.position }
    return byPost.flatMap { position, holders -> [Finding] in
      guard let post = posts[position], holders.count > post.seats else { return [] }
      let order = holders.sorted {
        ($0.tenure.from, $0.tenure.index) < ($1.tenure.from, $1.tenure.index)
      }
      return order[max(0, post.seats)...].map { holder in
        var finding = Finding(
          .holderBeyondSeats, event: holder.tenure.index, day: holder.tenure.from,
          needed: .atMost(post.seats), found: .count(holders.count))
        finding.person = holder.person
        finding.position = position
        finding.organisation = post.organisation
        finding.known = known
        finding.cite(post.index)
        for other in order { finding.cite(other.tenure.index) }
        return finding
      }
    }
  }
}
