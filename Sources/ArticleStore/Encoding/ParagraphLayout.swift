import Articles

/// How a stored text falls into paragraphs: their kinds, lengths and spans, about five bytes each.
///
/// A paragraph is four LEB128 numbers: its kind; its length in UTF-8; how far its span starts after
/// the end of the one before, zigzagged since it may lie before it; and how far it reaches, likewise.
struct ParagraphLayout {
    /// What stands between two paragraphs of a stored text.
    static let separator = "\n\n"

    /// The layout as stored.
    static func encode(_ paragraphs: [Paragraph]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(6 * paragraphs.count)
        var previousEnd = 0
        for paragraph in paragraphs {
            LEB128.append(UInt64(code(of: paragraph.kind)), to: &bytes)
            LEB128.append(UInt64(paragraph.text.utf8.count), to: &bytes)
            LEB128.append(LEB128.zigzag(Int64(paragraph.span.start &- previousEnd)), to: &bytes)
            LEB128.append(
                LEB128.zigzag(Int64(paragraph.span.end &- paragraph.span.start)),
                to: &bytes
            )
            previousEnd = paragraph.span.end
        }
        return bytes
    }

    /// The paragraphs of a stored text; `nil` where layout and text do not fit together.
    static func decode(
        _ layout: UnsafeRawBufferPointer,
        text: UnsafeRawBufferPointer
    ) -> [Paragraph]? {
        var paragraphs: [Paragraph] = []
        let fits = forEach(in: layout) { kind, range, span in
            guard range.upperBound <= text.count else { return false }
            let text = String(decoding: text[range], as: UTF8.self)
            paragraphs.append(Paragraph(kind: kind, text: text, span: span))
            return true
        }
        return fits ? paragraphs : nil
    }

    /// Where the paragraphs stand in the stored text, in bytes.
    static func ranges(_ layout: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        _ = forEach(in: layout) { _, range, _ in
            ranges.append(range)
            return true
        }
        return ranges
    }

    /// Where the lead stands in the stored text, in bytes: as `ArticleFields.summary` finds it.
    static func summaryRange(_ layout: UnsafeRawBufferPointer) -> Range<Int>? {
        var first: Range<Int>?
        var found: Range<Int>?
        _ = forEach(in: layout) { kind, range, _ in
            first = first ?? range
            if kind == .paragraph { found = range }
            return found == nil
        }
        return found ?? first
    }

    /// Reports the paragraphs in order; `false` where the layout is damaged or `report` ends it.
    private static func forEach(
        in layout: UnsafeRawBufferPointer,
        _ report: (Paragraph.Kind, Range<Int>, Span) -> Bool
    ) -> Bool {
        var rest = layout[...]
        var start = 0
        var previousEnd = 0
        while !rest.isEmpty {
            guard let code = LEB128.next(&rest), code < UInt64(kinds.count),
                let length = LEB128.next(&rest),
                length <= UInt64(Int32.max), let gap = LEB128.next(&rest),
                let reach = LEB128.next(&rest)
            else { return false }
            let range = start..<(start + Int(length))
            let spanStart = previousEnd &+ Int(LEB128.unzigzag(gap))
            previousEnd = spanStart &+ Int(LEB128.unzigzag(reach))
            guard report(kinds[Int(code)], range, Span(spanStart, previousEnd)) else {
                return false
            }
            start = range.upperBound + separator.utf8.count
        }
        return true
    }

    /// The kinds in the order of their codes; append only, since files hold the codes.
    private static let kinds: [Paragraph.Kind] = [
        .paragraph, .subhead, .listItem, .quotation, .caption, .table,
    ]

    private static func code(of kind: Paragraph.Kind) -> Int {
        kinds.firstIndex(of: kind) ?? 0
    }
}
