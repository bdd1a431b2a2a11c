"""What the words before and after a name say of its kind: "Ms Brill", "Ode, a brand", "based in Moro".

Each pattern carries its votes; one vote is worth one guess of the model. It looks at the name's own sentence.
"""

import re
from functools import cache

from enrich import knowledge
from records.record import EntityKind

K = EntityKind
Score = dict[EntityKind, float]


@cache
def phrase(name: str) -> str:
    """Return an expression for the words of a list, the longest that stands there first."""
    return _either(sorted(knowledge.words(name)))


def _either(words: list[str]) -> str:
    """Return an expression for any of the words, the longest first, each common beginning written once.

    The matcher then tries some twenty letters where it would try hundreds of words: 2 ms less for an article.
    """
    rests: dict[str, list[str]] = {}
    for word in filter(None, words):
        rests.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + _either(rest) for first, rest in rests.items()]
    if "" in words:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def add(score: Score, votes: Score, share: float = 1) -> None:
    """Add `votes` to `score`, each weighted by `share`."""
    for kind, vote in votes.items():
        score[kind] = score.get(kind, 0) + vote * share


def _one_of(*words: str) -> str:
    """Return an expression for any of the words; a last letter before "?" may be missing."""
    plain = {
        form
        for part in words
        for word in part.split()
        for form in (word.rstrip("?"), word[:-2])[: 1 + word.endswith("?")]
    }
    return _either(sorted(plain))


def _any(*words: str) -> str:
    return "(?:" + "|".join(word for part in words for word in part.split()) + ")"


_FIELD = r"(?-i:[A-Z][\w’'-]*)"
# What stands before a person's name alone.
STYLE = "Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Rev|Hon|Cllr|Coun|Fr|Eng|Engr|Alhaji|Shri|Smt|Ratu|Datuk|Madam"

_TITLE = phrase("titles")
FIRM = _one_of(
    "company companies firms? brands? banks? airlines? carriers? retailers? makers? manufacturers?",
    "producers? brewers? brewery bookmakers? giants? groups? insurers? lenders? broadcasters? networks?",
    "operators? providers? suppliers? sponsors? partners? backers? business businesses corporations?",
    "conglomerates? startups? start-ups? agency agencies consultancy developers? chains? platforms?",
    "website site outlets? newspapers? magazines? tabloids? daily charity charities foundation union exchange",
    "subsidiary unit arm label publisher studio builder bakery automaker carmaker multinational service",
    "organisations? organizations? body association federation committee regulator watchdog non-profit nonprofit",
    "university college museum gallery orchestra shop store restaurant bar pub hotel school hospital practice",
    "band house houses consultants miller millers mill winery vineyard gym salon",
    "pharmacy cooperative co-operative foundry garage laboratory lab theatre choir trust academy forum",
    "panel council brokers? apps? people folks specialists? distillery distiller roaster roastery dairy creamery",
    "brokerage casino sportsbook dealership dealer supermarket grocer grocery chemist jeweller jeweler outfitter",
    "telecoms utility hotelier shipyard refiner builders? housebuilders? contractors? haulier courier wholesaler",
    "distributor importer exporter vendor seller merchant startup fintech titan powerhouse consortium syndicate",
    # In the plural these are a firm's; one of them is a person.
    "processors printers bakers butchers electricians plumbers installers surveyors caterers roofers joiners",
    "opticians dentists auctioneers hauliers merchants recyclers barbers jewellers solicitors accountants lawyers",
    "stockists fabricators scaffolders housebuilders removers florists",
)
CLUB = _one_of(
    "clubs? teams? sides? outfits? franchises? squads? archrivals? rivals? neighbours neighbors champions giants",
    "minnows strugglers newcomers",
)
SPEECH = _one_of(
    "said says told tells added adds explained explains insisted insists admitted admits claimed claims",
    "joked recalled commented remarked noted stated tweeted wrote replied argued believes thinks hopes",
    "stressed concluded continued reiterated confirmed acknowledged conceded warned declared revealed",
)
_DEAL = _any(
    "deals? partnerships? agreements? contracts? sponsorships? collaboration tie-ups? talks",
    "partner(?:ed|ing)? up signed",
)
_KIN = _any(
    "wife husband son daughter brother sister father mother friend colleague cousin fianc\\w+ lady man",
    "woman legend hero opponent namesake compatriot countryman fellow",
)
_OFFICIAL = _any(
    "official title main principal presenting exclusive founding lead primary preferred shirt kit",
    "sponsors? partners? suppliers? consultants? contractors? architects? developers? providers?",
)
OWNED = _any(
    "fans? supporters shares? shareholders board shirts? stores? products? brand branding logos?",
    "headquarters customers employees staff officials? spokes\\w+ sponsors? sponsorships? kits? stadium",
    "ground squad team franchise players? ownership takeover campaign kits? sportswear trainers shoes boots",
    "sneakers clothing crystals? cars? tyres? watch(?:es)? beers? vodka whisk(?:e)?y coffee drinks? app",
    "phones? shops? dealers? ads? adverts? commercials? billboards? executives? deal money cash",
)
DOES = _one_of(
    "announced announces signed signs launched launches unveiled acquired sponsors sponsored operates",
    "owns provides employs offers manufactures",
)

