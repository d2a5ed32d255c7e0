/// What can be told of a field that may hold HTML, without reading it as a page.
enum Markup {
    /// Whether a text is HTML and not plain: it has a tag that newspapers' editors write.
    static func isHTML(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(sampleBytes))
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let name = bytes[index...].drop { $0 == UInt8(ascii: "/") }.prefix {
                ASCII.isLetter($0) || ASCII.isDigit($0)
            }
            guard !name.isEmpty, name.count <= 10 else { continue }
            let end = name.endIndex < bytes.count ? bytes[name.endIndex] : UInt8(ascii: ">")
            guard ASCII.isSpace(end) || end == UInt8(ascii: ">") || end == UInt8(ascii: "/") else {
                continue
            }
            if tags.contains(String(decoding: name.map(ASCII.lowercased), as: UTF8.self)) {
                return true
            }
        }
        return false
    }

    /// A line of text without tags, and with its entities read.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return text }
        var rest = Array(text.utf8)[...]
        var plain: [UInt8] = []
        plain.reserveCapacity(rest.count)
        while let byte = rest.first {
            if byte == UInt8(ascii: "<"), let after = rest.dropFirst().first,
                ASCII.isLetter(after) || after == UInt8(ascii: "/"),
                let close = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(close + 1)...]
            } else if byte == UInt8(ascii: "&"), let (scalar, length) = entity(rest) {
                plain += String(Character(scalar)).utf8
                rest = rest.dropFirst(length)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The sign of an entity at the start, and how many bytes it has.
    private static func entity(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        let length = end - bytes.startIndex + 1
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
                .map { ($0, length) }
        }
        if name.hasPrefix("#") {
            return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { ($0, length) }
        }
        return entities[name].map { ($0, length) }
    }

    /// How much of a text is looked at, in bytes.
    private static let sampleBytes = 64 << 10

    private static let tags: Set<String> = [
        "p", "br", "div", "span", "a", "em", "strong", "b", "i", "ul", "ol", "li", "blockquote",
        "h1", "h2", "h3", "h4", "h5", "h6", "img", "figure", "figcaption", "section", "article",
        "table", "iframe", "html", "body", "hr",
    ]

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
        "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "ndash": "–", "mdash": "—",
        "hellip": "…", "middot": "·", "bull": "•", "euro": "€", "pound": "£", "cent": "¢",
        "copy": "©", "reg": "®", "trade": "™", "deg": "°", "shy": "\u{AD}", "szlig": "ß",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó",
        "aacute": "á", "iacute": "í", "uacute": "ú", "ecirc": "ê", "ocirc": "ô", "acirc": "â",
    ]
}
