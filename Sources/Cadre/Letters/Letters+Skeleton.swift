extension Letters {
  /// What is left of a text once signs that look alike are one: l, 1 and I; O and 0; comma and
  /// point; Cyrillic, Greek and full-width signs and the Latin ones; without spaces, hyphens and
  /// signs that nobody sees. Tones and marks stay.
  ///
  /// Two texts of one skeleton that are not one name are a typing error, not two places.
  package static func skeleton(_ text: String) -> [UInt8] {
    let name = text.utf8.map { $0 }
    var latin: [UInt8] = []
    var index = 0
    while index < name.count {
      let scalar = name.span.scalar(at: index)
      index += scalar.length
      if let ascii = LookAlikes.ascii(of: scalar.value) {
        latin.append(ascii)
      } else {
        latin.append(scalar: scalar.value)
      }
    }
    var folded: [UInt8] = []
    identity(latin.span, into: &folded)
    return folded.compactMap { byte in
      switch byte {
      case UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "|"): UInt8(ascii: "1")
      case UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: ","): UInt8(ascii: ".")
      case 0x20: nil
      default: byte
      }
    }
  }
}
