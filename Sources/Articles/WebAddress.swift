/// An article's address on the web, in the forms by which it is kept and recognised.
///
/// Links are passed on with what their carriers add: campaign and click parameters, fragments, a
/// `www.` or a telephone's `m.`. What is left when that is taken off names the article. Pure
/// functions on text; nothing is fetched, so a shortened link stays what it is.
public enum WebAddress {
    /// The address as it is kept and shown: host in lower case, without user, default port,
    /// fragment and the parameters that only say where a reader came from.
    ///
    /// - Returns: `nil` for what is no `http` or `https` address.
    public static func canonical(_ text: String) -> String? {
        Parts(text)?.text
    }

    /// What is equal for two addresses of one article, and is no address itself.
    ///
    /// Beyond `canonical`, `http` and `https`, `www.`, `m.`, `mobile.` and `amp.`, a slash or
    /// `index.html` at the end, a last `/amp`, and the order of the parameters make no difference.
    ///
    /// - Returns: `nil` where the text is no address, or that of a front page, which names no article.
    public static func identity(_ text: String) -> String? {
        guard var parts = Parts(text) else { return nil }
        for prefix in ["www.", "m.", "mobile.", "amp."] where parts.host.hasPrefix(prefix) {
            let bare = parts.host.dropFirst(prefix.count)
            if bare.contains(".") { parts.host = String(bare) }
        }
        parts.foldPath()
        parts.query.sort()
        guard !parts.path.isEmpty || !parts.query.isEmpty || parts.fragment != nil else {
            return nil
        }
        parts.scheme = ""
        return parts.text
    }

    /// Parameters that say how a reader came to the page and not which page it is.
    static func isTracking(_ name: String) -> Bool {
        let name = name.lowercased()
        return trackingNames.contains(name) || trackingPrefixes.contains { name.hasPrefix($0) }
    }

    private static let trackingPrefixes = [
        "utm_", "utm-", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "fb_", "at_custom", "vero_",
        "oly_", "soc_", "ns_", "guce_", "wt.", "__hs", "_branch_", "trk_", "sc_", "ml_subscriber",
    ]
    private static let trackingNames: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "li_fat_id", "igshid", "igsh", "epik", "srsltid", "mc_cid", "mc_eid", "mkt_tok",
        "_ga", "_gl", "_hsenc", "_hsmi", "hsctatracking", "_openstat", "wt_mc", "wt_zmc", "xtor",
        "at_medium", "at_campaign", "cmp", "cmpid", "cmpid2", "campaign_id", "icid", "ito", "smid",
        "smtyp", "ref", "ref_src", "ref_url", "referrer", "referer", "traffic_source", "s_kwcid",
        "s_cid", "ef_id", "spm", "share", "sharetoken", "sr_share", "mbid", "ncid", "ocid",
        "intcmp", "int_cmp", "guccounter", "rb_clickid", "wickedid", "dm_i", "trk", "trkcampaign",
        "elqtrackid", "cvid", "taid", "__twitter_impression", "amp", "outputtype", "seid", "via",
    ]

    /// An address taken apart.
    private struct Parts {
        var scheme: String
        var host: String
        var path: String
        /// The parameters that count, as they stand.
        var query: [String] = []
        /// What stands after `#!`, which old pages show instead of a path.
        var fragment: String?

        init?(_ text: String) {
            let text = text.unicodeScalars.drop { $0.value <= 0x20 }
            guard let colon = text.firstIndex(of: ":") else { return nil }
            scheme = String(text[..<colon]).lowercased()
            guard scheme == "http" || scheme == "https" else { return nil }
            var rest = text[colon...].dropFirst()
            for _ in 0..<2 { guard rest.popFirst() == "/" else { return nil } }
            while let last = rest.last, last.value <= 0x20 { rest.removeLast() }
            guard !rest.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
                return nil
            }
            if let hash = rest.firstIndex(of: "#") {
                let fragment = rest[hash...].dropFirst()
                if fragment.first == "!" { self.fragment = String(fragment) }
                rest = rest[..<hash]
            }
            if let mark = rest.firstIndex(of: "?") {
                query = rest[mark...].dropFirst().split(separator: "&").map { String($0) }
                    .filter { !WebAddress.isTracking(String($0.prefix { $0 != "=" })) }
                rest = rest[..<mark]
            }
            let slash = rest.firstIndex(of: "/") ?? rest.endIndex
            guard let host = Self.host(rest[..<slash], scheme) else { return nil }
            self.host = host
            path = Self.unescaped(rest[slash...])
            if path == "/" { path = "" }
        }

        var text: String {
            var text = scheme.isEmpty ? host : "\(scheme)://\(host)"
            text += path.isEmpty && !scheme.isEmpty ? "/" : path
            if !query.isEmpty { text += "?" + query.joined(separator: "&") }
            if let fragment { text += "#" + fragment }
            return text
        }

        /// The host without user and default port.
        private static func host(_ authority: Substring.UnicodeScalarView, _ scheme: String)
            -> String?
        {
            var host = String(authority).lowercased()
            if let at = host.lastIndex(of: "@") { host = String(host[at...].dropFirst()) }
            for port in [":", scheme == "http" ? ":80" : ":443"] where host.hasSuffix(port) {
                host.removeLast(port.count)
            }
            while host.hasSuffix(".") { host.removeLast() }
            return host.isEmpty ? nil : host
        }

        /// A path whose escapes of letters, digits and `-._~` are those characters (RFC 3986
        /// §6.2.2.2), and whose other escapes are in upper case.
        private static func unescaped(_ path: Substring.UnicodeScalarView) -> String {
            let bytes = Array(String(path).utf8)
            var result: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let digits = bytes[min(index + 1, bytes.count)..<min(index + 3, bytes.count)]
                guard bytes[index] == UInt8(ascii: "%"), digits.count == 2,
                    let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else {
                    result.append(bytes[index])
                    index += 1
                    continue
                }
                let isLetter = (0x41...0x5A).contains(byte & 0xDF)
                if isLetter || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
                    result.append(byte)
                } else {
                    result.append(UInt8(ascii: "%"))
                    result += String(decoding: digits, as: UTF8.self).uppercased().utf8
                }
                index += 3
            }
            return String(decoding: result, as: UTF8.self)
        }

        /// Takes off the ends that do not name another page.
        mutating func foldPath() {
            for end in ["/index.html", "/index.htm", "/index.php", "/amp/", "/amp", ".amp"]
            where path.hasSuffix(end) {
                path.removeLast(end.count)
                break
            }
            while path.hasSuffix("/") { path.removeLast() }
        }
    }
}
