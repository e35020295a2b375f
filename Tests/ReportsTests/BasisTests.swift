import Cadre
import Testing

@testable import Reports

@Suite struct BasisTests {
  @Test(arguments: [
    ("Bộ luật Lao động 2012", "187", "Bộ luật Lao động 2012, Điều 187", "article 187"),
    ("Nghị định 170/2025/NĐ-CP", "29.4", "Nghị định 170/2025/NĐ-CP, khoản 4 Điều 29", "29.4"),
    ("Điều lệ Đảng", "21, 24", "Điều lệ Đảng, Điều 21, Điều 24", "article 21, article 24"),
    ("29-QĐ/TW", "6.3", "29-QĐ/TW, điểm 6.3", "point 6.3"),
    ("12-HD/BTCTW", "II.1.1", "12-HD/BTCTW, điểm II.1.1", "point II.1.1"),
    ("01-HD/TW", "18", "01-HD/TW, điểm 18", "point 18"),
    ("02-HD/BTCTW", "bước 2", "02-HD/BTCTW, bước 2", "bước 2"),
    ("Chương trình hành động", "S7", "Chương trình hành động", "Chương trình hành động"),
  ])
  func `a text is cited by article, clause or point`(
    text: String, article: String, vietnamese: String, english: String
  ) {
    let words = Words.basis(Basis(text: text, article: article), verified: true)
    #expect(words.vietnamese == vietnamese)
    #expect(words.english.hasSuffix(english))
  }
}
