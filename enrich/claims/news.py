"""Which of an article's pairs are its news, which it only recalls, and which are no sponsorship at all."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from enrich.claims.evidence import Pair
from enrich.claims.links import BESIDE, FELLOW, PREDECESSOR, Link
from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION, ENTITY, GRANT, Passage
from enrich.claims.patterns import holds
from enrich.claims.phases import find_cues
from records.record import EventType

# Weights below which a pair is not believed, and not believed to be the news; from the labelled sets.
_BELIEVED, _NEWS = 0.22, 0.35
_NEWS_BESIDE = 0.7  # when no sentence ties the pair by its grammar
_BELIEVED_ON_TOPIC = 0.22
# A pair that shares a party with the news and tells an event of its own is news from this weight.
_TOLD = 0.3
# An article whose surest deal weighs less only mentions it: news is told more than once, or in plain words.
FIRM = 0.58
# A pair this much lighter than the heaviest is recalled, unless the headline or the lead names it.
_SHARE = 0.5
_LEAD = 3


@dataclass(frozen=True)
class Choice:
    """A pair that the article reports, as news or as background."""

    pair: Pair
    is_background: bool


# Words of sponsorship that business partnerships lack; without any, only unmistakable parties count.
SPONSORSHIP = re.compile(
    r"sponsor|naming[\s-]rights|\bkits?\b|shirt|jersey|official|ambassador|endorse|title\spartner|principal\spartner|"
    r"presenting|presented\sby|logo|powered\sby|partner\sof\sthe|branding|(?:founding|proud|main|lead|global|premier|preferred)\s"
    r"(?:\w+\s){0,3}?(?:partner|supplier|provider)|licensee|\bface\sof\s|\bname\sto\sthe\s",
    re.IGNORECASE,
)
# What sounds like sponsorship and is none.
LOOK_ALIKE = re.compile(
    r"\b(?:(?-i:visas?)\b|immigration|green\scard|h-1b|work\spermit|"
    # What a council votes on may be the name of its arena.
    r"(?:(?-i:bills?)\b|legislation|resolution|amendment)(?![^;]{0,120}\b(?:naming|sponsorship\s(?:contract|agreement|deal)|name\schange|renam))|senate|lawmakers?|"
    r"state[\s-]sponsored|refugees?|child\ssponsorship|sponsor\sa\schild|host\sfamil\w+|super\ssponsor|hackers?|terroris[mt]\w*|"
    r"clinical\strial|trial\ssponsor|study\ssponsor|financial\ssponsor|private\sequity|acqui(?:re|res|red|sition)\b|merger|(?-i:stakes?)\b|"
    r"takeover|shareholders?|broadcast(?:ing)?\srights|tv\srights|media\srights|streaming\srights|jobs?\b|vacanc\w+|apply\snow|"
    r"rights\sto\s(?:broadcast|show|screen|stream|air)|sponsor\sof\sthe\s(?:study|trial|listing)|petition|lawsuit|sue[ds]?\b|maintenance|catering|caterer|food\s?service|concession\w*|"
    r"(?:bank(?:ing)?|transfer|playing|(?<!-)record(?:ing)?|publishing|management|rental|loan|plea)\s(?:relationships?|deals?|contracts?|agreements?))",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\b(?:already(?!\s\w+ing\b)|(?:current|present)\s(?:\w+\s){0,2}(?:deal|contract|agreement|partnership|sponsors?|partners?|backers?)|outgoing|departing|former(?:ly)?(?!\s(?:\w+\s){0,2}?(?:player|captain|international|champion|star|winner)\b)|previous(?:ly)?|used\sto|in\sthe\spast|(?<!are\sthe\s)other\s(?:\w+\s){0,3}(?:sponsors|partners|deals|include)|"
    r"also\s(?:sponsors?|partners?|backs?|has|holds|counts)|(?:is|are|was|were)\salso\s(?:an?|the|one\sof)|(?:sponsors|partners|brands|companies|clients|names)\s"
    r"(?:include|such\sas|like)|including|join(?:s|ing)\s(?:hands|the\slikes|existing|fellow|other)|joins\s(?:(?!as\b)(?-i:[a-z])[\w-]*\s){0,2}?(?:sponsors?|partners?|backers?|suppliers?)\s(?-i:[A-Z])\w*|which\s(?:also|already|currently)\sinclude|currently\s(?:the\s|an?\s)?(?:\w+\s){0,2}?sponsor\w*|the\slikes\sof|"
    r"compared|comparison|eclips\w+|surpass\w*|exceed\w*|dwarf\w*|outstrip\w*|among\sthem|for\s(?:example|instance)|rivals?|most\s(?:expensive|lucrative|valuable)|in\s(?:19|20)\d\d|since\s(?:19|20)\d\d(?!,\s(?:will|has|have|is|are)\b)|"
    r"add(?:s|ed|ing)?\sto\sits|builds?\son|long-running|include[sd]?\s(?:\w+\s){0,2}(?:partnerships|deals|sponsorships)|"
    r"last\s(?:year|season|summer)|had\s(?:\w+\s){0,2}?(?:been\s)?(?:sponsored|backed)|was\s(?:the|an?|its|their)\s(?:[\w-]+\s){0,3}(?:sponsor|backer)\b(?!\sto\b)|years?\sago|until\slast|similar|elsewhere|existing)\b",
    re.IGNORECASE,
)
_RIVAL = re.compile(r"\brivals?,?\s$", re.IGNORECASE)
_FRESH = 1.4
# "In 2020, Acme signed with Rovers": what happened in a year that is told without a day is no news.
_DATED = re.compile(
    r"\b(?:in|since|back\sin)\s(?:(?:early|late|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\s)?(?:19|20)\d\d\b(?!\s(?:to|until|through|and)\b)|\byears?\s(?:ago|earlier)\b|"
    r"\b(?:last|earlier\sthis)\s(?:year|season|summer|autumn|winter|spring)\b|\bsponsored\sthis\s(?:year|season|summer)['’]s\b",
    re.IGNORECASE,
)
# "In 1977, Acme bought": with what a sentence begins.
_IN_YEAR = re.compile(r"(?:In|By|During|Since)\s(?:\w+\s)?(?:1[89]|20)\d\d\b")
_AGO = re.compile(r"\byears\sago\b", re.IGNORECASE)
_CONTINUES = re.compile(
    r"\b(?:continue[sd]?|remain(?:s|ed)?|stay(?:s|ed)?|still|go(?:es)?\son\s\w+ing|keeps?\s(?!up)\w+ing)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|through|till)\s(?:(?:at\sleast|the\send\sof)\s)?['’‘]?\d\d", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:had|was|were|\w+ed|became|struck|won|began|took|came|put|gave|paid|bought|bore|wore|made|got)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|has|have|is|are|set|due|new|extend\w*|renew\w*|until|through)\b", re.IGNORECASE
)
# What a headline calls official that is no office, and words that only say whose or which: "sponsor's boss held",
# "line-up of the fair presented by Acme".
_NO_TOPIC = re.compile(
    r"\bofficial(?:s|ly)?\b|\bsponsors?['’]s?\s|\bsponsored\s(?:\w+\s)?(?:posts?|content)\b|"
    r"(?<!\bbe\s)(?<!\bis\s)(?<!\bnow\s)(?<!^)\b(?:presented|sponsored|powered)\sby\b",
    re.IGNORECASE,
)


# Headlines on what the law, a study or an opinion says of sponsors at large, and on whom they mourn.
_AT_LARGE = re.compile(
    r"\b(?:bans?|banned|banning|outlaw\w*|prohibit\w*|crackdown|(?-i:MPs?)|peers|ministers?|lawmakers?|senators?|regulators?|watchdog|"
    r"laws?(?!\s(?:firms?|school|practice|group|office))|legislation|study|survey|analysis|researchers?|ranking|ranked|opinion|should|calls?\s(?:for|on)|"
    r"debate|obituary)\b",
    re.IGNORECASE,
)

DESIGNATED = re.compile(f"{DESIGNATION}|{GRANT}")


# "⟨Rovers⟩ have unveiled nine ⟨sponsors⟩ for the season": whom the article goes on to name are those.
_PRESENTS = re.compile(
    rf"(?P<who>{ENTITY})[^;:.{ENTITY[1:-1]}]{{0,80}}?\b(?:sign|announc|unveil|welcom|reveal|confirm|secur|land|rop|present|attract|introduc|"
    rf"retain|add|nam|list)\w{{0,4}}\s(?:(?!(?:to|existing|current|with)\s)[\w-]+\s){{0,6}}?(?P<d>{DESIGNATION})",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:sponsors|partners|backers|suppliers|supporters)$", re.IGNORECASE)


def presenters(passages: Sequence[Passage]) -> set[int]:
    """Return who presents several sponsors in the headline or the first two sentences."""
    return {
        passage.mention(found["who"]).entity
        for passage in passages[:_LEAD]
        for found in _PRESENTS.finditer(passage.text)
        if _SEVERAL.search(passage.designation(found["d"]).words)
    }


def is_recalled(link: Link) -> bool:
    """Whether the words around a link look back or aside and tell no event."""
    text = link.passage.text
    if link.cue in (PREDECESSOR, FELLOW):
        return True
    if _RIVAL.search(text, max(0, link.start - 12), link.start):
        return True
    # In the words themselves: in "whose outgoing sponsor" they are part of a designation, one sign of the text.
    places = link.passage.places
    around = link.passage.words[places[max(0, link.start - 40)] : places[min(link.end + 30, len(text))]]
    if link.passage.is_title or not _RECALLED.search(around):
        return False
    if _UNTIL.search(text, link.end):  # "was first on the shirt in 2019 and will now stay there until 2030"
        return False
    told = text[max(0, link.start - 15) : link.end + 15]
    return not any(
        cue.weight >= _FRESH and cue.event is not EventType.BACKGROUND_MENTION for cue in find_cues(told)
    )


def looks_back(words: str) -> bool:
    """Whether words look back or aside, or tell what was done in an earlier year or season."""
    return bool(_RECALLED.search(words)) or is_of_then(words)


def is_of_then(words: str) -> bool:
    """Whether words tell what was done in an earlier year or season."""
    return bool(_IN_YEAR.match(words)) or (bool(_DATED.search(words)) and not _TO_COME.search(words))


def is_dated(link: Link, when: re.Pattern[str] = _DATED) -> bool:
    """Whether the words around a link tell what was done in an earlier year or season."""
    text, places = link.passage.text, link.passage.places
    around = link.passage.words[places[max(0, link.start - 40)] : places[min(link.end + 30, len(text))]]
    told = text[max(0, link.start - 15) : link.end + 15]
    if link.passage.is_title or not when.search(around):
        return False
    return bool(_DONE.search(told)) and not _TO_COME.search(text[max(0, link.start - 15) : link.end + 40])


def is_anniversary(link: Link) -> bool:
    """Whether the first sentences tell what was done years ago: "Ten years ago, Acme put its name on the shirt"."""
    return link.passage.order <= _LEAD and is_dated(link, _AGO)


def goes_on(link: Link) -> bool:
    """Whether the words of a link, below the first sentence, say that a deal just goes on: "will continue to be".

    One that goes on until a year that is told has been renewed.
    """
    text = link.passage.text
    goes = link.passage.order > 1 and bool(_CONTINUES.search(text[link.start : link.end]))
    return goes and not _UNTIL.search(text[link.start : link.end + 40])


# "its deal with the replacement sponsors ⟨Acme⟩", "had to replace the sponsor with ⟨Acme⟩"
_SUCCEEDS = re.compile(
    r"\b(?:replacements?|successors?|to\sreplace|replaced\sby|in\s(?:its|their|his|her)\s(?:place|stead))\b",
    re.IGNORECASE,
)


def successors(chosen: Mapping[tuple[int, int], Choice]) -> list[tuple[int, int]]:
    """Return the pairs told as taking another's place whose own deal with the same holder is the news."""
    news_of = {key for key, choice in chosen.items() if not choice.is_background}
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if choice.is_background and any(h == holder and s != sponsor for s, h in news_of)
        if any(_SUCCEEDS.search(one.passage.words) and _takes_over(one) for one in choice.pair.links)
    ]


