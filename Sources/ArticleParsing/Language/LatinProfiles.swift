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
                """
        ),
        LanguageProfile(
            "de",
            letters: "äöüß",
            words: """
                der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als \
                auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem \
                über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei \
                prozent hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir \
                soll ich eines jahr zwei jahren diese dieser wieder keine seiner worden will \
                zwischen immer millionen ihr ihrer ihm seit sagte jetzt alle viel ab etwa gibt \
                wurden was beim dort doch hier damit müssen ohne sowie neue neuen laut
                """
        ),
        LanguageProfile(
            "fr",
            letters: "àâæçéèêëîïôœùûüÿ",
            words: """
                de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se \
                ce il sont l d qu s n c j m la été avec ou aux cette son mais on comme nous ont ses \
                leur elle y fait être deux même ces sa si aussi tout après bien sans entre où avait \
                ans contre depuis était selon dont encore peut alors je leurs vous ils moins avoir \
                autres non autre faire lors très avant trois fois notre temps année toujours donc \
                déjà jusqu cela ainsi chez sous vers quand
                """
        ),
        LanguageProfile(
            "es",
            letters: "áéíñóúü¿¡",
            words: """
                de la que el en y a los del se las por un para con no una su al lo es más como pero \
                sus le ha o este fue sí porque esta entre cuando muy sin sobre ser también me hasta \
                hay donde han quien están desde todo nos durante estados todos uno les ni contra \
                otros ese eso había ante ellos e esto antes algunos qué unos yo otro otras otra él \
                tanto esa estos mucho cual ya dos años año según tras hace tiene dijo gobierno \
                presidente puede después parte mientras país personas aunque
                """
        ),
        LanguageProfile(
            "pt",
            letters: "áâãàçéêíóôõúü",
            words: """
                de a o que e do da em um para com não uma os no se na por mais as dos como mas ao \
                ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre \
                depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha \
                numa pelos elas qual nós lhe deles essas esses pelas este foi ser são está tem há \
                segundo ainda anos ano disse sobre ter foram após governo presidente dois onde \
                contra estão país pessoas desde
                """
        ),
        LanguageProfile(
            "it",
            letters: "àèéìíòóùú",
            words: """
                di e il la che a in un è per una i le del con da non si dei al sono della l nel più \
                anche alla come ma o ha gli delle dell se lo ci suo dal sua dalla all nella su io \
                questo mi ad hanno questa era dopo cui ed tra prima due quando stato essere anni \
                ancora suoi nell solo anno perché loro chi poi sul sulla tutti fra c molto quella \
                quello lui ai dai dagli negli sui così ora già stata dove secondo contro fatto \
                durante senza dal presidente governo
                """
        ),
        LanguageProfile(
            "nl",
            letters: "ëïéèóáöü",
            words: """
                de van het een en in is dat op te zijn met voor die niet aan er om ook als dan hij \
                naar bij maar uit nog door over ze worden wordt heeft was meer zich hebben tot of \
                deze ik wel geen kan worden jaar werd al zo zou haar wat had moet mensen onder \
                twee we tegen veel zegt nu na zij wil moeten gaat kunnen waar volgens omdat wie \
                hun zal alleen eerste toch tussen eigen ons tijdens sinds alle zoals weer zelf \
                waren dit daar hoe vanaf
                """
        ),
        LanguageProfile(
            "sv",
            letters: "åäöé",
            words: """
                och i att det som en på är av för med den till har de inte om ett han men var jag \
                från så sig vi kan hon nu när efter vid också mot eller ut där upp man skulle hade \
                än över ska finns bara mycket sin alla under år nya säger två får mer då blir vad \
                utan sedan kommer vill måste blev andra detta in hur varit sina några bli dem \
                mellan dag första enligt inom denna deras honom hans ingen här medan
                """
        ),
        LanguageProfile(
            "da",
            letters: "æøåé",
            words: """
                i og at det er en til af på med for der den de som ikke har et han sig men var om \
                fra kan vi så jeg også eller ved efter hun hvor over nu skal være blev mod ud vil \
                år op man siger to sin bliver hvis havde når alle end kun blive andre skulle ind \
                mange selv flere noget få hvad nogle mere meget mellem uden bare gør siden blevet \
                kommer sagde samtidig både første ifølge dansk danske deres ham hende her
                """
        ),
        LanguageProfile(
            "nb",
            letters: "æøåéò",
            words: """
                i og det er på til som en å for av at har med den ikke de et han var fra vi om jeg \
                men så seg kan også vil hun ble skal eller ut da etter ved være må blir mot nå når \
                opp over sier man får to hadde år mer enn alle bare flere ha noe andre siden \
                skulle noen inn hva hvor der hvis før sin mange selv gjør bli blitt kommer mellom \
                under sa uten helt både første ifølge mye norske norsk dette deres ham henne
                """
        ),
        LanguageProfile(
            "nn",
            letters: "æøåéò",
            handicap: 2,
            words: """
                og i det er på til som å ein for av at har med den ikkje dei eit han var frå vi om \
                eg men så seg kan òg vil ho vart skal eller ut då etter ved vere må blir mot no \
                når opp over seier ein får hadde meir enn alle berre fleire ha noko andre sidan \
                skulle nokon inn kva kvar der kvifor korleis før sin mange sjølv gjer bli blei \
                mellom saman mykje vore deira dette
                """
        ),
        LanguageProfile(
            "is",
            letters: "áðéíóúýþæö",
            handicap: 1,
            words: """
                og í að á er sem til um var við með af en það hann ekki fyrir hefur ekki þessi hún \
                þá þess eru verið eftir fram hafa vera svo segir þar upp frá hér einnig verða þeir \
                sér út þegar eða ég voru hafði þetta því yfir mjög hjá okkur við hvað okkar sagði \
                hans hennar nú inn ár þeirra þó eins mikið
                """
        ),
        LanguageProfile(
            "fi",
            letters: "äöå",
            words: """
                ja on ei se että oli hän ovat mutta joka myös kun niin ole sen tai jo nyt mukaan \
                kuin vain ollut voi sitä vielä olla siitä tämä hänen mitä jos ovat olisi siinä \
                siihen kanssa mukaan jälkeen sekä joten kuitenkin koska joiden jotka tämän he \
                heidän ennen vuonna vuoden sanoo sanoi kertoi kertoo noin muun muassa kaikki yli \
                enemmän suomen suomessa pitää joita eivät eikä minä tällä viime ensi ihmisiä
                """
        ),
        LanguageProfile(
            "et",
            letters: "õäöüšž",
            words: """
                ja on ei et oli see ta kui mis aga ka oma ning kes nii või siis seda ma selle ole \
                nad olid mida kuid veel tema välja üle juba pole olla pärast kõik saab peab need \
                sest ainult väga mille kus eesti aasta ütles kuni ühe kuna meie mul teda selles \
                enne enam neid oleks oleme sellest tuleb aastal rohkem vahel ajal
                """
        ),
        LanguageProfile(
            "lv",
            letters: "āčēģīķļņšūž",
            words: """
                un ir ka no ar uz par bet to arī kas lai tas gan vai kā viņš tā kad pēc tika bija \
                nav jau pie līdz būs šo viņa var to tiek tikai savu viņi gada gadā vairāk tomēr \
                pirms latvijas latvijā kur šī ja tiks teica sacīja kuri kurā mēs es ļoti bez \
                tādēļ starp kopā laikā vēl šis pašlaik bijis kļuva
                """
        ),
        LanguageProfile(
            "lt",
            letters: "ąčęėįšųūž",
            words: """
                ir kad į iš su yra ne buvo tai bet kaip apie o po už jis dėl taip nuo jo kuris \
                kurie ar dar savo tik gali per metų jų ji prie jau kai bus tačiau šios pat taip \
                būti ką lietuvos lietuvoje sakė teigė nėra šiuo labai mes aš iki tarp metais \
                buvęs kurią tokia kur pagal ant pasak dabar pirmadienį
                """
        ),
        LanguageProfile(
            "pl",
            letters: "ąćęłńóśźż",
            words: """
                w i na z że się nie do to jest o a jak po od za co dla ale przez przy tego tym czy \
                był ma oraz tylko już który są ich jego było może która by roku które lub była \
                także jednak jej przed pod ten też tak ze on być między lat więc bardzo aby ze \
                podczas został gdy można sobie powiedział mnie mają będzie tej jako ponad kiedy \
                bez nad gdzie którzy wszystkie według została osób dwa
                """
        ),
        LanguageProfile(
            "cs",
            letters: "áčďéěíňóřšťúůýž",
            words: """
                a v se na je že s z do i o to ve k pro za by ale jsou si po jako od ze při podle už \
                jsem bude jeho které který byl není která když až také nebo své jen co před tak \
                jak mezi však tím jejich bylo byla které ji mohou má let roku kteří aby další ještě \
                jsme proti během nebyl uvedl řekl řekla této více byly pod lidí což tom kde kvůli \
                dva než mu měl protože nové
                """
        ),
        LanguageProfile(
            "sk",
            letters: "áäčďéíĺľňóôŕšťúýž",
            words: """
                a v na sa je že s z do o to aj ako vo k pre za by ale sú si po od zo pri podľa už \
                som bude jeho ktoré ktorý bol nie ktorá keď až tiež alebo svoje len čo pred tak \
                medzi však tým ich bolo bola má rokov roku ktorí aby ďalší ešte sme proti počas \
                uviedol povedal povedala tejto viac boli ľudí kde pretože dva než mu mal nové
                """
        ),
        LanguageProfile(
            "sl",
            letters: "čšžćđ",
            words: """
                in je v na za se da so z ki ne pa s tudi po bi kot od do iz ni o ob pri ali je še \
                bil bo že kako le ker saj pred med več jih bila bilo ko svoje njegov zaradi bodo \
                ga lahko ima to ta čas leta leto letih povedal dejal sta ter proti kjer nato \
                predvsem tako kar sem smo če jo nekaj vse slovenije sloveniji
                """
        ),
        LanguageProfile(
            "hr",
            letters: "čćđšž",
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili te \
                koja koje samo bio ali kako već sve ima biti nakon još prema godine tako bilo bila \
                može treba kada tijekom također ovo te tko gdje kaže rekao prije zbog više njegov \
                nema kod sam smo ove tog vrijeme hrvatske hrvatskoj uz među ljudi protiv tisuća \
                uvjet uopće vijeće izvijestio svijetu siječnja veljače ožujka travnja svibnja \
                lipnja srpnja kolovoza rujna listopada studenoga prosinca
                """
        ),
        LanguageProfile(
            "sr-Latn",
            letters: "čćđšž",
            handicap: 0.5,
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili koja \
                koje samo bio ali kako već sve ima biti posle još prema godine tako bilo bila može \
                treba kada tokom takođe ovo ko šta gde kaže rekao pre zbog više njegov nema kod sam \
                smo ove tog vreme srbije srbiji uz među ljudi protiv hiljada svet svetu reč deo \
                uslov predsednik januara februara marta aprila maja juna jula avgusta septembra \
                oktobra novembra decembra
                """
        ),
        LanguageProfile(
            "bs",
            letters: "čćđšž",
            handicap: 2,
            words: """
                i u je na se da su za od s a koji o ne kao što će to iz do nije bi sa po ili koja \
                koje samo bio ali kako već sve ima biti nakon još prema godine tako bilo bila može \
                treba kada tokom također ovo ko šta gdje kaže rekao prije zbog više njegov nema \
                kod sam smo vrijeme bih bosne hercegovine bosni hercegovini historija sedmica \
                hiljada predsjednik vijeće januara februara marta aprila maja juna jula augusta \
                septembra oktobra novembra decembra saopćeno općina
                """
        ),
        LanguageProfile(
            "hu",
            letters: "áéíóöőúüű",
            words: """
                a az és hogy is nem egy meg ez volt el már csak azt de még ha kell mint ki van azt \
                szerint lehet után pedig vagy ezt aki lesz minden sem olyan nagyon között be akkor \
                fel ami le magyar majd több mert illetve így arra most én sok ezek volna lett \
                ahogy mondta közölte miatt alatt amely amelyek azonban két elnök év években \
                millió szeptember október magyarország valamint ember emberek
                """
        ),
        LanguageProfile(
            "ro",
            letters: "ăâîșțşţ",
            words: """
                de și în a la cu pe care nu din că o un este mai pentru se au ce să sunt fost am ca \
                fi prin ale sau dar după lui al cel i s le ar are iar acest această va acestea \
                până vor când fără foarte doar între sa dintre numai despre avea poate lor ei mult \
                cea cele ani anul spus declarat potrivit asupra împotriva său toate nici astfel şi \
                în aceasta acesta unui unei care două româniei românia
                """
        ),
        LanguageProfile(
            "sq",
            letters: "ëç",
            handicap: 1,
            words: """
                e të në dhe i një për me që nga se u është ka më do si por nuk janë ky kjo edhe ka \
                te tha ishte duke kur kanë tij saj pas deri ai ajo ata këtë apo sipas gjithashtu \
                mund kishte vetëm tyre shumë pa këto qenë bërë të cilat cili cila vit vitin vjet \
                shqipërisë kosovës qeverisë ndërsa gjatë para mes çdo
                """
        ),
        LanguageProfile(
            "tr",
            letters: "çğıİöşüâî",
            words: """
                ve bir bu da de için ile olarak çok daha olan gibi en ne o var ise sonra kadar ki \
                değil ama her olduğunu oldu ya yeni olduğu kendi göre mi iki türkiye son ilk büyük \
                önce içinde eden yok dedi tarafından etti edildi yılında yıl kişi şu arasında \
                nedeniyle başkanı söyledi diye bunun üzerine açıklamada ayrıca ancak bin zaman \
                hem olması veya şekilde birlikte karşı bütün çünkü gün sahip devam
                """
        ),
        LanguageProfile(
            "az",
            letters: "çəğıİöşü",
            handicap: 1,
            words: """
                və bir bu da də üçün ilə olaraq çox daha olan kimi ən nə o var isə sonra qədər ki \
                deyil amma hər olduğunu olub edib azərbaycan azərbaycanın bildirib görə həm onun \
                tərəfindən il ildə ili yeni başqa ölkə prezidenti qeyd edilib digər arasında \
                həmçinin lakin bütün idi edən barədə edilir ya
                """
        ),
        LanguageProfile(
            "uz",
            letters: "ʻʼ",
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
            handicap: 2,
            words: """
                an na a agus ar i go is le bhí ag do tá sé ní atá ach sa leis gur é chun nach \
                faoi idir siad sin seo mar ó as aon nó bliana bliain éireann rialtas raibh bheith \
                dúirt thar roimh nuair freisin mhaith níos
                """
        ),
        LanguageProfile(
            "cy",
            letters: "âêîôûŵŷ",
            handicap: 2,
            words: """
                y yn a i o ar ac yr mae bod wedi ei am gan sydd oedd ond fod hyn eu nad mewn hefyd \
                bydd cymru y mwy roedd dweud fel rhai dros wrth gyda blynyddoedd ddim dywedodd \
                iddo pan nhw hynny gael
                """
        ),
        LanguageProfile(
            "eu",
            letters: "ñ",
            handicap: 1,
            words: """
                eta da du ez bat dute zen ere dira zuen dela baina izan dituzte egin izango beste \
                hau zuten urte edo baino dio ziren esan lehen behar bere arte dituen honen \
                euskal hori dagoen egiten gabe gaur oso arabera
                """
        ),
        LanguageProfile(
            "ca",
            letters: "àçéèíïóòúü·",
            words: """
                de la i el que a en l d per les els un del amb una no ha s al és més com es pel dels \
                va però també ser seva aquest aquesta són han entre fins seu sobre van sense als \
                hi fer molt on quan tot any anys ja segons després catalunya mentre perquè altres \
                dos gran aquests ens m n això havia estat dues dia tots només des
                """
        ),
        LanguageProfile(
            "gl",
            letters: "áéíñóúü",
            handicap: 1,
            words: """
                de a o que e do da en un para con non unha os no se na por máis as dos como pero ao \
                das polo pola á seu súa ou cando moi xa tamén só ata isto entre despois sen mesmo \
                aos foi ser son está ten hai segundo aínda anos ano dixo sobre galicia xunta onde \
                contra están país persoas desde dende co coa cos
                """
        ),
        LanguageProfile(
            "mt",
            letters: "ċġħż",
            handicap: 1,
            words: """
                li ta il u ma f biex din fuq bil kien hija huwa kienet dan wara meta qal għal dwar \
                ukoll aktar jew hemm għandu minn bħal kif dawn malta sena qalet kollha mill għall \
                fl ghal x qed wieħed imma
                """
        ),
        LanguageProfile(
            "vi",
            letters: "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
            words: """
                và của có là các được cho trong người với không một những đã này năm từ đến về \
                khi tại để cũng theo ra ông nhiều đó vào sau như trên công nước việt nam ngày \
                phải bị sẽ hơn thể hai lại đang qua nhà làm còn sự họ do nói tôi thì mới rất nhưng
                """
        ),
        LanguageProfile(
            "id",
            words: """
                yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh karena \
                telah ada tersebut sebagai bisa lebih adalah saat para kepada mereka kami bahwa \
                tahun sudah atau kata saya menjadi seperti secara dia hari orang seorang banyak \
                masih namun saja pun harus antara setelah lalu hanya warga indonesia ujar dapat \
                hingga sehingga anda ketika kita serta terhadap belum beberapa polisi sejumlah \
                melalui dua tak kalau agar presiden senin selasa rabu kamis jumat sabtu minggu
                """
        ),
        LanguageProfile(
            "ms",
            handicap: 0.5,
            words: """
                yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh kerana \
                telah ada tersebut sebagai boleh lebih adalah para kepada mereka kami bahawa tahun \
                sudah atau kata saya menjadi seperti secara beliau hari orang seorang ramai masih \
                namun sahaja pun perlu antara selepas lalu hanya malaysia katanya dapat hingga \
                manakala ketika kita serta terhadap belum beberapa polis sebanyak melalui dua tak \
                bagi berkata turut ialah kerajaan daripada semasa isnin selasa rabu khamis jumaat \
                ahad menteri negara sebuah berikutan iaitu
                """
        ),
        LanguageProfile(
            "tl",
            letters: "ñ",
            words: """
                ang ng sa na mga at ay ni si para nang kay ito niya sila siya hindi may dahil mula \
                ayon isang rin din ko mo ka pa lang kung kanyang noong habang matapos ngunit pero \
                walang wala naman ating kanilang nito tayo natin pang kaya upang nila bilang isa \
                dalawang pag nasa ilang araw taon pilipinas sinabi pamahalaan
                """
        ),
        LanguageProfile(
            "ceb",
            handicap: 3,
            words: """
                ang sa nga og mga si ni kay usa wala kini ug niya sila iyang alang dili apan usab \
                gikan human kaniadtong kaniya nila gihapon matod adunay ingon
                """
        ),
        LanguageProfile(
            "jv",
            handicap: 3,
            words: """
                ing lan sing kang iku saka karo iki wis ora ana uga kanggo dadi marang amarga \
                nalika utawa dening kanthi nanging taun wong
                """
        ),
        LanguageProfile(
            "sw",
            words: """
                ya na wa kwa katika ni la za kuwa cha hiyo huyo wakati hata kama baada alisema \
                amesema vya pia watu ili hii huo yake wake rais serikali nchi hiyo mwaka ambao \
                ambayo kutoka hayo lakini bila kati mkuu tanzania kenya wote yao wao huo alikuwa \
                zaidi kufanya sasa siku yetu ambapo mbali mara ndani juu moja kila bado haya hilo \
                hivyo jana leo waziri polisi mjini
                """
        ),
        LanguageProfile(
            "af",
            letters: "ëêïôû",
            words: """
                die en van in is het om te dat nie wat vir met op hy sy as aan ook na by hulle ’n n \
                ek kan was sal word deur moet ons uit maar jaar een sê tot oor so toe nog of meer \
                gaan waar baie mense teen suid afrika volgens polisie omdat wie al hierdie haar \
                twee dit ander sê
                """
        ),
        LanguageProfile(
            "so",
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
            handicap: 1,
            words: """
                ní tí àwọn ó sì ń ti ni pé wọn sí kan náà fún láti jẹ́ gbogbo nínú bá ṣe yìí ọdún \
                wọ́n kò lórí bí ọ̀rọ̀ ìjọba awon ninu
                """
        ),
        LanguageProfile(
            "ig",
            letters: "ịọụṅ",
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
            handicap: 2,
            words: """
                mu ku na kandi yavuze ko bya muri kuri ubwo nyuma cyane abantu avuga ari umuntu \
                perezida u rwanda igihugu ya wa ba mbere kugira
                """
        ),
        LanguageProfile(
            "mg",
            letters: "ôà",
            handicap: 2,
            words: """
                ny sy fa ho amin izay dia tao tsy tamin ireo no eo fanjakana malagasy ary teo nandritra \
                efa aza mba momba noho ilay
                """
        ),
        LanguageProfile(
            "ht",
            letters: "èòà",
            handicap: 2,
            words: """
                nan ak yo pou la li ki te ap yon sou pa nou se men gen tout kap peyi ayiti moun fè \
                gouvènman tankou lè kont depi
                """
        ),
        LanguageProfile(
            "eo",
            letters: "ĉĝĥĵŝŭ",
            handicap: 2,
            words: """
                la de kaj en estas al por ke ne kun por li mi el ili oni pri kiu estis tiu sed kiel \
                post ĝi kiuj ankaŭ da per plej pli dum iu unu
                """
        ),
        LanguageProfile(
            "la",
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
            handicap: 2,
            words: """
                de fan it in en is dat op te mei foar net troch om ek oan by hy wie yn nei út sy mar \
                noch oer wurdt hat fryslân jier kin minsken moat
                """
        ),
        LanguageProfile(
            "gd",
            letters: "àèìòù",
            handicap: 3,
            words: """
                a an na agus air ann tha gu e is le do bha aig nach ach chan airson bho mar gun sin \
                seo iad alba còmhla bliadhna dha thuirt
                """
        ),
    ]
}
