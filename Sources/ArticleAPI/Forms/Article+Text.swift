import Articles

extension Article {
    /// The article as plain text, as a newspaper sets it: what is pasted back is read as the same
    /// article.
    var plainText: String {
        let heading = [fields.kicker, fields.headline, fields.standfirst, fields.byline]
        var blocks = heading.compactMap { $0 }
        var dateline = fields.dateline.map { $0.raw + " " } ?? ""
        for paragraph in fields.runningParagraphs {
            if paragraph.kind == .paragraph {
                blocks.append(dateline + paragraph.text)
                dateline = ""
            } else {
                blocks.append((paragraph.kind == .listItem ? "- " : "") + paragraph.text)
            }
        }
        blocks += fields.corrections
        if let credit = fields.credit { blocks.append("(\(credit))") }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The article as Markdown.
    var markdown: String {
        var blocks: [String] = []
        if let kicker = fields.kicker { blocks.append("*\(Markup.markdown(kicker))*") }
        if let headline = fields.headline { blocks.append("# " + Markup.markdown(headline)) }
        if let standfirst = fields.standfirst {
            blocks.append("**\(Markup.markdown(standfirst))**")
        }
        let facts = [fields.byline, fields.published?.description].compactMap { $0 }
        if !facts.isEmpty { blocks.append(facts.map(Markup.markdown).joined(separator: " · ")) }
        var dateline = fields.dateline.map { Markup.markdown($0.raw) + " " } ?? ""
        for paragraph in fields.runningParagraphs {
            let text = Markup.markdown(paragraph.text)
            switch paragraph.kind {
            case .subhead: blocks.append("## " + text)
            case .listItem: blocks.append("- " + text)
            case .quotation: blocks.append("> " + text)
            default:
                blocks.append(dateline + text)
                dateline = ""
            }
        }
        blocks += fields.corrections.map { "*\(Markup.markdown($0))*" }
        if let credit = fields.credit { blocks.append("(\(Markup.markdown(credit)))") }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}
