/// A JSON text (RFC 8259) taken apart: its values in one array, in the order in which they begin.
///
/// No value is copied before it is asked for, and nothing is recursive, so that a text costs its
/// length and 16 bytes a value whatever it nests.
struct JSONTree: Sendable {
    /// What a value is.
    enum Kind: UInt8, Sendable { case object, array, string, number, truth, null }

    /// A value by its place in the text.
    struct Node: Sendable {
        var kind: Kind
        /// Whether a string has escapes, so that its bytes are not its text.
        var hasEscapes = false
        /// Its first byte; of a string, the one after the quotation mark.
        var start: Int32
        /// The byte after its last; of a string, its closing quotation mark.
        var end: Int32
        /// The node that follows all of its own; a member's name is a node before its value.
        var next: Int32 = 0
    }

    /// The text.
    let bytes: [UInt8]
    /// The values as `JSONBuilder` puts them there; the first is the whole.
    var nodes: [Node] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The whole.
    var root: JSON { JSON(tree: self, index: 0) }
}

/// A value of a JSON text.
struct JSON: Sendable {
    fileprivate let tree: JSONTree
    fileprivate let index: Int

    private var node: JSONTree.Node { tree.nodes[index] }

    /// What it is.
    var kind: JSONTree.Kind { node.kind }
    /// Where it begins in the text, in bytes.
    var offset: Int { Int(node.start) }
    /// Its bytes as they stand there.
    var source: ArraySlice<UInt8> {
        let isString = kind == .string
        return tree.bytes[Int(node.start) - (isString ? 1 : 0)..<Int(node.end) + (isString ? 1 : 0)]
    }

    /// A string's text; `nil` for what is no string.
    var string: String? { kind == .string ? tree.text(of: node) : nil }

    /// A number's digits as written; `nil` for what is no number.
    var number: String? {
        kind == .number ? String(decoding: source, as: UTF8.self) : nil
    }

    /// A whole number that fits; `nil` for all else.
    var int: Int? { number.flatMap { Int($0) } }

    /// A truth value; `nil` for what is none.
    var bool: Bool? { kind == .truth ? source.first == UInt8(ascii: "t") : nil }

    /// An array's elements; none for what is no array.
    var elements: some Sequence<JSON> {
        sequence(first: kind == .array ? index + 1 : Int.max) { Int(tree.nodes[$0].next) }
            .lazy.prefix { $0 < Int(node.next) }.map { JSON(tree: tree, index: $0) }
    }

    /// An object's members in order; none for what is no object.
    var members: some Sequence<(name: String, value: JSON)> {
        sequence(first: kind == .object ? index + 1 : Int.max) { Int(tree.nodes[$0 + 1].next) }
            .lazy.prefix { $0 < Int(node.next) }
            .map { (tree.text(of: tree.nodes[$0]), JSON(tree: tree, index: $0 + 1)) }
    }

    /// The member with a name; the last one where there are several, as in JavaScript.
    subscript(name: String) -> JSON? {
        var found: JSON?
        for member in members where member.name == name { found = member.value }
        return found
    }
}

extension JSONTree {
    /// A string's text, its escapes read: half a surrogate pair becomes U+FFFD, and an escape that
    /// JSON does not know the sign itself.
    fileprivate func text(of node: Node) -> String {
        let raw = bytes[Int(node.start)..<Int(node.end)]
        guard node.hasEscapes else { return String(decoding: raw, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var rest = raw
        while let backslash = rest.withUnsafeBufferPointer({ $0.firstIndex(of: UInt8(ascii: "\\")) }
        ) {
            text += rest.prefix(backslash)
            rest = rest.dropFirst(backslash + 1)
            guard let sign = rest.popFirst() else { break }
            switch sign {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"): text += Self.scalar(&rest).description.utf8
            default: text.append(sign)
            }
        }
        text += rest
        return String(decoding: text, as: UTF8.self)
    }

    /// The scalar of an escape's digits, and of a second escape where both are a surrogate pair.
    private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
        func unit(_ digits: ArraySlice<UInt8>) -> UInt32? {
            guard digits.count == 4 else { return nil }
            return digits.reduce(UInt32?(0)) { value, digit in
                guard let value, let next = ASCII.hexValue(digit) else { return nil }
                return value << 4 | UInt32(next)
            }
        }
        guard let first = unit(rest.prefix(4)) else { return "\u{FFFD}" }
        rest = rest.dropFirst(4)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, rest.starts(with: Array("\\u".utf8)),
            let second = unit(rest.dropFirst(2).prefix(4)), (0xDC00...0xDFFF).contains(second)
        else { return "\u{FFFD}" }
        rest = rest.dropFirst(6)
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
}

/// Why a text is not JSON, and where.
struct JSONError: Error, Equatable {
    /// What is wrong, as a sentence without its full stop.
    var detail: String
    /// Where, in bytes from the start.
    var offset: Int
}

/// How much JSON is taken.
struct JSONLimits: Sendable {
    /// How deep arrays and objects may nest.
    var depth = 512
    /// How many values a text may have, names counted too.
    var values = 4_000_000

    /// The limits that a server has.
    static let standard = JSONLimits()
}

extension JSONTree {
    /// Takes a text apart.
    ///
    /// What people and programs write besides RFC 8259 is taken where it has one meaning: a comma
    /// before a closing bracket, comments, line ends within strings, and numbers that are none.
    ///
    /// - Throws: What is wrong first, and where.
    static func parse(
        _ bytes: [UInt8],
        limits: JSONLimits = .standard
    ) throws(JSONError) -> JSONTree {
        var builder = JSONBuilder(tree: JSONTree(bytes), limits: limits)
        try builder.build()
        guard builder.position == bytes.count else {
            throw builder.error("something follows the end of the value")
        }
        return builder.tree
    }

    /// Takes the first value of a text apart.
    ///
    /// - Returns: The value, and where what follows it begins, in bytes.
    static func parseFirst(
        _ bytes: [UInt8],
        limits: JSONLimits = .standard
    ) throws(JSONError) -> (tree: JSONTree, end: Int) {
        var builder = JSONBuilder(tree: JSONTree(bytes), limits: limits)
        try builder.build()
        return (builder.tree, builder.position)
    }

    /// Takes apart a text of several values, one behind the other, with commas between them or not;
    /// the whole is an array of them.
    static func parseAll(
        _ bytes: [UInt8],
        limits: JSONLimits = .standard
    ) throws(JSONError) -> JSONTree {
        var builder = JSONBuilder(tree: JSONTree(bytes), limits: limits)
        try builder.buildAll()
        return builder.tree
    }
}
