/// A page's elements and texts in document order, as values; the first node is the document.
///
/// An element's subtree is the nodes from its own index up to `end`, so that no walk needs
/// recursion and any sum over a subtree is the difference of two prefix sums.
struct HTMLTree: Sendable {
    /// An element or a text.
    struct Node: Sendable {
        var tag: HTMLTag
        /// How many attributes of it are kept.
        var attributeCount: UInt8 = 0
        /// The index of the element that it stands in; -1 for the outermost.
        var parent: Int32
        /// The index after its last descendant.
        var end: Int32
        /// Of an element, its first attribute in `attributes`; of a text, its first byte in `bytes`.
        var first: Int32
        /// Of a text, how many bytes it has.
        var length: Int32 = 0
        /// Where it begins in the source, in bytes of UTF-8; of an element, where its start tag ends.
        var sourceStart: Int32
        /// Where a text ends in the source.
        var sourceEnd: Int32
    }

    /// An attribute whose value stands in `bytes`.
    struct Attribute: Sendable {
        var name: HTMLAttribute
        var start: Int32
        var length: Int32
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    /// What the tag, role, classes and name of each node say of it; as long as `nodes`.
    private(set) var evidence: [MarkupEvidence] = []
    /// Every text and attribute value, as UTF-8.
    var bytes: [UInt8] = []
    /// The limit that was reached where the page went on: what came after it is missing.
    var truncation: Truncation?

    /// What a page has too much of.
    enum Truncation: Sendable {
        case tags, nodes, depth
    }

    /// Reads what the markup of each node says, once all nodes are there.
    mutating func readEvidence() {
        evidence.reserveCapacity(nodes.count)
        for node in nodes.indices {
            evidence.append(
                nodes[node].tag == .text ? [] : MarkupEvidence.read(of: node, in: self)
            )
        }
    }

    /// The value of an element's attribute, as bytes; `nil` where it does not have it.
    func bytes(of attribute: HTMLAttribute, at node: Int) -> ArraySlice<UInt8>? {
        let node = nodes[node]
        guard node.attributeCount > 0 else { return nil }
        let first = Int(node.first)
        for index in first..<first + Int(node.attributeCount)
        where attributes[index].name == attribute {
            let start = Int(attributes[index].start)
            return bytes[start..<start + Int(attributes[index].length)]
        }
        return nil
    }

    /// The value of an element's attribute without white space around it; `nil` where it does not
    /// have it.
    func value(of attribute: HTMLAttribute, at node: Int) -> String? {
        bytes(of: attribute, at: node).map {
            String(decoding: ASCII.trimmed($0), as: UTF8.self)
        }
    }

    /// The bytes of a text.
    func text(at node: Int) -> ArraySlice<UInt8> {
        let node = nodes[node]
        return bytes[Int(node.first)..<Int(node.first + node.length)]
    }

    /// The texts in a subtree, one after another, white space folded and what is never shown left
    /// out; at most about `limit` bytes.
    func text(in node: Int, limit: Int = 4_096) -> String {
        var folded = FoldedText()
        var index = node
        let end = Int(nodes[node].end)
        while index < end, folded.bytes.count < limit {
            let tag = nodes[index].tag
            if tag == .text {
                folded.append(text(at: index))
            } else if index > node, tag.isSilent {
                index = Int(nodes[index].end)
                continue
            } else if !tag.isInline {
                folded.endWord()
            }
            index += 1
        }
        return folded.string
    }

    /// Whether the first node is among the ancestors of the second, or is it.
    func isAncestor(_ ancestor: Int, of node: Int) -> Bool {
        ancestor <= node && node < Int(nodes[ancestor].end)
    }

    /// The elements below another one that are its children, in order.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < Int(nodes[node].end) {
            if nodes[child].tag != .text { children.append(child) }
            child = Int(nodes[child].end)
        }
        return children
    }
}

/// Text whose runs of white space become one space, none at its ends.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    private var needsSpace = false

    /// The text.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends UTF-8; U+00A0 and U+3000 count as white space.
    mutating func append(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let byte = text[index]
                if ASCII.isSpace(byte) {
                    needsSpace = true
                    index += 1
                } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
                    needsSpace = true
                    index += 2
                } else {
                    if needsSpace, !bytes.isEmpty { bytes.append(ASCII.space) }
                    needsSpace = false
                    bytes.append(byte)
                    index += 1
                }
            }
        }
    }

    /// Sees to it that the next text does not go on with the last word.
    mutating func endWord() { needsSpace = true }

    /// Forgets everything.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsSpace = false
    }
}
