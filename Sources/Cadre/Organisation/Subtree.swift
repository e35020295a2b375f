/// The organisations that a question is about: one and all under it on the day asked, or all.
///
/// The one filter behind every `--organisation`: a row passes where its organisation on that day,
/// through mergers, is in it.
package struct Subtree: Sendable {
  /// The organisations of the day asked.
  package let tree: TreeOnDay
  /// The one at the top, through mergers; nil: all there are.
  package let top: OrganisationNumber?
  /// By number, whether it stands at or under the top; empty where there is none.
  private let isInside: [Bool]

  /// The organisations at and under one; O(organisations × depth).
  /// - Parameter top: nil: all.
  package init(_ tree: TreeOnDay, under top: OrganisationNumber? = nil) {
    self.tree = tree
    self.top = top.map(tree.resolve)
    guard let top = self.top else {
      isInside = []
      return
    }
    isInside = (0..<tree.limit).map { tree.isUnder(OrganisationNumber(UInt32($0)), top) }
  }

  /// Whether a row about an organisation is asked for; one about none is, where all are.
  package func contains(_ organisation: OrganisationNumber?) -> Bool {
    guard top != nil else { return true }
    guard let organisation else { return false }
    let place = Int(organisation.number)
    return place < isInside.count && isInside[place]
  }

  /// Whether somebody is asked for who is officially there on the day.
  package func contains(_ person: PersonState) -> Bool {
    top == nil || contains(person.organisation(on: tree.day))
  }
}
