internal import Cadre
internal import Office
internal import Reports

extension Invocation {
  /// Opens the ledger that the line, or the environment, names.
  func open(_ access: Ledger.Access) throws(Complaint) -> Ledger {
    if let opened { return opened }
    return try office { () throws(OfficeError) in try Ledger(opening: ledger, access: access) }
  }

  /// Does something with the ledger; what fails becomes a complaint.
  func office<Answer>(
    _ body: () throws(OfficeError) -> Answer
  ) throws(Complaint) -> Answer {
    do throws(OfficeError) { return try body() } catch { throw OfficeMessages.complaint(error) }
  }

  /// From where the question is asked: `--on`, `--known` and `--rules`.
  func inquiry() throws(Complaint) -> Inquiry {
    Inquiry(
      on: try arguments.day("--on"), known: try arguments.knowledge().asked,
      rules: arguments["--rules"])
  }
}

extension Knowledge {
  /// As the office is asked.
  var asked: Inquiry.Known {
    switch self {
    case .everything: .all
    case .size(let size): .size(size.count)
    case .instant(let instant): .instant(instant)
    }
  }
}
