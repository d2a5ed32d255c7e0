/// The words of a language that say how others belong together, or that somebody asks, and nothing
/// themselves.
///
/// They stay in the index, since phrases need them, and are left out of a query that has others.
/// Folded, as the analyzer's `word` is.
public enum StopWords {
    /// The words of a language by its first subtag; empty for one that has no list.
    public static func of(_ language: String) -> Set<String> { tables[language] ?? [] }

    private static let tables: [String: Set<String>] = Dictionary(
        rows.split(separator: "\n").map { row in
            let words = row.split(separator: " ")
            return (String(words[0]), Set(words.dropFirst().map(String.init)))
        },
        uniquingKeysWith: { $0.union($1) }
    )

    private static let rows = """
        en a about above across after again against all almost alone along already also although
        en always am among an and another any anybody anyone anything are around as at be because
        en been before being below between both but by can cannot concerning could did do does doing
        en done down during each either else etc even ever every everybody everyone everything few
        en for from further get gets give given gives go had has have having he hence her here hers
        en herself him himself his how however i if in indeed instead interested into is it its
        en itself just kind least less let many may me might more moreover most much must my myself
        en near neither never nevertheless no nobody none nor not nothing now of off often on once
        en one only onto or other others otherwise our ours ourselves out over own per perhaps
        en pertaining please put quite rather really regarding same seem seemed seems several shall
        en she should since so some somebody someone something sometimes still such than that the
        en their theirs them themselves then there therefore these they this those though through
        en thus to together too toward towards under until up upon us used using various very via
        en was we well were what whatever when where whether which while who whole whom whose why
        en will with within without would yet you your yours yourself don doesn didn isn wasn aren
        en weren won wouldn couldn shouldn ve ll re
        de aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin
        de bis bist da damit dann das dass dein deine dem den denn der des dessen die dies diese
        de diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas
        de euch fur gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr
        de ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein
        de keine keinem keinen keiner man manche mein meine mich mir mit nach nicht nichts noch nun nur
        de ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so solche soll sollte
        de sondern sonst uber um und uns unser unter viel vom von vor wahrend war waren was weil
        de welche wenn wer werde werden wie wieder will wir wird wo wurde wurden zu zum zur zwar
        de zwischen
        fr a ai ainsi alors as au aucun aucune aussi autre autres aux avait avant avec avoir c ce
        fr ceci cela celle celles celui ces cet cette ceux chaque chez ci comme d dans de depuis des
        fr dont du elle elles en encore entre es est et etaient etait ete etes etre eu eux fait il ils
        fr j je l la le les leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni nos
        fr notre nous on ont ou par pas pendant peu peut plus pour qu quand que quel quelle quelles
        fr quels qui quoi s sa sans se sera ses si sinon soit son sont sous sur t ta te tes toi ton
        fr tous tout toute toutes tres tu un une vers vos votre vous y
        es a al algo algun alguna algunas algunos ante antes asi aunque bajo bien cada como con contra
        es cual cuales cuando de del desde donde durante e el ella ellas ellos en entre era eran es esa
        es esas ese eso esos esta estaba estan estar estas este esto estos fue fueron ha habia han
        es hasta hay la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o os otra
        es otras otro otros para pero poco por porque que quien quienes se sea segun ser si sin sobre
        es son su sus tal tambien tan tanto te tiene tienen todo todos tu tus u un una unas uno unos y
        es ya yo
        it a ad agli ai al alla alle allo anche c che chi ci coi col come con contro cui d da dagli dai
        it dal dalla dalle dallo degli dei del dell della delle dello di dopo dove e ed era erano essere
        it fra gli ha hanno ho i il in io l la le lei lo loro lui ma mi mia mio ne negli nei nel nell
        it nella nelle nello noi non nostra nostro o ogni per perche piu po poi prima puo qua quale
        it quando quanto quella quelle quelli quello questa queste questi questo qui s se sei si sia
        it siamo sono sta su sua sue sugli sui sul sull sulla sulle suo suoi tra tu tutti tutto un una
        it uno v vi voi
        pt a ao aos aquela aquelas aquele aqueles as ate com como da das de dela dele deles depois do
        pt dos e ela elas ele eles em entre era eram essa essas esse esses esta estao estas estava este
        pt estes eu foi foram ha isso isto ja lhe lhes mais mas me mesmo meu minha muito na nao nas nem
        pt no nos nossa nosso num numa o os ou para pela pelas pelo pelos por porque qual quando que
        pt quem se sem ser sera seu seus so sobre sua suas tambem tem tinha um uma umas uns voce
        nl aan al alles als altijd andere ben bij daar dan dat de deze die dit doch doen door dus een
        nl en er ge geen had haar heb hebben heeft hem het hier hij hoe hun iets ik in is ja je kan kon
        nl kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op
        nl over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we wel werd
        nl wezen wie wij wil worden wordt ze zelf zich zij zijn zo zonder zou
        sv alla allt att av blev bli blir da dar de dem den denna deras dess det detta dig din dock du
        sv efter eller en ett fran for ha hade han hans har hennes hon honom hur i icke ingen inom inte
        sv jag kan man med mellan men mig min mot mycket nagon nagot nar ni nu och om oss pa sa samma
        sv sedan sig sin ska skulle som till under upp ut utan vad var vara vem vi vid vilken
        da af alle at blev blive bliver da de dem den denne der deres det dette dig din dog du efter
        da eller en end er et for fra ha havde han hans har hende hendes her hos hun hvad hvis hvor i
        da ikke ind jeg jer kunne man mange med meget men mig min mod ned noget nogle nu nar og ogsa om
        da op os over pa sa selv sig sin skal skulle som til ud under var vi vil ville vor vaere
        nb alle at av ble blir bli da de dem den denne der deres det dette din du eller en er et etter
        nb for fra ha hadde han hans har henne hennes her hun hva hvor i ikke ingen inn jeg kan man med
        nb meg mellom men min mot ned noe noen nar og ogsa om opp oss over pa sa seg selv sin skal
        nb skulle som til ut var vi vil ved vaere
        fi ei en etta han he ja joka jos kuin kun mika mina mutta myos ne nyt oli olla on ovat se sen
        fi sina tai tama te vaan vai vain voi
        pl a aby ale az bardzo bez bo by byc byl byla bylo byly co czy dla do gdy go i ich ile im ja jak
        pl jako je jego jej jest jeszcze juz ktora ktore ktory ktorych lub ma mi mnie moze na nad nie
        pl niz o od oraz po pod przed przez przy sa sie ta tak takze tam te tego tej ten to tu tym tylko
        pl w we wiec za ze
        cs a aby ale ani az bez bude by byl byla bylo byt co do i jak jako je jeho jen jeste jiz jsem
        cs jsou k kde kdo ktera ktere ktery mezi na nebo nez o od po pod podle pro proti pri s se si
        cs tak take to tento toho tom u v ve vsak z za ze
        ru а без более бы был была были было быть в вам вас весь во вот все всех вы где да даже для
        ru до его ее если есть еще же за здесь и из или им их к как какой когда кто ли между меня мне
        ru мы на над надо не него нее нет ни них но ну о об один она они оно от по под при про раз с
        ru со так также такой там то того тоже только том ты у уже хотя чего чем что чтобы эта эти это
        ru этого этой этом этот я
        uk а або але б без був була були було бути в вже від він вона вони все всі для до є за з із і й
        uk його її їх коли ми на над не ні о по при про та так також те тільки то у що щоб це цей ця
        uk як який яка які
        tr acaba ama ancak bazi bir biz bu cok da daha de degil diye en gibi hem hep her hic icin ile
        tr ise ki kim mi ne neden o olan olarak oldu sen siz su ve veya ya yani
        id ada adalah akan atau bagi bahwa dalam dan dari dengan di dia ia ini itu juga karena ke
        id kepada lebih mereka namun oleh pada para saat sebagai serta sudah telah tersebut tidak untuk
        id yang
        ro a ai al ale am ar are as au ca cand care ce cel cu da de din doar dupa ea ei el este eu fi
        ro fie fost iar ii in insa la le lor lui mai nu o pe pentru prin s sa sau se si spre sunt un
        ro una unei unor unui
        hu a az azt be csak de e egy el es ez ezt fel ha hogy igen is itt ki le mar meg mely mert mi
        hu mint minden nagy nem nincs o ok ot s sem szerint ugy van vagy volt
        el απο αυτα αυτη αυτο αυτοι αυτος για δεν ειναι εκεινος ενα ενας επι η ητ θα και κατα με μετα
        el μη μια να ο οι ομως οπως οτι που προς σε στα στη στην στις στο στον στους συν τα τη την της
        el τι τις το τον του τους των ωστε
        ar ان او اي اذا الا التي الذي الذين الي انه انها بعد بل بين تلك ثم حتي حيث ذلك علي عليه عليها
        ar عن عند عندما غير فان في فيه فيها قبل قد كان كانت كل كما كيف لا لكن لم لن له لها ليس ما مع
        ar من منه منها هذا هذه هل هم هنا هناك هو هي و يا
        fa از اما ان اين با بر براي به بود تا خود در را كه ما هاي هر هم و يك
        hi इस इसके इसी उन उनके उस उसके एक और कर करने का कि की कुछ के को कोई गया जब जो तक तो था थी थे दिया
        hi द्वारा न नहीं ने पर बाद भी में यह या रहा रहे लिए लेकिन वह वाले वे से हुआ हुई हुए है हैं हो होने
        """
}
