/// Reads the names of languages as fields write them.
enum LanguageTag {
    /// A tag of BCP 47 in its usual spelling: `en`, `pt-BR`, `zh-Hant`; `nil` for what is none.
    static func canonical(_ field: String) -> String? {
        let parts = ASCII.trimmed(field).split { $0 == "-" || $0 == "_" }
        guard let language = parts.first, (2...3).contains(language.utf8.count), parts.count <= 4,
            parts.allSatisfy({ part in
                (1...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) }
            }),
            language.utf8.allSatisfy(ASCII.isLetter)
        else { return nil }
        var tag = ASCII.lowercased(language)
        for part in parts.dropFirst() {
            switch part.utf8.count {
            case 2: tag += "-" + part.uppercased()
            case 4 where part.utf8.allSatisfy(ASCII.isLetter):
                tag += "-" + part.prefix(1).uppercased() + ASCII.lowercased(part.dropFirst())
            default: tag += "-" + ASCII.lowercased(part)
            }
        }
        return tag
    }
}
