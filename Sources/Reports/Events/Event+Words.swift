package import Cadre
package import Office

extension Event {
  /// What it says, in a few words; empty where its type says all.
  package func words(_ names: Names) -> Words {
    switch self {
    case .ledger(let event): event.words(names)
    case .organisation(let event): event.words(names)
    case .position(let event): event.words(names)
    case .person(let event): event.words(names)
    }
  }
}

extension Names {
  func words(_ number: OrganisationNumber) -> Words {
    organisations[number].map { Words($0) }
      ?? Words(vi: "tổ chức số \(number.number)", en: "organisation \(number.number)")
  }

  func words(_ number: PositionNumber) -> Words {
    positions[number].map { Words($0) }
      ?? Words(vi: "chức danh số \(number.number)", en: "post \(number.number)")
  }

  func words(_ number: PersonNumber) -> Words {
    people[number].map { Words($0) }
      ?? Words(vi: "người số \(number.number)", en: "person \(number.number)")
  }
}

extension Retraction {
  var words: Words {
    Words(vi: "sự kiện \(target.number), ", en: "event \(target.number), ") + reason.words.small
  }
}

/// What is known of it, by commas.
func listed(_ parts: Words?...) -> Words {
  Words.joined(parts.compactMap { $0 }, by: ", ")
}

/// A day behind a word, where there is one.
private func day(_ day: Day?, _ label: Words) -> Words? {
  day.map { label + Words(" ") + Words($0) }
}

extension SheetReceived {
  /// The organisation that a receipt of version 1 claimed to be complete for.
  fileprivate var covered: OrganisationNumber? {
    if case .subtree(let organisation) = ownClaim { organisation } else { nil }
  }
}

extension LedgerEvent {
  fileprivate func words(_ names: Names) -> Words {
    switch self {
    case .ledgerOpened(let origin): Words(origin)
    case .rulesAdopted(let id, _): Words(id)
    case .holidaysAdopted(let year, let days):
      Words(vi: "\(year): \(days.count) ngày", en: "\(year): \(days.count) days")
    case .sheetReceived(let sheet):
      listed(
        Words(sheet.sheet),
        Words(vi: "\(sheet.rows) dòng", en: Words.counted(sheet.rows, "row", "rows")),
        sheet.covered.map { Words(vi: "của ", en: "for ") + names.words($0) })
    case .sheetClaimed(let claim):
      listed(
        Words(claim.sheet),
        claim.organisation.map { Words(vi: "của ", en: "for ") + names.words($0) }
          ?? Words(vi: "toàn bộ", en: "for all"),
        Words(vi: "đầy đủ đến ", en: "complete until ") + Words(claim.until))
    case .reportPublished(let report): report.words
    case .headsSealed(let seal):
      Words(vi: "\(seal.upTo.count) sự kiện", en: Words.counted(seal.upTo.count, "event", "events"))
    case .rebuildAttested(let rebuild):
      Words(vi: "\(rebuild.differences) khác biệt", en: "\(rebuild.differences) differences")
    case .retracted(let retraction): retraction.words
    }
  }
}

extension OrganisationEvent {
  fileprivate func words(_ names: Names) -> Words {
    switch self {
    case .established(let founding):
      listed(
        Words(founding.name), founding.kind.words.small,
        founding.parent.map { Words(vi: "thuộc ", en: "under ") + names.words($0) })
    case .amended(let amendment):
      listed(
        amendment.name.map { Words($0) }, amendment.code.map { Words($0) },
        amendment.kind?.words.small, amendment.sector?.words.small)
    case .reparented(let parent): Words(vi: "về ", en: "under ") + names.words(parent)
    case .handedOver(let receiver, let headcount):
      listed(Words(vi: "cho ", en: "to ") + names.words(receiver), headcount.words)
    case .received(let from, let headcount):
      listed(Words(vi: "từ ", en: "from ") + names.words(from), headcount.words)
    case .merged(let into): Words(vi: "vào ", en: "into ") + names.words(into)
    case .dissolved, .suspensionLifted: .none
    case .rated(let year, let grade): Words("\(year): ") + grade.words.small
    case .activityRecorded(let activity):
      listed(
        activity.kind.words.small, Words(activity.period.forPeople),
        activity.percent.map { Words("\($0) %") })
    case .retracted(let retraction): retraction.words
    }
  }
}

extension Period {
  fileprivate var forPeople: String {
    switch self {
    case .year(let year): String(year)
    case .month(let month): month.forPeople
    }
  }
}

extension Headcount {
  fileprivate var words: Words {
    listed(
      members.map { Words(vi: "\($0) chính thức", en: "\($0) official") },
      probationers.map { Words(vi: "\($0) dự bị", en: "\($0) probationary") })
  }
}

