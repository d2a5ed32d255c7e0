/// What articles have in one field, the commonest first.
public struct ValueList: Sendable, Equatable {
    /// A field whose values are listed.
    public enum Field: String, Sendable {
        case sources, tags
    }

    /// One value, in all the spellings that differ in nothing but case.
    public struct Value: Sendable, Equatable {
        /// The spellings, the commonest first; never empty.
        public var spellings: [String]
        /// How many articles have it, in any spelling.
        public var count: Int

        /// Makes a value.
        public init(spellings: [String], count: Int) {
            self.spellings = spellings
            self.count = count
        }
    }

    /// How many values there are in all.
    public var total: Int
    /// The values, as many as were asked for.
    public var values: [Value]

    /// Makes a list.
    public init(total: Int, values: [Value]) {
        self.total = total
        self.values = values
    }

    /// Puts the spellings of one value together.
    ///
    /// - Parameters:
    ///   - spellings: What is stored, with how many articles have it.
    ///   - limit: How many values are given.
    init(_ spellings: [(text: String, count: Int)], limit: Int) {
        let groups = Dictionary(grouping: spellings) { $0.text.lowercased() }
        let values = groups.values.map { group in
            let ordered = group.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
            return Value(
                spellings: ordered.map(\.text),
                count: group.reduce(0) { $0 + $1.count }
            )
        }
        total = values.count
        let ordered = values.sorted { ($1.count, $0.spellings[0]) < ($0.count, $1.spellings[0]) }
        self.values = Array(ordered.prefix(limit))
    }
}
