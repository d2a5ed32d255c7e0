/// Why no article could be made of an upload.
public enum ParsingError: Error, Equatable {
    /// Nothing was sent, or only white space.
    case empty
    /// It was read, but it holds no article; `reason` says in a sentence what it holds instead.
    case noArticle(reason: String)
    /// It is not text but, for instance, "a PDF document"; `hint` says what to send instead.
    case notText(kind: String, hint: String)
    /// It was UTF-16 or the like whose zero bytes were lost on the way; only `--data-binary` helps.
    case damagedEncoding(detail: String)
    /// The content coding is not one that is understood.
    case unknownContentCoding(String)
    /// The bytes are not in the content coding that they are said to be.
    case malformedContentCoding(coding: String)
    /// The charset that was named is not known.
    case unknownCharset(String)
    /// The content, unpacked, is longer than is taken.
    case tooLarge(limit: Int)
    /// The content is not in its form: what is wrong, and the line and column of it, from 1.
    case malformed(InputFormat, detail: String, line: Int, column: Int)
    /// More articles are in the upload than are taken at once.
    case tooManyItems(limit: Int)
}

extension ParsingError {
    /// Why no article could be made, as a sentence or two for a person.
    public var sentence: String {
        switch self {
        case .empty: "It is empty."
        case .noArticle(let reason): reason
        case .notText(let kind, let hint): "It is \(kind). \(hint)"
        case .damagedEncoding(let detail): detail
        case .unknownContentCoding(let coding): "'\(coding)' is not a content coding that is read."
        case .malformedContentCoding(let coding): "It is not in \(coding), as it is said to be."
        case .unknownCharset(let charset): "'\(charset)' is not a charset that is known."
        case .tooLarge(let limit): "The content, unpacked, has more than \(limit) bytes."
        case .malformed(let format, let detail, let line, let column):
            "It is no \(format.name): \(detail), in line \(line), column \(column)."
        case .tooManyItems(let limit):
            "It has more than \(limit) articles: send them as NDJSON, one on each line."
        }
    }
}
