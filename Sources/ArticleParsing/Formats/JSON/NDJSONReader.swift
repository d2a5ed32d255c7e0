import Articles

extension InputFormat {
    /// JSON line by line; it is tried before JSON, as its first line is that.
    public static let ndjson = InputFormat(
        "ndjson",
        name: "JSON",
        mediaType: "application/x-ndjson",
        declaredTypes: [
            "application/x-ndjson", "application/ndjson", "application/jsonl",
            "application/x-jsonlines", "application/jsonlines", "application/json-seq",
        ],
        signs: [
            Sign(why: "each line begins as a JSON object") { $0.beginsWithObjectLines },
            Sign(why: "it begins as JSON", isSufficient: false) { $0.beginsWithJSON },
        ],
        items: NDJSONReader.items
    )
}

/// Reads JSON line by line: each line is an article of its own, and a bad one fails alone.
enum NDJSONReader {
    /// What became of each line that is not empty.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        let count = input.text.utf8.count { $0 == ASCII.lineFeed }
        guard count <= 2 * JSONReader.mostItems else {
            throw .tooManyItems(limit: JSONReader.mostItems)
        }
        var items: [ParsedItem] = []
        var number = input.firstLine - 1
        for line in input.text.utf8.split(
            separator: ASCII.lineFeed,
            omittingEmptySubsequences: false
        ) {
            number += 1
            guard line.contains(where: { !ASCII.isSpace($0) }) else { continue }
            guard items.count < JSONReader.mostItems else {
                throw .tooManyItems(limit: JSONReader.mostItems)
            }
            items.append(item(line: Substring(line), number: number, of: input))
        }
        return items
    }

    /// What became of one line.
    static func item(line: Substring, number: Int, of input: DecodedText) -> ParsedItem {
        var item: ParsedItem
        do throws(ParsingError) {
            let tree = try JSONReader.tree(of: String(line), format: .ndjson, firstLine: number)
            if let exported = try ExportedArticle(tree.root) {
                return ParsedItem(exported, line: number)
            }
            let found = JSONReader.articles(in: tree.root)
            guard let object = found.objects.first, found.objects.count == 1 else {
                throw .noArticle(
                    reason: found.objects.isEmpty
                        ? "The line has neither text nor html."
                        : "The line has \(found.objects.count) articles; one is expected on each."
                )
            }
            item = RecordReader.item(JSONRecord(object).record(), of: input)
        } catch {
            item = ParsedItem(.failure(error))
        }
        item.line = number
        item.original = Array(line.utf8)
        return item
    }
}
