internal import Cadre
internal import Office
internal import Platform
internal import Reports

/// A question asked with `--publish`: its answer is given once the log says what was asked, from
/// where, and what the answer was.
///
/// Everything that may fail is done first: the answer is made, as machines read it and as it was
/// asked for, and the file begun under another name. Then it is recorded, and last the answer is
/// handed on. Where even that fails, the log tells of an answer that nobody has, which can be
/// asked again; the other way round somebody would have an answer that the log does not know.
struct Publication {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// Answers as the command would, and ends as it would.
  func run() throws(Complaint) -> ExitCode {
    let actor = try invocation.actor()
    let format = try invocation.format()
    let ledger = try invocation.open(.write)
    let path = invocation.arguments["-o"].flatMap { $0 == "-" ? nil : $0 }
    var answer: HeldAnswer?
    var file: FileReplacement?
    let indexes = try ComplaintPassage.through { (passage) throws(OfficeError) in
      try ledger.publish(actor: actor, now: invocation.console.now()) { () throws(OfficeError) in
        try passage.pass { () throws(Complaint) in
          let question = try Question(invocation, of: ledger)
          let asked = try HeldAnswer(to: question, as: format, of: ledger, for: invocation)
          let digest =
            format == .ndjson
            ? Digest(of: asked.bytes)
            : try HeldAnswer.digest(of: question, of: ledger, for: invocation)
          if let path { file = try Publication.begin(path, asked.bytes) }
          answer = asked
          return [question.report(digest)]
        }
      }
    }
    guard let answer else { return .internalError }
    if let index = indexes.first { invocation.remark(PublishMessages.published(index)) }
    do throws(PlatformError) {
      if path == nil { try invocation.console.output.write(answer.bytes) }
      try file?.commit()
    } catch {
      throw FileMessages.writing(error)
    }
    invocation.console.say(answer.said)
    return answer.status
  }

  /// The answer in a file that has not its name yet.
  private static func begin(
    _ path: String, _ bytes: [UInt8]
  ) throws(Complaint) -> FileReplacement {
    do throws(PlatformError) {
      let file = try FileReplacement(path, permissions: 0o666)
      try file.write(bytes)
      return file
    } catch {
      throw FileMessages.writing(error, to: path)
    }
  }
}
