import Testing

@testable import Cadre

/// Text is compared scalar by scalar here: `==` of strings would forgive what NFC must mend.
private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct LettersTests {
  @Test func `every Vietnamese letter is composed from its parts`() {
    let pairs = LettersOracle.pairs(LettersOracle.alphabet)
    #expect(pairs.count == 132)
    for (composed, decomposed) in pairs {
      #expect(scalars(Letters.composed(decomposed)) == scalars(composed))
      #expect(scalars(Letters.composed(composed)) == scalars(composed))
    }
  }

  @Test func `every Vietnamese letter is taken apart into its parts`() {
    for (composed, decomposed) in LettersOracle.pairs(LettersOracle.alphabet) {
      #expect(scalars(Letters.decomposed(composed)) == scalars(decomposed))
      #expect(scalars(Letters.decomposed(decomposed)) == scalars(decomposed))
    }
  }

  @Test func `mixed and foreign forms compose as Unicode says`() {
    for (given, expected) in LettersOracle.pairs(LettersOracle.mixed) {
      #expect(scalars(Letters.composed(given)) == scalars(expected), "\(scalars(given))")
    }
  }

  @Test func `composing twice changes nothing`() {
    for (given, _) in LettersOracle.pairs(LettersOracle.mixed) {
      let once = Letters.composed(given)
      #expect(scalars(Letters.composed(once)) == scalars(once))
    }
  }

  @Test func `lower case covers the whole alphabet and its capitals`() {
    for (composed, _) in LettersOracle.pairs(LettersOracle.alphabet) {
      #expect(scalars(Letters.lowercased(composed)) == scalars(composed.lowercased()))
    }
    #expect(Letters.lowercased("ĐẢNG BỘ KHỐI 01") == "đảng bộ khối 01")
  }

  @Test func `folding leaves base letters, đ as d, and single spaces`() {
    #expect(Letters.folded("  Nguyễn\u{A0}Thị  Đào ") == "nguyen thi dao")
    #expect(Letters.folded("hòa") == Letters.folded("HOÀ"))
    #expect(Letters.folded("Ð\u{1EA1}o") == "dao")
    #expect(Letters.folded("H'Nhuĭ Niê") == "h'nhui nie")
    #expect(Letters.folded("") == "")
    for (composed, decomposed) in LettersOracle.pairs(LettersOracle.alphabet) {
      #expect(Letters.folded(composed) == Letters.folded(decomposed))
      #expect(Letters.folded(composed).utf8.count == 1)
    }
  }

  @Test func `a name keeps its tones but not their placement`() {
    func same(_ left: String, _ right: String) -> Bool {
      Letters.nameIdentity(left) == Letters.nameIdentity(right)
    }
    #expect(same("Nguyễn Thị Hòa", "NGUYỄN  thị hoà "))
    #expect(same("Thủy", "Thuỷ"))
    #expect(same("Đỗ Thuý", "đỗ thu\u{301}y"))
    #expect(!same("Hòa", "Hóa"))
    #expect(!same("Hoa", "Hòa"))
    #expect(!same("Hân", "Hăn"))
    #expect(!same("Ha Nà", "Hà Na"))
    #expect(!same("Đan", "Dan"))
  }

  @Test(arguments: [
    ("H’Hoa Niê", "H'Hoa Niê"), ("Hʼ Hoa", "H' Hoa"), ("H`Hoa", "H'Hoa"), ("H＇Hoa", "H´Hoa"),
    ("Y-Bih Niê", "Y Bih Niê"), ("Y\u{2011}Bih", "Y – Bih"),
    ("Nguyễn\u{200B} Văn An", "Nguyễn Văn An"),
    ("Ng\u{AD}uyễn", "Nguyễn"), ("\u{FEFF}An", "An"), ("Lê\u{2009}An", "Lê\u{3000}An"),
    ("\u{202E}An\u{202C}", "An"), ("Ɖinh", "Đinh"), ("Ðinh", "đinh"), ("Lê-Ân", "lê ân"),
  ])
  func `names that a keyboard or a copy tells apart are one`(left: String, right: String) {
    #expect(Letters.nameIdentity(left) == Letters.nameIdentity(right))
    #expect(Letters.folded(left) == Letters.folded(right))
  }

  @Test func `letters of the highlands fold to their base letters`() {
    #expect(Letters.folded("ƀ Ƀ č ĕ ŏ ñ Ɖ Đ Ð") == "b b c e o n d d d")
    #expect(Letters.nameIdentity("Ƀuôn") == Letters.nameIdentity("ƀuôn"))
    #expect(Letters.nameIdentity("Buôn") != Letters.nameIdentity("ƀuôn"))
  }

  @Test(arguments: ["h’hoa-niê", "Ƀuôn  Đôn", "y\u{200B}bih", "Ɖinh", "an - bình", "日 本"])
  func `folding what is folded changes nothing`(name: String) {
    #expect(Letters.folded(Letters.folded(name)) == Letters.folded(name))
  }

  @Test func `a code holds no sign that is not seen or looks like another`() {
    func sign(_ text: String) -> SuspectSign? { TextPolicy.suspect(inCode: text.utf8.span) }
    #expect(sign("000001HT") == nil)
    #expect(sign("1-QĐ/ĐUK") == nil)
    #expect(sign("Ngô Thị Ữu – “x”…") == nil)
    for scalar in [0x200B, 0x200F, 0x2060, 0xFEFF, 0xAD, 0x202E, 0x2066] as [UInt32] {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      #expect(sign("1\(Character(unicode))2")?.kind == .invisible)
    }
    #expect(sign("000001H\u{422}")?.kind == .foreign(UInt8(ascii: "T")))
    #expect(sign("38.1.0\u{39F}")?.kind == .foreign(UInt8(ascii: "O")))
    #expect(sign("\u{FF11}")?.kind == .foreign(UInt8(ascii: "1")))
    #expect(sign("a\u{7}b")?.kind == .control)
    #expect(sign("a\u{200B}b")?.notation == "U+200B")
    #expect(sign("a\u{AD}b")?.notation == "U+00AD")
  }

  @Test func `a name is cleaned of what nobody sees and keeps the rest`() {
    func control(_ text: String, isProse: Bool) -> SuspectSign.Kind? {
      TextPolicy.suspect(inName: text.utf8.span, isProse: isProse)?.kind
    }
    let (text, sign) = TextPolicy.cleaned("\u{FEFF}Lê\u{3000}Thị\u{200B} Ữu \u{AD}".utf8.span)
    #expect(String(decoding: text, as: UTF8.self) == "Lê Thị Ữu")
    #expect(sign?.notation == "U+FEFF")
    #expect(control("Lê\nAn", isProse: false) == .control)
    #expect(control("Lê\nAn", isProse: true) == nil)
    let isPlain = TextPolicy.isPlain("Nguyễn Thị Hồng Đào".utf8.span)
    #expect(isPlain)
  }

  @Test func `a list sorts by the Vietnamese alphabet, tones second, case third`() {
    let sorted = [
      "3 tháng", "a", "A", "à", "ả", "ã", "á", "ạ", "An Bình", "An Hòa", "Anh", "ăn", "âm", "ba",
      "bà", "bả", "Bà Rịa", "cá", "dân", "đá", "em", "ế", "hoa", "hòa", "Hoà", "hóa", "i", "o",
      "ô", "ơ", "phố", "quý", "sa", "tư", "u", "ư", "vũ", "xã", "ý", "Ω",
    ]
    for shift in [7, 11, 23] {
      let shuffled = sorted.indices.map { sorted[($0 * shift) % sorted.count] }
      let again = shuffled.sorted {
        Letters.collationKey($0).lexicographicallyPrecedes(Letters.collationKey($1))
      }
      #expect(again == sorted, "\(shift)")
    }
  }

  @Test func `people sort by given name, then middle, then family`() {
    let sorted = [
      "Trần Văn An", "Nguyễn Thị Anh", "Lê Anh", "Bùi Thị Ánh", "Lê Đức Bình", "Lê Văn Bình",
      "Vũ Văn Bình", "Đặng Đức Khánh",
    ]
    let expected = [
      "Trần Văn An", "Lê Anh", "Nguyễn Thị Anh", "Bùi Thị Ánh", "Lê Đức Bình", "Lê Văn Bình",
      "Vũ Văn Bình", "Đặng Đức Khánh",
    ]
    let again = sorted.reversed().sorted {
      Letters.nameSortKey($0).lexicographicallyPrecedes(Letters.nameSortKey($1))
    }
    #expect(again == expected)
    #expect(Letters.nameSortKey(" Anh ") == Letters.nameSortKey("Anh"))
  }

  @Test func `no key holds a zero before its end`() {
    for text in ["\0a\u{1}", "Nguyễn", "", " ", "日本"] {
      let key = Letters.collationKey(text)
      #expect(key.last == 0)
      #expect(!key.dropLast().contains(0))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `bytes that are no UTF-8 pass without a trap`(seed: UInt64) {
    var state = seed
    for length in 0..<200 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      var out: [UInt8] = []
      Letters.compose(bytes.span, into: &out)
      Letters.fold(bytes.span, into: &out)
      Letters.identity(bytes.span, into: &out)
      Letters.nameSort(bytes.span, into: &out)
      Letters.lower(bytes.span, into: &out)
    }
  }
}
