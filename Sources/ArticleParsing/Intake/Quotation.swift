/// How a text writes quotation marks, which tells whether one opens or closes.
struct Quotation {
    /// Marks that only open.
    private(set) var openers: Set<Unicode.Scalar> = ["„", "‹", "‘"]
    /// Marks that only close.
    private(set) var closers: Set<Unicode.Scalar> = ["’", "›"]
    /// Marks that do both; the place tells.
    private(set) var ambiguous: Set<Unicode.Scalar> = ["\""]

    /// Looks at the marks of a text.
    ///
    /// `“` opens in English and closes after `„` in German; where it is missing, as in Swedish,
    /// `”` stands at both ends. Of the guillemets, the one that comes first opens.
    init(_ scalars: [Unicode.Scalar]) {
        if !scalars.contains("„") { openers.insert("“") }
        if scalars.contains("“") {
            closers.insert("”")
        } else {
            ambiguous.insert("”")
        }
        let isReversed = scalars.first { $0 == "«" || $0 == "»" } == "»"
        openers.insert(isReversed ? "»" : "«")
        closers.insert(isReversed ? "«" : "»")
    }
}
