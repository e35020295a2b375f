package import Cadre

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
}

extension SheetKind: Labelled {
  /// A sheet is called by the name of its file, whoever reads.
  package var words: Words { Words(rawValue, rawValue) }
}
