import Articles

/// How an article was read: each field with its rule and its place in the original, what was left
/// out, and the original with all of that marked.
struct ReadingHTML {
    /// How each field was found.
    let explanation: Explanation
    /// Where its paragraphs stand.
    let paragraphs: [Paragraph]
    /// The original, decoded; `nil` where it cannot be shown.
    let original: String?
    /// The language that it was found to be in.
    var language: String? { explanation.fields.first { $0.field == .language }?.value }
    /// Whether other articles came in the same original, so that only a part of it is shown.
    var isPart = false
    /// What anchors begin with, where a page explains several articles.
    var prefix = ""
    /// How far down the page's headings its own stand.
    var level = 2

    /// Two sections: the fields, and the original.
    var html: HTML {
        """
        <section class="reading" aria-labelledby="\(prefix)reading">
        \(heading("reading", "How it was read"))\
        <p class="input">\(input)</p>
        <ol class="fields">
        \(explanation.fields.filter { $0.value != nil }.map(field))\
        </ol>
        \(missing)\(removed)\
        </section>
        <section class="source" aria-labelledby="\(prefix)original">
        \(heading("original", "The original, as received"))\
        \(text)\
        </section>

        """
    }

    private func heading(_ name: StaticString, _ text: StaticString) -> HTML {
        let id: HTML = " id=\"\(prefix)\(HTML(stringLiteral: name))\""
        let text = HTML(stringLiteral: text)
        return level == 2 ? "<h2\(id)>\(text)</h2>\n" : "<h3\(id)>\(text)</h3>\n"
    }

    private var input: String {
        let input = explanation.input
        return "\(counted(input.bytes, "byte")) of \(input.charset), read as \(input.treatedAs): "
            + input.why + "."
    }

    // MARK: Fields

    private func field(_ field: FieldExplanation) -> HTML {
        let name = field.field.rawValue
        let sure = field.confidence.map { "\(Int(($0 * 100).rounded())) % sure" }
        let rule = field.rule.map(Self.words)
        let how = [rule, sure].compactMap { $0 }.joined(separator: ", ")
        let isPlaced =
            original != nil && field.span != nil && !Self.ofTheWhole.contains(field.field)
        return """
            <li class="field f-\(name)" data-field="\(prefix)\(name)">
            \(title(Self.words(name)))
            <p class="value" dir="auto">\(Self.short(field.value ?? ""))</p>
            <p class="how">\(isPlaced ? place(name, how) : HTML(how))</p>
            \(evidence(of: field))\(alternatives(to: field))\
            </li>

            """
    }

    private func title(_ name: String) -> HTML {
        level == 2 ? "<h3>\(name)</h3>" : "<h4>\(name)</h4>"
    }

    private func place(_ anchor: String, _ text: String) -> HTML {
        "<a href=\"#\(prefix)\(anchor)\">\(text)</a>"
    }

    private func evidence(of field: FieldExplanation) -> HTML? {
        guard !field.evidence.isEmpty else { return nil }
        let links = field.evidence.prefix(Self.mostShown).enumerated().map { index, piece -> HTML in
            let words = "“" + Self.short(piece.text) + "”"
            return original == nil
                ? HTML(words) : place("\(field.field.rawValue)-\(index + 1)", words)
        }
        return "<p class=\"how\">Seen: \(HTML(links, separator: ", "))</p>\n"
    }

    private func alternatives(to field: FieldExplanation) -> HTML? {
        guard !field.alternatives.isEmpty else { return nil }
        let others = field.alternatives.prefix(Self.mostShown).map(Self.short)
        return "<p class=\"how\">Or: \(others.joined(separator: ", "))</p>\n"
    }

    private var missing: HTML? {
        let fields = explanation.fields.filter { $0.value == nil }
        guard !fields.isEmpty else { return nil }
        let items = fields.map { field -> HTML in
            let tried = field.tried.map(Self.words).joined(separator: ", ")
            let name = Self.words(field.field.rawValue)
            return "<li><b>\(name)</b>\(tried.isEmpty ? "" : ": tried " + tried)</li>\n"
        }
        return """
            <details class="missing"><summary>\(counted(fields.count, "field")) not found</summary>
            <ul>\(items)</ul></details>

            """
    }

    private var removed: HTML? {
        guard !explanation.removed.isEmpty else { return nil }
        let items = explanation.removed.prefix(Self.mostShown).enumerated().map {
            index,
            part -> HTML in
            let anchor = "removed-\(index + 1)"
            let line = "line \(part.line)"
            return """
                <li data-field="\(prefix)\(anchor)"><s dir="auto">\(Self.short(part.text))</s> \
                <span class="how">\(original == nil ? HTML(line) : place(anchor, line)), \
                \(Self.words(part.rule))</span></li>

                """
        }
        let more = explanation.removed.count - items.count
        return """
            <details class="removed" open><summary>\(counted(explanation.removed.count, "part")) \
            left out</summary>
            <ul>\(items)\(more > 0 ? "<li>and \(more) more</li>" : HTML.nothing)</ul></details>

            """
    }

    // MARK: Original

    private var text: HTML {
        guard let original else {
            return "<p>It is too long, or of a kind, to be shown here.</p>\n"
        }
        return MarkedText(
            text: original,
            marks: marks,
            window: isPart ? extent : nil,
            prefix: prefix,
            language: language
        )
        .html
    }

    /// Fields whose place is all of the text, which no mark tells apart.
    private static let ofTheWhole: Set<FieldName> = [.text, .language]

    private var marks: [MarkedText.Mark] {
        var marks: [MarkedText.Mark] = []
        for field in explanation.fields {
            let name = field.field.rawValue
            if let span = field.span, !Self.ofTheWhole.contains(field.field) {
                marks.append(.init(kind: .field, anchor: name, label: Self.words(name), span: span))
            }
            for (index, piece) in field.evidence.prefix(Self.mostShown).enumerated() {
                let anchor = "\(name)-\(index + 1)"
                marks.append(.init(kind: .evidence, anchor: anchor, label: name, span: piece.span))
            }
        }
        for (index, part) in explanation.removed.enumerated() {
            let anchor = "removed-\(index + 1)"
            let label = Self.words(part.rule)
            marks.append(.init(kind: .removed, anchor: anchor, label: label, span: part.span))
        }
        return marks
    }

    /// The part of the original that the article takes up.
    private var extent: Range<Int>? {
        let spans = paragraphs.map(\.span) + marks.map(\.span)
        guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max(), start < end
        else { return nil }
        return start..<end
    }

    /// So many of anything are listed.
    private static let mostShown = 200

    /// The name of a rule or a field as words: `last line in parentheses`.
    private static func words(_ name: String) -> String {
        String(name.map { $0 == "_" ? " " : $0 })
    }

    private static func short(_ text: String) -> String {
        text.unicodeScalars.count <= 240
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(240))) + "…"
    }
}
