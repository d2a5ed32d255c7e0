extension LanguageProfile {
    /// Languages of Asia and Africa in the Latin script.
    static let latinOfAsiaAndAfrica: [LanguageProfile] = [
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
    ]
}
