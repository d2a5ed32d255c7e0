/// The words that classes, names and roles are made of, by what they say.
///
/// A class is read as words: `articleBody`, `article-body` and `article__body` are two. A row of a
/// table is a word, or two that follow each other.
enum MarkupWords {
    private static let table: [UInt64: MarkupEvidence] = {
        var table: [UInt64: MarkupEvidence] = [:]
        func add(_ evidence: MarkupEvidence, _ phrases: String) {
            for phrase in phrases.split(separator: ",") {
                let words = phrase.split(whereSeparator: { $0 == " " || $0 == "\n" })
                var hash = NameHash()
                for (index, word) in words.enumerated() {
                    if index > 0 { hash.combine(ASCII.space) }
                    for byte in word.utf8 { hash.combine(byte) }
                }
                table[hash.value, default: []].formUnion(evidence)
            }
        }
        add(
            .body,
            """
            articlebody, article body, articletext, article text, articlecontent, article content,
            storybody, story body, storytext, story text, storycontent, story content, postbody,
            post body, postcontent, post content, entrycontent, entry content, newstext,
            news text, newsbody, news body, newscontent, news content, bodytext, body text,
            bodycopy, body copy, bodycontent, body content, textcontent, text content,
            contentbody, content body, maintext, main text, richtext, rich text, articlecopy,
            article copy, detailtext, detail text, detail content, detail body, single content,
            pagecontent, fulltext, full text, blogcontent, blog content, prose, wysiwyg,
            articlemain, article main, artikeltext, artikel text, article paragraphs,
            hentry content, postarticle, post text, posttext, text body, textbody,
            description body, article paragraph
            """
        )
        add(
            .comments,
            """
            comment, comments, commentlist, comment list, commentary list, disqus, respond,
            replies, kommentare, comentarios, commentaires, reader comments, usercomments,
            livefyre, commenting, comment form, comments area, commentbox, commentblock, commento,
            spotim, viafoura
            """
        )
        add(
            .share,
            """
            share, shares, sharing, sharebar, sharebox, sharebuttons, social, socials,
            socialmedia, addthis, addtoany, sharedaddy, sharethis, socialbar, follow, followus,
            sociallinks, teilen, compartir, partager, condividi, socialshare, shareit, sharetools,
            utility bar, reactions, likes
            """
        )
        add(
            .related,
            """
            related, relateds, relatedposts, relatedlinks, relatedarticles, relatedcontent,
            recommended, recommendations, recommendation, recommends, recirc, recirculation,
            readmore, read more, readnext, read next, readalso, read also, alsoread, also read,
            morestories, more stories, morenews, more news, morefrom, more from, moreon, more on,
            seealso, see also, similar, popular, mostpopular, mostread, most read, trending,
            teaser, teasers, promo, promos, promobox, outbrain, taboola, mgid, zergnet,
            revcontent, nextarticle, next article, prevnext, next post, post navigation,
            further reading, furtherreading, keepreading, up next, upnext, youmaylike, may like,
            editorspicks, editors picks, latest news, latestnews, latest posts, recent posts,
            recentposts, toplist, headlines, news list, newslist, onward, crosslinks, moreinfo,
            trc, internal links, inline link, link box, linkbox, leia mais, leia tambem,
            lire aussi, leggi anche, lees ook, ver tambien
            """
        )
        add(
            .offer,
            """
            newsletter, newsletters, subscribe, subscription, subscriptions, subscriber only,
            signup, sign up, optin, mailchimp, paywall, regwall, piano, premium wall, donate,
            donation, membership, register, registration, login, signin, abo, promo box, cta,
            calltoaction, mailinglist, mailing list, appeal, support us, contribute
            """
        )
        add(
            .consent,
            """
            cookie, cookies, consent, gdpr, onetrust, didomi, privacy notice, cookiebar,
            cookiebanner, cookieconsent, cookie law, cmpbox, cmp box, cmp container, cmp banner,
            cmp wrapper, ccpa
            """
        )
        add(
            .advertising,
            """
            ad, ads, advert, adverts, advertisement, advertisements, advertising, adsbygoogle,
            sponsor, sponsored, sponsors, dfp, adslot, ad slot, adunit, ad unit, adbox, adwrap,
            adcontainer, googlead, gpt, banner, banners, werbung, anzeige, publicidad, publicite,
            pubblicita, reklama, annonce, mpu, leaderboard, adzone, advertorial hint, skyscraper,
            promotion, promotions, affiliate disclosure
            """
        )
        add(
            .frame,
            """
            nav, navbar, navigation, navi, menu, menus, submenu, breadcrumb, breadcrumbs, crumbs,
            pagination, pager, paginator, sitemap, skiplink, skip link, skip to, toolbar, footer,
            foot, masthead, site header, siteheader, topbar, top bar, sidebar, side bar, sidecol,
            side column, rail, rightrail, right rail, widget area, widgets, widget title,
            textwidget, sidebar widget, footer widget, modal, popup, overlay, lightbox, dialog,
            tooltip, toast, search, searchform, noprint, no print, print only, printonly, ticker,
            alert, notification, colophon, copyright, legal, disclaimer, poll, polls, quiz,
            survey, feedback, rating, ratings, stars, player, audio, audioplayer, podcast, speech,
            tts, readspeaker, listen, video player, videoplayer, gallery, slideshow, carousel,
            slider, embed code, lang switcher, tools, button, buttons, btn, loading, placeholder,
            toc, outline nav, jumplinks, print info, correction form, error report, gtm,
            quick links, quicklinks, read time, readtime, reading time, readingtime, catlinks,
            printfooter, navbox, editsection, site footer, page tools, pagetools, zoom, lead gen
            """
        )
        add(
            .details,
            """
            post meta, entry meta, article meta, story meta, postmeta, entrymeta, articlemeta,
            metadata, tags, taglist, tag list, tag links, tagcloud, tag cloud, post tags,
            article tags, keywords, topics, topic list, category, categories, cat links,
            filed under, post footer, entry footer, article footer, postfooter, article info,
            articleinfo, post info, postinfo, story info, timestamp, post date, entry date,
            datetime, publish date, published date, pubdate, permalink, kicker, overline, eyebrow,
            hashtags, tagged, article topics, labels
            """
        )
        add(
            [.details, .byline],
            """
            byline, bylines, author, authors, author name, authorname, post author, entry author,
            article author, writer, written by, autor, autore, auteur, article byline,
            contributor, contributors, by line, source org
            """
        )
        add(
            .biography,
            """
            author bio, authorbio, author box, authorbox, about author, aboutauthor, author info,
            authorinfo, author description, bio, biography, author profile, author card,
            author about, author details, contributor bio, author block
            """
        )
        add(
            .caption,
            """
            caption, captions, wp caption, image caption, imagecaption, photo caption, figcaption,
            picture caption, media caption, photo credit, photocredit, image credit, imagecredit,
            credit, credits, legend, legende, bildunterschrift, photo info, img caption,
            caption text, image description, copyright holder, image source, media credit,
            photographer
            """
        )
        add(
            .hidden,
            """
            hidden, visually hidden, visuallyhidden, sr only, screen reader, screenreader,
            invisible, hide, is hidden, offscreen, display none, element invisible, assistive text
            """
        )
        add(
            .standfirst,
            """
            standfirst, subtitle, subheadline, sub headline, subhead line, deck, dek,
            article summary, lead text, leadtext, sub title, article lead, article intro,
            story intro, excerpt, article description, article subtitle, sommario, chapeau,
            entradilla, alternativeheadline
            """
        )
        add(
            .date,
            """
            date, datepublished, publish date, published, timestamp, post date, entry date,
            pubdate, date published, article date, publishdate, datum, fecha, published at,
            publication date, datetime, article time, publish time, postdate, dateline
            """
        )
        return table
    }()

