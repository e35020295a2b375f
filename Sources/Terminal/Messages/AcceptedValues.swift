internal import Cadre
internal import Intake

/// What may stand in the coded columns of a sheet (spec/intake.md, Coded values).
enum AcceptedValues {
  /// The words of a column, in order; nil for a column of another form.
  static func words(_ column: Column, of sheet: SheetKind) -> [String]? {
    switch column {
    case .organisationKind: Labels.organisationKinds.map(\.label)
    case .sector: Labels.sectors.map(\.label)
    case .line: Labels.lines.map(\.label)
    case .positionClass: Labels.positionClasses.map(\.label)
    case .sex: Labels.sexes.map(\.label)
    case .degree: Labels.degrees.map(\.label)
    case .introducedBy: Labels.introducers.map(\.label)
    case .level: Labels.theoryLevels.map(\.label)
    case .proof: Labels.theoryProofs.map(\.label)
    case .grade: Labels.grades.map(\.label)
    case .system: Labels.disciplineSystems.map(\.label)
    case .purpose: Labels.conclusionPurposes.map(\.label)
    case .declarationKind: Labels.declarations.map(\.label)
    case .activity: Labels.activities.map(\.label)
    case .sheet: SheetKind.claimable.map(\.rawValue)
    case .kind, .outcome, .form, .action: shared(column, sheet)
    default: nil
    }
  }

  /// The words of columns that mean another list in another sheet.
  private static func shared(_ column: Column, _ sheet: SheetKind) -> [String]? {
    switch (column, sheet) {
    case (.kind, .admissions): Labels.admissionRows.map(\.label)
    case (.kind, .transfers): Labels.transferKinds.map(\.label)
    case (.outcome, .screenings): Labels.screeningOutcomes.map(\.label)
    case (.outcome, .conclusions): Labels.conclusionResults.map(\.label)
    case (.form, .endings): Labels.endings.map(\.label)
    case (.form, .disciplines): Labels.disciplineForms.map(\.label)
    case (.action, .planning): Labels.planningActions.map(\.label)
    case (.action, .appointments): Labels.appointmentActions.map(\.label)
    case (.action, .organisationChanges): Labels.organisationActions.map(\.label)
    default: nil
    }
  }
}
