extension PageMetadata {
    /// Reads what an element's class or address says of who wrote the story: `class="fn"` in a card
    /// of the author (hCard 1.0), a link to an author's page, an element named for the byline.
    ///
    /// Comments and other stories have authors as well: theirs are left out.
    mutating func readAuthorMark(_ index: Int) {
        let node = tree.nodes[index]
        guard node.attributeCount > 0, Int(node.end) - index <= Self.authorNodes,
            authorMarks < Self.authorMarkLimit
        else { return }
        let rule: String
        if node.tag == .a, let address = tree.bytes(of: .href, at: index),
            AuthorAddress.isOne(address)
        {
            rule = "author_link"
        } else if let names = tree.bytes(of: .class, at: index) {
            if Self.hasWord("fn", in: names), isInAuthorCard(index) {
                rule = "author_card"
            } else if tree.evidence[index].contains(.byline) {
                rule = "author_class"
            } else {
                return
            }
        } else {
            return
        }
        authorMarks += 1
        guard !isBesideStory(index) else { return }
        add(.author, tree.text(in: index, limit: 160), rule, node: index)
    }

    /// How many nodes a byline's element has at most.
    private static let authorNodes = 60
    /// How many elements are looked at.
    private static let authorMarkLimit = 80

    private func isInAuthorCard(_ index: Int) -> Bool {
        var node = index
        for _ in 0..<4 {
            if let names = tree.bytes(of: .class, at: node),
                Self.hasWord("vcard", in: names) || Self.hasWord("author", in: names)
            {
                return true
            }
            node = Int(tree.nodes[node].parent)
            guard node > 0 else { break }
        }
        return false
    }

    /// Whether an element stands among comments or other stories.
    func isBesideStory(_ index: Int) -> Bool {
        var node = index
        for _ in 0..<40 {
            node = Int(tree.nodes[node].parent)
            guard node > 0, tree.nodes[node].tag != .body else { return false }
            // An author's box is an aside, too.
            guard tree.nodes[node].tag != .aside else { continue }
            if !tree.evidence[node].isDisjoint(with: [.comments, .related]) {
                return true
            }
        }
        return false
    }

    private static func hasWord(_ word: String, in names: ArraySlice<UInt8>) -> Bool {
        names.split(whereSeparator: ASCII.isSpace).contains { $0.elementsEqual(word.utf8) }
    }
}

/// Tells the addresses of authors' pages: `/author/jane-roe`, `/autoren/12`.
enum AuthorAddress {
    /// Whether a part of the address says so, and another one comes behind it.
    static func isOne(_ address: ArraySlice<UInt8>) -> Bool {
        let parts = address.prefix(300).split(separator: UInt8(ascii: "/"))
        return parts.dropLast().contains { part in
            guard part.count <= 12 else { return false }
            var hash = NameHash()
            for byte in part { hash.combine(byte) }
            return names.contains(hash.value)
        }
    }

    private static let names = Set(
        [
            "author", "authors", "autor", "autores", "autoren", "autore", "autori", "auteur",
            "auteurs", "writer", "writers", "redakteur", "redakteure", "reporter", "reporters",
            "journalist", "journalists", "journalista", "contributor", "contributors", "columnist",
            "columnists", "byline", "bylines", "yazar", "yazarlar", "firma", "firmas", "auteurs",
            "penulis", "avtor", "skribent", "medarbejder", "byl",
        ].map { NameHash(of: $0).value }
    )
}
