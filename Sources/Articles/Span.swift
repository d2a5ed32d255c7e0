/// A half-open range `[start, end)` of Unicode scalars in the decoded original text.
///
/// Scalars and not bytes or characters, so that a span means the same in every client language
/// and does not depend on how the text was encoded or on a version of Unicode's segmentation.
public struct Span: Sendable, Hashable {
    /// The position of the first scalar.
    public var start: Int
    /// The position after the last scalar.
    public var end: Int

    /// Makes the span `[start, end)`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}
