import ArticleStore
import Articles

/// Answers as they were given last, so that what is asked for again is neither read nor written again.
///
/// All are of one state of the store: at the first look after a commit, of whatever process, all are
/// let go.
struct AnswerCache<Key: Hashable & Sendable>: Sendable {
    /// What was answered.
    struct Entry: Sendable {
        /// The validator of the body.
        var entityTag: EntityTag
        /// The field `Last-Modified` and the moment it says; `nil` where it is not sent.
        var modified: (date: String, at: Timestamp)?
        /// The target of the next page, where there is one.
        var next: String?
        /// The body, without indentation.
        var body: [UInt8]

        /// What it takes in memory, about.
        var byteCount: Int { body.count + 256 }
    }

    private let maximumBytes: Int
    private var mark: StoreMark?
    private(set) var byteCount = 0
    private var entries: [(key: Key, entry: Entry)] = []
    private var places: [Key: Int] = [:]

    /// Makes a cache of at most so many bytes; 0 for none.
    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// Whether it keeps anything at all.
    var isOn: Bool { maximumBytes > 0 }

    /// What was answered to a key, if it is there and of this state.
    mutating func entry(_ key: Key, at mark: StoreMark?) -> Entry? {
        guard mark != nil, mark == self.mark else {
            empty()
            return nil
        }
        return places[key].map { entries[$0].entry }
    }

    /// Keeps an answer that was made between two looks at this mark.
    ///
    /// Where there is no room, others go by lot: that needs no note of who was asked for when, and
    /// a walk over more articles than there is room for does not push out all of them.
    mutating func keep(_ entry: Entry, for key: Key, at mark: StoreMark) {
        if mark != self.mark { empty() }
        self.mark = mark
        guard entry.byteCount <= maximumBytes / 8, places[key] == nil else { return }
        while byteCount + entry.byteCount > maximumBytes, !entries.isEmpty {
            remove(at: .random(in: entries.indices))
        }
        var entry = entry
        // A copy has no room to spare, as what was written bit by bit has.
        entry.body = entry.body.withUnsafeBufferPointer { Array($0) }
        places[key] = entries.count
        entries.append((key, entry))
        byteCount += entry.byteCount
    }

    private mutating func remove(at place: Int) {
        byteCount -= entries[place].entry.byteCount
        places[entries[place].key] = nil
        let last = entries.removeLast()
        guard place < entries.count else { return }
        entries[place] = last
        places[last.key] = place
    }

    private mutating func empty() {
        mark = nil
        guard !entries.isEmpty else { return }
        entries = []
        places = [:]
        byteCount = 0
    }
}
