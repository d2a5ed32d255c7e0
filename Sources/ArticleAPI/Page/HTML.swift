import Articles

/// Markup in which everything that does not stand in this program's source is escaped.
///
/// A literal is markup; what is interpolated into it is text, unless it is `HTML` itself. Literals
/// are `StaticString`s, so that no text of a request or of an article can become markup, and every
/// attribute's value is written in double quotes:
///
///     let item: HTML = "<a href=\"\(address)\">\(headline)</a>"
struct HTML: Sendable, Equatable {
    /// The markup as UTF-8.
    private(set) var bytes: [UInt8]

    /// No markup.
    static let nothing = HTML(bytes: [])

    /// Makes the markup that shows a text.
    init(_ text: String) {
        bytes = []
        Self.escape(text, to: &bytes)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Joins pieces, with nothing or a separator in between.
    init(_ pieces: some Sequence<HTML>, separator: HTML = .nothing) {
        bytes = []
        for piece in pieces {
            if !bytes.isEmpty { bytes += separator.bytes }
            bytes += piece.bytes
        }
    }

    /// Whether it is empty.
    var isEmpty: Bool { bytes.isEmpty }

    /// Puts more behind.
    static func += (html: inout HTML, more: HTML) {
        html.bytes += more.bytes
    }

    /// Joins two pieces.
    static func + (html: HTML, more: HTML) -> HTML {
        HTML(bytes: html.bytes + more.bytes)
    }

    /// Writes a text so that it shows as it is, in an element's content or in a quoted value of an
    /// attribute (HTML Standard, "Serialising HTML fragments", and `>` and `'` besides).
    ///
    /// A carriage return is a reference, since parsers make a line feed of one that stands for
    /// itself; other control characters, which no page may hold, show as U+FFFD.
    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case UInt8(ascii: "\r"): bytes += "&#13;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
            case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral markup: StaticString) {
        bytes = markup.withUTF8Buffer { Array($0) }
    }

    init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.html
    }

    /// Puts literals and values together.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML.nothing

        init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        mutating func appendLiteral(_ markup: StaticString) {
            markup.withUTF8Buffer { html.bytes += $0 }
        }

        /// Adds a text, escaped.
        mutating func appendInterpolation(_ text: String) {
            HTML.escape(text, to: &html.bytes)
        }

        /// Adds a number.
        mutating func appendInterpolation(_ number: some FixedWidthInteger) {
            html.bytes += String(number).utf8
        }

        /// Adds markup as it is; nothing for `nil`.
        mutating func appendInterpolation(_ html: HTML?) {
            if let html { self.html.bytes += html.bytes }
        }

        /// Adds pieces of markup, one after the other.
        mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { html.bytes += piece.bytes }
        }
    }
}

extension HTML {
    /// The attribute `lang`, with `dir` where the language runs from right to left; nothing for a
    /// language that is unknown.
    static func language(_ tag: String?) -> HTML {
        guard let tag else { return " lang=\"\" dir=\"auto\"" }
        let isRightToLeft = rightToLeft.contains(tag.prefix { $0 != "-" }.lowercased())
        return isRightToLeft ? " lang=\"\(tag)\" dir=\"rtl\"" : " lang=\"\(tag)\" dir=\"ltr\""
    }

    /// Languages whose usual script runs from right to left, by their first subtag.
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr",
        "ug", "ur", "yi",
    ]
}
