import Cadre
import Platform
import Reports
import Testing

@testable import Intake
@testable import Terminal

/// Every message of an import, in both languages: it says what, and in Vietnamese nothing of the
/// machine's.
@Suite struct ImportWordsTests {
  private static let header = "Mã hồ sơ;Năm;Mức xếp loại;Ngày"

  /// An import of one sheet with one rejection.
  private func message(
    _ kind: RejectionKind, _ detail: RejectionDetail, column: Int? = 2
  ) throws -> (words: Words, messages: RejectionMessages, rejection: Rejection) {
    let sheet = try Sheet(
      name: "xep-loai", file: "xep-loai.csv",
      bytes: Array("\(Self.header)\n1HT;2022;Loại Z;01/02/2022\n".utf8))
    let rejection = Rejection(sheet: 0, line: 2, column: column, kind: kind, detail: detail)
    let report = ImportReport(
      sheets: [.init(sheet: "xep-loai", read: 1, recorded: 0, unchanged: 0, rejected: 1)],
      rejections: [rejection], warnings: [], eventCount: 0, sizeBefore: LogSize(9),
      sizeAfter: LogSize(9), isDryRun: true)
    let messages = RejectionMessages(
      Import.Result(report: report, sheets: [sheet]), correction: "cadre import --correct sheets")
    return (messages.words(of: rejection), messages, rejection)
  }

  private static let details: [RejectionDetail] =
    [
      .value("Loại Z"), .tooLong(bytes: 300), .held(number: "038", by: "1HT"),
      .before(Day(number: 100), of: Day(number: 200)),
    ] + faults.map { .malformed($0) } + refusals.map { .refused($0) }

  private static let faults: [MalformedRow.Fault] = [
    .fields(found: 9, expected: 4), .short(found: 1, missing: 1), .quote,
    .swallowed(through: 30), .strayQuote(from: 5), .cellTooLong,
  ]

  private static let refusals: [Refusal] = [
    .conflict(with: nil), .conflict(with: LogIndex(7)), .neverAdmitted, .alreadyMember, .notPlanned,
    .notHolding, .noSuchDiscipline, .elsewhere(OrganisationNumber(3)), .noSuchTransfer,
    .receivedBeforeIntroduced, .certificateHeld(by: PersonNumber(4)),
    .numberHeld(by: PersonNumber(5)), .alreadyGone, .cycle, .unknownStream, .erased,
  ]

  private static let errors: [SheetError] = [
    .tooLarge(file: "a.csv", bytes: 3), .wide(file: "a.csv"),
    .notUTF8(file: "a.csv", offset: 7, line: 2), .noHeader(file: "a.csv"),
    .brokenHeader(file: "a.csv", line: 1),
    .missingColumns(sheet: "xep-loai", columns: ["Năm", "Mức xếp loại"], first: "Mã hồ sơ"),
    .noColumns(sheet: "xep-loai", first: "DANH SÁCH"),
    .repeatedColumn(sheet: "xep-loai", column: "Năm"),
    .oldLetters(sheet: "nhan-su", line: 3, column: "Họ và tên", value: "NguyÔn", .tcvn3),
    .oldLetters(sheet: "nhan-su", line: 3, column: "Họ và tên", value: "Vaên", .vni),
  ]

  @Test(arguments: RejectionKind.allCases)
  func `each kind of rejection says what is wrong and what to do`(kind: RejectionKind) throws {
    for detail in Self.details {
      let (words, messages, rejection) = try message(kind, detail)
      expectPlain(words)
      #expect(messages.column(of: rejection) == "Mức xếp loại")
    }
  }

  @Test func `a value is shown, and what the column takes in the reader's language`() throws {
    let words = try message(.unknownValue, .value("Loại Z")).words
    for text in [words.vietnamese, words.english] { #expect(text.contains("“Loại Z”")) }
    #expect(words.vietnamese.contains("Hoàn thành tốt nhiệm vụ"))
    #expect(!words.vietnamese.contains("fulfilled"))
    #expect(words.english.contains("tasks fulfilled well"))
    let ambiguous = try message(.unknownValue, .value("HT")).words
    #expect(
      ambiguous.vietnamese.contains("Có thể là: Hoàn thành nhiệm vụ; Hoàn thành tốt nhiệm vụ."))
  }

  @Test func `each file that is no sheet is named with a remedy`() {
    for error in Self.errors {
      let (what, remedy) = SheetMessages.words(of: error)
      expectPlain(what)
      expectPlain(remedy)
      let names = ["a.csv", "xep-loai", "nhan-su:3:Họ và tên"]
      #expect(names.contains { what.vietnamese.contains($0) && what.english.contains($0) })
    }
    let all = ImportMessages.complaint(.sheets(Self.errors))
    for error in Self.errors {
      let what = SheetMessages.words(of: error).what
      #expect(all.what.vietnamese.contains(what.vietnamese))
    }
    expectPlain(all.remedy ?? Words(""))
  }

  @Test func `each warning is said in both languages`() {
    let warnings: [ImportWarning] = [
      .unknownFile("a.csv"), .unknownColumn(sheet: "xep-loai", column: "x"),
      .organisationDiffers(
        sheet: "nhan-su", line: 3, person: PersonNumber(1), says: OrganisationNumber(1),
        ledger: OrganisationNumber(2)),
      .possibleDuplicate(
        sheet: "nhan-su", line: 3, person: PersonNumber(1), other: PersonNumber(2)),
    ]
    for words in WarningMessages(ImportNames()).lines(warnings) { expectPlain(words) }
  }

  /// Expects both languages, no ISO day, and in Vietnamese no word of English but in a command.
  private func expectPlain(
    _ words: Words, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(!words.english.isEmpty && words.english != words.vietnamese, sourceLocation: location)
    for text in [words.vietnamese, words.english] {
      #expect(
        text.firstMatch(of: #/\d{4}-\d{2}-\d{2}/#) == nil, "\(text)", sourceLocation: location)
    }
    // A command is written as it is typed.
    let said = words.vietnamese.replacing(#/“?cadre .*|--[a-z-]+/#, with: "")
    // Names of sheets have a hyphen.
    for word in said.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      #expect(!Self.english.contains(String(word)), "\(word): \(said)", sourceLocation: location)
    }
  }

  /// Names of codes, and words that English sentences are made of.
  private static let english: Set<String> = Set(
    Grade.allCases.map(\.name) + TheoryLevel.allCases.map(\.name) + Degree.allCases.map(\.name)
      + PositionClass.allCases.map(\.name) + RetractionReason.allCases.map(\.name)
      + RejectionKind.allCases.map(\.name) + EndingKind.allCases.map(\.name)
      + [
        "the", "row", "rows", "sheet", "cell", "column", "day", "event", "error", "value", "file",
        "and", "or", "is", "not", "of", "to", "true", "false", "nil", "unknown", "person",
      ])
}
