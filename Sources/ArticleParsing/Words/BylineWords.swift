/// The words of bylines, by language.
enum BylineWords {
    /// Words that open a byline, before the first name.
    static let openers = PhraseTable(
        """
        en: By… | Analysis by… | Column by… | Commentary by… | Opinion by… | Review by… | Interview by… | Exclusive by… | Words… | Author of the article… | Written by… | Reported by… | Story by… | Report by… | Text by… | Words by… | Reporting by… | Author… | Authors… | From our correspondent… | Posted by… | Article by… | Published by…
        de: Von… | Kolumne von… | Eine Kolumne von… | Kommentar von… | Gastbeitrag von… | Ein Gastbeitrag von… | Analyse von… | Interview… | Bericht von… | Eine Reportage von… | Essay von… | Ein Essay von… | Geschrieben von… | Verfasst von… | Artikel von… | Text… | Autor… | Autorin… | Autoren… | Ein Beitrag von… | Ein Artikel von… | Eine Analyse von… | Ein Kommentar von… | Interview von… | Aus … von…
        fr: Par… | Analyse de… | Chronique de… | Publié par… | Propos recueillis par… | Écrit par… | Rédigé par… | Article de… | Texte de… | Auteur… | Journaliste…
        es: Por… | Análisis de… | Crónica de… | Una crónica de… | Entrevista de… | Firmado por… | Escrito por… | Texto de… | Autor… | Redacción de…
        pt: Por… | Texto de… | Escrito por… | Autor…
        it: Di… | A cura di… | Scritto da… | dal nostro inviato… | dalla nostra inviata… | dal nostro corrispondente… | dalla nostra corrispondente… | Autore… | da…
        nl: Door… | Geschreven door… | Auteur…
        sv: Av… | Text… | Skriven av…
        da: Af… | Skrevet af…
        no: Av… | Skrevet av…
        fi: Teksti… | Kirjoittaja…
        pl: Autor… | Napisane przez… | Tekst… | oprac… | Opracował…
        cs: Autor… | Napsal…
        sk: Autor…
        hu: Írta… | Szerző…
        ro: De… | Autor… | Scris de…
        tr: Yazan… | Haber… | Yazar… | Muhabir…
        ru: Автор… | Написано автором… | Текст… | Авторы…
        uk: Автор… | Текст…
        el: Του… | Της… | Γράφει ο… | Γράφει η… | Συντάκτης…
        ar: بقلم… | كتب… | كتبت… | إعداد… | الكاتب…
        fa: نویسنده… | نوشته… | به قلم…
        he: מאת…
        hi: द्वारा… | लेखक… | रिपोर्ट… | By…
        id: Oleh… | Penulis… | Reporter…
        ms: Oleh…
        vi: Tác giả… | Theo…
        sw: Na… | Mwandishi…
        zh: 作者… | 记者… | 記者… | 文… | 撰文…
        ja: 文… | 筆者… | 記者… | 取材…
        ko: 글… | 기자… | 기자명…
        th: โดย… | เขียนโดย…
        ka: ავტორი…
        """
    )

    /// Words that may stand before a name in the middle of a line, behind a date.
    static let prepositions = WordTable<Bool>(
        table: """
            en: by
            de: von
            fr: par
            es: por
            pt: por
            nl: door
            sv: av
            da: af
            pl: przez
            tr: tarafından
            """
    )

    /// Words that stand between two names.
    static let joints = WordTable<Bool>(
        table: """
            en: and | with
            de: und | mit
            fr: et | avec
            es: y | e | con
            pt: com
            it: con | ed
            nl: en | met
            sv: och
            da: og
            pl: i | oraz
            cs: a
            hu: és
            ro: și | şi
            tr: ve
            ru: и
            uk: і | та
            el: και
            ar: و
            fa: و
            hi: और
            id: dan
            sw: na
            vi: và
            ca: i
            """
    )

