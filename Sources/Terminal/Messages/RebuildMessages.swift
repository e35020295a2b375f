internal import Cadre
internal import Office
internal import Reports

/// What is said of a rebuild.
enum RebuildMessages {
  /// The complaint about views that were not what the log gives; they have been replaced.
  static func differences(_ rebuild: Rebuild, _ folder: String) -> Complaint {
    let count = rebuild.comparison?.count ?? 0
    return Complaint(
      .violation,
      Words(
        vi: "khung nhìn của “\(folder)” sai \(count) dòng so với sổ.",
        en: "the views of “\(folder)” differed from the log in "
          + "\(Words.counted(count, "row", "rows"))."),
      remedy: Words(
        vi: "Khung nhìn dựng lại đã được thay vào. Câu trả lời đưa ra từ lần khớp trước đến nay "
          + "cần xem lại, và tìm ai đã sửa tệp.",
        en: "The rebuilt ones are in use now. Look again at what was answered since they were last "
          + "found equal, and find out who changed the files."))
  }

  /// What a rebuild is doing.
  static func words(of stage: Rebuild.Stage) -> Words {
    switch stage {
    case .building: Words(vi: "dựng lại khung nhìn", en: "rebuilding the views")
    case .comparing: Words(vi: "so từng dòng", en: "comparing row by row")
    case .swapping: Words(vi: "thay khung nhìn", en: "swapping the views")
    }
  }

  /// How many parts of three are done.
  static func step(of stage: Rebuild.Stage) -> Int {
    switch stage {
    case .building: 0
    case .comparing: 1
    case .swapping: 2
    }
  }
}
