import Testing

@testable import ArticleParsing

@Suite struct DatelineReaderTests {
    /// A paragraph's beginning with the raw dateline, place, date and agency that it holds.
    struct Vector: Sendable {
        var text: String
        var raw: String
        var place: String?
        var date: String?
        var agency: String?

        init(_ text: String, _ raw: String, _ place: String?, _ date: String?, _ agency: String?) {
            self.text = text
            self.raw = raw
            self.place = place
            self.date = date
            self.agency = agency
        }
    }

    static let vectors: [Vector] = [
        Vector("LIMA, Peru (AP) — Rain fell again.", "LIMA, Peru (AP) —", "LIMA, Peru", nil, "AP"),
        Vector(
            "OSLO, March 4 (Reuters) - The bank said",
            "OSLO, March 4 (Reuters) -",
            "OSLO",
            "March 4",
            "Reuters"
        ),
        Vector("(Reuters) - Shares rose", "(Reuters) -", nil, nil, "Reuters"),
        Vector("QUITO (AFP) – Le président a dit", "QUITO (AFP) –", "QUITO", nil, "AFP"),
        Vector(
            "EAST LANSING, Mich. (AP) _ A court ruled",
            "EAST LANSING, Mich. (AP) _",
            "EAST LANSING, Mich.",
            nil,
            "AP"
        ),
        Vector("Mar 7: The council met on Tuesday", "Mar 7:", nil, "Mar 7", nil),
        Vector("NEW DELHI: The ministry said", "NEW DELHI:", "NEW DELHI", nil, nil),
        Vector(
            "(21. November 2022) Die Kammer tagte",
            "(21. November 2022)",
            nil,
            "21. November 2022",
            nil
        ),
        Vector("Pune: A tanker overturned", "Pune:", "Pune", nil, nil),
        Vector("Nagpur, Jun 11 (PTI) A bridge", "Nagpur, Jun 11 (PTI)", "Nagpur", "Jun 11", "PTI"),
        Vector("Jaipur, Jan 2 (ANI): The police", "Jaipur, Jan 2 (ANI):", "Jaipur", "Jan 2", "ANI"),
        Vector("KATHMANDU, May 3 -- The river", "KATHMANDU, May 3 --", "KATHMANDU", "May 3", nil),
        Vector(
            "BOGOTÁ, 12 de mayo (EFE).- El gobierno",
            "BOGOTÁ, 12 de mayo (EFE).-",
            "BOGOTÁ",
            "12 de mayo",
            "EFE"
        ),
        Vector(
            "Madrid, 3 feb (EFE).- El paro bajó",
            "Madrid, 3 feb (EFE).-",
            "Madrid",
            "3 feb",
            "EFE"
        ),
        Vector("Berlin (dpa) - Der Bundestag hat", "Berlin (dpa) -", "Berlin", nil, "dpa"),
        Vector(
            "Hamburg/Kiel (dpa/lno) – Die Polizei",
            "Hamburg/Kiel (dpa/lno) –",
            "Hamburg/Kiel",
            nil,
            "dpa/lno"
        ),
        Vector("Wien – Der Nationalrat hat am Montag", "Wien –", "Wien", nil, nil),
        Vector(
            "PARIS, 4 octobre (Reuters) - La Banque",
            "PARIS, 4 octobre (Reuters) -",
            "PARIS",
            "4 octobre",
            "Reuters"
        ),
        Vector("(AFP) - Le match a été arrêté", "(AFP) -", nil, nil, "AFP"),
        Vector("ROMA (ANSA) - Il governo ha", "ROMA (ANSA) -", "ROMA", nil, "ANSA"),
        Vector(
            "(ANSA) - ROMA, 12 MAR - Il governo",
            "(ANSA) - ROMA, 12 MAR -",
            "ROMA",
            "12 MAR",
            "ANSA"
        ),
        Vector(
            "Porto, 5 mai 2024 (Lusa) – A câmara",
            "Porto, 5 mai 2024 (Lusa) –",
            "Porto",
            "5 mai 2024",
            "Lusa"
        ),
        Vector("ANKARA (AA) - Bakan, toplantıda", "ANKARA (AA) -", "ANKARA", nil, "AA"),
        Vector(
            "МОСКВА, 5 окт — РИА Новости. Суд",
            "МОСКВА, 5 окт — РИА Новости.",
            "МОСКВА",
            "5 окт",
            "РИА Новости"
        ),
        Vector(
            "МИНСК, 7 мая. /ТАСС/. Суд признал",
            "МИНСК, 7 мая. /ТАСС/.",
            "МИНСК",
            "7 мая",
            "ТАСС"
        ),
        Vector(
            "القاهرة 15 أكتوبر (رويترز) - قال مسؤول",
            "القاهرة 15 أكتوبر (رويترز) -",
            "القاهرة",
            "15 أكتوبر",
            "رويترز"
        ),
        Vector("عمان، الأردن (CNN) -- أعلنت", "عمان، الأردن (CNN) --", "عمان، الأردن", nil, "CNN"),
        Vector("पटना, 12 मई (भाषा) राज्य सरकार ने", "पटना, 12 मई (भाषा)", "पटना", "12 मई", "भाषा"),
        Vector("新华社上海3月5日电 记者从", "新华社上海3月5日电", "上海", "3月5日", "新华社"),
        Vector("新华社伦敦3月5日电（记者张某）英国", "新华社伦敦3月5日电", "伦敦", "3月5日", "新华社"),
        Vector("中新社广州6月2日电 广东", "中新社广州6月2日电", "广州", "6月2日", "中新社"),
        Vector("【6月18日 AFP】北部の", "【6月18日 AFP】", nil, "6月18日", "AFP"),
        Vector("【ソウル共同】韓国の", "【ソウル共同】", "ソウル", nil, "共同"),
        Vector("[ロンドン 5日 ロイター] - 英国の", "[ロンドン 5日 ロイター] -", "ロンドン", nil, "ロイター"),
        Vector("(부산=연합뉴스) 홍길동 기자 = 부산시는", "(부산=연합뉴스) 홍길동 기자 =", "부산", nil, "연합뉴스"),
        Vector("[대구=뉴시스] 대구시는", "[대구=뉴시스]", "대구", nil, "뉴시스"),
        Vector(
            "DENVER, Sept. 12, 2023 /PRNewswire/ -- Acme",
            "DENVER, Sept. 12, 2023 /PRNewswire/ --",
            "DENVER",
            "Sept. 12, 2023",
            "PRNewswire"
        ),
        Vector(
            "DENVER--(BUSINESS WIRE)--Acme said",
            "DENVER--(BUSINESS WIRE)--",
            "DENVER",
            nil,
            "BUSINESS WIRE"
        ),
        Vector(
            "DENVER, Oct. 3, 2024 (GLOBE NEWSWIRE) -- Acme",
            "DENVER, Oct. 3, 2024 (GLOBE NEWSWIRE) --",
            "DENVER",
            "Oct. 3, 2024",
            "GLOBE NEWSWIRE"
        ),
        Vector(
            "MANILA, Philippines – The senate",
            "MANILA, Philippines –",
            "MANILA, Philippines",
            nil,
            nil
        ),
        Vector(
            "JAKARTA, KOMPAS.com - Polisi",
            "JAKARTA, KOMPAS.com -",
            "JAKARTA",
            nil,
            "KOMPAS.com"
        ),
        Vector("Jakarta (ANTARA) - Menteri", "Jakarta (ANTARA) -", "Jakarta", nil, "ANTARA"),
        Vector("KUALA LUMPUR: Kerajaan akan", "KUALA LUMPUR:", "KUALA LUMPUR", nil, nil),
        Vector("WASHINGTON, D.C. — The agency", "WASHINGTON, D.C. —", "WASHINGTON, D.C.", nil, nil),
        Vector("Kyiv, Ukraine – Air raid sirens", "Kyiv, Ukraine –", "Kyiv, Ukraine", nil, nil),
        Vector(
            "TEL AVIV, Israel (JTA) — The",
            "TEL AVIV, Israel (JTA) —",
            "TEL AVIV, Israel",
            nil,
            "JTA"
        ),
        Vector(
            "BEIJING, Nov. 17 (Xinhua) -- China",
            "BEIJING, Nov. 17 (Xinhua) --",
            "BEIJING",
            "Nov. 17",
            "Xinhua"
        ),
        Vector(
            "ISLAMABAD, Nov 17 (APP): The",
            "ISLAMABAD, Nov 17 (APP):",
            "ISLAMABAD",
            "Nov 17",
            "APP"
        ),
        Vector("Warszawa (PAP) - Sejm", "Warszawa (PAP) -", "Warszawa", nil, "PAP"),
        Vector(
            "Praha 5. května (ČTK) - Vláda",
            "Praha 5. května (ČTK) -",
            "Praha",
            "5. května",
            "ČTK"
        ),
        Vector("Oslo (NTB): Regjeringen", "Oslo (NTB):", "Oslo", nil, "NTB"),
        Vector("תל אביב (רויטרס) - הממשלה", "תל אביב (רויטרס) -", "תל אביב", nil, "רויטרס"),
        Vector("تهران (ایرنا) - وزیر", "تهران (ایرنا) -", "تهران", nil, "ایرنا"),
        Vector("(CNN) A man who", "(CNN)", nil, nil, "CNN"),
        Vector("Lagos (AFP) The minister", "Lagos (AFP)", "Lagos", nil, "AFP"),
        Vector(
            "MOSCOW. Oct 15 (Interfax) - A court",
            "MOSCOW. Oct 15 (Interfax) -",
            "MOSCOW",
            "Oct 15",
            "Interfax"
        ),
        Vector(
            "Paris, le 3 octobre - La mairie",
            "Paris, le 3 octobre -",
            "Paris",
            "3 octobre",
            nil
        ),
        Vector("本报广州10月5日讯 广州", "本报广州10月5日讯", "广州", "10月5日", nil),
        Vector(
            "Ciudad de México.- El gobierno",
            "Ciudad de México.-",
            "Ciudad de México",
            nil,
            nil
        ),
        Vector(
            "Geneva/Juba, 5 March 2024 – The agency",
            "Geneva/Juba, 5 March 2024 –",
            "Geneva/Juba",
            "5 March 2024",
            nil
        ),
        Vector("नई दिल्ली: सरकार ने", "नई दिल्ली:", "नई दिल्ली", nil, nil),
        Vector("Regensburg. In der Altstadt brannte", "Regensburg.", "Regensburg", nil, nil),
        Vector("تهران - ایرنا - کتابخانه بندر", "تهران - ایرنا -", "تهران", nil, "ایرنا"),
    ]

