/// What an element's tag, role, classes and name say of the text in it.
struct MarkupEvidence: OptionSet, Sendable {
    let rawValue: UInt16
    /// The text of an article.
    static let body = MarkupEvidence(rawValue: 1)
    /// Readers' comments.
    static let comments = MarkupEvidence(rawValue: 2)
    /// Buttons to share and follow.
    static let share = MarkupEvidence(rawValue: 4)
    /// Other stories.
    static let related = MarkupEvidence(rawValue: 8)
    /// Newsletters, subscriptions, pay walls.
    static let offer = MarkupEvidence(rawValue: 16)
    /// Cookies and consent.
    static let consent = MarkupEvidence(rawValue: 32)
    /// Advertising.
    static let advertising = MarkupEvidence(rawValue: 64)
    /// Menus, crumbs, footers, side bars.
    static let frame = MarkupEvidence(rawValue: 128)
    /// Who wrote it and when, tags, sections.
    static let details = MarkupEvidence(rawValue: 256)
    /// The words under a picture.
    static let caption = MarkupEvidence(rawValue: 512)
    /// Not shown.
    static let hidden = MarkupEvidence(rawValue: 1_024)
    /// A biography of the author.
    static let biography = MarkupEvidence(rawValue: 2_048)
    /// A standfirst.
    static let standfirst = MarkupEvidence(rawValue: 4_096)
    /// A byline.
    static let byline = MarkupEvidence(rawValue: 8_192)
    /// The moment of publication.
    static let date = MarkupEvidence(rawValue: 16_384)

    /// Everything that markup can say.
    static let all = MarkupEvidence(rawValue: .max)

    /// Whatever is no part of an article's text.
    static let outside: MarkupEvidence = [
        .comments, .share, .related, .offer, .consent, .advertising, .frame, .details, .hidden,
        .biography,
    ]

    /// The name of the rule that sets a text aside for this evidence.
    var rule: String {
        if contains(.comments) { return "comments" }
        if contains(.consent) { return "consent_notice" }
        if contains(.advertising) { return "advertising" }
        if contains(.offer) { return "subscription_offer" }
        if contains(.share) { return "share_buttons" }
        if contains(.related) { return "related_stories" }
        if contains(.biography) { return "author_biography" }
        if contains(.details) { return "article_details" }
        if contains(.hidden) { return "hidden_text" }
        return "page_frame"
    }

    /// What an element says of its text.
    static func read(of node: Int, in tree: HTMLTree) -> MarkupEvidence {
        let element = tree.nodes[node]
        var evidence: MarkupEvidence = []
        switch element.tag {
        case .nav, .footer, .menu, .form: evidence.insert(.frame)
        case .aside: evidence.insert(.related)
        case .figcaption, .figure: evidence.insert(.caption)
        case .time: evidence.insert(.date)
        default: break
        }
        guard element.attributeCount > 0 else { return evidence }
        let first = Int(element.first)
        for attribute in tree.attributes[first..<first + Int(element.attributeCount)] {
            let value =
                tree.bytes[Int(attribute.start)..<Int(attribute.start + attribute.length)]
            switch attribute.name {
            case .class, .id, .itemprop, .dataTestid, .dataComponent, .dataType, .rel:
                evidence.formUnion(MarkupWords.evidence(in: value))
            case .role: evidence.formUnion(MarkupWords.evidence(ofRole: value))
            case .hidden: evidence.insert(.hidden)
            // It says nothing of what is seen (WAI-ARIA 1.2 §6.6); a decoration is no paragraph.
            case .ariaHidden where element.tag != .p && ASCII.begins(value, with: "true"):
                evidence.insert(.hidden)
            case .style where hides(value): evidence.insert(.hidden)
            default: break
            }
        }
        if evidence.contains(.body) {
            evidence.subtract(outside.subtracting([.hidden, .comments]))
        }
        return evidence
    }

    /// Whether a style says `display:none` or `visibility:hidden`.
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        let letters = style.lazy.filter { !ASCII.isSpace($0) }.map(ASCII.lowercased)
        let compact = String(decoding: Array(letters.prefix(400)), as: UTF8.self)
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }
}
