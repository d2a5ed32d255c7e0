/// Something the client should know about what became of its text, though it was taken.
public struct ArticleWarning: Sendable, Hashable {
    /// What a warning is about.
    public enum Code: String, Sendable, CaseIterable {
        /// A date was printed without its year.
        case yearInferred = "year_inferred"
        /// The date lies after the moment of receipt.
        case futureDate = "future_date"
        /// Day and month could be the other way round.
        case ambiguousDate = "ambiguous_date"
        /// Parts of the text were set aside.
        case textRemoved = "text_removed"
        /// Line ends were lost on the way and put back where they must have been.
        case newlinesLost = "newlines_lost"
        /// The body is not of the type it was declared to be.
        case typeMismatch = "type_mismatch"
        /// The charset had to be guessed, or bytes did not fit it.
        case charsetGuessed = "charset_guessed"
        /// Text that had been decoded wrongly before it came was repaired.
        case mojibakeRepaired = "mojibake_repaired"
        /// The text was longer than is kept or looked at.
        case truncated
        /// A parameter was given more than once; the last one counts.
        case repeatedParameter = "repeated_parameter"
        /// AND, OR or NOT were read as words of a sentence.
        case operatorsIgnored = "operators_ignored"
        /// A form field is not one that is known, or its value cannot be read.
        case fieldIgnored = "field_ignored"
    }

    /// What could be sent to settle the matter.
    public enum Remedy: Sendable, Hashable {
        /// A parameter with a value: `published_at=2023-10-15`.
        case parameter(name: String, value: String)
        /// The bytes as they are: `--data-binary`.
        case sendBinary
        /// Each file by itself: `-F a=@a.txt -F b=@b.txt`.
        case sendFiles
    }

    /// What it is about.
    public var code: Code
    /// The field it is about, if it is about one.
    public var field: FieldName?
    /// What happened, as a sentence for a person.
    public var detail: String
    /// What could be sent instead, if anything would help.
    public var remedy: Remedy?
    /// The parts set aside, where the warning is about that.
    public var removed: [RemovedText]

    /// Makes a warning.
    public init(
        _ code: Code,
        field: FieldName? = nil,
        detail: String,
        remedy: Remedy? = nil,
        removed: [RemovedText] = []
    ) {
        self.code = code
        self.field = field
        self.detail = detail
        self.remedy = remedy
        self.removed = removed
    }
}
