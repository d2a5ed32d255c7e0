/// How often values fell between bounds, for `/metrics`.
struct Histogram: Equatable, Sendable {
    /// The upper bounds of the buckets but the last, which takes the rest.
    let bounds: [Double]
    /// How many values each bucket has.
    var counts: [Int]
    /// The sum of all values.
    var sum = 0.0

    /// Makes one without values.
    init(bounds: [Double]) {
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count + 1)
    }

    /// Adds the numbers of another with the same bounds.
    mutating func add(_ other: Histogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
        sum += other.sum
    }

    /// Counts a value.
    mutating func count(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }
}