    /// Words of what people do and of where they work; a part with one of them is not a name.
    static let roles = WordTable<Bool>(
        table: """
            en: editor | writer | reporter | correspondent | columnist | staff | bureau | chief | contributor | producer | columnists | reporters | correspondents | editors | writers | contributing | special | senior | political | national | business | foreign | science | health | court | sports | economics | author | journalist | freelance | guest | analyst | fellow | professor | photographer | desk | news | team | press | agency | service | media | times | post | daily | magazine | network | online | report | studio | television | radio | tv | newsroom | editorial | board | admin | administrator | office | department | group | university | institute | center | centre | foundation | today | tribune | herald | gazette | journal | wire | release | video | by | in | at | for | of | on | the | to | from | about | more | read | email | share | follow | comments | comment | photo | photos | image | images | getty | copyright | published | updated | posted | min | minutes | hours | ago | subscribe | sign | newsletter | breaking | live | world | politics | opinion | culture | sport | tech | technology | entertainment | lifestyle | home | menu | search | contact | privacy | terms | policy | related | latest | trending | popular | advertisement | ad | sponsored | view | profile | posts | articles | what | how | why | who | when | is | are | has | was | will | says | with
            de: Redaktion | Redakteur | Redakteurin | Korrespondent | Korrespondentin | Reporter | Reporterin | Autor | Autorin | Volontär | Chefredakteur | Nachrichten | Zeitung | Agentur | Ressort | Politik | Wirtschaft | Panorama | Kultur | Uhr | Min | Lesezeit | der | die | das | und | im | am | aus | zu | für | mit | Foto | Bild | Symbolbild | Artikel | Kommentare | Teilen | mehr | zum | zur | ist | sind | Anzeige | Startseite | Stand | ein | eine | auf | nach
            fr: journaliste | rédaction | rédacteur | rédactrice | correspondant | correspondante | envoyé | envoyée | spécial | avec | agence | publié | lecture | temps | le | la | les | des | du | en | au | sur | pour | est | une | abonnez | partager
            es: redacción | periodista | redactor | redactora | corresponsal | agencia | enviado | enviada | jefe | noticias | en | el | los | las | para | una | más | compartir | actualidad
            pt: redação | jornalista | correspondente | repórter | agência | editor | editora | em | para | uma | mais | notícias
            it: redazione | giornalista | inviato | corrispondente | agenzia | in | il | per | una | nel | con | più | notizie
            nl: redactie | verslaggever | correspondent | redacteur | nieuws | het | een | voor | op
            sv: redaktionen | reporter | redaktör | för | nyheter | och
            da: redaktion | journalist | nyheder | for | og
            no: redaksjonen | journalist | nyheter | for | og
            pl: redakcja | dziennikarz | reporter | na | do
            cs: redakce | redaktor | redaktorka | zpravodaj
            tr: muhabir | muhabiri | editör | haber | haberleri | ajansı | için
            ru: редакция | корреспондент | редактор | новости | на | для
            uk: редакція | кореспондент | редактор | новини
            """
    )

    /// Words for what people do at a paper: a part of a byline with one of them is a role.
    static let works = WordTable<Bool>(
        table: """
            en: editor | editors | writer | writers | reporter | reporters | correspondent | correspondents | columnist | staff | chief | contributor | producer | journalist | analyst | author | photographer | bureau | fellow | professor | intern | critic | anchor | researcher | freelance
            de: Redakteur | Redakteurin | Redaktion | Korrespondent | Korrespondentin | Reporter | Reporterin | Autor | Autorin | Volontär | Chefredakteur | Kolumnist
            fr: journaliste | correspondant | correspondante | rédacteur | rédactrice | envoyé | envoyée
            es: periodista | redactor | redactora | corresponsal | enviado | enviada | editor | editora
            pt: jornalista | correspondente | repórter | editor | editora
            it: giornalista | inviato | inviata | corrispondente | redattore
            nl: verslaggever | correspondent | redacteur
            sv: reporter | redaktör | korrespondent
            da: journalist | korrespondent
            pl: dziennikarz | dziennikarka | korespondent
            cs: redaktor | redaktorka | zpravodaj
            tr: muhabir | muhabiri | editör | yazar
            ru: корреспондент | редактор | журналист | обозреватель
            uk: кореспондент | редактор | журналіст
            ar: مراسل | محرر | صحفي
            """
    )

    /// In what the names of papers end.
    static let papers = WordTable<Bool>(
        table: """
                en: Times | Post | Herald | Tribune | News | Journal | Leader | Star | Press | Gazette | Register | Courier | Chronicle | Sun | Globe | Observer | Review | Dispatch | Sentinel | Independent | Record | Mail | Telegraph | Enquirer | Inquirer | Republic | Bee | Examiner | Democrat | Citizen | Standard | Express | Mirror | Guardian | Bulletin | Beacon | Banner | Advertiser | Advocate | Reporter | Daily | Weekly | Magazine | Today | Argus | Monitor | Voice | Echo | Union | Messenger | Network
                de: Zeitung | Nachrichten | Anzeiger | Tageblatt | Rundschau | Presse | Allgemeine | Post
                fr: Monde | Figaro | Presse
                sv: Dagblad | Tidning | Nyheter
                nl: Dagblad | Courant
            """
    )

    /// What stands after a name in languages without capitals and before it in none.
    static let titlesAfter = PhraseTable(
        """
        ko: 기자 | 특파원 | 논설위원 | 선임기자 | 인턴기자
        ja: 記者
        zh: 记者 | 記者
        """
    )

    /// Small words inside names: `van der`, `de la`, `bin`.
    static let particles = WordTable<Bool>(
        table: """
            de: von | zu | vom
            nl: van | der | den | de | ter | ten
            fr: le | la | du | des | d
            es: y | del | las | los
            pt: da | do | dos | das | e
            it: di | della | dello | degli | dei
            ar: bin | al | el | ibn | abu | ben | bint | ul
            """
    )
}
