package import Cadre

extension TargetStatus {
  /// What people call it.
  package var words: Words {
    switch self {
    case .met: Words(vi: "đạt", en: "met")
    case .unmet: Words(vi: "chưa đạt", en: "not met")
    case .open: Words(vi: "chưa hết hạn", en: "open")
    case .unknown: Words(vi: "chưa rõ", en: "not known")
    case .none: Words(vi: "không có chỉ tiêu", en: "no target")
    }
  }

  var tone: Tone {
    switch self {
    case .met: .good
    case .unmet: .bad
    case .open, .unknown: .unsure
    case .none: .plain
    }
  }
}

extension Measure {
  /// What is measured, as the programme says it.
  package var words: Words {
    switch self {
    case .admissions: Words(vi: "Kết nạp đảng viên", en: "admissions")
    case .admissionsAgency: Words(vi: "Kết nạp: cơ quan", en: "admissions: agencies")
    case .admissionsPublicUnit:
      Words(vi: "Kết nạp: đơn vị sự nghiệp", en: "admissions: public units")
    case .admissionsEnterprise: Words(vi: "Kết nạp: doanh nghiệp", en: "admissions: enterprises")
    case .screened: Words(vi: "Đảng viên được rà soát", en: "members screened")
    case .remedialOpen:
      Words(vi: "Đảng viên được giáo dục, giúp đỡ", en: "members given time to improve")
    case .theoryBefore:
      Words(
        vi: "Bổ nhiệm khi đã có trình độ LLCT",
        en: "appointments with the theory level held before")
    case .lackingTheory:
      Words(
        vi: "Người trong quy hoạch còn thiếu trình độ LLCT",
        en: "people in planning who lack the theory level")
    case .prospectClass:
      Words(vi: "Học lớp bồi dưỡng nhận thức về Đảng", en: "prospects' class passed")
    case .newMemberClass: Words(vi: "Học lớp đảng viên mới", en: "new members' class passed")
    case .postsCovered: Words(vi: "Chức danh có quy hoạch", en: "posts with somebody in planning")
    case .conclusionBefore:
      Words(
        vi: "Quy hoạch, bổ nhiệm có kết luận tiêu chuẩn chính trị",
        en: "planning and appointments with a conclusion before")
    default: laterWords
    }
  }

  /// The words from S8 on.
  private var laterWords: Words {
    switch self {
    case .organisationsHandedOver:
      Words(vi: "Tổ chức đảng chuyển giao", en: "organisations handed over")
    case .membersHandedOver:
      Words(
        vi: "Đảng viên theo tổ chức chuyển giao (theo quyết định)",
        en: "members handed over with them, as decisions say")
    case .modelCells:
      Words(
        vi: "Đảng bộ cơ sở có chi bộ mẫu", en: "grassroots committees with a model cell")
    case .membersRated: Words(vi: "Đảng viên được xếp loại", en: "members rated")
    case .excellentWithinCap:
      Words(
        vi: "Đơn vị không vượt tỷ lệ xuất sắc", en: "units within the cap on excellent")
    case .organisationsRated: Words(vi: "Tổ chức đảng được xếp loại", en: "organisations rated")
    case .inspectionPlans:
      Words(vi: "Đơn vị có kế hoạch kiểm tra, giám sát", en: "units with an inspection plan")
    case .plansComplete: Words(vi: "Kế hoạch hoàn thành", en: "plans completed")
    case .plansRest:
      Words(vi: "Kế hoạch còn lại hoàn thành quá nửa", en: "other plans more than half done")
    case .inspections: Words(vi: "Đơn vị được kiểm tra", en: "units inspected")
    case .supervisions:
      Words(vi: "Đơn vị được giám sát chuyên đề", en: "units supervised by theme")
    case .articleThirtyTwo:
      Words(vi: "Đơn vị được kiểm tra theo Điều 32", en: "units inspected under article 32")
    case .refreshers:
      Words(vi: "Đợt bồi dưỡng cấp ủy viên trong nhiệm kỳ", en: "refreshers in the term")
    case .trainings:
      Words(
        vi: "Đợt tập huấn công tác kiểm tra trong nhiệm kỳ", en: "inspection trainings in the term")
    default: lastWords
    }
  }

  /// The words from S13 on.
  private var lastWords: Words {
    switch self {
    case .articles: Words(vi: "Bài viết mỗi tháng, mỗi đơn vị", en: "articles each month and unit")
    case .declarations:
      Words(
        vi: "Người giữ chức danh kê khai tài sản", en: "holders of posts who declared assets")
    case .residenceComments:
      Words(vi: "Đảng viên có nhận xét nơi cư trú", en: "members with a residence comment")
    case .decidingBody:
      Words(vi: "Chức danh có cấp quyết định", en: "posts whose deciding body is known")
    case .introduced: Words(vi: "Quần chúng được giới thiệu", en: "prospects introduced")
    case .introducedAdmitted: Words(vi: "Trong đó đã kết nạp", en: "of them admitted")
    default: Words(vi: "Báo cáo kỳ đã công bố", en: "reports of the period published")
    }
  }
}
