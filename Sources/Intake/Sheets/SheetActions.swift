package import Cadre

/// What a row of ket-nap tells (column Loại).
package enum AdmissionRow: CaseIterable, Hashable, Sendable, Labelled {
  case prospect, admission, readmission

  package var words: Words {
    switch self {
    case .prospect: Words("Quần chúng ưu tú", "prospect")
    case .admission: AdmissionKind.admission.words
    case .readmission: AdmissionKind.readmission.words
    }
  }
}

/// What a row of quy-hoach does (column Thao tác).
package enum PlanningAction: CaseIterable, Hashable, Sendable, Labelled {
  case enter, leave

  package var words: Words {
    switch self {
    case .enter: Words("Đưa vào", "enter")
    case .leave: Words("Đưa ra", "leave")
    }
  }
}

/// What a row of bo-nhiem does (column Thao tác).
package enum AppointmentAction: CaseIterable, Hashable, Sendable, Labelled {
  case appointment, reappointment, relief

  package var words: Words {
    switch self {
    case .appointment: AppointmentKind.appointment.words
    case .reappointment: AppointmentKind.reappointment.words
    case .relief: Words("Thôi giữ chức", "relief")
    }
  }
}

/// What a row of chuyen-to-chuc does (column Thao tác).
package enum OrganisationAction: CaseIterable, Hashable, Sendable, Labelled {
  case handOver, reception, merger, dissolution, reparenting, renaming

  package var words: Words {
    switch self {
    case .handOver: Words("Chuyển giao", "hand-over")
    case .reception: Words("Tiếp nhận", "reception")
    case .merger: Words("Sáp nhập", "merger")
    case .dissolution: Words("Giải thể", "dissolution")
    case .reparenting: Words("Chuyển trực thuộc", "re-parenting")
    case .renaming: Words("Đổi tên", "renaming")
    }
  }
}
