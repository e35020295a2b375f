internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let export = Subcommand(
    "export", "DIR [--tiles] [--entries] [--identify]", operands: 1...1,
    options: [
      OptionSpecification(
        "--tiles", nil,
        Words(
          vi: "chỉ các ô băm của cây (C2SP tlog-tiles), không có nội dung",
          en: "the tiles of the tree instead (C2SP tlog-tiles): hashes, no contents")),
      OptionSpecification(
        "--entries", nil,
        Words(
          vi: "cùng --tiles: cả gói sự kiện, tức toàn bộ nội dung của sổ",
          en: "with --tiles: also the bundles of entries, which are all the log holds")),
      OptionSpecification(
        "--identify", nil,
        Words(
          vi: "cả hồ sơ kín: họ tên, ngày sinh và các số của mọi người",
          en: "also the private records: everyone's name, birth and numbers")),
    ],
    families: [.ledger],
    summary: Words(
      vi: "xuất mọi sự kiện đúng từng byte, để kiểm tra ở nơi khác",
      en: "write out every event byte by byte, to be checked elsewhere"),
    details: Words(
      vi: "DIR chưa có hoặc rỗng. Sự kiện không có họ tên nhưng có ngày tháng, chức vụ, xếp loại, "
        + "kỷ luật của từng người: hãy giữ như dữ liệu nhạy cảm.",
      en: "DIR is new or empty. Events name nobody, but hold dates, posts, ratings and disciplines "
        + "of numbered people: keep them as sensitive data."),
    run: ExportCommand.run)
}

/// `cadre export`.
enum ExportCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    let withTiles = arguments.has("--tiles")
    let withEntries = arguments.has("--entries")
    let withRecords = arguments.has("--identify")
    if withEntries && !withTiles { throw UsageMessages.needs("--entries", "--tiles") }
    if withRecords && withTiles { throw UsageMessages.excludes("--identify", "--tiles") }
    let ledger = try invocation.open(.read)
    let folder = try ExportFolder(arguments.operands[0])
    do throws(Complaint) {
      let checkpoint =
        withTiles
        ? try tiles(of: ledger, to: folder, withEntries: withEntries)
        : try events(of: ledger, to: folder, withRecords: withRecords, invocation)
      try folder.write(Array(checkpoint.utf8), to: "checkpoint")
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
    invocation.remark(contents(arguments.operands[0], withTiles, withEntries, withRecords))
    return .done
  }

  private static func events(
    of ledger: Ledger, to folder: ExportFolder, withRecords: Bool, _ invocation: Invocation
  ) throws(Complaint) -> String {
    let appearance = invocation.appearance(toFile: true)
    var events = try ExportLines(folder.path(of: "events.ndjson"), appearance)
    var records: ExportLines?
    if withRecords { records = try ExportLines(folder.path(of: "private.ndjson"), appearance) }
    let checkpoint = try ComplaintPassage.through { (passage) throws(OfficeError) in
      try ledger.export(
        event: { (event, names) throws(OfficeError) in
          try passage.pass { () throws(Complaint) in
            try events.add(ExportedRow(event, names), LogReport.exported)
          }
        },
        record: !withRecords
          ? nil
          : { (record) throws(OfficeError) in
            try passage.pass { () throws(Complaint) in
              try records?.add(record, LogReport.exportedRecord)
            }
          })
    }
    try events.finish()
    try records?.finish()
    return checkpoint
  }

  private static func tiles(
    of ledger: Ledger, to folder: ExportFolder, withEntries: Bool
  ) throws(Complaint) -> String {
    try ComplaintPassage.through { (passage) throws(OfficeError) in
      try ledger.tiles(withEntries: withEntries) { (path, bytes) throws(OfficeError) in
        try passage.pass { () throws(Complaint) in try folder.write(bytes, to: path) }
      }
    }
  }

  private static func contents(
    _ folder: String, _ tiles: Bool, _ entries: Bool, _ records: Bool
  ) -> Words {
    if records {
      return Words(
        vi: "“\(folder)” có mọi sự kiện và hồ sơ kín của mọi người: đây là dữ liệu cá nhân",
        en: "“\(folder)” holds every event and everyone's private records: personal data")
    }
    if tiles && !entries {
      return Words(
        vi: "“\(folder)” chỉ có các giá trị băm", en: "“\(folder)” holds hashes only")
    }
    return Words(
      vi: "“\(folder)” có mọi sự kiện, không có họ tên; hãy giữ như dữ liệu nhạy cảm",
      en: "“\(folder)” holds every event, and no names; keep it as sensitive data")
  }
}
