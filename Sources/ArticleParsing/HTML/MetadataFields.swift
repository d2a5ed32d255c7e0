import Articles

/// Puts what the markup says into the fields that the text gave, and says which won and why.
struct MetadataFields {
    let metadata: PageMetadata
    let headline: HeadlineChooser.Choice?
    let site: PageMetadata.Candidate?
    let input: DecodedText
    let dates: PageDates
    var draft: ArticleDraft
    var notes: [FieldName: FieldExplanation] = [:]

    init(
        metadata: PageMetadata,
        headline: HeadlineChooser.Choice?,
        site: PageMetadata.Candidate?,
        input: DecodedText,
        dates: PageDates,
        draft: ArticleDraft
    ) {
        self.metadata = metadata
        self.headline = headline
        self.site = site
        self.input = input
        self.dates = dates
        self.draft = draft
        for field in draft.explanation.fields { notes[field.field] = field }
    }

    /// Fills the fields in.
    mutating func apply() {
        applyLanguage()
        applyHeadline()
        applyAuthors()
        applyDates()
        applySource()
        applyRest()
        draft.explanation.fields = FieldName.allCases.compactMap { notes[$0] }
    }

    mutating func note(
        _ field: FieldName,
        _ value: String,
        _ rule: String,
        _ confidence: Double,
        alternatives: [String] = []
    ) {
        notes[field] = FieldExplanation(
            field,
            value: value,
            rule: rule,
            confidence: ArticleReader.rounded(confidence),
            alternatives: alternatives
        )
    }

    /// The other candidates for a value, for the explanation.
    func alternatives(to value: String, _ key: PageMetadata.Key) -> [String] {
        var lines: [String] = []
        for candidate in metadata.all(key) where candidate.value != value {
            let line = "\(candidate.rule): \(candidate.value.prefix(120))"
            if !lines.contains(line), lines.count < 6 { lines.append(line) }
        }
        return lines
    }

    private mutating func applyHeadline() {
        guard input.given.headline == nil, let headline else { return }
        draft.fields.headline = headline.text
        note(
            .headline,
            headline.text,
            headline.rule,
            headline.confidence,
            alternatives: headline.alternatives
        )
    }

    // MARK: Language

    private mutating func applyLanguage() {
        guard input.given.language == nil else { return }
        let guess = draft.fields.language
        let confidence = notes[.language]?.confidence ?? 0
        let said = metadata.all(.language).compactMap { candidate -> (String, String)? in
            Self.tag(candidate.value).map { ($0, candidate.rule) }
        }
        guard let guess else {
            if let (tag, rule) = said.first { set(tag, rule, 0.7) }
            return
        }
        // What the page says counts for region and script; the words decide the language.
        if let (tag, rule) = said.first(where: { LanguageTag.isSame($0.0, guess) }) {
            set(tag.contains("-") || !guess.contains("-") ? tag : guess, rule, max(confidence, 0.9))
        } else if let (tag, rule) = said.first, confidence < 0.75 || guess == Self.fillerLanguage {
            set(tag, rule, 0.6)
        }
    }

    /// What `Lorem ipsum` is written in: a page that says to be in another language knows better.
    private static let fillerLanguage = "la"

    /// The first tag of a value: `en-us, en`.
    private static func tag(_ value: String) -> String? {
        let first = value.split(whereSeparator: { ",; ".contains($0) }).first ?? ""
        let tag = LanguageTag.canonical(String(first))
        return tag == "und" || tag?.hasPrefix("utf") == true ? nil : tag
    }

    private mutating func set(_ tag: String, _ rule: String, _ confidence: Double) {
        var others = alternatives(to: tag, .language)
        if let guess = draft.fields.language, guess != tag {
            others.insert("letters_and_words: \(guess)", at: 0)
        }
        draft.fields.language = tag
        note(.language, tag, rule, confidence, alternatives: others)
    }

    var dayFirst: Bool {
        guard let language = draft.fields.language else { return true }
        return !language.hasPrefix("en") || language == "en-GB" || language == "en-IN"
    }

    // MARK: Authors

