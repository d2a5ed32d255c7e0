/// A piece of the text that belongs together: a paragraph, a headline, a menu entry.
///
/// It is one line, or the lines of a paragraph that was wrapped. What can be told of it without
/// its neighbours is counted once, here; it takes 64 bytes.
struct Block: Sendable {
    /// What the phrase tables say of it.
    struct Phrases: OptionSet, Sendable {
        let rawValue: UInt8
        /// A line of page furniture.
        static let furniture = Phrases(rawValue: 1)
        /// A line after which other stories follow.
        static let end = Phrases(rawValue: 2)
        /// It begins as a caption does.
        static let caption = Phrases(rawValue: 4)
        /// It begins as a byline does.
        static let byline = Phrases(rawValue: 8)
        /// It speaks of the page: cookies, newsletters.
        static let aboutPage = Phrases(rawValue: 16)
        /// It names who took a picture.
        static let pictureCredit = Phrases(rawValue: 32)
        /// It begins as a printed correction does.
        static let correction = Phrases(rawValue: 64)
        /// It stands above readers' comments.
        static let comments = Phrases(rawValue: 128)
    }

    /// The number of its first line, from 1.
    @Narrow<UInt32> var line: Int
    /// Where its words stand, bullet and marks of markup left out.
    @NarrowRange var content: Range<Int>
    /// Where all of it stands, bullet and all.
    @NarrowRange var full: Range<Int>
    /// How many blank lines stand before it.
    @Narrow<UInt16> var blankBefore: Int
    @Narrow<UInt16> var indent: Int
    /// How wide it is, its lines side by side; 65,535 where it is wider.
    @Narrow<UInt16> var columns: Int
    /// Whether a bullet or an entry's number was left out.
    var hasBullet = false
    /// Whether `>` in front of its lines marked it as a quotation.
    var isQuoted = false
    /// How deep a heading Markdown says it is, 1 to 6; 0 where it does not.
    @Narrow<UInt8> var headingLevel = 0
    /// Whether a page ends before it.
    var startsPage = false

    /// How many words it has; a script without spaces counts one for every two letters.
    ///
    /// This and the counts below are of its first `BlockFeatures.longest` scalars.
    @Narrow<UInt16> var words = 0
    @Narrow<UInt16> var capitalisedWords = 0
    @Narrow<UInt16> var letters = 0
    @Narrow<UInt16> var digits = 0
    @Narrow<UInt16> var capitals = 0
    @Narrow<UInt16> var commas = 0
    /// Sentence marks that a space or the end follows.
    @Narrow<UInt16> var stops = 0
    @Narrow<UInt16> var symbols = 0
    /// Whether the last sign but quotes and brackets ends a sentence.
    var endsSentence = false
    /// Whether it ends in a full stop of any script, and not in a question or exclamation mark.
    var endsInFullStop = false
    var endsInColon = false
    /// Whether it ends in an ellipsis, as a teaser cut short does.
    var isCut = false
    var startsLower = false
    var startsQuote = false
    var startsDash = false
    var phrases: Phrases = []
    /// Equal for blocks with the same words.
    var hash: UInt64 = 0

    /// Running text: long, and ending as a sentence does, or so long that it can be nothing else.
    var isProse: Bool {
        if phrases.contains(.aboutPage), columns < 600 { return false }
        guard letters * 2 > columns / 2, words >= 8 else { return false }
        // A menu in one line: hardly a small letter begins a word.
        if !endsSentence, capitalisedWords * 10 > words * 6 { return false }
        if columns >= 180 { return true }
        if endsSentence && !isCut { return columns >= 60 }
        if endsInColon { return columns >= 70 }
        return columns >= 130
    }

    /// A short sentence: too short for running text alone, but one beside it.
    var isSentence: Bool {
        !isProse && endsSentence && !isCut && words >= 3 && !phrases.contains(.aboutPage)
    }

    /// Whether it has the length of a headline.
    var hasHeadlineLength: Bool { columns >= 12 && columns <= 220 && words >= 2 && words <= 34 }

    /// A line without a letter or digit.
    var isRule: Bool { letters == 0 && digits == 0 }
}
