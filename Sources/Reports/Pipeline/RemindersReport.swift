internal import Cadre
package import Office

/// What the next days bring, as people read it: `cadre reminders`.
package enum RemindersReport {
  /// The answer: one list, `reminders`.
  package static func answer(_ list: ReminderList) -> Answer {
    let overdue = list.rows.count { $0.reminder.isOverdue }
    let count = list.rows.count - overdue
    return Answer(
      list.standpoint,
      [
        Listing(
          "reminders", Words(vi: "Việc đến hạn", en: "Reminders"), list.rows, columns)
      ],
      summary: Words(
        vi: "\(count) việc đến hạn trong \(list.within) ngày, \(overdue) việc đã quá hạn",
        en: Words.counted(count, "reminder", "reminders")
          + " within \(Words.counted(list.within, "day", "days")), \(overdue) overdue"))
  }

  private static let columns: [Column<ReminderRow>] =
    days + [kind] + Column.who { $0.who } + Column.place { $0.place } + about
    + Column.basis { ($0.reminder.basis, $0.reminder.verified) }
    + [Column.evidence { $0.reminder.evidence }]

  private static let days: [Column<ReminderRow>] =
    [
      Column("day", Words(vi: "Ngày", en: "Day")) { .day($0.reminder.day) },
      Column("notBefore", Words(vi: "Không sớm hơn", en: "Not before"), in: [.csv, .json]) {
        .day($0.reminder.notBefore)
      },
      Column("latest", Words(vi: "Chậm nhất", en: "At the latest"), in: [.csv, .json]) {
        .day($0.reminder.latest)
      },
      .noList { $0.reminder.noListFor },
    ] + Column.overdue { $0.reminder.overdueState }

  private static let kind = Column<ReminderRow>("kind", Words(vi: "Việc", en: "What")) {
    .code($0.reminder.kind)
  }

  private static let about: [Column<ReminderRow>] = [
    Column("position", Words(vi: "Mã chức danh", en: "Post")) { .text($0.positionCode) },
    Column("title", Words(vi: "Chức danh", en: "Title"), in: [.csv, .json]) { .text($0.title) },
    Column("term", Words(vi: "Nhiệm kỳ", en: "Term"), in: [.csv, .json]) {
      .text($0.reminder.term?.description)
    },
    Column("detail", Words(vi: "Nội dung", en: "Detail")) { row in
      row.words.isEmpty ? .absent : .coded(row.reminder.detail.code, row.words)
    },
  ]
}

extension Reminder {
  /// Whether it is overdue; nil where a year on the way has no list and may have made it so.
  fileprivate var overdueState: Bool? { isOverdue ? true : isDoubtful ? nil : false }
}

extension ReminderRow {
  /// The detail, with what else people must know.
  fileprivate var words: Words {
    let term = reminder.term.map { Words(vi: "nhiệm kỳ \($0)", en: "term \($0)") } ?? .none
    let latest =
      reminder.latest.map {
        Words(vi: "chậm nhất \($0.month.forPeople)", en: "\($0.month.forPeople) at the latest")
      } ?? .none
    let open = Words.open(reminder.notBefore, reminder.noListFor)
    return .joined([reminder.detail.words, term, latest, open], by: ", ")
  }
}

extension ReminderDetail {
  /// What machines read: the codes, parted by a space.
  fileprivate var code: String {
    switch self {
    case .none: ""
    case .transfer(let kind): kind.name
    case .discipline(let system, let form): "\(system.name) \(form.name)"
    case .conclusion(let purpose): purpose.name
    case .round(let round): round
    case .years(let years): "\(years)"
    case .held(let isHeld): isHeld ? "held" : "planned"
    }
  }

  fileprivate var words: Words {
    switch self {
    case .none: .none
    case .transfer(let kind): kind.words.small
    case .discipline(let system, let form):
      form.words.small + Words(" (") + system.words.small + Words(")")
    case .conclusion(let purpose): purpose.words.small
    case .round(let round): Words(vi: "đợt \(round)", en: "round \(round)")
    case .years(let years): Words(vi: "\(years) năm tuổi Đảng", en: "\(years) years of Party age")
    case .held(let isHeld):
      isHeld
        ? Words(vi: "đang giữ chức", en: "holds the post")
        : Words(vi: "được quy hoạch", en: "planned for the post")
    }
  }
}
