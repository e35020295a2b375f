internal import Cadre
internal import JSON
package import Office

extension ReadDossier {
  /// Examines the dossier, and holds what it claims against what its events give.
  package func examine() -> DossierExamination {
    var found = dossier.examine()
    guard let answer = found.answer else { return found }
    let isIdentified = dossier.records != nil
    var derived = DossierFile.answer(answer, isIdentified: isIdentified)
    if !isIdentified { derived = derived.taking(ageOf: claimed, from: dossier) }
    if let place = JSONValue.object(derived).difference(from: .object(claimed)) {
      found.faults.append(DossierFault(.answer, detail: place))
    }
    return found
  }
}

extension ReadDossier {
  /// The verdict that it claims; nil where that is none.
  var verdict: Verdict? { claimed["verdict"]?.string.flatMap { Verdict(name: $0) } }
}

extension JSONObject {
  /// The answer with the claimed status of age, where births are not known and the claim is one
  /// that could be made; the verdict follows.
  ///
  /// What is needed and on which basis does not depend on the birth, and must be as derived.
  fileprivate func taking(ageOf claimed: JSONObject, from dossier: Dossier) -> JSONObject {
    guard let mine = self["requirements"]?.array, let theirs = claimed["requirements"]?.array,
      let place = mine.firstIndex(where: { $0["id"] == .string("age") }), place < theirs.count,
      mine[place]["status"] == .string("unknown"), let claim = theirs[place].object,
      claim.couldBe(mine[place].object ?? .init(), in: dossier)
    else { return self }
    var requirements = mine
    requirements[place] = .object(claim)
    let statuses = requirements.map { $0["status"]?.string ?? "" }
    let verdict =
      statuses.contains("unmet") ? "notReady" : statuses.contains("unknown") ? "unknown" : "ready"
    return mapping { member in
      switch member.name {
      case "requirements": .array(requirements)
      case "verdict": .string(verdict)
      default: member.value
      }
    }
  }

  /// Whether a claim about age says no more than the ledger alone can know.
  private func couldBe(_ derived: JSONObject, in dossier: Dossier) -> Bool {
    let free: Set = ["status", "verified", "evidence", "missingSheet"]
    guard members.map(\.name) == derived.members.map(\.name),
      leavingOut(free) == derived.leavingOut(free), self["verified"]?.bool != nil,
      let status = self["status"]?.string, ["met", "unmet", "unknown"].contains(status)
    else { return false }
    let sheet = self["missingSheet"]
    guard sheet == .null || (sheet == .string("nhan-su") && status == "unknown") else {
      return false
    }
    // Birth and sex are said by events that have private records; each is named once.
    let cited = (self["evidence"]?.array ?? []).map { $0.integer ?? -1 }
    return Set(cited).count == cited.count && cited.allSatisfy { dossier.mayTellAge($0) }
  }
}

extension JSONValue {
  /// The place of the first difference, names and numbers with dots between; nil where both say
  /// the same, in whatever order their members and the indexes of their evidence stand.
  fileprivate func difference(from other: JSONValue, at place: String = "") -> String? {
    func below(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
    if let mine = array, let theirs = other.array {
      for number in 0..<max(mine.count, theirs.count) {
        guard number < mine.count, number < theirs.count else { return below("\(number)") }
        if let found = mine[number].difference(from: theirs[number], at: below("\(number)")) {
          return found
        }
      }
      return nil
    }
    if let mine = string, let theirs = other.string {
      // By bytes: texts that only look alike are not the same.
      return mine.utf8.elementsEqual(theirs.utf8) ? nil : place
    }
    guard let mine = object, let theirs = other.object else {
      return self == other ? nil : place
    }
    for member in mine.members {
      guard let value = theirs[member.name] else { return below(member.name) }
      let isSet = member.name == "evidence"
      let (mine, other) = isSet ? (member.value.ascending, value.ascending) : (member.value, value)
      if let found = mine.difference(from: other, at: below(member.name)) { return found }
    }
    return theirs.members.first { mine[$0.name] == nil }.map { below($0.name) }
  }

  /// Indexes in ascending order: evidence is a set.
  fileprivate var ascending: JSONValue {
    guard let array else { return self }
    return .array(array.sorted { ($0.integer ?? -1) < ($1.integer ?? -1) })
  }
}
