/// What a text of a sheet or of a form may hold: one rule for `cadre import` and `cadre record`.
///
/// A code is compared byte by byte, so a sign in it that nobody sees makes another code of it: the
/// code is refused. A name is read by people: such a sign is taken out of it, and that is said.
package enum TextPolicy {
  /// The first sign that no code may hold; nil for most texts, after one look at each byte.
  package static func suspect(inCode text: Span<UInt8>) -> SuspectSign? {
    first(in: text) { _ in true }
  }

  /// The first sign that no name may hold: a control character.
  /// - Parameter isProse: remarks of several lines may hold line breaks and tabs.
  package static func suspect(inName text: Span<UInt8>, isProse: Bool = false) -> SuspectSign? {
    first(in: text) { sign in
      guard sign.kind == .control else { return false }
      return !isProse || !(sign.scalar == 0x09 || sign.scalar == 0x0A || sign.scalar == 0x0D)
    }
  }

  /// Whether no byte begins a sign that a name is cleaned of; such a name stays as it is.
  package static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where isLead(text[index]) { return false }
    return true
  }

  /// A name without invisible signs and with every wide or narrow space a space, trimmed, and the
  /// first sign taken out; nil where none was.
  package static func cleaned(_ text: Span<UInt8>) -> (text: [UInt8], removed: SuspectSign?) {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var removed: SuspectSign?
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      if SuspectSign.isInvisible(scalar.value) {
        removed = removed ?? SuspectSign(scalar: scalar.value)
      } else if scalar.value > 0x20, scalar.isSpace {
        out.append(0x20)
      } else {
        for place in index..<index + scalar.length { out.append(text[place]) }
      }
      index += scalar.length
    }
    while out.last == 0x20 { out.removeLast() }
    let start = out.firstIndex { $0 != 0x20 } ?? out.endIndex
    out.removeSubrange(..<start)
    return (out, removed)
  }

  private static func first(
    in text: Span<UInt8>, where isMeant: (SuspectSign) -> Bool
  ) -> SuspectSign? {
    var index = 0
    while index < text.count {
      guard isLead(text[index]) else {
        index += 1
        continue
      }
      let scalar = text.scalar(at: index)
      if let sign = SuspectSign(scalar: scalar.value), isMeant(sign) { return sign }
      index += scalar.length
    }
    return nil
  }

  /// Whether a byte may begin a suspect sign; no Vietnamese letter begins with one of these, and
  /// continuation bytes (80…BF) never match.
  @inline(__always) private static func isLead(_ byte: UInt8) -> Bool {
    if byte < 0x7F { return byte < 0x20 }
    switch byte {
    case 0x7F, 0xC2, 0xCD...0xD4, 0xD8, 0xE2, 0xE3, 0xEF: return true
    default: return false
    }
  }
}
