/// The elements that matter to reading an article; every other one is `other`.
enum HTMLTag: UInt8, Sendable, CaseIterable {
    /// A piece of text, which is no element.
    case text
    case other
    case html, head, body, title, meta, link, base, script, style, noscript, template
    case article, section, main, div, p, h1, h2, h3, h4, h5, h6
    case ul, ol, li, dl, dt, dd, table, thead, tbody, tfoot, tr, td, th, caption
    case blockquote, pre, figure, figcaption, aside, nav, header, footer, address, center, hr
    case form, input, button, select, option, textarea, label, fieldset, legend
    case iframe, object, embed, video, audio, canvas, svg, math, img, picture, map
    case span, a, b, strong, i, em, u, s, small, sup, sub, mark, font, cite, abbr, q, code, time
    case br, wbr, details, summary, dialog, menu, hgroup
    case tt, kbd, samp, `var`, ins, del, bdi, bdo, big, strike, dfn, acronym, ruby, data, nobr
    case rt, rp, annotation

    /// The tag of an element's name in lower case.
    init(name: UnsafePointer<UInt8>) {
        var hash = NameHash()
        var next = name
        while next.pointee != 0 {
            hash.combine(next.pointee)
            next += 1
        }
        self = Self.byName[hash.value] ?? .other
    }

    private static let byName: [UInt64: HTMLTag] = Dictionary(
        uniqueKeysWithValues: allCases.dropFirst(2).map { (NameHash(of: "\($0)").value, $0) }
            + [(NameHash(of: "annotation-xml").value, .annotation)]
    )

    /// Whether it stands in a line of text and does not end it.
    var isInline: Bool {
        switch self {
        case .text, .other, .span, .a, .b, .strong, .i, .em, .u, .s, .small, .sup, .sub, .mark,
            .font, .cite, .abbr, .q, .code, .time, .wbr, .img, .picture, .label, .map, .input, .tt,
            .kbd, .samp, .var, .ins, .del, .bdi, .bdo, .big, .strike, .dfn, .acronym, .ruby, .data,
            .nobr, .rt, .rp, .math, .annotation:
            true
        default: false
        }
    }

    /// Whether nothing in it is ever shown as text, or nothing that is not there already: how a
    /// word above it is read (`rt`), the source of a formula (`annotation`).
    var isSilent: Bool {
        switch self {
        case .head, .title, .meta, .link, .base, .script, .style, .noscript, .template, .input,
            .button, .select, .option, .textarea, .iframe, .object, .embed, .video, .audio,
            .canvas, .svg, .map, .dialog, .rt, .rp, .annotation:
            true
        default: false
        }
    }

    /// How deep a heading it is, 1 to 6; 0 where it is none.
    var headingLevel: UInt8 {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: 0
        }
    }
}

/// The attributes that are kept.
enum HTMLAttribute: UInt8, Sendable, CaseIterable {
    case id, `class`, itemprop, itemtype, rel, property, name, content, href, datetime, lang
    case role, style, hidden, type, title, media, value, alt
    case ariaHidden, ariaLabel, dataTestid, dataComponent, dataType, httpEquiv, xmlLang, ampAccess

    /// The attribute of a name in lower case; `nil` where it is not kept.
    init?(name: UnsafePointer<UInt8>) {
        var hash = NameHash()
        var next = name
        while next.pointee != 0 {
            hash.combine(next.pointee)
            next += 1
        }
        guard let known = Self.byName[hash.value] else { return nil }
        self = known
    }

    private var name: String {
        switch self {
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .dataTestid: "data-testid"
        case .dataComponent: "data-component"
        case .dataType: "data-type"
        case .httpEquiv: "http-equiv"
        case .xmlLang: "xml:lang"
        case .ampAccess: "amp-access"
        default: "\(self)"
        }
    }

    private static let byName: [UInt64: HTMLAttribute] = Dictionary(
        uniqueKeysWithValues: allCases.map { (NameHash(of: $0.name).value, $0) }
    )
}

/// FNV-1a over bytes, ASCII capitals folded: names of elements, attributes and classes are looked
/// up by it, so that no string is made for them.
struct NameHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of nothing yet.
    init() {}

    /// The hash of a name.
    init(of name: String) {
        for byte in name.utf8 { combine(byte) }
    }

    /// Takes one more byte.
    @inline(__always)
    mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt64(ASCII.lowercased(byte))) &* 0x100_0000_01B3
    }
}
