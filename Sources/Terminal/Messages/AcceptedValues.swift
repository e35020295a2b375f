internal import Cadre
internal import Intake

/// What may stand in the coded columns of a sheet (spec/intake.md, Coded values).
enum AcceptedValues {
  /// The values of a column, in order; nil for a column of another form.
  static func list(_ column: Column, of sheet: SheetKind) -> [any Labelled]? {
    switch column {
    case .organisationKind: values(Labels.organisationKinds)
    case .sector: values(Labels.sectors)
    case .line: values(Labels.lines)
    case .positionClass: values(Labels.positionClasses)
    case .sex: values(Labels.sexes)
    case .degree: values(Labels.degrees)
    case .introducedBy: values(Labels.introducers)
    case .level: values(Labels.theoryLevels)
    case .proof: values(Labels.theoryProofs)
    case .grade: values(Labels.grades)
    case .system: values(Labels.disciplineSystems)
    case .purpose: values(Labels.conclusionPurposes)
    case .declarationKind: values(Labels.declarations)
    case .activity: values(Labels.activities)
    case .sheet: values(SheetKind.claimable.map { ($0.rawValue, $0) })
    case .kind, .outcome, .form, .action: shared(column, sheet)
    default: nil
    }
  }

  /// The words of columns that mean another list in another sheet.
  private static func shared(_ column: Column, _ sheet: SheetKind) -> [any Labelled]? {
    switch (column, sheet) {
    case (.kind, .admissions): values(Labels.admissionRows)
    case (.kind, .transfers): values(Labels.transferKinds)
    case (.outcome, .screenings): values(Labels.screeningOutcomes)
    case (.outcome, .conclusions): values(Labels.conclusionResults)
    case (.form, .endings): values(Labels.endings)
    case (.form, .disciplines): values(Labels.disciplineForms)
    case (.action, .planning): values(Labels.planningActions)
    case (.action, .appointments): values(Labels.appointmentActions)
    case (.action, .organisationChanges): values(Labels.organisationActions)
    default: nil
    }
  }

  /// Each value once, as its Vietnamese word is in every table.
  private static func values<Value: Labelled>(
    _ pairs: [(label: String, value: Value)]
  ) -> [any Labelled] {
    pairs.filter { $0.label == $0.value.vietnamese }.map { $0.value }
  }
}
