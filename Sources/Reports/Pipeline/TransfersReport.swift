internal import Cadre
package import Office

/// The transfers of people as they stand: `cadre transfers`.
package enum TransfersReport {
  /// The answer: two lists, `transfers` and `counts`.
  package static func answer(_ list: TransferList) -> Answer {
    let day = list.standpoint.on
    return Answer(
      list.standpoint,
      [
        Listing(
          "transfers", Words(vi: "Chuyển sinh hoạt đảng", en: "Transfers"), list.rows,
          columns(on: day)),
        Listing(
          "counts", Words(vi: "Số lượt trong năm", en: "How many in the year"), list.counts,
          counted),
      ],
      summary: summary(list))
  }

  private static func summary(_ list: TransferList) -> Words {
    func count(_ states: TransferState...) -> Int {
      list.rows.count { states.contains($0.transfer.state) }
    }
    let waiting = count(.introduced, .overdue, .unknown)
    let (late, unknown) = (count(.overdue), count(.unknown))
    let (stays, past) = (count(.staying), count(.pastEnd))
    return Words(
      vi: "\(waiting) lượt chưa tiếp nhận, \(late) quá hạn, \(unknown) chưa rõ; "
        + "\(stays) đang sinh hoạt tạm thời, \(past) quá thời hạn tạm thời",
      en: "\(waiting) not yet received, \(late) overdue, \(unknown) not known; "
        + "\(Words.counted(stays, "temporary stay", "temporary stays")), "
        + "\(past) past the last day")
  }

  private static func columns(on day: Day) -> [Column<TransferRow>] {
    subject + places + days + deadline(on: day) + inTime + length
      + [
        Column("event", Words(vi: "Sự kiện", en: "Event"), in: [.csv, .json]) { row in
          row.transfer.index.map { .index($0) } ?? .absent
        }
      ]
  }

  private static let subject: [Column<TransferRow>] =
    [state] + Column.who { $0.who } + [kind, direction]

  private static let state = Column<TransferRow>("state", Words(vi: "Tình trạng", en: "State")) {
    .code($0.transfer.state, $0.transfer.state.words, tone: $0.transfer.state.tone)
  }

  private static let kind = Column<TransferRow>("kind", Words(vi: "Loại", en: "Kind")) {
    .code($0.transfer.transfer.kind)
  }

  private static let direction = Column<TransferRow>(
    "direction", Words(vi: "Hướng", en: "Direction")
  ) { .code($0.transfer.direction, $0.transfer.direction.words) }

  private static let places: [Column<TransferRow>] = [
    .organisation("from", Words(vi: "Từ tổ chức", en: "From")) { $0.from },
    .organisationName("fromName", Words(vi: "Tên nơi đi", en: "From, name"), in: [.csv, .json]) {
      $0.from
    },
    .organisation("to", Words(vi: "Đến tổ chức", en: "To")) { $0.to },
    .organisationName("toName", Words(vi: "Tên nơi đến", en: "To, name"), in: [.csv, .json]) {
      $0.to
    },
  ]

  private static let days: [Column<TransferRow>] = [
    Column("introducedOn", Words(vi: "Ngày giới thiệu", en: "Introduced"), wraps: false) {
      .known($0.transfer.transfer.introducedOn)
    },
    Column("receivedOn", Words(vi: "Ngày tiếp nhận", en: "Received"), wraps: false) {
      .known($0.transfer.transfer.receivedOn)
    },
    Column("until", Words(vi: "Đến ngày", en: "Until"), wraps: false) {
      .known($0.transfer.transfer.until)
    },
    Column("endedOn", Words(vi: "Ngày kết thúc", en: "Ended"), in: [.csv, .json]) {
      .known($0.transfer.transfer.endedOn)
    },
  ]

  private static func deadline(on day: Day) -> [Column<TransferRow>] {
    [
      Column("due", Words(vi: "Hạn tiếp nhận", en: "Due"), wraps: false) {
        .day($0.transfer.dueDay)
      },
      .count("daysLeft", Words(vi: "Còn (ngày)", en: "Days left")) {
        $0.transfer.daysLeft(on: day)
      },
      .noList { $0.transfer.yearWithoutList },
    ]
  }

  private static let inTime: [Column<TransferRow>] =
    [
      Column("inTime", Words(vi: "Tiếp nhận", en: "Reception")) { row in
        let status = row.transfer.inTime
        return .code(status, row.transfer.timeWords, tone: status.tone)
      }
    ]
    + Column.ruling("basis", Words(vi: "Căn cứ về hạn", en: "Basis of the term")) {
      $0.transfer.dueRuling
    }

  private static let length: [Column<TransferRow>] =
    [
      Column("stayLength", Words(vi: "Thời gian tạm thời", en: "Length of stay")) {
        .limited($0.transfer.length)
      }
    ]
    + Column.ruling(
      "stayBasis", Words(vi: "Căn cứ về thời gian", en: "Basis of the length"), people: .csv
    ) { $0.transfer.lengthRuling }

  private static let counted: [Column<TransferTally.Row>] = [
    Column("year", Words(vi: "Năm", en: "Year")) { .number($0.year) },
    Column("kind", Words(vi: "Loại", en: "Kind")) { .code($0.kind) },
    Column("direction", Words(vi: "Hướng", en: "Direction")) {
      .code($0.direction, $0.direction.words)
    },
    .count("introduced", Words(vi: "Giới thiệu", en: "Introduced")) { $0.introduced },
    .count("received", Words(vi: "Tiếp nhận", en: "Received")) { $0.received },
  ]
}

