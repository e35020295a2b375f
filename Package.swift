// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is held to; the house rules are in Sources/Office/Office.docc.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A module of the house: its name, the rooms it may enter, and optionally where it stands.
func room(_ name: String, _ imports: [String] = [], path: String? = nil) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, path: path,
    swiftSettings: strict)
}

/// The tests of a module; `resources` are copied beside them.
func tests(of name: String, _ imports: [String] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ([name] + imports).map { .byName(name: $0) },
    path: "Tests/\(name)Tests", resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "CadreLedger",
  products: [
    .executable(name: "cadre", targets: ["Command"]),
    .executable(name: "append-bench", targets: ["AppendBench"]),
    .executable(name: "rebuild-bench", targets: ["RebuildBench"]),
    .executable(name: "tree-vectors", targets: ["TreeVectors"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLMDB", path: "Sources/CLMDB", providers: [.apt(["liblmdb-dev"])]),
    .systemLibrary(name: "CHash", path: "Sources/CHash"),
    room("Platform"),
    room("LMDB", ["CLMDB"]),
    room("Merkle", ["CHash"]),
    room("CBOR"),
    room("JSON"),
    room("EventLog", ["LMDB", "Merkle", "CBOR", "Platform"]),
    room("Vault", ["LMDB", "Merkle", "CBOR", "Platform"]),
    room("Cadre"),
    room("CadreCodec", ["Cadre", "CBOR", "JSON"]),
    room("Migrations", ["LMDB", "Merkle", "Platform"], path: "Migrations"),
    room("Projections", ["Cadre", "CadreCodec", "CBOR", "EventLog", "LMDB", "Platform"]),
    room(
      "Office",
      [
        "Cadre", "CadreCodec", "CBOR", "EventLog", "LMDB", "Merkle", "Migrations", "Platform",
        "Projections", "Vault",
      ]),
    room("Intake", ["Cadre", "Merkle", "Office", "Platform"]),
    room("Reports", ["Cadre", "JSON", "Office"]),
    room("Terminal", ["Cadre", "Intake", "JSON", "Office", "Platform", "Reports"]),
    .executableTarget(
      name: "Command", dependencies: ["Terminal"], path: "Sources/Command",
      swiftSettings: strict),
    .executableTarget(
      name: "AppendBench", dependencies: ["CBOR", "EventLog", "LMDB", "Platform"],
      path: "Tools/bench/append", swiftSettings: strict),
    .executableTarget(
      name: "RebuildBench", dependencies: ["Cadre", "EventLog", "LMDB", "Platform", "Projections"],
      path: "Tools/bench/rebuild", swiftSettings: strict),
    room("TestSupport", ["Platform"], path: "Tests/TestSupport"),
    .executableTarget(
      name: "TreeVectors", dependencies: ["Merkle", "Platform", "TestSupport"],
      path: "Tests/foreign/tlog/vectors", swiftSettings: strict),
    tests(of: "Platform"),
    tests(of: "LMDB", ["Platform", "TestSupport"]),
    tests(of: "Merkle", ["TestSupport"], resources: [.copy("Vectors")]),
    tests(of: "CBOR", ["TestSupport"]),
    tests(of: "JSON", ["TestSupport"]),
    tests(of: "EventLog", ["CBOR", "LMDB", "Merkle", "Platform", "TestSupport"]),
    tests(of: "Vault", ["CBOR", "LMDB", "Merkle", "Platform", "TestSupport"]),
    tests(of: "Cadre", ["TestSupport"]),
    tests(of: "CadreCodec", ["Cadre", "CBOR", "JSON", "TestSupport"]),
    tests(
      of: "Migrations", ["CBOR", "EventLog", "LMDB", "Merkle", "Platform", "Vault", "TestSupport"],
      resources: [.copy("Frozen")]),
    tests(
      of: "Projections",
      ["Cadre", "CadreCodec", "CBOR", "EventLog", "LMDB", "Platform", "TestSupport"]),
    tests(
      of: "Office",
      [
        "Cadre", "CadreCodec", "CBOR", "EventLog", "Intake", "LMDB", "Merkle", "Migrations",
        "Platform", "Projections", "Terminal", "Vault", "TestSupport",
      ]),
    .testTarget(
      name: "ProcessTests", dependencies: ["Cadre", "JSON", "Office", "Platform", "TestSupport"],
      path: "Tests/ProcessTests",
      swiftSettings: strict),
    tests(of: "Intake", ["Cadre", "Office", "Platform", "TestSupport"]),
    tests(of: "Reports", ["Cadre", "JSON", "Office"]),
    tests(
      of: "Terminal",
      ["Cadre", "Intake", "JSON", "Merkle", "Office", "Platform", "Reports", "TestSupport"]),
    .testTarget(
      name: "HouseTests", dependencies: ["JSON", "Platform"], path: "Tests/HouseTests",
      swiftSettings: strict),
  ]
)
