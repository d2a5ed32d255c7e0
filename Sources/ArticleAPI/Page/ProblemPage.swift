import Articles

extension Problem {
    /// The problem as a browser gets it; `authority` is the host and port that commands name.
    func page(authority: String, today: CalendarDay) -> Page {
        Page(
            title: type.title,
            today: today,
            main: """
                <div class="problem">
                <p class="kicker">\(type.status)</p>
                <h1>\(type.title)</h1>
                <p class="standfirst" dir="auto">\(detail)</p>
                \(reason.map { reason -> HTML in "<p dir=\"auto\">Reason given: \(reason)</p>\n" })\
                \(faults.isEmpty ? nil : faultList)\
                \(way(authority))\
                <p><a href="\(type.address)">What this means</a> · <a href="/">The archive</a></p>
                </div>

                """
        )
    }

    private var faultList: HTML? {
        let items = faults.map { fault -> HTML in "<li dir=\"auto\">\(fault.detail)</li>\n" }
        return "<ul>\n\(items)</ul>\n"
    }

    private func way(_ authority: String) -> HTML? {
        switch hint {
        case .command(let command):
            "<p>From a terminal: <code>\(command.text(authority: authority))</code></p>\n"
        case .sentence(let sentence): "<p>\(sentence)</p>\n"
        case nil: nil
        }
    }

    /// The answer that a browser gets.
    func pageAnswer(authority: String, today: CalendarDay) -> Answer {
        var answer = Answer.page(
            page(authority: authority, today: today),
            status: type.status
        )
        answer.fields += fields
        answer.cacheControl = "no-store"
        return answer
    }
}

extension ProblemType {
    /// What the kind of problem means, as a browser gets it.
    func page(today: CalendarDay) -> Page {
        Page(
            title: title,
            today: today,
            main: """
                <div class="problem">
                <p class="kicker">\(status), \(code)</p>
                <h1>\(title)</h1>
                <p class="standfirst">\(meaning)</p>
                </div>

                """
        )
    }
}