def _takes_over(link: Link) -> bool:
    """Whether a link may tell who comes now, not who went or what happened in another year."""
    return link.cue not in (PREDECESSOR, FELLOW) and not is_dated(link)


def is_led(pair: Pair) -> bool:
    """Whether the headline or the first sentences tell something that happens to the pair, and not long ago."""
    first = [link for link in pair.links if link.passage.order <= _LEAD and not is_dated(link)]
    return any(not is_recalled(link) for link in first) and (tells(pair) or any(map(_ends, first)))


def _ends(link: Link) -> bool:
    """Whether the words that tie a pair say that its deal ends."""
    places = link.passage.places
    told = find_cues(link.passage.words[places[link.start] : places[link.end]])
    return any(cue.event in (EventType.TERMINATION, EventType.NON_RENEWAL) for cue in told)


def spoken_of(passages: Sequence[Passage]) -> float:
    """Return how many passages, the title counted three times, use words of sponsorship and of no look-alike."""
    count = 0.0
    for passage in passages:
        if holds(SPONSORSHIP, passage.words):
            weight = 3.0 if passage.is_title else 1.0
            count += weight * (0.3 if holds(LOOK_ALIKE, passage.words) else 1.0)
    return count


def is_headed(passages: Sequence[Passage]) -> bool:
    """Whether there is a headline and it speaks of sponsorship, not of what only sounds like it."""
    if not passages or not passages[0].is_title or LOOK_ALIKE.search(passages[0].words):
        return False
    title = passages[0]
    office = any("official" in one.words.casefold() for one in title.designations)
    return office or bool(SPONSORSHIP.search(_NO_TOPIC.sub(" ", title.words)))


