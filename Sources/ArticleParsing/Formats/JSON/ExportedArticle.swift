import Articles

/// A version of a stored article as a line of NDJSON that says all of it, so that it can be stored
/// again as it was: no field is found anew, and exporting it again gives the same bytes.
///
/// The line of an article's current version comes first, and those of its earlier ones follow it, the
/// newest before the others. Of an article that was removed there is a line with its number, its name
/// and the reason, and nothing that it said.
package struct ExportedArticle: Sendable {
    /// The bytes that it came from.
    package struct Original: Sendable {
        /// The SHA-256 of the bytes, in hexadecimal; `nil` in lines of the form's version 1.
        package var sha256: String?
        /// The bytes as received; `nil` where they are those of the line before.
        package var bytes: [UInt8]?
        /// The media type as declared.
        package var declaredType: String?

        /// Makes an original.
        package init(sha256: String?, bytes: [UInt8]?, declaredType: String?) {
            self.sha256 = sha256
            self.bytes = bytes
            self.declaredType = declaredType
        }
    }

    /// What is said of an article that was removed.
    package struct Removal: Sendable {
        /// When.
        package var at: Timestamp
        /// Why.
        package var reason: String?

        /// Makes a removal.
        package init(at: Timestamp, reason: String?) {
            self.at = at
            self.reason = reason
        }
    }

    /// Its number; 0 in lines of the form's version 1, whose articles are numbered anew.
    package var id: Int64
    /// The number of this version.
    package var version: Int
    /// Whether a later version stands before it.
    package var isEarlier: Bool
    /// How many articles before it have the very same text.
    package var copy: Int
    /// That it was removed; then there is nothing else but its name.
    package var removal: Removal?
    /// The client's own name for it.
    package var name: String?
    /// When it was received.
    package var receivedAt: Timestamp
    /// What it says.
    package var fields: ArticleFields
    /// The bytes that it came from; `nil` where it was removed.
    package var original: Original?
    /// Its position among the articles in those bytes, from 0.
    package var item: Int
    /// What the client said beside them.
    package var given: String?
    /// How it was found, as JSON.
    package var explanation: [UInt8]
    /// The same, where the line was read and is of an article that was not removed.
    var understood: Explanation?

    /// The member by which such a line is known; its value is the version of the form.
    static let mark = "dateline_export"
    static let formVersion = 2

    /// The fields that are texts, by their names in a line.
    static let texts: [(String, WritableKeyPath<ArticleFields, String?> & Sendable)] = [
        ("headline", \.headline), ("kicker", \.kicker), ("standfirst", \.standfirst),
        ("byline", \.byline), ("credit", \.credit), ("source", \.source),
        ("language", \.language), ("section", \.section), ("source_url", \.url),
    ]

    /// Makes a version to be exported.
    package init(
        id: Int64,
        version: Int,
        isEarlier: Bool,
        copy: Int,
        name: String?,
        receivedAt: Timestamp,
        fields: ArticleFields,
        original: Original,
        item: Int,
        given: String?,
        explanation: [UInt8]
    ) {
        self.id = id
        self.version = version
        self.isEarlier = isEarlier
        self.copy = copy
        self.name = name
        self.receivedAt = receivedAt
        self.fields = fields
        self.original = original
        self.item = item
        self.given = given
        self.explanation = explanation
    }

    /// Makes what is exported of an article that was removed.
    package init(removed id: Int64, version: Int, name: String?, _ removal: Removal) {
        self.id = id
        self.version = version
        isEarlier = false
        copy = 0
        item = 0
        self.name = name
        self.removal = removal
        receivedAt = removal.at
        fields = ArticleFields()
        explanation = []
    }
}
