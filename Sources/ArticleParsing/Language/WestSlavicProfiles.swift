extension LanguageProfile {
    /// Slavic languages in the Latin script.
    static let latinSlavic: [LanguageProfile] = [
        LanguageProfile(
            "pl",
            letters: "ąćęłńóśźż",
            absent: "qvx",
            handicap: 0.5,
            words: """
                w i na z że się nie do to jest o a jak po od za co dla ale przez przy tego tym czy \
                był ma oraz tylko już który są ich jego było może która by roku które lub była \
                także jednak jej przed pod ten też tak ze on być między lat więc bardzo aby ze \
                podczas został gdy można sobie powiedział mnie mają będzie tej jako ponad kiedy \
                bez nad gdzie którzy wszystkie według została osób dwa
                """,
            clusters: """
                sz cz rz ch dz ł ą ę ż ś ć ów_ ego_ ych_ nie _prz _po ie ia owa ski_ ść_ wy \
                _wy _na ją_ ki_ nia_ my_ em_ icz śc ci_ stw
                """
        ),
        LanguageProfile(
            "cs",
            letters: "áčďéěíňóřšťúůýž",
            absent: "gqwx",
            handicap: 0.8,
            words: """
                a v se na je že s z do i o to ve k pro za by ale jsou si po jako od ze při podle už \
                jsem bude jeho které který byl není která když až také nebo své jen co před tak \
                jak mezi však tím jejich bylo byla které ji mohou má let roku kteří aby další ještě \
                jsme proti během nebyl uvedl řekl řekla této více byly pod lidí což tom kde kvůli \
                dva než mu měl protože nové
                """,
            clusters: """
                ř ě š č ž ý í á ch ou ov _př při ost_ ého_ ých_ ní_ ské_ ého mi_ ně_ ky_ ují_ \
                al_ _ne _po _vy ů ce_ ků_ ti_ dn
                """
        ),
        LanguageProfile(
            "sk",
            letters: "áäčďéíĺľňóôŕšťúýž",
            absent: "qwx",
            handicap: 1.2,
            words: """
                a v na sa je že s z do o to aj ako vo k pre za by ale sú si po od zo pri podľa už \
                som bude jeho ktoré ktorý bol nie ktorá keď až tiež alebo svoje len čo pred tak \
                medzi však tým ich bolo bola má rokov roku ktorí aby ďalší ešte sme proti počas \
                uviedol povedal povedala tejto viac boli ľudí kde pretože dva než mu mal nové
                """,
            clusters: """
                č š ž ý á í ľ ť ô ch ov _pr pri ost_ ého_ ých_ nie_ ské_ mi_ ky_ ujú_ al_ _ne \
                _po _vy ie ia sť_ ú_ ou_ ov_ dn ci_
                """
        ),
        LanguageProfile(
            "sl",
            letters: "čšžćđ",
            absent: "qwxy",
            handicap: 1.5,
            words: """
                in je v na za se da so z ki ne pa s tudi po bi kot od do iz ni o ob pri ali je še \
                bil bo že kako le ker saj pred med več jih bila bilo ko svoje njegov zaradi bodo \
                ga lahko ima to ta čas leta leto letih povedal dejal sta ter proti kjer nato \
                predvsem tako kar sem smo če jo nekaj vse slovenije sloveniji
                """,
            clusters: """
                č š ž ij _pri _po _na nj lj ega_ ih_ ju_ anje_ ost_ ov_ em_ ski_ la_ li_ vn zn \
                ev_ iti_ eni _za
                """
        ),
        LanguageProfile(
            "hr",
            letters: "čćđšž",
            absent: "qwxy",
            handicap: 1.2,
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili te \
                koja koje samo bio ali kako već sve ima biti nakon još prema godine tako bilo bila \
                može treba kada tijekom također ovo te tko gdje kaže rekao prije zbog više njegov \
                nema kod sam smo ove tog vrijeme hrvatske hrvatskoj uz među ljudi protiv tisuća \
                uvjet uopće vijeće izvijestio svijetu siječnja veljače ožujka travnja svibnja \
                lipnja srpnja kolovoza rujna listopada studenoga prosinca
                """,
            clusters: """
                č ć š ž đ ij ije nj lj _pri _po _na og_ ih_ ju_ anje_ ost_ om_ em_ ski_ la_ \
                li_ dn ava iti_ enj _za ka_ ti_
                """
        ),
        LanguageProfile(
            "sr-Latn",
            letters: "čćđšž",
            absent: "qwxy",
            handicap: 1.5,
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili koja \
                koje samo bio ali kako već sve ima biti posle još prema godine tako bilo bila može \
                treba kada tokom takođe ovo ko šta gde kaže rekao pre zbog više njegov nema kod sam \
                smo ove tog vreme srbije srbiji uz među ljudi protiv hiljada svet svetu reč deo \
                uslov predsednik januara februara marta aprila maja juna jula avgusta septembra \
                oktobra novembra decembra
                """,
            clusters: """
                č ć š ž đ ij ije nj lj _pri _po _na og_ ih_ ju_ anje_ ost_ om_ em_ ski_ la_ \
                li_ dn ava iti_ enj _za ka_ ti_
                """
        ),
        LanguageProfile(
            "bs",
            letters: "čćđšž",
            absent: "qwxy",
            handicap: 2,
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili koja \
                koje samo bio ali kako već sve ima biti nakon još prema godine tako bilo bila može \
                treba kada tokom također ovo ko šta gdje kaže rekao prije zbog više njegov nema \
                kod sam smo vrijeme bih bosne hercegovine bosni hercegovini historija sedmica \
                hiljada predsjednik vijeće januara februara marta aprila maja juna jula augusta \
                septembra oktobra novembra decembra saopćeno općina
                """,
            clusters: """
                č ć š ž đ ij ije nj lj _pri _po _na og_ ih_ ju_ anje_ ost_ om_ em_ ski_ la_ \
                li_ dn ava iti_ enj _za ka_ ti_
                """
        ),
    ]
}
