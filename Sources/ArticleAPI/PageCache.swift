import ArticleStore
import Articles

/// The first pages of searches as they were answered last, for all loops.
package final class PageCache: Sendable {
    /// What decides an answer: the parameters as they were sent, and what dates such as `-7d` mean now.
    struct Key: Hashable, Sendable {
        var query: String
        var from: Int64?
        var until: Int64?
    }

    /// An answer; its `took_ms` is that of the search that it was made by.
    typealias Entry = AnswerCache<Key>.Entry

    /// Whether anything is kept.
    let isOn: Bool
    private let answers: Locked<AnswerCache<Key>>

    /// Makes a cache of at most so many bytes; 0 for none.
    package init(maximumBytes: Int) {
        isOn = maximumBytes > 0
        answers = Locked(AnswerCache(maximumBytes: maximumBytes))
    }

    /// What was answered to a query in this state of the store.
    func entry(_ key: Key, at mark: StoreMark?) -> Entry? {
        answers.withLock { $0.entry(key, at: mark) }
    }

    /// Keeps an answer that was made between two looks at this mark.
    func keep(_ entry: Entry, for key: Key, at mark: StoreMark) {
        answers.withLock { $0.keep(entry, for: key, at: mark) }
    }
}