# What names of events are called.
OCCASION = _one_of(
    "events? conferences? summits? festivals? tournaments? championships? expos? conventions? competitions? galas?",
    "concerts? races? exhibitions? symposium meetup hackathon fundraisers? trade-shows? parade marathon",
)

# What a firm is said to do after its name: "Ode, which makes lamps".
TRADES = (
    r",? (?:which|that) "
    + _one_of(
        "makes? sells? runs? builds? fits? supplies supply owns? operates? brews? bakes? insures? lends? produces?",
        "manufactures? rents? leases? ships? publishes publish provides? offers? bottles? imports?",
    )
    + r"\b"
)

# What is said of an event's day.
HELD = (
    r",? (?:(?:which|that) )?(?:(?:(?:is|are|was|were|will|to|set|due|scheduled) )+be(?:ing)? held"
    r"|(?:being|was|were) held(?! (?:to|by|up|off|back|in (?:custody|contempt)|captive|hostage|liable)\b)"
    r"|(?:(?:will|to|which|is|set|due|scheduled) )*tak(?:e|es|ing) place)\b|, held (?:on|from|in|at|this|next)\b"
)

# Where a firm is found, and what it has many of: "Ode, on Moro Street," and "Ode, which has 12 shops".
ADDRESS = (
    r",? (?:of|on|in|at) (?:[A-Z][\w’'-]+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Terrace|Parade"
    r"|(?:Industrial|Trading|Business|Retail|Enterprise) (?:Estate|Park|Centre))\b,"
)
HOUSES = (
    r",? (?:which|who) (?:has|have|employs?|runs?) (?:[\w,-]+ ){1,3}"
    + _one_of("branch branches stores? shops? offices homes sites staff employees people outlets clinics depots")
    + r"\b"
)

_WINS = _any("bag bagged secure secured clinch clinched renew renewed extend extended back backed agreed replaced")

# Whom a firm has: "Ode, whose chief executive is Anna Brill".
_STAFF = r"(?:[\w-]+ ){0,2}(?:chairm\w+|president|chief|directors?|managers?|executives?|staff|founders?|owners?)\b"

# Who sponsors, and who makes or ends a deal.
SPONSORING = (
    r" (?:(?:will|to|has|have|is|are|also|again|now|agreed|due|set|continues?|proudly|not|no longer) )*"
    r"(?:co-)?sponsor(?:s|ed|ing)?\b(?! (?:by|posts?|content|of|ads?|and)\b)"
)
DEALING = (
    r" (?:has |have |had |will )?(?:not |also |now )?(?:ends?|ended|extend(?:s|ed)?|sign(?:s|ed)?|renew(?:s|ed)?"
    r"|axed|cut|terminate[sd]?|agree[sd]?|seal(?:s|ed)|inks?|inked|struck"
    r"|(?:pull(?:s|ed)? out|withdr[ae]wn?) (?:of|from))"
    r" (?:[\w’'£$€.-]+ ){0,4}(?:sponsor\w*|partnership|deal|contract|agreement)\b"
)

