/// One input of libFuzzer: the first byte seeds the cuts, the rest is what a client sends.
///
/// The reader must not trap, and must make the same of the bytes however they are cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var limits = Limits()
    limits.requestLineBytes = 256
    limits.headBytes = 1_024
    limits.fieldCount = 16
    let whole = Replay.events(of: bytes, limits: limits, bodyLimit: 512)
    var random = SeededGenerator(seed: UInt64(start[0]))
    let cuts = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
    let split = Replay.events(of: bytes, cutAt: cuts, limits: limits, bodyLimit: 512)
    precondition(whole == split, "\(whole) when whole, \(split) when cut at \(cuts)")
    return 0
}
