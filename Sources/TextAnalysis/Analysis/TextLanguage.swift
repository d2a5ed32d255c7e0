/// What a text's language means for its words: how each script in it is stemmed.
///
/// Words of the language's own script are stemmed by its rules, if there are any; words of other
/// scripts by those of the language that mostly uses the script: Latin as English, Cyrillic as
/// Russian. Two languages that are stemmed alike are equal.
public struct TextLanguage: Sendable, Hashable {
    private let algorithm: Stemmer.Algorithm?
    private let scripts: [Script]

    /// The language of a BCP 47 tag; `nil` for one that is not known.
    public init(_ tag: String?) {
        let primary = tag.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
        guard let primary, primary != "en", !Self.unspaced.contains(primary) else {
            (algorithm, scripts) = (nil, [])
            return
        }
        switch Self.stemmed[primary] {
        case let (found, own)? where own.allSatisfy({ $0.usualAlgorithm == found }):
            (algorithm, scripts) = (nil, [])
        case let (found, own)?: (algorithm, scripts) = (found, own)
        case nil: (algorithm, scripts) = (nil, [Self.unstemmed[primary] ?? .latin])
        }
    }

    /// The rules for words of a script.
    func algorithm(for script: Script) -> Stemmer.Algorithm? {
        scripts.contains(script) ? algorithm : script.usualAlgorithm
    }

    /// Whether the stem of a word in Latin letters begins with the letter that the word begins with: all
    /// rules take from the end, but for those that take prefixes off.
    var keepsBeginnings: Bool {
        switch algorithm(for: .latin) {
        case nil, .danish, .english, .finnish, .french, .german, .hungarian, .italian, .norwegian,
            .portuguese, .romanian, .spanish, .swedish, .turkish:
            true
        default: false
        }
    }

    /// Whether articles lose their vowel before an apostrophe: `l'homme`, `dell'arte`.
    var hasElisions: Bool {
        switch algorithm {
        case .french, .italian, .catalan: true
        default: false
        }
    }

    private static let stemmed: [String: (Stemmer.Algorithm, [Script])] = [
        "ar": (.arabic, [.arabic]), "ca": (.catalan, [.latin]), "da": (.danish, [.latin]),
        "de": (.german, [.latin]), "el": (.greek, [.greek]), "es": (.spanish, [.latin]),
        "eu": (.basque, [.latin]), "fi": (.finnish, [.latin]), "fr": (.french, [.latin]),
        "ga": (.irish, [.latin]), "hi": (.hindi, [.devanagari]), "hu": (.hungarian, [.latin]),
        "hy": (.armenian, [.armenian]), "id": (.indonesian, [.latin]),
        "it": (.italian, [.latin]), "lt": (.lithuanian, [.latin]), "ms": (.indonesian, [.latin]),
        "nb": (.norwegian, [.latin]), "ne": (.nepali, [.devanagari]), "nl": (.dutch, [.latin]),
        "nn": (.norwegian, [.latin]), "no": (.norwegian, [.latin]),
        "pt": (.portuguese, [.latin]), "ro": (.romanian, [.latin]), "ru": (.russian, [.cyrillic]),
        "sr": (.serbian, [.cyrillic, .latin]), "sv": (.swedish, [.latin]),
        "ta": (.tamil, [.tamil]), "tr": (.turkish, [.latin]), "yi": (.yiddish, [.hebrew]),
    ]
    /// Those without rules whose script is not the Latin one.
    private static let unstemmed: [String: Script] = [
        "be": .cyrillic, "bg": .cyrillic, "kk": .cyrillic, "ky": .cyrillic, "mk": .cyrillic,
        "mn": .cyrillic, "tg": .cyrillic, "uk": .cyrillic, "fa": .arabic, "ps": .arabic,
        "ur": .arabic, "he": .hebrew, "mr": .devanagari, "sa": .devanagari,
    ]
    /// Those whose own words are not stemmed, and whose Latin ones are mostly English.
    private static let unspaced: Set<String> = [
        "zh", "ja", "ko", "th", "lo", "my", "km", "und", "mul", "zxx", "bn", "te", "ml", "kn", "gu",
        "pa", "or", "si", "am", "ka",
    ]
}

/// A writing system, as far as stemming asks.
enum Script: UInt8, Sendable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, tamil, other

    /// The script of a letter.
    init(_ value: UInt32) {
        switch value {
        case 0..<0x0250, 0x1E00..<0x1F00: self = .latin
        case 0x0370..<0x0400, 0x1F00..<0x2000: self = .greek
        case 0x0400..<0x0530: self = .cyrillic
        case 0x0530..<0x0590: self = .armenian
        case 0x0590..<0x0600: self = .hebrew
        case 0x0600..<0x0780: self = .arabic
        case 0x0900..<0x0980: self = .devanagari
        case 0x0B80..<0x0C00: self = .tamil
        default: self = .other
        }
    }

    /// The rules for words of this script in texts of another language, or of none that is known.
    var usualAlgorithm: Stemmer.Algorithm? {
        switch self {
        case .latin: .english
        case .greek: .greek
        case .cyrillic: .russian
        case .armenian: .armenian
        case .arabic: .arabic
        case .devanagari: .hindi
        case .tamil: .tamil
        case .hebrew, .other: nil
        }
    }
}
