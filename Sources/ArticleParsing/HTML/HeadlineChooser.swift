/// Chooses a page's headline among its headings, its metadata and its title.
struct HeadlineChooser {
    /// The headline chosen.
    struct Choice {
        var text: String
        var rule: String
        var confidence: Double
        /// The element, where it stands in the page.
        var node: Int?
        /// Other candidates, with where they were found.
        var alternatives: [String]
    }

    let tree: HTMLTree
    let metadata: PageMetadata
    let site: String?

    /// The headline; `nil` where the page has none.
    func choice() -> Choice? {
        let metas = metadata.all(.headline).map { ($0.rule, withoutSite($0.value), $0.node) }
        let title = metadata.title.map { withoutSite($0) }
        let headings = metadata.headings.prefix(12).filter { !isHidden($0) }
            .map { ($0, withoutSite(headingText($0))) }
            .filter { $0.1.utf8.count >= 4 && $0.1.utf8.count <= 450 }
        var candidates: [(rule: String, text: String, node: Int?, score: Double)] = []
        for (node, text) in headings {
            candidates.append(("h1", text, node, linksHome(node) ? 0 : 0.5))
        }
        for (rule, text, node) in metas {
            candidates.append((rule, text, node, Self.scores[rule] ?? 0.2))
        }
        if let title {
            candidates.append(("title", title, nil, 0))
            let titled = headings.filter { !linksHome($0.0) }
            if let (node, text) = lesserHeading(like: metadata.title ?? title, below: titled) {
                candidates.append(("h2", text, node, 0.4))
            }
        }
        if let name = siteInTitle {
            for index in candidates.indices
            where Similarity.between(candidates[index].text, name) >= 0.99 {
                candidates[index].score -= 1
            }
        }
        candidates.removeAll { $0.text.isEmpty || isSite($0.text) }
        if !candidates.contains(where: { $0.score > 0 }), title == nil,
            let (node, text) = firstSubheading
        {
            candidates.append(("h2", text, node, 0.3))
        }
        guard !candidates.isEmpty else { return nil }
        // Each candidate that says the same speaks for it.
        let words = candidates.map { Similarity.words(of: $0.text) }
        let sets = words.map { Set($0) }
        for index in candidates.indices {
            var support = 0.0
            for other in candidates.indices where other != index {
                guard candidates[other].rule != candidates[index].rule else { continue }
                support += min(
                    Similarity.share(of: words[index], in: sets[other]),
                    Similarity.share(of: words[other], in: sets[index])
                )
            }
            candidates[index].score += min(support, 3) * 0.5
        }
        guard
            let top = candidates.indices.max(by: { candidates[$0].score < candidates[$1].score })
        else { return nil }
        let inPage = candidates.map { $0.rule == "h1" || $0.rule == "h2" }
        let best = withoutKicker(top, of: words) ?? withoutTail(top, of: words, inPage) ?? top
        let chosen = candidates[best]
        var alternatives: [String] = []
        for other in candidates where other.text != chosen.text {
            let line = "\(other.rule): \(other.text)"
            if !alternatives.contains(line), alternatives.count < 6 { alternatives.append(line) }
        }
        let node =
            chosen.node
            ?? headings.max {
                Similarity.between($0.1, chosen.text) < Similarity.between($1.1, chosen.text)
            }?.0
        return Choice(
            text: chosen.text,
            rule: chosen.rule,
            confidence: min(0.98, 0.5 + chosen.score / 5),
            node: node,
            alternatives: alternatives
        )
    }

    /// The candidate that is the end of another one: what stands before it there is a kicker, a
    /// section or the site, as in `Ferries: The Heron is back at sea`.
    private func withoutKicker(_ index: Int, of words: [[UInt64]]) -> Int? {
        let whole = words[index]
        let ends = words.indices.filter { other in
            let end = words[other]
            return end.count >= 3 && end.count < whole.count && end.count * 10 >= whole.count * 4
                && whole.suffix(end.count).elementsEqual(end)
        }
        return ends.max { words[$0].count < words[$1].count }
    }

