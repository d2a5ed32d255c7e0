import Articles

/// An original text in which the places of fields, and what was left out, are marked.
struct MarkedText {
    /// A place in the text.
    struct Mark {
        /// What is there.
        enum Kind {
            /// A field's value.
            case field
            /// Words that speak for a field's value.
            case evidence
            /// A part that was left out.
            case removed
        }

        /// What is there.
        var kind: Kind
        /// What links to it call it: `headline`, `removed-2`.
        var anchor: String
        /// The name of the field, or of the rule that left it out.
        var label: String
        /// Where it is, in scalars of the text.
        var span: Span
    }

    /// The original, decoded.
    let text: String
    /// The places, in any order; those outside the text count for nothing.
    let marks: [Mark]
    /// The part of the text that is shown.
    var window: Range<Int>?
    /// What anchors begin with, where a page has several texts.
    var prefix = ""
    /// Its language, which decides where its lines begin.
    var language: String?

    /// At most so many scalars are shown.
    static let longest = 200_000

    /// The element `pre`, and what is said where the text is not shown to its end.
    var html: HTML {
        let scalars = Array(text.unicodeScalars)
        let asked = (window ?? 0..<scalars.count).clamped(to: 0..<scalars.count)
        let shown = asked.lowerBound..<min(asked.upperBound, asked.lowerBound + Self.longest)
        // Parsers drop a line feed that directly follows the tag, so one is put there.
        var html: HTML = "<pre class=\"original\" translate=\"no\"\(HTML.language(language))>\n"
        let marks = placed(in: shown)
        var cuts = Set(marks.flatMap { [$0.span.start, $0.span.end] })
        cuts.formUnion([shown.lowerBound, shown.upperBound])
        var open: [Mark] = []
        var waiting = marks[...]
        var position = shown.lowerBound
        for cut in cuts.sorted() where cut > position {
            open.removeAll { $0.span.end <= position }
            while let next = waiting.first, next.span.start <= position {
                open.append(next)
                waiting.removeFirst()
            }
            html += segment(
                String(String.UnicodeScalarView(scalars[position..<cut])),
                open,
                position
            )
            position = cut
        }
        html += "</pre>\n"
        if shown.upperBound < asked.upperBound {
            html +=
                "<p class=\"more\">\(grouped(asked.upperBound - shown.upperBound)) more characters are in the original.</p>\n"
        }
        return html
    }

    /// The marks that are to be seen, in the order in which they are opened: the longer first.
    private func placed(in shown: Range<Int>) -> [Mark] {
        marks.compactMap { mark -> Mark? in
            guard mark.span.start <= mark.span.end else { return nil }
            let range = (mark.span.start..<mark.span.end).clamped(to: shown)
            guard !range.isEmpty else { return nil }
            var mark = mark
            mark.span = Span(range.lowerBound, range.upperBound)
            return mark
        }
        .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    }

    /// A stretch of text that has the same marks from end to end.
    private func segment(_ text: String, _ marks: [Mark], _ position: Int) -> HTML {
        var html = HTML(text)
        for mark in marks.reversed() {
            let isFirst = mark.span.start == position
            let anchor: HTML? = isFirst ? " id=\"\(prefix)\(mark.anchor)\"" : nil
            let label: HTML? = isFirst ? self.label(mark) : nil
            switch mark.kind {
            case .field:
                html =
                    "<mark class=\"field f-\(mark.anchor)\"\(anchor) data-field=\"\(prefix)\(mark.anchor)\">\(label)\(html)</mark>"
            case .evidence:
                html =
                    "<mark class=\"evidence\"\(anchor) data-field=\"\(prefix)\(mark.anchor)\">\(html)</mark>"
            case .removed:
                html =
                    "<del\(anchor) data-field=\"\(prefix)\(mark.anchor)\">\(label)<s>\(html)</s></del>"
            }
        }
        return html
    }

    private func label(_ mark: Mark) -> HTML? {
        mark.kind == .evidence
            ? nil : "<b class=\"label\" lang=\"en\" dir=\"ltr\">\(mark.label)</b>"
    }
}
