import ArticleStore
import Articles

/// How much is in a store, for a command: what `GET /stats` says of it.
package struct StatisticsReport: Sendable {
    private let statistics: StoreStatistics

    /// Makes a report.
    package init(_ statistics: StoreStatistics) {
        self.statistics = statistics
    }

    /// The report as a JSON object, ending in a newline.
    package func json(isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.members(of: statistics)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// The report for a person: a line for each figure.
    package var text: String {
        let rows = [
            ("articles", "\(statistics.articles)"), ("removed", "\(statistics.removed)"),
            ("versions", "\(statistics.versions) earlier"),
            ("originals", "\(statistics.originals)"), ("sources", "\(statistics.sources)"),
            ("file", "\(statistics.fileBytes) bytes"), ("log", "\(statistics.logBytes) bytes"),
            ("schema", "\(statistics.schemaVersion)"),
        ]
        return rows.map { name, value in
            name + String(repeating: " ", count: 11 - name.utf8.count) + value + "\n"
        }
        .joined()
    }
}

extension JSONWriter {
    /// Writes how much is in a store into the object that is open.
    mutating func members(of statistics: StoreStatistics) {
        member("articles", statistics.articles)
        member("articles_removed", statistics.removed)
        member("versions", statistics.versions)
        member("originals", statistics.originals)
        member("sources", statistics.sources)
        member("generation", statistics.generation)
        member("schema_version", statistics.schemaVersion)
        member("file_bytes", statistics.fileBytes)
        member("log_bytes", statistics.logBytes)
    }
}
