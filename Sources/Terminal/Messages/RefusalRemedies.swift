internal import Cadre
internal import Reports

/// What to do about what the domain refuses: a sentence each.
enum RefusalRemedies {
  /// The sentence for a single event or a row that was to be recorded.
  static func words(_ refusal: Refusal) -> Words {
    switch refusal {
    case .conflict(.some(let index)):
      Words(
        vi: "Nếu sự kiện cũ sai: cadre retract \(index.number) --reason typingError",
        en: "If what is recorded is wrong: cadre retract \(index.number) --reason typingError")
    case .conflict(nil):
      Words(
        vi: "Dòng đầu được giữ; bỏ một trong hai dòng.",
        en: "The first row stands; remove one of the two.")
    case .wholeImport:
      Words(
        vi: "Dùng “cadre retract --import SỐ --reason …”; thêm --dry-run để xem trước.",
        en: "Use “cadre retract --import INDEX --reason …”; --dry-run shows it first.")
    case .testimony:
      Words(
        vi: "Không rút được; nếu sai thì công bố, niêm phong hay đối chiếu lại.",
        en: "It stays; if it is wrong, publish, seal or rebuild again.")
    case .foundation:
      Words(
        vi: "Không cần rút; mỗi sổ giữ sự kiện này.",
        en: "There is nothing to do; every ledger keeps it.")
    case .mentioned:
      Words(
        vi: "Rút các sự kiện đó trước, hoặc sửa bằng cadre import --correct.",
        en: "Retract those first, or mend it with cadre import --correct.")
    case .dependants:
      Words(
        vi: "Thêm --with-dependants để rút cả chúng.",
        en: "Add --with-dependants to retract them too.")
    case .notInForce:
      Words(
        vi: "Xem các sự kiện của đối tượng bằng “cadre log --stream”.",
        en: "See what is recorded with “cadre log --stream”.")
    case .unknownStream:
      Words(
        vi: "Lập tổ chức, chức danh hoặc hồ sơ trước (to-chuc, chuc-danh, nhan-su).",
        en: "Record the organisation, post or person first (to-chuc, chuc-danh, nhan-su).")
    case .alreadyGone:
      Words(
        vi: "Sửa ngày, hoặc dùng tổ chức kế tiếp (chuyen-to-chuc).",
        en: "Mend the day, or name the organisation that came after (chuyen-to-chuc).")
    case .erased:
      Words(
        vi: "Không ghi hoặc rút gì thêm về người này.",
        en: "Nothing more is recorded of them, and nothing retracted.")
    case .cycle:
      Words(
        vi: "Chọn tổ chức cấp trên khác.", en: "Name another organisation above it.")
    case .neverAdmitted, .alreadyMember, .notPlanned, .notHolding, .noSuchDiscipline, .elsewhere,
      .noSuchTransfer, .receivedBeforeIntroduced, .certificateHeld, .numberHeld,
      .samePerson, .differentPeople:
      ofPerson(refusal)
    }
  }

  private static func ofPerson(_ refusal: Refusal) -> Words {
    switch refusal {
    case .neverAdmitted:
      Words(
        vi: "Sửa ngày, hoặc ghi việc kết nạp trước (ket-nap).",
        en: "Mend the day, or record the admission first (ket-nap).")
    case .alreadyMember:
      Words(
        vi: "Sửa ngày, hoặc ghi việc ra khỏi Đảng trước (ra-khoi-dang).",
        en: "Mend the day, or record first how the membership ended (ra-khoi-dang).")
    case .notPlanned:
      Words(
        vi: "Sửa chức danh, nhiệm kỳ hoặc ngày, hoặc ghi dòng “Đưa vào” trước (quy-hoach).",
        en: "Mend the post, the term or the day, or record “Đưa vào” first (quy-hoach).")
    case .notHolding:
      Words(
        vi: "Sửa chức danh hoặc ngày, hoặc ghi việc bổ nhiệm trước (bo-nhiem).",
        en: "Mend the post or the day, or record the appointment first (bo-nhiem).")
    case .noSuchDiscipline:
      Words(
        vi: "Sửa theo quyết định kỷ luật đã ghi, hoặc ghi quyết định đó trước (ky-luat).",
        en: "Mend it after the discipline recorded, or record that first (ky-luat).")
    case .elsewhere:
      Words(
        vi: "Sửa tổ chức hoặc ngày, hoặc ghi lần chuyển trước đó (chuyen-sinh-hoat).",
        en: "Mend the organisation or the day, or record the earlier transfer (chuyen-sinh-hoat).")
    case .noSuchTransfer:
      Words(
        vi: "Sửa loại hoặc ngày giới thiệu, hoặc ghi việc giới thiệu trước (chuyen-sinh-hoat).",
        en: "Mend the kind or the day, or record the introduction first (chuyen-sinh-hoat).")
    case .samePerson, .differentPeople:
      Words(
        vi: "Nếu điều đã ghi sai: rút cả hai sự kiện đó, mỗi hồ sơ một sự kiện (cadre log, "
          + "cadre retract).",
        en: "If what is recorded is wrong, retract both events, one in each file (cadre log, "
          + "cadre retract).")
    case .receivedBeforeIntroduced:
      Words(vi: "Sửa một trong hai ngày.", en: "Mend one of the two days.")
    case .certificateHeld:
      Words(
        vi: "Kiểm tra số hiệu và người được cấp.", en: "Check the number and whose it is.")
    default:
      Words(
        vi: "Kiểm tra số này và mã hồ sơ; một người chỉ có một mã hồ sơ.",
        en: "Check the number and the file number; one person has one file.")
    }
  }
}
