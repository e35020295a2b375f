/// What a code is called where people read it, in both languages.
///
/// The Vietnamese words are those of the offices' sheets, so the same table reads and writes
/// them; machines read `Code.name` instead.
package protocol Labelled {
  /// The words in both languages.
  var words: Words { get }

  /// Other ways in which offices write it: abbreviations, shorter words. One that several values
  /// of a list have is ambiguous and taken for none of them.
  var abbreviations: [String] { get }
}

/// A short text in both languages of the ledger.
package struct Words: Hashable, Sendable {
  package let vietnamese: String
  package let english: String

  package init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }
}

extension Labelled {
  /// None, unless a list says some.
  package var abbreviations: [String] { [] }

  /// What Vietnamese readers call it.
  package var vietnamese: String { words.vietnamese }

  /// What English readers call it.
  package var english: String { words.english }
}

extension OrganisationKind: Labelled {
  package var words: Words {
    switch self {
    case .superior: Words("Đảng bộ cấp trên cơ sở", "superior committee")
    case .grassrootsCommittee: Words("Đảng bộ cơ sở", "grassroots committee")
    case .grassrootsCell: Words("Chi bộ cơ sở", "grassroots cell")
    case .subCommittee: Words("Đảng bộ bộ phận", "sub-committee")
    case .cell: Words("Chi bộ trực thuộc", "cell")
    case .external: Words("Tổ chức ngoài sổ", "outside this ledger")
    }
  }
}

extension Sector: Labelled {
  package var words: Words {
    switch self {
    case .agency: Words("Cơ quan", "agency")
    case .publicUnit: Words("Đơn vị sự nghiệp", "public unit")
    case .enterprise: Words("Doanh nghiệp", "enterprise")
    }
  }
}

extension ActivityKind: Labelled {
  package var words: Words {
    switch self {
    case .inspectionPlan: Words("Kế hoạch kiểm tra, giám sát", "inspection plan")
    case .article: Words("Bài viết tuyên truyền", "article")
    case .modelCell: Words("Chi bộ mẫu", "model cell")
    case .inspection: Words("Kiểm tra", "inspection")
    case .themedSupervision: Words("Giám sát chuyên đề", "themed supervision")
    case .articleThirtyTwo: Words("Kiểm tra theo Điều 32", "inspection under article 32")
    case .committeeRefresher: Words("Bồi dưỡng cấp ủy viên", "refresher for committee members")
    case .inspectionTraining: Words("Tập huấn công tác kiểm tra", "training in inspection")
    }
  }
}

extension Grade: Labelled {
  package var words: Words {
    switch self {
    case .unfulfilled: Words("Không hoàn thành nhiệm vụ", "tasks unfulfilled")
    case .fulfilled: Words("Hoàn thành nhiệm vụ", "tasks fulfilled")
    case .good: Words("Hoàn thành tốt nhiệm vụ", "tasks fulfilled well")
    case .excellent: Words("Hoàn thành xuất sắc nhiệm vụ", "tasks fulfilled excellently")
    }
  }
}

extension Line: Labelled {
  package var words: Words {
    switch self {
    case .government: Words("Chính quyền", "government")
    case .party: Words("Đảng", "Party")
    case .union: Words("Đoàn thể", "union")
    }
  }
}

extension PositionClass: Labelled {
  package var words: Words {
    switch self {
    case .deputyDivisionHead: Words("phó trưởng phòng", "deputy division head")
    case .divisionHead: Words("trưởng phòng", "division head")
    case .deputyDirector: Words("phó giám đốc sở", "deputy director")
    case .director: Words("giám đốc sở", "director")
    case .committeeMember: Words("ủy viên ban chấp hành", "committee member")
    case .standingMember: Words("ủy viên ban thường vụ", "standing member")
    case .deputySecretary: Words("phó bí thư", "deputy secretary")
    case .secretary: Words("bí thư", "secretary")
    }
  }
}

extension ErasureBasis: Labelled {
  package var words: Words {
    switch self {
    case .retentionEnded: Words("Hết thời hạn lưu giữ", "retention ended")
    case .courtOrder: Words("Quyết định của tòa án", "court order")
    case .dataProtectionRequest: Words("Yêu cầu xóa dữ liệu cá nhân", "data protection request")
    case .other: Words("Khác", "other")
    }
  }
}

extension RetractionReason: Labelled {
  package var words: Words {
    switch self {
    case .typingError: Words("Nhập sai", "typing error")
    case .wrongPerson: Words("Nhầm người", "wrong person")
    case .wrongDocument: Words("Nhầm văn bản", "wrong document")
    case .duplicate: Words("Trùng", "duplicate")
    case .supersededByCorrection: Words("Đã được đính chính", "superseded by a correction")
    case .other: Words("Khác", "other")
    }
  }
}
