import ArticleParsing
import Articles

/// One input of libFuzzer: the first byte says what is asked of the page, the rest is the page.
///
/// The parser must not trap, must say the same of the same bytes, and must keep its promises: no
/// empty paragraph, every span within the page, every confidence between 0 and 1.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPage(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    var upload = Upload(
        bytes: Array(UnsafeBufferPointer(start: start + 1, count: count - 1)),
        declaredType: start[0] & 1 == 0 ? "text/html; charset=utf-8" : "text/html",
        receivedOn: CalendarDay(year: 2_026, month: 11, day: 24)!
    )
    if start[0] & 2 != 0 { upload.given.split = .all }
    let parser = ArticleParser()
    guard let drafts = try? parser.parse(upload) else { return 0 }
    precondition(!drafts.isEmpty, "an answer without an article")
    let length = (try? parser.texts(of: upload))?.first?.unicodeScalars.count ?? 0
    for draft in drafts {
        for paragraph in draft.fields.paragraphs {
            precondition(!paragraph.text.isEmpty, "an empty paragraph")
            precondition(isIn(paragraph.span, length), "\(paragraph.span) of \(length)")
        }
        for part in draft.explanation.removed {
            precondition(isIn(part.span, length), "\(part.span) of \(length)")
        }
        for note in draft.explanation.fields {
            precondition((0...1).contains(note.confidence ?? 0), "\(note)")
        }
    }
    if start[0] & 4 != 0 {
        precondition((try? parser.parse(upload)) == drafts, "another answer to the same page")
    }
    return 0
}

private func isIn(_ span: Span, _ length: Int) -> Bool {
    0 <= span.start && span.start <= span.end && span.end <= length
}
