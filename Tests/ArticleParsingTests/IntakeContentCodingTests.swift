import Testing

@testable import ArticleParsing

@Suite struct IntakeContentCodingTests {
    static let plain = Array("Ferries sail again on Monday.\n".utf8)
    static let gzip = bytes(
        hex:
            "1f8b08000000000002ff734b2d2aca4c2d56284ecccc51484c4fcccc53c8cf53f0cdcf4b49acd4e302009502"
            + "cf8c1e000000"
    )
    static let zlib = bytes(
        hex: "789c734b2d2aca4c2d56284ecccc51484c4fcccc53c8cf53f0cdcf4b49acd4e30200a9a20a77"
    )
    static let deflated = bytes(
        hex: "734b2d2aca4c2d56284ecccc51484c4fcccc53c8cf53f0cdcf4b49acd4e30200"
    )
    static let gzipTwice = bytes(
        hex:
            "1f8b08000000000002ff93efe6600001a6ffc5deba5aa77c74c334fcce9c09f4f0f13f7326f8c4f9e00f67cf"
            + "7b7baeb9f29889612ad3f91e39a04a0022672db232000000"
    )
    /// 65,536 times the letter a, as gzip packs it.
    static let packedLetters = bytes(
        hex: "1f8b08000000000002ffedc181000000008020d6fd2516a90a000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "00000000000000006aff9120c300000100"
    )

    private func unpack(
        _ bytes: [UInt8],
        _ declared: String? = nil,
        limits: IntakeLimits = .standard
    ) throws -> [UInt8] {
        try ContentCoding.unpack(bytes, declared: declared, limits: limits)
    }

    @Test(
        arguments: [
            (plain, nil),
            (plain, ""),
            (plain, "identity"),
            (gzip, "gzip"),
            (gzip, "X-GZIP"),
            (gzip, "identity , GZip"),
            (gzip, nil),
            (gzip, "identity"),
            (zlib, "deflate"),
            (deflated, "deflate"),
            (gzipTwice, "gzip, gzip"),
            (gzipTwice, "gzip"),
            (gzipTwice, nil),
            (gzip + [0, 0, 0, 0], "gzip"),
        ] as [([UInt8], String?)]
    )
    func `takes off what was put on`(_ packed: [UInt8], _ declared: String?) throws {
        #expect(try unpack(packed, declared) == Self.plain)
    }

    @Test func `joins the members of a gzip file`() throws {
        #expect(try unpack(Self.gzip + Self.gzip) == Self.plain + Self.plain)
    }

    @Test(arguments: ["br", "zstd", "gzip, br", "compress", "gzip;q=1"])
    func `refuses a coding that is not known`(_ declared: String) {
        #expect {
            try unpack(Self.gzip, declared)
        } throws: { error in
            if case ParsingError.unknownContentCoding = error { true } else { false }
        }
    }

    @Test func `refuses more codings than anyone needs`() {
        #expect(throws: ParsingError.unknownContentCoding("gzip,gzip,gzip,gzip,gzip")) {
            try unpack(Self.gzip, "gzip,gzip,gzip,gzip,gzip")
        }
    }

    @Test(
        arguments: [
            (plain, "gzip", "gzip"),
            (plain, "x-gzip", "x-gzip"),
            (plain, "deflate", "deflate"),
            (gzip, "gzip, gzip", "gzip"),
            (Array(gzip.dropLast(9)), "gzip", "gzip"),
            (Array(gzip.dropLast(1)), nil, "gzip"),
            (Array(zlib.dropLast(2)), "deflate", "deflate"),
            ([0x1F, 0x8B, 0x08], nil, "gzip"),
            (gzip.map { $0 == 0x2D ? 0x2E : $0 }, nil, "gzip"),
        ] as [([UInt8], String?, String)]
    )
    func `refuses what is not in the coding`(
        _ bytes: [UInt8],
        _ declared: String?,
        _ coding: String
    ) {
        #expect(throws: ParsingError.malformedContentCoding(coding: coding)) {
            try unpack(bytes, declared)
        }
    }

    @Test func `stops a bomb as soon as it is too large`() {
        // Six gigabytes of the letter a; what is unpacked before that is noticed is 32 MB.
        let bomb = [[UInt8]](repeating: Self.packedLetters, count: 100_000).flatMap { $0 }
        var limits = IntakeLimits()
        limits.unpackedBytes = 1 << 20
        #expect(throws: ParsingError.tooLarge(limit: 1 << 20)) {
            try unpack(bomb, limits: limits)
        }
    }

    @Test func `stops what packs better than text can`() throws {
        var limits = IntakeLimits()
        limits.ratioFreeBytes = 1 << 16
        limits.inflationRatio = 100
        #expect(try unpack(Self.packedLetters, limits: limits).count == 1 << 16)
        let twice = Self.packedLetters + Self.packedLetters
        #expect(throws: ParsingError.tooLarge(limit: 1 << 16)) {
            try unpack(twice, limits: limits)
        }
    }

    @Test func `counts all parts of a multipart body together`() {
        var limits = IntakeLimits()
        limits.unpackedBytes = 100_000
        let header = "Content-Disposition: form-data; name=\"file\"; filename=\"a.gz\""
        let body = IntakeCurlTests.multipart([
            (header, Self.packedLetters), (header, Self.packedLetters),
        ])
        let upload = Upload(
            bytes: body,
            declaredType: IntakeCurlTests.multipartType,
            receivedOn: IntakeCurlTests.day
        )
        #expect(throws: ParsingError.tooLarge(limit: 100_000)) {
            try Intake.read(upload, limits: limits)
        }
    }
}
