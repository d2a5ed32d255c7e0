import Articles

/// A dateline as found, with its day still to be resolved.
struct PrintedDateline: Sendable {
    /// The words and where they stand.
    var dateline: Dateline
    var range: Range<Int>
    /// The day, if it has one.
    var date: PrintedDate?
    /// Where the agency stands.
    var agencyRange: Range<Int>?
    /// The people named in it, as Korean, Chinese and Turkish agencies do.
    var authors: [Author] = []
    var rule: String
    var confidence: Double
}
