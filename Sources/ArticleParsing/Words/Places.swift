/// Cities and countries that datelines and bylines name most.
///
/// A place is also recognised without this table where a day, an agency or capitals speak for it.
/// What is in it is a place on a line of its own or before a full stop, and never a person.
enum Places {
    /// Whether the words of a range are a place's name, with a region or a country behind a comma.
    static func contains(_ text: Manuscript, _ range: Range<Int>) -> Bool {
        if names.contains(PhraseKey(text, range)) { return true }
        guard
            let comma = range.first(where: { ScalarClass(text.scalars[$0]) == .comma }),
            comma > range.lowerBound, comma + 1 < range.upperBound,
            !range.contains(where: { ScalarClass(text.scalars[$0]) == .digit })
        else { return false }
        return names.contains(PhraseKey(text, range.lowerBound..<comma))
    }

    static let names = PhraseTable(
        """
        en: Abidjan | Abu Dhabi | Abuja | Accra | Addis Ababa | Ahmedabad | Aleppo | Algiers | Amman | Amsterdam | Ankara | Antananarivo | Asmara | Astana | Asuncion | Athens | Atlanta | Auckland | Baghdad | Baku | Baltimore | Bamako | Bangkok | Bangui | Barcelona | Basra | Beijing | Beirut | Belfast | Belgrade | Bengaluru | Bangalore | Berlin | Bern | Bhopal | Birmingham | Bishkek | Bogota | Boston | Brasilia | Bratislava | Brazzaville | Bridgetown | Brisbane | Brussels | Bucharest | Budapest | Buenos Aires | Bujumbura | Cairo | Calgary | Canberra | Cape Town | Caracas | Cardiff | Casablanca | Chandigarh | Chennai | Chicago | Chisinau | Cincinnati | Cleveland | Colombo | Conakry | Copenhagen | Cotonou | Dakar | Dallas | Damascus | Dar es Salaam | Dehradun | Delhi | Denver | Detroit | Dhaka | Djibouti | Dodoma | Doha | Dubai | Dublin | Durban | Dushanbe | Edinburgh | Edmonton | Entebbe | Erbil | Frankfurt | Freetown | Gaborone | Gaza | Gaza City | Geneva | Georgetown | Glasgow | Guatemala City | Gurugram | Guwahati | Hamburg | Hanoi | Harare | Havana | Helsinki | Ho Chi Minh City | Hong Kong | Honolulu | Houston | Hyderabad | Islamabad | Istanbul | Jaipur | Jakarta | Jammu | Jeddah | Jerusalem | Johannesburg | Juba | Kabul | Kampala | Kandahar | Kano | Karachi | Kathmandu | Khartoum | Kiev | Kyiv | Kigali | Kingston | Kinshasa | Kochi | Kolkata | Kuala Lumpur | Kuwait City | Lagos | Lahore | Las Vegas | Libreville | Lilongwe | Lima | Lisbon | Liverpool | Ljubljana | Lome | London | Los Angeles | Luanda | Lucknow | Lusaka | Luxembourg | Lviv | Madrid | Malabo | Managua | Manama | Manchester | Manila | Maputo | Marseille | Maseru | Mbabane | Mecca | Medina | Melbourne | Mexico City | Miami | Milan | Milwaukee | Minneapolis | Minsk | Mogadishu | Mombasa | Monaco | Monrovia | Montevideo | Montreal | Moscow | Mosul | Mumbai | Munich | Muscat | Nagpur | Nairobi | Nassau | Naypyidaw | New Delhi | New Orleans | New York | Niamey | Nicosia | Noida | Nouakchott | Osaka | Oslo | Ottawa | Ouagadougou | Panama City | Paris | Patna | Perth | Peshawar | Philadelphia | Phnom Penh | Phoenix | Pittsburgh | Podgorica | Port Louis | Port Moresby | Port-au-Prince | Port of Spain | Prague | Pretoria | Pristina | Pune | Pyongyang | Quebec City | Quetta | Quito | Rabat | Ramallah | Ranchi | Rawalpindi | Reykjavik | Riga | Rio de Janeiro | Riyadh | Rome | Sacramento | San Diego | San Francisco | San Jose | San Juan | San Salvador | Sanaa | Santiago | Santo Domingo | Sao Paulo | Sarajevo | Seattle | Seoul | Shanghai | Shenzhen | Shimla | Singapore | Skopje | Sofia | Srinagar | St. Petersburg | Stockholm | Strasbourg | Suva | Sydney | Taipei | Tallinn | Tashkent | Tbilisi | Tegucigalpa | Tehran | Tel Aviv | The Hague | Thiruvananthapuram | Thimphu | Tirana | Tokyo | Toronto | Tripoli | Tunis | Turin | Ulaanbaatar | United Nations | Vancouver | Varanasi | Vatican City | Venice | Vienna | Vientiane | Vilnius | Visakhapatnam | Warsaw | Washington | Washington DC | Washington D.C. | Wellington | Windhoek | Winnipeg | Wuhan | Yangon | Yaounde | Yerevan | Zagreb | Zurich
        de: Augsburg | Basel | Bochum | Bonn | Braunschweig | Bremen | Brüssel | Bukarest | Chemnitz | Damaskus | Den Haag | Dortmund | Dresden | Duisburg | Düsseldorf | Erfurt | Frankfurt am Main | Freiburg | Genf | Graz | Halle | Hannover | Innsbruck | Istanbul | Jerusalem | Kairo | Kapstadt | Karlsruhe | Kassel | Kiel | Kiew | Klagenfurt | Köln | Kopenhagen | Leipzig | Linz | Lissabon | Luzern | Magdeburg | Mailand | Mainz | Mannheim | Moskau | München | Münster | Neu-Delhi | Nürnberg | Peking | Potsdam | Prag | Regensburg | Rom | Rostock | Saarbrücken | Salzburg | Schwerin | Straßburg | Stuttgart | Teheran | Tel Aviv | Tokio | Warschau | Wien | Wiesbaden | Würzburg | Zürich
        fr: Alger | Athènes | Bagdad | Bâle | Berne | Beyrouth | Bordeaux | Bruxelles | Bucarest | Damas | Douala | Dublin | Genève | Grenoble | Jérusalem | Kaboul | La Haye | Lausanne | Le Caire | Lille | Limoges | Lisbonne | Londres | Lyon | Montpellier | Montréal | Moscou | Nantes | New Delhi | Ottawa | Pékin | Québec | Rennes | Rouen | Strasbourg | Téhéran | Toulouse | Tunis | Varsovie | Vienne | Yaoundé | N'Djamena | Lomé
        es: Asunción | Barranquilla | Bilbao | Bogotá | Brasilia | Bruselas | Cali | Ciudad de México | Ciudad de Guatemala | Ciudad de Panamá | Córdoba | El Cairo | Estambul | Ginebra | Granada | Guadalajara | Guayaquil | Jerusalén | La Habana | La Paz | Lisboa | Londres | Los Ángeles | Málaga | Medellín | Moscú | Monterrey | Murcia | Nueva Delhi | Nueva York | París | Pekín | Roma | Rosario | San José | Sevilla | Tegucigalpa | Teherán | Tokio | Valencia | Valparaíso | Viena | Zaragoza
        pt: Belém | Belo Horizonte | Brasília | Bruxelas | Coimbra | Curitiba | Florianópolis | Fortaleza | Genebra | Lisboa | Londres | Maputo | Moscou | Moscovo | Nova York | Nova Iorque | Porto Alegre | Recife | São Paulo | Praia | Bissau | Díli
        it: Bari | Bologna | Bruxelles | Cagliari | Firenze | Genova | Londra | Milano | Mosca | Napoli | Palermo | Parigi | Pechino | Roma | Torino | Venezia | Verona | Città del Vaticano
        nl: Antwerpen | Brussel | Gent | Rotterdam | Utrecht | Parijs | Londen | Berlijn
        sv: Göteborg | Malmö | Köpenhamn | Helsingfors | Uppsala
        da: København | Aarhus | Odense
        no: Bergen | Trondheim | Stavanger
        fi: Helsinki | Tampere | Turku
        pl: Warszawa | Kraków | Gdańsk | Wrocław | Poznań | Łódź | Moskwa | Bruksela
        cs: Praha | Brno | Ostrava | Plzeň | Moskva
        sk: Bratislava | Košice
        hu: Budapest | Debrecen
        ro: București | Bucureşti | Chișinău
        hr: Zagreb | Beograd | Sarajevo | Ljubljana
        tr: Ankara | İstanbul | İzmir | Antalya | Bursa | Adana | Gaziantep | Diyarbakır | Trabzon | Kayseri | Konya | Lefkoşa | Moskova | Londra | Brüksel | Kudüs | Şam | Bağdat | Kahire | Tahran | Saraybosna
        ru: Москва | Санкт-Петербург | Киев | Минск | Астана | Алматы | Ташкент | Бишкек | Баку | Ереван | Тбилиси | Новосибирск | Екатеринбург | Казань | Владивосток | Самара | Вашингтон | Брюссель | Лондон | Париж | Берлин | Пекин | Женева
        uk: Київ | Львів | Одеса | Харків | Дніпро | Запоріжжя
        bg: София | Пловдив | Варна
        el: Αθήνα | Θεσσαλονίκη | Λευκωσία | Βρυξέλλες
        ar: القاهرة | الرياض | دبي | أبوظبي | بيروت | دمشق | بغداد | عمان | القدس | القدس المحتلة | رام الله | غزة | الدوحة | الكويت | المنامة | مسقط | صنعاء | عدن | الخرطوم | طرابلس | تونس | الجزائر | الرباط | نواكشوط | واشنطن | لندن | باريس | موسكو | برلين | نيويورك | بروكسل | جنيف | أنقرة | إسطنبول | طهران | جدة | مكة المكرمة | المدينة المنورة
        fa: تهران | مشهد | اصفهان | شیراز | تبریز | کابل | واشنگتن | لندن | پاریس | مسکو
        he: ירושלים | תל אביב | חיפה | וושינגטון
        ur: اسلام آباد | کراچی | لاہور | پشاور | کوئٹہ | نئی دہلی | راولپنڈی | ملتان
        hi: नई दिल्ली | नयी दिल्ली | दिल्ली | मुंबई | लखनऊ | पटना | भोपाल | जयपुर | रांची | रायपुर | देहरादून | शिमला | चंडीगढ़ | कोलकाता | चेन्नई | बेंगलुरु | हैदराबाद | अहमदाबाद | कानपुर | वाराणसी | प्रयागराज | आगरा | मेरठ | गोरखपुर | नोएडा | गाजियाबाद | गुरुग्राम | फरीदाबाद | इंदौर | ग्वालियर | जम्मू | श्रीनगर | वाशिंगटन | लंदन | काठमांडू | इस्लामाबाद
        bn: ঢাকা | কলকাতা | চট্টগ্রাম | রাজশাহী | খুলনা | সিলেট | নয়াদিল্লি
        zh: 北京 | 上海 | 广州 | 廣州 | 深圳 | 天津 | 重庆 | 重慶 | 成都 | 武汉 | 武漢 | 南京 | 杭州 | 西安 | 香港 | 澳门 | 澳門 | 台北 | 臺北 | 高雄 | 台中 | 臺中 | 台南 | 臺南 | 新北 | 桃園 | 新竹 | 基隆 | 花蓮 | 嘉義 | 屏東 | 华盛顿 | 華盛頓 | 纽约 | 紐約 | 伦敦 | 倫敦 | 巴黎 | 柏林 | 莫斯科 | 东京 | 東京 | 首尔 | 首爾 | 日内瓦 | 日內瓦 | 布鲁塞尔 | 布魯塞爾 | 联合国 | 聯合國 | 耶路撒冷 | 新德里 | 曼谷 | 新加坡 | 开罗 | 開羅
        ja: 東京 | 大阪 | 京都 | 名古屋 | 札幌 | 福岡 | 広島 | 那覇 | 仙台 | ワシントン | ニューヨーク | ロンドン | パリ | ベルリン | モスクワ | 北京 | 上海 | ソウル | ジュネーブ | ブリュッセル | バンコク | カイロ | エルサレム
        ko: 서울 | 부산 | 대구 | 인천 | 광주 | 대전 | 울산 | 세종 | 수원 | 제주 | 워싱턴 | 뉴욕 | 런던 | 파리 | 베를린 | 모스크바 | 베이징 | 도쿄 | 상하이
        th: กรุงเทพฯ | กรุงเทพมหานคร | เชียงใหม่
        vi: Hà Nội | TP.HCM | Thành phố Hồ Chí Minh | Đà Nẵng | Hải Phòng | Cần Thơ
        id: Jakarta | Surabaya | Bandung | Medan | Semarang | Makassar | Yogyakarta | Denpasar | Palembang
        sw: Dar es Salaam | Dodoma | Nairobi | Arusha | Mwanza | Mombasa
        """
    )
}
