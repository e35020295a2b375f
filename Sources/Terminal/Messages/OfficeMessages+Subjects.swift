internal import Cadre
internal import Office
internal import Reports

extension OfficeMessages {
  static func unknownPerson(_ text: String) -> Complaint {
    switch PersonReference(text) {
    case .file(let number): unknownFile(number)
    case .number: unknownNumber(text)
    }
  }

  private static func unknownNumber(_ text: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có người nào là \(text) trong phần sổ được hỏi.",
        en: "nobody is \(text) in what was asked."),
      remedy: Words(
        vi: "Số của một người là cột “person” của “-O json”.",
        en: "A person's number is the column “person” of “-O json”."))
  }

  private static func unknownFile(_ number: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có hồ sơ “\(number)” trong phần sổ được hỏi.",
        en: "no person has the file number “\(number)” in what was asked."),
      remedy: Words(
        vi: "Tìm mã hồ sơ bằng “cadre find”.", en: "Find the number with “cadre find”."))
  }

  static func erasedPerson(_ number: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "dữ liệu cá nhân của hồ sơ “\(number)” đã được xóa theo quy định.",
        en: "the personal data of file number “\(number)” were erased lawfully."),
      remedy: Words(
        vi: "Sự kiện vẫn còn, theo số: xem “cadre log --type PersonErased”.",
        en: "The events stay, by number: see “cadre log --type PersonErased”."))
  }

  static func unknownPosition(_ code: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có chức danh “\(code)” trong phần sổ được hỏi.",
        en: "no post has the code “\(code)” in what was asked."),
      remedy: Words(
        vi:
          "Xem các mã chức danh trong bảng chuc-danh hoặc bằng “cadre log --type PositionDefined”.",
        en: "See the sheet chuc-danh, or “cadre log --type PositionDefined”."))
  }

  static func unknownOrganisation(_ code: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có tổ chức “\(code)” trong phần sổ được hỏi.",
        en: "no organisation has the code “\(code)” in what was asked."),
      remedy: Words(
        vi: "Xem các mã tổ chức trong bảng to-chuc hoặc bằng “cadre log --type "
          + "OrganisationEstablished”.",
        en: "See the sheet to-chuc, or “cadre log --type OrganisationEstablished”."))
  }

  static func unknownPeriod(_ text: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "“\(text)” không phải là năm, quý hay nhiệm kỳ.",
        en: "“\(text)” is no year, quarter or term."),
      remedy: Words(
        vi: "Viết --period 2021, 2021-Q3, hoặc một nhiệm kỳ của bộ quy tắc như 2020-2025.",
        en: "Write --period 2021, 2021-Q3, or a term of the rule set such as 2020-2025."))
  }

  static func unknownRules(_ id: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "chưa thông qua bộ quy tắc “\(id)” nào.", en: "no rule set “\(id)” was adopted."),
      remedy: Words(
        vi: "“cadre rules list” liệt kê các bộ quy tắc.",
        en: "“cadre rules list” lists the rule sets."))
  }

  static func badRules(_ file: String, _ how: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "không đọc được bộ quy tắc “\(file)”: \(how).",
        en: "the rule set “\(file)” cannot be read: \(how)."),
      remedy: Words(
        vi: "Sửa tệp rồi chạy lại.", en: "Mend the file, then run this again."))
  }

  static func rulesTaken(_ id: String, _ index: LogIndex?) -> Complaint {
    let place = index.map { " (\($0.number))" } ?? ""
    return Complaint(
      .badData,
      Words(
        vi: "mã “\(id)” đã là của một bộ quy tắc khác trong sổ\(place).",
        en: "the id “\(id)” is that of another rule set in the ledger already\(place)."),
      remedy: Words(
        vi: "Đặt mã khác cho bộ mới (“id” trong tệp) rồi chạy lại; không có gì được ghi.",
        en: "Give the new set another id (“id” in the file), then run this again; nothing was "
          + "recorded."))
  }

  static func noRules(_ folder: String) -> Complaint {
    Complaint(
      .configuration,
      Words(
        vi: "phần sổ được hỏi (“\(folder)”) chưa có bộ quy tắc.",
        en: "no rule set was adopted yet in what was asked (“\(folder)”)."),
      remedy: Words(
        vi: "Hỏi với --known lớn hơn, hoặc nêu --rules.",
        en: "Ask with a larger --known, or name one with --rules."))
  }

  static func noSuchEvent(_ index: String, size: UInt64) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có sự kiện \(index): sổ có \(size) sự kiện.",
        en: "there is no event \(index): the log has \(size)."),
      remedy: size == 0
        ? nil
        : Words(
          vi: "Chọn một số từ 0 đến \(size - 1).", en: "Choose one from 0 to \(size - 1)."))
  }

  static func notAnImport(_ index: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "sự kiện \(index) không phải là việc nhận bảng của một lần nhập.",
        en: "event \(index) is not the receipt of a sheet by an import."),
      remedy: Words(
        vi: "Các lần nhập: cadre log --type SheetReceived",
        en: "The imports: cadre log --type SheetReceived"))
  }

  static func shorterThanKnown(_ known: String, size: UInt64) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "--known \(known): sổ mới có \(size) sự kiện.",
        en: "--known \(known): the log has only \(size) events."),
      remedy: Words(vi: "Chọn một số từ 0 đến \(size).", en: "Choose one from 0 to \(size)."))
  }

  static func badCheckpoint(_ file: String, _ flaw: CheckpointFlaw) -> Complaint {
    let how =
      switch flaw {
      case .byteOrderMark:
        Words(
          vi: "có dấu BOM ở đầu: một trình soạn thảo đã lưu lại tệp",
          en: "it begins with a byte order mark: an editor saved it again")
      case .carriageReturn:
        Words(
          vi: "dòng kết thúc bằng CR LF: một trình soạn thảo đã lưu lại tệp",
          en: "its lines end with CR LF: an editor saved it again")
      case .tooLong(let bytes):
        Words(vi: "có \(bytes) byte", en: "it has \(bytes) bytes")
      case .line(let line):
        Words(vi: "sai ở dòng \(line)", en: "line \(line) is wrong")
      }
    return Complaint(
      .badData,
      Words(
        vi: "“\(file)” không phải là một điểm kiểm soát như đã in ra (\(how[.vietnamese])).",
        en: "“\(file)” is not a checkpoint as it was written (\(how[.english]))."),
      remedy: Words(
        vi: "Đưa vào đúng tệp mà “cadre checkpoint” đã in ra, không lưu lại bằng trình khác.",
        en: "Give the file exactly as “cadre checkpoint” wrote it, not saved again by an editor."))
  }

  static func limit(_ what: String, _ which: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "vượt giới hạn (“\(what)”): \(which).", en: "a limit is exceeded (“\(what)”): \(which)."
      ),
      remedy: Words(
        vi: "Rút ngắn giá trị rồi chạy lại; không có gì được ghi.",
        en: "Shorten the value, then run this again; nothing was recorded."))
  }
}
