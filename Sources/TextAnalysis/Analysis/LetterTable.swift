/// What each Unicode scalar means to the analyzer: what it is part of, and what it is folded to.
///
/// Scalars up to U+2FFF are looked up; the few letters beyond that are not of Han, kana or Hangul are
/// asked of the standard library.
struct LetterTable: Sendable {
    /// What a scalar is part of.
    enum Kind: UInt8, Sendable {
        /// It ends a word.
        case separator
        case letter
        case digit
        /// A mark that is dropped, on the letter before it.
        case mark
        /// Something invisible within a word: it is passed over.
        case ignorable
        /// Between two parts of a word, it holds them together.
        case joiner
        /// The same, and an `s` behind it is a possessive.
        case apostrophe
        case dot
        case comma
        /// A letter of Han or kana.
        case ideograph
        /// A syllable of Hangul.
        case hangul
        /// A letter of Thai, Lao, Burmese or Khmer.
        case cluster
        /// A mark that belongs to such a letter.
        case clusterMark
    }

    /// What a byte of UTF-8 is to a plain word.
    enum Sign: UInt8, Sendable {
        /// It needs a closer look: a digit, a part of a scalar beyond ASCII.
        case other
        /// A letter from A to Z.
        case letter
        /// It ends a word.
        case end
        case dot
        /// It may hold two words together.
        case joint
    }

    /// The table.
    static let shared = LetterTable()

    private static let limit = 0x3000
    private var kinds: [Kind]
    /// The small letter.
    private var smalls: [UInt16]
    /// Which of `folds` a small letter is indexed by; 0 for itself.
    private var foldIndexes: [UInt16]
    private var folds: [[UInt8]] = [[]]
    private var decompositions: [UInt32: [UInt8]] = [:]
    private let katakana: [UInt16]
    /// What each byte is to a plain word.
    let signs: [Sign]

