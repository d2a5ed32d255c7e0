import Foundation
import Testing

/// What `docker/README.md` shows for balancers, tried with the balancer itself.
@Suite struct BalancerTests {
    private let document: Document

    init() throws {
        document = try Document("docker/README.md")
    }

    @Test(.enabled(if: Program.isInstalled("nginx"), "nginx is not installed"))
    func `nginx passes on what its example says`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(
            database: folder.path("a.db"),
            arguments: ["--trusted-proxies", "127.0.0.1"]
        )
        let socket = folder.path("nginx.sock")
        let block = try #require(document.blocks("nginx").first)
            .replacingOccurrences(of: "127.0.0.1:8080", with: "127.0.0.1:\(server.port)")
            .replacingOccurrences(of: "listen 8000;", with: "listen unix:\(socket);")
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { name in
            "\(name)_temp_path \(folder.path(name));"
        }
        let configuration = folder.path("nginx.conf")
        try """
        \(geteuid() == 0 ? "user root;" : "")
        daemon off;
        pid \(folder.path("nginx.pid"));
        error_log \(folder.path("error.log"));
        events {}
        http {
            access_log off;
            \(temporary.joined(separator: "\n"))
            \(block)
        }
        """.write(toFile: configuration, atomically: true, encoding: .utf8)
        let nginx = Process()
        nginx.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        nginx.arguments = ["nginx", "-e", folder.path("error.log"), "-c", configuration]
        try nginx.run()
        defer {
            nginx.terminate()
            nginx.waitUntilExit()
        }
        // Until it listens.
        let retry = ["--retry", "20", "--retry-delay", "1", "--retry-all-errors"]
        func ask(_ words: String..., input: [UInt8] = []) throws -> Program.Outcome {
            try runCommand(
                ["curl", "-sSi", "--max-time", "20", "--unix-socket", socket] + retry + words,
                input: input
            )
        }
        let story = Array(CommandFolder.story.utf8)
        let created = try ask("--data-binary", "@-", "http://a.example/articles", input: story)
        #expect(created.output.contains("201 Created"), "\(created)")
        let chunked = try ask("-T", "-", "http://a.example/articles/pier.txt", input: story)
        #expect(chunked.output.contains(" 200 ") || chunked.output.contains(" 201 "), "\(chunked)")
        #expect(try ask("http://a.example/articles?q=pier").output.contains(#""total":"#))
        let refused = try ask("http://a.example/articles?qery=pier")
        #expect(refused.output.contains("curl 'http://a.example/articles'"), "\(refused)")
        #expect(try ask("http://a.example/readyz").output.contains("200 OK"))
    }

    @Test func `probes of the examples are answered as they want`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("a.db"))
        var paths = document.text.matches(of: /path: (\/\S*), port/).map { String($0.1) }
        paths += document.text.matches(of: /--health-check-path (\S+)/).map { String($0.1) }
        #expect(paths.count == 4)
        for path in Set(paths + ["/"]) {
            let outcome = try server.curl(
                "-o",
                "/dev/null",
                "-w",
                "%{http_code}",
                "-A",
                "kube-probe/1.31",
                "URL\(path)"
            )
            #expect(outcome.output == "200", "\(path)")
        }
        // Each variable that is named is one.
        let help = try Program.run(["serve", "--help"]).output
        for name in document.text.matches(of: /DATELINE_([A-Z_]+)/).map({ String($0.1) })
        where !["KEY", "IMAGE"].contains(name) {
            let flag = "--" + name.lowercased().replacingOccurrences(of: "_", with: "-")
            #expect(help.contains(flag + " <"), "\(name)")
        }
    }
}
