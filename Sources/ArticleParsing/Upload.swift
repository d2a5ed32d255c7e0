import Articles

/// What a client sent, with what it said about it.
public struct Upload: Sendable {
    /// The bytes as received.
    public var bytes: [UInt8]
    /// The declared media type with its parameters, as in the `Content-Type` field.
    public var declaredType: String?
    /// The declared content codings, as in the `Content-Encoding` field.
    public var contentEncoding: String?
    /// What the client says about the articles; it overrides what the parser finds.
    public var given: GivenFields
    /// The day the text was received; dates without a year are resolved against it.
    public var receivedOn: CalendarDay
    /// The number of the first line, where the bytes are a part of something longer.
    public var firstLine = 1

    /// Whether its declared type says that it is NDJSON.
    public var isDeclaredNDJSON: Bool {
        let type = declaredType.map { FieldValue($0).name }
        return type.flatMap(InputFormat.init(declaredType:)) == .ndjson
    }

    /// Makes an upload.
    public init(
        bytes: [UInt8],
        declaredType: String? = nil,
        contentEncoding: String? = nil,
        given: GivenFields = GivenFields(),
        receivedOn: CalendarDay
    ) {
        self.bytes = bytes
        self.declaredType = declaredType
        self.contentEncoding = contentEncoding
        self.given = given
        self.receivedOn = receivedOn
    }
}

/// What a client says about its text, in parameters or form fields.
public struct GivenFields: Sendable, Hashable {
    /// How the body is to be read, whatever it looks like.
    public var format: InputFormat?
    /// The charset, whatever the body looks like.
    public var charset: String?
    /// Whether an upload may hold several articles.
    public var split: SplitMode = .auto
    /// The date of publication.
    public var published: PublicationDate?
    /// The headline.
    public var headline: String?
    /// The authors.
    public var authors: [String] = []
    /// The source.
    public var source: String?
    /// The language as a BCP 47 tag.
    public var language: String?
    /// The section.
    public var section: String?
    /// The address on the web.
    public var url: String?
    /// Words to file it under.
    public var tags: [String] = []

    /// Makes fields of which none is given.
    public init() {}
}

/// How an upload is cut into articles.
public enum SplitMode: Sendable, Hashable {
    /// Several where the evidence is strong.
    case auto
    /// One, whatever it looks like.
    case none
    /// Every one that it may hold: of a page, not the main one alone.
    case all
    /// At every line that equals this one, white space around it aside.
    case separator(String)
}
