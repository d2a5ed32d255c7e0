/// The words around a date: what kind of moment it is, how long ago, in which zone.
enum DateWords {
    /// Words that say a moment is that of the last change.
    static let updated = WordTable<Bool>(
        table: """
            en: updated | modified | update | revised
            de: aktualisiert | Update | aktualisierte | geändert
            fr: jour | modifié | actualisé
            es: actualizado | actualizada | modificado | actualización
            pt: atualizado | atualização | atualizada
            it: aggiornato | aggiornamento | modificato
            nl: bijgewerkt | geüpdatet | gewijzigd
            sv: uppdaterad | uppdaterat
            da: opdateret
            no: oppdatert
            fi: päivitetty
            pl: aktualizacja | zaktualizowano | aktualizacji
            cs: aktualizováno | aktualizace
            hu: frissítve | módosítva
            ro: actualizat
            tr: güncelleme | güncellendi | güncellenme
            ru: обновлено | обновлён | изменено
            uk: оновлено
            bg: обновена
            el: ενημέρωση | ενημερώθηκε
            ar: تحديث | التحديث
            fa: روزرسانی
            he: עודכן | עדכון
            hi: अपडेट | अद्यतन | संशोधित
            ja: 更
            ko: 수정 | 업데이트 | 최종수정
            th: อัปเดต | อัพเดท
            vi: nhật
            id: diperbarui | pembaruan
            """
    )

    /// Words that say a moment is that of publication.
    static let published = WordTable<Bool>(
        table: """
            en: published | posted | issued | first | created | publication | release | released | filed
            de: veröffentlicht | erschienen | Stand | publiziert | erstellt
            fr: publié | paru | créé
            es: publicado | publicada | creado
            pt: publicado | publicada
            it: pubblicato | pubblicata
            nl: gepubliceerd | geplaatst
            sv: publicerad | publicerat
            da: publiceret | offentliggjort
            no: publisert
            fi: julkaistu
            pl: opublikowano | publikacja | dodano
            cs: publikováno | vydáno
            hu: közzétéve | megjelent
            ro: publicat
            tr: yayınlanma | giriş | yayın | eklenme
            ru: опубликовано
            uk: опубліковано
            el: δημοσίευση | δημοσιεύτηκε
            ar: نشر | النشر
            he: פורסם
            hi: प्रकाशित
            ko: 입력 | 등록 | 승인 | 기사입력
            th: เผยแพร่
            id: diterbitkan | terbit
            """
    )

    /// Words that say a moment has nothing to do with publication.
    static let unrelated = WordTable<Bool>(
        table: """
            en: expires | deadline | joined | since | born | died | until | accessed | retrieved | copyright
            de: gültig | bis | seit
            fr: expire | jusqu'au
            es: caduca | hasta
            """
    )

    /// How many seconds a unit of "3 hours ago" has.
    static let units = WordTable<Int>([
        ("seconds", 1), ("second", 1), ("sec", 1), ("minutes", 60), ("minute", 60), ("min", 60),
        ("mins", 60),
        ("hours", 3_600), ("hour", 3_600), ("hrs", 3_600), ("hr", 3_600), ("h", 3_600),
        ("days", 86_400), ("day", 86_400), ("d", 86_400), ("weeks", 604_800), ("week", 604_800),
        ("Minuten", 60), ("Minute", 60), ("Stunden", 3_600), ("Stunde", 3_600), ("Tagen", 86_400),
        ("Tag", 86_400), ("Tage", 86_400), ("Wochen", 604_800), ("Woche", 604_800),
        ("heures", 3_600), ("heure", 3_600), ("jours", 86_400), ("jour", 86_400),
        ("semaines", 604_800),
        ("semaine", 604_800), ("minutos", 60), ("minuto", 60), ("horas", 3_600), ("hora", 3_600),
        ("días", 86_400), ("día", 86_400), ("semanas", 604_800), ("semana", 604_800),
        ("dias", 86_400),
        ("dia", 86_400), ("minuti", 60), ("ore", 3_600), ("ora", 3_600), ("giorni", 86_400),
        ("giorno", 86_400),
        ("minuten", 60), ("uur", 3_600), ("dagen", 86_400), ("dag", 86_400), ("timmar", 3_600),
        ("timme", 3_600),
        ("dagar", 86_400), ("timer", 3_600), ("time", 3_600), ("dager", 86_400), ("dage", 86_400),
        ("minut", 60), ("minuty", 60), ("godzin", 3_600), ("godziny", 3_600), ("dni", 86_400),
        ("dzień", 86_400),
        ("hodin", 3_600), ("hodinami", 3_600), ("dny", 86_400), ("минут", 60), ("минуты", 60),
        ("часов", 3_600),
        ("часа", 3_600), ("час", 3_600), ("дней", 86_400), ("дня", 86_400), ("день", 86_400),
        ("годин", 3_600),
        ("години", 3_600), ("днів", 86_400), ("dakika", 60), ("saat", 3_600), ("gün", 86_400),
        ("دقيقة", 60),
        ("دقائق", 60), ("ساعة", 3_600), ("ساعات", 3_600), ("أيام", 86_400), ("يوم", 86_400),
        ("ساعت", 3_600),
        ("روز", 86_400), ("דקות", 60), ("שעות", 3_600), ("ימים", 86_400), ("मिनट", 60),
        ("घंटे", 3_600),
        ("घंटा", 3_600), ("दिन", 86_400), ("분", 60), ("시간", 3_600), ("일", 86_400), ("jam", 3_600),
        ("menit", 60), ("hari", 86_400), ("giờ", 3_600), ("phút", 60), ("ngày", 86_400),
        ("時", 3_600),
        ("小", 3_600), ("分", 60), ("日", 86_400), ("天", 86_400), ("นาที", 60), ("ชั่วโมง", 3_600),
    ])

