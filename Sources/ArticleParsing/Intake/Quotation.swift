/// How a text writes quotation marks, which tells whether one opens or closes.
struct Quotation {
    /// Whether `„` opens somewhere, so that `“` closes.
    private let hasLowMarks: Bool
    /// Whether `“` stands somewhere, so that `”` closes.
    private let hasRaisedMarks: Bool
    /// Whether guillemets point to the words, `»…«`, as in German books.
    private let isReversed: Bool

    /// Looks at the marks of a text.
    ///
    /// `“` opens in English and closes after `„` in German; where it is missing, as in Swedish,
    /// `”` stands at both ends. Of the guillemets, the one that comes first opens.
    init(_ scalars: [Unicode.Scalar]) {
        hasLowMarks = scalars.contains("„")
        hasRaisedMarks = scalars.contains("“")
        isReversed = scalars.first { $0 == "«" || $0 == "»" } == "»"
    }

    /// Whether a scalar is a mark that only opens.
    func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "„", "‹", "‘": true
        case "“": !hasLowMarks
        case "«": !isReversed
        case "»": isReversed
        default: false
        }
    }

    /// Whether a scalar is a mark that only closes.
    func closes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "’", "›": true
        case "”": hasRaisedMarks
        case "»": !isReversed
        case "«": isReversed
        default: false
        }
    }

    /// Whether a scalar is a mark that does both; the place tells.
    func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "”" && !hasRaisedMarks
    }
}
