/// The names under which JSON has what an article says, as APIs, feeds and exports write them.
///
/// Names are compared without case, marks on letters, underscores, hyphens, colons and spaces:
/// `published_at`, `publishedAt` and `PUBLISHED-AT` are one, and so are `título` and `titulo`. In
/// each row the names that say it best come first, so that `dateCreated` counts only where there is
/// no `datePublished`; names in other languages than English follow.
enum MemberNames {
    static let headline = names(
        """
        headline title heading webTitle headlineText articleTitle storyTitle postTitle newsTitle \
        mainTitle displayTitle ogTitle subject headlines \
        titel uberschrift ueberschrift schlagzeile titre titulo titular titolo заголовок название \
        标题 標題 タイトル 見出し 제목 tytul
        """
    )
    static let kicker = names(
        "kicker overline eyebrow roofline catchline dachzeile spitzmarke surtitre antetitulo occhiello"
    )
    static let standfirst = names(
        """
        standfirst subtitle subheadline subheadlines subhead deck dek alternativeHeadline trailText \
        tagline untertitel unterzeile vorspann chapo chapeau sousTitre subtitulo bajada copete \
        entradilla sottotitolo подзаголовок
        """
    )
    static let byline = names("byline articleByline bylineText authorLine autorenzeile")
    static let authors = names(
        """
        authors author creator dcCreator authorName authorNames articleAuthor primaryAuthor writers \
        writer writtenBy by contributors reporter reporters journalist journalists \
        autor autoren verfasser redakteur auteur auteurs autores autora autore autori автор авторы \
        作者 记者 記者 著者 기자
        """
    )
    static let published = names(
        """
        datePublished publishedAt published publicationDate pubDate datePublish publishDate \
        publishingDate publishedOn publishedDate firstPublished firstPublishedAt firstPublishDate \
        firstPublicationDate webPublicationDate publishedTime publishTime pubTime \
        articlePublishedTime contentCreated displayDate releaseDate dcDate dateTime date postDate \
        firstCreated issued posted postedAt dateCreated createdAt createdDate createdOn createdUtc \
        created versionCreated time timestamp seenDate \
        datum veroffentlicht veroeffentlicht veroffentlichtAm veroffentlichungsdatum erschienen \
        erscheinungsdatum datePublication dateDePublication datePubli publie publieLe parution fecha \
        fechaPublicacion fechaDePublicacion publicado data dataPublicacao dataDePublicacao \
        dataPubblicazione publicatieDatum gepubliceerd дата датаПубликации 日期 发布时间 發布時間 公開日
        """
    )
    static let updated = names(
        """
        dateModified updatedAt updated modified modifiedAt modifiedOn modifiedDate dateModify changed \
        lastModified lastMod lastUpdated lastUpdatedDate lastUpdateDate updatedDate updatedOn updatedTime \
        articleModifiedTime dateUpdated postModified versionCreated \
        aktualisiert geandert misAJour modifie actualizado aggiornato
        """
    )
    /// Times in Greenwich, whatever they are written like, by the names of those that are not.
    static let inGreenwich = [
        "date": "dategmt", "modified": "modifiedgmt", "postdate": "postdategmt",
        "postmodified": "postmodifiedgmt",
    ]
    static let credit = names("credit creditLine creditText agency")
    static let source = names(
        """
        source sourceName sourceHostname publisher publisherName siteName ogSiteName site \
        publication outlet newspaper provider providerName newsSite copyrightHolder \
        origin feed sourceDomain domain domainName hostname \
        quelle fuente fonte bron zrodlo источник 来源 來源
        """
    )
    static let language = names(
        """
        language lang inLanguage locale languageCode langCode metaLang ogLocale sprache langue idioma \
        lingua taal язык
        """
    )
    static let section = names(
        """
        section articleSection sectionName sectionTitle primarySection category categoryName \
        primaryCategory desk newsDesk rubric department channel \
        rubrik ressort rubrique seccion sezione secao editoria categorie kategorie categoria рубрика
        """
    )
    static let url = names(
        """
        url link canonicalUrl canonicalLink canonical permalink webUrl href articleUrl articleLink \
        storyUrl sourceUrl pageUrl ogUrl mainEntityOfPage externalUrl alternate \
        uri guid id lien enlace collegamento source
        """
    )
    static let tags = names(
        """
        tags tag keywords articleTag newsKeywords metaKeywords topics labels subjects subject \
        categories hashtags \
        schlagworte schlagworter stichworte stichworter themen motsCles etiquettes etiquetas \
        palabrasClave etichette trefwoorden теги 关键词 關鍵詞 标签
        """
    )
    static let text = names(
        """
        text body articleBody bodyText content contentText fullText mainText maintext articleText \
        storyText plainText story paragraphs article contentEncoded postContent articleContent \
        newsContent mainContent textContent cleanText cleanedText extractedText selfText \
        contentElements blocks bodies document rawContent rawText \
        volltext inhalt artikeltext texte contenu corps texto cuerpo contenido testo corpo contenuto \
        conteudo tekst inhoud tresc текст содержание 正文 内容 內容 本文 본문 leadParagraph
        """
    )
    static let html = names(
        "html bodyHtml contentHtml bodyXhtml rawHtml fullHtml articleHtml htmlContent bodyHtml5"
    )
    static let markdown = names("markdown contentMarkdown bodyMarkdown md")
    static let summary = names(
        """
        description summary abstract excerpt postExcerpt customExcerpt lead lede teaser snippet intro \
        descriptionText descriptions metaDescription ogDescription leadParagraph \
        zusammenfassung kurztext beschreibung resume extrait resumen extracto resumo riassunto \
        sommario samenvatting 摘要
        """
    )
    static let name = names("name")

