/// Tells the charsets of Chinese, Japanese and Korean apart.
///
/// Most bytes of one are valid in another, but make rare characters there: in the right one, a
/// large part of the text is made of the language's few hundred commonest.
enum EastAsianCharsets {
    /// A charset with the characters that speak for it.
    private struct Candidate {
        var charset: Charset
        var common: Set<UInt32>

        init?(_ label: String, common: String...) {
            guard let charset = Charset(label: label) else { return nil }
            self.charset = charset
            self.common = Set(common.joined().unicodeScalars.map(\.value))
        }
    }

    private static let candidates: [Candidate] = [
        Candidate(
            "gb18030",
            common: chinese,
            ChineseVariants.simplified,
            ChineseVariants.traditional
        ),
        Candidate("big5", common: chinese, ChineseVariants.traditional),
        Candidate("shift_jis", common: kanji, kana),
        Candidate("euc-jp", common: kanji, kana),
        Candidate("euc-kr", common: hangul),
    ].compactMap { $0 }

    /// How much is looked at, in bytes.
    private static let sampleBytes = 8 << 10

    /// The likeliest charset; `nil` where the text is in none of them.
    static func likeliest(of bytes: ArraySlice<UInt8>) -> Charset? {
        let start = bytes.firstIndex { $0 >= 0x80 } ?? bytes.startIndex
        let sample = bytes[start...].prefix(sampleBytes)
        guard sample.lazy.count(where: { $0 >= 0x80 }) >= 4 else { return nil }
        let scores = candidates.map { ($0.charset, score(sample, $0)) }
        guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 >= 0.3 else { return nil }
        return best.0
    }

    /// The share of the characters of two bytes that are common, 0 to 1.
    private static func score(_ sample: ArraySlice<UInt8>, _ candidate: Candidate) -> Double {
        guard let conversion = Converter.convert(sample, from: candidate.charset),
            // The sample may cut the last character, and a text may have a broken one.
            conversion.misfits <= 1 + sample.count / 1_000
        else { return 0 }
        var common = 0
        var all = 0
        var glued = 0
        var before: Unicode.Scalar = " "
        for scalar in conversion.text.unicodeScalars {
            defer { before = scalar }
            guard !scalar.isASCII else { continue }
            // Punctuation is alike in all of them.
            guard !(0x3000...0x303F).contains(scalar.value),
                !(0xFF00...0xFF60).contains(scalar.value)
            else { continue }
            all += 1
            if candidate.common.contains(scalar.value) { common += 1 }
            if before.isASCII, LetterCase.isLetter(before) { glued += 1 }
        }
        // In these languages words in Latin letters are few; in Western text all are.
        guard all > 0, glued * 3 <= all else { return 0 }
        return Double(common) / Double(all)
    }

    private static let chinese = """
        的一是不了在人有我他中大上到和你地出道也年得就那要下以生自着著之家学可她里小么心多天而能好都然日\
        于起成事只作想看文手十用主行方又如前所本头面公同三已老知民分将外但身些高意进把法此回二理美点月明\
        其声全工己者向情部正名定女力机等几最新什打便位因重被走四第相次政海口使教西再平真世气信北少并内加\
        化由却代入先山五太水万市社区表示报道美元百分之台湾日本北京上海香港記者總統經濟選舉總理主席委員會
        """

    private static let kanji = """
        日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定\
        今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題\
        下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設\
        保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重
        """

    private static let kana = """
        あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐ\
        げござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉゃゅょっアイウエオカキクケコサシスセソタチツ\
        テトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダデドバビブベボパピ\
        プペポァィゥェォャュョッヴー
        """

    private static let hangul = """
        이다는의에을를가고하은지한로기사도서시자대어인정나리라수해일부원으전국있장과들보제스그성상당위비주\
        만조공동여중안북신관구경회선연미방용발통년월간적거무오화세청결최면법민유계명진소트드러내것했된될할\
        말까까지았었했습니까요네데며면서부터에게께서님군남녀아우와음을임차재저종치태표품학합행현형호후
        """
}
