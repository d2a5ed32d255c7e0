/// The names of persons and organisations that other objects of the same text refer to by their
/// identifiers, as JSON-LD's graphs do.
struct JSONNames {
    private var names: [String: String] = [:]

    /// No names.
    init() {}

    /// Collects the names in a graph.
    init(in root: JSON) {
        let nodes = root["@graph"] ?? root
        for node in nodes.elements.prefix(Self.mostNodes) {
            let type = node["@type"]
            let types =
                (type?.string.map { [$0] } ?? []) + (type?.elements.compactMap(\.string) ?? [])
            guard types.contains(where: { $0.hasSuffix("Person") || $0.hasSuffix("Organization") }),
                let id = node["@id"]?.string, let name = node["name"]?.string
            else { continue }
            names[id] = name
        }
    }

    /// The name of the object that an object refers to.
    func name(of reference: JSON) -> String? {
        names.isEmpty ? nil : reference["@id"]?.string.flatMap { names[$0] }
    }

    private static let mostNodes = 2_000
}
