/// Tells the two ways of writing Chinese apart by common characters that differ between them.
enum ChineseVariants {
    /// A way of writing Chinese.
    enum Variant {
        case simplified, traditional
    }

    /// The way that a character is of; `nil` where it serves both or is not in the tables.
    static func variant(of scalar: UInt32) -> Variant? {
        variants[scalar]
    }

    private static let variants: [UInt32: Variant] = {
        var variants: [UInt32: Variant] = [:]
        for scalar in simplified.unicodeScalars { variants[scalar.value] = .simplified }
        for scalar in traditional.unicodeScalars { variants[scalar.value] = .traditional }
        return variants
    }()

    /// Characters that only simplified Chinese has, in the order of `traditional`.
    static let simplified = """
        们这国个说时来对会过发后为与经开关现长间门问见东车马鸟鱼风云电话语论设计认识许让记讲请谁谈该\
        调钱铁银钟错镇阳阴队际陈难页项须顾预领题颜类饭馆驻验龙龟齐岁产业两严丧临举义乌乐习乡书买亚亿\
        仅从仓众优伟传伤伦体债倾兰兴养决况净减凤刘则刚创别剧劝办务动势劳华单卖卫厂历厅压县双变号员响
        """

    /// Characters that only traditional Chinese has, and Japanese in part.
    static let traditional = """
        們這國個說時來對會過發後為與經開關現長間門問見東車馬鳥魚風雲電話語論設計認識許讓記講請誰談該\
        調錢鐵銀鐘錯鎮陽陰隊際陳難頁項須顧預領題顏類飯館駐驗龍龜齊歲產業兩嚴喪臨舉義烏樂習鄉書買亞億\
        僅從倉眾優偉傳傷倫體債傾蘭興養決況淨減鳳劉則剛創別劇勸辦務動勢勞華單賣衛廠歷廳壓縣雙變號員響
        """
}
