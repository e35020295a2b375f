internal import Synchronization

/// A closed list of the domain: each case has a stored number and a name that machines read.
///
/// The stored numbers are part of the event bytes and never change; names are those of
/// spec/domain.md.
package protocol Code: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == UInt8 {}

extension Code {
  /// The name in machine output, lowerCamelCase.
  package var name: String { CodeNames.shared.name(of: self) }

  /// The case of a name; nil where there is none. Linear in the number of cases.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

/// The names of all codes met, by type and raw value: reflection finds each once, since it is slow.
private final class CodeNames: Sendable {
  static let shared = CodeNames()
  private let names = Mutex<[ObjectIdentifier: [String?]]>([:])

  func name<Value: Code>(of code: Value) -> String {
    let place = Int(code.rawValue)
    return names.withLock { names in
      if let known = names[ObjectIdentifier(Value.self)], let name = known[place] { return name }
      var table = [String?](repeating: nil, count: 256)
      for each in Value.allCases { table[Int(each.rawValue)] = String(describing: each) }
      names[ObjectIdentifier(Value.self)] = table
      return table[place] ?? String(describing: code)
    }
  }
}
