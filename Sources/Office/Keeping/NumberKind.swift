internal import Cadre

/// The kinds of numbers by which the vault finds people; raw values are stored.
enum NumberKind: UInt8, CaseIterable {
  case file = 1
  case citizen = 2
  case card = 3

  /// Those by which a sheet names a person, so that one who was erased is known again.
  static let remembered: Set<UInt8> = [file.rawValue, citizen.rawValue]

  /// The numbers in a private record.
  static func numbers(of record: PrivateRecord) -> [(NumberKind, String)] {
    var numbers: [(NumberKind, String)] = []
    if let number = record.fileNumber { numbers.append((.file, number)) }
    if let number = record.citizenNumber { numbers.append((.citizen, number)) }
    if let number = record.cardNumber { numbers.append((.card, number)) }
    return numbers
  }
}
