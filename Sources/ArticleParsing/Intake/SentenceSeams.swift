/// Finds where the end of a sentence touches the start of the next: `…it said.Officials…`.
struct SentenceSeams {
    private let scalars: [Unicode.Scalar]
    /// How many straight quotation marks the line so far holds.
    private var straightQuotes = 0
    /// Whether the line so far holds a low quotation mark that none has closed: `„…“`.
    private var isLowQuoteOpen = false

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The seams in order.
    func find() -> [LostLineEnds.Seam] {
        var finder = self
        return finder.scan()
    }

    private mutating func scan() -> [LostLineEnds.Seam] {
        var seams: [LostLineEnds.Seam] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            note(scalar)
            index += 1
            guard Self.terminals.contains(scalar), index < scalars.count,
                !Self.terminals.contains(scalars[index]), isSentenceEnd(at: index - 1)
            else { continue }
            let end = endOfClosers(from: index)
            guard end < scalars.count else { break }
            for place in index..<end { note(scalars[place]) }
            index = end
            if let start = startOfSentence(at: end, after: scalar) {
                seams.append(LostLineEnds.Seam(end: end, start: start))
                straightQuotes = 0
                isLowQuoteOpen = false
                index = start
            }
        }
        return seams
    }

    private mutating func note(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": straightQuotes += 1
        case "„": isLowQuoteOpen = true
        case "“", "”": isLowQuoteOpen = false
        default: break
        }
    }

    private static let terminals: Set<Unicode.Scalar> = [
        ".", "!", "?", "…", "؟", "۔", "।", "։",
    ]
    private static let closers: Set<Unicode.Scalar> = ["”", "’", "»", "›", ")", "]"]
    private static let openers: Set<Unicode.Scalar> = [
        "“", "‘", "«", "„", "‹", "¿", "¡", "—", "–", "•", "▪", "●", "■",
    ]

    /// Where the closing marks after a sentence's end are over.
    ///
    /// A straight quotation mark closes where one is open in this line; a high one at the left
    /// closes where a low one is open, as in German.
    private func endOfClosers(from start: Int) -> Int {
        var index = start
        var quotes = straightQuotes
        while index < scalars.count {
            switch scalars[index] {
            case "\"" where quotes % 2 == 1: quotes += 1
            case "“" where isLowQuoteOpen: break
            case "'" where isFollowedByCapital(index): break
            case let scalar where Self.closers.contains(scalar): break
            default: return index
            }
            index += 1
        }
        return index
    }

    /// Where a sentence starts that touches what is before `place`; `nil` where none does.
    private func startOfSentence(at place: Int, after terminal: Unicode.Scalar) -> Int? {
        let scalar = scalars[place]
        if scalar == "&" {
            // curl joins the files of two `-d` by it.
            return isStart(place + 1) ? place + 1 : nil
        }
        if Self.openers.contains(scalar) { return place }
        if scalar == "\"" || scalar == "(" || scalar == "[" {
            return isFollowedByCapital(place) ? place : nil
        }
        return isStart(place) ? place : nil
    }

    private func isFollowedByCapital(_ place: Int) -> Bool {
        place + 1 < scalars.count && LetterCase.isUpper(scalars[place + 1])
    }

    /// Whether a word that may begin a sentence stands at a place.
    private func isStart(_ place: Int) -> Bool {
        guard place < scalars.count else { return false }
        if LetterCase.isUncased(scalars[place]) { return true }
        guard LetterCase.isUpper(scalars[place]) else {
            return Self.openers.contains(scalars[place])
        }
        let word = word(from: place)
        let rest = word.dropFirst()
        if rest.isEmpty || rest.contains(where: LetterCase.isLower) {
            return !Self.domains.contains(ASCII.lowercased(String(String.UnicodeScalarView(word))))
        }
        // All in capitals: a dateline or an acronym, unless it is a name like ASP.NET.
        guard let last = lastLetter(before: place) else { return true }
        return LetterCase.isLower(last) || LetterCase.isUncased(last) || !LetterCase.isLetter(last)
    }

    /// The letter before the sentence's end before a place.
    private func lastLetter(before place: Int) -> Unicode.Scalar? {
        scalars[..<place].suffix(8).last { LetterCase.isLetter($0) }
    }

    private func word(from place: Int) -> ArraySlice<Unicode.Scalar> {
        scalars[place...].prefix(40).prefix { LetterCase.isLetter($0) }
    }

    /// Whether the mark at a place ends a sentence, and not an initial, an abbreviation, a number
    /// or a part of an address.
    private func isSentenceEnd(at place: Int) -> Bool {
        guard scalars[place] == "." else { return !isInAddress(place) }
        let before = scalars[..<place].suffix(40)
        guard let last = before.last else { return false }
        if last == "." { return true }
        if !LetterCase.isLetter(last) { return last.value > 0x20 && !isInAddress(place) }
        let word = before.reversed().prefix { LetterCase.isLetter($0) }.reversed()
        if word.count == 1 { return false }
        let isAbbreviation = Self.abbreviations.contains(
            ASCII.lowercased(String(String.UnicodeScalarView(word)))
        )
        return !isAbbreviation && !isInAddress(place)
    }

    /// Whether the word around a place is an address on the web or of mail.
    private func isInAddress(_ place: Int) -> Bool {
        let before = scalars[..<place].suffix(200).reversed().prefix { !$0.properties.isWhitespace }
        let token = String(String.UnicodeScalarView(before.reversed()))
        return token.contains("://") || token.contains("@")
            || ASCII.lowercased(token).hasPrefix("www.")
    }

    /// Words that a point follows and a name after that.
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "prof", "gen", "sen", "rep", "gov", "lt", "col", "capt",
        "sgt", "maj", "rev", "hon", "fr", "vs", "no", "nr", "ver", "sr", "sra", "mme", "mlle",
    ]

    /// Ends of domains, which are written with a capital in names: `Booking.Com`.
    private static let domains: Set<String> = [
        "com", "org", "net", "io", "ai", "js", "tv", "de", "fr",
    ]
}
