/// News agencies as bylines, datelines and credits name them.
///
/// What is in this table is an organisation and never a person. An agency is also recognised
/// without it where a dateline or a credit puts it in brackets or between slashes.
enum Agencies {
    /// Whether the words of a range name an agency.
    static func contains(_ text: Manuscript, _ range: Range<Int>) -> Bool {
        names.matches(text, range)
    }

    static let names = PhraseTable(
        """
        en: AP | The Associated Press | Associated Press | Reuters | Thomson Reuters | AFP | Agence France-Presse | UPI | Bloomberg | PA | PA Media | Press Association | dpa | DPA | ANI | PTI | Press Trust of India | IANS | UNI | APP | AAP | Australian Associated Press | CP | The Canadian Press | Canadian Press | CNN | CNN Wire | BBC | BBC News | VOA | RFE RL | Al Jazeera | Xinhua | Kyodo | Kyodo News | Jiji Press | Yonhap | Bernama | Antara | KUNA | WAM | SPA | MENA | QNA | SANA | IRNA | TASS | Interfax | RIA Novosti | Ukrinform | Anadolu | Anadolu Agency | AA | NAN | GNA | KNA | SAPA | Sputnik | IPS | RNZ | NZPA | Nampa | Ritzau | NTB | TT | STT | BNS | PAP | CTK | MTI | Agerpres | BTA | Tanjug | Hina | STA | APA | SDA | Keystone-SDA | Belga | ANP | Lusa | EFE | Europa Press | Ansa | ANSA | Adnkronos | AGI | LaPresse | SID | epd | KNA | AFX | dts | Tribune News Service | TNS | States News Service | PRNewswire | PR Newswire | Business Wire | BUSINESS WIRE | GLOBE NEWSWIRE | GlobeNewswire | ACCESSWIRE | EIN Presswire | CNW | Newsfile | NYT | New York Times News Service | Washington Post | WP Bloomberg | HT | TNN | ENS | Express News Service | DHNS | News Agency of Nigeria | Ghana News Agency | Agencies | Agency | Agencia | Agencias | Agenturen | Agences
        en: ABC News | NBC News | CBS News | Fox News | Sky News | ITV News | Channel 4 News | NPR | PBS NewsHour | CBC News | CTV News | Global News | DW | Deutsche Welle | France 24 | RFI | Euronews | TRT World | CGTN | NHK | NHK World | RTÉ News | Al Arabiya | Voice of America | Radio Free Europe | Radio Free Asia | The Guardian | The New York Times | Los Angeles Times | The Wall Street Journal | The Times | The Telegraph | The Independent | Financial Times | The Hindu | The Indian Express | Hindustan Times | Times of India | Dawn | The Straits Times | South China Morning Post | The Yomiuri Shimbun | The Asahi Shimbun | The Mainichi | The Japan Times | The Korea Herald | USA TODAY | The Conversation | ProPublica
        es: EFE | Agencia EFE | Notimex | Télam | Prensa Latina
        pt: Lusa | Agência Brasil | Estadão Conteúdo | Folhapress | Agência Lusa
        fr: AFP | avec AFP | ATS | Keystone-ATS
        ar: رويترز | أ ف ب | أ.ف.ب | وكالات | د ب أ | قنا | واس | وام | سانا | الأناضول | كونا
        he: רויטרס | איי פי
        fa: ایرنا | ایسنا | فارس | تسنیم | مهر
        hi: भाषा | वार्ता | एएनआई | पीटीआई | आईएएनएस | एजेंसी | एजेंसियां | एएफपी | रॉयटर्स
        bn: বাসস | ইউএনবি
        ru: ТАСС | РИА Новости | Интерфакс | Рейтер
        uk: Укрінформ | Інтерфакс-Україна | УНІАН
        zh: 新华社 | 新華社 | 新华网 | 中新社 | 中央社 | 路透社 | 法新社 | 美联社 | 美聯社 | 彭博社 | 中新网
        ja: 共同通信 | 時事通信 | ロイター | 共同 | 時事 | 時事通信社
        ko: 연합뉴스 | 뉴시스 | 뉴스1 | 로이터 | AP 연합뉴스
        tr: AA | Anadolu Ajansı | DHA | İHA | ANKA | Demirören Haber Ajansı
        el: ΑΠΕ-ΜΠΕ | ΑΠΕ
        """
    )
}
