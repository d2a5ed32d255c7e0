import CLibXML2

/// Builds a page's tree by the events of libxml2's HTML parser.
///
/// libxml2 balances the tags and decodes the references; no tree of its own is made, nothing is
/// loaded, and no entity of a document type is expanded. It was chosen over libgumbo, which follows
/// the HTML standard to the letter, measured with Debian 12's packages (2.9.14 and 0.10.1):
///
/// - 705 labelled pages, untrimmed: libxml2's events 0.68 s of the processor, libgumbo's tree 3.63 s.
/// - A million nested elements: 0.10 s and 21 MB against more than a minute. 20,000 attributes on a
///   tag: 0.35 s against 0.56 s; both are quadratic there, for which `PageTrimmer` bounds them.
/// - Upkeep: libxml2 is maintained and fuzzed, and feeds need it as well; libgumbo's authors archived
///   it, and the distributions carry it on.
final class HTMLTreeBuilder {
    /// How deep elements may stand in each other; browsers flatten at 512.
    static let depthLimit = 900
    /// How many elements and texts are taken.
    static let nodeLimit = 1_000_000

    private var tree = HTMLTree(nodes: [
        HTMLTree.Node(tag: .html, parent: -1, end: 1, first: 0, sourceStart: 0, sourceEnd: 0)
    ])
    private var open: [Int32] = [0]
    private let trimmer: PageTrimmer
    private var context: htmlParserCtxtPtr?

    private init(_ trimmer: PageTrimmer) {
        self.trimmer = trimmer
    }

    /// The tree of a page, or of a fragment of one.
    static func tree(of text: String) -> HTMLTree {
        var text = text
        let trimmer = text.withUTF8 { PageTrimmer($0) }
        let builder = HTMLTreeBuilder(trimmer)
        builder.parse()
        builder.tree.readEvidence()
        if trimmer.isTruncated, builder.tree.truncation == nil {
            builder.tree.truncation = .tags
        }
        return builder.tree
    }

    /// libxml2's tables, made once before the first thread uses them.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private func parse() {
        guard Self.isReady, !trimmer.bytes.isEmpty else { return }
        tree.bytes.reserveCapacity(trimmer.bytes.count)
        trimmer.bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard
                    let context = htmlCreateMemoryParserCtxt(
                        characters.baseAddress,
                        CInt(characters.count)
                    )
                else { return }
                defer { htmlFreeParserCtxt(context) }
                let options =
                    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
                    | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
                    | HTML_PARSE_IGNORE_ENC.rawValue
                htmlCtxtUseOptions(context, CInt(options))
                // It is UTF-8 by now, whatever the page says of itself.
                context.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
                context.pointee.sax.pointee = Self.handler
                context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
                self.context = context
                htmlParseDocument(context)
                self.context = nil
            }
        }
        while let last = open.popLast() { tree.nodes[Int(last)].end = Int32(tree.nodes.count) }
    }

    private static var handler: htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { builder, name, attributes in
            HTMLTreeBuilder.builder(builder)?.start(name, attributes)
        }
        handler.endElement = { builder, _ in HTMLTreeBuilder.builder(builder)?.end() }
        handler.characters = { builder, bytes, count in
            HTMLTreeBuilder.builder(builder)?.take(bytes, count)
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }

    private static func builder(_ pointer: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
        pointer.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    /// How far libxml2 has read, in bytes of what it was given.
    private var position: Int {
        guard let input = context?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name else { return }
        if open.count >= Self.depthLimit || tree.nodes.count >= Self.nodeLimit {
            tree.truncation = open.count >= Self.depthLimit ? .depth : .nodes
            xmlStopParser(context)
        }
        let source = Int32(trimmer.sourcePosition(of: position))
        var node = HTMLTree.Node(
            tag: HTMLTag(name: name),
            parent: open.last ?? 0,
            end: 0,
            first: Int32(tree.attributes.count),
            sourceStart: source,
            sourceEnd: source
        )
        if var next = attributes {
            while let name = next[0], node.attributeCount < 100 {
                if let attribute = HTMLAttribute(name: name) {
                    append(attribute, next[1])
                    node.attributeCount += 1
                }
                next += 2
            }
        }
        open.append(Int32(tree.nodes.count))
        tree.nodes.append(node)
    }

    private func append(_ name: HTMLAttribute, _ value: UnsafePointer<xmlChar>?) {
        let start = tree.bytes.count
        if var next = value {
            while next.pointee != 0 {
                tree.bytes.append(next.pointee)
                next += 1
            }
        }
        tree.attributes.append(
            HTMLTree.Attribute(
                name: name,
                start: Int32(start),
                length: Int32(tree.bytes.count - start)
            )
        )
    }

    private func end() {
        guard open.count > 1, let last = open.popLast() else { return }
        tree.nodes[Int(last)].end = Int32(tree.nodes.count)
    }

    private func take(_ bytes: UnsafePointer<xmlChar>?, _ count: CInt) {
        guard let bytes, count > 0 else { return }
        let end = Int32(trimmer.sourcePosition(of: position))
        let last = tree.nodes.count - 1
        if last >= 0, tree.nodes[last].tag == .text,
            tree.nodes[last].parent == open.last ?? 0,
            Int(tree.nodes[last].first + tree.nodes[last].length) == tree.bytes.count
        {
            tree.nodes[last].length += count
            tree.nodes[last].sourceEnd = end
        } else {
            tree.nodes.append(
                HTMLTree.Node(
                    tag: .text,
                    parent: open.last ?? 0,
                    end: Int32(tree.nodes.count + 1),
                    first: Int32(tree.bytes.count),
                    length: count,
                    sourceStart: max(0, end - count),
                    sourceEnd: end
                )
            )
        }
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}