    private init() {
        kinds = []
        smalls = []
        kinds.reserveCapacity(Self.limit)
        smalls.reserveCapacity(Self.limit)
        for value in 0..<UInt32(Self.limit) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let kind = Self.kind(of: scalar)
            kinds.append(kind)
            smalls.append(UInt16(truncatingIfNeeded: Self.small(scalar, kind)))
        }
        signs = (0...255).map { [kinds] byte in
            guard byte < 0x80 else { return .other }
            switch kinds[byte] {
            case .letter: return .letter
            case .separator, .comma: return .end
            case .dot: return .dot
            case .joiner, .apostrophe: return .joint
            default: return .other
            }
        }
        foldIndexes = Array(repeating: 0, count: Self.limit)
        katakana = LetterFolds.fullWidthKatakana.unicodeScalars.map {
            UInt16(truncatingIfNeeded: $0.value)
        }
        for (folded, letters) in Self.rows(LetterFolds.rows) {
            folds.append(folded)
            for letter in letters {
                if letter.value < Self.limit {
                    foldIndexes[Int(letter.value)] = UInt16(folds.count - 1)
                } else {
                    decompositions[letter.value] = folded
                }
            }
        }
        for (letter, parts) in Self.rows(LetterFolds.decompositions) {
            let scalar = String(decoding: letter, as: UTF8.self).unicodeScalars.first
            guard let scalar else { continue }
            var bytes: [UInt8] = []
            for part in parts { bytes.append(contentsOf: UTF8.encode(part) ?? .init()) }
            decompositions[scalar.value] = bytes
            folds.append(bytes)
            foldIndexes[Int(scalar.value)] = UInt16(folds.count - 1)
        }
    }

    /// Rows of two parts, taken apart by scalars: a blank with a mark behind it is one `Character`.
    private static func rows(_ text: String) -> [(first: [UInt8], rest: [Unicode.Scalar])] {
        text.unicodeScalars.split(separator: "\n").map { line in
            let space = line.firstIndex(of: " ") ?? line.endIndex
            var first: [UInt8] = []
            for scalar in line[..<space] {
                first.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
            return (first, Array(line[space...].dropFirst()))
        }
    }

    // MARK: Look-ups

    /// What a scalar is part of.
    @inline(__always)
    func kind(_ value: UInt32) -> Kind {
        value < Self.limit ? kinds[Int(value)] : Self.farKind(value)
    }

    /// The small letter of a letter or digit.
    @inline(__always)
    func small(_ value: UInt32) -> UInt32 {
        value < Self.limit ? UInt32(smalls[Int(value)]) : farSmall(value)
    }

    /// The bytes that a small letter is folded to; `nil` where it stays.
    @inline(__always)
    func fold(_ small: UInt32) -> [UInt8]? {
        guard small < Self.limit else { return decompositions[small] }
        let index = Int(foldIndexes[Int(small)])
        return index == 0 ? nil : folds[index]
    }

    /// Whether a small letter is written in parts even where its marks are kept.
    func decomposition(_ small: UInt32) -> [UInt8]? {
        (0x0900..<0x0E00).contains(small) || small == 0x1026 ? decompositions[small] : nil
    }

    // MARK: Kinds

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case ".", "\u{FF0E}": return .dot
        case ",": return .comma
        case "'", "\u{2019}", "\u{02BC}", "\u{FF07}": return .apostrophe
        case "-", "\u{2010}", "\u{2011}", "&", "\u{05BE}", "\u{055A}", "\u{05F3}", "\u{05F4}":
            return .joiner
        case "\u{00AD}", "\u{0640}", "\u{061C}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}":
            return .ignorable
        default: break
        }
        let value = scalar.value
        let isMark = scalar.isMark
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF:
            if scalar.properties.generalCategory == .decimalNumber { return .digit }
            if isMark { return .clusterMark }
            return scalar.isLetterLike ? .cluster : .separator
        // Marks that readers leave out: of Latin, Greek, Cyrillic, Hebrew, Arabic.
        case 0x0300...0x06FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF:
            if isMark { return .mark }
        case 0x1100...0x11FF: return .hangul
        default: break
        }
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: return .digit
        case .nonspacingMark, .spacingMark: return .letter
        default: return scalar.isLetterLike ? .letter : .separator
        }
    }

    private static func farKind(_ value: UInt32) -> Kind {
        switch value {
        case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x303B, 0x3041...0x3096,
            0x3099...0x309A, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F,
            0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x20000...0x3FFFF:
            return .ideograph
        case 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: return .hangul
        case 0xAA60...0xAA7F, 0xA9E0...0xA9FF: return .cluster
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .ignorable
        case 0xFE20...0xFE2F: return .mark
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(value - 0xFEE0).map(kind(of:)) ?? .separator
        default: return Unicode.Scalar(value).map(kind(of:)) ?? .separator
        }
    }

    private static func small(_ scalar: Unicode.Scalar, _ kind: Kind) -> UInt32 {
        switch kind {
        case .digit:
            guard scalar.properties.generalCategory == .decimalNumber,
                let number = scalar.properties.numericValue
            else { return scalar.value }
            return 0x30 + UInt32(number)
        case .letter:
            let small = scalar.properties.lowercaseMapping.unicodeScalars.first?.value
            return small.map { $0 < 0x1_0000 ? $0 : scalar.value } ?? scalar.value
        default: return scalar.value
        }
    }

    private func farSmall(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xFF01...0xFF5E: return small(value - 0xFEE0)
        case 0xFF66...0xFF9D: return UInt32(katakana[Int(value - 0xFF66)])
        case 0xFF9E: return 0x3099
        case 0xFF9F: return 0x309A
        default:
            guard let scalar = Unicode.Scalar(value) else { return value }
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            return small.count == 1 ? small.first?.value ?? value : value
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    fileprivate var isLetterLike: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .privateUse, .letterNumber:
            true
        default: false
        }
    }
}
