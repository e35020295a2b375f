/// How somebody names a person: by file number, or by the number that the ledger gave them.
///
/// The second names nobody to whoever has not the ledger, so that it may stand in the log.
package enum PersonReference: Hashable, Sendable {
  case file(String)
  case number(PersonNumber)

  /// `#` and a number from 1, without zeros ahead, is the ledger's number; every other text is a
  /// file number.
  package init(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (48...57).contains($0) }), let number = UInt32(String(text.dropFirst()))
    else {
      self = .file(text)
      return
    }
    self = .number(PersonNumber(number))
  }
}

extension PersonReference: CustomStringConvertible {
  /// As it is written.
  package var description: String {
    switch self {
    case .file(let file): file
    case .number(let person): "#\(person.number)"
    }
  }
}