def is_at_large(passages: Sequence[Passage], parties: Container[int]) -> bool:
    """Whether the headline names none of the parties and is on what a law or a study says of them all."""
    title = passages[0] if passages and passages[0].is_title else None
    if title is None or not _AT_LARGE.search(title.words):
        return False
    return not any(mention.entity in parties for mention in title.mentions)


def choose(pairs: Sequence[Pair], passages: Sequence[Passage], fit: Callable[[int], Fitness]) -> list[Choice]:
    """Return the believed pairs, the news first; no entity is on both sides, no pair stands the wrong way round."""
    spoken = spoken_of(passages)
    topic = _topic(pairs, passages)
    headline = is_headed(passages)
    chosen: list[Choice] = []
    sponsors: set[int] = set()
    holders: set[int] = set()
    top = pairs[0].weight if pairs else 0.0
    leading: set[int] = set()
    for pair in pairs:
        if (
            pair.weight < (_BELIEVED_ON_TOPIC if topic & {pair.sponsor, pair.holder} else _BELIEVED)
            or pair.sponsor in holders
            or pair.holder in sponsors
        ):
            continue
        if not is_sponsorship(pair, spoken, fit, headline=headline) or (
            _is_beside(pair) and {pair.sponsor, pair.holder} & (sponsors | holders)
        ):
            continue
        sponsors.add(pair.sponsor)
        holders.add(pair.holder)
        on_topic = bool(topic & {pair.sponsor, pair.holder}) and not all(map(is_recalled, pair.links))
        told = (
            not _is_beside(pair) and pair.weight >= _TOLD and leading & {pair.sponsor, pair.holder} and tells(pair)
        )
        apart = bool(leading) and not leading & {pair.sponsor, pair.holder}
        is_news = bool(on_topic or told or _is_news(pair, top)) and not (apart and pair.weight < _SHARE * top)
        if is_news:
            leading |= {pair.sponsor, pair.holder}
        chosen.append(Choice(pair, not is_news))
    return chosen


