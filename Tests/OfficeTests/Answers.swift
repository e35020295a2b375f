import Cadre
import Office

/// What a ledger answers from a standpoint, to be compared with what another answers.
struct Answers: Hashable {
  var list: Result<[Assessment], OfficeError>
  var people: [Result<Card, OfficeError>]
  var verdicts: [Result<Verdict, OfficeError>]
  var found: [Result<[PersonFound], OfficeError>]

  /// A person's card without its standpoint.
  struct Card: Hashable {
    var found: PersonFound
    var sex: Sex?
    var ethnicity: String?
    var officialFrom: Day?
    var partyAgeFrom: Day?
    var inPopulation: Bool
    var posts: [HeldPost]
    var planning: [PlannedPost]
    var timeline: [TimelineItem]
  }

  /// An explanation, with what of its standpoint is seen.
  struct Verdict: Hashable {
    var rules: String
    var rulesKnown: Bool
    var adoptedBy: LogIndex
    var assessment: Assessment
    var evidence: [EvidenceItem]
    var positions: [PositionNumber: String]
  }

  /// Whom and what is asked about.
  struct Subjects {
    var files: [String]
    var posts: [String]
    var texts: [String]
  }
}

extension Answers {
  init(
    _ ledger: Ledger, on day: Day, known: Inquiry.Known, about subjects: Subjects
  ) {
    let inquiry = Inquiry(on: day, known: known)
    list = attempt { () throws(OfficeError) in
      try ledger.eligibility(inquiry, now: askedAt).rows
    }
    people = subjects.files.map { file in
      attempt { () throws(OfficeError) in
        Card(try ledger.card(of: file, inquiry, now: askedAt))
      }
    }
    verdicts = zip(subjects.files, subjects.posts).map { file, post in
      attempt { () throws(OfficeError) in
        Verdict(try ledger.explanation(of: file, for: post, inquiry, now: askedAt))
      }
    }
    found = subjects.texts.map { text in
      attempt { () throws(OfficeError) in try ledger.find(text, inquiry, now: askedAt) }
    }
  }
}

extension Answers {
  /// The answers without what says when events were recorded and from which file and row.
  var withoutOrigins: Answers {
    var answers = self
    answers.verdicts = verdicts.map { verdict in
      verdict.map { verdict in
        var verdict = verdict
        for place in verdict.evidence.indices {
          verdict.evidence[place].recorded = Instant(milliseconds: 0)
          verdict.evidence[place].sheetDigest = nil
          verdict.evidence[place].row = nil
          verdict.evidence[place].event = verdict.evidence[place].event.withoutDigest
        }
        return verdict
      }
    }
    return answers
  }
}

extension Event {
  /// The event without the digest of a sheet's file.
  var withoutDigest: Event {
    let none = Digest(exactly: Array(repeating: 0, count: 32))
    switch self {
    case .ledger(.sheetReceived(var sheet)):
      sheet.sha256 = none
      return .ledger(.sheetReceived(sheet))
    case .ledger(.sheetClaimed(var claim)):
      claim.sha256 = none
      return .ledger(.sheetClaimed(claim))
    case .ledger, .organisation, .position, .person: return self
    }
  }
}

extension Answers.Card {
  init(_ card: PersonCard) {
    found = card.found
    sex = card.sex
    ethnicity = card.ethnicity
    officialFrom = card.officialFrom
    partyAgeFrom = card.partyAgeFrom
    inPopulation = card.inPopulation
    posts = card.posts
    planning = card.planning
    timeline = card.timeline
  }
}

extension Answers.Verdict {
  init(_ explanation: Explanation) {
    rules = explanation.standpoint.rules.id
    rulesKnown = explanation.standpoint.rulesKnown
    adoptedBy = explanation.standpoint.adoptedBy
    assessment = explanation.assessment
    evidence = explanation.evidence
    positions = explanation.positions
  }
}

/// What a body returns or throws, as a value.
private func attempt<Answer>(
  _ body: () throws(OfficeError) -> Answer
) -> Result<Answer, OfficeError> {
  do throws(OfficeError) { return .success(try body()) } catch { return .failure(error) }
}
