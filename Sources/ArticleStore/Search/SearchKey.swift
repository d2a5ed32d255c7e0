/// The number of an article's row in the index of words: the article's number and its length.
///
/// Ranking needs the length of every article it looks at; standing in the row's number, it costs
/// no look-up, and saves FTS5's own table of lengths.
struct SearchKey: RawRepresentable, Hashable {
    let rawValue: Int64

    init(rawValue: Int64) { self.rawValue = rawValue }

    init(id: Int64, length: UInt8) { rawValue = id << 8 | Int64(length) }

    /// The article's number.
    var id: Int64 { rawValue >> 8 }

    /// The article's length as `SearchLength` codes it.
    var length: UInt8 { UInt8(truncatingIfNeeded: rawValue) }
}
