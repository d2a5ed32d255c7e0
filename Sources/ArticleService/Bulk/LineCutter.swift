/// Cuts bytes that come in pieces into chunks of whole lines.
package struct LineCutter: Sendable {
    private var held: [UInt8] = []
    /// Where the last whole line of what is held ends, so that a long line is not searched again with
    /// every piece of it.
    private var wholeBytes = 0
    private var line = 1
    private let chunkBytes: Int
    private let longestLine: Int
    /// Whether the rest of a line that is too long is passed over.
    private var skips = false

    /// What is to be done with what came.
    package enum Step: Sendable {
        /// These lines are to be taken, the first of which has this number.
        case chunk([UInt8], firstLine: Int)
        /// This line is too long.
        case tooLong(line: Int)
    }

    /// Makes a cutter for chunks of about `chunkBytes`, and lines of `longestLine` bytes at most.
    package init(chunkBytes: Int = 256 << 10, longestLine: Int = 16 << 20) {
        self.chunkBytes = chunkBytes
        self.longestLine = longestLine
    }

    /// Takes a piece, and gives what has become whole with it.
    package mutating func take(_ piece: ArraySlice<UInt8>) -> [Step] {
        var piece = piece
        if skips {
            guard let end = piece.firstIndex(of: 0x0A) else { return [] }
            piece = piece[(end + 1)...]
            skips = false
            line += 1
        }
        if let end = piece.lastIndex(of: 0x0A) {
            wholeBytes = held.count + (end + 1 - piece.startIndex)
        }
        held += piece
        guard held.count >= chunkBytes else { return [] }
        return cut()
    }

    /// Gives what is left at the end.
    package mutating func finish() -> [Step] {
        guard !held.isEmpty else { return [] }
        defer {
            held = []
            wholeBytes = 0
        }
        return pieces(of: held[...])
    }

    private mutating func cut() -> [Step] {
        guard wholeBytes > 0 else {
            guard held.count > longestLine else { return [] }
            held = []
            skips = true
            return [.tooLong(line: line)]
        }
        let chunk = held[..<wholeBytes]
        held = Array(held[wholeBytes...])
        wholeBytes = 0
        return pieces(of: chunk)
    }

    /// Short lines are cut by their number too, so that no chunk has too many articles.
    private mutating func pieces(of chunk: ArraySlice<UInt8>) -> [Step] {
        var steps: [Step] = []
        var start = chunk.startIndex
        var count = 0
        for index in chunk.indices where chunk[index] == 0x0A {
            count += 1
            guard count == Self.chunkLines || index == chunk.endIndex - 1 else { continue }
            steps.append(.chunk(Array(chunk[start...index]), firstLine: line))
            start = index + 1
            line += count
            count = 0
        }
        if start < chunk.endIndex {
            steps.append(.chunk(Array(chunk[start...]), firstLine: line))
        }
        return steps
    }

    private static let chunkLines = 4_000
}
