import CCrypto

/// The digest function SHA-256 (FIPS 180-4), by libcrypto.
package enum SHA256 {
    /// The digest of some bytes, 32 bytes.
    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
            let status = EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, EVP_sha256(), nil)
            precondition(status == 1, "libcrypto has no SHA-256")
            count = 32
        }
    }

    /// The digest of some bytes as 64 hexadecimal digits in lower case.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether two digests are equal, in a time that does not tell where they differ.
    package static func equal(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
    }
}
