/// Resolves references to addresses (RFC 3986 §5.2), as far as the web's addresses go.
enum RelativeReference {
    /// The address that a reference means; `nil` where it is none of the web's.
    static func resolve(_ reference: String, against base: String) -> String? {
        guard reference.utf8.count <= 2_000, !reference.utf8.contains(ASCII.space) else {
            return nil
        }
        if let scheme = scheme(of: reference) {
            return scheme == "http" || scheme == "https" ? reference : nil
        }
        guard let scheme = scheme(of: base), scheme == "http" || scheme == "https" else {
            return nil
        }
        if reference.hasPrefix("//") { return scheme + ":" + reference }
        let afterScheme = base.dropFirst(scheme.count + 3)
        let authority = afterScheme.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let origin = scheme + "://" + authority
        let path = afterScheme.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" }
        if reference.hasPrefix("#") || reference.hasPrefix("?") || reference.isEmpty {
            return origin + path + reference
        }
        let tail = reference.drop { $0 != "?" && $0 != "#" }
        let relative = reference.dropLast(tail.count)
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        let whole = relative.hasPrefix("/") ? String(relative) : String(folder) + relative
        return origin + withoutDots(whole) + tail
    }

    private static func scheme(of address: String) -> String? {
        guard let colon = address.prefix(12).firstIndex(of: ":"),
            address[..<colon].utf8.allSatisfy(ASCII.isLetter), colon > address.startIndex
        else { return nil }
        return ASCII.lowercased(address[..<colon])
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for segment in segments {
            if segment == ".." {
                _ = kept.popLast()
            } else if segment != "." {
                kept.append(segment)
            }
        }
        if let last = segments.last, last == "." || last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }
}
