/// Reads an original piece by piece, from its beginning on.
///
/// Between two pieces it holds no part of the store, and some 40 KB: what zlib needs to go on. An
/// original does not change, so its pieces may come through different readers of the store; one
/// that was deleted in the meantime ends in `.deleted`. It belongs to one queue or thread at a time,
/// and is of no more use after an error.
public final class OriginalReader {
    /// What is read.
    public let original: StoredOriginal
    /// Where the next piece begins, in bytes of the original.
    public private(set) var position = 0
    private var packedPosition = 0
    private var inflater: PieceInflater?

    /// How many packed bytes are taken from the store at a time.
    private static let packedBytes = 32 * 1_024
    /// How many bytes are unpacked at a time where they are passed over.
    private static let skippedBytes = 64 * 1_024

    /// Makes a reader that stands at the beginning.
    public init(_ original: StoredOriginal) {
        self.original = original
    }

    /// Reads the next piece.
    ///
    /// - Returns: `maximumBytes` bytes, which is 1 at least, or as many as are left; `nil` at the end.
    /// - Throws: `.deleted`, `.corrupt` where the bytes are not what was stored, and what the store
    ///   says.
    public func next(
        maximumBytes: Int,
        from reader: any OriginalSource
    ) throws(StoreError) -> [UInt8]? {
        precondition(maximumBytes > 0)
        let count = min(maximumBytes, original.length - position)
        guard count > 0 else { return nil }
        guard original.packedLength != original.length else {
            let range = position..<position + count
            let bytes = try reader.packedBytes(range, of: original)
            position += count
            return bytes
        }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count { filled += try unpack(into: &bytes, at: filled, from: reader) }
        position += count
        if position == original.length { try unpackEnd(from: reader) }
        return bytes
    }

    /// Passes over the bytes before `target`; packed ones have to be unpacked for it.
    public func skip(to target: Int, from reader: any OriginalSource) throws(StoreError) {
        precondition((position...original.length).contains(target))
        if original.packedLength == original.length { position = target }
        while position < target {
            let count = min(target - position, Self.skippedBytes)
            _ = try next(maximumBytes: count, from: reader)
        }
    }

    /// Unpacks some bytes to where `bytes` is filled up to; how many.
    private func unpack(
        into bytes: inout [UInt8],
        at start: Int,
        from reader: any OriginalSource
    ) throws(StoreError) -> Int {
        let inflater: PieceInflater
        if let current = self.inflater {
            inflater = current
        } else {
            inflater = try PieceInflater()
        }
        self.inflater = inflater
        let end = min(packedPosition + Self.packedBytes, original.packedLength)
        let packed =
            packedPosition < end
            ? try reader.packedBytes(packedPosition..<end, of: original) : []
        let step = try inflater.unpack(packed, into: &bytes, at: start)
        guard step.taken > 0 || step.made > 0 || inflater.hasEnded else {
            throw PieceInflater.damage
        }
        packedPosition += step.taken
        return step.made
    }

    /// Sees to it that nothing follows the last byte, and that the stream's checksum is right.
    private func unpackEnd(from reader: any OriginalSource) throws(StoreError) {
        while let inflater, !inflater.hasEnded {
            var room: [UInt8] = [0]
            guard try unpack(into: &room, at: 0, from: reader) == 0 else {
                throw PieceInflater.damage
            }
        }
        inflater = nil
    }
}
