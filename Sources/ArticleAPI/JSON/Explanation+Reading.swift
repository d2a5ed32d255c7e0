import Articles

extension Explanation {
    /// Reads an explanation as it was stored; `nil` where the JSON is not one.
    ///
    /// Fields and members that are not known are passed over.
    init?(_ json: JSONValue) {
        guard let input = json["input"], let treatedAs = input["treated_as"]?.string,
            case .object(let fields) = json["fields"]
        else { return nil }
        self.init(
            input: InputDescription(
                bytes: input["bytes"]?.integer ?? 0,
                charset: input["charset"]?.string ?? "utf-8",
                declaredType: input["declared_type"]?.string,
                treatedAs: treatedAs,
                why: input["why"]?.string ?? ""
            ),
            fields: fields.compactMap { member in
                FieldName(rawValue: member.name).map { FieldExplanation($0, member.value) }
            },
            removed: (json["removed"]?.elements ?? []).compactMap { part in
                guard let text = part["text"]?.string, let span = part["span"].flatMap(Span.init)
                else { return nil }
                return RemovedText(
                    text: text,
                    line: part["line"]?.integer ?? 0,
                    span: span,
                    rule: part["rule"]?.string ?? ""
                )
            }
        )
    }
}

extension FieldExplanation {
    fileprivate init(_ field: FieldName, _ json: JSONValue) {
        self.init(
            field,
            value: json["value"]?.string,
            rule: json["rule"]?.string,
            span: json["span"].flatMap(Span.init),
            confidence: json["confidence"]?.number,
            evidence: (json["evidence"]?.elements ?? []).compactMap { piece in
                guard let text = piece["text"]?.string, let span = piece["span"].flatMap(Span.init)
                else { return nil }
                return Evidence(text: text, span: span)
            },
            alternatives: (json["alternatives"]?.elements ?? []).compactMap(\.string),
            tried: (json["tried"]?.elements ?? []).compactMap(\.string)
        )
    }
}

extension Span {
    fileprivate init?(_ json: JSONValue) {
        let bounds = json.elements.compactMap(\.integer)
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else { return nil }
        self.init(bounds[0], bounds[1])
    }
}

extension JSONValue {
    fileprivate var number: Double? {
        guard case .number(let digits) = self else { return nil }
        return Double(digits)
    }

    fileprivate var integer: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }
}
