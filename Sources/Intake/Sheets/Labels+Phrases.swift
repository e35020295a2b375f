package import Cadre

// Phrases of the free-text columns Căn cứ and Lý do that are known to mean a code; others are the
// code `other`, and the text itself goes to the vault.
extension Labels {
  /// Lý do of ra-khoi-dang.
  package static let endingGrounds: [(label: String, value: EndingGround)] =
    all(EndingGround.self) + [
      ("Sàng lọc", .screening), ("Rà soát, sàng lọc", .screening),
      ("Rà soát, sàng lọc theo Chỉ thị 28", .screening), ("Chỉ thị 28", .screening),
      ("Chỉ thị 28-CT/TW", .screening), ("Sàng lọc theo Chỉ thị 28-CT/TW", .screening),
      ("Bỏ sinh hoạt", .absentOrUnpaid), ("Bỏ sinh hoạt đảng", .absentOrUnpaid),
      ("Bỏ sinh hoạt ba tháng", .absentOrUnpaid), ("Bỏ sinh hoạt 3 tháng", .absentOrUnpaid),
      ("Không đóng đảng phí", .absentOrUnpaid), ("Không đóng đảng phí 3 tháng", .absentOrUnpaid),
      ("Bỏ sinh hoạt chi bộ hoặc không đóng đảng phí ba tháng trong năm", .absentOrUnpaid),
      ("Trả thẻ đảng viên", .cardHandedBack), ("Trả thẻ", .cardHandedBack),
      ("Tự ý trả thẻ", .cardHandedBack), ("Hủy thẻ đảng viên", .cardHandedBack),
      ("Không tiến bộ", .noProgress), ("Giúp đỡ 12 tháng không tiến bộ", .noProgress),
      ("Giáo dục, giúp đỡ không tiến bộ", .noProgress),
      ("Sau 12 tháng giáo dục, giúp đỡ không tiến bộ", .noProgress),
      ("Vi phạm tư cách", .breachOfStanding), ("Hai năm vi phạm tư cách", .breachOfStanding),
      ("Hai năm liền vi phạm tư cách đảng viên", .breachOfStanding),
      ("Không đủ tiêu chuẩn đảng viên", .standardsNotMet),
      ("Không bảo đảm tiêu chuẩn chính trị", .standardsNotMet),
      ("Không còn đủ tiêu chuẩn", .standardsNotMet),
      ("Không làm nhiệm vụ đảng viên", .abandoned),
      ("Xin ra khỏi Đảng", .askedToLeave), ("Tự nguyện xin ra", .askedToLeave),
      ("Mất đoàn kết", .disunity), ("Mất đoàn kết nội bộ", .disunity), ("Bè phái", .disunity),
      ("Tham nhũng", .corruption), ("Tham ô", .corruption), ("Nhận hối lộ", .corruption),
      ("Phạm tội rất nghiêm trọng", .seriousCrime),
      ("Bị phạt tù từ cải tạo không giam giữ trở lên", .seriousCrime),
      ("Sức khoẻ yếu", .illHealth), ("Ốm đau", .illHealth),
      ("Bệnh nặng", .illHealth), ("Do bệnh", .illHealth), ("Tuổi cao, sức yếu", .illHealth),
    ]

  /// Căn cứ of sang-loc.
  package static let screeningGrounds: [(label: String, value: ScreeningGround)] =
    all(ScreeningGround.self) + [
      ("2 năm liên tiếp không hoàn thành nhiệm vụ", .unfulfilledTwoYears),
      ("Hai năm liền không hoàn thành nhiệm vụ", .unfulfilledTwoYears),
      ("2 năm liền không hoàn thành nhiệm vụ", .unfulfilledTwoYears),
      ("Không hoàn thành nhiệm vụ hai năm liên tiếp", .unfulfilledTwoYears),
      ("Bị kỷ luật lần hai", .disciplinedAgain), ("Bị kỷ luật nhiều lần", .disciplinedAgain),
      ("Tái phạm", .disciplinedAgain), ("Bị kỷ luật hai lần", .disciplinedAgain),
      ("Suy thoái tư tưởng chính trị", .degradation), ("Suy thoái đạo đức", .degradation),
      ("Suy thoái về tư tưởng chính trị, đạo đức, lối sống", .degradation),
      ("Suy thoái tư tưởng chính trị, đạo đức, lối sống", .degradation),
      ("Vi phạm trách nhiệm nêu gương", .exampleBreached),
      ("Không nêu gương", .exampleBreached), ("Thiếu gương mẫu", .exampleBreached),
    ]

  /// Lý do of quy-hoach and bo-nhiem.
  package static let leavingReasons: [(label: String, value: LeavingReason)] =
    all(LeavingReason.self) + [
      ("Rà soát", .yearlyReview), ("Rà soát hàng năm", .yearlyReview),
      ("Rà soát, bổ sung quy hoạch", .yearlyReview), ("Rà soát quy hoạch", .yearlyReview),
      ("Quá tuổi quy hoạch", .overAge), ("Hết tuổi", .overAge), ("Không đủ tuổi", .overAge),
      ("Không còn đủ tuổi", .overAge), ("Quá tuổi bổ nhiệm", .overAge),
      ("Kỷ luật", .disciplined), ("Bị thi hành kỷ luật", .disciplined),
      ("Không đủ tiêu chuẩn, điều kiện", .standardsNotMet),
      ("Không còn đủ tiêu chuẩn", .standardsNotMet),
      ("Không đạt tiêu chuẩn chính trị", .standardsNotMet),
      ("Bổ nhiệm", .appointed), ("Đã bổ nhiệm", .appointed), ("Được bổ nhiệm", .appointed),
      ("Bổ nhiệm chức vụ khác", .appointed), ("Giữ chức vụ mới", .appointed),
      ("Chuyển đơn vị", .transferred), ("Luân chuyển", .transferred),
      ("Điều động", .transferred), ("Điều động, luân chuyển", .transferred),
      ("Chuyển sinh hoạt", .transferred), ("Thuyên chuyển", .transferred),
      ("Về hưu", .retired), ("Nghỉ hưu theo chế độ", .retired), ("Hưu trí", .retired),
      ("Đến tuổi nghỉ hưu", .retired), ("Nguyện vọng cá nhân", .ownWish),
      ("Xin thôi", .ownWish), ("Từ chức", .ownWish), ("Xin rút khỏi quy hoạch", .ownWish),
      ("Sáp nhập", .reorganised), ("Giải thể", .reorganised),
      ("Sắp xếp tổ chức", .reorganised), ("Sắp xếp bộ máy", .reorganised),
      ("Sắp xếp, tinh gọn bộ máy", .reorganised), ("Tinh gọn bộ máy", .reorganised),
    ]
}
