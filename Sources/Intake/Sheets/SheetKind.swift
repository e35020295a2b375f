/// The sheets the offices keep (spec/intake.md); the raw value is the name of the file.
package enum SheetKind: String, CaseIterable, Hashable, Sendable {
  case organisations = "to-chuc"
  case positions = "chuc-danh"
  case people = "nhan-su"
  case admissions = "ket-nap"
  case theory = "ly-luan-chinh-tri"
  case screenings = "sang-loc"
  case endings = "ra-khoi-dang"
  case ratings = "xep-loai"
  case organisationRatings = "xep-loai-to-chuc"
  case disciplines = "ky-luat"
  case conclusions = "ket-luan-chinh-tri"
  case planning = "quy-hoach"
  case appointments = "bo-nhiem"
  case assets = "ke-khai-tai-san"
  case transfers = "chuyen-sinh-hoat"
  case organisationChanges = "chuyen-to-chuc"
  case activities = "chuong-trinh"
  case residence = "nhan-xet-cu-tru"
  case claims = "pham-vi"

  /// The sheets that may be claimed to tell all.
  package static let claimable = allCases.filter { $0 != .claims }

  /// The sheet of a file's name, `nhan-su.csv`, without regard to case; nil for any other file.
  package init?(file: String) {
    let name = file.lowercased()
    guard name.hasSuffix(".csv"), let kind = SheetKind(rawValue: String(name.dropLast(4))) else {
      return nil
    }
    self = kind
  }

  /// The name of its file, `nhan-su.csv`.
  package var file: String { rawValue + ".csv" }

  /// Its columns, in the order of the templates.
  package var columns: [Column] { required + optional }

  /// The columns without which the sheet cannot be read.
  package var required: [Column] {
    switch self {
    case .organisations:
      [
        .organisationCode, .organisationName, .organisationKind, .sector, .parent, .establishedOn,
        .decisionNumber, .decidedOn,
      ]
    case .positions: [.positionCode, .title, .organisation, .positionClass]
    case .people:
      [.fileNumber, .fullName, .birth, .sex, .ethnicity, .citizenNumber, .degree, .organisation]
    case .admissions:
      [
        .fileNumber, .kind, .prospectCertificate, .prospectCertificateOn, .score, .cellVotedOn,
        .decisionNumber, .decidedOn, .ceremonyOn, .cell, .newMemberCertificate,
        .newMemberCertificateOn, .recognitionNumber, .recognisedOn, .cardNumber,
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
        .dossierReceivedOn,
      ]
    case .assets: [.fileNumber, .year, .declaredOn]
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

  /// The columns that may be absent.
  package var optional: [Column] {
    switch self {
    case .positions: [.line, .seats, .decidedBy]
    case .admissions: [.introducedBy]
    case .appointments: [.reason]
    case .assets: [.declarationKind]
    case .organisations, .people, .theory, .screenings, .endings, .ratings, .organisationRatings,
      .disciplines, .conclusions, .planning, .transfers, .organisationChanges, .activities,
      .residence, .claims:
      []
    }
  }
}
