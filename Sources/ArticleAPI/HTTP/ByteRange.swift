/// What a `Range` field asks for (RFC 9110 §14).
enum RangeRequest: Equatable {
    /// The whole: no range, another unit, several ranges, or none that can be read.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// Bytes that are not there.
    case unsatisfiable

    /// Reads a `Range` field.
    ///
    /// Several ranges are answered with the whole, as RFC 9110 §14.2 allows: nobody needs them
    /// here, and they are a way to have much sent for little.
    init(_ field: String?, length: Int) {
        self = .whole
        guard let field, let equals = field.firstIndex(of: "="),
            field[..<equals].lowercased() == "bytes"
        else { return }
        let bounds = trimmingSpaces(field[equals...].dropFirst())
            .split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2 else { return }
        switch (Self.number(bounds[0]), Self.number(bounds[1])) {
        case (.some(let first), .some(let last)):
            guard first <= last else { return }
            self = first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
        case (.some(let first), nil) where bounds[1].isEmpty:
            self = first < length ? .part(first..<length) : .unsatisfiable
        case (nil, .some(let count)) where bounds[0].isEmpty:
            let start = max(0, length - count)
            self = count > 0 && start < length ? .part(start..<length) : .unsatisfiable
        default: return
        }
    }

    /// A position; one that is too big for a number is beyond every end.
    private static func number(_ digits: some StringProtocol) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return min(Int(digits) ?? Int.max, Int.max - 1)
    }
}
