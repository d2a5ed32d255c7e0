/// Writes metrics in Prometheus' text format 0.0.4.
struct MetricsText {
    /// The kinds of metrics.
    enum Kind: String { case counter, gauge, histogram }

    /// The text so far.
    private(set) var text = ""
    private var name = ""

    /// Begins a metric, whose samples follow; a counter's name gets `_total`.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        self.name = kind == .counter ? name + "_total" : name
        text += "# HELP \(self.name) \(help)\n# TYPE \(self.name) \(kind.rawValue)\n"
    }

    /// Writes a sample.
    mutating func sample(_ value: Int, _ labels: [(name: String, value: String)] = []) {
        line(name, labels, "\(value)")
    }

    /// Writes a sample that is no whole number.
    mutating func sample(_ value: Double) { line(name, [], "\(value)") }

    /// Writes a counter of one sample.
    mutating func counter(_ name: String, _ help: String, _ value: Int) {
        family(name, .counter, help)
        sample(value)
    }

    /// Writes a metric of one sample.
    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        family(name, .gauge, help)
        sample(value)
    }

    /// Writes a histogram's samples.
    mutating func histogram(
        _ histogram: Histogram,
        _ labels: [(name: String, value: String)]
    ) {
        var sum = 0
        let bounds = histogram.bounds.map { "\($0)" } + ["+Inf"]
        for (count, bound) in zip(histogram.counts, bounds) {
            sum += count
            line(name + "_bucket", labels + [("le", bound)], "\(sum)")
        }
        line(name + "_sum", labels, "\(histogram.sum)")
        line(name + "_count", labels, "\(sum)")
    }

    private mutating func line(
        _ name: String,
        _ labels: [(name: String, value: String)],
        _ value: String
    ) {
        text += name
        if !labels.isEmpty {
            text +=
                "{"
                + labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
                .joined(separator: ",") + "}"
        }
        text += " " + value + "\n"
    }

    /// A label's value: backslash, quote and line end have a backslash in front.
    static func escaped(_ text: String) -> String {
        // Nearly none has any.
        guard text.utf8.contains(where: { "\\\"\n".utf8.contains($0) }) else { return text }
        return text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}
