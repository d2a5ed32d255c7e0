/// What a block is in a newspaper's terms.
enum Role: Sendable, Equatable {
    case headline, kicker, standfirst, byline, date, entry, dateline
    case paragraph, subhead, listItem, quotation, table, caption, credit, correction, address
    /// Set aside, by the rule named.
    case removed(String)

    /// Whether it is part of the article's text.
    var isText: Bool {
        switch self {
        case .paragraph, .subhead, .listItem, .quotation, .table: true
        default: false
        }
    }

    /// By which rule a line of this role is set aside if no field is read from it; `nil` for text.
    var ruleWhenUnused: String? {
        switch self {
        case .headline: "other_headline"
        case .kicker: "other_kicker"
        case .byline: "other_byline"
        case .date: "other_date_line"
        case .entry: "other_named_line"
        case .dateline: "other_dateline"
        case .credit: "other_credit"
        case .address: "other_address"
        default: nil
        }
    }

    /// Whether it is set aside.
    var isRemoved: Bool {
        if case .removed = self { true } else { false }
    }
}

/// The blocks of one article with their roles.
struct Layout: Sendable {
    /// The article's blocks.
    var blocks: ArraySlice<Block>
    /// A role for each, by the same indices less the first.
    private var roles: [Role]
    /// How the headline was found.
    var headline: HeadlineFinder.Found?
    /// From the first block of the text to the last.
    var body: Range<Int>

    /// Makes a layout in which everything is set aside.
    init(_ blocks: ArraySlice<Block>, headline: HeadlineFinder.Found?, body: Range<Int>) {
        self.blocks = blocks
        self.headline = headline
        self.body = body
        roles = Array(repeating: .removed("outside_text"), count: blocks.count)
    }

    /// The role of a block.
    subscript(index: Int) -> Role {
        get { roles[index - blocks.startIndex] }
        set { roles[index - blocks.startIndex] = newValue }
    }

    /// The indices of the blocks with a role.
    func indices(of role: Role) -> [Int] {
        blocks.indices.filter { self[$0] == role }
    }
}
