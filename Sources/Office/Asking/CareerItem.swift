package import Cadre

/// A stretch of a person's way, with the post as people call it.
package struct CareerItem: Hashable, Sendable {
  package let kind: Kind
  /// Of membership, what the person was.
  package let status: MembershipStatus?
  /// The post's code and title on the first day; nil for membership.
  package let position: String?
  package let title: String?
  /// Of planning.
  package let term: Term?
  package let from: Day?
  /// The first day that it no longer holds; nil while it lasts on the day asked.
  package let until: Day?

  /// What lasted.
  package enum Kind: Hashable, Sendable {
    case membership
    case post
    case planning
  }

  fileprivate init(_ span: CareerSpan, _ kind: Kind, _ details: PositionDefined?, _ term: Term?) {
    self.kind = kind
    if case .status(let status) = span.what { self.status = status } else { status = nil }
    position = details?.code
    title = details?.title
    self.term = term
    from = span.from
    until = span.until
  }
}

extension Register {
  /// A person's way up to the day asked.
  func career(of person: PersonState) -> [CareerItem] {
    person.career(on: standpoint.on, standpoint.rules).map { span in
      func details(_ position: PositionNumber) -> PositionDefined? {
        let state = positions[position]
        return state?.details(on: span.from ?? standpoint.on) ?? state?.details(on: standpoint.on)
      }
      switch span.what {
      case .status: return CareerItem(span, .membership, nil, nil)
      case .post(let position): return CareerItem(span, .post, details(position), nil)
      case .planning(let position, let term):
        return CareerItem(span, .planning, details(position), term)
      }
    }
  }
}
