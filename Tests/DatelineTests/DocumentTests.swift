import Foundation
import Testing

/// What the documents say is so: their commands run, their code compiles, their links lead somewhere.
@Suite struct DocumentTests {
    @Test func `every call of the HTTP API's page is answered as it says`() throws {
        let document = try Document("Sources/ArticleAPI/ArticleAPI.docc/HTTP.md")
        let folder = try CommandFolder()
        let server = try Server(database: folder.path("served.db"))
        for command in document.commands {
            let outcome = try folder.run(command.line, server: server)
            let statuses = outcome.httpStatuses
            #expect(statuses.count == 1, "\(command): \(outcome)")
            let isExpected = statuses.allSatisfy { status in
                command.status.map { status == $0 } ?? (200..<300).contains(status)
            }
            #expect(isExpected, "\(command): \(outcome)")
        }
        #expect(document.commands.count > 40)
    }

    /// All routes are on the page, so that none is forgotten.
    @Test func `the page of the HTTP API leaves nothing out`() throws {
        let text = try Document("Sources/ArticleAPI/ArticleAPI.docc/HTTP.md").text
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("a.db"))
        let paths = try #require(server.json("URL/openapi.json")["paths"] as? [String: Any])
        // What pages load, other names of a probe, and forms of a list that is there.
        let others = [
            "/", "/assets/{file}", "/healthz", "/livez", "/version", "/problems", "/tags",
            "/problems/{type}", "/articles.ndjson", "/articles.atom", "/articles.feed.json",
        ]
        for path in paths.keys where !others.contains(path) {
            let parts = path.split(separator: "/").filter { !$0.hasPrefix("{") }
            let isThere = parts.allSatisfy { text.contains("/" + $0) }
            #expect(isThere, "\(path)")
        }
    }

    @Test func `links between documents lead somewhere`() throws {
        for document in try Document.all() {
            let folder = Shared.root.appendingPathComponent(document.path)
                .deletingLastPathComponent()
            for link in document.text.matches(of: /\]\(([^)#:]+)\)/) {
                let target = folder.appendingPathComponent(String(link.1)).standardizedFileURL
                #expect(
                    FileManager.default.fileExists(atPath: target.path),
                    "\(document): \(link.1)"
                )
            }
        }
    }

    @Test func `every module has a page`() throws {
        let package = try String(
            contentsOf: Shared.root.appendingPathComponent("Package.swift"),
            encoding: .utf8
        )
        let targets = package.matches(of: /\.(?:target|executableTarget)\(\s*name: "(\w+)"/)
            .map { String($0.1) }
        #expect(targets.count > 8)
        for target in targets where target != "CPosix" {
            let folder = target == "Migrations" ? target : "Sources/\(target)"
            let page = try Document("\(folder)/\(target).docc/\(target).md")
            // The program's has no symbols, and names none.
            let title = page.text.prefix { $0 != "\n" }.filter { $0 != "`" }
            #expect(title == "# \(target)")
        }
    }

    /// The examples of the modules' pages, each in a function of its own, against the modules as built.
    @Test func `the examples of the modules' pages compile`() throws {
        // Those of the tests, which a sanitizer has not changed.
        let modules = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("Modules").path
        let folder = try TemporaryFolder()
        var files: [String] = []
        for document in try Document.all() where document.path.contains(".docc/") {
            for block in document.blocks("swift") {
                let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
                let imports = lines.filter { $0.hasPrefix("import ") }
                let body = lines.filter { !$0.hasPrefix("import ") }
                let path = folder.path("Example\(files.count).swift")
                try """
                // \(document.path)
                \(imports.joined(separator: "\n"))
                func example\(files.count)() throws {
                \(body.joined(separator: "\n"))
                }
                """.write(toFile: path, atomically: true, encoding: .utf8)
                files.append(path)
            }
        }
        #expect(files.count > 7)
        let headers = try runCommand([
            "find", Shared.root.appendingPathComponent("Sources").path, modules + "/..",
            "-maxdepth", "2", "-name", "module.modulemap",
        ])
        let maps = headers.output.split(separator: "\n").flatMap { map in
            ["-Xcc", "-fmodule-map-file=" + map]
        }
        // The package's name is its folder's, as SwiftPM makes it a word.
        let package = Shared.root.lastPathComponent.lowercased().map { character in
            character.isLetter || character.isNumber ? String(character) : "_"
        }
        let outcome = try runCommand(
            [
                "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-package-name",
                package.joined(), "-I", modules, "-I", "/usr/include/libxml2",
            ] + maps + files
        )
        #expect(outcome.status == 0, "\(outcome.error)")
    }
}

extension Program.Outcome {
    /// The statuses of the answers that curl wrote down (`CommandFolder`).
    var httpStatuses: [Int] {
        output.matches(of: /HTTP-STATUS ([0-9]{3})\n/).compactMap { Int($0.1) }
    }
}
