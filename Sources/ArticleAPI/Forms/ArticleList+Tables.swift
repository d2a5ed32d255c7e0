import Articles

extension ArticleList {
    /// An article a line, as JSON.
    var ndjson: [UInt8] {
        var bytes: [UInt8] = []
        for article in articles {
            var writer = JSONWriter(reservingCapacity: 2_048)
            writer.article(article, members)
            writer.endLine()
            bytes += writer.bytes
        }
        return bytes
    }

    /// An article a row under the names of the members; lists are joined by `; `.
    var csv: String {
        var rows = [members.map(\.rawValue).joined(separator: ",")]
        for article in articles {
            var writer = JSONWriter(reservingCapacity: 2_048)
            writer.article(article, members)
            let json = JSONValue(writer.bytes)
            let cells = members.map { Markup.csv(json?[$0.rawValue].map(cell) ?? "") }
            rows.append(cells.joined(separator: ","))
        }
        return rows.joined(separator: "\r\n") + "\r\n"
    }

    private func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let truth): truth ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): text
        case .array(let elements): elements.map(cell).joined(separator: "; ")
        // A dateline as printed, a paragraph's text.
        case .object: (value["raw"] ?? value["text"])?.string ?? ""
        }
    }
}
