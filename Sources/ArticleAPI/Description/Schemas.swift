import Articles

/// The schemas of what the API answers and takes, by the names that its description refers to.
enum Schemas {
    /// All of them, each as JSON.
    static let all: [(name: String, schema: String)] = [
        ("Article", article(required: ["id", "url"])),
        ("ArticlePatch", patch),
        (
            "ArticleList",
            object(
                [
                    ("total", whole), ("total_exact", truth), ("limit", whole),
                    ("limit_capped", truth), ("next", text(isNull: true)), ("took_ms", whole),
                    ("query", anything), ("articles", list(article(required: ["id", "url"]))),
                    ("warnings", list(anything)),
                ],
                required: ["total", "total_exact", "limit", "next", "took_ms", "query", "articles"]
            )
        ),
        (
            "Receipt",
            object(
                [
                    ("status", text()), ("article", anything), ("match", text()),
                    ("warnings", list(anything)), ("summary", anything), ("items", list(anything)),
                ],
                required: []
            )
        ),
        (
            "Preview",
            object(
                [("articles", list(anything)), ("warnings", list(anything))],
                required: ["articles", "warnings"]
            )
        ),
        (
            "Explanation",
            object(
                [
                    ("id", whole), ("input", anything), ("fields", anything),
                    ("removed", list(anything)),
                ],
                required: ["id", "input", "fields", "removed"]
            )
        ),
        ("ValueList", object([("total", whole)], required: ["total"])),
        (
            "Statistics",
            object(
                [
                    ("articles", whole), ("articles_removed", whole), ("versions", whole),
                    ("schema_version", whole), ("file_bytes", whole), ("log_bytes", whole),
                    ("uptime_seconds", whole),
                ],
                required: ["articles", "articles_removed", "versions", "file_bytes"]
            )
        ),
        (
            "Timeline",
            object(
                [("interval", text()), ("total", whole), ("buckets", list(anything))],
                required: ["interval", "total", "buckets"]
            )
        ),
        ("Suggestions", object([], required: [])),
        ("TimeZone", timeZone),
        ("Object", object([], required: [])),
        (
            "Problem",
            object(
                [
                    ("type", text()), ("title", text()),
                    ("status", #"{"type":"integer","minimum":400,"maximum":599}"#),
                    ("detail", text()), ("instance", text()), ("code", text()),
                    ("parameter", text()), ("did_you_mean", text()), ("hint", text()),
                    ("request_id", text()), ("errors", list(anything)),
                ],
                required: ["type", "title", "status", "detail", "code", "request_id"]
            )
        ),
    ]

    private static let whole = #"{"type":"integer","minimum":0}"#
    private static let truth = #"{"type":"boolean"}"#
    private static let anything = "{}"
    private static let date =
        ##"{"type":["string","null"],"pattern":"^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$"}"##

    private static let timeZone: String = {
        let names = ZoneDatabase.names.map { "\"\($0)\"" }.joined(separator: ",")
        return "{\"anyOf\":[{\"type\":\"string\",\"enum\":[\(names)]},"
            + #"{"type":"string","pattern":"^(Z|[+-](0[0-9]|1[0-2]):[0-5][0-9])?$"}]}"#
    }()

    private static func text(isNull: Bool = false) -> String {
        isNull ? #"{"type":["string","null"]}"# : #"{"type":"string"}"#
    }

    private static func list(_ element: String) -> String {
        "{\"type\":\"array\",\"items\":\(element)}"
    }

    private static func object(
        _ members: [(name: String, schema: String)],
        required: [String],
        isClosed: Bool = false
    ) -> String {
        let properties = members.map { "\"\($0.name)\":\($0.schema)" }.joined(separator: ",")
        let names = required.map { "\"\($0)\"" }.joined(separator: ",")
        let closed = isClosed ? ",\"additionalProperties\":false" : ""
        return
            "{\"type\":\"object\",\"properties\":{\(properties)},\"required\":[\(names)]\(closed)}"
    }

    /// Every member that an article may have.
    private static func article(required: [String]) -> String {
        let members = ArticleMember.allCases.map { member -> (String, String) in
            switch member {
            case .id, .version, .wordCount, .paragraphCount: (member.rawValue, whole)
            case .authors, .tags, .corrections, .captions: (member.rawValue, list(text()))
            case .paragraphs: (member.rawValue, list(anything))
            case .dateline: (member.rawValue, #"{"type":["object","null"]}"#)
            case .url, .pubstatus, .rawSHA256, .receivedAt: (member.rawValue, text())
            default: (member.rawValue, text(isNull: true))
            }
        }
        return object(members, required: required)
    }

    /// The members that a merge patch may have.
    private static let patch: String = {
        let line =
            #"{"type":["string","null"],"minLength":1,"maxLength":200,"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\u0000-\\u0020\\u007f-\\u00a0][^\\u0000-\\u001f\\u007f-\\u009f]*$"}"#
        let lines =
            #"{"type":["array","null"],"maxItems":50,"items":\#(line.replacing("[\"string\",\"null\"]", with: "\"string\""))}"#
        let texts = ["headline", "kicker", "standfirst", "byline", "credit", "source", "section"]
        return object(
            texts.map { ($0, line) } + [
                ("authors", lines), ("tags", lines), ("corrections", lines),
                ("published_at", date), ("updated_at", date),
                ("language", #"{"type":["string","null"],"pattern":"^[a-z]{2}(-[A-Z]{2})?$"}"#),
                (
                    "source_url",
                    #"{"type":["string","null"],"pattern":"^https://[a-z]{1,20}\\.example/[a-z0-9]{0,20}$"}"#
                ),
            ],
            required: [],
            isClosed: true
        )
    }()
}
