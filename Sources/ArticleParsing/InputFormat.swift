/// A form of input: its name in the API, how it is told, and what reads it.
///
/// Each is made in the file of its reader, and `Formats` lists all.
public struct InputFormat: Sendable {
    /// Its name in the API.
    public let rawValue: String
    /// What a person calls it.
    public let name: String
    /// The media type that the explanation names.
    public let mediaType: String
    /// The media types that declare it; none where what is declared so may well be another form.
    let declaredTypes: Set<String>
    /// What a text of the form looks like.
    let signs: [Sign]
    /// What became of the articles in a text, in its order; what a reader has no more use for of
    /// the text, it may let go.
    let items: @Sendable (consuming DecodedText) throws(ParsingError) -> [ParsedItem]

    /// One thing that speaks for a form.
    struct Sign: Sendable {
        /// The reason it gives, as a phrase for a person.
        var why: String
        /// Whether it decides alone, without a declared type.
        var isSufficient = true
        /// Whether a text begins so.
        var holds: @Sendable (Head) -> Bool
    }

    /// Makes a form.
    init(
        _ rawValue: String,
        name: String,
        mediaType: String,
        declaredTypes: Set<String> = [],
        signs: [Sign] = [],
        items: @escaping @Sendable (consuming DecodedText) throws(ParsingError) -> [ParsedItem]
    ) {
        self.rawValue = rawValue
        self.name = name
        self.mediaType = mediaType
        self.declaredTypes = declaredTypes
        self.signs = signs
        self.items = items
    }

    /// The form that a media type declares; `nil` for plain text and what is not known.
    init?(declaredType type: String) {
        guard let found = Formats.all.first(where: { $0.declaredTypes.contains(type) }) else {
            return nil
        }
        self = found
    }
}

extension InputFormat: RawRepresentable, CaseIterable, Hashable {
    /// All forms, in the order in which a text without a declared type is tried for them.
    public static var allCases: [InputFormat] { Formats.all }

    /// The form by its name in the API; `nil` where there is none.
    public init?(rawValue: String) {
        guard let found = Formats.all.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = found
    }
}
