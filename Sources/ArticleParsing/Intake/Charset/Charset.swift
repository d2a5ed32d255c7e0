/// A charset that text can be decoded from.
struct Charset: Hashable, Sendable {
    /// Its IANA name in lower case: `windows-1252`.
    let name: String

    static let utf8 = Charset(name: "utf-8")
    static let utf16LE = Charset(name: "utf-16le")
    static let utf16BE = Charset(name: "utf-16be")
    static let utf32LE = Charset(name: "utf-32le")
    static let utf32BE = Charset(name: "utf-32be")
    static let windows1252 = Charset(name: "windows-1252")
    static let iso2022JP = Charset(name: "iso-2022-jp")

    /// UTF-16 whose byte order the name leaves open (RFC 2781 §3.3).
    static let utf16 = Charset(name: "utf-16")

    /// The name that iconv knows it by: its own where that is the wider set that senders mean.
    var iconvName: String {
        switch name {
        case "shift_jis": "CP932"
        case "gb18030": "GB18030"
        case "euc-kr": "CP949"
        case "big5": "BIG5-HKSCS"
        case "windows-874": "CP874"
        case "macintosh": "MACINTOSH"
        case "ibm866": "CP866"
        default:
            name.hasPrefix("windows-") ? "CP\(name.dropFirst("windows-".count))" : name
        }
    }

    private init(name: String) {
        self.name = name
    }

    /// Finds a charset by a label of the WHATWG's Encoding Standard (§4.2) or its IANA name.
    ///
    /// As there, `iso-8859-1` and `us-ascii` mean windows-1252, `iso-8859-9` windows-1254,
    /// `shift_jis` and `euc-kr` their Windows supersets, and `gb2312` GB18030: their senders do.
    ///
    /// - Returns: `nil` where the label names none that is known.
    init?(label: some StringProtocol) {
        let wanted = ASCII.lowercased(ASCII.trimmed(label))
        guard let name = Self.names[wanted] else { return nil }
        self.name = name
    }

    /// Those with one byte a character.
    static let singleByte: [Charset] = labels.compactMap { line in
        let name = String(line.prefix { $0 != " " })
        let isSingleByte = ["windows-", "iso-8859-", "koi8-", "ibm866", "macintosh"].contains {
            name.hasPrefix($0)
        }
        return isSingleByte ? Charset(name: name) : nil
    }

    /// What labels mean.
    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for line in labels {
            let labels = line.split(separator: " ")
            for label in labels { names[String(label)] = String(labels[0]) }
        }
        return names
    }()

    /// A line for each charset: its name, then its other labels.
    private static let labels = [
        "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 cp65001",
        "utf-16 utf16 unicode ucs-2 iso-10646-ucs-2 csunicode",
        "utf-16le utf16le",
        "utf-16be utf16be unicodefffe",
        "utf-32le utf32le",
        "utf-32be utf32be",
        "windows-1250 cp1250 x-cp1250 win1250",
        "windows-1251 cp1251 x-cp1251 win1251",
        "windows-1252 cp1252 x-cp1252 win1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1"
            + " us-ascii ascii ansi_x3.4-1968 iso-ir-100 csisolatin1 ibm819 cp819",
        "windows-1253 cp1253 x-cp1253 win1253",
        "windows-1254 cp1254 x-cp1254 win1254 iso-8859-9 iso8859-9 iso88599 latin5 l5",
        "windows-1255 cp1255 x-cp1255 win1255",
        "windows-1256 cp1256 x-cp1256 win1256",
        "windows-1257 cp1257 x-cp1257 win1257",
        "windows-1258 cp1258 x-cp1258 win1258",
        "windows-874 cp874 tis-620 tis620 iso-8859-11 dos-874",
        "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2",
        "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3",
        "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4",
        "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic",
        "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic",
        "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek",
        "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-i logical visual hebrew",
        "iso-8859-10 iso8859-10 latin6 l6",
        "iso-8859-13 iso8859-13",
        "iso-8859-14 iso8859-14",
        "iso-8859-15 iso8859-15 latin9 l9 csisolatin9",
        "iso-8859-16 iso8859-16",
        "koi8-r koi8 koi koi8_r cskoi8r",
        "koi8-u koi8-ru",
        "ibm866 cp866 866 csibm866",
        "macintosh mac x-mac-roman csmacintosh",
        "shift_jis shift-jis sjis ms_kanji x-sjis windows-31j cp932 csshiftjis",
        "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese",
        "iso-2022-jp csiso2022jp",
        "gb18030 gbk gb2312 gb_2312-80 x-gbk chinese csgb2312 cp936 euc-cn iso-ir-58",
        "big5 big5-hkscs cn-big5 x-x-big5 csbig5 cp950",
        "euc-kr euckr ks_c_5601-1987 ksc5601 ks_c_5601-1989 cp949 windows-949 korean uhc",
    ]
}
