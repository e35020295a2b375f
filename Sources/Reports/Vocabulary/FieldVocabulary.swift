package import Cadre

/// What people call the fields of events and their values.
package enum FieldVocabulary {
  /// The words for a field; its own name where it has none.
  package static func name(_ field: String) -> Words { fields[field] ?? Words(field) }

  /// The words for a field of an event of that type: organisations are named unlike people.
  package static func name(_ field: String, of type: EventType) -> Words {
    field == "name" && type.streamKind == 1
      ? Words(vi: "tên tổ chức", en: "organisation's name") : name(field)
  }

  /// The words for a value: days as people write them, codes as the sheets call them.
  package static func value(_ value: FieldValue) -> Words {
    switch value {
    case .day(let day): Words(day.forPeople)
    case .days(let days): Words(days.map(\.forPeople).joined(separator: ", "))
    case .period(.month(let month)): Words(month.forPeople)
    case .birth(let birth): Words(birth.forPeople)
    case .code(let name): codes[name] ?? Words(name)
    case .hundredths(let number):
      Words(vi: decimal(number, mark: ","), en: decimal(number, mark: "."))
    case .text, .period(.year), .integer, .integers, .organisation, .position, .person, .term,
      .index, .size, .digest:
      Words(value.text(ReferenceNames()))
    }
  }

  /// The codes that stand in sheets, by name; one name means the same wherever it stands.
  private static let codes: [String: Words] = {
    var codes: [String: Words] = [:]
    func put<C: Code & Labelled>(_ list: C.Type) {
      for code in list.allCases { codes[code.name] = code.words }
    }
    put(OrganisationKind.self)
    put(Sector.self)
    put(ActivityKind.self)
    put(Grade.self)
    put(Line.self)
    put(PositionClass.self)
    put(Sex.self)
    put(Degree.self)
    put(Introducer.self)
    put(Course.self)
    put(AdmissionKind.self)
    put(EndingKind.self)
    put(EndingGround.self)
    put(ScreeningOutcome.self)
    put(ScreeningGround.self)
    put(DisciplineSystem.self)
    put(DisciplineForm.self)
    put(DeclarationKind.self)
    put(TheoryLevel.self)
    put(TheoryProof.self)
    put(ConclusionPurpose.self)
    put(ConclusionResult.self)
    put(AppointmentKind.self)
    put(LeavingReason.self)
    put(TransferKind.self)
    return codes
  }()

  private static let fields: [String: Words] = [
    "announcedOn": Words(vi: "ngày công bố", en: "announced on"),
    "authority": Words(vi: "cơ quan quyết định", en: "authority"),
    "birth": Words(vi: "ngày sinh", en: "birth"),
    "by": Words(vi: "nguồn giới thiệu", en: "introduced by"),
    "cardNumber": Words(vi: "số thẻ đảng viên", en: "card number"),
    "cell": Words(vi: "chi bộ", en: "cell"),
    "cellVotedOn": Words(vi: "ngày chi bộ xét", en: "cell voted on"),
    "ceremonyOn": Words(vi: "ngày lễ kết nạp", en: "ceremony on"),
    "certificate": Words(vi: "số hiệu", en: "certificate"),
    "citizenNumber": Words(vi: "số CCCD", en: "citizen number"),
    "class": Words(vi: "cấp chức danh", en: "class"),
    "code": Words(vi: "mã", en: "code"),
    "course": Words(vi: "lớp bồi dưỡng", en: "course"),
    "day": Words(vi: "ngày", en: "day"),
    "decidedBy": Words(vi: "cấp quyết định", en: "decided by"),
    "decidedOn": Words(vi: "ngày quyết định", en: "decided on"),
    "document.date": Words(vi: "ngày văn bản", en: "document's date"),
    "document.number": Words(vi: "số văn bản", en: "document's number"),
    "dossierReceivedOn": Words(vi: "ngày nhận hồ sơ", en: "dossier received on"),
    "ethnicity": Words(vi: "dân tộc", en: "ethnicity"),
    "fileNumber": Words(vi: "mã hồ sơ", en: "file number"),
    "form": Words(vi: "hình thức", en: "form"),
    "from": Words(vi: "từ tổ chức", en: "from"),
    "grade": Words(vi: "mức xếp loại", en: "grade"),
    "ground": Words(vi: "căn cứ", en: "ground"),
    "how": Words(vi: "cách kết thúc", en: "how"),
    "into": Words(vi: "vào tổ chức", en: "into"),
    "introducedOn": Words(vi: "ngày giới thiệu", en: "introduced on"),
    "issued": Words(vi: "ngày cấp", en: "issued"),
    "issuedOn": Words(vi: "ngày cấp", en: "issued on"),
    "kind": Words(vi: "loại", en: "kind"),
    "level": Words(vi: "trình độ", en: "level"),
    "line": Words(vi: "ngạch", en: "line"),
    "members": Words(vi: "số đảng viên", en: "members"),
    "name": Words(vi: "họ và tên", en: "name"),
    "number": Words(vi: "số", en: "number"),
    "on": Words(vi: "ngày hiệu lực", en: "effective on"),
    "organisation": Words(vi: "tổ chức", en: "organisation"),
    "outcome": Words(vi: "kết quả", en: "outcome"),
    "parent": Words(vi: "trực thuộc", en: "parent"),
    "percent": Words(vi: "kết quả (%)", en: "percent"),
    "period": Words(vi: "kỳ", en: "period"),
    "position": Words(vi: "chức danh", en: "post"),
    "probationers": Words(vi: "số dự bị", en: "probationers"),
    "proof": Words(vi: "loại văn bằng", en: "proof"),
    "purpose": Words(vi: "mục đích", en: "purpose"),
    "reason": Words(vi: "lý do", en: "reason"),
    "receiver": Words(vi: "nơi nhận", en: "receiver"),
    "remark": Words(vi: "ghi chú", en: "remark"),
    "remedialMonths": Words(vi: "thời hạn giúp đỡ (tháng)", en: "remedial months"),
    "result": Words(vi: "kết quả", en: "result"),
    "round": Words(vi: "đợt", en: "round"),
    "school": Words(vi: "cơ sở đào tạo", en: "school"),
    "score": Words(vi: "điểm thi", en: "score"),
    "seats": Words(vi: "số lượng", en: "seats"),
    "sector": Words(vi: "khối", en: "sector"),
    "sex": Words(vi: "giới tính", en: "sex"),
    "startsOn": Words(vi: "ngày bắt đầu", en: "starts on"),
    "system": Words(vi: "hệ", en: "system"),
    "term": Words(vi: "nhiệm kỳ", en: "term"),
    "title": Words(vi: "tên chức danh", en: "title"),
    "to": Words(vi: "đến tổ chức", en: "to"),
    "until": Words(vi: "đến ngày", en: "until"),
    "year": Words(vi: "năm", en: "year"),
  ]
}
