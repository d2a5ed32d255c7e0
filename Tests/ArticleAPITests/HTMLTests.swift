import Articles
import Testing

@testable import ArticleAPI

@Suite struct HTMLTests {
    @Test(
        arguments: [
            ("plain", "plain"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
            ("\"quoted\" 'too'", "&quot;quoted&quot; &#39;too&#39;"),
            ("line\nline\ttab", "line\nline\ttab"), ("a\rb", "a&#13;b"),
            ("a\0b\u{1}\u{7F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"), ("&amp;", "&amp;amp;"),
            ("é中🙂\u{202E}", "é中🙂\u{202E}"),
        ]
    )
    func `text is escaped`(_ text: String, as wanted: String) {
        #expect(HTML(text).text == wanted)
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.text == "<p title=\"\(wanted)\">\(wanted)</p>")
    }

    @Test func `markup in markup stays as it is`() {
        let inner: HTML = "<b>\("x < y")</b>"
        let html: HTML = "<p>\(inner)\(HTML?.none)\([inner, "!"])\(7)</p>"
        #expect(html.text == "<p><b>x &lt; y</b><b>x &lt; y</b>!7</p>")
    }

    @Test func `no text leaves its element or its attribute`() {
        for seed in UInt64(1)...400 {
            var random = SeededRandom(seed: seed)
            let text =
                random.text(60) + ["</p>", "\"onload=\"", "<!--", "]]>", "&#x3c;"][Int(seed % 5)]
            let html: HTML = "<p title=\"\(text)\">\(text)</p>"
            let tags = PageReader.tags(in: html.text)
            #expect(tags == ["p title", "/p"], "seed \(seed)")
            let shown = PageReader.text(of: html.text)
            #expect(shown == PageReader.flat(Self.shown(text)), "seed \(seed)")
        }
    }

    /// The text as pages show it.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isKept =
                scalar.value >= 0x20 && scalar.value != 0x7F
                || "\n\t\r".unicodeScalars.contains(scalar)
            return isKept ? scalar : "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(
        arguments: [
            ("en", " lang=\"en\" dir=\"ltr\""), ("ar-EG", " lang=\"ar-EG\" dir=\"rtl\""),
            ("he", " lang=\"he\" dir=\"rtl\""), (nil, " lang=\"\" dir=\"auto\""),
        ] as [(String?, String)]
    )
    func `a language has its direction`(_ tag: String?, _ wanted: String) {
        #expect(HTML.language(tag).text == wanted)
    }

    @Test(
        arguments: [
            (PublicationDate(year: 2023, basis: .stated), "2023", "2023"),
            (PublicationDate(year: 2023, month: 10, basis: .stated), "October 2023", "Oct 2023"),
            (
                PublicationDate(year: 2023, month: 10, day: 15, basis: .inferred),
                "Sunday, 15 October 2023", "15 Oct 2023"
            ),
            (
                PublicationDate(
                    CalendarDay(year: 2024, month: 2, day: 29)!,
                    secondOfDay: 52_200,
                    utcOffsetMinutes: -330,
                    basis: .metadata
                ),
                "Thursday, 29 February 2024, 14:30 UTC−05:30", "29 Feb 2024"
            ),
        ]
    )
    func `a date is printed as exactly as it is known`(
        _ date: PublicationDate,
        full: String,
        short: String
    ) {
        #expect(DateInWords.full(date) == full)
        #expect(DateInWords.short(date) == short)
    }

    @Test func `a certainty names what a date rests on`() {
        let day = PublicationDate(year: 2023, month: 10, day: 15, basis: .inferred)
        #expect(DateInWords.certainty(day) == "to the day, in part inferred")
        let month = PublicationDate(year: 2023, month: 10, basis: .given)
        #expect(DateInWords.certainty(month) == "only the month is known, as the sender gave it")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
    func `numbers are grouped`(_ number: Int, _ wanted: String) {
        #expect(grouped(number) == wanted)
    }

    @Test func `marked words are escaped like all others`() {
        let html = HTML(searchMarked: "a <b> \u{1}c & d\u{2} e\u{1}f\u{2}")
        #expect(html.text == "a &lt;b&gt; <mark>c &amp; d</mark> e<mark>f</mark>")
        #expect(HTML(searchMarked: "\u{2}x\u{1}y").text == "\u{FFFD}xy")
    }
}

