/// The items of a query, in order, as forms write them (WHATWG URL §5.1): `name=value` joined by
/// `&`, percent-encoded, a space as `+`.
struct QueryString: Sendable, Equatable {
    /// A name with its value.
    struct Item: Sendable, Equatable {
        /// The name, decoded.
        var name: String
        /// The value, decoded; empty where there was no `=`.
        var value: String
    }

    /// Why a query cannot be read: the item, as sent, that is not valid.
    struct Malformed: Error, Equatable {
        /// The item as sent.
        var item: String
    }

    /// The items.
    var items: [Item] = []

    /// Reads a query as it stands in a request's target, without its `?`.
    init(_ text: String?) throws(Malformed) {
        guard let text else { return }
        for piece in text.split(separator: "&") {
            let equals = piece.firstIndex(of: "=") ?? piece.endIndex
            guard let name = PercentEncoding.decode(piece[..<equals], plusIsSpace: true),
                let value = PercentEncoding.decode(
                    piece[equals...].dropFirst(),
                    plusIsSpace: true
                )
            else { throw Malformed(item: String(piece)) }
            if !name.isEmpty || !value.isEmpty { items.append(Item(name: name, value: value)) }
        }
    }

    /// Makes a query of items.
    init(items: [Item]) {
        self.items = items
    }

    /// The query as it is sent, without `?`; empty where there are no items.
    var encoded: String {
        items.map { item in
            let name = PercentEncoding.encode(item.name)
            return item.value.isEmpty ? name : name + "=" + PercentEncoding.encode(item.value)
        }
        .joined(separator: "&")
    }
}
