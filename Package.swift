// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled alike: warnings stop the build.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "dateline",
    products: [
        .executable(name: "dateline", targets: ["Dateline"]),
        .library(name: "ArticleParsing", targets: ["ArticleParsing"]),
        .library(name: "HTTPServer", targets: ["HTTPServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        // Its pkg-config file asks for the extensions, another package, of which nothing is used.
        .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CPosix"),

        .target(name: "Articles", swiftSettings: strict),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(
            name: "HTTPServer",
            dependencies: ["CPosix", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict
        ),
        .target(
            name: "ArticleParsing",
            dependencies: ["Articles", "CLibXML2", "CMarkdown", "CPosix", "CZlib"],
            swiftSettings: strict
        ),
        .target(
            name: "TextAnalysis",
            dependencies: ["Articles", "CStemmer"],
            swiftSettings: strict
        ),
        .target(
            name: "Migrations",
            path: "Migrations",
            resources: [
                .embedInCode("0001_articles.sql"), .embedInCode("0002_keeping.sql"),
                .embedInCode("0003_search.sql"), .embedInCode("0004_keys.sql"),
                .embedInCode("0005_near_members.sql"), .embedInCode("0006_packed_text.sql"),
                .embedInCode("0007_waiting_words.sql"), .embedInCode("0008_updated.sql"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "ArticleStore",
            dependencies: ["Articles", "SQLite", "Migrations", "CZlib", "TextAnalysis"],
            swiftSettings: strict
        ),
        .target(
            name: "ArticleService",
            dependencies: ["Articles", "ArticleParsing", "ArticleStore", "CCrypto", "CZlib"],
            swiftSettings: strict
        ),
        .target(
            name: "ArticleAPI",
            dependencies: [
                "Articles", "ArticleParsing", "ArticleService", "ArticleStore", "CZlib",
                "HTTPServer", "TextAnalysis",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [
                .embedInCode("Page/Assets/page.css"), .embedInCode("Page/Assets/page.js"),
                .embedInCode("Page/Assets/icon.svg"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Dateline",
            dependencies: [
                "ArticleAPI", "ArticleParsing", "ArticleService", "ArticleStore", "Articles",
                "CPosix", "CZlib", "HTTPServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["systemd"],
            swiftSettings: strict
        ),

        .testTarget(name: "ArticlesTests", dependencies: ["Articles"], swiftSettings: strict),
        .testTarget(
            name: "TextAnalysisTests",
            dependencies: ["TextAnalysis"],
            swiftSettings: strict
        ),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
        .testTarget(
            name: "HTTPServerTests",
            dependencies: ["HTTPServer"],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArticleParsingTests",
            dependencies: ["ArticleParsing"],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArticleStoreTests",
            dependencies: ["ArticleStore", "SQLite", "Migrations", "TextAnalysis"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArticleServiceTests",
            dependencies: ["Articles", "ArticleParsing", "ArticleService", "ArticleStore"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArticleAPITests",
            dependencies: [
                "ArticleAPI", "ArticleParsing", "ArticleService", "ArticleStore", "HTTPServer",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DatelineTests",
            dependencies: ["ArticleStore", "Articles", "Dateline", "Migrations", "SQLite"],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
