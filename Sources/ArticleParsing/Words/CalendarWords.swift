/// The names of months and weekdays, by language.
///
/// A row holds twelve months from January, or seven days from Sunday, between bars; spellings of
/// one are side by side, `_` joins the words of one. The first language that has a word decides, so a
/// spelling that means different months in two languages belongs in neither.
enum CalendarWords {
    /// Months, 1 to 12, of the Gregorian calendar.
    static let months = NameTable(monthTable, first: 1)
    /// Weekdays, 0 for Sunday to 6 for Saturday.
    static let weekdays = NameTable(weekdayTable, first: 0)
    /// Months, 1 to 12, of the Islamic calendar.
    static let hijriMonths = NameTable(hijriTable, first: 1)
    /// Months, 1 to 12, of the Persian solar calendar.
    static let persianMonths = NameTable(persianTable, first: 1)
    /// Short words that stand before a weekday and belong to it: `on Saturday`.
    static let weekdayPrepositions = WordTable<Bool>(
        table: """
            en: on
            de: am
            fr: le | ce
            es: el | este
            it: nella
            sv: på | i
            da: på
            nl: op
            pl: w | we
            ru: в | во
            uk: у
            bg: във
            cs: ve
            ro: pe
            hr: u
            hu: egy
            ar: يوم
            fa: روز
            he: ביום
            id: pada | hari
            vi: vào
            sw: siku
            """
    )

