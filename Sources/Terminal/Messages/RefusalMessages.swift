internal import Cadre
internal import Intake
internal import Reports

/// What is said when the domain refuses an event: what its stream says instead.
enum RefusalMessages {
  /// The complaint about a single event that was to be recorded.
  static func complaint(_ refusal: Refusal, _ subject: String) -> Complaint {
    let words = words(refusal)
    let what =
      switch refusal {
      case .dependants, .mentioned, .foundation, .wholeImport, .testimony, .notInForce:
        Words(
          vi: "không rút được “\(subject)”: \(words.vietnamese).",
          en: "“\(subject)” cannot be retracted: \(words.english).")
      case .erased: Words("“\(subject)”: ") + words + Words(".")
      default:
        Words(
          vi: "không ghi được “\(subject)”: \(words.vietnamese).",
          en: "“\(subject)” cannot be recorded: \(words.english).")
      }
    return Complaint(.badData, what, remedy: RefusalRemedies.words(refusal))
  }

  /// Why, as a clause; without names, organisations and people are called by their numbers.
  static func words(_ refusal: Refusal) -> Words { words(refusal, nil) }

  /// Why, as a clause, with the codes and file numbers of an import.
  static func words(_ refusal: Refusal, _ names: ImportNames?) -> Words {
    switch refusal {
    case .conflict(let index): conflict(index)
    case .neverAdmitted:
      Words(vi: "ngày đó người này không phải là đảng viên", en: "they are no member on that day")
    case .alreadyMember:
      Words(vi: "ngày đó người này đã là đảng viên", en: "they are a member already on that day")
    case .notPlanned:
      Words(
        vi: "người này không ở trong quy hoạch chức danh và nhiệm kỳ đó",
        en: "they are not in planning for that post and term")
    case .notHolding:
      Words(vi: "người này không giữ chức danh đó", en: "they do not hold that post")
    case .noSuchDiscipline:
      Words(
        vi: "không có kỷ luật với hệ, số và ngày quyết định đó",
        en: "there is no discipline of that system, number and day")
    case .elsewhere(let organisation):
      elsewhere(names?.name(of: organisation) ?? "\(organisation.number)")
    case .noSuchTransfer:
      Words(
        vi: "không có giới thiệu chuyển sinh hoạt loại đó vào ngày đó",
        en: "no transfer of that kind was introduced on that day")
    case .receivedBeforeIntroduced:
      Words(
        vi: "ngày tiếp nhận trước ngày giới thiệu",
        en: "the reception is before the introduction")
    case .certificateHeld(let person):
      certificateHeld(names?.name(of: person) ?? "\(person.number)")
    case .numberHeld(let person):
      numberHeld(names?.name(of: person) ?? "\(person.number)")
    case .samePerson(let person): one(person, names)
    case .differentPeople(let person): two(person, names)
    case .alreadyGone, .cycle, .dependants, .mentioned, .foundation, .wholeImport, .testimony,
      .notInForce, .unknownStream, .erased:
      other(refusal)
    }
  }

  private static func other(_ refusal: Refusal) -> Words {
    switch refusal {
    case .alreadyGone:
      Words(
        vi: "ngày đó tổ chức không còn", en: "the organisation is gone already on that day")
    case .cycle:
      Words(vi: "tổ chức sẽ trực thuộc chính nó", en: "it would stand under itself")
    case .dependants(let indexes):
      Words(
        vi: "các sự kiện khác dựa vào nó: \(list(indexes))",
        en: "other events rest on it: \(list(indexes))")
    case .mentioned(let indexes):
      Words(
        vi: "các sự kiện của luồng khác nhắc đến nó: \(list(indexes))",
        en: "events of other streams speak of it: \(list(indexes))")
    case .foundation:
      Words(
        vi: "sổ không thể thiếu nó (nguồn gốc, hoặc bộ quy tắc duy nhất)",
        en: "the ledger cannot be without it (its origin, or its only rule set)")
    case .wholeImport:
      Words(
        vi: "đó là việc nhận một bảng; bảng được rút cùng cả lần nhập",
        en: "it is the receipt of a sheet, which is taken back with its whole import")
    case .testimony:
      Words(
        vi: "sổ tự ghi điều đó về chính mình (công bố, niêm phong, đối chiếu)",
        en: "the ledger says it of itself (what was published, sealed or found)")
    case .notInForce:
      Words(
        vi: "sự kiện đó không có hoặc không còn hiệu lực",
        en: "that event is not there or does not count any more")
    case .erased:
      Words(
        vi: "dữ liệu cá nhân của người này đã được xóa theo quy định",
        en: "this person's data were erased lawfully")
    default:
      Words(vi: "chưa có gì được ghi cho đối tượng đó", en: "nothing is recorded of it yet")
    }
  }

  private static func conflict(_ index: LogIndex?) -> Words {
    guard let index else {
      return Words(
        vi: "một dòng trước đó nói khác", en: "an earlier row says otherwise")
    }
    return Words(
      vi: "sự kiện \(index.number) đã ghi nội dung khác",
      en: "event \(index.number) says otherwise")
  }

  private static func elsewhere(_ organisation: String) -> Words {
    Words(
      vi: "ngày đó người này ở tổ chức \(organisation)",
      en: "on that day they are in organisation \(organisation)")
  }

  private static func certificateHeld(_ person: String) -> Words {
    Words(
      vi: "văn bằng này là của người có hồ sơ \(person)",
      en: "person \(person) holds that certificate")
  }

  private static func numberHeld(_ person: String) -> Words {
    Words(
      vi: "số này là của người có hồ sơ \(person)", en: "person \(person) has that number")
  }

  private static func one(_ person: PersonNumber, _ names: ImportNames?) -> Words {
    let name = names?.name(of: person) ?? "\(person.number)"
    return Words(
      vi: "sổ đã ghi người này và hồ sơ \(name) là cùng một người",
      en: "the ledger says that this and person \(name) are one person")
  }

  private static func two(_ person: PersonNumber, _ names: ImportNames?) -> Words {
    let name = names?.name(of: person) ?? "\(person.number)"
    return Words(
      vi: "sổ đã ghi người này và hồ sơ \(name) không phải cùng một người",
      en: "the ledger says that this and person \(name) are different people")
  }

  private static func list(_ indexes: [LogIndex]) -> String {
    indexes.map { String($0.number) }.joined(separator: ", ")
  }
}
