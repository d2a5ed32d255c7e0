import Articles
import HTTPServer

/// A page as a browser gets it: the masthead with the search, what is particular to it, the imprint.
struct Page {
    /// What the browser's tab says, before the name of the server.
    var title: String?
    /// What stands in the search box.
    var q: String?
    /// What the search box keeps of the search that is shown: filters and order.
    var kept = QueryString(items: [])
    /// The day that stands in the masthead.
    var today: CalendarDay
    /// The part that is particular to the page.
    var main: HTML
    /// Which part of the navigation it is.
    var place = Place.elsewhere

    /// The parts of the navigation.
    enum Place { case archive, paste, elsewhere }

    /// The document.
    var document: HTML {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>\(title.map { $0 + " · " } ?? "")Dateline</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">
        <link rel="stylesheet" href="\(Asset.style.path)">
        <script src="\(Asset.script.path)" type="module"></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header class="masthead">
        <p class="name"><a href="/">Dateline</a></p>
        <p class="folio">\(DateInWords.full(today))</p>
        <form class="search" action="/" method="get" role="search">
        <label for="q">Search the archive</label>
        <input id="q" name="q" type="search" value="\(q ?? "")" autocomplete="off" \
        spellcheck="false" dir="auto" maxlength="1000" list="completions" \
        placeholder="Search the archive">
        <datalist id="completions"></datalist>
        \(keptFields)<button>Search</button>
        </form>
        <nav aria-label="Main"><ul>
        <li><a href="/"\(current(.archive))>Archive</a></li>
        <li><a href="/parse"\(current(.paste))>Paste a text</a></li>
        </ul></nav>
        </header>
        <main id="main" tabindex="-1">
        \(main)
        </main>
        <p class="unseen" id="news" role="status"></p>
        <footer class="imprint"><p>Dateline keeps what it was sent, and shows how it was read. \
        <a href="/health">Health</a> <a href="/version">Version</a> \
        <a href="/problems">Problems</a></p></footer>
        </body>
        </html>

        """
    }

    private var keptFields: [HTML] {
        kept.items.map { item in
            "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">\n"
        }
    }

    private func current(_ place: Place) -> HTML {
        self.place == place ? " aria-current=\"page\"" : ""
    }

    /// What a page may load and where its forms may go (Content Security Policy Level 3): files of
    /// this server, and nothing that stands in the page itself.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

extension Answer {
    /// A page.
    static func page(_ page: Page, status: Int = 200) -> Answer {
        var answer = Answer(
            status: status,
            mediaType: "text/html; charset=utf-8",
            body: page.document.bytes
        )
        answer.fields = [
            ("Content-Security-Policy", Page.policy),
            // Not `no-referrer`: browsers then say `Origin: null` with the page's own forms.
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        answer.variesByAccept = true
        return answer
    }
}
