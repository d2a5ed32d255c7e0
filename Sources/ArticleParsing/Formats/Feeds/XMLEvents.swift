import CLibXML2

/// Reads XML as a sequence of events, with libxml2's reader.
///
/// It opens no file and no connection, expands no entity but those of characters, and nests at most
/// 256 levels (libxml2's own limit), so that a text costs its length and no more.
final class XMLEvents {
    /// What stands in a text.
    enum Event: Equatable {
        /// An element begins: its namespace, its prefix as written, its name without that, and whether
        /// it ends at once.
        case start(namespace: String, prefix: String, name: String, isEmpty: Bool)
        /// The element opened last ends.
        case end
        /// Text, of which an element may have several pieces.
        case text(String)
    }

    /// Why a text cannot be read on: what is wrong and where, from 1.
    struct Failure: Error, Equatable {
        var detail: String
        var line: Int
        var column: Int
    }

    private let reader: xmlTextReaderPtr
    private let bytes: UnsafeMutableBufferPointer<CChar>

    /// Opens a text in UTF-8 without a declaration.
    init?(_ text: [UInt8]) {
        bytes = UnsafeMutableBufferPointer.allocate(capacity: max(1, text.count))
        bytes.withMemoryRebound(to: UInt8.self) { _ = $0.initialize(fromContentsOf: text) }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        let opened = xmlReaderForMemory(
            bytes.baseAddress,
            Int32(text.count),
            nil,
            "UTF-8",
            Int32(options)
        )
        guard let opened else {
            bytes.deallocate()
            return nil
        }
        reader = opened
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next event; `nil` at the end.
    func next() throws(Failure) -> Event? {
        while true {
            switch xmlTextReaderRead(reader) {
            case 1: if let event { return event }
            case 0: return nil
            default: throw failure
            }
        }
    }

    /// The value of an attribute of the element that begins, by its name as written.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return string(xmlTextReaderConstValue(reader))
    }

    /// The value of an attribute of the element that begins, by its namespace and name.
    func attribute(_ name: String, namespace: String) -> String? {
        guard xmlTextReaderMoveToAttributeNs(reader, name, namespace) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return string(xmlTextReaderConstValue(reader))
    }

    private var event: Event? {
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
            return .start(
                namespace: string(xmlTextReaderConstNamespaceUri(reader)) ?? "",
                prefix: string(xmlTextReaderConstPrefix(reader)) ?? "",
                name: string(xmlTextReaderConstLocalName(reader)) ?? "",
                isEmpty: xmlTextReaderIsEmptyElement(reader) == 1
            )
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
            Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
            return string(xmlTextReaderConstValue(reader)).map(Event.text)
        case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
            // Feeds use HTML's names without declaring them; others are left out.
            return string(xmlTextReaderConstName(reader)).flatMap(Entity.text(named:))
                .map(Event.text)
        default: return nil
        }
    }

    private func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private var failure: Failure {
        let line = Int(xmlTextReaderGetParserLineNumber(reader))
        let column = Int(xmlTextReaderGetParserColumnNumber(reader))
        let message =
            xmlGetLastError()?.pointee.message.map { String(cString: $0) } ?? "it is cut off"
        let detail = message.split(separator: "\n").first.map(String.init) ?? message
        return Failure(detail: detail, line: max(1, line), column: max(1, column))
    }
}
