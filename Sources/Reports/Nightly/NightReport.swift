package import Cadre
package import Office

/// What a night did, part by part.
package struct Night: Hashable, Sendable {
  package var began: Instant
  package var ended: Instant
  package var parts: [Done] = []
  /// The ledger's log size at the end; nil where it could not be opened.
  package var events: UInt64?
  package var sizes: StoreSizes?
  /// Rows of the views that differed; nil where they were not compared.
  package var viewDifferences: Int?
  /// Published lists that came out otherwise when asked again; nil where none was asked.
  package var publishedDifferences: Int?
  /// The exit status.
  package var status: Int32 = 0

  package init(began: Instant) {
    self.began = began
    ended = began
  }

  /// A part of the night, in the order in which they are done.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case readers, verify, backup, rebuild, published, seal, reports
  }

  /// How a part ended.
  package enum Outcome: String, Hashable, Sendable {
    case done
    /// Done, and something was found that needs no hurry.
    case warnings
    /// What was compared differs, or the ledger is violated.
    case differs
    /// It could not be done.
    case failed
    /// It was not begun, because of what an earlier part found, or because nobody asked for it.
    case leftOut
  }

  /// A part that was done, or why not.
  package struct Done: Hashable, Sendable {
    package var part: Part
    package var outcome: Outcome
    /// What was found, as a clause.
    package var found: Words
    package var milliseconds: Int

    package init(_ part: Part, _ outcome: Outcome, _ found: Words, milliseconds: Int) {
      self.part = part
      self.outcome = outcome
      self.found = found
      self.milliseconds = milliseconds
    }
  }
}

/// A night as people and machines read it: `cadre night`.
package enum NightReport {
  /// A row a part.
  package static func columns(in language: Language) -> [Column<Night.Done>] {
    [
      Column("part", Words(vi: "Phần", en: "Part")) {
        .coded($0.part.rawValue, words(of: $0.part))
      },
      Column("outcome", Words(vi: "Kết quả", en: "Outcome")) {
        .coded($0.outcome.rawValue, words(of: $0.outcome), tone: tone(of: $0.outcome))
      },
      Column("found", Words(""), in: .json) { .text($0.found[language]) },
      Column("found", Words(vi: "Thấy gì", en: "What was found"), in: [.table, .csv]) {
        .words($0.found)
      },
      Column("milliseconds", Words(vi: "Mili giây", en: "Milliseconds")) {
        .number($0.milliseconds)
      },
    ]
  }

  /// The name of a part.
  package static func words(of part: Night.Part) -> Words {
    switch part {
    case .readers: Words(vi: "dọn chỗ đọc bị bỏ lại", en: "dead readers")
    case .verify: Words(vi: "kiểm tra sổ", en: "verify")
    case .backup: Words(vi: "sao lưu và kiểm tra bản sao", en: "back up, verify the backup")
    case .rebuild: Words(vi: "dựng lại, so và ghi nhận", en: "rebuild, compare, attest")
    case .published: Words(vi: "hỏi lại báo cáo đã công bố", en: "ask published lists again")
    case .seal: Words(vi: "niêm phong", en: "seal")
    case .reports: Words(vi: "viết báo cáo", en: "write reports")
    }
  }

  private static func words(of outcome: Night.Outcome) -> Words {
    switch outcome {
    case .done: Words(vi: "xong", en: "done")
    case .warnings: Words(vi: "xong, có lưu ý", en: "done, with remarks")
    case .differs: Words(vi: "SAI KHÁC", en: "DIFFERS")
    case .failed: Words(vi: "KHÔNG LÀM ĐƯỢC", en: "FAILED")
    case .leftOut: Words(vi: "bỏ qua", en: "left out")
    }
  }

  private static func tone(of outcome: Night.Outcome) -> Tone {
    switch outcome {
    case .done: .good
    case .warnings, .leftOut: .unsure
    case .differs, .failed: .bad
    }
  }
}

extension NightReport {
  /// A part in one line, for a log.
  package static func line(of done: Night.Done) -> Words {
    words(of: done.part) + Words(": ") + words(of: done.outcome) + Words("; ") + done.found
      + Words(" (\(done.milliseconds) ms)")
  }
}
