// Which columns a sheet has, and which of them it cannot be without: the one place for both.
extension SheetKind {
  /// Its columns, in the order of the templates.
  package var columns: [Column] {
    switch self {
    case .organisations:
      [
        .organisationCode, .organisationName, .organisationKind, .sector, .parent, .establishedOn,
        .decisionNumber, .decidedOn,
      ]
    case .positions:
      [.positionCode, .title, .organisation, .positionClass, .line, .seats, .decidedBy]
    case .people:
      [.fileNumber, .fullName, .birth, .sex, .ethnicity, .citizenNumber, .degree, .organisation]
    case .admissions:
      [
        .fileNumber, .kind, .prospectCertificate, .prospectCertificateOn, .score, .cellVotedOn,
        .decisionNumber, .decidedOn, .ceremonyOn, .cell, .newMemberCertificate,
        .newMemberCertificateOn, .recognitionNumber, .recognisedOn, .cardNumber, .introducedBy,
      ]
    case .theory: [.fileNumber, .level, .proof, .school, .certificate, .issuedOn]
    case .screenings:
      [.fileNumber, .round, .day, .outcome, .ground, .remedialMonths, .documentNumber]
    case .endings: [.fileNumber, .form, .reason, .decisionNumber, .decidedOn, .effectiveOn]
    case .ratings: [.fileNumber, .year, .grade]
    case .organisationRatings: [.organisationCode, .year, .grade]
    case .disciplines:
      [
        .fileNumber, .system, .form, .decisionNumber, .decidedOn, .announcedOn, .annulmentNumber,
        .annulledOn,
      ]
    case .conclusions: [.fileNumber, .purpose, .outcome, .conclusionNumber, .concludedOn]
    case .planning:
      [.fileNumber, .positionCode, .term, .action, .decisionNumber, .decidedOn, .reason]
    case .appointments:
      [
        .fileNumber, .positionCode, .action, .decisionNumber, .decidedOn, .effectiveOn,
        .dossierReceivedOn, .reason,
      ]
    case .assets: [.fileNumber, .year, .declaredOn, .declarationKind]
    case .transfers: [.fileNumber, .kind, .from, .to, .introducedOn, .receivedOn, .until]
    case .organisationChanges:
      [
        .organisationCode, .action, .counterpart, .decisionNumber, .decidedOn, .handedOverOn,
        .members, .probationers,
      ]
    case .activities: [.organisationCode, .activity, .period, .percent, .day, .note]
    case .residence: [.fileNumber, .year, .day]
    case .claims: [.sheet, .organisationCode, .completeUntil]
    }
  }

  /// The columns of which no cell may be empty: they are in an event's key, give its day, or are
  /// what it says (spec/intake.md, Reading). Every other column may be absent.
  package var needed: [Column] {
    switch self {
    case .organisations: [.organisationCode, .organisationName, .organisationKind]
    case .positions: [.positionCode, .title, .organisation, .positionClass]
    case .people: [.fileNumber, .fullName, .organisation]
    case .admissions: [.fileNumber, .kind]
    case .theory: [.fileNumber, .level, .proof, .certificate, .issuedOn]
    case .screenings: [.fileNumber, .round, .day, .outcome]
    case .endings: [.fileNumber, .form]
    case .disciplines: [.fileNumber, .system, .form, .decisionNumber, .decidedOn]
    case .planning: [.fileNumber, .positionCode, .term, .action, .decidedOn]
    case .appointments: [.fileNumber, .positionCode, .action]
    case .assets: [.fileNumber, .year, .declaredOn]
    case .transfers: [.fileNumber, .kind, .from, .to, .introducedOn]
    case .organisationChanges: [.organisationCode, .action, .decisionNumber, .decidedOn]
    case .activities: [.organisationCode, .activity, .period, .day]
    case .claims: [.sheet, .completeUntil]
    case .ratings, .organisationRatings, .conclusions, .residence: columns
    }
  }

  /// Columns of which each row needs at least one: an empty Ngày hiệu lực means Ngày quyết định.
  package var oneOf: [Column] {
    switch self {
    case .endings, .appointments: [.effectiveOn, .decidedOn]
    case .organisations, .positions, .people, .admissions, .theory, .screenings, .ratings,
      .organisationRatings, .disciplines, .conclusions, .planning, .assets, .transfers,
      .organisationChanges, .activities, .residence, .claims:
      []
    }
  }

  /// Columns that some rows need because of what else they hold: the day of a certificate whose
  /// number is given, the ceremony of an admission, the receiver of a hand-over.
  package var neededByRow: [Column] {
    switch self {
    case .admissions:
      [
        .prospectCertificate, .prospectCertificateOn, .decisionNumber, .decidedOn, .ceremonyOn,
        .newMemberCertificate, .newMemberCertificateOn, .recognisedOn,
      ]
    case .disciplines: [.annulledOn]
    case .organisationChanges: [.counterpart]
    case .endings, .appointments: oneOf
    case .organisations, .positions, .people, .theory, .screenings, .ratings, .organisationRatings,
      .conclusions, .planning, .assets, .transfers, .activities, .residence, .claims:
      []
    }
  }

  /// The columns of text as people write it, in which letters of an old encoding show.
  package var texts: [Column] { columns.filter(\.isText) }
}

extension Column {
  /// Whether its cells are names, phrases or numbers of documents: neither codes of a closed list
  /// nor days, quantities or codes of the ledger.
  fileprivate var isText: Bool {
    switch self {
    case .organisationName, .decisionNumber, .title, .organisation, .decidedBy, .fullName,
      .ethnicity, .prospectCertificate, .cell, .newMemberCertificate, .recognitionNumber, .school,
      .certificate, .round, .ground, .documentNumber, .reason, .annulmentNumber,
      .conclusionNumber, .from, .to, .counterpart, .note:
      true
    case .organisationCode, .organisationKind, .sector, .parent, .establishedOn, .decidedOn,
      .positionCode, .positionClass, .line, .seats, .fileNumber, .birth, .sex, .citizenNumber,
      .degree, .kind, .prospectCertificateOn, .score, .cellVotedOn, .ceremonyOn,
      .newMemberCertificateOn, .recognisedOn, .cardNumber, .introducedBy, .level, .proof,
      .issuedOn, .day, .outcome, .remedialMonths, .form, .effectiveOn, .year, .grade, .system,
      .announcedOn, .annulledOn, .purpose, .concludedOn, .term, .action, .dossierReceivedOn,
      .declaredOn, .declarationKind, .introducedOn, .receivedOn, .until, .handedOverOn, .members,
      .probationers, .activity, .period, .percent, .sheet, .completeUntil:
      false
    }
  }
}
