/// What feeds print below an article about where it comes from, by language.
enum SyndicationWords {
    /// Whether a line says where the article of a headline appeared first: `The post … appeared first
    /// on …`, with the headline in it.
    static func isNotice(_ line: String, of headline: String) -> Bool {
        let small = ASCII.lowercased(line)
        let isWorded = notices.contains { notice in
            small.hasPrefix(notice.start)
                && small.dropFirst(notice.start.count).contains(notice.middle)
        }
        let wanted = letters(of: headline)
        return isWorded && !wanted.isEmpty && letters(of: line).contains(wanted)
    }

    /// A text's letters alone: quotation marks differ between a headline and its notice.
    private static func letters(of text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { ScalarClass($0).isLetter }))
    }

    /// How a notice begins, and what stands between the headline and the source; letters of ASCII are
    /// small.
    private static let notices: [(start: String, middle: String)] = PhraseTable.rows(
        of: """
            en: the post … appeared first on | the post … first appeared on | the article … appeared first on | the article … first appeared on | this article … first appeared on | this article … was originally published | this story … first appeared on | this story … was originally published | this post … appeared first on | this post … first appeared on
            de: der beitrag … erschien zuerst auf | der beitrag … erschien zuerst bei | der beitrag … erschien auf | der artikel … erschien zuerst | dieser artikel … erschien zuerst
            fr: l’article … est apparu en premier sur | l'article … est apparu en premier sur | cet article … est apparu en premier | l’article … est paru en premier | cet article … est d’abord paru
            es: la entrada … se publicó primero en | la entrada … aparece primero en | la entrada … apareció primero en | el artículo … se publicó primero
            pt: o post … apareceu primeiro em | o conteúdo … apareceu primeiro em | o post … apareceu primeiro no
            it: l’articolo … proviene da | l'articolo … proviene da | l’articolo … sembra essere il primo su | l'articolo … sembra essere il primo su
            nl: het bericht … verscheen eerst op | het bericht … verscheen voor het eerst op
            sv: inlägget … dök först upp på
            da: indlægget … blev først udgivet på | indlægget … blev vist først den
            no: innlegget … dukket først opp på
            pl: artykuł … pochodzi z serwisu | post … pojawił się poraz pierwszy w
            cs: příspěvek … se nejdříve objevil na
            ru: Сообщение … появились сначала на | Запись … впервые появилась | Сообщение … впервые появилось
            uk: Запис … спершу з'явився | Запис … спершу з’явився
            ja: 投稿 … に最初に表示されました
            ar: ظهرت المقالة … أولاً على
            he: הפוסט … הופיע לראשונה
            """
    ).flatMap { row in
        row.phrases.compactMap { phrase in
            let parts = phrase.split(separator: " … ")
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
    }
}
