/// Letters and what they are found by, where dropping marks is not enough or would need Unicode's
/// tables.
///
/// A row is what is indexed, a blank, and the small letters that are folded to it. Composed letters of
/// Latin, Greek, Cyrillic and Hebrew are here with the letter that Unicode decomposes them to; besides
/// them those that a reader types without knowing better: ł, ø, æ, ß, ı, ё, the alefs, hamza carriers,
/// teh marbuta, alef maksura, Persian yeh and kaf. Cyrillic й, ї, ў, ѓ, ќ are letters of their
/// alphabets and stay.
enum LetterFolds {
    static let rows = """
        a ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
        ae æǣǽ
        aʾ ẚ
        b ɓḃḅḇ
        c çćĉċčḉ
        d ðďđɗḋḍḏḑḓ
        dz ǆǳ
        e èéêëēĕėęěȅȇȩəɛḕḗḙḛḝẹẻẽếềểễệ
        f ƒḟ
        ff ﬀ
        ffi ﬃ
        ffl ﬄ
        fi ﬁ
        fl ﬂ
        g ĝğġģǧǵḡ
        h ĥħȟḣḥḧḩḫẖ
        i ìíîïĩīĭįıǐȉȋḭḯỉị
        ij ĳ
        j ĵǰ
        k ķƙǩḱḳḵ
        l ĺļľŀłḷḹḻḽ
        lj ǉ
        m ḿṁṃ
        n ñńņňŉŋǹṅṇṉṋ
        nj ǌ
        o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔṍṏṑṓọỏốồổỗộớờởỡợ
        oe œ
        p ṕṗ
        r ŕŗřȑȓṙṛṝṟ
        s śŝşšſșṡṣṥṧṩẛ
        ss ß
        st ﬅﬆ
        t ţťŧțṫṭṯṱẗ
        th þ
        u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
        v ṽṿ
        w ŵẁẃẅẇẉẘ
        x ẋẍ
        y ýÿŷȳẏẙỳỵỷỹ
        z źżžẑẓẕ
        ʒ ǯ
        ʹ ʹ
        α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
        β ϐ
        ε έϵἐἑἒἓἔἕὲέ
        η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
        θ ϑ
        ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
        κ ϰ
        μ µ
        ο όὀὁὂὃὄὅὸό
        π ϖ
        ρ ϱῤῥ
        σ ςϲ
        υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
        φ ϕ
        ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
        е ѐё
        и ѝ
        եւ և
        ا آأإٱ
        ك ک
        ه ةۀہەھ
        و ؤ
        ي ئىی
        """

    /// Letters of Indic scripts that Unicode writes in two ways (composition exclusions and vowel signs
    /// of two parts): the one, a blank, the other, as NFD has it.
    static let decompositions = """
        ऩ ऩ
        ऱ ऱ
        ऴ ऴ
        क़ क़
        ख़ ख़
        ग़ ग़
        ज़ ज़
        ड़ ड़
        ढ़ ढ़
        फ़ फ़
        य़ य़
        ো ো
        ৌ ৌ
        ড় ড়
        ঢ় ঢ়
        য় য়
        ਲ਼ ਲ਼
        ਸ਼ ਸ਼
        ਖ਼ ਖ਼
        ਗ਼ ਗ਼
        ਜ਼ ਜ਼
        ਫ਼ ਫ਼
        ୈ ୈ
        ୋ ୋ
        ୌ ୌ
        ଡ଼ ଡ଼
        ଢ଼ ଢ଼
        ஔ ஔ
        ொ ொ
        ோ ோ
        ௌ ௌ
        ై ై
        ೀ ೀ
        ೇ ೇ
        ೈ ೈ
        ೊ ೊ
        ೋ ೋ
        ൊ ൊ
        ോ ോ
        ൌ ൌ
        ේ ේ
        ො ො
        ෝ ෝ
        ෞ ෞ
        ဦ ဦ
        """

    /// Katakana of half width, in Unicode's order from U+FF66, in full width.
    static let fullWidthKatakana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
}