    /// The names by which a member says something of an article, those of one field together.
    static let fields = [
        headline, kicker, standfirst, byline + authors, published, updated, credit, source,
        language,
        section, url, tags, text + html + markdown, summary,
    ]

    /// All such names; an object may have a million others.
    static let all = Set(
        [
            fields.flatMap(\.self), name, Array(inGreenwich.values),
            ["timezone", "embedded", "credits", "taxonomy"],
        ].joined()
    )

    /// The names of lists of articles, the likeliest first.
    static let containers = names(
        """
        articles items results entries news stories posts documents docs records hits data rows \
        list graph itemListElement feed channel response result value payload embedded children \
        nodes edges page publications artikel beitrage noticias articulos contenus
        """
    )
    /// The names, as written, under which the article itself stands within an item.
    static let wrappers: Set<String> = [
        "_source", "fields", "attributes", "article", "item", "doc", "document", "data", "story",
        "post", "node", "properties", "taxonomies", "params", "extra",
    ]
    /// The names, as written, under which something is said of an article beside it.
    static let descriptions: Set<String> = ["meta", "metadata"]
    /// The names under which a field's value stands within an object.
    static let values = names(
        """
        rendered value text plain content name displayName fullName label title displayTitle webTitle \
        main basic default original term html href url username id
        """
    )

    /// A name as names are compared.
    static func folded(_ name: String) -> String {
        let kept = name.utf8.filter { !"_-:@$. ".utf8.contains($0) }.map(ASCII.lowercased)
        let folded = String(decoding: kept, as: UTF8.self)
        guard kept.contains(where: { $0 >= 0x80 }) else { return folded }
        return folded.unicodeScalars.reduce(into: "") { name, letter in
            let small = letter.properties.lowercaseMapping
            name += small.unicodeScalars.first.flatMap { plain[$0] } ?? small
        }
    }

    /// Letters with marks as they are without.
    private static let plain: [Unicode.Scalar: String] = {
        let rows = [
            "a": "áàâäãåāąă", "c": "çćč", "d": "ďđ", "e": "éèêëēęě", "g": "ğ", "i": "íìîïīı",
            "l": "ł", "n": "ñńň", "o": "óòôöõøőō", "r": "ř", "s": "śšş", "ss": "ß", "t": "ťţ",
            "u": "úùûüůűū", "y": "ýÿ", "z": "źżž", "": "\u{300}\u{301}\u{302}\u{303}\u{308}\u{327}",
        ]
        var plain: [Unicode.Scalar: String] = [:]
        for (letter, marked) in rows {
            for scalar in marked.unicodeScalars { plain[scalar] = letter }
        }
        return plain
    }()

    private static func names(_ row: String) -> [String] {
        row.split(separator: " ").map { folded(String($0)) }
    }
}
