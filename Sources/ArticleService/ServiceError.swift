import ArticleParsing
import ArticleStore

/// Why an upload or a query came to nothing.
package enum ServiceError: Error, Equatable {
    /// No article could be made of the upload.
    case parsing(ParsingError)
    /// The store could not write or read.
    case store(StoreError)
    /// All workers are busy and as much waits for them as may; it is worth trying again.
    case busy
}
