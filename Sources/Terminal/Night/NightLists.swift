internal import Cadre
internal import Office
internal import Reports

/// The lists that a night writes and publishes: whatever is asked of the whole ledger.
enum NightLists {
  /// The questions, as they are typed; the file of each is named after its command.
  static let questions = ["ready", "findings"]

  /// Makes the lists as of one moment, as JSON and as CSV, writes them into a folder, and has the
  /// log say what was shown; gives back their names.
  static func write(
    of ledger: Ledger, to folder: NightFolder, actor: String, for invocation: Invocation
  ) throws(Complaint) -> [String] {
    let now = invocation.console.now()
    _ = try ComplaintPassage.through { (passage) throws(OfficeError) in
      try ledger.publish(actor: actor, now: now) { () throws(OfficeError) in
        try passage.pass { () throws(Complaint) in
          let standpoint = try invocation.office { () throws(OfficeError) in
            try ledger.standpoint(Inquiry(), now: now)
          }
          var reports: [ReportPublished] = []
          for text in questions {
            let question = try Question(
              ReportPublished(
                question: text, on: standpoint.on, known: standpoint.known,
                rules: standpoint.rules.id, sha256: Digest(of: [])))
            let lines = try HeldAnswer(to: question, as: .ndjson, of: ledger, for: invocation)
            let sheet = try HeldAnswer(to: question, as: .csv, of: ledger, for: invocation)
            try folder.write(lines.bytes, to: "\(text).ndjson")
            try folder.write(sheet.bytes, to: "\(text).csv")
            reports.append(question.report(Digest(of: lines.bytes)))
          }
          return reports
        }
      }
    }
    return questions
  }
}