@Suite struct MarkedTextTests {
    private func html(_ text: String, _ marks: [MarkedText.Mark], window: Range<Int>? = nil)
        -> String
    {
        let html = MarkedText(text: text, marks: marks, window: window, language: "en").html.text
        return html.replacing(
            "<pre class=\"original\" translate=\"no\" lang=\"en\" dir=\"ltr\">\n",
            with: ""
        )
        .replacing("</pre>\n", with: "")
        .replacing(" lang=\"en\" dir=\"ltr\"", with: "")
    }

    private func mark(_ name: String, _ start: Int, _ end: Int) -> MarkedText.Mark {
        MarkedText.Mark(kind: .evidence, anchor: name, label: name, span: Span(start, end))
    }

    @Test func `a field and what was left out are marked where they stand`() {
        let marks = [
            MarkedText.Mark(kind: .removed, anchor: "removed-1", label: "menu", span: Span(6, 9)),
            MarkedText.Mark(kind: .field, anchor: "headline", label: "headline", span: Span(0, 5)),
        ]
        #expect(
            html("A < B\nTop", marks)
                == "<mark class=\"field f-headline\" id=\"headline\" data-field=\"headline\">"
                + "<b class=\"label\">headline</b>A &lt; B</mark>\n"
                + "<del id=\"removed-1\" data-field=\"removed-1\"><b class=\"label\">menu</b>"
                + "<s>Top</s></del>"
        )
    }

    @Test func `marks that overlap are cut where one ends, and named once`() {
        let marked = html("abcdef", [mark("x", 0, 4), mark("y", 2, 6)])
        #expect(
            marked
                == "<mark class=\"evidence\" id=\"x\" data-field=\"x\">ab</mark>"
                + "<mark class=\"evidence\" data-field=\"x\">"
                + "<mark class=\"evidence\" id=\"y\" data-field=\"y\">cd</mark></mark>"
                + "<mark class=\"evidence\" data-field=\"y\">ef</mark>"
        )
    }

    @Test func `positions count scalars, and those outside count for nothing`() {
        #expect(html("e\u{301}🙂x", [mark("x", 2, 3)]).hasPrefix("e\u{301}<mark"))
        #expect(html("ab", [mark("x", 5, 9), mark("y", 2, 2), mark("z", 3, 1)]) == "ab")
        #expect(html("0123456789", [mark("x", 0, 4)], window: 2..<6).hasSuffix(">23</mark>45"))
    }

    @Test func `all of the text is there once, whatever the marks`() {
        for seed in UInt64(1)...200 {
            var random = SeededRandom(seed: seed)
            let text = random.text(80)
            let count = text.unicodeScalars.count
            let marks = (0..<6).map { index in
                let start = Int(random.next() % UInt64(count + 2))
                return mark("m\(index)", start, start + Int(random.next() % 30))
            }
            let marked = html(text, marks)
            #expect(
                PageReader.text(of: marked) == PageReader.flat(HTMLTests.shown(text)),
                "seed \(seed)"
            )
            #expect(
                Set(PageReader.values(of: "id", in: marked)).count
                    == PageReader.values(of: "id", in: marked).count
            )
        }
    }
}

extension HTML {
    /// The markup as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads markup as strictly as the pages are written.
enum PageReader {
    /// The tags in their order, each with the names of its attributes; `!` for what is no tag.
    static func tags(in markup: String) -> [String] {
        var tags: [String] = []
        var rest = flat(markup)[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
            rest = rest[start...]
            guard
                let tag = rest.prefixMatch(
                    of:
                        /<(\/?[a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>|<!doctype html>/
                )
            else { return tags + ["!" + rest.prefix(40)] }
            rest = rest[tag.range.upperBound...]
            guard let name = tag.1 else { continue }
            let names = (tag.2 ?? "").replacing(/="[^"]*"/, with: "").split { $0.isWhitespace }
            tags.append(([String(name)] + names.map(String.init)).joined(separator: " "))
        }
        return tags
    }

    /// The values of an attribute.
    static func values(of name: String, in markup: String) -> [String] {
        markup.split(separator: " \(name)=\"").dropFirst().map { piece in
            String(piece.prefix { $0 != "\"" })
        }
    }

    /// The text between the tags with its references resolved, flat.
    static func text(of markup: String) -> String {
        flat(markup).replacing(/<[^>]*>/, with: "")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
                "&quot;",
                with: "\""
            )
            .replacing("&#39;", with: "'").replacing("&#13;", with: "\r").replacing(
                "&amp;",
                with: "&"
            )
    }

    /// A text with a character for each byte, so that no mark joins the character before it, as it
    /// does not for a browser.
    static func flat(_ text: String) -> String {
        String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    }
}
