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
        en: AP | The Associated Press | Associated Press | Reuters | Thomson Reuters | AFP | Agence France-Presse | UPI | Bloomberg | PA | PA Media | Press Association | dpa | ANI | PTI | Press Trust of India | IANS | UNI | APP | AAP | Australian Associated Press | CP | The Canadian Press | Canadian Press | CNN | CNN Wire | BBC | BBC News | VOA | RFE RL | Al Jazeera | Xinhua | Kyodo | Kyodo News | Jiji Press | Yonhap | Bernama | Antara | KUNA | WAM | SPA | MENA | QNA | SANA | IRNA | TASS | Interfax | RIA Novosti | Ukrinform | Anadolu | Anadolu Agency | AA | NAN | GNA | KNA | SAPA | Sputnik | IPS | RNZ | NZPA | Nampa | Ritzau | NTB | TT | STT | BNS | PAP | CTK | MTI | Agerpres | BTA | Tanjug | Hina | STA | APA | SDA | Keystone-SDA | Belga | ANP | Lusa | EFE | Europa Press | Ansa | Adnkronos | AGI | LaPresse | SID | epd | AFX | dts | Tribune News Service | TNS | States News Service | PRNewswire | PR Newswire | Business Wire | GLOBE NEWSWIRE | GlobeNewswire | ACCESSWIRE | EIN Presswire | CNW | Newsfile | NYT | New York Times News Service | Washington Post | WP Bloomberg | HT | TNN | ENS | Express News Service | DHNS | News Agency of Nigeria | Ghana News Agency | BSS | UNB | PNA | MNA | JTA | AZERTAC | AZERTAJ | ARMENPRESS | Kazinform | KazTAG | MONTSAME | ZANIS | New Ziana | ATSH | TASR | SITA | FENA | SRNA | BELTA | ACN | RSS | LETA | ELTA | CNA | Focus Taiwan | Media OutReach | Media OutReach Newswire | Inter Press Service | Asia News Network | ANN | CNN Business | CNN en Español | BBC Sport | BBC News Africa | Interfax-Ukraine | Reuters Health | dpa-AFX | Kyodo News Agency | Bloomberg News | Dow Jones | Dow Jones Newswires | MarketWatch | Kaiser Health News | KFF Health News | Religion News Service | RNS | Catholic News Agency | Anadolu Ajansı | Palestine News Agency | WAFA | NNA | IRIB | PressTV | ISNA | Mehr News Agency | Tasnim | Fars News Agency | ANI News | ETV Bharat | Agencies | Agency | Agencia | Agencias | Agenturen | Agences
        en: ABC News | NBC News | CBS News | Fox News | Sky News | ITV News | Channel 4 News | NPR | PBS NewsHour | CBC News | CTV News | Global News | DW | Deutsche Welle | France 24 | RFI | Euronews | TRT World | CGTN | NHK | NHK World | RTÉ News | Al Arabiya | Voice of America | Radio Free Europe | Radio Free Asia | The Guardian | The New York Times | Los Angeles Times | The Wall Street Journal | The Times | The Telegraph | The Independent | Financial Times | The Hindu | The Indian Express | Hindustan Times | Times of India | Dawn | The Straits Times | South China Morning Post | The Yomiuri Shimbun | The Asahi Shimbun | The Mainichi | The Japan Times | The Korea Herald | USA TODAY | The Conversation | ProPublica
        de: dpa/lno | dpa/lsw | dpa/lby | dpa/tmn | dpa-infocom | taz | AFP | APA | sda | SDA-Keystone | Keystone-SDA-ATS
        es: apro | Europa Press | Colpisa | Servimedia | Xinhua | ACAN-EFE | DPA | NTX | AIN | EFE | Agencia EFE | Notimex | Télam | Prensa Latina
        pt: Lusa | Agência Brasil | Estadão Conteúdo | Folhapress | Agência Lusa
        fr: APS | AIP | ATOP | MAP | TAP | APA | AIB | Belga | La Presse Canadienne | Presse Canadienne | Le Monde avec AFP | ATS | AFP | avec AFP | Keystone-ATS
        it: ANSA | Adnkronos | Italpress | askanews | Agenzia Nova | AGI | LaPresse
        ar: أ.ش.أ | بترا | معا | وفا | العربية.نت | وكالة الأنباء | وكالات الأنباء | أسوشيتد برس | فرانس برس | د.ب.أ | وال | وات | واج | واع | بنا | العمانية | رويترز | أ ف ب | وكالات | قنا | واس | وام | سانا | الأناضول | كونا
        he: רויטרס | איי פי
        fa: خبرگزاری ایرنا | خبرگزاری مهر | خبرگزاری فارس | باشگاه خبرنگاران جوان | ایرنا | ایسنا | فارس | تسنیم | مهر
        hi: भाषा | वार्ता | एएनआई | पीटीआई | आईएएनएस | एजेंसी | एजेंसियां | एएफपी | रॉयटर्स
        bn: বাসস | ইউএনবি
        ru: БЕЛТА | КАЗИНФОРМ | КазТАГ | Sputnik | Спутник | INTERFAX.RU | РБК | Росбалт | АЗЕРТАДЖ | ТАСС | РИА Новости | Интерфакс | Рейтер
        uk: УНН | РБК-Україна | LIGA.net | Укрінформ | Інтерфакс-Україна | УНІАН
        zh: 路透 | 法新 | 美聯 | 大公報 | 明報 | 中国新闻网 | 中國新聞網 | 人民网 | 人民日报 | 央视网 | 央视新闻 | 环球网 | 环球时报 | 海外网 | 澎湃新闻 | 光明网 | 俄新社 | 塔斯社 | 韩联社 | 韓聯社 | 共同社 | 时事社 | 德新社 | 埃菲社 | 安莎社 | 今日俄罗斯 | 新华社 | 新華社 | 新华网 | 中新社 | 中央社 | 路透社 | 法新社 | 美联社 | 美聯社 | 彭博社 | 中新网
        ja: 共同通信社 | ＡＦＰ | ＡＦＰ時事 | AFP時事 | ＡＰ | ロイター通信 | ブルームバーグ | 聯合ニュース | 新華社 | タス通信 | 共同通信 | 時事通信 | ロイター | 共同 | 時事 | 時事通信社
        ko: 연합뉴스 | 뉴시스 | 뉴스1 | 로이터 | AP 연합뉴스
        tr: AA | UHA | Reuters | Anadolu Ajansı | DHA | İHA | ANKA | Demirören Haber Ajansı
        id: ANTARA | CNBC Indonesia | CNN Indonesia | BBC Indonesia
        vi: TTXVN | Thông tấn xã Việt Nam | VOV | TTO | TPO | PLO | NDO | SGGP | NLĐO | TNO
        pl: PAP | Polska Agencja Prasowa | IAR
        cs: ČTK
        sk: TASR | SITA
        hu: MTI
        sv: TT | TT-AFP | TT-Reuters
        da: Ritzau
        no: NTB
        fi: STT | STT-Lehtikuva
        nl: ANP | Belga | NOS
        bg: БТА
        hr: Hina | Tanjug | FoNet | Fena
        el: ΑΠΕ-ΜΠΕ | ΑΠΕ
        """
    )
}
