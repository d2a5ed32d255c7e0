import Articles
import Testing

@testable import ArticleParsing

@Suite struct DateScannerTests {
    private func dates(_ line: String, dayFirst: Bool = true) -> [PrintedDate] {
        let text = Manuscript(line)
        return DateScanner(text, 0..<text.scalars.count, dayFirst: dayFirst).dates()
    }

    @Test(arguments: [
        ("15 October 2023", "2023-10-15"), ("October 15, 2023", "2023-10-15"),
        ("Sunday, 15th of October, 2023", "2023-10-15"), ("2023-10-15", "2023-10-15"),
        ("Sonntag, 15. Oktober 2023", "2023-10-15"), ("1er octobre 2023", "2023-10-01"),
        ("15 de octubre de 2023", "2023-10-15"), ("15 de outubro de 2023", "2023-10-15"),
        ("15 ottobre 2023", "2023-10-15"), ("15 oktober 2023", "2023-10-15"),
        ("15. oktober 2023", "2023-10-15"), ("15. lokakuuta 2023", "2023-10-15"),
        ("15 października 2023", "2023-10-15"), ("15. října 2023", "2023-10-15"),
        ("15. októbra 2023", "2023-10-15"), ("15 octombrie 2023", "2023-10-15"),
        ("15. listopada 2023.", "2023-11-15"), ("15 Ekim 2023", "2023-10-15"),
        ("15 октября 2023", "2023-10-15"), ("15 жовтня 2023", "2023-10-15"),
        ("15 октомври 2023", "2023-10-15"), ("15 Οκτωβρίου 2023", "2023-10-15"),
        ("15 أكتوبر 2023", "2023-10-15"), ("١٥ تشرين ٢٠٢٣ — 15 أيلول 2023", "2023-09-15"),
        ("28 آب/اغسطس 2013", "2013-08-28"), ("15 באוקטובר 2023", "2023-10-15"),
        ("१५ अक्टूबर २०२३", "2023-10-15"), ("১৫ অক্টোবর ২০২৩", "2023-10-15"),
        ("15 அக்டோபர் 2023", "2023-10-15"), ("15 ตุลาคม 2566", "2023-10-15"),
        ("2023年10月15日", "2023-10-15"), ("2023년 10월 15일", "2023-10-15"),
        ("令和5年10月15日", "2023-10-15"), ("昭和64年1月7日", "1989-01-07"),
        ("民國112年10月15日", "2023-10-15"), ("۲۳ مهر ۱۴۰۲", "2023-10-15"),
        ("۱۴۰۲/۰۷/۲۳", "2023-10-15"), ("1 رمضان 1445 هـ", "2024-03-11"),
        ("15/10/2023", "2023-10-15"), ("15.10.23", "2023-10-15"),
        ("15 Oktoba 2023", "2023-10-15"), ("15 Oktober 2023", "2023-10-15"),
        ("15 كانون الثاني 2023", "2023-01-15"), ("15 تشرين الأول 2023", "2023-10-15"),
        ("15 تشرين الثاني/نوفمبر 2023", "2023-11-15"), ("١٥ كانون الأول ٢٠٢٣", "2023-12-15"),
        ("15 أكتوبر/تشرين الأول 2023", "2023-10-15"), ("Rabi' al-Awwal 12, 1445", "2023-09-27"),
        ("12 ربيع الأول 1445 هـ", "2023-09-27"), ("10 ذو الحجة 1444", "2023-06-29"),
        ("10 Dhu al-Hijjah 1444", "2023-06-29"), ("9 ذوالحجہ 1444", "2023-06-28"),
        ("الأحد 1 ربيع الآخر 1445 هـ - 15 أكتوبر 2023 م", "2023-10-15"),
        ("15 أكتوبر 2023 م الموافق 1 ربيع الآخر 1445 هـ", "2023-10-15"),
        ("2023年（令和5年）10月15日", "2023-10-15"), ("令和元年5月1日", "2019-05-01"),
        ("２０２３年１０月１５日", "2023-10-15"), ("2023. október 15.", "2023-10-15"),
        ("2023 m. spalio 15 d.", "2023-10-15"), ("2023. gada 15. oktobris", "2023-10-15"),
        ("15 tháng 10 năm 2023", "2023-10-15"), ("15 ต.ค. 2566", "2023-10-15"),
        ("15 qershor 2023", "2023-06-15"), ("2023 жылғы 15 қазан", "2023-10-15"),
    ])
    func `reads a day in full`(line: String, day: String) {
        #expect(dates(line).first?.calendarDay?.description == day)
    }

