import Articles

/// Where an article stood in the store that it was exported from.
public struct FormerPlace: Sendable, Hashable {
    /// Its number there, which it keeps where none from that on has been given yet.
    public var id: Int64
    /// Which version of it this is.
    public var version: Int
    /// Whether this is the version that it had last; those before it follow it.
    public var isCurrent: Bool
    /// How many articles with the very same text stood before it.
    public var copy: Int
    /// Its position among its upload's articles, from 0.
    public var item: Int
    /// That it was removed, in which case there is nothing else of it.
    public var removal: Removal?

    /// That an article was removed.
    public struct Removal: Sendable, Hashable {
        /// Why.
        public var reason: String?
        /// When.
        public var moment: Timestamp

        /// Makes the note of a removal.
        public init(reason: String?, moment: Timestamp) {
            self.reason = reason
            self.moment = moment
        }
    }

    /// Makes a place.
    public init(
        id: Int64,
        version: Int = 1,
        isCurrent: Bool = true,
        copy: Int = 0,
        item: Int = 0,
        removal: Removal? = nil
    ) {
        self.id = id
        self.version = version
        self.isCurrent = isCurrent
        self.copy = copy
        self.item = item
        self.removal = removal
    }
}

/// Which article the last one of an export became, so that its earlier versions, which follow it, find
/// it in whatever transaction they come.
///
/// It belongs to one import; the store's queue sets it.
public final class ImportedArticle: Sendable {
    private let pair = Locked<(former: Int64, id: Int64)?>(nil)

    /// Makes a note of none yet.
    public init() {}

    /// Notes what an article with a number there became.
    func note(_ former: Int64, became id: Int64) { pair.withLock { $0 = (former, id) } }

    /// What the article with a number there became; `nil` where another came last.
    func id(of former: Int64) -> Int64? {
        pair.withLock { $0?.former == former ? $0?.id : nil }
    }
}

/// What an export says of one version of an article, or of an article that was removed.
public enum StoredRecord: Sendable {
    /// A version.
    case version(StoredVersion)
    /// An article that was removed: its number and name, and where it stood.
    case removed(name: String?, FormerPlace)
}

/// A version of an article with all that is kept of it.
public struct StoredVersion: Sendable {
    /// The article as it was then.
    public var article: Article
    /// Where it stands.
    public var place: FormerPlace
    /// What it was made of.
    public var upload: StoredUpload
    /// How it was found, as the JSON object that the API answers with, less its `id`.
    public var explanation: [UInt8]

    /// Makes a version.
    public init(
        article: Article,
        place: FormerPlace,
        upload: StoredUpload,
        explanation: [UInt8]
    ) {
        self.article = article
        self.place = place
        self.upload = upload
        self.explanation = explanation
    }
}
