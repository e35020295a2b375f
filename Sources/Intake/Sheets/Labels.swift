package import Cadre

/// The words of the coded columns and what they mean, as pairs for `CodeColumn`
/// (spec/intake.md, Coded values); the words are those of `Labelled`, so a table that people read
/// can be read back.
package enum Labels {
  /// The spellings of a list of which every case may stand in a sheet.
  package static func all<Value: Labelled & CaseIterable & Hashable>(
    _ type: Value.Type
  ) -> [(label: String, value: Value)] {
    Spellings.pairs(of: Array(type.allCases))
  }

  /// Loại hình of to-chuc; an external organisation is never a row of it.
  package static let organisationKinds: [(label: String, value: OrganisationKind)] = all(
    OrganisationKind.self
  ).filter { $0.value != .external }

  /// Khối.
  package static let sectors: [(label: String, value: Sector)] = all(Sector.self)

  /// Ngạch.
  package static let lines: [(label: String, value: Line)] = all(Line.self)

  /// Cấp chức danh.
  package static let positionClasses: [(label: String, value: PositionClass)] = all(
    PositionClass.self)

  /// Giới tính.
  package static let sexes: [(label: String, value: Sex)] = all(Sex.self)

  /// Trình độ chuyên môn.
  package static let degrees: [(label: String, value: Degree)] = all(Degree.self)

  /// Loại of ket-nap.
  package static let admissionRows: [(label: String, value: AdmissionRow)] = all(AdmissionRow.self)

  /// Nguồn giới thiệu; the sheet has no word for `other`.
  package static let introducers: [(label: String, value: Introducer)] = all(Introducer.self).filter
  { $0.value != .other }

  /// Trình độ.
  package static let theoryLevels: [(label: String, value: TheoryLevel)] = all(TheoryLevel.self)

  /// Loại văn bằng.
  package static let theoryProofs: [(label: String, value: TheoryProof)] = all(TheoryProof.self)

  /// Kết quả of sang-loc.
  package static let screeningOutcomes: [(label: String, value: ScreeningOutcome)] = all(
    ScreeningOutcome.self)

  /// Hình thức of ra-khoi-dang.
  package static let endings: [(label: String, value: EndingKind)] = all(EndingKind.self)

  /// Mức xếp loại.
  package static let grades: [(label: String, value: Grade)] = all(Grade.self)

  /// Hệ.
  package static let disciplineSystems: [(label: String, value: DisciplineSystem)] = all(
    DisciplineSystem.self)

  /// Hình thức of ky-luat.
  package static let disciplineForms: [(label: String, value: DisciplineForm)] = all(
    DisciplineForm.self)

  /// Mục đích.
  package static let conclusionPurposes: [(label: String, value: ConclusionPurpose)] = all(
    ConclusionPurpose.self)

  /// Kết quả of ket-luan-chinh-tri.
  package static let conclusionResults: [(label: String, value: ConclusionResult)] = all(
    ConclusionResult.self)

  /// Thao tác of quy-hoach.
  package static let planningActions: [(label: String, value: PlanningAction)] = all(
    PlanningAction.self)

  /// Thao tác of bo-nhiem.
  package static let appointmentActions: [(label: String, value: AppointmentAction)] = all(
    AppointmentAction.self)

  /// Loại kê khai.
  package static let declarations: [(label: String, value: DeclarationKind)] = all(
    DeclarationKind.self)

  /// Loại of chuyen-sinh-hoat.
  package static let transferKinds: [(label: String, value: TransferKind)] = all(TransferKind.self)

  /// Thao tác of chuyen-to-chuc.
  package static let organisationActions: [(label: String, value: OrganisationAction)] = all(
    OrganisationAction.self)

  /// Nội dung.
  package static let activities: [(label: String, value: ActivityKind)] = all(ActivityKind.self)
}
