import CSQLite

/// Cuts text into the tokens that are indexed and searched.
public protocol Tokenizer: Sendable {
    /// Reports the tokens of UTF-8 text in order.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isQuery: Whether the text is a reader's query and not an article's.
    ///   - report: Takes a token; `false` asks for no more.
    func tokenize(
        _ text: UnsafeRawBufferPointer,
        isQuery: Bool,
        _ report: (Token) -> Bool
    )
}

/// A token, lent for as long as it is reported.
public struct Token {
    /// The token as indexed: folded, in UTF-8.
    public let bytes: UnsafeRawBufferPointer
    /// Where it stands in the text, in bytes.
    public let range: Range<Int>
    /// Whether it stands at the position of the token before, as another form of it.
    public let isColocated: Bool

    /// Makes a token.
    public init(bytes: UnsafeRawBufferPointer, range: Range<Int>, isColocated: Bool = false) {
        self.bytes = bytes
        self.range = range
        self.isColocated = isColocated
    }
}

/// A tokenizer that FTS5 knows, for cutting text the very way its index was cut.
public final class FTS5Tokenizer {
    private let functions: fts5_tokenizer
    private let instance: OpaquePointer

    init(
        _ functions: fts5_tokenizer,
        context: UnsafeMutableRawPointer?,
        arguments: [String]
    ) throws(SQLiteError) {
        var instance: OpaquePointer?
        let code = withCStrings(arguments) { pointers in
            functions.xCreate(context, pointers.baseAddress, Int32(arguments.count), &instance)
        }
        guard code == SQLITE_OK, let instance else {
            throw SQLiteError(extendedCode: code, database: nil)
        }
        self.functions = functions
        self.instance = instance
    }

    deinit { functions.xDelete(instance) }

    /// Reports the tokens of UTF-8 text in order; `report` returns `false` to be told no more.
    ///
    /// Text longer than 2 GiB is read up to there, which is more than a column can hold.
    public func tokenize(
        _ text: UnsafeRawBufferPointer,
        isQuery: Bool,
        _ report: (Token) -> Bool
    ) {
        withoutActuallyEscaping(report) { report in
            var sink = Sink(report: report)
            withUnsafeMutablePointer(to: &sink) { sink in
                // Its only failure is the one with which the sink ends it.
                _ = functions.xTokenize(
                    instance,
                    sink,
                    isQuery ? FTS5_TOKENIZE_QUERY : FTS5_TOKENIZE_DOCUMENT,
                    text.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(clamping: text.count)
                ) { sink, flags, bytes, count, start, end in
                    guard let sink = sink?.assumingMemoryBound(to: Sink.self) else {
                        return SQLITE_MISUSE
                    }
                    let token = Token(
                        bytes: UnsafeRawBufferPointer(start: bytes, count: Int(count)),
                        range: Int(start)..<Int(end),
                        isColocated: flags & FTS5_TOKEN_COLOCATED != 0
                    )
                    return sink.pointee.report(token) ? SQLITE_OK : SQLITE_DONE
                }
            }
        }
    }
}

/// Where a tokenizer's callback finds the closure to call.
private struct Sink {
    let report: (Token) -> Bool
}

/// Lends texts as an array of C strings.
private func withCStrings<Result>(
    _ texts: [String],
    _ body: (UnsafeMutableBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    var copies = texts.map { text in
        let characters = text.utf8CString
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: characters.count)
        _ = copy.initialize(from: characters)
        return UnsafePointer(copy.baseAddress)
    }
    defer { for copy in copies { copy?.deallocate() } }
    return copies.withUnsafeMutableBufferPointer { body($0) }
}