    private static let monthTable = """
        en: January Jan | February Feb | March Mar | April Apr | May | June Jun | July Jul | August Aug | September Sept Sep | October Oct | November Nov | December Dec
        de: Januar Jänner Jän | Februar Feber | März Mär Mrz | April | Mai | Juni | Juli | August | September | Oktober Okt | November | Dezember Dez
        fr: janvier janv | février févr fév fevrier | mars | avril avr | mai | juin | juillet juil | août aout | septembre | octobre | novembre | décembre déc
        es: enero ene | febrero | marzo | abril abr | mayo | junio | julio | agosto ago | septiembre setiembre set | octubre | noviembre | diciembre dic
        pt: janeiro | fevereiro fev | março | abril | maio | junho | julho | agosto | setembro | outubro out | novembro | dezembro dez
        it: gennaio genn gen | febbraio febbr | marzo | aprile | maggio magg mag | giugno giu | luglio lug | agosto | settembre sett | ottobre ott | novembre | dicembre
        nl: januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november | december
        sv: januari | februari | mars | april | maj | juni | juli | augusti aug | september | oktober | november | december
        da: januar | februar | marts | april | maj | juni | juli | august | september | oktober | november | december
        no: januar | februar | mars | april | mai | juni | juli | august | september | oktober | november | desember des
        fi: tammikuu tammikuuta | helmikuu helmikuuta | maaliskuu maaliskuuta | huhtikuu huhtikuuta | toukokuu toukokuuta | kesäkuu kesäkuuta | heinäkuu heinäkuuta | elokuu elokuuta | syyskuu syyskuuta | lokakuu lokakuuta | marraskuu marraskuuta | joulukuu joulukuuta
        is: janúar | febrúar | mars | apríl | maí | júní | júlí | ágúst | september | október | nóvember | desember
        pl: stycznia styczeń sty | lutego luty | marca marzec | kwietnia kwiecień kwi | maja maj | czerwca czerwiec cze | lipca lipiec | sierpnia sierpień sie | września wrzesień wrz | października październik paź | listopada listopad | grudnia grudzień gru
        cs: ledna leden | února únor | března březen | dubna duben | května květen | června červen | července červenec | srpna srpen | září | října říjen | listopadu | prosince prosinec
        sk: januára | februára | marca | apríla | mája | júna | júla | augusta | septembra | októbra | novembra | decembra
        hu: január | február | március márc | április ápr | május máj | június jún | július júl | augusztus | szeptember szept | október | november | december
        ro: ianuarie ian | februarie | martie | aprilie | mai | iunie iun | iulie iul | august | septembrie | octombrie | noiembrie noi | decembrie
        sl: januarja | februarja | marca | aprila | maja | junija | julija | avgusta | septembra | oktobra | novembra | decembra
        hr: siječnja siječanj | veljače veljača | ožujka ožujak | travnja travanj | svibnja svibanj | lipnja lipanj | srpnja srpanj | kolovoza kolovoz | rujna rujan | listopada | studenoga studenog studeni | prosinca prosinac
        lt: sausio | vasario | kovo | balandžio | gegužės | birželio | liepos | rugpjūčio | rugsėjo | spalio | lapkričio | gruodžio
        lv: janvāris janvārī | februāris februārī | marts martā | aprīlis aprīlī | maijs maijā | jūnijs jūnijā | jūlijs jūlijā | augusts augustā | septembris septembrī | oktobris oktobrī | novembris novembrī | decembris decembrī
        et: jaanuar | veebruar | märts | aprill | mai | juuni | juuli | august | september | oktoober | november | detsember
        tr: Ocak Oca | Şubat Şub | Mart | Nisan Nis | Mayıs | Haziran Haz | Temmuz Tem | Ağustos Ağu | Eylül Eyl | Ekim Eki | Kasım Kas | Aralık Ara
        az: yanvar | fevral | mart | aprel | may | iyun | iyul | avqust | sentyabr | oktyabr | noyabr | dekabr
        ca: gener | febrer | març | abril | maig | juny | juliol | agost | setembre | octubre | novembre | desembre
        ru: января январь янв | февраля февраль фев | марта март мар | апреля апрель апр | мая май | июня июнь июн | июля июль июл | августа август авг | сентября сентябрь сен сент | октября октябрь окт | ноября ноябрь ноя | декабря декабрь дек
        uk: січня січень | лютого лютий | березня березень | квітня квітень | травня травень | червня червень | липня липень | серпня серпень | вересня вересень | жовтня жовтень | листопада листопад | грудня грудень
        be: студзеня | лютага | сакавіка | красавіка | мая | чэрвеня | ліпеня | жніўня | верасня | кастрычніка | лістапада | снежня
        bg: януари | февруари | март | април | май | юни | юли | август | септември | октомври | ноември | декември
        sr: јануара јануар | фебруара фебруар | марта март | априла април | маја мај | јуна јун | јула јул | августа август | септембра септембар | октобра октобар | новембра новембар | децембра децембар
        el: Ιανουαρίου Ιαν | Φεβρουαρίου Φεβ | Μαρτίου Μαρ | Απριλίου Απρ | Μαΐου Μαϊ | Ιουνίου Ιουν | Ιουλίου Ιουλ | Αυγούστου Αυγ | Σεπτεμβρίου Σεπ | Οκτωβρίου Οκτ | Νοεμβρίου Νοε | Δεκεμβρίου Δεκ
        ar: يناير كانون_الثاني كانون_ثاني جانفي | فبراير شباط فيفري | مارس آذار اذار | أبريل إبريل نيسان ابريل أفريل | مايو أيار ايار ماي | يونيو حزيران جوان يونيه | يوليو تموز يوليوز جويلية يوليه | أغسطس آب اغسطس أوت غشت | سبتمبر أيلول ايلول شتنبر | أكتوبر اكتوبر تشرين_الأول تشرين_الاول تشرين_أول | نوفمبر تشرين_الثاني تشرين_ثاني نونبر | ديسمبر كانون_الأول كانون_الاول كانون_أول دجنبر
        fa: ژانویه | فوریه | مارس | آوریل | مه | ژوئن | ژوئیه | اوت | سپتامبر | اکتبر | نوامبر | دسامبر
        he: ינואר בינואר | פברואר בפברואר | מרץ במרץ מרס במרס | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי | אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר
        ur: جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر
        hi: जनवरी जन | फरवरी फ़रवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर अक्तूबर | नवंबर नवम्बर | दिसंबर दिसम्बर
        mr: जानेवारी | फेब्रुवारी | मार्च | एप्रिल | मे | जून | जुलै | ऑगस्ट | सप्टेंबर | ऑक्टोबर | नोव्हेंबर | डिसेंबर
        bn: জানুয়ারি জানুয়ারী | ফেব্রুয়ারি | মার্চ | এপ্রিল | মে | জুন | জুলাই | আগস্ট | সেপ্টেম্বর | অক্টোবর | নভেম্বর | ডিসেম্বর
        ta: ஜனவரி | பிப்ரவரி | மார்ச் | ஏப்ரல் | மே | ஜூன் | ஜூலை | ஆகஸ்ட் | செப்டம்பர் | அக்டோபர் | நவம்பர் | டிசம்பர்
        te: జనవరి | ఫిబ్రవరి | మార్చి | ఏప్రిల్ | మే | జూన్ | జూలై | ఆగస్టు | సెప్టెంబర్ | అక్టోబర్ | నవంబర్ | డిసెంబర్
        gu: જાન્યુઆરી | ફેબ્રુઆરી | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ | ઓગસ્ટ | સપ્ટેમ્બર | ઓક્ટોબર | નવેમ્બર | ડિસેમ્બર
        th: มกราคม ม.ค | กุมภาพันธ์ ก.พ | มีนาคม มี.ค | เมษายน เม.ย | พฤษภาคม พ.ค | มิถุนายน มิ.ย | กรกฎาคม ก.ค | สิงหาคม ส.ค | กันยายน ก.ย | ตุลาคม ต.ค | พฤศจิกายน พ.ย | ธันวาคม ธ.ค
        id: Januari | Februari Pebruari | Maret | April | Mei | Juni | Juli | Agustus Agu | September | Oktober | November Nopember | Desember
        ms: Januari | Februari | Mac | April | Mei | Jun | Julai | Ogos | September | Oktober | November | Disember
        ka: იანვარი იანვარს | თებერვალი თებერვალს | მარტი მარტს | აპრილი აპრილს | მაისი მაისს | ივნისი ივნისს | ივლისი ივლისს | აგვისტო აგვისტოს | სექტემბერი სექტემბერს | ოქტომბერი ოქტომბერს | ნოემბერი ნოემბერს | დეკემბერი დეკემბერს
        sq: janar | shkurt | mars | prill | maj | qershor | korrik | gusht | shtator | tetor | nëntor | dhjetor
        mk: јануари | февруари | март | април | мај | јуни | јули | август | септември | октомври | ноември | декември
        kk: қаңтар | ақпан | наурыз | сәуір | мамыр | маусым | шілде | тамыз | қыркүйек | қазан | қараша | желтоқсан
        kn: ಜನವರಿ | ಫೆಬ್ರವರಿ | ಮಾರ್ಚ್ | ಏಪ್ರಿಲ್ | ಮೇ | ಜೂನ್ | ಜುಲೈ | ಆಗಸ್ಟ್ | ಸೆಪ್ಟೆಂಬರ್ | ಅಕ್ಟೋಬರ್ | ನವೆಂಬರ್ | ಡಿಸೆಂಬರ್
        ml: ജനുവരി | ഫെബ്രുവരി | മാർച്ച് | ഏപ്രിൽ | മേയ് മെയ് | ജൂൺ | ജൂലൈ | ഓഗസ്റ്റ് | സെപ്റ്റംബർ | ഒക്ടോബർ | നവംബർ | ഡിസംബർ
        sw: Januari | Februari | Machi | Aprili | Mei | Juni | Julai | Agosti | Septemba | Oktoba | Novemba | Desemba
        """

