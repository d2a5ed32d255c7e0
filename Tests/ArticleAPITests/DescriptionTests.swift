import Articles

import HTTPServer
import Testing

@testable import ArticleAPI

@Suite struct DescriptionTests {
    private func document() throws -> JSONValue {
        try #require(try TestClient().send("GET", "/openapi.json").json)
    }

    @Test func `every route is described, and nothing else`() throws {
        let paths = try #require(try document().at("paths"))
        #expect(paths.names == Router.dateline.resources.map(\.pattern))
        for resource in Router.dateline.resources {
            let operations = try #require(paths[resource.pattern])
            #expect(
                operations.names == resource.routes.map { $0.method.rawValue.lowercased() },
                "\(resource.pattern)"
            )
        }
    }

    @Test func `every endpoint says what it does and answers, and every parameter what it means`()
        throws
    {
        for resource in Router.dateline.resources {
            for route in resource.routes {
                let note = "\(route.method.rawValue) \(route.pattern)"
                let documentation = route.endpoint.documentation
                #expect(!documentation.summary.isEmpty, "\(note)")
                #expect(!documentation.successes.isEmpty, "\(note)")
                #expect(
                    documentation.body.isEmpty || [.post, .put, .patch].contains(route.method),
                    "\(note)"
                )
                for declaration in route.endpoint.parameters.declarations {
                    #expect(!declaration.words.isEmpty, "\(note): \(declaration.name)")
                }
            }
        }
    }

    @Test func `every schema that is referred to is there, and operations have names of their own`()
        throws
    {
        let text = try TestClient().send("GET", "/openapi.json").text
        let names = Set(Schemas.all.map(\.name))
        for match in text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/) {
            #expect(names.contains(String(match.1)))
        }
        let identifiers = text.matches(of: /"operationId": "([^"]+)"/).map { String($0.1) }
        #expect(Set(identifiers).count == identifiers.count)
        for (name, schema) in Schemas.all {
            #expect(JSONValue(Array(schema.utf8)) != nil, "\(name)")
        }
    }
}

@Suite struct MetricsTests {
    @Test func `answers are counted by route and status`() throws {
        let client = TestClient()
        try client.send("POST", "/articles", body: "Storm\n\nRain fell on the harbour.")
        try client.send("GET", "/articles/1")
        try client.send("GET", "/articles/7")
        try client.send("GET", "/nowhere")
        let answer = try client.send("GET", "/metrics")
        #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        for line in [
            #"dateline_requests_total{method="POST",route="/articles",status="201"} 1"#,
            #"dateline_requests_total{method="GET",route="/articles/{id}",status="200"} 1"#,
            #"dateline_requests_total{method="GET",route="/articles/{id}",status="404"} 1"#,
            #"dateline_requests_total{method="other",route="other",status="404"} 1"#,
            #"dateline_request_seconds_count{method="GET",route="/articles/{id}"} 2"#,
            #"dateline_stage_seconds_count{stage="parse"} 1"#, "dateline_articles 1",
            "dateline_connections 3",
        ] {
            #expect(answer.text.contains(line + "\n"), "\(line)")
        }
    }

    /// The text format's own rules: a family begins once, with HELP and TYPE; a sample belongs to
    /// it; buckets grow up to the count.
    @Test func `the text keeps the rules of its format`() throws {
        let client = TestClient()
        try client.send("GET", "/articles")
        try client.send("POST", "/articles", body: "Storm\n\nRain fell on the harbour.")
        let text = try client.send("GET", "/metrics").text
        #expect(text.hasSuffix("\n"))
        var families: [String: String] = [:]
        var family = ""
        var samples: Set<String> = []
        var bucket = (series: "", value: 0)
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /# HELP ([a-z_]+) \S.*/) {
                family = String(match.1)
                #expect(families[family] == nil, "\(family) twice")
                continue
            }
            if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                #expect(match.1 == family)
                families[family] = String(match.2)
                #expect((match.2 == "counter") == family.hasSuffix("_total"))
                continue
            }
            let sample = try #require(
                line.wholeMatch(
                    of: /(([a-z_]+)(\{[a-z_]+="[^"\\\n]*"(,[a-z_]+="[^"\\\n]*")*\})?) ([0-9.e+-]+)/
                ),
                "\(line)"
            )
            let name = String(sample.2)
            let isHistogram = families[family] == "histogram"
            let names = isHistogram ? ["_bucket", "_sum", "_count"].map { family + $0 } : [family]
            #expect(names.contains(name), "\(line)")
            #expect(samples.insert(String(sample.1)).inserted, "\(line) twice")
            if name.hasSuffix("_bucket") {
                let series = sample.1.split(separator: "le=").first.map(String.init) ?? ""
                let value = try #require(Int(sample.5))
                #expect(series != bucket.series || value >= bucket.value, "\(line)")
                bucket = (series, value)
            } else if name.hasSuffix("_count"), isHistogram {
                #expect(Int(sample.5) == bucket.value, "\(line)")
            }
        }
        #expect(families.count > 10)
    }

    @Test(
        arguments: [
            (Duration.microseconds(250), 0), (.microseconds(251), 1), (.milliseconds(1), 1),
            (.seconds(10), 12), (.seconds(11), 13),
        ]
    )
    func `a duration falls into the first bucket that holds it`(duration: Duration, bucket: Int) {
        #expect(RequestCounters.bucket(of: duration) == bucket)
    }
}