    @Test(arguments: vectors)
    func `reads a dateline`(vector: Vector) throws {
        let text = Manuscript(vector.text)
        let found = try #require(
            DatelineReader.dateline(
                in: 0..<text.scalars.count,
                of: text,
                dayFirst: true,
                isFirst: true
            )
        )
        #expect(found.dateline.raw == vector.raw)
        #expect(found.dateline.place == vector.place)
        #expect(found.dateline.date == vector.date)
        #expect(found.dateline.agency == vector.agency)
    }

    @Test(arguments: [
        "The council met on Tuesday - and again on Friday - to talk.",
        "Exclusive: The council met.", "He said: “No.”", "Yes — I think so.",
        "Earnings up: The bank beat estimates.", "In 2019 (AP) was there.",
        "Trump — who has said so — went on.", "“Go,” he said. Then: silence.",
        "At 10:30 - or later - the bus came.", "한국은 오늘 말했다.", "北京是中国的首都。",
        "Der Minister – er war krank – kam.", "Nein. Das geht nicht.",
        "Gestern. Heute. Morgen.", "Note: This story has been updated.",
        "Keeper: Nell has minded the lock since May.", "Ein Rätsel: So viele Boote lagen nie hier.",
    ])
    func `takes no sentence for a dateline`(sentence: String) {
        let text = Manuscript(sentence)
        #expect(
            DatelineReader.dateline(
                in: 0..<text.scalars.count,
                of: text,
                dayFirst: true,
                isFirst: true
            ) == nil
        )
    }
}