    private static let weekdayTable = """
        en: Sunday Sun | Monday Mon | Tuesday Tue Tues | Wednesday Wed | Thursday Thu Thurs Thur | Friday Fri | Saturday Sat
        de: Sonntag | Montag | Dienstag | Mittwoch | Donnerstag | Freitag | Samstag Sonnabend
        fr: dimanche | lundi | mardi | mercredi | jeudi | vendredi | samedi
        es: domingo | lunes | martes | miércoles | jueves | viernes | sábado
        pt: domingo | segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | sábado
        it: domenica | lunedì | martedì | mercoledì | giovedì | venerdì | sabato
        nl: zondag | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag
        sv: söndag söndagen | måndag måndagen | tisdag tisdagen | onsdag onsdagen | torsdag torsdagen | fredag fredagen | lördag lördagen
        da: søndag | mandag | tirsdag | onsdag | torsdag | fredag | lørdag
        fi: sunnuntai sunnuntaina | maanantai maanantaina | tiistai tiistaina | keskiviikko keskiviikkona | torstai torstaina | perjantai perjantaina | lauantai lauantaina
        pl: niedziela niedzielę | poniedziałek | wtorek | środa środę | czwartek | piątek | sobota sobotę
        cs: neděle neděli | pondělí | úterý | středa středu | čtvrtek | pátek | sobota sobotu
        hu: vasárnap | hétfő hétfőn | kedd kedden | szerda szerdán | csütörtök csütörtökön | péntek pénteken | szombat szombaton
        ro: duminică | luni | marți | miercuri | joi | vineri | sâmbătă
        tr: Pazar | Pazartesi | Salı | Çarşamba | Perşembe | Cuma | Cumartesi
        ru: воскресенье | понедельник | вторник | среда среду | четверг | пятница пятницу | суббота субботу
        uk: неділя неділю | понеділок | вівторок | середа середу | четвер | п'ятниця п'ятницю | субота суботу
        bg: неделя | понеделник | вторник | сряда | четвъртък | петък | събота
        el: Κυριακή | Δευτέρα | Τρίτη | Τετάρτη | Πέμπτη | Παρασκευή | Σάββατο
        ar: الأحد | الاثنين الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت
        fa: یکشنبه | دوشنبه | سه‌شنبه | چهارشنبه | پنجشنبه | جمعه | شنبه
        hi: रविवार | सोमवार | मंगलवार | बुधवार | गुरुवार बृहस्पतिवार | शुक्रवार | शनिवार
        bn: রবিবার | সোমবার | মঙ্গলবার | বুধবার | বৃহস্পতিবার | শুক্রবার | শনিবার
        th: วันอาทิตย์ | วันจันทร์ | วันอังคาร | วันพุธ | วันพฤหัสบดี | วันศุกร์ | วันเสาร์
        ko: 일요일 | 월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일
        id: Minggu Ahad | Senin Isnin | Selasa | Rabu | Kamis Khamis | Jumat Jumaat | Sabtu
        ka: კვირა კვირას | ორშაბათი ორშაბათს | სამშაბათი სამშაბათს | ოთხშაბათი ოთხშაბათს | ხუთშაბათი ხუთშაბათს | პარასკევი პარასკევს | შაბათი შაბათს
        sw: Jumapili | Jumatatu | Jumanne | Jumatano | Alhamisi | Ijumaa | Jumamosi
        """

