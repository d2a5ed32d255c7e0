/// The words of credits and source lines, by language.
enum CreditWords {
    /// Words that name a source after them: `Source: Reuters`.
    static let sources = PhraseTable(
        """
        en: Source… | Published by… | Originally published on… | Originally published by… | First published by… | Published in… | First published in… | Originally appeared in… | Credit… | Story from… | News provided by… | Provided by… | Distributed by…
        de: Quelle… | Quellen…
        fr: Source…
        es: Fuente…
        pt: Fonte…
        it: Fonte…
        nl: Bron…
        sv: Källa…
        da: Kilde…
        no: Kilde…
        fi: Lähde…
        pl: Źródło…
        cs: Zdroj…
        hu: Forrás…
        ro: Sursa…
        tr: Kaynak…
        ru: Источник…
        uk: Джерело…
        el: Πηγή…
        ar: المصدر… | مصدر…
        fa: منبع…
        he: מקור…
        hi: स्रोत… | स्त्रोत…
        zh: 来源… | 來源… | 稿源…
        ja: 出典… | 提供…
        ko: 출처…
        th: ที่มา…
        vi: Nguồn… | Theo…
        id: Sumber…
        sw: Chanzo…
        """
    )

    /// Sentences that name the first to print an article, at the end of it.
    static let origins = PhraseTable(
        """
        en: This story was originally published by… | This story was originally published in… | This story was originally published on… | This article was originally published by… | This article was originally published in… | This article was originally published on… | This article first appeared in… | This article first appeared on… | This story first appeared in… | This story first appeared on… | This article originally appeared in… | This article originally appeared on… | This story originally appeared in… | This story originally appeared on… | This article is republished from… | This story was produced by… | Originally published by… | Originally published in… | Originally published on… | First published in… | First published by… | First published on…
        de: Dieser Artikel erschien zuerst in… | Dieser Artikel erschien zuerst bei… | Dieser Text erschien zuerst in… | Dieser Text erschien zuerst bei…
        fr: Cet article a été publié initialement par… | Cet article a d'abord été publié dans…
        es: Este artículo fue publicado originalmente en… | Esta nota fue publicada originalmente en…
        pt: Este artigo foi publicado originalmente em… | Este texto foi publicado originalmente em…
        it: Questo articolo è stato pubblicato originariamente su…
        """
    )

    /// Words before an agency at the beginning of a report: `according to`.
    static let reports = PhraseTable(
        """
        fa: به گزارش | به‌گزارش
        """
    )

    /// Words that open a note on the agencies whose reports an article uses.
    static let with = WordTable<Bool>(
        table: """
            en: with | from
            de: mit
            fr: avec
            es: con
            pt: com
            it: con
            nl: met
            vi: theo
            """
    )

    /// What pages ask their readers to do with an outlet's name behind it: `Follow`.
    static let follow = WordTable<Bool>(
        table: """
                en: Follow | Download | Join
                de: Folgen
                fr: Suivez
                es: Sigue | Siga
                pt: Siga
                it: Segui
            """
    )

    /// Words that say whose the rights are.
    static let copyright = WordTable<Bool>(
        table: """
            en: Copyright
            ko: 저작권자
            """
    )

    /// Words that open the list of those who worked on a story.
    static let staff = PhraseTable(
        """
        en: Reporting by… | Additional reporting by… | Editing by… | Writing by… | With reporting by… | With additional reporting… | With inputs from… | With input from… | Compiled by… | Edited by… | With wires… | With Post wires… | With agencies… | With files from… | Contributing…
        de: Bearbeitet von… | Mit Material von… | Redaktionell bearbeitet…
        fr: Avec AFP… | Reportage de…
        es: Con información de… | Editado por… | Reporte de…
        pt: Com informações de… | Com informações da… | Com informações do… | Reportagem de…
        it: A cura di…
        """
    )

    /// Words in which a line about those who worked on a story ends.
    static let staffEndings = PhraseTable(
        """
        en: contributed to this report | contributed to this story | contributed to this article | contributed reporting | contributed to the report | contributed to this guide | reported from Washington
        de: hat an diesem Artikel mitgearbeitet | haben an diesem Artikel mitgearbeitet | trug zu diesem Bericht bei
        fr: a contribué à cet article | ont contribué à cet article
        es: contribuyó a este reportaje | contribuyeron a este reportaje | colaboró en este artículo
        pt: contribuiu para esta reportagem | colaborou para esta reportagem
        """
    )

    /// What stands after a publisher's name in a copyright line and is no part of it.
    static let companyEndings = WordTable<Bool>(
        table: """
            it: Riproduzione | riservata
            es: Reservados | Derechos
            pt: Reservados | Direitos
            fr: Tous | Droits | Reproduction
            en: Inc | Ltd | LLC | Limited | GmbH | AG | All | Alle | Tous | Todos | Tutti | Rights | Co | Corp | Corporation | Company | plc
            """
    )

    /// Names of the entries that stand above an article as `Name: value`.
    static let entryNames: [(names: PhraseTable, entry: Entry)] = [
        (
            PhraseTable(
                "en: Title | Headline | Subject\nde: Titel | Betreff | Überschrift\nfr: Titre | Objet\nes: Título | Titular | Asunto\npt: Título | Assunto\nit: Titolo | Oggetto\nnl: Titel | Onderwerp\nru: Заголовок | Тема\nar: العنوان\nzh: 标题 | 標題\nja: タイトル | 件名\nko: 제목\ntr: Başlık | Konu"
            ), .headline
        ),
        (
            PhraseTable(
                "en: Author | Authors | By | From | Byline | Writer\nde: Autor | Autorin | Autoren | Verfasser | Von\nfr: Auteur | De\nes: Autor | De\npt: Autor | De\nit: Autore | Da\nru: Автор\nar: الكاتب\nzh: 作者\nja: 著者 | 筆者\nko: 글쓴이 | 기자\ntr: Yazar"
            ), .author
        ),
        (
            PhraseTable(
                "en: Date | Published | Publication date | Posted | Published on | Dated\nde: Datum | Veröffentlicht\nfr: Date | Publié le\nes: Fecha\npt: Data\nit: Data\nru: Дата\nar: التاريخ\nzh: 日期 | 时间 | 发布时间\nja: 日付\nko: 날짜\ntr: Tarih"
            ), .date
        ),
        (
            PhraseTable("en: Updated | Last updated | Modified\nde: Aktualisiert\nfr: Mis à jour"),
            .updated
        ),
        (
            PhraseTable(
                "en: Source | Publication | Publisher | Site | Newspaper\nde: Quelle | Medium\nfr: Source\nes: Fuente\npt: Fonte\nit: Fonte\nru: Источник\nzh: 来源 | 來源"
            ), .source
        ),
        (
            PhraseTable(
                "en: Section | Category | Topic\nde: Ressort | Rubrik\nfr: Rubrique\nes: Sección"
            ), .section
        ),
        (PhraseTable("en: URL | Link | Permalink | Canonical"), .url),
        (
            PhraseTable(
                "en: Tags | Keywords | Labels\nde: Schlagworte | Tags\nfr: Mots-clés\nes: Etiquetas"
            ), .tags
        ),
        (PhraseTable("en: Language | Lang\nde: Sprache"), .language),
        (
            PhraseTable(
                "en: To | Message-ID | Reply-To | Content-Type | MIME-Version | Cc | Received | Return-Path | Content-Transfer-Encoding | X-Mailer | Status | ID | Layout | Draft"
            ), .other
        ),
    ]

    /// What an entry above an article says.
    enum Entry: Sendable {
        case headline, author, date, updated, source, section, url, tags, language, other
    }
}
