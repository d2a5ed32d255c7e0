import Articles

/// What happens inside a store, for logs and metrics.
public enum StoreEvent: Sendable {
    /// A transaction was written, with so many uploads and deletions in it.
    case committed(operations: Int, duration: Duration)
    /// A transaction failed; the text is for the log.
    case writeFailed(String)
    /// Whether articles can be written has changed.
    case writability(Writability)
    /// The log could not be folded into the file at the end; the next start reads it.
    case checkpointFailed(String)
    /// The file is being brought to this program's schema; of `total` parts of a step, `done` are done.
    case migrating(step: String, done: Int, total: Int)
    /// A copy of the file as it was before that lies here.
    case copied(path: String)
    /// The file was brought from one version of the schema to another.
    case migrated(from: Int, to: Int)
    /// The index of words was made anew, for another analysis of words.
    case reindexed(articles: Int)
}
