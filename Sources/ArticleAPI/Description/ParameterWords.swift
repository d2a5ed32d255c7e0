/// What parameters mean, for those that several endpoints take under one name.
enum ParameterWords {
    /// What a parameter means; empty where nothing is known of it.
    static func of(_ name: String) -> String { words[name] ?? "" }

    private static let words = [
        "q": "Words; \"a phrase\"; -without; this OR that; begin*; headline: by: source:.",
        "from": "The first day or moment, inclusive; -7d counts from now.",
        "to": "The last day or moment, inclusive.",
        "source": "Where it comes from; in a search, commas mean or, and - in front means not.",
        "language": "A language tag; in a search, commas mean or, and - in front means not.",
        "sort": "The order of the answer.",
        "limit": "How many at the most; 200 are the most that are given.",
        "cursor": "Where the page before ended: its next.",
        "fields": "Which members are shown, with commas between; * takes in the text.",
        "highlight": "What stands around matching words: mark, none, or two marks with a comma.",
        "match": "How many of the words an article must have.",
        "duplicates":
            "Of articles with nearly the same text: the first with its copies counted, all, or only those with copies.",
        "tag": "A word that was put on it; commas mean or, and - in front means not.",
        "place": "The place in its dateline; commas mean or, and - in front means not.",
        "person": "Who is named in it; commas mean or, and - in front means not.",
        "page": "Which page, from 1; cursor goes deeper.",
        "offset": "How many articles are passed over; cursor goes deeper.",
        "facets": "Which values are counted, with commas between.",
        "interval": "How long a bucket is.",
        "date_field": "Which date from, to and sort mean.",
        "tz": "The zone of days without one.",
        "pretty": "Indents JSON for a person.",
        "received": "When the text was received, for texts older than their upload.",
        "published_at": "When it was published.",
        "timezone": "The offset from UTC of a time in published_at.",
        "url": "Its address on the web.",
        "title": "Its headline.",
        "author": "Who wrote it; semicolons between several.",
        "section": "Its section.",
        "tags": "Words to put on it, with commas between.",
        "charset": "The charset of the body, instead of the one that it looks like.",
        "split":
            "Whether several articles in one body are told apart: auto, none, all (of a page, not the main one alone), or the line to cut at.",
        "format": "The form, instead of the one that it looks like.",
        "name": "The client's own name for the article.",
        "on_duplicate": "What to do with a text that is there already.",
        "dry_run": "Parses and stores nothing.",
        "reason": "Why it is removed; its number answers so from then on.",
        "draining": "The status of the answer while the server shuts down.",
    ]
}