    @Test(
        arguments: [
            ("Oct 15, 2023 2:30 pm EDT", 52_200, -240), ("15.10.2023, 14:30 Uhr", 52_200, nil),
            ("17:41 JST, October 13, 2024", 63_660, 540), ("09:31 August 20, 2019", 34_260, nil),
            ("15/10/2023 à 14h30", 52_200, nil),
            ("2023-10-15 14:30:05 +02:00", 52_205, 120), ("15 Oct 2023 at 12.42 CET", 45_720, 60),
            ("2023年10月15日 14時30分", 52_200, nil), ("October 15, 2023 12:05 a.m.", 300, nil),
            ("15 Oct 2023, 14:00 (GMT+0400)", 50_400, 240),
            ("2023年10月15日 午後2時30分", 52_200, nil), ("2023年10月15日 上午9:05", 32_700, nil),
            ("2023.10.15. 오후 2:30", 52_200, nil), ("15 أكتوبر 2023 2:30 مساء", 52_200, nil),
            ("15 Οκτωβρίου 2023, 2:30 μ.μ.", 52_200, nil),
        ] as [(String, Int, Int?)]
    )
    func `reads the time beside a day`(line: String, seconds: Int, offset: Int?) {
        let date = dates(line).first
        #expect(date?.secondOfDay == seconds)
        #expect(date?.utcOffsetMinutes == offset)
    }

    @Test(arguments: [
        ("3 hours ago", 10_800), ("2 days ago", 172_800), ("vor 3 Stunden", 10_800),
        ("hace 2 horas", 7_200), ("il y a 3 heures", 10_800), ("3時間前", 10_800),
        ("3시간 전", 10_800), ("منذ 3 ساعات", 10_800), ("5 минут назад", 300),
        ("gestern", 86_400), ("yesterday", 86_400), ("an hour ago", 3_600),
        ("vor einer Stunde", 3_600), ("il y a une heure", 3_600), ("hace una hora", 3_600),
        ("час назад", 3_600), ("منذ ساعتين", 7_200), ("há 2 dias", 172_800),
        ("2 päivää sitten", 172_800),
        ("πριν 3 ώρες", 10_800), ("3 小时前", 10_800), ("2天前", 172_800), ("3 timmar sedan", 10_800),
        ("for 3 timer siden", 10_800), ("3 jam lalu", 10_800), ("před 2 hodinami", 7_200),
        ("2 godziny temu", 7_200), ("3 giờ trước", 10_800), ("২ ঘণ্টা আগে", 7_200), ("2 घंटे पहले", 7_200),
    ])
    func `counts back from the receipt`(line: String, seconds: Int) {
        #expect(dates(line).first?.secondsAgo == seconds)
    }

    @Test func `tells publication from the last change`() {
        let found = dates("Published May 7, 2024 • Updated May 8, 2024, 9:05 am")
        #expect(found.map(\.label) == [.published, .updated])
        #expect(found.map(\.day) == [7, 8])
    }

    @Test(arguments: [
        "Publié le 7 mai 2024 à 10h00 - Mis à jour le 8 mai 2024 à 9h05",
        "Veröffentlicht am 7. Mai 2024, aktualisiert am 8. Mai 2024",
        "发布时间：2024-05-07 更新时间：2024-05-08",
        "公開日 2024年5月7日 更新日 2024年5月8日", "입력 2024.05.07. 수정 2024.05.08.",
        "Publicado el 7 de mayo de 2024 · Actualizado el 8 de mayo de 2024",
        "نشر في 7 مايو 2024 - آخر تحديث 8 مايو 2024",
        "Опубликовано 7 мая 2024, обновлено 8 мая 2024",
        "Giriş: 07.05.2024 - Güncelleme: 08.05.2024",
        "Pubblicato il 7 maggio 2024, aggiornato l'8 maggio 2024",
    ])
    func `tells publication from the last change in many languages`(line: String) {
        let found = dates(line)
        #expect(found.map(\.label) == [.published, .updated])
        #expect(found.map(\.day) == [7, 8])
    }

    @Test func `reads two numbers by the order of the language`() {
        #expect(dates("04/05/2024", dayFirst: true).first?.month == 5)
        #expect(dates("04/05/2024", dayFirst: false).first?.month == 4)
        #expect(dates("04/05/2024").first?.isAmbiguous == true)
        #expect(dates("25/05/2024", dayFirst: false).first?.day == 25)
    }

    @Test(arguments: ["30 February 2023 was no day", "room 12 of 15", "1/2 cup", "Article 15"])
    func `takes no other numbers for a date`(line: String) {
        #expect(dates(line).allSatisfy { $0.calendarDay == nil })
    }
}
