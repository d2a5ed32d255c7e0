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

    /// How a sentence goes on that presents who wrote the story, behind the name.
    static let presentations = PhraseTable(
        """
        en: is a… | is an… | is the… | is our… | is editor… | is deputy… | is senior… | is chief… | is managing… | is associate… | is based in… | is currently… | is professor… | is author… | covers… | writes… | reports for… | reports on… | reports from… | works as… | works for… | works at… | edits… | teaches… | lives in… | lives and… | has written… | has covered… | has reported… | has worked… | has been a… | has been an…
        de: ist Redakteur… | ist Redakteurin… | ist Autor… | ist Autorin… | ist Korrespondent… | ist Korrespondentin… | ist Reporter… | ist Reporterin… | ist Journalist… | ist Journalistin… | ist freier… | ist freie… | ist Leiter… | ist Leiterin… | ist Chefredakteur… | ist Chefredakteurin… | ist Professor… | ist Professorin… | ist Volontär… | ist Volontärin… | schreibt… | berichtet… | arbeitet als… | arbeitet für… | arbeitet bei… | lebt in… | lebt und…
        fr: est journaliste… | est un… | est une… | est rédacteur… | est rédactrice… | est correspondant… | est correspondante… | est professeur… | est professeure… | est chroniqueur… | est chroniqueuse… | est l'auteur… | est l'autrice… | écrit… | couvre… | travaille… | collabore… | vit à…
        es: es periodista… | es un… | es una… | es redactor… | es redactora… | es corresponsal… | es profesor… | es profesora… | es columnista… | es autor… | es autora… | escribe… | cubre… | trabaja… | colabora… | vive en…
        pt: é jornalista… | é um… | é uma… | é repórter… | é correspondente… | é editor… | é editora… | é professor… | é professora… | é colunista… | é autor… | é autora… | escreve… | cobre… | trabalha… | vive em… | mora em…
        it: è giornalista… | è un… | è una… | è redattore… | è redattrice… | è corrispondente… | è professore… | è professoressa… | è autore… | è autrice… | scrive… | lavora… | collabora… | vive a… | vive in…
        nl: is journalist… | is een… | is redacteur… | is correspondent… | is verslaggever… | is columnist… | schrijft… | werkt als… | werkt voor… | woont in…
        sv: är journalist… | är reporter… | är redaktör… | är korrespondent… | är en… | skriver… | arbetar… | bor i…
        da: er journalist… | er redaktør… | er korrespondent… | er en… | skriver… | arbejder… | bor i…
        no: er journalist… | er redaktør… | er korrespondent… | er en… | skriver… | arbeider… | jobber… | bor i…
        """
    )

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
