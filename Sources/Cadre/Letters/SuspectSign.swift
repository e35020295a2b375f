/// A sign that no code may hold: nobody sees it, or it looks like another.
package struct SuspectSign: Hashable, Sendable {
  /// Its place in Unicode.
  package let scalar: UInt32
  package let kind: Kind

  /// What is wrong with a sign.
  package enum Kind: Hashable, Sendable {
    /// It has no width, or only turns the direction of what follows.
    case invisible
    /// A line break or another control character.
    case control
    /// A Cyrillic, Greek or full-width sign; with the ASCII sign it looks like, if there is one.
    case foreign(UInt8?)
  }

  /// The sign of a scalar; nil for one that any text may hold.
  package init?(scalar: UInt32) {
    if SuspectSign.isInvisible(scalar) {
      kind = .invisible
    } else if SuspectSign.isControl(scalar) {
      kind = .control
    } else if SuspectSign.isForeign(scalar) {
      kind = .foreign(LookAlikes.ascii(of: scalar))
    } else {
      return nil
    }
    self.scalar = scalar
  }

  /// As the code charts write it: `U+200B`.
  package var notation: String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension SuspectSign {
  /// Soft hyphen, zero-width signs, byte order mark and the controls of direction.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFEFF:
      true
    default: false
    }
  }

  /// C0 and C1 controls, DEL, and Unicode's own separators of lines and paragraphs.
  static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F...0x9F).contains(scalar) || scalar == 0x2028 || scalar == 0x2029
  }

  /// Greek, Cyrillic and full-width forms.
  private static func isForeign(_ scalar: UInt32) -> Bool {
    (0x370...0x52F).contains(scalar) || (0xFF01...0xFF5E).contains(scalar)
  }
}

/// Signs of other scripts by the ASCII sign that they look like in print.
enum LookAlikes {
  /// The ASCII sign; nil where it looks like none.
  static func ascii(of scalar: UInt32) -> UInt8? {
    if (0xFF01...0xFF5E).contains(scalar) { return UInt8(scalar - 0xFEE0) }
    return table[scalar]
  }

  private static let table: [UInt32: UInt8] = {
    let pairs: [(foreign: String, ascii: String)] = [
      ("АВЕЅЗІЈКМНОРСТУХҮԚԜҺ", "ABES3IJKMHOPCTYXYQWh"),
      ("аеѕіјкморстухԁԛԝһӏӀ", "aesijkmopctyxdqwhlI"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
      ("αικνορυχ", "aikvopux"),
    ]
    var table: [UInt32: UInt8] = [:]
    for pair in pairs {
      for (foreign, ascii) in zip(pair.foreign.unicodeScalars, pair.ascii.utf8) {
        table[foreign.value] = ascii
      }
    }
    return table
  }()
}