ORG, MAN, LAND = K.ORGANIZATION, K.PERSON, K.PLACE
_FREE = re.IGNORECASE
_Witness = tuple[str, int, Score]

_BEFORE: tuple[_Witness, ...] = (
    (rf"(?:{STYLE})\.? ", 0, {MAN: 6.0}),
    (rf"(?:{_TITLE}) ", _FREE, {MAN: 2.5}),
    (rf"(?:{_TITLE})(?: of| at| for| with)(?: the)? ", _FREE, {ORG: 1.5, MAN: -2}),
    (rf"(?:{_TITLE}), ", _FREE, {MAN: 1.0}),
    (rf"(?:{_TITLE}) ?[–—-] (?:the )?", _FREE, {ORG: 1.5, LAND: -1.5}),
    # "Head of Marketing and Culture, Anna Brill, said"
    (rf"(?:{_TITLE}) (?:of|for) {_FIELD}(?: {_FIELD}| (?:and|&) {_FIELD})*, ", _FREE, {MAN: 1.5, ORG: -1}),
    (rf"(?<!managing )(?<! of ){FIRM} ", _FREE, {ORG: 3.0, MAN: -1}),  # but "Head of Brand Anna Brill"
    (rf"(?<!managing )(?:{FIRM}|{CLUB}),? ", _FREE, {ORG: 1.5}),
    (rf"(?:{phrase('trade_nouns')}) ", _FREE, {ORG: 2.5, MAN: -1}),
    (
        rf"(?:{FIRM}|{CLUB}),? (?:like|such as|including|is) (?:the )?",
        0,
        {ORG: 2.0, MAN: -1},
    ),
    (rf"{CLUB} \(", 0, {ORG: 2.0}),
    (r"(?:owned|presented|funded|backed|acquired|supplied) by ", 0, {ORG: 1.5}),
    (r"(?:sponsored|powered) by (?:the )?", 0, {ORG: 3.0, MAN: -1.5}),
    (r"(?:runs|ran|heads|headed|chairs|founded|co-founded) ", 0, {ORG: 1.0, LAND: -0.5}),
    (r"(?:sponsor|partner|supplier|backer)s? (?:of|to|for) (?:the )?", 0, {ORG: 1.2, K.EVENT: 0.6}),
    (r"(?:sponsorship of|naming rights (?:to|of|for)) (?:the )?", 0, {ORG: 0.8, K.EVENT: 0.6}),
    (r"(?:shirts?|jerseys?|sleeves?|kits?|colours) of (?:the )?", 0, {ORG: 2.0}),
    (r"(?:ad|advert|commercial|spot|model|modell?ing|modelled) for (?:the )?", 0, {ORG: 2.0, MAN: -1}),
    (
        r"(?:sponsors?|supporters?|donors?)(?:,? (?:include[sd]?|including|are|is|was|were|like)|:) ",
        _FREE,
        {ORG: 2.0, MAN: -1},
    ),
    (r"(?:team|side|club)s? of ", 0, {ORG: 2.0}),
    (r"(?:home|stadium|ground|arena|ballpark) of the ", _FREE, {ORG: 2.0}),
    (rf"{_DEAL} (?:with|from|between|by) ", 0, {ORG: 1.2}),
    (
        r"(?:based|headquartered|liv\w+|born|held|located|situated|hosted|staged) in ",
        0,
        {LAND: 3, MAN: -2},
    ),
    (r"(?:MP|MSP|MEP|MLA|TD) for ", 0, {LAND: 5, ORG: -5}),
    (r"(?:mayor|governor|bishop|people|residents|streets|outskirts|suburb) of ", _FREE, {LAND: 3, ORG: -3}),
    (r"(?:Duke|Duchess|Earl|Countess|Marquess|Baron|Prince|Princess|Bishop|Archbishop) of ", 0, {LAND: 3, ORG: -3}),
    (r"(?:faces?|ambassadors?|spokesmodel|spokesperson) (?:of|for) ", _FREE, {ORG: 1.5, MAN: -1.5}),
    (r"(?:in|near|across|around|throughout|outside) ", _FREE, {LAND: 1.0, MAN: -1.5}),
    (
        r"(?:joined|joins?|signed for|play\w* for|work\w* (?:for|at)|shares in|fans of) ",
        0,
        {ORG: 1.0},
    ),
    (r"(?:beat|beating|against|defeat\w* (?:by|to)|draw with|win over|versus|v) ", 0, {ORG: 0.6}),
    (r"(?<!look )(?<!looked )(?<!looking )(?<!aimed )\bat ", 0, {ORG: 0.6, MAN: -1.2}),
    (r"(?:the|this|its|an?) ", _FREE, {MAN: -3, LAND: -0.7, ORG: 0.5}),
    (rf"{_KIN},? ", 0, {MAN: 2.0}),
    (r"(?:personality|bout against|fight against|bout with|rematch with) ", 0, {MAN: 2.0}),
    (rf"{OCCASION} ", 0, {K.EVENT: 1.5}),
)
_AFTER: tuple[_Witness, ...] = (
    (r",? \(?(?:aged )?\d\d[,)]", 0, {MAN: 4.0}),
    (
        r",? who(?! (?:have|are|were|play|compete|sit|host|face|begin|start|visit|travel)\b)(?:se)?\b"
        rf"(?! {_STAFF})",
        0,
        {MAN: 2.0},
    ),
    (
        rf",? whose {_STAFF}",
        0,
        {ORG: 2.0, MAN: -1},
    ),
    (r",? who (?:have|are|were|play|compete|sit|host|face|begin|start|visit|travel)\b", 0, {ORG: 2.0, MAN: -1}),
    (r" of the (?:University|College|Class) ", 0, {MAN: 1.5}),
    (SPONSORING, 0, {ORG: 2.0, MAN: -1, LAND: -1, K.VENUE: -1}),
    (DEALING, 0, {ORG: 1.0, LAND: -1.5}),
    (
        r",? (?:is|are|was|as|will (?:[a-z]+ )?be|became|becomes|named|(?:has|have|been|is) (?:become|named)"
        rf"|(?:returns?|returned|joins?|joined|signs on|signed on) as"
        r"|(?:(?:has|have|had) been |was |were )"
        r"(?:named|announced|unveiled|confirmed|appointed|revealed|chosen)(?: as)?)"
        rf"(?: [\w’'-]+){{0,3}} {_OFFICIAL}\b",
        0,
        {ORG: 2.0},
    ),
    (rf" (?:also |has |later |then )?{SPEECH}\b", 0, {MAN: 1.2, ORG: 1.0, K.EVENT: -3, K.VENUE: -1}),
    # but "..., Ode chief Anna Brill": another's
    (rf", (?:\w+['’]s |[\w’'-]+ ){{0,4}}(?:{_TITLE})\b(?!(?-i: [A-Z]\w+ [A-Z]))", _FREE, {MAN: 2.5}),
    (
        rf"(?:,| [—–-]+| \() (?:the|a|an|which|one of the)(?: [\w’'-]+){{0,6}}? (?:{FIRM}|{CLUB})\b(?!['’]s)",
        0,
        {ORG: 2.5, MAN: -1},
    ),
    (
        rf"(?:['’]s?)? (?:[\w’'-]+ ){{0,2}}?(?:{_TITLE})\b(?! of)",
        _FREE,
        {ORG: 1.2, MAN: -0.5},
    ),
    (rf"(?:['’]s?)? {OWNED}\b", 0, {ORG: 1.2}),
    (rf" (?:has |have |will )?{_WINS} (?:[\w'’-]+ ){{0,3}}(?:sponsor\w*|rights|partnership|deal)\b", 0, {ORG: 2.0}),
    (rf" {OCCASION}\b(?<!s)", 0, {K.EVENT: 1.5}),
    (
        r"[”\"’']?,?[”\"’']? (?:\([^()]{1,30}\),? |(?<=[,”\"’'] )|[—–-]+ )"
        rf"(?:the|an?|one of the|[A-Z][\w ]{{2,20}}['’]s)(?: [\w’'-]+){{0,6}}? {OCCASION}\b(?!['’]s)",
        0,
        {K.EVENT: 2.5, MAN: -1},
    ),
    (
        r" (?:is|was|are|becomes?|became) (?:the|an?|one of)"
        rf"(?: (?!(?:of|for|in|to|with|that|which|where|when|at|on)\b)[\w’'-]+){{0,4}} {OCCASION}\b(?!['’]s)",
        0,
        {K.EVENT: 2.5, LAND: -1, MAN: -1},
    ),
    (rf", (?:{STYLE})\.? [A-Z]", 0, {ORG: 1.0, MAN: -2.5}),  # "the chairman, Acme Foods, Mr. Roe"
    (r" (?:family|clan|siblings|brothers|sisters)\b", 0, {ORG: -2.5, MAN: 1.0}),
    (r" (?:magazine|newspaper|weekly)\b", 0, {ORG: 3.0, MAN: -1, K.EVENT: -1}),
    (TRADES, 0, {ORG: 2.5, MAN: -2}),
    # "Ode, a leader in storage," and "Ode, to be held on May 3"
    (r", (?:the|an?)(?: [\w’'-]+){0,3}? (?:leader|pioneer|innovator|specialist)s? in\b", 0, {ORG: 2.0, MAN: -1}),
    (HELD, 0, {K.EVENT: 5.0, MAN: -1, LAND: -1}),
    (r",? (?:which|whose (?:products|brands|shares))\b", 0, {ORG: 1.0, MAN: -2}),
    (r", (?:founded|owned|headquartered|based) (?:in|by)\b", 0, {ORG: 1.5}),
    (ADDRESS, 0, {ORG: 2.0, MAN: -1}),
    (HOUSES, 0, {ORG: 2.0, MAN: -1}),
    (r" (?:have|are|were|do|want|say|need|fear|plan)\b", 0, {ORG: 1.0, MAN: -0.5}),
    (r"(?: [a-z]+){1,4} (?:its|itself)\b", 0, {ORG: 1.2, MAN: -1}),
    (
        r"['’]s? (?:[a-z-]+ ){0,2}(?:players|squad|supporters|stadium|shirts|kits|jerseys|strips)\b",
        0,
        {ORG: 1.2, MAN: -1},
    ),
    (r"(?: [a-z]+){1,4} (?:his|her|himself|herself)\b", 0, {MAN: 1.2}),
    (r"-(?:based|headquartered|born)", 0, {LAND: 4.0, MAN: -3}),
    (r"-(?:owned|sponsored|backed|branded|listed)", 0, {ORG: 2.0}),
    (r" \((?:NYSE|NASDAQ|Nasdaq|LSE|OTC\w*|TSX|ASX|AIM)", 0, {ORG: 6.0}),
    (r" and (?:his|her)\b", 0, {MAN: 1.0}),
    (r" (?:hitmaker|actor|actress|author|director|creator)\b", 0, {ORG: -2.0}),
)
# What stands before begins with a whole word.
BEFORE = tuple((re.compile(rf"(?<![\w’'.-])(?:{pattern})$", flags), votes) for pattern, flags, votes in _BEFORE)
AFTER = tuple((re.compile(pattern, flags), votes) for pattern, flags, votes in _AFTER)
