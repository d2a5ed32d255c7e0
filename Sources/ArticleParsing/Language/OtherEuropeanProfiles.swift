extension LanguageProfile {
    /// Other languages of Europe.
    static let otherEuropean: [LanguageProfile] = [
        LanguageProfile(
            "fi",
            letters: "äöå",
            absent: "bcfqwxz",
            handicap: 0.8,
            words: """
                ja on ei se että oli hän ovat mutta joka myös kun niin ole sen tai jo nyt mukaan \
                kuin vain ollut voi sitä vielä olla siitä tämä hänen mitä jos ovat olisi siinä \
                siihen kanssa mukaan jälkeen sekä joten kuitenkin koska joiden jotka tämän he \
                heidän ennen vuonna vuoden sanoo sanoi kertoi kertoo noin muun muassa kaikki yli \
                enemmän suomen suomessa pitää joita eivät eikä minä tällä viime ensi ihmisiä
                """,
            clusters: """
                aa ii uu ää öö ssa_ lla_ sta_ lle_ nen_ kk tt _ta sti_ uo yö ie isi ksi_ vat_ \
                mme mi in_ än_ an_ en_ iä_ tä_ ta_ lta_ oi ai au sä hte ik pp est lli ää_
                """
        ),
        LanguageProfile(
            "et",
            letters: "õäöüšž",
            absent: "cqwxyz",
            handicap: 1.2,
            words: """
                ja on ei et oli see ta kui mis aga ka oma ning kes nii või siis seda ma selle ole \
                nad olid mida kuid veel tema välja üle juba pole olla pärast kõik saab peab need \
                sest ainult väga mille kus eesti aasta ütles kuni ühe kuna meie mul teda selles \
                enne enam neid oleks oleme sellest tuleb aastal rohkem vahel ajal
                """,
            clusters: """
                aa ee ii uu õ ä ü ö st_ le_ ja_ se_ ks_ ma_ da_ ud_ tud_ ga_ us_ ast_ sel_ te_ \
                ku oo mine_ isu ist_ id_ õi äe oi test_
                """
        ),
        LanguageProfile(
            "lv",
            letters: "āčēģīķļņšūž",
            absent: "qwxy",
            handicap: 1.2,
            words: """
                un ir ka no ar uz par bet to arī kas lai tas gan vai kā viņš tā kad pēc tika bija \
                nav jau pie līdz būs šo viņa var to tiek tikai savu viņi gada gadā vairāk tomēr \
                pirms latvijas latvijā kur šī ja tiks teica sacīja kuri kurā mēs es ļoti bez \
                tādēļ starp kopā laikā vēl šis pašlaik bijis kļuva
                """,
            clusters: """
                ā ē ī ū š ž as_ is_ us_ iem_ ām_ ību_ ība_ šan _pa _ie _iz _no tāj ums_ ijas_ \
                ies_ ai_ ot_ usi_ ņ ļ ķ ju_
                """
        ),
        LanguageProfile(
            "lt",
            letters: "ąčęėįšųūž",
            absent: "qwx",
            handicap: 1.2,
            words: """
                ir kad į iš su yra ne buvo tai bet kaip apie o po už jis dėl taip nuo jo kuris \
                kurie ar dar savo tik gali per metų jų ji prie jau kai bus tačiau šios pat taip \
                būti ką lietuvos lietuvoje sakė teigė nėra šiuo labai mes aš iki tarp metais \
                buvęs kurią tokia kur pagal ant pasak dabar pirmadienį
                """,
            clusters: """
                ė ų į š ž as_ is_ us_ os_ ių_ ai_ imo_ uo tų_ imas_ inis_ _pa _pr _iš _ne jo_ \
                io_ ijos_ ti_ au ei kas_ ini
                """
        ),
        LanguageProfile(
            "hu",
            letters: "áéíóöőúüű",
            absent: "qwx",
            handicap: 0.8,
            words: """
                a az és hogy is nem egy meg ez volt el már csak azt de még ha kell mint ki van azt \
                szerint lehet után pedig vagy ezt aki lesz minden sem olyan nagyon között be akkor \
                fel ami le magyar majd több mert illetve így arra most én sok ezek volna lett \
                ahogy mondta közölte miatt alatt amely amelyek azonban két elnök év években \
                millió szeptember október magyarország valamint ember emberek
                """,
            clusters: """
                gy sz cs ny zs á é ő ö ó ü ű í ás_ és_ ek_ ok_ ak_ ban_ ben_ nak_ nek_ ott_ \
                ett_ tt_ eg _meg _el ly _ki al_ át_ kö ség_ ság_ elő ít_
                """
        ),
        LanguageProfile(
            "sq",
            letters: "ëç",
            absent: "w",
            handicap: 1,
            words: """
                e të në dhe i një për me që nga se u është ka më do si por nuk janë ky kjo edhe ka \
                te tha ishte duke kur kanë tij saj pas deri ai ajo ata këtë apo sipas gjithashtu \
                mund kishte vetëm tyre shumë pa këto qenë bërë të cilat cili cila vit vitin vjet \
                shqipërisë kosovës qeverisë ndërsa gjatë para mes çdo
                """,
            clusters: """
                ë ç sh dh gj nj të_ ve_ ën_ ës_ it_ ar_ ur_ uar_ ohet_ imi_ in_ xh ll rr shm
                """
        ),
        LanguageProfile(
            "ga",
            letters: "áéíóú",
            absent: "jkqvwxyz",
            handicap: 2,
            words: """
                an na a agus ar i go is le bhí ag do tá sé ní atá ach sa leis gur é chun nach \
                faoi idir siad sin seo mar ó as aon nó bliana bliain éireann rialtas raibh bheith \
                dúirt thar roimh nuair freisin mhaith níos
                """,
            clusters: """
                bh mh ch dh gh th ai ea oi ach_ adh_ igh_ ún_ í_ ó á fh aí
                """
        ),
        LanguageProfile(
            "cy",
            letters: "âêîôûŵŷ",
            absent: "jkqvxz",
            handicap: 2,
            words: """
                y yn a i o ar ac yr mae bod wedi ei am gan sydd oedd ond fod hyn eu nad mewn hefyd \
                bydd cymru y mwy roedd dweud fel rhai dros wrth gyda blynyddoedd ddim dywedodd \
                iddo pan nhw hynny gael
                """,
            clusters: """
                dd ll ff wy yn_ au_ aeth_ edd_ ydd_ w_ _ch rh ch_ wr iad_
                """
        ),
        LanguageProfile(
            "gd",
            letters: "àèìòù",
            absent: "jkqvwxyz",
            handicap: 3,
            words: """
                a an na agus air ann tha gu e is le do bha aig nach ach chan airson bho mar gun sin \
                seo iad alba còmhla bliadhna dha thuirt
                """
        ),
        LanguageProfile(
            "eu",
            letters: "ñ",
            absent: "cqvwy",
            handicap: 1,
            words: """
                eta da du ez bat dute zen ere dira zuen dela baina izan dituzte egin izango beste \
                hau zuten urte edo baino dio ziren esan lehen behar bere arte dituen honen \
                euskal hori dagoen egiten gabe gaur oso arabera
                """,
            clusters: """
                tx tz tza ak_ ek_ ko_ en_ an_ ra_ tu_ tze ari_ etan_ zen_ rr k_ z_ ten_ rik_ \
                ren_
                """
        ),
        LanguageProfile(
            "mt",
            letters: "ċġħż",
            absent: "cy",
            handicap: 1,
            words: """
                li ta il u ma f biex din fuq bil kien hija huwa kienet dan wara meta qal għal dwar \
                ukoll aktar jew hemm għandu minn bħal kif dawn malta sena qalet kollha mill għall \
                fl ghal x qed wieħed imma
                """,
            clusters: """
                ġ ħ ż ċ il li_ jj x iet_ ija_ at_ _ta _mi _fi ment_ għ
                """
        ),
        LanguageProfile(
            "eo",
            letters: "ĉĝĥĵŝŭ",
            absent: "qwxy",
            handicap: 2,
            words: """
                la de kaj en estas al por ke ne kun por li mi el ili oni pri kiu estis tiu sed kiel \
                post ĝi kiuj ankaŭ da per plej pli dum iu unu
                """
        ),
    ]
}
