/// The words that tell a dateline from other words before a colon or a dash.
enum DatelineWords {
    /// Words that stand before a colon or dash and are no places.
    static let labels = PhraseTable(
        """
        en: Exclusive… | Update… | Updated… | Analysis… | Opinion… | Breaking… | Watch… | Video… | Photos… | Photo… | Live… | Summary… | Note… | Editor… | Read… | Related… | Here… | Background… | Explainer… | Review… | Interview… | Q | A | Yes | No | Fact… | Claim… | Verdict… | Source… | Sources… | Image… | Credit… | Author… | Date… | Title… | Published… | By… | From… | To… | Subject… | Warning… | Disclaimer… | Disclosure… | Correction… | Listen… | Podcast… | Also… | Rating… | Score… | Bottom line | Question… | Answer… | Topline… | What… | Why… | How… | Who… | When… | Where… | The… | This… | That… | It… | He… | She… | They… | We… | I… | But… | And… | So…
        de: Exklusiv… | Analyse… | Kommentar… | Hinweis… | Update… | Frage… | Antwort… | Quelle… | Von… | Foto… | Bild… | Video… | Lesen… | Die… | Der… | Das… | Ja | Nein
        fr: Analyse… | Exclusif… | Vidéo… | Photo… | Question… | Le… | La… | Les… | Par…
        es: Exclusiva… | Análisis… | Vídeo… | Foto… | Pregunta… | Respuesta… | El… | La… | Los… | Por…
        """
    )

    /// Words that open the first sentence behind a place and a full stop, as German papers set it.
    static let openings = WordTable<Bool>(
        table: """
            de: In | Im | Die | Der | Das | Den | Dem | Ein | Eine | Einen | Nach | Bei | Beim | Am | An | Auf | Mit | Wegen | Bis | Zum | Zur | Rund | Es | Für | Seit | Vor | Zwei | Drei | Mehr | Wer | Wie | Aus | Unter | Über | Trotz | Weil | Wenn | Während | Immer | Zwischen
            """
    )
}