    private static let hijriTable = """
        ar: محرم المحرم | صفر | ربيع_الأول ربيع_الاول | ربيع_الآخر ربيع_الاخر ربيع_الثاني | جمادى_الأولى جمادى_الاولى جمادى_الأول | جمادى_الآخرة جمادى_الاخرة جمادى_الثانية جمادى_الآخر | رجب | شعبان | رمضان | شوال | ذو_القعدة ذي_القعدة القعدة | ذو_الحجة ذي_الحجة الحجة
        en: Muharram | Safar | Rabi_al_Awwal Rabi_ul_Awwal Rabiul_Awwal Rabi_I | Rabi_al_Thani Rabi_ul_Thani Rabi_al_Akhir Rabi_us_Sani Rabiul_Thani Rabi_II | Jumada_al_Awwal Jumada_al_Ula Jumada_al_Awwal Jumadi_ul_Awwal Jumada_I | Jumada_al_Thani Jumada_al_Akhirah Jumada_al_Akhira Jumadi_us_Sani Jumada_II | Rajab | Shaban Sha'ban Shaaban | Ramadan Ramzan | Shawwal | Dhu_al_Qadah Dhu_al_Qa'dah Dhul_Qadah Dhul_Qa'dah Zul_Qadah Zulqadah | Dhu_al_Hijjah Dhul_Hijjah Dhul_Hijja Zul_Hijjah Zulhijjah
        tr: Muharrem | Safer | Rebiülevvel | Rebiülahir | Cemaziyelevvel | Cemaziyelahir | Recep | Şaban | Ramazan | Şevval | Zilkade | Zilhicce
        ur: محرم_الحرام | صفر_المظفر | ربیع_الاول ربیع_الاوّل | ربیع_الثانی | جمادی_الاول جمادی_الاولی | جمادی_الثانی جمادی_الثانیہ | رجب_المرجب | شعبان_المعظم | رمضان_المبارک | شوال_المکرم | ذوالقعدہ ذیقعد | ذوالحجہ ذی_الحج
        id: Muharam | Safar | Rabiulawal Rabiul_Awal | Rabiulakhir Rabiul_Akhir | Jumadilawal Jumadil_Awal | Jumadilakhir Jumadil_Akhir | Rajab | Syakban Syaban | Ramadhan | Syawal | Zulkaidah Dzulqaidah | Zulhijah Dzulhijjah
        ms: Muharam | Safar | Rabiulawal | Rabiulakhir | Jamadilawal | Jamadilakhir | Rejab | Syaaban | Ramadan | Syawal | Zulkaedah | Zulhijah
        """

    private static let persianTable = """
        fa: فروردین | اردیبهشت | خرداد | تیر | مرداد | شهریور | مهر | آبان | آذر | دی | بهمن | اسفند
        """
}
