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
    guard let place = CodeNames.shared.names(of: Self.self).firstIndex(of: name) else {
      return nil
    }
    self.init(rawValue: UInt8(place))
  }
}

/// The names of all codes met, by type and raw value: reflection finds each once, since it is slow.
private final class CodeNames: Sendable {
  static let shared = CodeNames()
  private let tables = Mutex<[ObjectIdentifier: [String?]]>([:])

  /// The name of each raw value.
  func names<Value: Code>(of type: Value.Type) -> [String?] {
    tables.withLock { tables in
      if let known = tables[ObjectIdentifier(type)] { return known }
      let highest = type.allCases.reduce(0) { max($0, Int($1.rawValue)) }
      var names = [String?](repeating: nil, count: highest + 1)
      for each in type.allCases { names[Int(each.rawValue)] = caseName(each) }
      tables[ObjectIdentifier(type)] = names
      return names
    }
  }

  func name<Value: Code>(of code: Value) -> String {
    names(of: Value.self)[Int(code.rawValue)] ?? caseName(code)
  }
}

/// The name of an enum's case, as the runtime has it.
///
/// `String(describing:)` says the same after looking for conformances of the type to three
/// protocols, which costs every start of the program a millisecond.
func caseName<Value>(_ value: Value) -> String {
  guard let name = unsafe enumCaseName(value) else { return String(describing: value) }
  return unsafe String(cString: name)
}

/// What the standard library itself prints enums with.
@_silgen_name("swift_EnumCaseName")
private func enumCaseName<Value>(_ value: Value) -> UnsafePointer<CChar>?
