/// What a parser made of the bytes it has been given so far.
enum Progress<Value> {
    /// A value; the first `consumed` bytes are done with.
    case complete(Value, consumed: Int)
    /// Nothing yet; the first `consumed` bytes are done with, the rest are to be given again,
    /// with more after them.
    case needsMore(consumed: Int)
}
