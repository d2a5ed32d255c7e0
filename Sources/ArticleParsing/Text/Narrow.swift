/// A count kept in fewer bytes than `Int`: what is more than they hold, or less than 0, becomes the
/// nearest that they do.
///
/// A text of a million lines has a million blocks, and their counts are most of what they take.
@propertyWrapper
struct Narrow<Storage: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    private var storage: Storage

    init(wrappedValue: Int) { storage = Storage(clamping: wrappedValue) }

    var wrappedValue: Int {
        get { Int(truncatingIfNeeded: storage) }
        set { storage = Storage(clamping: newValue) }
    }
}

/// A range of scalars in eight bytes; texts are not half as long as they count, by far
/// (`IntakeLimits.unpackedBytes`).
@propertyWrapper
struct NarrowRange: Sendable {
    private var start: UInt32
    private var end: UInt32

    init(wrappedValue: Range<Int>) {
        start = UInt32(wrappedValue.lowerBound)
        end = UInt32(wrappedValue.upperBound)
    }

    var wrappedValue: Range<Int> {
        get { Int(start)..<Int(end) }
        set { self = NarrowRange(wrappedValue: newValue) }
    }
}
