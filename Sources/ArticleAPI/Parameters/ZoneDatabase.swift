import Articles
import FoundationEssentials

/// The IANA time zones of the machine (Debian's package `tzdata`); each is read once.
enum ZoneDatabase {
    private static let folder = "/usr/share/zoneinfo"
    private static let zones = Locked<[String: Zone]>([:])

    /// The zone of a name; `nil` where there is none.
    ///
    /// UTC is known even where no database is installed.
    static func zone(_ name: String) -> Zone? {
        if ["UTC", "Etc/UTC", "GMT", "Z", "utc", "z"].contains(name) { return .utc }
        if let zone = zones.withLock({ $0[name] }) { return zone }
        // Only what is in the database is kept, so that it is no longer than that.
        guard isName(name), let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)),
            let zone = Zone(name: name, tzif: Array(data))
        else { return nil }
        zones.withLock { $0[name] = zone }
        return zone
    }

    /// The names of the zones that are in use, in order; UTC alone where no database is installed.
    ///
    /// Each country has its own: the newer `zone1970.tab` leaves out `Europe/Stockholm`, whose clocks
    /// have shown since 1970 what those of Berlin did.
    static let names: [String] = {
        // A database that cannot be read has no names.
        let table = (try? String(contentsOfFile: folder + "/zone.tab", encoding: .utf8)) ?? ""
        let names = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            line in
            line.split(separator: "\t").dropFirst(2).first.map(String.init)
        }
        return (names + ["UTC"]).sorted()
    }()

    /// The name that was probably meant, whatever its case and with spaces for underscores.
    static func suggestion(for name: String) -> String? {
        let folded = name.lowercased().replacing(" ", with: "_")
        if let same = names.first(where: { $0.lowercased() == folded }) { return same }
        let city = names.first { $0.lowercased().hasSuffix("/" + folded) }
        return city ?? Spelling.nearest(to: folded, among: names)
    }

    /// Whether text is a name and no path: words joined by slashes.
    private static func isName(_ text: String) -> Bool {
        let words = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // Those with leap seconds in them count other seconds.
        guard text.utf8.count <= 64, words.first?.elementsEqual("right".utf8) == false else {
            return false
        }
        return words.allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0.isASCIILetterOrDigit || "_+-".utf8.contains($0) }
        }
    }
}

extension ParameterType where Value == Zone {
    /// A time zone: its name in the IANA database, or an offset from UTC, as `+02:00`.
    static var zone: ParameterType {
        ParameterType(example: "Europe/Berlin", schema: .zone) { text, _ throws(ParameterFault) in
            if let minutes = GivenDate.offset(text) { return Zone(minutesEast: minutes) }
            guard let zone = ZoneDatabase.zone(text) else {
                let isEmpty = ZoneDatabase.names.count == 1
                throw ParameterFault(
                    detail: "'\(shown(text))' is no time zone such as Europe/Berlin or +02:00"
                        + (isEmpty
                            ? "; the server knows no names until tzdata is installed." : "."),
                    didYouMean: ZoneDatabase.suggestion(for: text)
                )
            }
            return zone
        }
    }
}
