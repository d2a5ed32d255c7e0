/// What a client would rather have, of media types and of codings (RFC 9110 §12).
struct Preference: Sendable {
    private struct Range {
        var name: String
        var weight: Double
    }

    private let ranges: [Range]

    /// Reads an `Accept` or `Accept-Encoding` field; parameters other than the weight are passed
    /// over.
    init(_ field: String) {
        ranges = field.split(separator: ",").prefix(64).compactMap { item in
            let parts = item.split(separator: ";").map(trimmingSpaces)
            guard let name = parts.first, !name.isEmpty else { return nil }
            let weight = parts.dropFirst().lazy.compactMap { part -> Double? in
                guard part.lowercased().hasPrefix("q=") else { return nil }
                return Double(part.dropFirst(2)).map { min(max($0, 0), 1) } ?? 0
            }
            return Range(name: name.lowercased(), weight: weight.first ?? 1)
        }
    }

    /// How much a media type is wanted, 0 to 1; 0 where it is not.
    func weight(ofMediaType type: String) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        return weight(of: [type, String(family), "*/*"])
    }

    /// How much a content coding is wanted, 0 to 1; 0 where it is not.
    func weight(ofCoding coding: String) -> Double {
        weight(of: [coding, "*"])
    }

    /// The media type that is wanted most, the earlier of equals; `nil` where none is wanted.
    func best(of types: [String]) -> String? {
        let ranked = types.map { ($0, weight(ofMediaType: $0)) }
        guard let highest = ranked.map(\.1).max(), highest > 0 else { return nil }
        return ranked.first { $0.1 == highest }?.0
    }

    /// The weight that is given to the first of some names, the most specific first.
    private func weight(of names: [String]) -> Double {
        for name in names {
            if let range = ranges.first(where: { $0.name == name }) { return range.weight }
        }
        return 0
    }
}
