/// Reads the names of languages as fields write them.
enum LanguageTag {
    /// The tag of a language by what programs write for it: a tag, a code of three letters (ISO
    /// 639-2), or its name in English.
    static func tag(of field: String) -> String? {
        let name = ASCII.lowercased(ASCII.trimmed(field))
        return codes[name] ?? canonical(field)
    }

    /// Codes of two letters by those of three and by names.
    private static let codes: [String: String] = {
        let rows = """
            ar ara arabic|bg bul bulgarian|bn ben bengali|ca cat catalan|cs ces cze czech|da dan danish
            de deu ger german|el ell gre greek|en eng english|es spa spanish|et est estonian
            fa fas per persian|fi fin finnish|fr fra fre french|he heb hebrew|hi hin hindi
            hr hrv croatian|hu hun hungarian|id ind indonesian|it ita italian|ja jpn japanese
            ko kor korean|lt lit lithuanian|lv lav latvian|ms msa may malay|nl nld dut dutch
            no nor norwegian|pl pol polish|pt por portuguese|ro ron rum romanian|ru rus russian
            sk slk slo slovak|sl slv slovenian|sq sqi alb albanian|sr srp serbian|sv swe swedish
            sw swa swahili|ta tam tamil|th tha thai|tr tur turkish|uk ukr ukrainian|ur urd urdu
            vi vie vietnamese|zh zho chi chinese
            """
        var codes: [String: String] = [:]
        for row in rows.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let names = row.split(separator: " ")
            for name in names.dropFirst() { codes[String(name)] = String(names[0]) }
        }
        return codes
    }()

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
