import Glibc

/// Bytes that are added at the end and taken at the front, in memory of their own.
///
/// Empty ones hold no memory after `release()`, so that idle connections cost little.
struct ByteQueue: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private var start = 0
    private var end = 0

    init() {}

    deinit {
        free(base)
    }

    var count: Int { end - start }
    var isEmpty: Bool { start == end }

    /// The bytes; valid until the queue is changed.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base.map { UnsafePointer($0 + start) }, count: end - start)
    }

    /// Takes `count` bytes off the front.
    mutating func consume(_ count: Int) {
        precondition(count <= end - start)
        start += count
        if start == end {
            start = 0
            end = 0
        }
    }

    /// Empties the queue, and keeps its memory.
    mutating func removeAll() {
        start = 0
        end = 0
    }

    /// Gives the memory back; the queue must be empty.
    mutating func release() {
        precondition(isEmpty)
        free(base)
        base = nil
        capacity = 0
    }

    /// Whether it holds memory for more than `bytes` bytes.
    func isLarger(than bytes: Int) -> Bool { capacity > bytes }

    mutating func append(_ byte: UInt8) {
        let target = room(for: 1)
        target[0] = byte
        end += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        room(for: bytes.count).update(from: source, count: bytes.count)
        end += bytes.count
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds text of a field, with spaces for control characters: nothing that a handler was led
    /// to put there may begin another field.
    mutating func appendFieldText(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let target = room(for: bytes.count)
            for index in 0..<bytes.count {
                target[index] = Grammar.isFieldValue(bytes[index]) ? bytes[index] : Grammar.space
            }
            end += bytes.count
        }
    }

    /// Adds a number that is not negative, in `radix` 10 or 16.
    mutating func append(number: Int, radix: Int = 10) {
        var rest = number
        var digits = 1
        while rest >= radix {
            rest /= radix
            digits += 1
        }
        let target = room(for: digits)
        rest = number
        var index = digits
        while index > 0 {
            index -= 1
            let digit = UInt8(truncatingIfNeeded: rest % radix)
            target[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
            rest /= radix
        }
        end += digits
    }

    /// Memory after the last byte for `count` more.
    private mutating func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
        if let base, capacity - end >= count { return base + end }
        return grow(by: count)
    }

    private mutating func grow(by count: Int) -> UnsafeMutablePointer<UInt8> {
        if let base, start > 0, start >= capacity / 2, capacity - (end - start) >= count {
            memmove(base, base + start, end - start)
            end -= start
            start = 0
            return base + end
        }
        let wanted = max(capacity * 2, (end + count + 4_095) & ~4_095)
        guard let grown = realloc(base, wanted) else { fatalError("out of memory") }
        let memory = grown.assumingMemoryBound(to: UInt8.self)
        base = memory
        capacity = wanted
        return memory + end
    }
}
