/// Takes a JSON text apart, value by value, without recursion.
struct JSONBuilder {
    var tree: JSONTree
    let limits: JSONLimits
    private(set) var position = 0
    /// The objects and arrays that are open, by their nodes.
    private var open: [Int] = []

    init(tree: JSONTree, limits: JSONLimits) {
        self.tree = tree
        self.limits = limits
    }

    mutating func build() throws(JSONError) {
        try checkLength()
        try skipSpace()
        try whole()
        try skipSpace()
    }

    /// Reads all values as elements of an array that has no brackets.
    mutating func buildAll() throws(JSONError) {
        try checkLength()
        try append(JSONTree.Node(kind: .array, start: 0, end: Int32(tree.bytes.count)))
        try skipSpace()
        while let byte {
            if byte == UInt8(ascii: ",") { position += 1 } else { try whole() }
            try skipSpace()
        }
        tree.nodes[0].next = Int32(tree.nodes.count)
    }

    private func checkLength() throws(JSONError) {
        guard tree.bytes.count < Int(Int32.max) else {
            throw JSONError(detail: "it is longer than 2 GiB", offset: 0)
        }
    }

    /// A value with all that it holds.
    private mutating func whole() throws(JSONError) {
        try value()
        while let container = open.last {
            try skipSpace()
            if try closes(container) { continue }
            if tree.nodes[container].kind == .object { try name() }
            try value()
        }
    }

    /// Takes what stands between two values of a container: a comma, or its end.
    private mutating func closes(_ container: Int) throws(JSONError) -> Bool {
        let isFirst = container == tree.nodes.count - 1
        let isObject = tree.nodes[container].kind == .object
        let bracket = UInt8(ascii: isObject ? "}" : "]")
        if !isFirst {
            if byte == UInt8(ascii: ",") {
                position += 1
                try skipSpace()
            } else if byte != bracket {
                throw error("a comma or '\(Unicode.Scalar(bracket))' is missing")
            }
        }
        guard byte == bracket else { return false }
        position += 1
        tree.nodes[container].end = Int32(position)
        tree.nodes[container].next = Int32(tree.nodes.count)
        open.removeLast()
        return true
    }

    private mutating func name() throws(JSONError) {
        guard byte == UInt8(ascii: "\"") else {
            throw error(
                byte == UInt8(ascii: "'")
                    ? "a name stands in single quotation marks, and JSON has double ones"
                    : "a name in quotation marks is missing"
            )
        }
        try string()
        try skipSpace()
        guard byte == UInt8(ascii: ":") else { throw error("a colon is missing after the name") }
        position += 1
        try skipSpace()
    }

    private mutating func value() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "{"): try begin(.object)
        case UInt8(ascii: "["): try begin(.array)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .truth)
        case UInt8(ascii: "f"): try word("false", .truth)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "N"): try word("NaN", .null)
        case UInt8(ascii: "I"): try word("Infinity", .null)
        case UInt8(ascii: "-") where tree.bytes[position...].starts(with: "-Infinity".utf8):
            try word("-Infinity", .null)
        case UInt8(ascii: "'"):
            throw error("a text stands in single quotation marks, and JSON has double ones")
        case UInt8(ascii: "-"): try number()
        case let digit? where ASCII.isDigit(digit): try number()
        case nil: throw error("it ends too early: a value is missing")
        default: throw error("a value is missing")
        }
    }

    private mutating func begin(_ kind: JSONTree.Kind) throws(JSONError) {
        guard open.count < limits.depth else {
            throw error("it nests deeper than \(limits.depth) levels")
        }
        open.append(tree.nodes.count)
        try append(JSONTree.Node(kind: kind, start: Int32(position), end: Int32(position)))
        position += 1
    }

    private mutating func append(_ node: JSONTree.Node) throws(JSONError) {
        guard tree.nodes.count < limits.values else {
            throw error("it has more than \(limits.values) values")
        }
        tree.nodes.append(node)
        tree.nodes[tree.nodes.count - 1].next = Int32(tree.nodes.count)
    }

    private mutating func string() throws(JSONError) {
        let start = position + 1
        var index = start
        var hasEscapes = false
        let end = tree.bytes.withUnsafeBufferPointer { bytes -> Int? in
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\"") { return index }
                if bytes[index] == UInt8(ascii: "\\") {
                    hasEscapes = true
                    index += 1
                }
                index += 1
            }
            return nil
        }
        guard let end else { throw error("the string that begins here does not end") }
        try append(
            JSONTree.Node(
                kind: .string,
                hasEscapes: hasEscapes,
                start: Int32(start),
                end: Int32(end)
            )
        )
        position = end + 1
    }

    private mutating func word(_ word: String, _ kind: JSONTree.Kind) throws(JSONError) {
        let end = position + word.utf8.count
        guard tree.bytes[position...].starts(with: word.utf8) else {
            throw error("a value is missing")
        }
        try append(JSONTree.Node(kind: kind, start: Int32(position), end: Int32(end)))
        position = end
    }

    private mutating func number() throws(JSONError) {
        let start = position
        while let byte, ASCII.isDigit(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
        try append(JSONTree.Node(kind: .number, start: Int32(start), end: Int32(position)))
    }

    private var byte: UInt8? { position < tree.bytes.count ? tree.bytes[position] : nil }

    /// Passes over white space, comments, and the mark between the texts of RFC 7464.
    private mutating func skipSpace() throws(JSONError) {
        while let byte {
            if ASCII.isSpace(byte) || byte == 0x1E {
                position += 1
            } else if byte == UInt8(ascii: "/") {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(JSONError) {
        let rest = tree.bytes[(position + 1)...]
        if rest.first == UInt8(ascii: "/") {
            position = rest.firstIndex(of: ASCII.lineFeed) ?? tree.bytes.count
        } else if rest.first == UInt8(ascii: "*"),
            let end = rest.firstIndex(of: Array("*/".utf8), from: rest.startIndex + 1)
        {
            position = end + 2
        } else {
            throw error("a value is missing")
        }
    }

    func error(_ detail: String) -> JSONError {
        JSONError(detail: detail, offset: position)
    }
}
