import ArticleStore
import Articles

/// Articles as they were answered last, so that one that is asked for again is neither read nor
/// written again.
///
/// All are of one state of the store: at the first look after a commit, of whatever process, all are
/// let go. It belongs to one loop.
struct ArticleCache {
    /// An article as `GET /articles/{id}` answers it.
    struct Entry: Sendable {
        /// Its number.
        var id: Int64
        /// The validator of the body.
        var entityTag: EntityTag
        /// When it was stored.
        var receivedAt: Timestamp
        /// The same as an HTTP date; `nil` where a later version keeps the first one's date.
        var lastModified: String?
        /// The body: all members, without indentation.
        var body: [UInt8]

        /// What it takes in memory, about.
        var byteCount: Int { body.count + 256 }
    }

    private let maximumBytes: Int
    private var mark: StoreMark?
    private(set) var byteCount = 0
    private var entries: [Entry] = []
    private var places: [Int64: Int] = [:]

    /// Makes a cache of at most so many bytes; 0 for none.
    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// The article with a number, if it is there and of this state.
    mutating func article(_ id: Int64, at mark: StoreMark?) -> Entry? {
        guard mark != nil, mark == self.mark else {
            empty()
            return nil
        }
        return places[id].map { entries[$0] }
    }

    /// Keeps an article that was read between two looks at this mark.
    ///
    /// Where there is no room, others go by lot: that needs no note of who was asked for when, and
    /// a walk over more articles than there is room for does not push out all of them.
    mutating func keep(_ entry: Entry, at mark: StoreMark) {
        if mark != self.mark { empty() }
        self.mark = mark
        guard entry.byteCount <= maximumBytes / 8, places[entry.id] == nil else { return }
        while byteCount + entry.byteCount > maximumBytes, !entries.isEmpty {
            remove(at: .random(in: entries.indices))
        }
        var entry = entry
        // A copy has no room to spare, as what was written bit by bit has.
        entry.body = entry.body.withUnsafeBufferPointer { Array($0) }
        places[entry.id] = entries.count
        entries.append(entry)
        byteCount += entry.byteCount
    }

    private mutating func remove(at place: Int) {
        byteCount -= entries[place].byteCount
        places[entries[place].id] = nil
        let last = entries.removeLast()
        guard place < entries.count else { return }
        entries[place] = last
        places[last.id] = place
    }

    private mutating func empty() {
        mark = nil
        guard !entries.isEmpty else { return }
        entries = []
        places = [:]
        byteCount = 0
    }
}
