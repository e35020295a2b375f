import Cadre

/// The words that samples are made of. Names are common ones, put together by chance.
enum SampleWords {
  /// Family names, with how often they occur in ten thousand.
  static let families: [(name: String, weight: Int)] = [
    ("Nguyễn", 3600), ("Trần", 1125), ("Lê", 980), ("Phạm", 610), ("Hoàng", 480), ("Phan", 470),
    ("Vũ", 410), ("Võ", 375), ("Đặng", 345), ("Đỗ", 285), ("Bùi", 270), ("Ngô", 195), ("Hồ", 185),
    ("Đinh", 107), ("Trương", 100), ("Hà", 100), ("Thái", 95), ("Cao", 88), ("Dương", 88),
    ("Lý", 67), ("Quách", 15), ("Ông", 10),
  ]

  /// Middle and given names of men and women.
  static let middles: [[String]] = [
    [
      "Minh", "Bá", "Xuân", "Đức", "Hữu", "Trọng", "Đình", "Văn", "Quốc", "Thanh", "Công", "Viết",
      "Văn", "Hồng", "Duy", "Thế",
    ],
    [
      "Thị", "Thị", "Thị", "Ngọc", "Kim", "Phương", "Thu", "Mỹ", "Hồng", "Thanh", "Thị Thu",
      "Thị Kim",
    ],
  ]

  static let givens: [[String]] = [
    [
      "Hòa", "Hùng", "Luận", "Dũng", "Trung", "Vinh", "Tý", "Bình", "Quý", "Long", "Đạt", "Cường",
      "Thắng", "Tuấn", "Hiếu", "Phúc", "Nam", "Hải", "Sơn", "Thủy", "Tiến", "Ý", "Khánh", "Nghĩa",
      "Thịnh", "Lộc", "Quang", "Việt", "Hoà", "Ân",
    ],
    [
      "Hằng", "Mai", "Hương", "Ái", "Hà", "Oanh", "Ly", "Uyên", "Lan", "Huệ", "Diệu", "Thảo",
      "Thúy", "Yến", "Trang", "Linh", "Nga", "Quỳnh", "Hoa", "Thủy", "Ngân", "Hòa", "Phượng",
      "Thuý", "Nhung", "Vân", "Dung", "Tuyết",
    ],
  ]

  /// With how often they occur in a thousand.
  static let ethnicities: [(name: String, weight: Int)] = [
    ("Kinh", 985), ("Mường", 5), ("Chứt", 4), ("Thái", 3), ("Lào", 3),
  ]

  /// What an organisation does, and the sector it mostly belongs to.
  static let trades: [(name: String, sector: Sector, line: Line)] = [
    ("Công ty Cổ phần Xây dựng", .enterprise, .government),
    ("Công ty Môi trường đô thị", .enterprise, .government),
    ("Ngân hàng Thương mại", .enterprise, .government),
    ("Tổng công ty Khoáng sản", .enterprise, .government),
    ("Công ty Cổ phần Dược", .enterprise, .government),
    ("Công ty Điện lực", .enterprise, .government),
    ("Bưu điện tỉnh", .enterprise, .government),
    ("Công ty TNHH MTV Cấp nước", .enterprise, .government),
    ("Sở Tài chính", .agency, .government), ("Sở Giao thông vận tải", .agency, .government),
    ("Sở Nội vụ", .agency, .government), ("Sở Tư pháp", .agency, .government),
    ("Sở Công Thương", .agency, .government), ("Sở Xây dựng", .agency, .government),
    ("Cục Thống kê", .agency, .government), ("Cục Thuế", .agency, .government),
    ("Thanh tra tỉnh", .agency, .government), ("Kho bạc Nhà nước", .agency, .government),
    ("Tòa án nhân dân tỉnh", .agency, .government),
    ("Viện kiểm sát nhân dân tỉnh", .agency, .government),
    ("Văn phòng UBND tỉnh", .agency, .government), ("Tỉnh đoàn", .agency, .union),
    ("Hội Nông dân tỉnh", .agency, .union), ("Sở Y tế", .publicUnit, .government),
    ("Đài Phát thanh và Truyền hình", .publicUnit, .government),
    ("Trường Chính trị", .publicUnit, .government),
  ]

  /// How many trades, from the first, are those of enterprises.
  static let enterprises = 8

  /// Organisations outside the ledger.
  static let elsewhere = [
    "Đảng bộ Công an tỉnh", "Thành ủy Vinh", "Huyện ủy Can Lộc", "Thị ủy Hồng Lĩnh",
    "Huyện ủy Hương Sơn", "Đảng bộ Quân sự tỉnh", "Thành ủy Hà Nội",
  ]

  /// Who takes an organisation over.
  static let receiver = "Thành ủy Hà Tĩnh"

  static let theorySchools = [
    "Trung tâm chính trị", "Trường Chính trị Trần Phú", "Học viện Chính trị khu vực I",
    "Học viện Báo chí và Tuyên truyền",
  ]

  /// Remarks on activities; one has what a cell of RFC 4180 must be quoted for.
  static let remarks = [
    "Hoàn thành", "Chậm so với kế hoạch", "Đăng trên trang thông tin; có ảnh",
    "Hội nghị \"trực tuyến\"\r\ntại 3 điểm cầu",
  ]
}
