extension LanguageProfile {
    /// The Germanic languages.
    static let germanic: [LanguageProfile] = [
        LanguageProfile(
            "en",
            words: """
                the of to and a in that is was for on it with as he at be by his from said are have \
                an has not but they had which were this their will who or its she been more about \
                would after one her there when all we up out if than can no new what people also \
                into so over year years two could first some you i time now them other last s t \
                where how against police government president before because while our your just \
                during between most only many those such since being did do does says told former \
                state may should under three made off through week day news how why
                """,
            clusters: """
                _th the ing_ tion ed_ ers_ _wh gh ght_ ould ough ea ee oo ck_ sh ly_ ness_ _wi \
                ay_ ow_ th_ ment_ _sh _kn _wr igh ll_ ss_ ous_ ful_ ity_ ble_ al_ _ho ew_ ry_ \
                ts_ ds_ ks_ gs_ ly _un ave_ ove_ ess_ y_ ngs_ _st out wn_
                """
        ),
        LanguageProfile(
            "de",
            letters: "äöüß",
            handicap: 0.3,
            words: """
                der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als \
                auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem \
                über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei \
                prozent hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir \
                soll ich eines jahr zwei jahren diese dieser wieder keine seiner worden will \
                zwischen immer millionen ihr ihrer ihm seit sagte jetzt alle viel ab etwa gibt \
                wurden was beim dort doch hier damit müssen ohne sowie neue neuen laut
                """,
            clusters: """
                sch cht ich ung_ en_ ein _ge ver ier keit heit lich isch chen tz _be ck eu ei \
                ie pf ß ungen_ _au _vo _st eit mm rt_ nd_ gt_ er_ zu hr hl _zw äu ft_ ät_ ige \
                sp _ve tet_ ütz
                """
        ),
        LanguageProfile(
            "nl",
            letters: "ëïéèóáöü",
            absent: "qx",
            handicap: 0.8,
            words: """
                de van het een en in is dat op te zijn met voor die niet aan er om ook als dan hij \
                naar bij maar uit nog door over ze worden wordt heeft was meer zich hebben tot of \
                deze ik wel geen kan worden jaar werd al zo zou haar wat had moet mensen onder \
                twee we tegen veel zegt nu na zij wil moeten gaat kunnen waar volgens omdat wie \
                hun zal alleen eerste toch tussen eigen ons tijdens sinds alle zoals weer zelf \
                waren dit daar hoe vanaf
                """,
            clusters: """
                ij aa ee oo uu sch oe en_ _ge _ver ij_ ing_ lijk_ heid_ cht_ eer oor_ aar_ ui \
                ie _ze zz _on tt gt_ dt_ kt_ _zw uw ngen_ _be pp ieuw elijk iging_
                """
        ),
        LanguageProfile(
            "sv",
            letters: "åäöé",
            absent: "qwz",
            handicap: 0.8,
            words: """
                och i att det som en på är av för med den till har de inte om ett han men var jag \
                från så sig vi kan hon nu när efter vid också mot eller ut där upp man skulle hade \
                än över ska finns bara mycket sin alla under år nya säger två får mer då blir vad \
                utan sedan kommer vill måste blev andra detta in hur varit sina några bli dem \
                mellan dag första enligt inom denna deras honom hans ingen här medan
                """,
            clusters: """
                ar_ er_ het_ ning_ sk ä ö å ck _fö för tt_ ad_ at_ na_ en_ _sk lig_ ande_ _st \
                ll_ kt_ _hä sj ör_ gt_ tion_ rna_ ade_ ck_ ska_ ar _ut äl
                """
        ),
        LanguageProfile(
            "da",
            letters: "æøåé",
            absent: "qwxz",
            handicap: 0.8,
            words: """
                i og at det er en til af på med for der den de som ikke har et han sig men var om \
                fra kan vi så jeg også eller ved efter hun hvor over nu skal være blev mod ud vil \
                år op man siger to sin bliver hvis havde når alle end kun blive andre skulle ind \
                mange selv flere noget få hvad nogle mere meget mellem uden bare gør siden blevet \
                kommer sagde samtidig både første ifølge dansk danske deres ham hende her
                """,
            clusters: """
                er_ et_ en_ hed_ ning_ ø æ å sk _fo ede_ te_ _af lig_ ke_ re_ gt_ d_ else_ \
                erne_ ene_ hv ej _bl gg dd _be _st ende_ ør_ af_ ige_
                """
        ),
        LanguageProfile(
            "nb",
            letters: "æøåéò",
            absent: "qwxz",
            handicap: 0.8,
            words: """
                i og det er på til som en å for av at har med den ikke de et han var fra vi om jeg \
                men så seg kan også vil hun ble skal eller ut da etter ved være må blir mot nå når \
                opp over sier man får to hadde år mer enn alle bare flere ha noe andre siden \
                skulle noen inn hva hvor der hvis før sin mange selv gjør bli blitt kommer mellom \
                under sa uten helt både første ifølge mye norske norsk dette deres ham henne
                """,
            clusters: """
                er_ et_ en_ het_ ning_ ø æ å sk _fo ede_ te_ av_ lig_ ke_ re_ tt_ else_ ene_ \
                kk _kj øy ei hv _bl tt pp jø _be _st sj ende_ ør_ ert_ nn_
                """
        ),
        LanguageProfile(
            "nn",
            letters: "æøåéò",
            absent: "qwxz",
            handicap: 1,
            words: """
                og i det er på til som å ein for av at har med den ikkje dei eit han var frå vi om \
                eg men så seg kan òg vil ho vart skal eller ut då etter ved vere må blir mot no \
                når opp over seier ein får hadde meir enn alle berre fleire ha noko andre sidan \
                skulle nokon inn kva kvar der kvifor korleis før sin mange sjølv gjer bli blei \
                mellom saman mykje vore deira dette att tek nokre neste seg sine blant vore gonger rundt
                """,
            clusters: """
                er_ ar_ et_ en_ ein_ eit_ het_ ning_ ø æ å sk _fo te_ av_ leg_ ke_ re_ tt_ ane_ kk kje_ _kj \
                øy ei kv _bl tt pp jø _be _st sj ande_ ør_ ert_ nn_ au øn gje
                """
        ),
        LanguageProfile(
            "is",
            letters: "áðéíóúýþæö",
            absent: "cqwz",
            handicap: 1,
            words: """
                og í að á er sem til um var við með af en það hann ekki fyrir hefur ekki þessi hún \
                þá þess eru verið eftir fram hafa vera svo segir þar upp frá hér einnig verða þeir \
                sér út þegar eða ég voru hafði þetta því yfir mjög hjá okkur við hvað okkar sagði \
                hans hennar nú inn ár þeirra þó eins mikið
                """,
            clusters: """
                þ ð æ ö á í ó ú ur_ um_ ir_ ar_ inn_ ið_ að_ nn_ st_ legt hv sk ga_ ður_ _fy
                """
        ),
        LanguageProfile(
            "af",
            letters: "ëêïôû",
            absent: "cqx",
            handicap: 1.5,
            words: """
                die en van in is het om te dat nie wat vir met op hy sy as aan ook na by hulle ’n n \
                ek kan was sal word deur moet ons uit maar jaar een sê tot oor so toe nog of meer \
                gaan waar baie mense teen suid afrika volgens polisie omdat wie al hierdie haar \
                twee dit ander sê
                """,
            clusters: """
                aa ee oo uu ie ing_ heid_ ge _ge _ver ke_ te_ oe ui sk _sk oor_ eer uit ns_ y_ \
                lik_ els_
                """
        ),
        LanguageProfile(
            "lb",
            letters: "äëéöü",
            handicap: 1,
            words: """
                an de den d vun dat ass fir mat net op ze datt si hien huet och als eng een bei am \
                vum no sech wéi um gëtt sinn awer nach iwwer war zu hunn do esou lëtzebuerg wat \
                méi kënnen dës virun
                """
        ),
        LanguageProfile(
            "fy",
            letters: "âêôû",
            absent: "qx",
            handicap: 2,
            words: """
                de fan it in en is dat op te mei foar net troch om ek oan by hy wie yn nei út sy mar \
                noch oer wurdt hat fryslân jier kin minsken moat
                """
        ),
    ]
}
