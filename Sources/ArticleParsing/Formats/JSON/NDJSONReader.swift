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
        let bytes = Array(input.text.utf8)
        let first = ASCII.trimmed(bytes.prefix { $0 != ASCII.lineFeed })
        // One object over many lines, whatever it was declared as; else a line that is wrong.
        if first.elementsEqual("{".utf8), let items = try? JSONReader.items(of: input) {
            return items
        }
        guard bytes.count(where: { $0 == ASCII.lineFeed }) <= 2 * JSONReader.mostItems else {
            throw .tooManyItems(limit: JSONReader.mostItems)
        }
        let lines = bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
        var items: [ParsedItem] = []
        for (number, line) in zip(input.firstLine..., lines) {
            let line = withoutArray(line)
            guard line.contains(where: { !ASCII.isSpace($0) }) else { continue }
            guard items.count < JSONReader.mostItems else {
                throw .tooManyItems(limit: JSONReader.mostItems)
            }
            items.append(item(line: Array(line), number: number, of: input))
        }
        return items
    }

    /// A line without what makes it an element of an array over many lines: the comma behind it, and
    /// the lines that hold a bracket alone.
    private static func withoutArray(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trimmed = ASCII.trimmed(line)
        if trimmed.count == 1, "[]".utf8.contains(trimmed[trimmed.startIndex]) {
            return line.prefix(0)
        }
        return trimmed.last == UInt8(ascii: ",") ? trimmed.dropLast() : line
    }

    /// What became of one line.
    private static func item(line: [UInt8], number: Int, of input: DecodedText) -> ParsedItem {
        var item: ParsedItem
        do throws(ParsingError) {
            let tree = try JSONReader.tree(of: line, format: .ndjson, firstLine: number)
            if let exported = try ExportedArticle(tree.root) {
                return ParsedItem(exported, line: number)
            }
            let found = JSONReader.articles(in: tree.root)
            guard let object = found.record ?? found.objects.first.map({ JSONRecord($0) }),
                found.objects.count == 1
            else {
                throw .noArticle(
                    reason: found.objects.isEmpty
                        ? "The line has neither text nor html."
                        : "The line has \(found.objects.count) articles; one is expected on each."
                )
            }
            item = RecordReader.item(object.record(), of: input)
        } catch {
            item = ParsedItem(.failure(error))
        }
        item.line = number
        item.original = line
        return item
    }
}
