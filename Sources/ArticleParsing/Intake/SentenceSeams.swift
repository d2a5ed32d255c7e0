/// Finds where the end of a sentence touches the start of the next: `…it said.Officials…`.
struct SentenceSeams {
    private let scalars: [Unicode.Scalar]
    private let quotation: Quotation
    /// Whether the line so far holds a quotation mark that none has closed; of those that look
    /// alike at both ends and of `„`.
    private var isQuoteOpen = false
    /// Where the word so far, up to white space, began.
    private var wordStart = 0
    /// Whether it is an address on the web or of mail.
    private var isAddress = false

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        quotation = Quotation(scalars)
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
            if LetterCase.isASCIILetter(scalar), scalar != "w" {
                index += 1
                continue
            }
            note(index)
            index += 1
            guard Self.isTerminal(scalar), index < scalars.count,
                !Self.isTerminal(scalars[index]), isSentenceEnd(at: index - 1)
            else { continue }
            let end = endOfClosers(from: index)
            guard end < scalars.count else { break }
            for place in index..<end { note(place) }
            index = end
            if let start = startOfSentence(at: end, after: scalar) {
                seams.append(LostLineEnds.Seam(end: end, start: start))
                isQuoteOpen = false
                startWord(at: start)
                index = start
            }
        }
        return seams
    }

    /// Takes note of what stands at a place.
    ///
    /// A quotation mark that looks alike at both ends opens after white space and closes before it;
    /// counting them would not do, as quotations that run over several paragraphs are closed once.
    private mutating func note(_ place: Int) {
        let scalar = scalars[place]
        if scalar == "„" {
            isQuoteOpen = true
        } else if quotation.isAmbiguous(scalar) {
            if place == 0 || LetterCase.isWhitespace(scalars[place - 1])
                || scalars[place - 1] == "("
            {
                isQuoteOpen = true
            } else if place + 1 == scalars.count || LetterCase.isWhitespace(scalars[place + 1]) {
                isQuoteOpen = false
            } else {
                isQuoteOpen.toggle()
            }
        } else if scalar == "“" || scalar == "”" {
            isQuoteOpen = false
        } else if LetterCase.isWhitespace(scalar) {
            startWord(at: place + 1)
        } else if scalar == "@" || scalar == "/" && place > 1 && scalars[place - 2] == ":" {
            isAddress = true
        } else if scalar == "w", place == wordStart + 2, scalars[place - 1] == "w",
            scalars[place - 2] == "w"
        {
            isAddress = true
        }
    }

    private mutating func startWord(at place: Int) {
        wordStart = place
        isAddress = false
    }

    /// Whether a scalar is a mark that ends sentences.
    private static func isTerminal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "؟", "۔", "।", "։", "。", "！", "？": true
        default: false
        }
    }

    /// Whether a scalar is a closing mark of Chinese or Japanese, whose sentences touch anyway.
    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "」", "』", "”": true
        default: false
        }
    }

    /// Whether a scalar is a mark that stands before an item of a list, a speech or a sentence.
    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "¿", "¡", "—", "–", "•", "▪", "●", "■": true
        default: false
        }
    }

    /// Where the closing marks after a sentence's end are over.
    private func endOfClosers(from start: Int) -> Int {
        var index = start
        var isOpen = isQuoteOpen
        while index < scalars.count {
            let scalar = scalars[index]
            if quotation.isAmbiguous(scalar) || scalar == "“" {
                guard isOpen else { return index }
                isOpen = false
            } else if scalar == "'" {
                guard isFollowedByCapital(index) else { return index }
            } else if scalar != ")", scalar != "]", !quotation.closes(scalar),
                !Self.isIdeographic(scalar)
            {
                return index
            }
            index += 1
        }
        return index
    }

    /// Where a sentence starts that touches what is before `place`; `nil` where none does.
    private func startOfSentence(at place: Int, after terminal: Unicode.Scalar) -> Int? {
        let scalar = scalars[place]
        if Self.isIdeographic(terminal) {
            // Only a paragraph begins with an ideographic space.
            return scalar == "\u{3000}" ? place : nil
        }
        if scalar == "&" {
            // curl joins the files of two `-d` by it.
            return isStart(place + 1) ? place + 1 : nil
        }
        if Self.isBullet(scalar) || quotation.opens(scalar) { return place }
        if quotation.isAmbiguous(scalar) || scalar == "(" || scalar == "[" {
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
        if ASCII.isDigit(scalars[place]) { return isYear(place) }
        guard LetterCase.isUpper(scalars[place]) else {
            return Self.isBullet(scalars[place]) || quotation.opens(scalars[place])
        }
        let word = word(from: place)
        let rest = word.dropFirst()
        if rest.isEmpty || rest.contains(where: LetterCase.isLower) {
            return !Self.domains.contains(word)
        }
        // All in capitals: a dateline or an acronym, unless it is a name like ASP.NET.
        guard let last = lastLetter(before: place) else { return true }
        return LetterCase.isLower(last) || LetterCase.isUncased(last) || !LetterCase.isLetter(last)
    }

    /// Whether a year of four digits begins a sentence at a place, after a word and its point.
    private func isYear(_ place: Int) -> Bool {
        let digits = scalars[place...].prefix(5)
        guard digits.prefix(4).allSatisfy(ASCII.isDigit), digits.last == " ", place >= 4 else {
            return false
        }
        return scalars[(place - 4)..<(place - 1)].allSatisfy(LetterCase.isLower)
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
        guard scalars[place] == "." else { return !isAddress }
        guard place > 0 else { return false }
        let last = scalars[place - 1]
        if last == "." { return true }
        if last == " " {
            // A point that stands by itself, which some write: `…the end .The next…`.
            return place > 1 && LetterCase.isLower(scalars[place - 2])
                && place + 2 < scalars.count && !LetterCase.isUpper(scalars[place + 2])
        }
        if !LetterCase.isLetter(last) { return last.value > 0x20 && !isAddress }
        // The word's last letters: all of it, or more than an abbreviation has.
        var start = place - 1
        while start > 0, place - start <= 8, LetterCase.isLetter(scalars[start - 1]) { start -= 1 }
        let word = scalars[start..<place]
        return word.count > 1 && !Self.abbreviations.contains(word) && !isAddress
    }

    /// Words that a point follows and a name after that.
    private static let abbreviations: ShortWords = [
        "mr", "mrs", "ms", "dr", "st", "prof", "gen", "sen", "rep", "gov", "lt", "col", "capt",
        "sgt", "maj", "rev", "hon", "fr", "vs", "no", "nr", "ver", "sr", "sra", "mme", "mlle",
    ]

    /// Ends of domains, which are written with a capital in names: `Booking.Com`.
    private static let domains: ShortWords = [
        "com", "org", "net", "io", "ai", "js", "tv", "de", "fr",
    ]
}
