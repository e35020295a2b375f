internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let diff = Subcommand(
    "diff", "P --known A --known B", operands: 1...1,
    families: [.ledger, .question, .answer],
    publishing: .comparison([.person]),
    summary: Words(
      vi: "điều gì đã thay đổi trong những gì được biết về một người",
      en: "what changed in what was known about a person"),
    details: PublishMessages.person
      + Words(
        vi: " A và B là số sự kiện, ngày hoặc thời điểm, theo thứ tự nào cũng được. Kết quả gồm "
          + "các sự kiện mới biết, không còn hoặc có lại hiệu lực, rồi tình trạng, chức vụ, quy "
          + "hoạch và kết luận thay đổi tại ngày --on.",
        en: " A and B are log sizes, days or instants, in either order. The answer has the facts "
          + "newly known, no longer counting or counting again, then what changed of status, "
          + "posts, planning and verdicts on the day --on."),
    run: DiffCommand.run)
}

/// `cadre diff`.
enum DiffCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let knowledges = try invocation.arguments.knowledges()
    guard knowledges.count == 2 else { throw UsageMessages.notTwice("--known", invocation.command) }
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let difference = try invocation.office { () throws(OfficeError) in
      try ledger.difference(
        of: invocation.arguments.operands[0], between: knowledges[0].asked,
        and: knowledges[1].asked, inquiry, now: invocation.console.now())
    }
    let standing = StandingChange.all(in: difference, for: .table)
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      if answer.format.isJSON {
        try answer.addObject { DifferenceReport.write(difference, to: &$0) }
      } else {
        try give(difference, standing, &answer)
      }
    }
    if difference.facts.isEmpty, standing.isEmpty, difference.verdicts.isEmpty {
      invocation.remark(Words(vi: "không có gì thay đổi.", en: "nothing changed."))
    }
    return .done
  }

  private static func give(
    _ difference: PersonDifference, _ standing: [StandingChange], _ answer: inout AnswerOutput
  ) throws(Complaint) {
    try answer.add([difference], DifferenceReport.person)
    if !difference.facts.isEmpty {
      try answer.add(difference.facts, DifferenceReport.facts(difference.names), as: .list)
    }
    if !standing.isEmpty { try answer.add(standing, DifferenceReport.standing, as: .list) }
    if !difference.verdicts.isEmpty {
      try answer.add(
        difference.verdicts,
        VerdictChangeReport.columnsOfOne(
          on: difference.standpoints.after.on, difference.positions),
        as: .list)
    }
  }
}
