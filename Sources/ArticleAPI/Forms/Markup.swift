/// How text is written inside other languages: one function for each, used for all that is shown.
enum Markup {
    /// Text inside an element or a quoted attribute of HTML or XML 1.0 (§2.2, §2.4).
    ///
    /// What no XML document may hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD.
    static func xml(_ text: some StringProtocol) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r": escaped.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A cell of a table (RFC 4180 §2).
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front, which it
    /// shows as text: the words are some stranger's.
    static func csv(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let plain = isFormula ? "'" + text : text
        guard plain.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return plain }
        return "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }

    /// A line of text in Markdown (CommonMark 0.31 §2.4): every mark that could mean something has
    /// a backslash in front.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        var isAtStart = true
        var digits = 0
        for character in text {
            let mayBeBlock = isAtStart && "#+-=~:".contains(character)
            let mayBeNumber = digits > 0 && (character == "." || character == ")")
            if mayBeBlock || mayBeNumber || "\\`*_[]<>&|~!$".contains(character) {
                escaped.append("\\")
            }
            // Only digits at the very start can be the number of a list's entry.
            let isDigit = character.isASCII && character.isNumber
            digits = isDigit && (isAtStart || digits > 0) ? digits + 1 : 0
            if character != " " { isAtStart = false }
            escaped.append(character)
        }
        return escaped
    }
}
