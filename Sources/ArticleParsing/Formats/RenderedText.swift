/// A text in which each block stands on a line of its own, with what is known of some of them.
///
/// It is what a fragment of markup shows; spans of an article that is read from it count its scalars.
struct RenderedText: Sendable, Equatable {
    /// The blocks with a blank line between each two.
    private(set) var text = ""
    /// The roles that markup gives, by the number of the block's first line, from 1.
    private(set) var roles: [Int: Role] = [:]
    private var lines = 0

    /// Adds a block, unless it shows nothing; a line end within it stays one.
    mutating func append(_ block: String, _ role: Role? = nil) {
        let kept = block.utf8.split(separator: ASCII.lineFeed).map { ASCII.trimmed(Substring($0)) }
            .filter { !$0.isEmpty }
        guard !kept.isEmpty else { return }
        if lines > 0 {
            text += "\n\n"
            lines += 1
        }
        if let role { for line in 1...kept.count { roles[lines + line] = role } }
        text += kept.joined(separator: "\n")
        lines += kept.count
    }
}
