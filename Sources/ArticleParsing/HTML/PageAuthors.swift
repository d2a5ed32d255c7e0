/// Makes persons' names of what a page's markup gives for its authors.
enum PageAuthors {
    /// The names in a value such as `By Jane Roe and John Doe`, in the order printed; none where it
    /// is an address or the name of the site, which is no person.
    static func names(in value: String, site: String?) -> [String] {
        guard !value.isEmpty, value.utf8.count <= 300, !value.contains("://"),
            !value.contains("www."), !value.contains("@")
        else { return [] }
        return AuthorNames.authors(in: value).map(\.name).filter { name in
            isPlausible(name) && site.map { Similarity.between(name, $0) < 0.99 } ?? true
        }
    }

    private static func isPlausible(_ name: String) -> Bool {
        let text = Manuscript(name)
        let tokens = text.tokens(in: 0..<text.scalars.count, limit: 20)
        return (1...8).contains(tokens.count { $0.kind == .word })
            && !tokens.contains { $0.isMark(in: "|:_") }
    }
}
