/// A closed list of the domain: each case has a stored number and a name that machines read.
///
/// The stored numbers are part of the event bytes and never change; names are those of
/// spec/domain.md.
package protocol Code: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == UInt8 {}

extension Code {
  /// The name in machine output, lowerCamelCase.
  package var name: String { String(describing: self) }

  /// The case of a name; nil where there is none. Linear in the number of cases.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
