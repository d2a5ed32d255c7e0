/// The words that tell a dateline from other words before a colon or a dash.
enum DatelineWords {
    /// Words that stand before a colon or dash and are no places.
    static let labels = PhraseTable(
        """
        en: Exclusive… | Update… | Updated… | Analysis… | Opinion… | Breaking… | Watch… | Video… | Photos… | Photo… | Live… | Summary… | Note… | Editor… | Read… | Related… | Here… | Background… | Explainer… | Review… | Interview… | Q | A | Yes | No | Fact… | Claim… | Verdict… | Source… | Sources… | Image… | Credit… | Author… | Date… | Title… | Published… | By… | From… | To… | Subject… | Warning… | Disclaimer… | Disclosure… | Correction… | Listen… | Podcast… | Also… | Rating… | Score… | Bottom line | Question… | Answer… | Topline… | What… | Why… | How… | Who… | When… | Where… | The… | This… | That… | Story… | Editing… | Reporting… | It… | He… | She… | They… | We… | I… | But… | And… | So…
        de: Exklusiv… | Analyse… | Kommentar… | Hinweis… | Update… | Frage… | Antwort… | Quelle… | Von… | Foto… | Bild… | Video… | Lesen… | Die… | Der… | Das… | Ja | Nein | Info… | Tipp… | Zum Thema…
        fr: Analyse… | Exclusif… | Vidéo… | Photo… | Question… | Par… | À lire… | Lire…
        es: Exclusiva… | Análisis… | Vídeo… | Foto… | Pregunta… | Respuesta… | Por…
        """
    )

    /// Words that open the first sentence behind a place and a full stop, as German papers set it.
    static let openings = WordTable<Bool>(
        table: """
            de: In | Im | Die | Der | Das | Den | Dem | Ein | Eine | Einen | Nach | Bei | Beim | Am | An | Auf | Mit | Wegen | Bis | Zum | Zur | Rund | Es | Für | Seit | Vor | Zwei | Drei | Mehr | Wer | Wie | Aus | Unter | Über | Trotz | Weil | Wenn | Während | Immer | Zwischen
            """
    )

    /// How papers call their own people in front of a place: `DAL NOSTRO INVIATO NEW YORK —`.
    static let correspondents = PhraseTable(
        """
        en: From our correspondent in… | From our correspondent… | Our correspondent in… | By our correspondent in…
        de: Von unserem Korrespondenten… | Von unserer Korrespondentin…
        fr: De notre envoyé spécial à… | De notre envoyée spéciale à… | De notre correspondant à… | De notre correspondante à… | De notre envoyé spécial… | De notre correspondant…
        es: De nuestro corresponsal en… | De nuestro enviado especial… | Enviado especial…
        pt: Do nosso correspondente em… | Enviado especial a…
        it: dal nostro inviato… | dalla nostra inviata… | dal nostro corrispondente… | dalla nostra corrispondente… | dai nostri inviati…
        nl: Van onze correspondent…
        """
    )

    /// Short words between a place and its day: `Paris, le 3 octobre`, `بيروت في 15 أكتوبر`.
    static let beforeDay = WordTable<Bool>(
        table: """
            de: am | den
            fr: le
            es: a
            pt: em
            ar: في | يوم
            ru: от
            """
    )

    /// Words that stand behind a year, or between the same day in two calendars.
    static let afterYear = WordTable<Bool>(
        table: """
            ru: г | года | год
            uk: р | року
            bg: г
            pl: r | roku
            ar: م | هـ | الموافق
            """
    )

    /// Words that agencies and services have in their names.
    static let wires = WordTable<Bool>(
        table: """
            en: Newswire | Wire | Agency | Press | News | Media | Bureau
            de: Nachrichtenagentur | Presse
            fr: Agence | Presse
            es: Agencia | Prensa
            pt: Agência
            it: Agenzia
            id: Indonesia
            tr: Ajansı
            """
    )

    /// Words that name a paper's own people before or behind a place, as Hindi papers do.
    static let desks = WordTable<Bool>(
        table: """
            hi: संवाददाता | संवाद | सूत्र | डेस्क | ब्यूरो | न्यूज | एजेंसी | जागरण | संवादसूत्र | प्रतिनिधि | एएनआई | पीटीआई | आईएएनएस | एएफपी
            mr: प्रतिनिधी | वृत्तसंस्था
            """
    )

    /// In what the names of Korean papers end.
    static let koreanPapers = [
        "뉴스", "일보", "신문", "경제", "데일리", "투데이", "타임즈", "타임스", "저널", "방송", "미디어", "통신",
    ]
}
