import Articles
import SQLite

/// The filters of a query as SQL over `article`.
struct Conditions {
    /// `AND …` for each filter, with the values of its parameters.
    struct Part {
        fileprivate(set) var sql = ""
        fileprivate(set) var values: Bindings = [:]

        fileprivate mutating func add(_ condition: String, _ values: Bindings) {
            sql += "\n    AND \(condition)"
            self.values.append(values)
        }
    }

    /// From when to when; an article without a date meets none.
    private(set) var dates = Part()
    /// All but the dates.
    private(set) var others = Part()
    /// Whether one source is asked for, whose articles an index has in order.
    private(set) var hasSingleSource = false

    /// Whether nothing is filtered but what was removed.
    var isEmpty: Bool { sql.isEmpty }

    /// All of them.
    var sql: String { dates.sql + others.sql }

    /// The values of all of them.
    var values: Bindings {
        var values = dates.values
        values.append(others.values)
        return values
    }

    init(_ query: ArticleQuery, connection: Connection) throws(SQLiteError) {
        if let from = query.from {
            dates.add("published_at >= :from", ["from": .integer(from.secondsSince1970)])
        }
        if let until = query.until {
            dates.add("published_at < :until", ["until": .integer(until.secondsSince1970)])
        }
        for (index, filter) in query.sources.enumerated() {
            var ids: Set<Int64> = []
            for value in filter.values {
                let folded: Bindings = ["folded": .text(value.lowercased())]
                try connection.statement(Self.sources).forEach(folded) { ids.insert($0.int64(0)) }
            }
            add(sources: ids.sorted(), excludes: filter.excludes, index: index)
        }
        for (index, filter) in query.languages.enumerated() {
            add(languages: filter, index: index)
        }
    }

    static let sources = "SELECT id FROM source WHERE folded = :folded"

    private mutating func add(sources ids: [Int64], excludes: Bool, index: Int) {
        guard !ids.isEmpty else {
            if !excludes { others.add("FALSE", [:]) }
            return
        }
        var values: Bindings = [:]
        let names = ids.enumerated().map { position, id in
            values.append("source\(index)_\(position)", .integer(id))
            return ":source\(index)_\(position)"
        }
        if excludes {
            // Without the plus, SQLite would fetch every other source instead of walking in order.
            others.add(
                "(source_id IS NULL OR +source_id NOT IN (\(names.joined(separator: ", "))))",
                values
            )
        } else if names.count == 1, !hasSingleSource {
            hasSingleSource = true
            others.add("source_id = \(names[0])", values)
        } else {
            others.add("+source_id IN (\(names.joined(separator: ", ")))", values)
        }
    }

    /// A language is itself or with a region or script: `en`, `en-GB`.
    private mutating func add(languages filter: ArticleQuery.Filter, index: Int) {
        var values: Bindings = [:]
        let matches = filter.values.enumerated().map { position, language in
            let name = "language\(index)_\(position)"
            values.append(name, .text(language))
            values.append("\(name)_from", .text(language + "-"))
            // The character after the hyphen in ASCII, so that the range holds all its subtags.
            values.append("\(name)_to", .text(language + "."))
            return "language = :\(name) OR language >= :\(name)_from AND language < :\(name)_to"
        }
        guard !matches.isEmpty else {
            if !filter.excludes { others.add("FALSE", [:]) }
            return
        }
        let either = matches.joined(separator: " OR ")
        others.add(
            filter.excludes ? "(language IS NULL OR NOT (\(either)))" : "(\(either))",
            values
        )
    }
}
