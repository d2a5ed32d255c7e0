import Articles

/// The form that a text is put in with: read it, or save it.
struct PasteForm {
    /// How much room it has.
    enum Size { case small, large }

    /// How much room it has.
    let size: Size
    /// The text in it.
    var text = ""
    /// What the sender said beside the text, by the names of the form's fields.
    var given: [String: String] = [:]

    /// The section with the form; a file has a form of its own, as it is sent in another way.
    var html: HTML {
        """
        <section class="paste \(size == .small ? "small" : "large")" aria-labelledby="paste-title">
        <h2 id="paste-title">Put a text in</h2>
        <form action="/parse" method="post" class="paste-text">
        <p><label for="text">Paste a news text, or drop a file anywhere</label>
        <textarea id="text" name="text" rows="\(size == .small ? 7 : 16)" required dir="auto" \
        spellcheck="false">
        \(text)</textarea></p>
        \(size == .small ? HTML.nothing : known)\
        <p class="buttons"><button>Read it</button>\
        \(size == .small ? HTML.nothing : save)</p>
        </form>
        <form action="/parse" method="post" enctype="multipart/form-data" class="paste-file">
        <p><label for="file">Or a file</label>
        <input id="file" name="file" type="file" required> <button>Read the file</button></p>
        </form>
        </section>

        """
    }

    private var save: HTML {
        " <button class=\"save\" formaction=\"/articles\">Save</button>"
    }

    private var known: HTML {
        let fields = Self.fields.map { field -> HTML in
            """
            <p><label for="given-\(field.name)">\(field.label)</label>
            <input id="given-\(field.name)" name="\(field.name)" value="\(given[field.name] ?? "")" \
            placeholder="\(field.example)" dir="auto"></p>

            """
        }
        return """
            <details class="known"\(given.isEmpty ? HTML.nothing : " open")>
            <summary>What you know about it</summary>
            <div class="grid">
            \(fields)</div>
            </details>

            """
    }

    /// What may be said beside the text: the names are those of `POST /articles`.
    private static let fields: [(name: String, label: String, example: String)] = [
        ("published_at", "Published", "2023-10-15"), ("source", "Source", "Name of the paper"),
        ("author", "Author", "Jane Doe"), ("url", "Address", "https://…"),
    ]

    /// What of an explanation's fields came from the sender.
    static func given(in explanation: Explanation) -> [String: String] {
        let names: [FieldName: String] = [
            .published: "published_at", .source: "source", .authors: "author", .url: "url",
        ]
        var given: [String: String] = [:]
        for field in explanation.fields where field.rule == "given" {
            if let name = names[field.field], let value = field.value { given[name] = value }
        }
        return given
    }
}
