/// What a decision made of an organisation.
package enum ReorganisationKind: UInt8, Code {
  case handedOver, received, merged, dissolved, reparented, renamed
  /// Its code, kind or sector became another.
  case amended
}

/// A decision about an organisation as a whole, with whom it concerns (spec/domain.md section 1).
package struct Reorganisation: Hashable, Sendable {
  package let kind: ReorganisationKind
  package let organisation: OrganisationNumber
  /// The day it holds from.
  package let on: Day
  /// The decision; nil where the ledger has none.
  package let document: Document?
  /// What it left, and what it came to.
  package let from: Place
  package let to: Place
  /// How many moved, as the decision says.
  package let headcount: Headcount
  package let index: LogIndex

  /// Where an organisation was, or is; or what it was called, or is.
  package enum Place: Hashable, Sendable {
    case nowhere
    case organisation(OrganisationNumber)
    case name(String)

    init(_ number: OrganisationNumber?) {
      self = number.map { .organisation($0) } ?? .nowhere
    }
  }

  /// What a fact of an organisation decides; nil where it reorganises nothing.
  ///
  /// - Parameter tree: everything known of organisations.
  package init?(
    _ fact: Fact<OrganisationEvent>, of number: OrganisationNumber, in tree: OrganisationTree
  ) {
    let day = fact.effective ?? .beforeAll
    let above = Place(tree.parent(of: number, on: day.adding(days: -1)))
    switch fact.event {
    case .handedOver(let receiver, let count):
      (kind, from, to, headcount) = (.handedOver, above, .organisation(receiver), count)
    case .received(let sender, let count):
      let parent = Place(tree.parent(of: number, on: day))
      (kind, from, to, headcount) = (.received, .organisation(sender), parent, count)
    case .merged(let into):
      (kind, from, to, headcount) = (.merged, above, .organisation(into), Headcount())
    case .dissolved: (kind, from, to, headcount) = (.dissolved, above, .nowhere, Headcount())
    case .reparented(let parent):
      (kind, from, to, headcount) = (.reparented, above, .organisation(parent), Headcount())
    case .amended(let amendment):
      headcount = Headcount()
      if let name = amendment.name {
        kind = .renamed
        from = tree[number]?.name(before: fact.index).map { .name($0) } ?? .nowhere
        to = .name(name)
      } else {
        (kind, from, to) = (.amended, .nowhere, .nowhere)
      }
    case .established, .suspensionLifted, .rated, .activityRecorded, .retracted: return nil
    }
    organisation = number
    on = day
    document = fact.document
    index = fact.index
  }

  /// By day, then as recorded.
  package static func precedes(_ left: Reorganisation, _ right: Reorganisation) -> Bool {
    (left.on, left.index) < (right.on, right.index)
  }

  /// The organisations it is about.
  package var organisations: [OrganisationNumber] {
    [organisation]
      + [from, to].compactMap { place in
        if case .organisation(let number) = place { number } else { nil }
      }
  }

  /// Whether it is known on a day: it holds by then, or its decision was taken by then.
  package func isKnown(on day: Day) -> Bool {
    on <= day || document?.date.map { $0 <= day } ?? false
  }
}

extension OrganisationState {
  /// Its name before a fact changed it.
  fileprivate func name(before index: LogIndex) -> String? {
    guard let place = details.changes.firstIndex(where: { $0.index == index }), place > 0 else {
      return nil
    }
    return details.changes[place - 1].value.name
  }
}