    /// Words before another one in a class that say what an element has or lacks, not what it is:
    /// `no-ads`, `has-sidebar`.
    private static let besides = Set(
        ["no", "not", "non", "without", "has", "with"].map { NameHash(of: $0).value }
    )

    private static let roles: [UInt64: MarkupEvidence] = {
        let names: [(String, MarkupEvidence)] = [
            ("navigation", .frame), ("complementary", .related), ("banner", .frame),
            ("contentinfo", .frame), ("search", .frame), ("dialog", .frame),
            ("alertdialog", .frame), ("alert", .frame), ("menu", .frame), ("menubar", .frame),
            ("toolbar", .frame), ("tooltip", .frame), ("form", .frame), ("button", .frame),
        ]
        return Dictionary(uniqueKeysWithValues: names.map { (NameHash(of: $0.0).value, $0.1) })
    }()

    /// What a role says.
    static func evidence(ofRole role: ArraySlice<UInt8>) -> MarkupEvidence {
        var hash = NameHash()
        for byte in role.prefix(40) { hash.combine(byte) }
        return roles[hash.value] ?? []
    }

    /// What the words of a class or name say; at most its first 400 bytes are read.
    static func evidence(in value: ArraySlice<UInt8>) -> MarkupEvidence {
        var evidence: MarkupEvidence = []
        var word = NameHash()
        var isInWord = false
        var pair: NameHash?
        var wasLower = false
        var isOfAnother = false
        func endWord() {
            guard isInWord else { return }
            isInWord = false
            if !isOfAnother, let found = table[word.value] { evidence.formUnion(found) }
            isOfAnother = besides.contains(word.value)
            if let pair, let found = table[pair.value] { evidence.formUnion(found) }
            var next = word
            next.combine(ASCII.space)
            pair = next
            word = NameHash()
        }
        for byte in value.prefix(400) {
            if ASCII.isLetter(byte) {
                let isUpper = byte & 0x20 == 0
                if isUpper, wasLower { endWord() }
                wasLower = !isUpper
                word.combine(byte)
                pair?.combine(byte)
                isInWord = true
            } else {
                endWord()
                wasLower = false
                // Another class of the same element is not the same phrase.
                if ASCII.isSpace(byte) {
                    pair = nil
                    isOfAnother = false
                }
            }
        }
        endWord()
        return evidence
    }
}
