/// The columns of the sheets, by what they hold; a column of the same header means the same in
/// every sheet that has it.
package enum Column: UInt8, CaseIterable, Hashable, Sendable {
  // organisations and posts
  case organisationCode, organisationName, organisationKind, sector, parent, establishedOn
  case decisionNumber, decidedOn
  case positionCode, title, organisation, positionClass, line, seats, decidedBy
  // people
  case fileNumber, fullName, birth, sex, ethnicity, citizenNumber, degree
  // admission
  case kind, prospectCertificate, prospectCertificateOn, score, cellVotedOn, ceremonyOn, cell
  case newMemberCertificate, newMemberCertificateOn, recognitionNumber, recognisedOn, cardNumber
  case introducedBy
  // quality and pipeline
  case level, proof, school, certificate, issuedOn
  case round, day, outcome, ground, remedialMonths, documentNumber
  case form, reason, effectiveOn
  case year, grade
  case system, announcedOn, annulmentNumber, annulledOn
  case purpose, conclusionNumber, concludedOn
  case term, action, dossierReceivedOn
  case declaredOn, declarationKind
  // transfers and activities
  case from, to, introducedOn, receivedOn, until
  case counterpart, handedOverOn, members, probationers
  case activity, period, percent, note
  // completeness
  case sheet, completeUntil

  /// The header as the offices write it.
  package var header: String { Column.headers[Int(rawValue)] }

  /// In the order of the cases.
  private static let headers = [
    "Mã tổ chức", "Tên tổ chức", "Loại hình", "Khối", "Trực thuộc", "Ngày thành lập",
    "Số quyết định", "Ngày quyết định",
    "Mã chức danh", "Tên chức danh", "Tổ chức", "Cấp chức danh", "Ngạch", "Số lượng",
    "Cấp quyết định",
    "Mã hồ sơ", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD",
    "Trình độ chuyên môn",
    "Loại", "Số GCN bồi dưỡng nhận thức", "Ngày cấp GCN", "Điểm thi", "Ngày chi bộ xét",
    "Ngày lễ kết nạp", "Chi bộ",
    "Số GCN đảng viên mới", "Ngày cấp GCN đảng viên mới", "Số QĐ công nhận", "Ngày QĐ công nhận",
    "Số thẻ đảng viên",
    "Nguồn giới thiệu",
    "Trình độ", "Loại văn bằng", "Cơ sở đào tạo", "Số hiệu", "Ngày cấp",
    "Đợt", "Ngày", "Kết quả", "Căn cứ", "Thời hạn giúp đỡ (tháng)", "Số văn bản",
    "Hình thức", "Lý do", "Ngày hiệu lực",
    "Năm", "Mức xếp loại",
    "Hệ", "Ngày công bố", "Số QĐ hủy bỏ", "Ngày QĐ hủy bỏ",
    "Mục đích", "Số kết luận", "Ngày kết luận",
    "Nhiệm kỳ", "Thao tác", "Ngày nhận hồ sơ",
    "Ngày kê khai", "Loại kê khai",
    "Từ tổ chức", "Đến tổ chức", "Ngày giới thiệu", "Ngày tiếp nhận", "Đến ngày",
    "Đến", "Ngày bàn giao", "Số đảng viên", "Trong đó dự bị",
    "Nội dung", "Kỳ", "Kết quả (%)", "Ghi chú",
    "Bảng", "Đầy đủ đến ngày",
  ]
}
