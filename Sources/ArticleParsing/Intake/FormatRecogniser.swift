import Articles

/// Tells what form of input a text is: stage 3.
///
/// The order: what the client says it is; the declared type, if it is a specific one and the first
/// bytes agree; what the first bytes look like; plain text.
struct FormatRecogniser {
    /// What a text was found to be.
    struct Recognition: Equatable {
        /// The form.
        var format: InputFormat
        /// Why, as a phrase for a person.
        var why: String
        /// What the declared type should have been but for the bytes; `nil` where they agree.
        var mismatch: String?
    }

    /// The form that the client says it is.
    let given: InputFormat?
    /// The declared media type without parameters.
    let declared: String?

    /// Recognises a text.
    func recognise(_ text: String) -> Recognition {
        if let given {
            return Recognition(format: given, why: "the parameter format says so")
        }
        let head = Head(text)
        if let declared, let wanted = Self.format(ofType: declared) {
            if Self.signs(of: wanted).contains(where: { $0.holds(head) }) {
                return Recognition(format: wanted, why: "it is declared so and begins so")
            }
            var found = sniff(head)
            found.mismatch = mismatch(declared, found)
            return found
        }
        var found = sniff(head)
        if let declared, !Self.unspecificTypes.contains(declared) {
            let isText = declared == "text/plain" || declared == "text/x-log"
            if !isText || found.format != .text && found.format != .markdown {
                found.mismatch = mismatch(declared, found)
            }
        }
        return found
    }

    private func sniff(_ head: Head) -> Recognition {
        for sign in Self.signs where sign.isSufficient && sign.holds(head) {
            return Recognition(format: sign.format, why: sign.why)
        }
        return Recognition(format: .text, why: "no other form was recognised")
    }

    private func mismatch(_ declared: String, _ found: Recognition) -> String {
        "It is declared as \(declared.prefix(60)), but was read as"
            + " \(found.format.mediaType): \(found.why)."
    }

    /// What says nothing about a body: curl's default, and what clients send for want of a name.
    private static let unspecificTypes: Set<String> = [
        "application/x-www-form-urlencoded", "application/octet-stream", "binary/octet-stream",
        "application/gzip", "application/x-gzip", "application/unknown", "*/*",
    ]

    /// The form that a media type declares; `nil` for plain text and what is not known.
    static func format(ofType type: String) -> InputFormat? {
        switch type {
        case "text/html", "application/xhtml+xml": .html
        case "text/markdown", "text/x-markdown": .markdown
        case "application/json", "text/json", "application/feed+json", "application/ld+json": .json
        case "application/x-ndjson", "application/ndjson", "application/jsonl",
            "application/x-jsonlines", "application/jsonlines", "application/json-seq":
            .ndjson
        case "application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/xml", "text/xml":
            .feed
        default: nil
        }
    }

    /// One thing that speaks for a form.
    private struct Sign: Sendable {
        var format: InputFormat
        /// The reason it gives, as a phrase for a person.
        var why: String
        /// Whether it decides alone, without a declared type.
        var isSufficient = true
        /// Whether a text begins so.
        var holds: @Sendable (Head) -> Bool
    }

    private static func signs(of format: InputFormat) -> [Sign] {
        signs.filter { $0.format == format }
    }

    /// What the forms look like; the first that holds decides.
    private static let signs: [Sign] = [
        Sign(format: .html, why: "it begins with an HTML tag") { $0.beginsWithHTML },
        Sign(format: .feed, why: "it begins as a feed") {
            $0.beginsWithTag("rss", "feed", "rdf:rdf")
        },
        Sign(format: .feed, why: "it begins with an XML declaration") {
            $0.begins(with: "<?xml")
        },
        Sign(format: .ndjson, why: "each line begins as a JSON object") {
            $0.beginsWithObjectLines
        },
        Sign(format: .json, why: "it begins as JSON") { $0.beginsWithJSON },
        Sign(format: .markdown, why: "it begins with front matter") {
            $0.beginsWithFrontMatter
        },
        Sign(format: .markdown, why: "it begins with a Markdown heading") {
            $0.beginsWithHeading
        },
        Sign(format: .html, why: "it has HTML tags", isSufficient: false) { $0.hasTag },
        Sign(format: .ndjson, why: "it begins as JSON", isSufficient: false) {
            $0.beginsWithJSON
        },
        Sign(format: .json, why: "it begins with a quotation mark", isSufficient: false) {
            $0.first == UInt8(ascii: "\"")
        },
        Sign(format: .markdown, why: "any text is Markdown", isSufficient: false) { _ in true },
    ]
}
