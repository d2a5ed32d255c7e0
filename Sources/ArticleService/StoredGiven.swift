import ArticleParsing

/// What a client said beside its bytes, as it is kept for reading those bytes again: lines of
/// `name=value`, by the names of the parameters.
///
/// These are the fields that a person set; they count more than what any parser finds, today's or a
/// later one.
enum StoredGiven {
    /// The lines of an upload; `nil` where nothing was said.
    static func encode(_ upload: Upload) -> String? {
        let given = upload.given
        var lines: [(name: String, value: String?)] = [
            ("format", given.format?.rawValue), ("charset", given.charset),
            ("split", split(given.split)), ("published_at", given.published?.description),
            ("headline", given.headline), ("source", given.source), ("language", given.language),
            ("section", given.section), ("url", given.url),
            (codingName, upload.contentEncoding),
        ]
        lines += given.authors.map { ("author", $0) }
        lines += given.tags.map { ("tag", $0) }
        let texts = lines.compactMap { line in line.value.map { "\(line.name)=\(oneLine($0))" } }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The lines of what was said of the articles, and not of the form they came in; `nil` where that
    /// is nothing.
    ///
    /// It is kept with an article that came in a line of its own, which is stored unpacked.
    static func encodeFields(_ upload: Upload) -> String? {
        var bare = upload
        bare.contentEncoding = nil
        bare.given.format = nil
        bare.given.charset = nil
        bare.given.split = .auto
        return encode(bare)
    }

    /// Fills an upload with what was said; names that are not known any more are passed over.
    static func decode(_ text: String?, into upload: inout Upload) {
        guard let text else { return }
        for line in text.split(separator: "\n") {
            let name = line.prefix { $0 != "=" }
            let value = String(line.dropFirst(name.count + 1))
            switch String(name) {
            case codingName: upload.contentEncoding = value
            // As one: `assign` takes a list with commas.
            case "tag": upload.given.tags.append(value)
            case let name: _ = upload.given.assign(value, to: name)
            }
        }
    }

    private static let codingName = "content_encoding"

    private static func split(_ mode: SplitMode) -> String? {
        switch mode {
        case .auto: nil
        case .none: "none"
        case .all: "all"
        case .separator(let line): line
        }
    }

    private static func oneLine(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
