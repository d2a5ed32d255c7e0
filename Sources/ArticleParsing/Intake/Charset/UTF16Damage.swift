/// UTF-16 whose zero bytes were lost: `curl -d @file` cuts at them or takes them out.
enum UTF16Damage {
    /// What is wrong with the bytes after a byte order mark, as sentences; `nil` where nothing is.
    ///
    /// The zeros are the high bytes of ASCII, which every text of some length has: as spaces and
    /// digits if not as letters. Chinese and Japanese may do without, so there the bytes decide:
    /// where they are all readable as ASCII, they were that with zeros in between.
    static func find(in bytes: ArraySlice<UInt8>) -> String? {
        guard !bytes.contains(0) else { return nil }
        guard !bytes.isEmpty else { return message }
        let readable = bytes.count { $0 >= ASCII.space && $0 < 0x7F || ASCII.isSpace($0) }
        let spaces = bytes.count { $0 == ASCII.space }
        let isASCII = readable * 100 >= bytes.count * 85
        let hasLoneSpaces = bytes.count >= 40 && spaces * 12 >= bytes.count
        guard isASCII || hasLoneSpaces || bytes.count % 2 == 1 else { return nil }
        return message
    }

    private static let message =
        "It begins as UTF-16 but has lost its zero bytes, as happens with curl -d @file."
        + " Send the file's own bytes with --data-binary."
}