def tells(pair: Pair) -> bool:
    """Whether some sentence that ties the pair, and does not look back, tells an event."""
    for link in pair.links:
        told = link.passage.text[max(0, link.start - 30) : link.end + 40]
        if not is_recalled(link) and any(c.event is not EventType.BACKGROUND_MENTION for c in find_cues(told)):
            return True
    return False


def _topic(pairs: Sequence[Pair], passages: Sequence[Passage]) -> set[int]:
    """Return whom a headline about sponsorship names when it names no pair: "Rovers lose sponsors"."""
    if not passages or not passages[0].is_title or not re.search("sponsor", passages[0].words, re.IGNORECASE):
        return set()
    if any(link.passage.is_title for pair in pairs for link in pair.links):
        return set()
    return {mention.entity for mention in passages[0].mentions}


def _is_beside(pair: Pair) -> bool:
    """Whether no sentence ties the pair by its grammar."""
    return all(link.cue == BESIDE for link in pair.links)


def is_sponsorship(pair: Pair, spoken: float, fit: Callable[[int], Fitness], *, headline: bool) -> bool:
    """Whether the pair's own sentences, or its parties and the article, speak of sponsorship."""
    own = any(map(_is_plain, pair.links)) or any(
        (holds(SPONSORSHIP, link.passage.words) or DESIGNATED.search(link.passage.text[link.start : link.end]))
        and not holds(LOOK_ALIKE, link.passage.words)
        for link in pair.links
    )
    sides = fit(pair.sponsor).sponsor, fit(pair.holder).holder
    if min(sides) < 0.12:
        return False
    early = min(link.passage.order for link in pair.links) <= _LEAD
    if not own and not headline and all(holds(LOOK_ALIKE, link.passage.words) for link in pair.links):
        return False
    if _is_beside(pair):
        return own and (spoken >= 2 or early)
    if own or (early and headline):
        return min(sides) > 0.25
    if early and sides[0] >= 0.5 and sides[1] >= 0.75:
        return spoken >= 1 or min(sides) >= 0.9 or any(map(_says_so, pair.links))
    return min(sides) >= 0.45 and spoken >= 3


