/// Words of pages that plain text hardly has.
enum PageWords {
    /// What stories about computers name as pages do: a sentence with one of these alone is text.
    static let software = WordTable<Bool>(
        table: """
            en: cookies | cookie | javascript | browser | inbox | whatsapp | adblock | recaptcha
            de: Cookies | JavaScript | Tracking
            """
    )

    /// What the line under an older picture calls it.
    static let filePictures = PhraseTable("en: file photo | file picture | file image")

    /// What stands before that where it opens the line.
    static let fileOpenings = PhraseTable("en: A | In this…")

    /// What a caption in the running text begins with, a number and a colon behind it: `Fig. 2: …`.
    static let figures = PhraseTable(
        """
        en: Figure | Fig | Picture | Photo | Image | Map | Chart
        de: Abbildung | Abb | Bild | Foto | Grafik | Karte
        fr: Figure | Fig | Photo | Image | Carte
        es: Figura | Fig | Foto | Imagen | Gráfico
        pt: Figura | Fig | Foto | Imagem
        it: Figura | Fig | Foto | Immagine
        nl: Afbeelding | Figuur | Foto
        sv: Figur | Bild | Foto
        da: Figur | Foto | Billede
        no: Figur | Foto | Bilde
        pl: Rysunek | Rys | Fot | Zdjęcie
        cs: Obrázek | Obr | Foto
        ru: Рисунок | Рис | Фото
        """
    )
}
