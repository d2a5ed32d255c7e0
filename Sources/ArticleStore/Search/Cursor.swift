import Articles
import TextAnalysis

/// Where a page ended, as the client keeps it: base64url (RFC 4648 §5) of a checked record.
///
/// It holds the key of the last article and not a count, so that what arrives or goes in between
/// neither repeats nor hides an article; for relevance also what the scores depended on, so that
/// they come out the same.
struct Cursor: Equatable {
    /// The last article's place in its order.
    enum Position: Equatable {
        /// Its moment (`nil` for none) and number, by date (the number of its row in the index) or by
        /// receipt (its own).
        case moment(Int64?, id: Int64)
        /// Its score, with the best one of the query, the lowest row that was ranked where not all
        /// were, and what scores depend on.
        case score(HitCollector.Ranked, top: Double, floor: Int64?, BM25.Statistics)
    }

    var sort: ArticleQuery.Sort
    /// Whether all of the words were asked for.
    var matchesAll: Bool
    /// What was looked for besides, in place of words that no article had: an article that comes with
    /// such a word does not end the search for the others.
    var additions: [RepairedPlan.Addition]
    var position: Position

    private static let version: UInt8 = 3
    private static let sorts: [ArticleQuery.Sort] = [.relevance, .newest, .oldest, .received]

    /// The cursor's text, good for this query alone.
    func encoded(for query: ArticleQuery) -> String {
        var bytes: [UInt8] = [
            Self.version, UInt8(Self.sorts.firstIndex(of: sort) ?? 0), matchesAll ? 1 : 0,
        ]
        append(additions, to: &bytes)
        switch position {
        case .moment(let moment, let id):
            LEB128.append(moment == nil ? 0 : 1, to: &bytes)
            LEB128.append(LEB128.zigzag(moment ?? 0), to: &bytes)
            LEB128.append(LEB128.zigzag(id), to: &bytes)
        case .score(let ranked, let top, let floor, let statistics):
            LEB128.append(2, to: &bytes)
            LEB128.append(ranked.score.bitPattern, to: &bytes)
            LEB128.append(LEB128.zigzag(ranked.key.rawValue), to: &bytes)
            LEB128.append(top.bitPattern, to: &bytes)
            LEB128.append(LEB128.zigzag(floor ?? -1), to: &bytes)
            for number in [statistics.articleCount, statistics.searchLength]
                + statistics.frequencies
            {
                LEB128.append(LEB128.zigzag(number), to: &bytes)
            }
        }
        let check = Self.checksum(bytes, query)
        bytes.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: check >> ($0 * 8)) })
        return Base64URL.encode(bytes)
    }

    /// Reads a cursor.
    ///
    /// - Returns: `nil` where the text is damaged, or came with another query.
    init?(_ text: String, for query: ArticleQuery) {
        guard text.utf8.count <= 4_096, let bytes = Base64URL.decode(text), bytes.count > 11,
            bytes[0] == Self.version, Int(bytes[1]) < Self.sorts.count
        else { return nil }
        let body = Array(bytes.dropLast(8))
        let check = Self.checksum(body, query)
        guard
            bytes.suffix(8).enumerated().allSatisfy({
                $0.element == UInt8(truncatingIfNeeded: check >> (UInt64($0.offset) * 8))
            })
        else { return nil }
        sort = Self.sorts[Int(bytes[1])]
        matchesAll = bytes[2] == 1
        let read: ([RepairedPlan.Addition], Position)? = body.withUnsafeBytes { buffer in
            var rest = buffer[3...]
            guard let additions = Self.additions(&rest), let position = Self.position(&rest) else {
                return nil
            }
            return (additions, position)
        }
        guard let read else { return nil }
        (additions, position) = read
    }

    init(
        sort: ArticleQuery.Sort,
        matchesAll: Bool,
        additions: [RepairedPlan.Addition],
        position: Position
    ) {
        self.sort = sort
        self.matchesAll = matchesAll
        self.additions = additions
        self.position = position
    }

    private func append(_ additions: [RepairedPlan.Addition], to bytes: inout [UInt8]) {
        LEB128.append(UInt64(additions.count), to: &bytes)
        for addition in additions {
            LEB128.append(UInt64(addition.group), to: &bytes)
            let words = Array(addition.words.joined(separator: " ").utf8)
            LEB128.append(UInt64(words.count), to: &bytes)
            bytes += words
        }
    }

    private static func additions(
        _ rest: inout Slice<UnsafeRawBufferPointer>
    ) -> [RepairedPlan.Addition]? {
        guard let count = LEB128.next(&rest), count <= 4_096 else { return nil }
        var additions: [RepairedPlan.Addition] = []
        for _ in 0..<count {
            guard let group = LEB128.next(&rest), let length = LEB128.next(&rest),
                group <= UInt64(SearchParser.maximumScalars), length <= UInt64(rest.count)
            else { return nil }
            let words = String(decoding: rest.prefix(Int(length)), as: UTF8.self)
            rest = rest.dropFirst(Int(length))
            additions.append(
                .init(group: Int(group), words: words.split(separator: " ").map(String.init))
            )
        }
        return additions
    }

    private static func position(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Position? {
        func signed() -> Int64? { LEB128.next(&rest).map(LEB128.unzigzag) }
        switch LEB128.next(&rest) {
        case let kind? where kind < 2:
            guard let moment = signed(), let id = signed() else { return nil }
            return .moment(kind == 0 ? nil : moment, id: id)
        case 2:
            guard let score = LEB128.next(&rest), let key = signed(), let top = LEB128.next(&rest),
                let floor = signed(), let articles = signed(), let length = signed()
            else { return nil }
            var statistics = BM25.Statistics(articleCount: articles, searchLength: length)
            while let frequency = signed() { statistics.frequencies.append(frequency) }
            let ranked = HitCollector.Ranked(
                score: Double(bitPattern: score),
                key: SearchKey(rawValue: key)
            )
            return .score(
                ranked,
                top: Double(bitPattern: top),
                floor: floor < 0 ? nil : floor,
                statistics
            )
        default: return nil
        }
    }

    /// A hash of the record and of what decides which articles a query finds, in which order.
    private static func checksum(_ bytes: [UInt8], _ query: ArticleQuery) -> UInt64 {
        var hash = FNV1a()
        func add(_ bytes: some Sequence<UInt8>) {
            hash.add(bytes)
            hash.add(0xFF)
        }
        add(bytes)
        add((query.q ?? "").utf8)
        add(query.match.rawValue.utf8)
        add(query.duplicates.rawValue.utf8)
        add((query.sort?.rawValue ?? "").utf8)
        for moment in [query.from, query.until] {
            add((moment.map { String($0.secondsSince1970) } ?? "").utf8)
        }
        add(query.dateField.rawValue.utf8)
        add(query.zone.name.utf8)
        for filter in query.filters {
            add((filter.excludes ? "-" : "+").utf8)
            add(filter.kind.rawValue.utf8)
            for value in filter.values { add(value.utf8) }
            add("|".utf8)
        }
        return hash.value
    }
}