    /// The heading of the page that another candidate begins with: what follows there is the site,
    /// a section or a series.
    private func withoutTail(_ index: Int, of words: [[UInt64]], _ inPage: [Bool]) -> Int? {
        guard !inPage[index] else { return nil }
        let whole = words[index]
        return words.indices.first { other in
            inPage[other] && words[other].count >= 3 && words[other].count < whole.count
                && whole.starts(with: words[other])
        }
    }

    /// Whether an element stands in one that is not shown.
    private func isHidden(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<8 where node > 0 {
            if tree.nodes[node].tag != .body, tree.bytes(of: .style, at: node) != nil,
                tree.evidence[node].contains(.hidden)
            {
                return true
            }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    /// Whether a heading is a link to the site's first page: its name, and no headline.
    private func linksHome(_ heading: Int) -> Bool {
        let inside = (heading..<Int(tree.nodes[heading].end)).prefix(60)
        guard
            let link = (ancestors(of: heading) + inside).first(where: { tree.nodes[$0].tag == .a }),
            let address = tree.value(of: .href, at: link), Self.isFirstPage(address)
        else { return false }
        // A link around more than a name is a teaser.
        return Int(tree.nodes[link].end) - link <= 12
    }

    /// The elements around another one, the nearest first; at most four.
    private func ancestors(of node: Int) -> [Int] {
        var ancestors: [Int] = []
        var node = Int(tree.nodes[node].parent)
        while node > 0, ancestors.count < 4 {
            ancestors.append(node)
            node = Int(tree.nodes[node].parent)
        }
        return ancestors
    }

    /// Whether an address is that of a site's first page, by its path: `/`, `./`, `/index.html`,
    /// `https://example.com`, `//example.com/?from=logo`.
    static func isFirstPage(_ address: String) -> Bool {
        var path = address.prefix { $0 != "?" && $0 != "#" }
        if let slashes = path.firstRange(of: "//"),
            path[..<slashes.lowerBound].isEmpty || path[..<slashes.lowerBound].hasSuffix(":")
        {
            path = path[slashes.upperBound...].drop { $0 != "/" }
            if path.isEmpty { return true }
        }
        if path.first == "." { path = path.dropFirst() }
        guard path.first == "/" else { return false }
        let name = path.dropFirst()
        return name.isEmpty || ["index.html", "index.htm", "index.php"].contains(name)
    }

    /// A heading's text without its kicker and what is not shown.
    private func headingText(_ node: Int) -> String {
        var text = FoldedText()
        var index = node + 1
        while index < Int(tree.nodes[node].end), text.bytes.count < 500 {
            let tag = tree.nodes[index].tag
            if tag == .text {
                text.append(tree.text(at: index))
            } else if tag.isSilent
                || !tree.evidence[index].isDisjoint(with: [.details, .hidden, .date])
            {
                index = Int(tree.nodes[index].end)
                continue
            } else if !tag.isInline || tag == .br || tag == .span {
                text.endWord()
            }
            index += 1
        }
        return text.bytes.isEmpty ? tree.text(in: node, limit: 500) : text.string
    }

    /// The second or third-level heading that says what the page's title says, where no first-level
    /// one does.
    private func lesserHeading(
        like title: String,
        below headings: [(Int, String)]
    ) -> (Int, String)? {
        let words = Set(Similarity.words(of: title))
        func fits(_ text: String) -> Bool {
            let own = Similarity.words(of: text)
            return Similarity.share(of: own, in: words) >= 0.9
                && Double(own.count) >= Double(words.count) * 0.4
        }
        if headings.contains(where: { fits($0.1) }) { return nil }
        for node in tree.nodes.indices
        where tree.nodes[node].tag == .h2 || tree.nodes[node].tag == .h3 {
            let text = headingText(node)
            if text.utf8.count >= 8, text.utf8.count <= 300, fits(text) { return (node, text) }
        }
        return nil
    }

    /// The first heading of the second or third level.
    private var firstSubheading: (Int, String)? {
        let node = tree.nodes.indices.first {
            (tree.nodes[$0].tag == .h2 || tree.nodes[$0].tag == .h3) && !isHidden($0)
        }
        let text = node.map(headingText) ?? ""
        return node.flatMap { (8...300).contains(text.utf8.count) ? ($0, text) : nil }
    }

    /// The last part of the page's title, where it has several and may be a name.
    private var siteInTitle: String? {
        guard let title = metadata.title else { return nil }
        var parts: [String] = [""]
        for word in title.split(separator: " ") {
            if word.count == 1, "|-–—·•»›«".contains(word) {
                parts.append("")
            } else {
                parts[parts.count - 1] += " " + word
            }
        }
        let last = parts.removeLast()
        // A name is short: what is longer than all before it is what the page is about.
        guard parts.contains(where: { $0.utf8.count >= last.utf8.count }) else { return nil }
        return ASCII.trimmed(last)
    }

    /// The part of the site's address that is its name: `example` of `www.example.com`.
    private var hostName: String? {
        let address = metadata.all(.url).first { $0.value.contains("://") }?.value
        guard let host = address?.split(separator: "/", maxSplits: 2).dropFirst().first else {
            return nil
        }
        return host.split(separator: ".").map(String.init).filter { $0 != "www" }.dropLast()
            .max { $0.utf8.count < $1.utf8.count }.map(Self.joined)
    }

    private static let scores: [String: Double] = [
        "json_ld": 0.45, "og_title": 0.3, "microdata": 0.35, "twitter_title": 0.15,
        "meta_title": 0.25,
    ]

    private func isSite(_ text: String) -> Bool {
        guard let site else { return false }
        return Similarity.between(text, site) >= 0.99
    }

    /// A title without the name of the site behind a bar or dash.
    private func withoutSite(_ title: String) -> String {
        var title = title
        for _ in 0..<3 {
            guard let cut = cut(title) else { break }
            title = cut
        }
        return title
    }

    private func cut(_ title: String) -> String? {
        let scalars = Array(title.unicodeScalars)
        func isSeparator(_ index: Int) -> Bool {
            let scalar = scalars[index]
            guard index > 0, index + 1 < scalars.count,
                "|-–—·•»›«:/_".unicodeScalars.contains(scalar)
            else { return false }
            if scalar == "|" || scalar == "»" || scalar == "›" || scalar == "•" { return true }
            return scalars[index - 1].properties.isWhitespace
                && scalars[index + 1].properties.isWhitespace
        }
        func text(_ range: Range<Int>) -> String {
            ASCII.trimmed(String(String.UnicodeScalarView(scalars[range])))
        }
        guard let last = scalars.indices.last(where: isSeparator) else { return nil }
        let (head, tail) = (text(0..<last), text(last + 1..<scalars.count))
        let tailWords = Similarity.words(of: tail)
        if let hostName, hostName.utf8.count >= 4, head.utf8.count >= 8, tailWords.count <= 6,
            Self.joined(tail).contains(hostName)
        {
            return head
        }
        if let site, head.utf8.count >= 8 {
            let siteWords = Set(Similarity.words(of: site))
            if Similarity.share(of: tailWords, in: siteWords) >= 0.5
                || Self.joined(site).contains(Self.joined(tail)), !tail.isEmpty
            {
                return head
            }
        }
        // A bar sets off the site's name; a dash may be part of the headline.
        let isBar = scalars[last] == "|" || scalars[last] == "»" || scalars[last] == "•"
        let headWords = Similarity.words(of: head)
        if isBar, headWords.count >= 3, tailWords.count <= 4, tailWords.count < headWords.count {
            return head
        }
        if let first = scalars.indices.first(where: isSeparator), let site {
            let name = text(0..<first)
            let rest = text(first + 1..<scalars.count)
            if Similarity.between(name, site) >= 0.99, rest.utf8.count >= 12 { return rest }
        }
        return nil
    }

    private static func joined(_ text: String) -> String {
        ASCII.lowercased(String(text.filter { $0.isLetter || $0.isNumber }))
    }
}
