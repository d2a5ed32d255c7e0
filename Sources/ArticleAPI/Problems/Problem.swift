import Articles
import HTTPServer

/// Why a request is not answered as it was meant to be (RFC 9457).
struct Problem: Error, Sendable {
    /// What could be sent instead.
    enum Hint: Sendable {
        /// A command that runs when pasted.
        case command(CurlCommand)
        /// A sentence, where no command helps.
        case sentence(String)
    }

    /// The article that stands in the way or was there.
    struct Related: Sendable {
        /// Its number.
        var id: Int64
        /// Its version; `nil` where it is gone.
        var version: Int?
    }

    /// What kind of problem it is.
    var type: ProblemType
    /// What is wrong with this request, as a sentence.
    var detail: String
    /// The parameter it is about.
    var parameter: String?
    /// The name or value that was probably meant.
    var didYouMean: String?
    /// What could be sent instead.
    var hint: Hint?
    /// All parameters that are wrong, where there are several.
    var faults: [ParameterReader.Fault] = []
    /// What is wrong in a patch.
    var fieldFaults: [MergePatch.Fault] = []
    /// The article it is about.
    var related: Related?
    /// Why the article is gone, in the words of who removed it.
    var reason: String?
    /// The names of the quotas that were exceeded.
    var violatedPolicies: [String] = []
    /// How far the opening of the store has come.
    var progress: Opening.Progress?
    /// Fields of the answer.
    var fields: [(name: String, value: String)] = []

    /// Makes a problem.
    init(
        _ type: ProblemType,
        _ detail: String,
        parameter: String? = nil,
        hint: Hint? = nil,
        fields: [(name: String, value: String)] = []
    ) {
        self.type = type
        self.detail = detail
        self.parameter = parameter
        self.hint = hint
        self.fields = fields
    }

    /// Why parameters were not accepted, all of them in one problem.
    ///
    /// `command` is the request with its parameters mended.
    init(_ faults: [ParameterReader.Fault], command: CurlCommand) {
        let first = faults.first
        type = first?.isName ?? false ? .unknownParameter : .invalidParameter
        detail = first?.detail ?? ""
        parameter = first?.parameter
        didYouMean = first?.didYouMean
        hint = .command(command)
        if faults.count > 1 { self.faults = faults }
    }

    /// The problem's members as a JSON object, for a request with a target (`instance`) that came
    /// to a host and port (`authority`).
    func json(instance: String?, authority: String, requestID: String, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("type", type.address)
        writer.member("title", type.title)
        writer.member("status", type.status)
        writer.member("detail", detail)
        if let instance { writer.member("instance", instance) }
        writer.member("code", type.code)
        if let parameter { writer.member("parameter", parameter) }
        if let didYouMean { writer.member("did_you_mean", didYouMean) }
        if let reason { writer.member("reason", reason) }
        if !violatedPolicies.isEmpty { writer.member("violated-policies", violatedPolicies) }
        if let progress {
            writer.key("progress")
            writer.beginObject()
            writer.member("step", progress.step)
            writer.member("done", progress.done)
            writer.member("of", progress.total)
            writer.endObject()
        }
        if let related {
            writer.key("article")
            writer.link(to: related.id, version: related.version)
        }
        if !faults.isEmpty { write(faults, to: &writer) }
        if !fieldFaults.isEmpty { write(fieldFaults, to: &writer) }
        switch hint {
        case .command(let command): writer.member("hint", command.text(authority: authority))
        case .sentence(let text): writer.member("hint", text)
        case nil: break
        }
        writer.member("request_id", requestID)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ faults: [MergePatch.Fault], to writer: inout JSONWriter) {
        writer.key("errors")
        writer.beginArray()
        for fault in faults {
            writer.beginObject()
            writer.member("pointer", fault.pointer)
            writer.member("detail", fault.detail)
            if let suggestion = fault.didYouMean { writer.member("did_you_mean", suggestion) }
            writer.endObject()
        }
        writer.endArray()
    }

    private func write(_ faults: [ParameterReader.Fault], to writer: inout JSONWriter) {
        writer.key("errors")
        writer.beginArray()
        for fault in faults {
            writer.beginObject()
            writer.member("parameter", fault.parameter)
            writer.member("detail", fault.detail)
            if let suggestion = fault.didYouMean { writer.member("did_you_mean", suggestion) }
            writer.endObject()
        }
        writer.endArray()
    }
}
