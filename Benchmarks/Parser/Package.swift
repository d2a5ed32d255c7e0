// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "parser-speed",
    dependencies: [.package(name: "dateline", path: "../..")],
    targets: [
        .executableTarget(
            name: "ParserSpeed",
            dependencies: [.product(name: "ArticleParsing", package: "dateline")]
        )
    ]
)
