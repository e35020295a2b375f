internal import Cadre
internal import Office

/// What decisions made of organisations, as people read it.
enum ReorganisationReport {
  static let columns: [Column<ReorganisationRow>] =
    decision + subject
    + [
      .count("members", Words(vi: "Đảng viên theo quyết định", en: "Members as decided")) {
        $0.change.headcount.members
      },
      .count(
        "probationers", Words(vi: "Dự bị theo quyết định", en: "Probationers as decided")
      ) { $0.change.headcount.probationers },
      .count("countedMembers", Words(vi: "Đảng viên theo sổ", en: "Members counted")) {
        $0.counted.members
      },
      .count("countedProbationers", Words(vi: "Dự bị theo sổ", en: "Probationers counted")) {
        $0.counted.probationers
      },
      .count(
        "countedProspects", Words(vi: "Quần chúng ưu tú theo sổ", en: "Prospects counted"),
        in: [.csv, .json]
      ) { $0.counted.prospects },
      Column("event", Words(vi: "Sự kiện", en: "Event"), in: [.csv, .json]) {
        .index($0.change.index)
      },
    ]

  private static let decision: [Column<ReorganisationRow>] = [
    Column("day", Words(vi: "Ngày", en: "Day"), wraps: false) { .known($0.change.on) },
    Column("change", Words(vi: "Thay đổi", en: "Change")) {
      .code($0.change.kind, $0.change.kind.words)
    },
    Column("state", Words(vi: "Tình trạng", en: "State")) { row in
      row.holds
        ? .coded("done", Words(vi: "đã thực hiện", en: "done"))
        : .coded("decided", Words(vi: "đã quyết định, chưa đến ngày", en: "decided, not yet due"))
    },
    Column("decision", Words(vi: "Số quyết định", en: "Decision"), wraps: false) {
      .text($0.change.document?.number)
    },
    Column("decidedOn", Words(vi: "Ngày quyết định", en: "Decided"), wraps: false) {
      .day($0.change.document?.date)
    },
  ]

  private static let subject: [Column<ReorganisationRow>] = [
    .organisation("organisation", Words(vi: "Mã tổ chức", en: "Code")) { $0.name },
    .organisationName("organisationName", Words(vi: "Tên tổ chức", en: "Name")) { $0.name },
    .organisation("from", Words(vi: "Từ", en: "From")) { $0.from },
    .organisationName("fromName", Words(vi: "Tên nơi đi", en: "From, name"), in: [.csv, .json]) {
      $0.from
    },
    .organisation("to", Words(vi: "Đến", en: "To")) { $0.to },
    .organisationName("toName", Words(vi: "Tên nơi đến", en: "To, name"), in: [.csv, .json]) {
      $0.to
    },
  ]
}

extension ReorganisationKind {
  /// What people call it.
  var words: Words {
    switch self {
    case .handedOver: Words(vi: "chuyển giao", en: "handed over")
    case .received: Words(vi: "tiếp nhận", en: "received")
    case .merged: Words(vi: "sáp nhập", en: "merged")
    case .dissolved: Words(vi: "giải thể", en: "dissolved")
    case .reparented: Words(vi: "chuyển trực thuộc", en: "re-parented")
    case .renamed: Words(vi: "đổi tên", en: "renamed")
    case .amended: Words(vi: "sửa thông tin", en: "amended")
    }
  }
}
