/// Makes persons' names of what a page's markup gives for its authors.
enum PageAuthors {
    /// The names in a value such as `By Jane Roe and John Doe`, in the order printed; none where it
    /// is an address or what systems write for nobody.
    static func names(in value: String) -> [String] {
        guard !value.isEmpty, value.utf8.count <= 300, !value.contains("://"),
            !value.contains("www."), !value.contains("@")
        else { return [] }
        return AuthorNames.authors(in: behindPreposition(value)).map { withoutDegree($0.name) }
            .filter(isPlausible)
    }

    /// Whether a name is one of several words, as persons and papers have them; one word may be
    /// what somebody signs on with.
    static func isFull(_ name: String) -> Bool {
        name.contains(" ") || name.unicodeScalars.contains { ScalarClass($0) == .spaceless }
    }

    private static func isPlausible(_ name: String) -> Bool {
        let text = Manuscript(name)
        let tokens = text.tokens(in: 0..<text.scalars.count, limit: 20)
        return (1...8).contains(tokens.count { $0.kind == .word })
            && !tokens.contains { $0.isMark(in: "|:_") } && !isHost(name)
            && !nobody.contains(ASCII.lowercased(name))
    }

    /// `example.com` is a site.
    private static func isHost(_ name: String) -> Bool {
        guard !name.contains(" "), let dot = name.lastIndex(of: "."), name.last != "." else {
            return false
        }
        return name.distance(from: name.startIndex, to: dot) > 1
    }

    private static let nobody: Set<String> = [
        "admin", "administrator", "no author", "unknown", "none", "null", "undefined", "author",
        "anonymous", "default", "webmaster", "superuser",
    ]

    /// The name in `All posts by Jane Roe`, which links to authors' pages say.
    private static func behindPreposition(_ value: String) -> String {
        let text = Manuscript(value)
        let tokens = text.tokens(in: 0..<text.scalars.count, limit: 20)
        guard tokens.count >= 4,
            let by = tokens.dropFirst().firstIndex(where: { BylineWords.prepositions.contains($0) }
            ),
            by >= 2, by + 1 < tokens.count, ScalarClass(tokens[by + 1].first) == .upper,
            tokens[..<by].allSatisfy({ $0.kind == .word })
        else { return value }
        let name = text.text(tokens[by + 1].range.lowerBound..<text.scalars.count)
        return isFull(name) ? name : value
    }

    /// A name without the degree behind it: `Jane Roe, PhD`.
    private static func withoutDegree(_ name: String) -> String {
        guard let comma = name.lastIndex(of: ",") else { return name }
        let degree = name[name.index(after: comma)...].filter { $0.isLetter }
        guard degree.count <= 6, degree.count(where: \.isUppercase) >= 2 else { return name }
        return withoutDegree(ASCII.trimmed(name[..<comma]))
    }
}
