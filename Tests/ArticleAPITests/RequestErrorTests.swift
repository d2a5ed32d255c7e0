import HTTPServer
import Testing

@testable import ArticleAPI

@Suite struct RequestErrorTests {
    @Test(
        arguments: [
            (RequestError.malformed(detail: "A field has no colon."), "malformed_request"),
            (.headTimeout, "request_timeout"), (.bodyTimeout, "request_timeout"),
            (.bodyTooLarge(limit: 10), "content_too_large"),
            (.targetTooLong(limit: 10), "target_too_long"),
            (.unknownExpectation, "expectation_failed"),
            (.headTooLarge(limit: 10), "head_too_large"),
            (.tooManyFields(limit: 10), "head_too_large"), (.noAnswer, "internal_error"),
            (.unknownTransferCoding, "transfer_coding_not_implemented"),
            (.tooManyConnections, "busy"), (.outOfMemory, "busy"),
            (.unsupportedVersion, "version_not_supported"),
        ]
    )
    func `what the server refuses is a problem like all others`(error: RequestError, code: String)
        throws
    {
        let answer = Received(ArticleAPI.makeProblem()(error), wasRefused: true)
        #expect(answer.status == error.status)
        #expect(answer.response.closes)
        #expect(answer["Content-Type"] == "application/problem+json")
        let json = try #require(answer.json)
        #expect(json.at("code")?.string == code)
        #expect(json.at("status")?.scalar == "\(error.status)")
        #expect(json.at("detail")?.string == error.detail)
        #expect(json.at("hint")?.string?.isEmpty == false)
        #expect(json.at("request_id")?.string?.utf8.count == 8)
    }
}
