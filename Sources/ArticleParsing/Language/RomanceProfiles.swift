extension LanguageProfile {
    /// The Romance languages.
    static let romance: [LanguageProfile] = [
        LanguageProfile(
            "fr",
            letters: "àâæçéèêëîïôœùûüÿ",
            absent: "kw",
            handicap: 0.3,
            words: """
                de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se \
                ce il sont l d qu s n c j m la été avec ou aux cette son mais on comme nous ont ses \
                leur elle y fait être deux même ces sa si aussi tout après bien sans entre où avait \
                ans contre depuis était selon dont encore peut alors je leurs vous ils moins avoir \
                autres non autre faire lors très avant trois fois notre temps année toujours donc \
                déjà jusqu cela ainsi chez sous vers quand
                """,
            clusters: """
                eau eux oi ou _qu que_ tion_ ment_ ais_ ait_ ent_ eur_ euse es_ er_ é_ ée_ _ch \
                _dé _ré aux_ ien ieu re_ le_ oir_ _pr _en nn ance_ ière _é ons_ ique_ ux_
                """
        ),
        LanguageProfile(
            "es",
            letters: "áéíñóúü¿¡",
            absent: "kw",
            handicap: 0.3,
            words: """
                de la que el en y a los del se las por un para con no una su al lo es más como pero \
                sus le ha o este fue sí porque esta entre cuando muy sin sobre ser también me hasta \
                hay donde han quien están desde todo nos durante estados todos uno les ni contra \
                otros ese eso había ante ellos e esto antes algunos qué unos yo otro otras otra él \
                tanto esa estos mucho cual ya dos años año según tras hace tiene dijo gobierno \
                presidente puede después parte mientras país personas aunque
                """,
            clusters: """
                ción_ os_ as_ ar_ ado_ ada_ _qu ue ie _es ll ñ idad_ mente_ ía_ ó_ o_ a_ ero_ \
                _con _re dor_ iento_ nte_ _pre dos_ rr _ex ción ez_
                """
        ),
        LanguageProfile(
            "pt",
            letters: "áâãàçéêíóôõúü",
            absent: "kwy",
            handicap: 0.5,
            words: """
                de a o que e do da em um para com não uma os no se na por mais as dos como mas ao \
                ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre \
                depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha \
                numa pelos elas qual nós lhe deles essas esses pelas este foi ser são está tem há \
                segundo ainda anos ano disse sobre ter foram após governo presidente dois onde \
                contra estão país pessoas desde
                """,
            clusters: """
                ção_ ções_ ão_ ões_ lh nh os_ as_ ado_ ada_ ar_ ei ou_ dade_ mente_ _es _qu \
                em_ am_ eir _pre ç al_ ais_ ro_ o_ a_ _re
                """
        ),
        LanguageProfile(
            "it",
            letters: "àèéìíòóùú",
            absent: "jkwxy",
            handicap: 0.5,
            words: """
                di e il la che a in un è per una i le del con da non si dei al sono della l nel più \
                anche alla come ma o ha gli delle dell se lo ci suo dal sua dalla all nella su io \
                questo mi ad hanno questa era dopo cui ed tra prima due quando stato essere anni \
                ancora suoi nell solo anno perché loro chi poi sul sulla tutti fra c molto quella \
                quello lui ai dai dagli negli sui così ora già stata dove secondo contro fatto \
                durante senza dal presidente governo
                """,
            clusters: """
                zione_ zioni_ gli che_ _che cc zz tt ll ss ità_ mente_ are_ ere_ ato_ ata_ \
                ati_ o_ i_ e_ a_ gi ci sc _de _pr _st _in pp ini_ ella_ anza_ nte_ atto_ uo
                """
        ),
        LanguageProfile(
            "ro",
            letters: "ăâîșțşţ",
            absent: "kqwy",
            handicap: 0.8,
            words: """
                de și în a la cu pe care nu din că o un este mai pentru se au ce să sunt fost am ca \
                fi prin ale sau dar după lui al cel i s le ar are iar acest această va acestea \
                până vor când fără foarte doar între sa dintre numai despre avea poate lor ei mult \
                cea cele ani anul spus declarat potrivit asupra împotriva său toate nici astfel şi \
                în aceasta acesta unui unei care două româniei românia
                """,
            clusters: """
                ă â î ș ț ul_ ului_ lui_ ele_ ilor_ are_ ea_ at_ ești_ ție_ ți_ ii_ _pr _în \
                ului ie_ iei_ tă_ ate_ or_ _de oa ea că_ it_
                """
        ),
        LanguageProfile(
            "ca",
            letters: "àçéèíïóòúü·",
            absent: "kw",
            handicap: 1.2,
            words: """
                de la i el que a en l d per les els un del amb una no ha s al és més com es pel dels \
                va però també ser seva aquest aquesta són han entre fins seu sobre van sense als \
                hi fer molt on quan tot any anys ja segons després catalunya mentre perquè altres \
                dos gran aquests ens m n això havia estat dues dia tots només des
                """,
            clusters: """
                ció_ ny ll _qu que_ ment_ at_ ats_ ada_ es_ ar_ tat_ ix ig_ tge _de als_ os_ \
                ors_ à è ç l·l
                """
        ),
        LanguageProfile(
            "gl",
            letters: "áéíñóúü",
            absent: "jkwy",
            handicap: 1,
            words: """
                de a o que e do da en un para con non unha os no se na por máis as dos como pero ao \
                das polo pola á seu súa ou cando moi xa tamén só ata isto entre despois sen mesmo \
                aos foi ser son está ten hai segundo aínda anos ano dixo sobre galicia xunta onde \
                contra están país persoas desde dende co coa cos
                """,
            clusters: """
                ción_ os_ as_ ar_ ado_ ada_ ei ou_ ñ ll x dade_ mente_ o_ a_ eir _xe
                """
        ),
        LanguageProfile(
            "ht",
            letters: "èòà",
            absent: "cqx",
            handicap: 2,
            words: """
                nan ak yo pou la li ki te ap yon sou pa nou se men gen tout kap peyi ayiti moun fè \
                gouvènman tankou lè kont depi
                """
        ),
        LanguageProfile(
            "la",
            absent: "jkw",
            handicap: 4,
            words: """
                et in est non ad cum ut ex de qui quod ab sed quae per esse enim si sunt hoc eius \
                atque etiam nec aut anno inter autem
                """
        ),
    ]
}
