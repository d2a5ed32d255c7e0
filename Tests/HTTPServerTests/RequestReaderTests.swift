import Testing

@testable import HTTPServer

@Suite struct RequestReaderTests {
    static let chunkedHead = Array(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8
    )

    static let vectors: [Vector] =
        ["request-line.txt", "fields.txt", "framing.txt"].flatMap(Vector.all)
        + Vector.all("chunked.txt").map { vector in
            var vector = vector
            vector.bytes = chunkedHead + vector.bytes
            vector.expected = "POST / 1.1, " + vector.expected
            return vector
        }

    @Test func `the vectors are found`() {
        #expect(Self.vectors.count > 100)
    }

    @Test(arguments: vectors)
    func `reads a vector sent whole`(_ vector: Vector) {
        #expect(text(of: vector, cutAt: []) == vector.expected)
    }

    @Test(arguments: vectors)
    func `reads a vector sent byte by byte`(_ vector: Vector) {
        #expect(text(of: vector, cutAt: Array(1..<vector.bytes.count)) == vector.expected)
    }

    @Test(arguments: vectors)
    func `reads a vector the same wherever it is cut in two`(_ vector: Vector) {
        for cut in 1..<vector.bytes.count {
            #expect(text(of: vector, cutAt: [cut]) == vector.expected, "cut at \(cut)")
        }
    }

    private func text(of vector: Vector, cutAt cuts: [Int]) -> String {
        Replay.events(of: vector.bytes, cutAt: cuts).joined(separator: ", ")
    }

    @Test func `any split of any mutation gives the same events`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for round in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes += Self.vectors.randomElement(using: &random)?.bytes ?? []
            }
            bytes.mutate(using: &random)
            let whole = Replay.events(of: bytes)
            let cuts = (0..<Int.random(in: 1...8, using: &random))
                .map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
            let split = Replay.events(of: bytes, cutAt: cuts)
            guard whole == split else {
                Issue.record("seed \(seed) round \(round): \(bytes) cut at \(cuts)")
                #expect(whole == split)
                return
            }
        }
    }

    @Test(
        arguments: [
            ("a request line at the limit", 0, 0, "end"),
            ("a request line one byte longer", 1, 0, "414"),
            ("a head at the limit", 0, 1, "end"),
            ("a head one byte longer", 0, 2, "431"),
        ]
    )
    func `keeps the limits of the head to the byte`(
        _: String,
        more: Int,
        filler: Int,
        wanted: String
    ) {
        var limits = Limits()
        limits.requestLineBytes = 100
        limits.headBytes = 200
        let path = String(repeating: "p", count: 100 - "GET / HTTP/1.1".count + more)
        let start = "GET /\(path) HTTP/1.1\r\nHost: a\r\n"
        let left = 200 - start.utf8.count - "X: \r\n\r\n".utf8.count
        let field = filler == 0 ? "" : "X: \(String(repeating: "v", count: left + filler - 1))\r\n"
        let bytes = Array((start + field + "\r\n").utf8)
        for cuts in [[], Array(1..<bytes.count)] {
            #expect(Replay.events(of: bytes, cutAt: cuts, limits: limits).last == wanted)
        }
    }

    @Test func `a line without an end is refused when it is too long, not before`() {
        var limits = Limits()
        limits.requestLineBytes = 100
        let bytes = [UInt8](repeating: 0x41, count: 102)
        #expect(Replay.events(of: bytes, limits: limits) == ["more"])
        #expect(Replay.events(of: bytes + [0x41], limits: limits) == ["414"])
    }

    @Test func `counts field lines`() {
        var limits = Limits()
        limits.fieldCount = 3
        let head = "GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 2\r\n"
        #expect(Replay.events(of: Array((head + "\r\n").utf8), limits: limits).last == "end")
        #expect(Replay.events(of: Array((head + "C: 3\r\n\r\n").utf8), limits: limits) == ["431"])
    }

    @Test func `refuses a length over the limit before any of the body`() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"
        #expect(
            Replay.events(of: Array(head.utf8), bodyLimit: 10) == ["POST / 1.1", "413"]
        )
    }

    @Test func `refuses a length that no number holds`() {
        let digits = String(repeating: "9", count: 40)
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(digits)\r\n\r\n"
        #expect(
            Replay.events(of: Array(head.utf8), bodyLimit: 10) == ["POST / 1.1", "413"]
        )
    }

    @Test func `refuses a chunk that goes over the limit when its size is read`() {
        let body = "6\r\nsix by\r\n5\r\n"
        #expect(
            Replay.events(of: Self.chunkedHead + Array(body.utf8), bodyLimit: 10)
                == ["POST / 1.1", "body \"six by\"", "413"]
        )
    }

    @Test func `bounds what surrounds the data of tiny chunks`() {
        let chunk = Array("1;\(String(repeating: "x", count: 100))\r\nA\r\n".utf8)
        let bytes = Self.chunkedHead + (0..<1_000).flatMap { _ in chunk }
        #expect(Replay.events(of: bytes).last == "431")
    }

    @Test func `reads tiny chunks without extensions for ever`() {
        let chunks = (0..<50_000).flatMap { _ in Array("1\r\nA\r\n".utf8) }
        let events = Replay.events(of: Self.chunkedHead + chunks + Array("0\r\n\r\n".utf8))
        #expect(events.count == 3)
        #expect(events.last == "end")
    }

    @Test func `bounds trailers`() {
        let line = Array("Trailer-Field: \(String(repeating: "x", count: 100))\r\n".utf8)
        let bytes = Self.chunkedHead + Array("0\r\n".utf8) + (0..<300).flatMap { _ in line }
        #expect(Replay.events(of: bytes) == ["POST / 1.1", "431"])
    }
}

@Suite struct FieldsTests {
    @Test func `finds fields without regard to case, joins lines, keeps their order`() {
        var fields = Fields()
        fields.append("Accept", "text/plain")
        fields.append("X-Tide", " high\t")
        fields.append("ACCEPT", "text/html")
        #expect(fields["accept"] == "text/plain, text/html")
        #expect(fields.first("aCCept") == "text/plain")
        #expect(fields.values(of: "Accept") == ["text/plain", "text/html"])
        #expect(fields["x-tide"] == "high")
        #expect(fields["x-tid"] == nil)
        #expect(fields.contains("X-TIDE"))
        #expect(fields.lines.map(\.name) == ["Accept", "X-Tide", "ACCEPT"])
    }

    @Test func `no value begins another field`() {
        var fields = Fields()
        fields.append("A", "1\r\nB: 2")
        #expect(fields["A"] == "1  B: 2")
        #expect(!fields.contains("B"))
    }
}

@Suite struct DateFieldTests {
    @Test(
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),  // RFC 9110 §5.6.7
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ]
    )
    func `writes an IMF-fixdate`(second: Int, text: String) {
        #expect(DateField.text(second: second) == text)
    }
}
