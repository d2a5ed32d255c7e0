/// The scripts of the world's newspapers.
enum Script: Int, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati
    case oriya, tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan, myanmar, georgian
    case ethiopic, khmer, mongolian, kana, han, hangul

    /// The script of a letter or of a mark that belongs to one; `nil` for all else.
    ///
    /// By Unicode's blocks and without its tables: what is rare in news is left out.
    init?(of scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BC,
            0x300...0x36F, 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            self = .latin
        case 0x370...0x37D, 0x37F...0x386, 0x388...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x556, 0x561...0x587: self = .armenian
        case 0x591...0x5BD, 0x5C1...0x5F2: self = .hebrew
        case 0x610...0x61A, 0x620...0x65F, 0x66E...0x6D3, 0x6D5...0x6EF, 0x6FA...0x77F,
            0xFB50...0xFDFF, 0xFE70...0xFEFC:
            self = .arabic
        case 0x900...0x963, 0x971...0x97F: self = .devanagari
        case 0x980...0x9E3, 0x9F0...0x9F1: self = .bengali
        case 0xA00...0xA65, 0xA70...0xA75: self = .gurmukhi
        case 0xA80...0xAE3: self = .gujarati
        case 0xB00...0xB63: self = .oriya
        case 0xB80...0xBE5: self = .tamil
        case 0xC00...0xC65: self = .telugu
        case 0xC80...0xCE5: self = .kannada
        case 0xD00...0xD65: self = .malayalam
        case 0xD80...0xDF3: self = .sinhala
        case 0xE01...0xE4E: self = .thai
        case 0xE80...0xECF, 0xEDC...0xEDF: self = .lao
        case 0xF40...0xFBC: self = .tibetan
        case 0x1000...0x103F, 0x1050...0x109F: self = .myanmar
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
        case 0x1200...0x1360: self = .ethiopic
        case 0x1780...0x17D3: self = .khmer
        case 0x1820...0x18AA: self = .mongolian
        case 0x3041...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9D: self = .kana
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFF: self = .han
        case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: self = .hangul
        default: return nil
        }
    }

    /// The language of a script that just one is printed in.
    var onlyLanguage: String? {
        switch self {
        case .greek: "el"
        case .armenian: "hy"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .oriya: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .lao: "lo"
        case .tibetan: "bo"
        case .myanmar: "my"
        case .georgian: "ka"
        case .khmer: "km"
        case .mongolian: "mn"
        case .hangul: "ko"
        case .latin, .cyrillic, .hebrew, .arabic, .devanagari, .bengali, .ethiopic, .kana, .han:
            nil
        }
    }

    /// The languages whose words and letters are known, to tell them or their charsets apart.
    var profiles: [LanguageProfile] {
        switch self {
        case .latin: LanguageProfile.latin
        case .greek: LanguageProfile.greek
        case .cyrillic: LanguageProfile.cyrillic
        case .hebrew: LanguageProfile.hebrew
        case .arabic: LanguageProfile.arabic
        case .devanagari: LanguageProfile.devanagari
        case .bengali: LanguageProfile.bengali
        case .ethiopic: LanguageProfile.ethiopic
        default: []
        }
    }
}
