import Foundation
import Testing

/// The calls that store a text, as a newcomer types them.
///
/// The numbers are those of the list of natural calls.
@Suite struct UploadCallTests {
    /// Calls after which the story is stored as it was written.
    static let whole: [(row: Int, command: String)] = [
        (3, #"curl -d "$(cat article.txt)" localhost:8080/articles"#),
        (4, "curl --data-binary @article.txt localhost:8080/articles"),
        (4, "curl --data-binary @- localhost:8080/articles < article.txt"),
        (
            4,
            "curl -H 'Content-Type: text/plain' --data-binary @article.txt localhost:8080/articles"
        ),
        (4, "curl -H 'Content-Type:' --data-binary @article.txt localhost:8080/articles/"),
        (4, "curl --data-binary @article.txt localhost:8080"),
        (6, "curl -T article.txt localhost:8080/articles"),
        (7, "curl -T article.txt localhost:8080/articles/"),
        (8, "curl -T - localhost:8080/articles < article.txt"),
        (10, "curl -X POST -T article.txt localhost:8080/articles"),
        (11, "curl -F file=@article.txt localhost:8080/articles"),
        (11, "curl -F 'my story=@article.txt' localhost:8080/articles"),
        (11, "curl -F file=@article.txt.gz localhost:8080/articles"),
        (12, "curl -F 'text=<article.txt' localhost:8080/articles"),
        (14, "curl --data-urlencode text@article.txt localhost:8080/articles"),
        (15, "curl --data-urlencode @article.txt localhost:8080/articles"),
        (18, "curl --data-binary @article.txt.gz localhost:8080/articles"),
        (
            19,
            "curl -H 'Content-Encoding: gzip' --data-binary @article.txt.gz localhost:8080/articles"
        ),
        (
            20,
            "curl -H 'Transfer-Encoding: chunked' --data-binary @article.txt localhost:8080/articles"
        ),
        (22, "curl --data-binary @utf16.txt localhost:8080/articles"),
        (32, "curl -0 --data-binary @article.txt localhost:8080/articles"),
        (33, "curl --http2 --data-binary @article.txt http://localhost:8080/articles"),
        (37, "curl -L --data-binary @article.txt localhost:8080/articles/"),
        (38, "curl -f --data-binary @article.txt localhost:8080/articles"),
    ]

    @Test func `3 to 38: a text is stored whole however it is sent`() throws {
        let newcomer = try Newcomer()
        for (row, command) in Self.whole {
            let reply = try newcomer.type(command)
            #expect(reply.status == 201, "row \(row): \(command): \(reply)")
            #expect(reply.exit == 0 && reply.text.hasSuffix("\n"), "row \(row): \(command)")
            #expect(reply.json["status"] as? String == "created", "row \(row): \(command)")
            #expect(reply.article["headline"] as? String == "Ferry sails again", "row \(row)")
            #expect(reply.article["paragraph_count"] as? Int == 2, "row \(row): \(command)")
            #expect(reply.article["source"] as? String == "Reuters", "row \(row): \(command)")
            #expect(!reply.warnings.contains("newlines_lost"), "row \(row): \(command)")
            let url = "localhost:8080\(reply.article["url"] as? String ?? "")"
            let text = try newcomer.type("curl '\(url)?fields=text'")
            #expect(text.text.contains("“night crew” & council said."), "row \(row): \(command)")
            try newcomer.type("curl -X DELETE \(url)")
        }
    }

    /// Calls in which curl takes the line ends out.
    @Test(
        arguments: [
            "curl -d @article.txt localhost:8080/articles",
            "cat article.txt | curl -d @- localhost:8080/articles",
            "curl -H 'Content-Type: text/plain' -d @article.txt localhost:8080/articles",
        ]
    )
    func `2: lost line ends are put back, and said`(command: String) throws {
        let newcomer = try Newcomer()
        let vector = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Vectors/ferry.txt")
        try newcomer.write(String(contentsOf: vector, encoding: .utf8), to: "article.txt")
        let reply = try newcomer.type(command)
        #expect(reply.status == 201)
        #expect(reply.article["paragraph_count"] as? Int == 5)
        #expect(reply.article["published_at"] as? String == "2024-03-03")
        #expect(reply.warnings.contains("newlines_lost"))
        let warnings = reply.json["warnings"] as? [[String: Any]]
        let hint = warnings?.compactMap { $0["hint"] as? String }.first ?? ""
        #expect(hint.contains("--data-binary"))
        // The hint stores the same text, with its line ends: it is known by its words.
        let again = try newcomer.type(hint)
        #expect(again.status == 200, "\(hint): \(again)")
    }

    @Test func `3: what is typed is text, whatever signs are in it`() throws {
        let newcomer = try Newcomer()
        let texts = [
            "Pier opens. It cost 3 + 4 = 7 million & more, 50% over plan.",
            "Tide tables: a=b&c=d is how the harbour writes them, clerks say.",
            "text/plain & form-data: which is which, newcomers ask on the quay.",
        ]
        for text in texts {
            let reply = try newcomer.type("curl -d '\(text)' localhost:8080/articles")
            #expect(reply.status == 201, "\(reply)")
            let url = try #require(reply.article["url"] as? String)
            #expect(try newcomer.type("curl localhost:8080\(url)/raw").text == text)
        }
    }

    @Test func `4: the bytes come back as they were sent`() throws {
        let newcomer = try Newcomer()
        try newcomer.type("curl --data-binary @article.txt localhost:8080/articles")
        try newcomer.type("curl -o back.txt localhost:8080/articles/1/raw")
        #expect(try newcomer.read("back.txt") == Newcomer.story)
    }

    @Test func `7: PUT by name is idempotent, and another text is a new version`() throws {
        let newcomer = try Newcomer()
        let command = "curl -T article.txt localhost:8080/articles/"
        let created = try newcomer.type(command)
        #expect(created.status == 201)
        #expect(created.article["name"] as? String == "article.txt")
        let again = try newcomer.type(command)
        #expect(again.status == 200 && again.json["status"] as? String == "unchanged")
        try newcomer.type("cp herring.txt article.txt")
        let changed = try newcomer.type(command)
        #expect(changed.status == 200 && changed.json["status"] as? String == "updated")
        #expect(changed.article["version"] as? Int == 2)
        #expect(try newcomer.count() == 1)
        let named = try newcomer.type("curl localhost:8080/articles/name:article.txt")
        #expect(named.json["headline"] as? String == "Herring comes back")
    }

    @Test func `8: a body without a length is cut off at the limit`() throws {
        let newcomer = try Newcomer(["--maximum-body", "100000"])
        try newcomer.writeLongText()
        let reply = try newcomer.type("curl -T - localhost:8080/articles < long.txt")
        #expect(reply.status == 413, "\(reply)")
        #expect(reply.detail.contains("100000"))
        #expect(try newcomer.count() == 0)
    }

    @Test func `9: PUT to the root says what to do, and that works`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type("curl -T article.txt localhost:8080")
        #expect(reply.status == 404)
        #expect(reply.hint.hasPrefix("curl "))
        #expect(try newcomer.type(reply.hint).status == 201, "\(reply.hint)")
    }