extension TransferCase {
  /// The last day for a reception that is still awaited, or was.
  fileprivate var dueDay: Day? {
    if case .day(let day) = due { day } else { nil }
  }

  fileprivate var yearWithoutList: Int? {
    if case .noList(let year) = due { year } else { nil }
  }

  /// Whether the reception came in time, or still may.
  fileprivate var timeWords: Words {
    let isReceived = transfer.receivedOn != nil
    return switch inTime {
    case .met where isReceived: Words(vi: "đúng hạn", en: "in time")
    case .met: Words(vi: "còn hạn", en: "still in time")
    case .unmet where isReceived: Words(vi: "trễ hạn", en: "late")
    case .unmet: Words(vi: "quá hạn", en: "overdue")
    case .unknown, .notApplicable: inTime.words
    }
  }

  /// Days until a reception is due, or a stay ends; negative once that day is past.
  fileprivate func daysLeft(on day: Day) -> Int? {
    switch state {
    case .overdue, .unknown, .introduced: dueDay.map { Int($0.number - day.number) }
    case .staying, .pastEnd: transfer.until.map { Int($0.number - day.number) }
    case .received, .ended, .overtaken: nil
    }
  }
}

extension TransferState {
  /// What people call it.
  fileprivate var words: Words {
    switch self {
    case .overdue: Words(vi: "quá hạn tiếp nhận", en: "overdue")
    case .unknown: Words(vi: "chưa tiếp nhận, chưa rõ hạn", en: "not received, term not known")
    case .introduced: Words(vi: "chưa tiếp nhận", en: "not yet received")
    case .pastEnd: Words(vi: "quá thời hạn tạm thời", en: "stay past its last day")
    case .staying: Words(vi: "đang sinh hoạt tạm thời", en: "staying")
    case .received: Words(vi: "đã tiếp nhận", en: "received")
    case .ended: Words(vi: "đã kết thúc tạm thời", en: "stay ended")
    case .overtaken: Words(vi: "không còn hiệu lực", en: "overtaken")
    }
  }

  /// What it means to the reader.
  fileprivate var tone: Tone {
    switch self {
    case .overdue, .pastEnd: .bad
    case .unknown: .unsure
    case .introduced, .staying, .received, .ended, .overtaken: .plain
    }
  }
}

extension TransferDirection {
  /// What people call it.
  fileprivate var words: Words {
    switch self {
    case .within: Words(vi: "trong đảng bộ", en: "within")
    case .arriving: Words(vi: "chuyển đến", en: "arriving")
    case .leaving: Words(vi: "chuyển đi", en: "leaving")
    }
  }
}
