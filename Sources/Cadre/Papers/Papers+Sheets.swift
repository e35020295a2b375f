/// Sheets that were not received.
extension Papers {
  /// The sheets that no receipt covers, for each grassroots organisation asked for; where none of
  /// them is covered, one line for all.
  ///
  /// - Parameter organisations: of whichever day; kinds are those of the day asked.
  package func sheets(_ subtree: Subtree, _ organisations: OrganisationTree) -> [MissingPaper] {
    let tree = subtree.tree
    let roots = organisations.numbers.filter { number in
      guard tree.resolve(number) == number, tree.isInTree(number), subtree.contains(number),
        let state = organisations[number], !state.isDissolved(on: on)
      else { return false }
      return state.kind(on: on)?.isGrassroots ?? false
    }
    return RequiredSheet.allCases.flatMap { sheet -> [MissingPaper] in
      let asked = roots.isEmpty ? [subtree.top].compactMap { $0 } : roots
      let open = asked.filter { readiness.coverage.receipt(of: sheet, for: $0) == nil }
      if !open.isEmpty, open.count == asked.count {
        return [MissingPaper(sheet, from: subtree.top)]
      }
      return open.map { MissingPaper(sheet, from: $0) }
    }
  }
}
