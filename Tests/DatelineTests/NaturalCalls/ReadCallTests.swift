import Foundation
import Testing

/// The calls that ask, mend and repeat, as a newcomer types them.
///
/// The numbers are those of the list of natural calls.
@Suite struct ReadCallTests {
    /// A newcomer whose server has the story, as article 1.
    private func newcomer(
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Newcomer {
        let newcomer = try Newcomer(arguments, environment: environment)
        let login = environment["DATELINE_KEY"].map { "-u :\($0)" } ?? ""
        let stored = try newcomer.type(
            "curl \(login) --data-binary @article.txt localhost:8080/articles"
        )
        try #require(stored.status == 201, "\(stored)")
        return newcomer
    }

    @Test func `1: the index is JSON with three commands that run`() throws {
        let newcomer = try newcomer()
        let reply = try newcomer.type("curl -i localhost:8080")
        #expect(reply.status == 200)
        #expect(reply.fields["content-type"] == "application/json")
        let index = try newcomer.type("curl localhost:8080")
        #expect(index.text.hasSuffix("}\n"))
        let commands = try #require(index.json["commands"] as? [[String: String]])
        #expect(commands.count == 3)
        for command in commands.compactMap({ $0["run"] }) {
            #expect([200, 201].contains(try newcomer.type(command).status), "\(command)")
        }
    }

    @Test func `24: words need no encoding, and bytes that are no UTF-8 are refused`() throws {
        let newcomer = try newcomer()
        try newcomer.write("Müller fährt\n\nHerr Müller fuhr am Montag, sagte er.\n", to: "m.txt")
        try newcomer.type("curl --data-binary @m.txt localhost:8080/articles")
        let found = try newcomer.type("curl 'localhost:8080/articles?q=Müller'")
        #expect(found.json["total"] as? Int == 1)
        let bad = try newcomer.type(#"curl "localhost:8080/articles?q=$(printf 'M\374ller')""#)
        #expect(bad.status == 400)
        #expect(!bad.hint.isEmpty)
    }

    @Test func `25: a space is curl's own error, and the README shows the way`() throws {
        let newcomer = try newcomer()
        let reply = try newcomer.type("curl 'localhost:8080/articles?q=ferry storm'")
        #expect(reply.exit == 3 && reply.status == 0)
        #expect(try Self.readme().contains("curl -G --data-urlencode 'q="))
    }

    @Test func `26: a plus is a space, and quotation marks go through`() throws {
        let newcomer = try newcomer()
        for query in ["ferry \"out of service\"", "ferry storm", "“night crew”"] {
            let found = try newcomer.type(
                "curl -G --data-urlencode 'q=\(query)' localhost:8080/articles"
            )
            #expect(found.json["total"] as? Int == 1, "\(query)")
        }
        let none = try newcomer.type(
            "curl -G --data-urlencode 'q=\"service of out\"' localhost:8080/articles"
        )
        #expect(none.json["total"] as? Int == 0)
    }

    /// What the shell makes of an address without quotes cannot be seen; what is shown has them.
    @Test func `27: every address with a question mark is shown in quotes`() throws {
        let newcomer = try newcomer()
        let unquoted = try newcomer.type("curl localhost:8080/articles?q=ferry&from=2023-10-14")
        #expect(unquoted.json["total"] as? Int == 1)
        var shown = try Self.readme().components(separatedBy: "\n")
        let wrong = [
            "curl 'localhost:8080/articles?form=2023-10-14'",
            "curl 'localhost:8080/articles?q=a&from=soon'",
            "curl 'localhost:8080/articles?cursor=x'", "curl 'localhost:8080/articles/1?a=b'",
            "curl -X POST 'localhost:8080/articles?format=tekst'", "curl localhost:8080",
        ]
        for command in wrong { shown.append(try newcomer.type(command).text) }
        for line in shown where line.contains("curl ") {
            for word in line.split(separator: " ") where word.contains("http://") {
                guard word.contains("?") else { continue }
                #expect(word.contains("'http://"), "\(line)")
            }
        }
    }

    @Test func `28: HEAD is answered with the fields of GET, everywhere`() throws {
        let newcomer = try newcomer()
        let changing: Set<String> = ["date", "x-request-id", "server-timing"]
        let paths = [
            "/", "/articles", "/articles?q=ferry", "/articles/1", "/articles/1/raw",
            "/articles/1/explain", "/articles/1/versions", "/articles/9", "/nothing", "/healthz",
            "/readyz", "/version", "/openapi.json", "/problems", "/articles.rss", "/export",
        ]
        for path in paths {
            let head = try newcomer.type("curl -I 'localhost:8080\(path)'")
            let get = try newcomer.type("curl -i 'localhost:8080\(path)'")
            #expect(head.status == get.status, "\(path)")
            #expect(head.text.hasSuffix("\r\n\r\n"), "\(path) has a body")
            let fields = head.fields.filter { !changing.contains($0.key) }
            #expect(fields == get.fields.filter { !changing.contains($0.key) }, "\(path)")
            let isStream = path == "/export"
            #expect((fields["content-length"] != nil) != isStream, "\(path)")
        }
    }

    @Test func `29: OPTIONS says what may be asked, everywhere`() throws {
        let newcomer = try newcomer()
        let allowed = [
            "/": "GET, HEAD, POST, OPTIONS",
            "/articles": "GET, HEAD, POST, PUT, OPTIONS",
            "/articles/1": "GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
            "/export": "GET, HEAD, OPTIONS", "/healthz": "GET, HEAD, OPTIONS",
        ]
        for (path, methods) in allowed {
            let reply = try newcomer.type("curl -i -X OPTIONS localhost:8080\(path)")
            #expect(reply.status == 200)
            let found = Set((reply.fields["allow"] ?? "").components(separatedBy: ", "))
            #expect(found == Set(methods.components(separatedBy: ", ")), "\(path)")
            #expect(reply.fields["content-length"] == "0")
        }
    }

    @Test func `30: --compressed packs what is long, and tells caches`() throws {
        let newcomer = try newcomer()
        let long = try newcomer.type("curl -i --compressed localhost:8080/openapi.json")
        #expect(long.fields["content-encoding"] == "gzip")
        #expect(long.fields["vary"]?.contains("Accept-Encoding") == true)
        #expect(long.text.contains("\"openapi\""))
        let short = try newcomer.type("curl -i --compressed localhost:8080/version")
        #expect(short.fields["content-encoding"] == nil)
        let plain = try newcomer.type("curl -i localhost:8080/openapi.json")
        #expect(plain.fields["content-encoding"] == nil)
        #expect(plain.fields["vary"]?.contains("Accept-Encoding") == true)
    }

    @Test func `31: the password of Basic is the key, whatever the user`() throws {
        let key = "an-unguessable-key-of-somebody"
        let newcomer = try newcomer(environment: ["DATELINE_KEY": key])
        let post = "--data-binary @herring.txt localhost:8080/articles"
        let without = try newcomer.type("curl -i \(post)")
        #expect(without.status == 401)
        #expect(without.fields["www-authenticate"]?.isEmpty == false)
        #expect(try newcomer.type("curl -u :wrong \(post)").status == 401)
        for (login, status) in [
            ("-u me:\(key)", 201), ("-u :\(key)", 200), ("-H 'Authorization: Bearer \(key)'", 200),
            ("-H 'X-Api-Key: \(key)'", 200), ("--oauth2-bearer \(key)", 200),
        ] {
            #expect(try newcomer.type("curl \(login) \(post)").status == status, "\(login)")
        }
    }

    @Test func `32: HTTP/1.0 gets no chunks, and the connection closes`() throws {
        let newcomer = try newcomer()
        for path in ["/articles", "/articles/1", "/export"] {
            let reply = try newcomer.type("curl -0 -i localhost:8080\(path)")
            #expect(reply.status == 200)
            #expect(reply.fields["transfer-encoding"] == nil, "\(path)")
            #expect(reply.fields["connection"] == "close", "\(path)")
            #expect(reply.text.contains("Ferry sails again"))
        }
    }

    @Test func `33: an offer of HTTP/2 is passed over`() throws {
        let newcomer = try newcomer()
        let reply = try newcomer.type("curl -i --http2 http://localhost:8080/articles/1")
        #expect(reply.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(reply.fields["upgrade"] == nil)
    }

    @Test func `34: what has not changed is not sent again`() throws {
        let newcomer = try newcomer()
        for path in ["/articles/1", "/articles/1/raw", "/articles?q=ferry"] {
            let fetch = "curl --etag-save tag --etag-compare tag -o page 'localhost:8080\(path)'"
            #expect(try newcomer.type(fetch).status == 200, "\(path)")
            #expect(try newcomer.type(fetch).status == 304, "\(path)")
            try newcomer.type("rm tag")
        }
        // The file's own time is what `-z FILE` asks by, and `-R` has set that to Last-Modified.
        let fetch = "curl -R -o story.json -z story.json localhost:8080/articles/1"
        #expect(try newcomer.type("curl -R -o story.json localhost:8080/articles/1").status == 200)
        #expect(try newcomer.type(fetch).status == 304)
        let since = "curl -z 'Sun, 15 Oct 2023 00:00:00 GMT' localhost:8080/articles/1"
        #expect(try newcomer.type(since).status == 200)
    }

    @Test func `35: parts of an original, and a download taken up again`() throws {
        let newcomer = try newcomer()
        let part = try newcomer.type("curl -i -r 0-4 localhost:8080/articles/1/raw")
        #expect(part.status == 206)
        let length = Newcomer.story.utf8.count
        #expect(part.fields["content-range"] == "bytes 0-4/\(length)")
        #expect(part.text.hasSuffix("\r\n\r\nFerry"))
        for path in ["/articles/1/raw", "/export"] {
            let url = "localhost:8080\(path)"
            try newcomer.type("curl -o whole \(url)")
            #expect(try newcomer.type("curl -r 0-99 -o half \(url)").status == 206, "\(path)")
            #expect(try newcomer.read("half").utf8.count == 100)
            #expect(try newcomer.type("curl -C - -o half \(url)").status == 206, "\(path)")
            #expect(try newcomer.read("half") == newcomer.read("whole"), "\(path)")
            // All of it is there: nothing is left to be sent, which curl is content with.
            #expect(try newcomer.type("curl -C - -o half \(url)").status == 416, "\(path)")
            #expect(try newcomer.read("half") == newcomer.read("whole"), "\(path)")
            #expect(try newcomer.type("curl -r -9 \(url)").text.utf8.count == 9)
        }
        // What is made anew each time has no parts: curl is told so and says it.
        try newcomer.type("curl -o whole localhost:8080/articles; head -c 10 whole > page")
        let again = try newcomer.type("curl -C - -o page localhost:8080/articles")
        #expect(again.exit == 33 && again.status == 200)
    }

    @Test(
        arguments: [
            "--json '{\"section\": \"world\"}'", "-d '{\"section\": \"world\"}'",
            "-H 'Content-Type: application/merge-patch+json' -d '{\"section\": \"world\"}'",
        ]
    )
    func `36: PATCH sets a field by hand`(body: String) throws {
        let newcomer = try newcomer()
        let reply = try newcomer.type("curl -X PATCH \(body) localhost:8080/articles/1")
        #expect(reply.status == 200, "\(reply)")
        #expect(reply.json["section"] as? String == "world")
        #expect(reply.json["version"] as? Int == 2)
        let explained = try newcomer.type("curl localhost:8080/articles/1/explain")
        let fields = explained.json["fields"] as? [String: [String: Any]]
        #expect(fields?["section"]?["rule"] as? String == "manual")
    }

    @Test func `37: nothing that stores is ever redirected`() throws {
        let newcomer = try Newcomer()
        let format = "-o answer -w '%{num_redirects} %{http_code}'"
        for (path, status) in [
            ("/articles", 201), ("/articles/", 200), ("/", 200), ("", 200), ("/Articles/", 404),
            ("/ARTICLES", 404), ("//articles", 404),
        ] {
            let reply = try newcomer.type(
                "curl -L \(format) --data-binary @article.txt localhost:8080\(path)"
            )
            #expect(reply.text + "\(reply.status)" == "0 \(status)" || reply.text == "0 \(status)")
            guard status == 404 else { continue }
            let problem = try newcomer.read("answer")
            #expect(problem.contains("/articles'") || problem.contains("/articles\""), "\(problem)")
        }
    }

    @Test func `38: statuses are right, so that -f and --fail-with-body see them`() throws {
        let newcomer = try newcomer()
        for (words, status) in [
            ("localhost:8080/articles/9", 404), ("'localhost:8080/articles?form=x'", 400),
            ("-d '' localhost:8080/articles", 422), ("-X DELETE localhost:8080/articles", 405),
        ] {
            let silent = try newcomer.type("curl -f \(words)")
            #expect(silent.exit == 22 && silent.status == status, "\(words)")
            let reply = try newcomer.type("curl --fail-with-body \(words)")
            #expect(reply.exit == 22 && !reply.hint.isEmpty, "\(words)")
        }
        #expect(try newcomer.type("curl -f localhost:8080/articles/1").exit == 0)
    }

    @Test func `39: a POST whose answer was lost is repeated, and stored once`() throws {
        let newcomer = try Newcomer()
        try newcomer.write(Self.forgetfulRelay, to: "relay.py")
        // The relay passes on what it gets, and says of the first answer that it came to nothing.
        let reply = try newcomer.type(
            """
            mkfifo port; python3 relay.py \(newcomer.server.port) > port & read port < port; \
            curl --retry 3 --retry-delay 1 --data-binary @article.txt \
            "127.0.0.1:$port/articles"; kill $!
            """
        )
        #expect(reply.status == 200, "\(reply)")
        // curl prints both answers: the one that it did not believe, and the one to its second try.
        #expect(reply.text.contains("\"status\":\"duplicate\""))
        #expect(try newcomer.count() == 1)
    }

    /// Relays two POSTs: the first one's answer gets lost behind a 503.
    private static let forgetfulRelay = """
        import http.client, http.server, sys

        class Relay(http.server.BaseHTTPRequestHandler):
            first = True

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                server = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
                server.request("POST", self.path, body, {"Content-Type": "text/plain"})
                answer = server.getresponse()
                data, status = answer.read(), 503 if Relay.first else answer.status
                Relay.first = False
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *words):
                pass

        relay = http.server.HTTPServer(("127.0.0.1", 0), Relay)
        print(relay.server_port, flush=True)
        relay.handle_request()
        relay.handle_request()
        """

    @Test func `40: no path leads out, and an unknown parameter is refused`() throws {
        let newcomer = try newcomer()
        for path in ["/../../etc/passwd", "/articles/../../etc/passwd", "/assets/../../etc/passwd"]
        {
            let reply = try newcomer.type("curl --path-as-is localhost:8080\(path)")
            #expect([400, 404].contains(reply.status), "\(path)")
            #expect(!reply.text.contains("root:"))
        }
        let unknown = try newcomer.type("curl -g 'localhost:8080/articles?q[]=a'")
        #expect(unknown.status == 400)
        #expect(unknown.json["did_you_mean"] as? String == "q")
    }

    @Test func `a hint runs when it is pasted`() throws {
        let newcomer = try newcomer()
        let wrong = [
            "curl 'localhost:8080/articles?form=2023-10-14'", "curl localhost:8080/article",
            "curl 'localhost:8080/articles?sort=best'", "curl localhost:8080/articles/9",
            "curl -X POST localhost:8080/articles", "curl -X DELETE localhost:8080/articles",
            "curl 'localhost:8080/articles?q=a&query=b'", "curl localhost:8080/Articles/",
            "curl -T article.txt localhost:8080", "curl 'localhost:8080/articles?limit=x'",
            "curl 'localhost:8080/articles?from=soon'", "curl 'localhost:8080/articles?cursor=x'",
            "curl -r 99999- localhost:8080/articles/1/raw",
            "curl -d 'Share' localhost:8080/articles",
        ]
        for command in wrong {
            let reply = try newcomer.type(command)
            #expect((400...499).contains(reply.status), "\(command)")
            #expect(reply.hint.hasPrefix("curl "), "\(command): \(reply.hint)")
            let hinted = try newcomer.type(reply.hint)
            #expect(hinted.exit == 0 && hinted.status < 300, "\(command): \(reply.hint): \(hinted)")
        }
    }

    private static func readme() throws -> String {
        let url = Shared.root.appendingPathComponent("README.md")
        return try String(contentsOf: url, encoding: .utf8)
    }
}
