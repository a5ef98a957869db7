// swift-tools-version:6.1
import PackageDescription

// One array of settings for every Swift target, each with its reason.
let strict: [SwiftSetting] = [
  // `any P` is written out, so that a dynamic call shows in the source.
  .enableUpcomingFeature("ExistentialAny"),
  // A member is visible only where its module is imported: a file's imports tell what it rests on.
  .enableUpcomingFeature("MemberImportVisibility"),
  // Imports stay private to a target unless it says otherwise: GRDB and ncurses never leak upwards.
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "desk",
  products: [.executable(name: "desk", targets: ["desk"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(
      name: "DeskModel",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"),
        // SQLite's own functions: the journal's bytes are hashed where SQLite holds them.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(name: "DeskTUI", dependencies: ["CNcurses", "DeskModel"], swiftSettings: strict),
    .executableTarget(
      name: "desk",
      dependencies: [
        "DeskModel", "DeskTUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // As delivered the program lies at a fixed address: a hundred thousand pointers need not be filled in at each
      // start, an eighth of the time to the first screen. Libraries, heap and stack stay where chance puts them.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))
      ]
    ),
    .executableTarget(
      name: "desk-bench",
      dependencies: [
        "DeskModel", "DeskPseudoTerminal", "DeskTUI",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      path: "Bench", exclude: ["baseline.c"], swiftSettings: strict),
    .target(
      name: "DeskTestSupport", dependencies: ["DeskModel", "DeskTUI"],
      path: "Tests/DeskTestSupport",
      swiftSettings: strict),
    // Apart from DeskTestSupport, because a release build of the benchmarks has no Testing module.
    .target(
      name: "DeskPseudoTerminal", dependencies: ["DeskTUI"], path: "Tests/DeskPseudoTerminal",
      swiftSettings: strict),
    .testTarget(
      name: "DeskModelTests",
      dependencies: [
        "DeskModel", "DeskTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: ["__Snapshots__"], swiftSettings: strict),
    .executableTarget(
      name: "DeskTerminalProbe", dependencies: ["DeskModel", "DeskTUI"],
      path: "Tests/DeskTerminalProbe", swiftSettings: strict),
    .executableTarget(
      name: "DeskWriterProbe", dependencies: ["DeskModel"], path: "Tests/DeskWriterProbe",
      swiftSettings: strict),
    .testTarget(
      name: "DeskTUITests",
      dependencies: ["CNcurses", "DeskModel", "DeskTUI", "DeskTestSupport"],
      exclude: ["__Snapshots__"], swiftSettings: strict),
    .testTarget(
      name: "DeskEndToEndTests",
      dependencies: [
        "desk", "DeskModel", "DeskPseudoTerminal", "DeskTerminalProbe", "DeskTestSupport",
        "DeskWriterProbe",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
