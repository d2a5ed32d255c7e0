import Articles
import SQLite

/// The near copies among the articles that a query finds: of each group all but its first are hidden.
///
/// The first is the one with the lowest number of those that are found, so that neither the order of an
/// answer nor an article that comes in while pages are read changes which one is shown.
struct HiddenCopies {
    /// Whether articles without copies are hidden as well.
    let showsOnlyFirsts: Bool
    private var hidden: Set<Int64> = []
    /// How many are hidden behind a row.
    private var counts: [Int64: Int] = [:]
    private var firsts: [Int64: (id: Int64, row: Int64)] = [:]

    init(showsOnlyFirsts: Bool) { self.showsOnlyFirsts = showsOnlyFirsts }

    /// How many are hidden.
    var count: Int { hidden.count }
    /// How many articles have any behind them.
    var firstCount: Int { counts.count }

    /// How many copies are hidden behind an article.
    func count(behind key: SearchKey) -> Int { counts[key.rawValue] ?? 0 }

    /// Whether a row that is found is shown.
    func shows(_ key: SearchKey) -> Bool {
        showsOnlyFirsts ? counts[key.rawValue] != nil : !hidden.contains(key.rawValue)
    }

    /// Takes in a row that is found, with its article's number and group.
    fileprivate mutating func add(_ row: Int64, _ id: Int64, group: Int64) {
        guard let known = firsts[group] else {
            firsts[group] = (id, row)
            return
        }
        guard id < known.id else {
            hidden.insert(row)
            counts[known.row, default: 0] += 1
            return
        }
        hidden.insert(known.row)
        counts[row] = (counts.removeValue(forKey: known.row) ?? 0) + 1
        firsts[group] = (id, row)
    }
}

extension HitWalk {
    /// Leaves out the near copies that a query wants hidden.
    mutating func hideCopies(_ duplicates: ArticleQuery.Duplicates) throws(SQLiteError) {
        scope.copies = duplicates == .show ? nil : try hiddenCopies(duplicates)
    }

    /// The same with what was hidden.
    func showingCopies() -> HitWalk {
        var walk = self
        walk.scope.copies = nil
        return walk
    }

    /// The index of words comes first: what it finds is looked up among the copies.
    static let copiesFound = """
        SELECT near_member.search_key, near_member.article_id, near_member.first_id
        FROM article_search
        CROSS JOIN near_member ON near_member.search_key = article_search.rowid
        WHERE article_search MATCH :match AND article_search.rowid >= :low
            AND article_search.rowid < :high
        """
    static let allCopies = """
        SELECT search_key, article_id, first_id
        FROM near_member
        WHERE search_key >= :low AND search_key < :high
        """

    /// Which of the articles are to be hidden; takes a look at each that is found.
    private func hiddenCopies(_ duplicates: ArticleQuery.Duplicates) throws(SQLiteError)
        -> HiddenCopies
    {
        var copies = HiddenCopies(showsOnlyFirsts: duplicates == .only)
        let sql = match == nil ? Self.allCopies : Self.copiesFound
        try connection.statement(sql).forEach(Self.values(scope.rows, match)) { row in
            let key = row.int64(0)
            guard scope.allows(SearchKey(rawValue: key)), !excluded.contains(key) else { return }
            copies.add(key, row.int64(1), group: row.int64(2))
        }
        return copies
    }
}
