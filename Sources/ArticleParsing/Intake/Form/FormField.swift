/// A field of a form, its value decoded from the form's encoding but not from its charset.
struct FormField: Equatable {
    /// The name; empty where it has none.
    var name: String
    /// The value.
    var value: [UInt8]

    /// Whether it has a name.
    var hasName: Bool { !name.isEmpty }

    /// Whether its name is one that a form's author may have given: letters, digits and `_.-[]`.
    var hasIdentifier: Bool {
        hasName
            && name.utf8.allSatisfy {
                ASCII.isLetter($0) || ASCII.isDigit($0) || "_.-[]".utf8.contains($0)
            }
    }

    init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// Takes a `name=value` apart.
    ///
    /// A value with white space or non-ASCII bytes was typed and not encoded, as was an address
    /// that holds `://`: they stand for themselves, `%` and `+` included.
    init(encoded piece: ArraySlice<UInt8>) {
        guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else {
            self.init(name: "", value: FormBody.percentDecoded(piece))
            return
        }
        let raw = piece[(equals + 1)...]
        let name = String(decoding: FormBody.percentDecoded(piece[..<equals]), as: UTF8.self)
        let isAddress = ASCII.begins(raw, with: "http://") || ASCII.begins(raw, with: "https://")
        let isTyped = isAddress || raw.contains { $0 <= ASCII.space || $0 >= 0x7F }
        self.init(name: name, value: isTyped ? Array(raw) : FormBody.percentDecoded(raw))
    }

    /// How the text of a field is to be read; `nil` where the field does not hold the text.
    var textFormat: TextFormat? { Self.textFields[name] }

    /// The form that the name says the text is in, if it says one.
    var format: InputFormat? {
        if case .exactly(let format) = textFormat { return format }
        return nil
    }

    /// What a field with a text says about its format.
    enum TextFormat: Equatable {
        /// Nothing.
        case any
        /// It is this one.
        case exactly(InputFormat)
    }

    /// The names of the fields that hold the text itself.
    private static let textFields: [String: TextFormat] = [
        "text": .any, "body": .any, "content": .any, "article": .any, "file": .any,
        "html": .exactly(.html), "markdown": .exactly(.markdown),
    ]

    /// Parameters of the request that are read from its query only.
    static let queryOnly: Set<String> = [
        "name", "on_duplicate", "dry_run", "timezone",
    ]

    /// Whether a name is one that a form of ours has.
    static func isKnown(_ name: String) -> Bool { known.contains(name) }

    private static let known = queryOnly.union(textFields.keys).union(GivenFields.names)
        .union(["received"])

    /// How many bytes the longest known name has.
    static let longestName = known.lazy.map(\.utf8.count).max() ?? 0
}
