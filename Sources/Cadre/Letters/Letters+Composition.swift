extension Letters {
  /// Appends text in NFC (Unicode Standard Annex 15) to `out`; O(n).
  ///
  /// Complete for Latin letters with the marks U+0300…U+036F, whatever their order and however
  /// much of a letter is already composed; other scripts pass through. Text without such a mark
  /// is copied unchanged.
  package static func compose(_ text: Span<UInt8>, into out: inout [UInt8]) {
    guard text.mayHoldMarks else {
      out.append(span: text)
      return
    }
    var starter: UInt32?
    var marks: [UInt32] = []
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if scalar.isMark {
        marks.append(contentsOf: canonical(scalar.value))
        continue
      }
      flush(starter, &marks, into: &out)
      starter = scalar.value
    }
    flush(starter, &marks, into: &out)
  }

  /// Text in NFC; the same string where it holds no combining mark.
  package static func composed(_ text: String) -> String {
    let span = text.utf8.span
    guard span.mayHoldMarks else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    compose(span, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends text in NFD (Unicode Standard Annex 15) to `out`: every Latin letter as its base and
  /// its marks; O(n).
  package static func decompose(_ text: Span<UInt8>, into out: inout [UInt8]) {
    var marks: [UInt32] = []
    func flush() {
      sortByClass(&marks)
      for mark in marks { out.append(scalar: mark) }
      marks.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if scalar.isMark {
        marks.append(contentsOf: canonical(scalar.value))
        continue
      }
      flush()
      let (base, inner) = decompose(scalar.value)
      out.append(scalar: base)
      marks += inner
    }
    flush()
  }

  /// Text in NFD.
  package static func decomposed(_ text: String) -> String {
    var out: [UInt8] = []
    decompose(text.utf8.span, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether the text holds a combining mark, so that it may not be NFC yet.
  package static func mayNeedComposition(_ text: Span<UInt8>) -> Bool { text.mayHoldMarks }

  /// The marks that a mark stands for: two old tone marks of Vietnamese and two Greek ones are
  /// spelt otherwise in NFC.
  private static func canonical(_ mark: UInt32) -> [UInt32] {
    switch mark {
    case 0x340: [0x300]
    case 0x341: [0x301]
    case 0x343: [0x313]
    case 0x344: [0x308, 0x301]
    default: [mark]
    }
  }

  /// Writes a starter and its marks, composed, and empties the marks.
  private static func flush(
    _ starter: UInt32?, _ marks: inout [UInt32], into out: inout [UInt8]
  ) {
    guard let starter else {
      for mark in marks { out.append(scalar: mark) }
      marks.removeAll(keepingCapacity: true)
      return
    }
    guard !marks.isEmpty else {
      out.append(scalar: starter)
      return
    }
    var (base, ordered) = decompose(starter)
    ordered += marks
    marks.removeAll(keepingCapacity: true)
    sortByClass(&ordered)
    var left: [UInt32] = []
    var lastClass: UInt8 = 0
    for mark in ordered {
      let markClass = LatinPairs.combiningClass(mark)
      let isBlocked = !left.isEmpty && lastClass >= markClass
      if !isBlocked, let composed = LatinPairs.compose(base, mark) {
        base = composed
      } else {
        left.append(mark)
        lastClass = markClass
      }
    }
    out.append(scalar: base)
    for mark in left { out.append(scalar: mark) }
  }

  /// The base of a letter under all its marks, and the marks from the inside out.
  private static func decompose(_ scalar: UInt32) -> (base: UInt32, marks: [UInt32]) {
    var base = scalar
    var marks: [UInt32] = []
    while let (inner, mark) = LatinPairs.decompositions[base] {
      marks.insert(mark, at: 0)
      base = inner
    }
    return (base, marks)
  }

  /// The canonical ordering: stable, by combining class; class 0 moves past nothing.
  private static func sortByClass(_ marks: inout [UInt32]) {
    for end in marks.indices.dropFirst() {
      var place = end
      let markClass = LatinPairs.combiningClass(marks[end])
      while place > 0, markClass > 0, LatinPairs.combiningClass(marks[place - 1]) > markClass {
        marks.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}
