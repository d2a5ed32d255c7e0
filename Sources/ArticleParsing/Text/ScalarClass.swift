/// What a Unicode scalar is to a reader of newspapers.
enum ScalarClass: UInt8, Sendable {
    /// A capital letter.
    case upper
    /// A small letter.
    case lower
    /// A letter of a script without capitals: Arabic, Hebrew, Devanagari.
    case letter
    /// A letter of a script without spaces: Han, kana, Thai, Lao, Khmer, Burmese.
    case spaceless
    case digit, mark, space
    /// The full stops of all scripts, question and exclamation marks, ellipses.
    case terminal
    case comma, quote, dash, opening, closing
    /// Marks that begin an entry of a list.
    case bullet
    case symbol, control

    /// Whether it is part of a word.
    var isLetter: Bool { rawValue <= ScalarClass.spaceless.rawValue }

    /// The class of a scalar.
    @inline(__always)
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value &- 0x61 < 26 {
            self = .lower
        } else if value == 0x20 {
            self = .space
        } else if value &- 0x41 < 26 {
            self = .upper
        } else if value < 0x1_0000 {
            self = Self.basicPlane[Int(value)]
        } else {
            self = Self.classify(scalar)
        }
    }

    /// The classes of the Basic Multilingual Plane, worked out once.
    private static let basicPlane: [ScalarClass] = {
        var classes = (0..<0x1_0000).map {
            Unicode.Scalar(UInt32($0)).map(classifyByCategory) ?? .control
        }
        // Those before others win, so they come last.
        for (scalars, kind) in [
            (bullets, ScalarClass.bullet), (quotes, .quote), (commas, .comma),
            (terminals, .terminal),
        ] {
            for scalar in scalars { classes[Int(scalar.value)] = kind }
        }
        return classes
    }()

    private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
        if terminals.contains(scalar) { return .terminal }
        if commas.contains(scalar) { return .comma }
        if quotes.contains(scalar) { return .quote }
        if bullets.contains(scalar) { return .bullet }
        return classifyByCategory(scalar)
    }

    private static func classifyByCategory(_ scalar: Unicode.Scalar) -> ScalarClass {
        if isSpaceless(scalar.value) { return .spaceless }
        // Georgian: its capitals (U+1C90) stand in headlines alone, and names are printed without.
        if (0x10D0...0x10FF).contains(scalar.value) { return .letter }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter, .letterNumber: return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        case .dashPunctuation: return .dash
        case .openPunctuation, .initialPunctuation: return .opening
        case .closePunctuation, .finalPunctuation: return .closing
        case .control:
            return "\t\n\u{B}\u{C}\r\u{85}".unicodeScalars.contains(scalar) ? .space : .control
        case .format, .surrogate, .privateUse, .unassigned: return .control
        default: return .symbol
        }
    }

    private static func isSpaceless(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0ECD, 0x1000...0x103F, 0x1780...0x17D3,
            0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x2_0000...0x3_FFFF:
            true
        default: false
        }
    }

    private static let terminals = Set(".!?…。！？．｡؟۔।॥።։᠃︒‼⁇⁈⁉".unicodeScalars)
    private static let commas = Set(",;:،؛、，；：・".unicodeScalars)
    private static let quotes = Set("\"'“”„‟‘’‚‛«»‹›「」『』〝〞〟″′`´״׳".unicodeScalars)
    private static let bullets = Set("•‣◦▪▫●○■□▶►☆★∙⁃➤➢✓✔◆◇⦿".unicodeScalars)
}

extension Unicode.Scalar {
    /// Whether it is a syllable of Hangul, as Korean is written: one of those that stand whole
    /// (Unicode 16, §18.6).
    var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }
}