    @Test func `11: each file of a form is an article, and a bad one fails alone`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(
            "curl -F a=@article.txt.gz -F b=@herring.txt -F c=@paper.pdf localhost:8080/articles"
        )
        #expect(reply.status == 200)
        #expect(
            reply.json["summary"] as? [String: Int]
                == ["received": 3, "created": 2, "duplicate": 0, "failed": 1]
        )
        let items = try #require(reply.json["items"] as? [[String: Any]])
        let detail = (items.last?["problem"] as? [String: Any])?["detail"] as? String
        #expect(detail?.contains("PDF") == true)
    }

    @Test func `12: the known fields of a form count before what is found`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(
            """
            curl -F 'text=<article.txt' -F 'title=Boats' -F url=https://news.example/boats \
            -F 'source=Harbour News' -F published_at=2023-10-15 -F tags=sea,storm \
            localhost:8080/articles
            """
        )
        #expect(reply.status == 201)
        #expect(reply.article["headline"] as? String == "Boats")
        #expect(reply.article["source"] as? String == "Harbour News")
        #expect(reply.article["published_at"] as? String == "2023-10-15")
        #expect(reply.article["published_basis"] as? String == "given")
        #expect(reply.article["tags"] as? [String] == ["sea", "storm"])
    }

    @Test func `13: JSON is stored, and what is wrong with it is a problem and never 406`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type("curl --json @a.json localhost:8080/articles")
        #expect(reply.status == 201)
        #expect(reply.article["headline"] as? String == "Gulls")
        try newcomer.write("{\"title\": \"A\",\n \"text\" \"b\"}", to: "b.json")
        let broken = try newcomer.type("curl -i --json @b.json localhost:8080/articles")
        #expect(broken.status == 400)
        #expect(broken.fields["content-type"] == "application/problem+json")
        #expect(broken.text.contains("line 2, column 9"), "\(broken.text)")
    }

    @Test func `16: fields of a form are decoded`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(
            "curl -d title=A+ferry -d 'text=It+sailed+%26+sank%2C+they+said.' localhost:8080/articles"
        )
        #expect(reply.status == 201)
        #expect(reply.article["headline"] as? String == "A ferry")
        #expect(reply.article["summary"] as? String == "It sailed & sank, they said.")
    }

    @Test(
        arguments: [
            "curl -d '' localhost:8080/articles", "curl -X POST localhost:8080/articles",
            "curl -T /dev/null localhost:8080/articles/none.txt",
        ]
    )
    func `17: nothing is answered at once, with what to send`(command: String) throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(command)
        #expect(reply.status == 422)
        #expect(reply.detail.lowercased().contains("empty"))
        #expect(reply.hint.contains("article.txt"))
        #expect(try newcomer.type(reply.hint).status == 201, "\(reply.hint)")
    }

    @Test func `19: a content coding that is wrong or unknown is refused`() throws {
        let newcomer = try Newcomer()
        let coded =
            "curl -i -H 'Content-Encoding: CODING' --data-binary @article.txt localhost:8080/articles"
        let wrong = try newcomer.type(coded.replacing("CODING", with: "gzip"))
        #expect(wrong.status == 400)
        for coding in ["br", "zstd"] {
            let unknown = try newcomer.type(coded.replacing("CODING", with: coding))
            #expect(unknown.status == 415)
            #expect(unknown.fields["accept-encoding"] == "gzip, deflate, identity")
        }
        try newcomer.type(
            "python3 -c 'import zlib; open(\"a.z\", \"wb\").write(zlib.compress(open(\"article.txt\", \"rb\").read()))'"
        )
        let deflate = try newcomer.type(
            "curl -H 'Content-Encoding: deflate' --data-binary @a.z localhost:8080/articles"
        )
        #expect(deflate.status == 201)
        #expect(try newcomer.count() == 1)
    }

    @Test func `21: UTF-16 that -d has damaged is told, with the way that works`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type("curl -d @utf16.txt localhost:8080/articles")
        #expect(reply.status == 422)
        #expect(reply.detail.contains("UTF-16"))
        #expect(reply.hint.contains("--data-binary"))
        #expect(try newcomer.count() == 0)
        try newcomer.type("mv utf16.txt article.txt")
        #expect(try newcomer.type(reply.hint).status == 201, "\(reply.hint)")
    }

    @Test func `22: charsets are found, converted and reported`() throws {
        let newcomer = try Newcomer()
        let charsets = [("utf16.txt", "utf-16le"), ("cp1252.txt", "windows-1252")]
        for (number, (file, charset)) in charsets.enumerated() {
            let reply = try newcomer.type("curl --data-binary @\(file) localhost:8080/articles")
            #expect(reply.status == 201)
            let explained = try newcomer.type("curl localhost:8080/articles/\(number + 1)/explain")
            let input = explained.json["input"] as? [String: Any]
            #expect(input?["charset"] as? String == charset)
        }
        let text = try newcomer.type("curl 'localhost:8080/articles/2?fields=text'")
        #expect(text.json["text"] as? String == "It’s open again, the council said.")
    }

    @Test func `23: two files in one -d are one article, with a way to send two`() throws {
        let newcomer = try Newcomer()
        // Reports with datelines would be told apart; notes are not.
        for (name, word) in [("article.txt", "boats"), ("herring.txt", "nets")] {
            let line = "The \(word) were counted on the quay again, and none was missing then.\n"
            try newcomer.write("About \(word)\n" + line + line + line, to: name)
        }
        let reply = try newcomer.type(
            "curl -d @article.txt -d @herring.txt localhost:8080/articles"
        )
        #expect(reply.status == 201)
        #expect(try newcomer.count() == 1)
        let warning = (reply.json["warnings"] as? [[String: Any]])?.first {
            $0["code"] as? String == "newlines_lost"
        }
        #expect((warning?["detail"] as? String)?.contains("joined by &") == true, "\(reply.json)")
        let hint = try #require(warning?["hint"] as? String)
        #expect(hint.contains("-F"), "\(hint)")
    }

    @Test(
        arguments: [
            ("paper.pdf", "PDF"), ("a.zip", "ZIP"), ("a.docx", "WORD"), ("a.png", "PNG"),
            ("a.jpg", "JPEG"),
        ]
    )
    func `what is no text is refused by its name, with a hint`(file: String, name: String) throws {
        let newcomer = try Newcomer()
        try newcomer.write(Self.binary[file] ?? [], to: file)
        if file.hasSuffix("zip") || file.hasSuffix("docx") {
            try newcomer.type("python3 -c '\(Self.zip)' \(file)")
        }
        for command in ["--data-binary @\(file)", "-F file=@\(file)", "-T \(file)"] {
            let reply = try newcomer.type("curl \(command) localhost:8080/articles")
            #expect(reply.status == 415, "\(command): \(reply)")
            #expect(reply.detail.uppercased().contains(name), "\(reply)")
            #expect(!reply.hint.isEmpty)
        }
        #expect(try newcomer.count() == 0)
    }

    private static let binary: [String: [UInt8]] = [
        "paper.pdf": Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3],
        "a.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        "a.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0],
    ]

    /// Makes an archive; one with the parts of a Word document by the name it gets.
    private static let zip = """
        import sys, zipfile
        names = ["[Content_Types].xml", "word/document.xml"] if "docx" in sys.argv[1] else ["a.txt"]
        with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names: archive.writestr(name, "The ferry sailed.")
        """
}
