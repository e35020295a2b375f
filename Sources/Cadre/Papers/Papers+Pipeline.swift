/// Papers that an admission or a transfer waits for.
extension Papers {
  func admission(of person: PersonState) -> [MissingPaper] {
    guard let organisation = person.organisation(on: on),
      readiness.posts.tree.isInTree(organisation),
      let standing = AdmissionStanding(person, deadlines)
    else { return [] }
    switch standing.stage {
    case .introduced: return [certificate(standing)]
    case .classPassed:
      return standing.certificateState == .lapsed ? [certificate(standing)] : []
    case .voted, .decided: return []
    case .probation: return newMembers(standing)
    case .recognitionDue:
      var recognition = MissingPaper(.pipeline, .recognition).by(standing.due, asOf: on)
        .citing(standing.admission?.index)
      recognition.isDoubtful = standing.isOverdue(on: on) == nil
      return newMembers(standing) + [recognition]
    }
  }

  private func certificate(_ standing: AdmissionStanding) -> MissingPaper {
    MissingPaper(.pipeline, .prospectsCertificate).by(standing.due, asOf: on)
      .citing(standing.certificate?.index ?? standing.introduction?.index)
  }

  /// The class for new members belongs into the time of probation; whoever is recognised already
  /// is not asked for it.
  private func newMembers(_ standing: AdmissionStanding) -> [MissingPaper] {
    guard standing.newMembers == nil, let admission = standing.admission,
      admission.recognisedBy == nil
    else { return [] }
    let paper = MissingPaper(.pipeline, .newMembersCertificate)
      .by(admission.probationEnds, asOf: on).citing(admission.index)
    let months = deadlines.rules.probationMonths(ceremonyOn: admission.ceremonyOn)
    return [months.map { paper.resting(on: $0) } ?? paper]
  }

  /// Receptions that have not come, each from the organisation that is to receive; from the one
  /// that sends where the other is outside the tree.
  func receptions(of person: PersonState) -> [MissingPaper] {
    person.transfers(on: on).compactMap { transfer, phase in
      guard phase == .awaited,
        let here = [transfer.to, transfer.from].first(where: readiness.posts.tree.isInTree)
      else { return nil }
      var paper = MissingPaper(.pipeline, .reception)
        .by(deadlines.reception(of: transfer), asOf: on).citing(transfer.introducedBy)
      paper.organisation = here
      return paper
    }
  }
}