    /// The rules for authors, the likelier to name persons first.
    private static let authorRules = [
        "json_ld", "meta_author", "microdata", "by_line", "author_card", "rel_author",
        "author_link", "author_class", "twitter_label",
    ]

    private mutating func applyAuthors() {
        guard input.given.authors.isEmpty else { return }
        var found: [(rule: String, names: [String], quality: Int)] = []
        for rule in Self.authorRules {
            let names = rule == "by_line" ? draft.fields.authors.map(\.name) : self.names(by: rule)
            guard !names.isEmpty, names.count <= 12 else { continue }
            let quality = names.allSatisfy(PageAuthors.isFull) ? 2 : 1
            let isSite = site.map { site in
                names.allSatisfy { Similarity.between($0, site.value) >= 0.99 }
            }
            found.append((rule, names, isSite ?? false ? 0 : quality))
        }
        // The first that has full names, else what somebody signs on with, else the site itself.
        guard let best = found.map(\.quality).max(),
            let (rule, names, quality) = found.first(where: { $0.quality == best })
        else { return }
        guard rule != "by_line" else { return }
        let value = names.joined(separator: ", ")
        draft.fields.authors = names.map { Author(name: $0) }
        var others = alternatives(to: value, .author)
        if let byline = draft.fields.byline { others.insert("by_line: \(byline)", at: 0) }
        note(.authors, value, rule, [0.4, 0.6, 0.9][quality], alternatives: others)
    }

    private func names(by rule: String) -> [String] {
        var names: [String] = []
        for candidate in authors(by: rule) {
            for name in PageAuthors.names(in: candidate.value)
            where !names.contains(where: { Similarity.between($0, name) >= 0.99 }) {
                names.append(name)
            }
        }
        return names
    }

    /// The candidates of a rule; of those in the page, only the ones that stand together with the
    /// first below the headline: other stories have authors, too.
    private func authors(by rule: String) -> [PageMetadata.Candidate] {
        let all = metadata.all(.author).filter { $0.rule == rule }
        guard all.contains(where: { $0.node != nil }) else { return all }
        let start = (headline?.node ?? 0) - Self.authorReach
        let near = all.filter { ($0.node ?? 0) >= start }
        guard let first = near.first?.node else { return [] }
        return near.filter { ($0.node ?? 0) <= first + Self.authorGap }
    }

    /// How many nodes above the headline an author is looked for, and how far apart the authors of
    /// one story stand.
    private static let authorReach = 150
    private static let authorGap = 40

    // MARK: The rest

    private mutating func applySource() {
        guard input.given.source == nil, let site else { return }
        draft.fields.source = site.value
        note(
            .source,
            site.value,
            site.rule,
            0.9,
            alternatives: alternatives(to: site.value, .site)
        )
    }

    private mutating func applyRest() {
        if input.given.url == nil,
            let url = metadata.all(.url).first(where: { $0.value.contains("://") })
        {
            draft.fields.url = url.value
            note(.url, url.value, url.rule, 0.95)
        }
        if input.given.section == nil, let section = metadata.first(.section) {
            draft.fields.section = section.value
            note(.section, section.value, section.rule, 0.85)
        }
        if input.given.tags.isEmpty {
            var tags: [String] = []
            for candidate in metadata.all(.tags) {
                for tag in candidate.value.split(separator: ",") where tags.count < 30 {
                    let tag = ASCII.trimmed(tag)
                    if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
                }
            }
            if !tags.isEmpty {
                draft.fields.tags = tags
                note(.tags, tags.joined(separator: ", "), "meta_tags", 0.8)
            }
        }
    }
}

extension LanguageTag {
    /// Whether two tags are of the same language.
    static func isSame(_ one: String, _ other: String) -> Bool {
        func language(_ tag: String) -> Substring {
            let code = tag.prefix { $0 != "-" }
            switch code {
            case "nb", "nn": return "no"
            case "iw": return "he"
            case "in": return "id"
            case "hr", "bs", "sr": return "sh"
            default: return code
            }
        }
        return language(one) == language(other)
    }
}
