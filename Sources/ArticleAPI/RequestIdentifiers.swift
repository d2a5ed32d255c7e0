/// Makes the names by which requests are found in the log.
struct RequestIdentifiers {
    private var count: UInt32
    private let mask: UInt32

    /// Begins at a random number.
    init() {
        count = .random(in: .min ... .max)
        mask = .random(in: .min ... .max)
    }

    /// Eight hexadecimal digits that do not come again for four thousand million requests.
    mutating func next() -> String {
        count &+= 1
        // Odd factors and shifts onto itself map the numbers one to one, so none comes twice.
        var mixed = count ^ mask
        mixed = (mixed ^ mixed >> 16) &* 0x7FEB_352D
        mixed = (mixed ^ mixed >> 15) &* 0x846C_A68B
        mixed ^= mixed >> 16
        return String(unsafeUninitializedCapacity: 8) { digits in
            for place in 0..<8 {
                let digit = UInt8(truncatingIfNeeded: mixed >> (28 - 4 * UInt32(place)) & 0xF)
                digits[place] =
                    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
            }
            return 8
        }
    }

    /// A client's own name for its request, if it can be put into a field and a log as it is.
    static func accepted(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || "-._~:+=/@".utf8.contains($0)
        }
        return isPlain && (1...128).contains(text.utf8.count) ? text : nil
    }
}
