/// Takes away what careless systems leave in values: tags, and references escaped twice.
enum LeftoverMarkup {
    /// A value without tags and with the commonest references decoded.
    static func removed(from value: String) -> String {
        guard value.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return value }
        let tree = HTMLTreeBuilder.tree(of: "<p>" + value)
        return tree.text(in: 0, limit: 1 << 20)
    }
}
