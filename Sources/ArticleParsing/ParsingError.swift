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
    /// The body is of a form that is not read yet.
    case unsupportedFormat(InputFormat)
}
