extension LanguageProfile {
    /// The languages that are written in the Latin script.
    static let latin: [LanguageProfile] = [
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
            "tr",
            letters: "çğıİöşüâî",
            absent: "qwx",
            handicap: 0.5,
            words: """
                ve bir bu da de için ile olarak çok daha olan gibi en ne o var ise sonra kadar ki \
                değil ama her olduğunu oldu ya yeni olduğu kendi göre mi iki türkiye son ilk büyük \
                önce içinde eden yok dedi tarafından etti edildi yılında yıl kişi şu arasında \
                nedeniyle başkanı söyledi diye bunun üzerine açıklamada ayrıca ancak bin zaman \
                hem olması veya şekilde birlikte karşı bütün çünkü gün sahip devam
                """,
            clusters: """
                ı ş ğ ç ö ü lar_ ler_ lar ler ın_ in_ ini_ ını_ nda_ nde_ dan_ den_ dı_ di_ \
                cak_ mak_ mek_ yor_ ya_ ye_ _ba _ka ül ünü lık_ lik_ sı_ mış_ miş_ ıyor ası_
                """
        ),
        LanguageProfile(
            "az",
            letters: "çəğıİöşü",
            absent: "w",
            handicap: 1,
            words: """
                və bir bu da də üçün ilə olaraq çox daha olan kimi ən nə o var isə sonra qədər ki \
                deyil amma hər olduğunu olub edib azərbaycan azərbaycanın bildirib görə həm onun \
                tərəfindən il ildə ili yeni başqa ölkə prezidenti qeyd edilib digər arasında \
                həmçinin lakin bütün idi edən barədə edilir ya
                """,
            clusters: """
                ə ı ş ğ ç ö ü lar_ lər_ ın_ nin_ nda_ ndə_ dan_ dən_ dı_ dir_ ib_ mək_ maq_ \
                yə_ lıq_ lik_ q_
                """
        ),
        LanguageProfile(
            "uz",
            letters: "ʻʼ",
            absent: "cw",
            handicap: 1,
            words: """
                va bu bilan uchun bir ham edi deb esa boʻlgan qilish boʻlib oʻzbekiston haqida \
                yili yil bo’lgan o’zbekiston qilindi lekin bo'lgan kerak har uning ular keyin \
                kabi eng katta bo mumkin emas dedi mazkur tomonidan shu yangi davlat orqali
                """
        ),
        LanguageProfile(
            "ku",
            letters: "çêîşû",
            handicap: 2,
            words: """
                û li di de ku ji bo ve bi jî ew e yên ya na her ne wek kir dike dibe nav ser bû \
                hat ên vê wî wê hate gel divê xwe kurdistanê hatiye hatin roja salê got
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
            "vi",
            letters: "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
            absent: "fjwz",
            words: """
                và của có là các được cho trong người với không một những đã này năm từ đến về \
                khi tại để cũng theo ra ông nhiều đó vào sau như trên công nước việt nam ngày \
                phải bị sẽ hơn thể hai lại đang qua nhà làm còn sự họ do nói tôi thì mới rất nhưng
                """,
            clusters: """
                ươ iệ uy ng_ nh_ th ph tr ch_ gi kh đ ế ố ả ạ ộ
                """
        ),
        LanguageProfile(
            "id",
            absent: "qx",
            handicap: 0.5,
            words: """
                yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh karena \
                telah ada tersebut sebagai bisa lebih adalah saat para kepada mereka kami bahwa \
                tahun sudah atau kata saya menjadi seperti secara dia hari orang seorang banyak \
                masih namun saja pun harus antara setelah lalu hanya warga indonesia ujar dapat \
                hingga sehingga anda ketika kita serta terhadap belum beberapa polisi sejumlah \
                melalui dua tak kalau agar presiden senin selasa rabu kamis jumat sabtu minggu
                """,
            clusters: """
                an_ kan_ nya_ ng_ _men _mem _me _di _ber _ter _ke _pe _pen ang_ ah_ ai_ ar_ \
                at_ ya _se ik_ uk_ ung au si_ asi_ iah_
                """
        ),
        LanguageProfile(
            "ms",
            absent: "qx",
            handicap: 1,
            words: """
                yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh kerana \
                telah ada tersebut sebagai boleh lebih adalah para kepada mereka kami bahawa tahun \
                sudah atau kata saya menjadi seperti secara beliau hari orang seorang ramai masih \
                namun sahaja pun perlu antara selepas lalu hanya malaysia katanya dapat hingga \
                manakala ketika kita serta terhadap belum beberapa polis sebanyak melalui dua tak \
                bagi berkata turut ialah kerajaan daripada semasa isnin selasa rabu khamis jumaat \
                ahad menteri negara sebuah berikutan iaitu
                """,
            clusters: """
                an_ kan_ nya_ ng_ _men _mem _me _di _ber _ter _ke _pe _pen ang_ ah_ ai_ ar_ \
                at_ ya _se ik_ uk_ ung au si_ asi_ lah_
                """
        ),
        LanguageProfile(
            "tl",
            letters: "ñ",
            absent: "cfjqvxz",
            handicap: 1,
            words: """
                ang ng sa na mga at ay ni si para nang kay ito niya sila siya hindi may dahil mula \
                ayon isang rin din ko mo ka pa lang kung kanyang noong habang matapos ngunit pero \
                walang wala naman ating kanilang nito tayo natin pang kaya upang nila bilang isa \
                dalawang pag nasa ilang araw taon pilipinas sinabi pamahalaan
                """,
            clusters: """
                ng_ ang_ _mg _na _ma _pag _nag _mag _ka _pa _in an_ in_ aa oo ay_ ga ya_ ong_ \
                la_
                """
        ),
        LanguageProfile(
            "ceb",
            absent: "cfjqvxz",
            handicap: 3,
            words: """
                ang sa nga og mga si ni kay usa wala kini ug niya sila iyang alang dili apan usab \
                gikan human kaniadtong kaniya nila gihapon matod adunay ingon
                """
        ),
        LanguageProfile(
            "jv",
            absent: "fqvxz",
            handicap: 3,
            words: """
                ing lan sing kang iku saka karo iki wis ora ana uga kanggo dadi marang amarga \
                nalika utawa dening kanthi nanging taun wong
                """
        ),
        LanguageProfile(
            "sw",
            absent: "cqx",
            handicap: 1,
            words: """
                ya na wa kwa katika ni la za kuwa cha hiyo huyo wakati hata kama baada alisema \
                amesema vya pia watu ili hii huo yake wake rais serikali nchi hiyo mwaka ambao \
                ambayo kutoka hayo lakini bila kati mkuu tanzania kenya wote yao wao huo alikuwa \
                zaidi kufanya sasa siku yetu ambapo mbali mara ndani juu moja kila bado haya hilo \
                hivyo jana leo waziri polisi mjini
                """,
            clusters: """
                wa_ ya_ _wa _ku _ki _vi _ma _mw _ny _al _ali _an _ana _m ia_ ika_ isha_ wa mb \
                ng nd ji sha_ li_ ni_ ka_ zi_ ha_ za_ _am _uz _nch
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
            "so",
            absent: "pvz",
            handicap: 1,
            words: """
                oo iyo in ka ku ay uu ah la u waa soo ayaa waxaa lagu ee aan si isaga kale sheegay \
                ugu dhexeeya markii kaas laga taas dowladda soomaaliya muqdisho waxay wuxuu kuwa \
                mid ama sidoo inuu magaalada madaxweynaha
                """
        ),
        LanguageProfile(
            "ha",
            letters: "ɓɗƙƴ",
            handicap: 1,
            words: """
                da a na ta ya ba ce wa cikin ne su kuma an don sun wannan shi yi daga shugaban sai \
                jihar kan domin amma kasar ƙasar cewa wanda yana suka inda bayan mutane najeriya \
                gwamnatin hukumar
                """
        ),
        LanguageProfile(
            "yo",
            letters: "áàẹéèíìóòọṣúù́̀",
            absent: "cqvxz",
            handicap: 1,
            words: """
                ní tí àwọn ó sì ń ti ni pé wọn sí kan náà fún láti jẹ́ gbogbo nínú bá ṣe yìí ọdún \
                wọ́n kò lórí bí ọ̀rọ̀ ìjọba awon ninu
                """
        ),
        LanguageProfile(
            "ig",
            letters: "ịọụṅ",
            absent: "cqvx",
            handicap: 1,
            words: """
                na nke ndị bụ ga ya ka n ọ si onye ahụ nwere dị ha mana iji otu e kwuru mere \
                gọọmentị naịjirịa afọ ihe maka ebe
                """
        ),
        LanguageProfile(
            "zu",
            handicap: 1,
            words: """
                ukuthi futhi kodwa uma noma ngoba kanye wathi uthe ukuze yini lapho abantu kakhulu \
                ngesikhathi njengoba nje emva ngenxa manje ku kwi umuntu ukuba leli lo lokhu bathi
                """
        ),
        LanguageProfile(
            "xh",
            handicap: 2,
            words: """
                ukuba kwaye kodwa okanye xa ngoko le ngokuba abantu kakhulu ngexesha wathi uthi \
                kunye emva into ukuze loo kwi lo ngenxa umntu
                """
        ),
        LanguageProfile(
            "rw",
            absent: "qx",
            handicap: 2,
            words: """
                mu ku na kandi yavuze ko bya muri kuri ubwo nyuma cyane abantu avuga ari umuntu \
                perezida u rwanda igihugu ya wa ba mbere kugira
                """
        ),
        LanguageProfile(
            "mg",
            letters: "ôà",
            absent: "cquwx",
            handicap: 2,
            words: """
                ny sy fa ho amin izay dia tao tsy tamin ireo no eo fanjakana malagasy ary teo nandritra \
                efa aza mba momba noho ilay
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
            "eo",
            letters: "ĉĝĥĵŝŭ",
            absent: "qwxy",
            handicap: 2,
            words: """
                la de kaj en estas al por ke ne kun por li mi el ili oni pri kiu estis tiu sed kiel \
                post ĝi kiuj ankaŭ da per plej pli dum iu unu
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
    ]
}
