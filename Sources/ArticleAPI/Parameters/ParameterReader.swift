import Articles

/// Reads an endpoint's parameters from a query and collects all that is wrong with them, so that
/// one answer can name every fault.
struct ParameterReader {
    /// A parameter that was not accepted.
    struct Fault: Sendable, Equatable {
        /// The name as sent.
        var parameter: String
        /// What is wrong, as a sentence.
        var detail: String
        /// The name or the value that was probably meant.
        var didYouMean: String?
        /// Whether the name is wrong and not the value.
        var isName: Bool
        /// What to send instead; nothing where it is best left out.
        var corrections: [QueryString.Item] = []
    }

    /// The items of the query.
    let query: QueryString
    /// The moment on which words like `today` depend.
    let now: Timestamp
    /// What was wrong so far.
    private(set) var faults: [Fault] = []
    /// What the client should know though it was accepted.
    private(set) var warnings: [ArticleWarning] = []

    /// Makes a reader.
    init(_ query: QueryString, at now: Timestamp) {
        self.query = query
        self.now = now
    }

    /// The value of a parameter that counts once; `nil` where it is absent, empty or faulty.
    ///
    /// The last one wins, with a warning.
    mutating func value<Value>(_ parameter: Parameter<Value>) -> Value? {
        let items = query.items.filter { $0.name == parameter.name && !$0.value.isEmpty }
        if items.count > 1 {
            let detail = "'\(parameter.name)' was given \(items.count) times; the last one counts."
            warnings.append(ArticleWarning(.repeatedParameter, detail: detail))
        }
        return items.last.flatMap { read($0, as: parameter) }
    }

    /// The values of a parameter that may come several times, in order.
    mutating func values<Value>(_ parameter: Parameter<Value>) -> [Value] {
        var values: [Value] = []
        for item in query.items where item.name == parameter.name && !item.value.isEmpty {
            if let value = read(item, as: parameter) { values.append(value) }
        }
        return values
    }

    /// Whether a parameter is there that means something by being there; `0`, `false` and `no`
    /// take it back.
    func flag(_ parameter: Parameter<Bool>) -> Bool {
        guard let item = query.items.last(where: { $0.name == parameter.name }) else {
            return false
        }
        return !["0", "false", "no", "off"].contains(item.value.lowercased())
    }

    /// Notes a fault that only shows when parameters are seen together.
    mutating func fault(_ parameter: some ParameterDeclaration, _ detail: String) {
        faults.append(
            Fault(
                parameter: parameter.name,
                detail: detail,
                isName: false,
                corrections: [QueryString.Item(name: parameter.name, value: parameter.example)]
            )
        )
    }

    /// Notes every name that the endpoint does not know.
    ///
    /// Names that begin with `_` or `utm_` are passed over: links carry them along.
    mutating func rejectUnknown(by list: ParameterList, of endpoint: String) {
        var seen: Set<String> = []
        for item in query.items
        where list.declaration(of: item.name) == nil && !item.name.hasPrefix("_")
            && !item.name.hasPrefix("utm_") && seen.insert(item.name).inserted
        {
            if list.planned.contains(item.name) {
                let detail = "'\(shown(item.name))' is not offered by this version of \(endpoint)."
                faults.append(Fault(parameter: item.name, detail: detail, isName: true))
                continue
            }
            let suggestion = list.suggestion(for: item.name)
            faults.append(
                Fault(
                    parameter: item.name,
                    detail: "'\(shown(item.name))' is not a parameter of \(endpoint).",
                    didYouMean: suggestion,
                    isName: true,
                    corrections: suggestion.map { Self.corrections(of: item, to: $0, in: list) }
                        ?? []
                )
            )
        }
    }

    /// An item by the name that was meant; of two values of a span each by its own: `date=a,b`.
    ///
    /// An end that is left open is left out: `date=a,`.
    private static func corrections(
        of item: QueryString.Item,
        to name: String,
        in list: ParameterList
    ) -> [QueryString.Item] {
        let ends = item.value.split(separator: ",", omittingEmptySubsequences: false)
        guard let end = list.declaration(of: name)?.spanEnd, ends.count == 2 else {
            return [QueryString.Item(name: name, value: item.value)]
        }
        return zip([name, end], ends).filter { !$1.isEmpty }.map {
            QueryString.Item(name: $0, value: String($1))
        }
    }

    private mutating func read<Value>(
        _ item: QueryString.Item,
        as parameter: Parameter<Value>
    ) -> Value? {
        do throws(ParameterFault) {
            return try parameter.type.read(item.value, now)
        } catch {
            let correction = error.didYouMean ?? parameter.example
            faults.append(
                Fault(
                    parameter: item.name,
                    detail: error.detail,
                    didYouMean: error.didYouMean,
                    isName: false,
                    corrections: [QueryString.Item(name: item.name, value: correction)]
                )
            )
            return nil
        }
    }
}

/// Text of a client as it is shown in a sentence: without control characters, and not too long.
func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    var shown = String(String.UnicodeScalarView(scalars.prefix(80)))
    if scalars.count > 80 { shown += "…" }
    return shown
}