extension PositionEvent {
  fileprivate func words(_ names: Names) -> Words {
    switch self {
    case .defined(let position):
      listed(
        Words(position.code), Words(position.title), names.words(position.organisation),
        position.class.words.small)
    case .amended(let amendment):
      listed(
        amendment.code.map { Words($0) }, amendment.title.map { Words($0) },
        amendment.organisation.map { names.words($0) }, amendment.class?.words.small,
        amendment.seats.map { Words(vi: "số lượng \($0)", en: "\($0) seats") })
    case .abolished: .none
    case .retracted(let retraction): retraction.words
    }
  }
}

extension PersonEvent {
  fileprivate func words(_ names: Names) -> Words {
    switch self {
    case .registered(let organisation): names.words(organisation)
    case .profileAmended, .cardIssued: .none
    case .qualificationAttained(let level): level.words.small
    case .samePerson(let other), .differentPeople(let other): names.words(other)
    case .erased(let authority, let basis): listed(Words(authority), basis.words.small)
    case .prospectIntroduced(let by): by?.words ?? .none
    case .courseCompleted(let course):
      listed(
        course.course.words.small, course.certificate.map { Words($0) },
        course.score.map { Words(vi: "\($0) điểm", en: "score \($0)") })
    case .admitted(let admitted):
      listed(
        admitted.kind.words.small,
        day(admitted.ceremonyOn, Words(vi: "lễ kết nạp", en: "ceremony")),
        admitted.cell.map { names.words($0) })
    case .recognised(let decidedOn):
      Words(vi: "quyết định ", en: "decided ") + Words(decidedOn)
    case .activityExempted(_, let until): day(until, Words(vi: "đến", en: "until")) ?? .none
    case .membershipEnded(let how, let ground): listed(how.words.small, ground?.words.small)
    case .screened, .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented,
      .assetsDeclared:
      qualityWords
    case .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningEntered, .planningLeft,
      .appointed, .relieved, .transferIntroduced, .transferReceived, .temporaryTransferEnded:
      pipelineWords(names)
    case .retracted(let retraction): retraction.words
    }
  }

  private var qualityWords: Words {
    switch self {
    case .screened(let screened):
      listed(
        Words(vi: "đợt \(screened.round)", en: "round \(screened.round)"),
        screened.outcome.words.small, screened.ground?.words.small,
        screened.remedialMonths.map { Words(vi: "\($0) tháng", en: "\($0) months") })
    case .rated(let year, let grade): Words("\(year): ") + grade.words.small
    case .disciplined(let discipline):
      discipline.form.words.small + Words(" (") + discipline.system.words + Words(")")
    case .disciplineAnnulled(let annulled):
      listed(
        annulled.system.words, annulled.number.map { Words($0) }, annulled.day.map { Words($0) })
    case .impeded(let kind, let until):
      listed(kind.words.small, day(until, Words(vi: "đến", en: "until")))
    case .residenceCommented(let year): Words("\(year)")
    case .assetsDeclared(let year, let kind): listed(Words("\(year)"), kind?.words.small)
    default: .none
    }
  }

  private func pipelineWords(_ names: Names) -> Words {
    switch self {
    case .theoryAttained(let attained):
      listed(
        attained.level.words.small, attained.proof.words.small, attained.school.map { Words($0) },
        attained.certificate.map { Words($0) })
    case .theoryEnrolled(let enrolled):
      listed(enrolled.level.words.small, enrolled.school.map { Words($0) })
    case .standardsConcluded(let purpose, let result):
      purpose.words.small + Words(": ") + result.words.small
    case .planningEntered(let position, let term):
      names.words(position) + Words(" \(term)")
    case .planningLeft(let position, let term, let reason):
      listed(names.words(position) + Words(" \(term)"), reason?.words.small)
    case .appointed(let appointed):
      listed(
        names.words(appointed.position),
        appointed.kind == .reappointment ? appointed.kind.words.small : nil)
    case .relieved(let position, let reason): listed(names.words(position), reason?.words.small)
    case .transferIntroduced(let transfer):
      listed(
        transfer.kind.words.small,
        names.words(transfer.from) + Words(" → ") + names.words(transfer.to),
        day(transfer.until, Words(vi: "đến", en: "until")))
    case .transferReceived(let transfer):
      listed(
        transfer.kind.words.small,
        names.words(transfer.from) + Words(" → ") + names.words(transfer.to))
    case .temporaryTransferEnded(let introducedOn):
      Words(vi: "giới thiệu ", en: "introduced ") + Words(introducedOn)
    default: .none
    }
  }
}
