package import Cadre

/// What posts and organisations are called that rows about planning name by number, as of the day
/// asked.
package struct PlanningPlaces: Sendable {
  /// By number; nil where no row names the post.
  private let posts: [Place?]

  /// What a post is called.
  package struct Place: Hashable, Sendable {
    package let code: String
    package let title: String
    package let line: Line
    package let positionClass: PositionClass
    /// The code of the post's organisation; its name where it has none.
    package let organisation: String
    package let organisationName: String
  }

  /// - Parameter positions: the posts that rows name.
  init(_ register: Register, _ positions: Set<PositionNumber>) {
    var posts = [Place?](repeating: nil, count: register.positions.limit)
    for position in positions {
      guard let details = register.positions[position]?.details(on: register.standpoint.on) else {
        continue
      }
      let number = register.posts[position]?.organisation ?? details.organisation
      let name = register.name(of: number)
      posts[Int(position.number)] = Place(
        code: details.code, title: details.title, line: details.line,
        positionClass: details.class, organisation: name.code, organisationName: name.name)
    }
    self.posts = posts
  }

  /// What a post is called; nothing where it is not known.
  package subscript(_ position: PositionNumber) -> Place {
    let place = Int(position.number)
    return (place < posts.count ? posts[place] : nil) ?? PlanningPlaces.unknown
  }
}

extension PlanningPlaces {
  private static let unknown = Place(
    code: "", title: "", line: .government, positionClass: .deputyDivisionHead, organisation: "",
    organisationName: "")
}