# The cues of words that mean sponsoring wherever a firm does it for a club, and how strong they are then.
_SPONSORING = frozenset(
    ("roster", "face of", "logo on", "put name", "paid by", "sponsorship of", "patron", "wears")
)
_SAYS_SO = 0.7


def _says_so(link: Link) -> bool:
    """Whether the headline or the first sentences say in plain words that one sponsors the other."""
    early = link.passage.order <= _LEAD and not link.filled
    return early and link.cue in _SPONSORING and link.strength >= _SAYS_SO


def _is_plain(link: Link) -> bool:
    """Whether the words of a link give somebody a title of a sponsor's, whatever else the sentence tells."""
    if not link.directed or link.cue == BESIDE or not DESIGNATED.search(link.passage.text[link.start : link.end]):
        return False
    places = link.passage.places
    words = link.passage.words[places[link.start] : places[min(link.end, len(places) - 1)]]
    return holds(SPONSORSHIP, words) and not holds(LOOK_ALIKE, words)


def _is_news(pair: Pair, top: float) -> bool:
    """Whether the article is about this pair: heavy, early, and not told as a recollection."""
    if _is_beside(pair) and pair.weight < _NEWS_BESIDE:
        return False
    fresh = [link for link in pair.links if not is_recalled(link)]
    early = min((link.passage.order for link in fresh), default=99) <= _LEAD
    if not fresh or pair.weight < _NEWS * (0.7 if early else 1.0):
        return False
    return early or (pair.weight >= _SHARE * top and pair.weight >= 0.5 * top)
