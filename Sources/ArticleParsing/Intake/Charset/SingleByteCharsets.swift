/// Tells the charsets of one byte a character apart: the right one is that in which the text is a
/// language.
enum SingleByteCharsets {
    /// The candidates; where two do equally well, the one that stands first is taken.
    private static let candidates: [Charset] = [
        "windows-1252", "windows-1250", "windows-1251", "windows-1254", "windows-1253",
        "windows-1256", "windows-1255", "windows-1257", "windows-874", "koi8-r", "koi8-u",
        "iso-8859-2", "iso-8859-15", "iso-8859-7", "iso-8859-5", "iso-8859-6", "iso-8859-4",
        "iso-8859-13", "ibm866", "macintosh",
    ].compactMap { Charset(label: $0) }

    /// How much is looked at, in bytes; more of it would say the same.
    private static let sampleBytes = 16 << 10

    /// The likeliest charset of a text that is in one of them.
    static func likeliest(of bytes: ArraySlice<UInt8>) -> Charset {
        let sample = excerpt(of: bytes)
        var best = Charset.windows1252
        var bestScore = -Float.infinity
        for charset in candidates {
            guard let conversion = Converter.convert(sample, from: charset) else { continue }
            let score = score(conversion)
            // Another charset has to do better by more than one letter that fits a little more.
            if score > bestScore + 0.5 {
                best = charset
                bestScore = score
            }
        }
        return best
    }

    /// The first part of the text in which there is something to tell charsets by.
    private static func excerpt(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count > sampleBytes, let first = bytes.firstIndex(where: { $0 >= 0x80 }) else {
            return bytes
        }
        return bytes[max(bytes.startIndex, first - 1_024)...].prefix(sampleBytes)
    }

    /// How good a text a conversion is.
    private static func score(_ conversion: Converter.Conversion) -> Float {
        var text = conversion.text
        let evidence = text.withUTF8 { LanguageSample($0).evidence }
        return evidence - 3 * Float(conversion.misfits) - strangeness(of: text)
    }

    /// How much there is in a text that no language has, whatever its words.
    private static func strangeness(of text: String) -> Float {
        var strangeness: Float = 0
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            if scalar.isASCII, before.isASCII { continue }
            if let script = Script(of: scalar.value), let other = Script(of: before.value) {
                // No word is in two scripts.
                strangeness += script == other ? 0 : 2
            }
            guard !scalar.isASCII else { continue }
            switch scalar.value {
            case 0x80...0x9F, 0xE000...0xF8FF:
                strangeness += 3
            case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E:
                // A Thai mark stands on a Thai letter.
                strangeness += (0xE01...0xE4E).contains(before.value) ? 0 : 2
            case 0xE01...0xE4E:
                strangeness -= (0xE01...0xE4E).contains(before.value) ? 0.2 : 0
            default:
                if LetterCase.isLetter(scalar) {
                    let isCaseBroken = LetterCase.isLower(before) && LetterCase.isUpper(scalar)
                    strangeness += isCaseBroken ? 1 : 0
                } else {
                    strangeness += marks.contains(scalar) ? 0 : 1
                    // Inside or right before a word only an apostrophe or a dash may stand.
                    let isGlued = LetterCase.isLetter(before) && !closing.contains(scalar)
                    strangeness += isGlued ? 1 : 0
                }
            }
        }
        return strangeness
    }

    /// Characters beyond letters that newspapers use.
    private static let marks = Set("“”‘’„‚‹›«»–—…•·€£¥°§©®™ªº½¿¡\u{A0}′″′،؛؟№άΆ".unicodeScalars)

    /// Those of them that may follow a letter.
    private static let closing = Set("”’“‘›»«–—…°®™ªº·،؛؟€\u{A0}".unicodeScalars)
}
