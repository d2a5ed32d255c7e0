import ArticleParsing
import Articles

/// One input of libFuzzer: the first byte says what the client declares, the rest is a text.
///
/// The parser must not trap, must say the same of the same bytes, and must keep its promises: no
/// empty paragraph, paragraphs in the order of the text, no day in the future without a warning.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let types = [
        "text/plain", "text/plain; charset=utf-8", "text/plain; charset=windows-1251", nil,
    ]
    let receivedOn = CalendarDay(year: 2_026, month: 11, day: 24)!
    let upload = Upload(
        bytes: Array(UnsafeBufferPointer(start: start + 1, count: count - 1)),
        declaredType: types[Int(start[0]) % types.count],
        receivedOn: receivedOn
    )
    guard let drafts = try? ArticleParser().parse(upload) else { return 0 }
    precondition(!drafts.isEmpty, "an answer without an article")
    for draft in drafts {
        let fields = draft.fields
        precondition(fields.paragraphs.allSatisfy { !$0.text.isEmpty }, "an empty paragraph")
        for (one, next) in zip(fields.paragraphs, fields.paragraphs.dropFirst())
        where upload.declaredType != nil {
            precondition(one.span.end <= next.span.start, "\(one.span) before \(next.span)")
        }
        for note in draft.explanation.fields {
            precondition((0...1).contains(note.confidence ?? 0), "\(note)")
        }
        if let day = fields.published?.calendarDay, day > receivedOn.advanced(by: 1) {
            precondition(draft.warnings.contains { $0.code == .futureDate }, "\(day)")
        }
    }
    return 0
}
