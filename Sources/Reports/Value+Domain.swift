package import Cadre

extension Value {
  /// A value of a closed list of the domain.
  package static func code<Value: Code>(_ code: Value, _ words: Words, tone: Tone = .plain)
    -> Self
  {
    .coded(code.name, words, tone: tone)
  }

  /// A value of a closed list that may be missing, with the domain's own words for it.
  package static func code<Value: Code & Labelled>(_ code: Value?) -> Self {
    code.map { .coded($0.name, $0.words) } ?? .absent
  }

  /// The state of a requirement.
  package static func status(_ status: RequirementStatus) -> Value {
    .code(status, status.words, tone: status.tone)
  }

  /// Whether a limit is kept.
  static func limited(_ status: RequirementStatus) -> Value {
    let words =
      switch status {
      case .met: Words(vi: "trong giới hạn", en: "within")
      case .unmet: Words(vi: "vượt", en: "over")
      case .unknown, .notApplicable: status.words
      }
    return .code(status, words, tone: status.tone)
  }

  /// The text that something rests on, in its parts; nil: nothing decides.
  static func basis(_ basis: Basis?) -> Value {
    guard let basis else { return .absent }
    return .record([
      .init("text", .text(basis.text)), .init("article", .text(basis.article)),
      .init("date", .day(basis.date)),
    ])
  }

  /// The verdict on a person and a post.
  package static func verdict(_ verdict: Verdict) -> Value {
    .code(verdict, verdict.words, tone: verdict.tone)
  }
}