    /// Words that make a number and a unit a moment in the past, before or after them.
    static let ago = WordTable<Bool>(
        table: """
            en: ago
            de: vor
            fr: a
            es: hace
            pt: há | atrás
            it: fa
            nl: geleden
            sv: sedan
            da: siden
            pl: temu
            cs: před
            ru: назад
            uk: тому
            tr: önce
            ar: منذ | قبل
            fa: پیش
            he: לפני
            hi: पहले
            ja: 前
            ko: 전
            id: lalu
            vi: trước
            """
    )

    /// Words for a day by its distance from today.
    static let days = WordTable<Int>([
        ("today", 0), ("yesterday", -1), ("heute", 0), ("gestern", -1), ("vorgestern", -2),
        ("aujourd'hui", 0),
        ("hier", -1), ("hoy", 0), ("ayer", -1), ("hoje", 0), ("ontem", -1), ("oggi", 0),
        ("ieri", -1),
        ("vandaag", 0), ("gisteren", -1), ("idag", 0), ("igår", -1), ("dzisiaj", 0), ("dziś", 0),
        ("wczoraj", -1),
        ("dnes", 0), ("včera", -1), ("ma", 0), ("tegnap", -1), ("сегодня", 0), ("вчера", -1),
        ("сьогодні", 0),
        ("вчора", -1), ("bugün", 0), ("dün", -1), ("اليوم", 0), ("أمس", -1), ("امروز", 0),
        ("دیروز", -1),
        ("היום", 0), ("אתמול", -1), ("आज", 0), ("오늘", 0), ("어제", -1), ("kemarin", -1),
        ("σήμερα", 0), ("χθες", -1),
    ])

    /// Minutes east of UTC of the zones that newspapers name.
    static let zones = WordTable<Int>([
        ("UTC", 0), ("GMT", 0), ("Z", 0), ("EST", -300), ("EDT", -240), ("ET", -300), ("CST", -360),
        ("CDT", -300),
        ("CT", -360), ("MST", -420), ("MDT", -360), ("MT", -420), ("PST", -480), ("PDT", -420),
        ("PT", -480),
        ("AKST", -540), ("HST", -600), ("BST", 60), ("CET", 60), ("CEST", 120), ("MEZ", 60),
        ("MESZ", 120),
        ("EET", 120), ("EEST", 180), ("MSK", 180), ("МСК", 180), ("IST", 330), ("PKT", 300),
        ("JST", 540),
        ("KST", 540), ("SGT", 480), ("HKT", 480), ("AEST", 600), ("AEDT", 660), ("ACST", 570),
        ("AWST", 480),
        ("NZST", 720), ("NZDT", 780), ("SAST", 120), ("EAT", 180), ("WAT", 60), ("WIB", 420),
        ("AMT", 240),
        ("TSİ", 180), ("NST", -210), ("AST", -240), ("ADT", -180),
    ])

    /// Words that may stand between day and month or month and year.
    static let joints = WordTable<Bool>(
        table: """
            en: of | the
            es: de | del
            fr: de
            it: di
            ca: d
            """
    )

    /// Endings of a day's number.
    static let ordinals = WordTable<Bool>(
        table: """
            en: st | nd | rd | th
            fr: er | ère
            nl: e | ste | de
            """
    )
}
