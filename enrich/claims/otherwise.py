"""What ties two parties and is no sponsorship: they make, sell or stage something, or one shows the other."""

import re
from collections.abc import Mapping, Sequence

from enrich import knowledge
from enrich.claims.evidence import Pair
from enrich.claims.hosts import has_other_tie
from enrich.claims.links import BESIDE, Link
from enrich.claims.news import SPONSORSHIP, is_headed
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import Passage
from enrich.claims.paths import PATH
from enrich.claims.patterns import holds
from enrich.claims.signs import STRONG
from records.record import Entity, EntityKind

# Who fits the holder's side less than this speaks for somebody.
_OFFICIAL = 0.3
# From this share of the sentences that tie two about what is shown, the tie is that one shows the other.
_MOSTLY = 0.5
# A firm that fits the sponsor's side so well is no holder of a deal that nobody calls a sponsorship.
_FIRMS, _TRADES = (EntityKind.ORGANIZATION, EntityKind.BRAND), 0.5
# How well two bodies fit the holder's side for neither to pay, and how plainly it must be said that one does.
_PLAYS, _SAID = 0.7, 0.6
# How plainly it must be said that one who is called like a person is a partner.
_PLAINLY = 0.9
_INITIAL = re.compile(r"\b[A-Z]\.\s")
_TIE = re.compile(r"\bpartner|\bteam|\bforces\b|\bcollaborat|\balliance|\bagreement|\bunite", re.IGNORECASE)
# What two do together that is no sponsoring, as a headline says it: "Acme and Bolt join forces to launch".
_TOGETHER = re.compile(
    r"\b(?:partner(?:s|ed|ing|ship)?|team(?:s|ed|ing)?\sup|join(?:s|ed|ing)?\sforces|collaborat\w+|alliance|agreement|unite|and)\b"
    r"[^.;:]{0,90}\sto\s(?:(?:help|jointly|further|\w+ly)\s)?(?:provid|offer|launch|build|rais|deliver|develop|creat|produc|distribut|"
    r"integrat|establish|present|host|debut|bring|transform|revolution|sell|open|mak|teach|train|test|stud|supply|accelerat|enhanc|"
    r"improv|expand|advanc|streamlin|automat|simplif|deploy|enabl|protect|feed|design|pilot|introduc|moderni[sz]|digiti[sz])\w*"
    r"|\b(?:partner(?:s|ed)?|team(?:s|ed)?\sup|join(?:s|ed)?\sforces|collaborat\w+)\s(?:with\s[^.;:]{1,40}\s)?(?:on|for)\s"
    r"(?:an?|the|their|its)\s(?:[\w-]+\s){0,4}?(?:calendar|book|album|single|song|film|documentary|podcast|exhibition|app|course|"
    r"study|report|survey|concert|pilot|project|menu)\b",
    re.IGNORECASE,
)
# One is chosen to do the other's work: "Acme selected by the Ode Tour to modernise its data".
_TO_WORK = re.compile(
    r"\b(?:chosen|chooses?|select(?:s|ed)?|picks|picked|taps|tapped|hires|hired|appoints|appointed|engages|engaged)\b"
    r"[^.;:]{0,90}\sto\s(?:\w+ly\s)?(?:provid|deliver|develop|build|design|manag|operat|run|power|host|migrat|upgrad|"
    r"moderni[sz]|digiti[sz]|deploy|install|implement|maximi[sz]|optimi[sz]|moneti[sz]|streamlin|automat|overhaul)\w*",
    re.IGNORECASE,
)
# Whose ambassadors speak for a cause and are no advertisement.
_CAUSE = re.compile(
    r"\b(?:foundation|charity|charities|trust|relief|unicef|unesco|unhcr|un|united\snations|wwf|oxfam|red\scross|save\sthe\schildren|"
    r"hospice|awareness|campaign\sagainst|initiative|appeal|society|research|aid|rescue)\b",
    re.IGNORECASE,
)
_IS_CAUSE = re.compile(
    r",?\s(?:[–—-]\s)?(?:which\sis\s)?(?:an?|the)\s(?:[\w-]+\s){0,4}?(?:charity|non-?profit|initiative|foundation|campaign\sgroup|cause)\b",
    re.IGNORECASE,
)
_AMBASSADOR = re.compile(r"\bambassadors?\b", re.IGNORECASE)
# Who works for the other, not who pays it: "its creative partner". (A club's official one also pays.)
_WORKER = re.compile(
    r"(?<!official\s)\b(?:creative|delivery|design|implementation|integration|channel|reseller|research|development|production|"
    r"recruitment|outsourcing|agency)\s(?:partners?|agency|supplier|provider)\b",
    re.IGNORECASE,
)
# Who is called a provider of a service, and no official one, sells it; a charity partner is given others' money.
_PROVIDER = re.compile(r"(?:provider|vendor|supplier|contractor|caterer|operator|agency)$", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?:ticket(?:ing)?|data|technology|software|it|cloud|payments?|payroll|streaming|security|catering|cleaning|logistics|entertainment|"
    r"staffing|training|analytics|printing|transport)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"official|exclusive|preferred|sponsor|partner", re.IGNORECASE)
_CHARITY = re.compile(r"\b(?:charity|charitable|non-?profit|beneficiary)\b", re.IGNORECASE)
# What a body approves of, and who is paid to find sponsors or to tell of them.
_ENDORSES = re.compile(r"\bendors\w*", re.IGNORECASE)
_SPONSORS = re.compile(r"\bsponsor", re.IGNORECASE)
_AGENCY = re.compile(r"\bagency$", re.IGNORECASE)
# Who sells the rights of American universities for them, from general knowledge.
_SELLS_FOR_COLLEGES = re.compile(
    r"\bsports\s(?:properties|enterprises)$|^(?:learfield|playfly|img\scollege|jmi\ssports|van\swagner|peak\ssports)\b",
    re.IGNORECASE,
)
_AN_AGENCY = re.compile(
    r"\b(?:marketing|creative|advertising|pr|media|digital|talent|sports|brand(?:ing)?)\sagency,?\s$", re.IGNORECASE
)
# Who buys and does not sell rights, unless something is named.
_PUBLIC = re.compile(r"\b(?:council|ministry|department|government|police|army|navy|air\sforce)$", re.IGNORECASE)
_NAMES = re.compile(r"\bsponsor|\bnaming\b|\brenam", re.IGNORECASE)
# Words of sponsoring that firms who resell each other's wares as "official partners" lack.
_ADVERTISES = re.compile(
    r"sponsor|naming[\s-]rights|\b(?:kit|shirt|jersey)s?\b|ambassador|endorse|logo|presenting|presented\sby|title\spartner|\bfans?\b|"
    r"official\s(?!(?:premier|strategic|gold|platinum|certified|preferred)\s)(?:\w+\s){1,3}(?:provider|supplier|partner)\b",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(D)
# Whose partners are its members.
_LEAGUE_OF_FIRMS = re.compile(r"\b(?:alliance|consortium|coalition|task\sforce|compact|accord)$", re.IGNORECASE)
# A headline on a contract of another sort.
_OTHER_DEAL = re.compile(
    r"\b(?:tv|television|broadcast\w*|streaming|media[\s-]rights|distribution|(?<!-)record|book|film|publishing|production|janitorial|"
    r"maintenance|cleaning|catering|construction|supply)\s(?:rights\s)?(?:deal|contract|agreement|partnership)s?\b",
    re.IGNORECASE,
)


def is_other(
    pair: Pair, found: Mapping[str, float], passages: Sequence[Passage], entities: Sequence[Entity]
) -> bool:
    """Whether a pair with the signs `found` is tied by something else than sponsoring.

    Two people are tied, who holds an office pays, two federations agree, a body approves of wares, an agency works,
    a broadcaster pays for what it shows, two firms trade or make something, a cause has a famous friend, countries
    have diplomats, or somebody has to do with a place.
    """
    sponsor, holder = entities[pair.sponsor], entities[pair.holder]
    if _are_none(pair, found, sponsor, holder) or has_other_tie(pair, passages, entities) or _only_serves(pair):
        return True
    if any(_is_agency(number, pair, entities) for number in (pair.sponsor, pair.holder)):
        return not any(holds(_SPONSORS, link.passage.words) for link in pair.links)
    if _is_public(holder) and not any(holds(_NAMES, link.passage.words) for link in pair.links):
        return True
    firms = holder.kind in _FIRMS and found["unlike holder"] >= _TRADES
    if (
        firms
        and found["trade"] >= _MOSTLY
        and not any(holds(_ADVERTISES, link.passage.words) for link in pair.links)
    ):
        return True
    if found["strong word"]:
        return False
    if holder.kind is EntityKind.PLACE:
        return True
    if found["airs"] >= _MOSTLY and holder.kind is not EntityKind.PERSON:
        return True
    if _LEAGUE_OF_FIRMS.search(holder.name) or holds(_OTHER_DEAL, passages[0].words):
        return True
    if firms and not (is_headed(passages) or holds(STRONG, passages[0].words)):
        return True
    works = any(holds(_WORKER, link.passage.words) for link in pair.links)
    called = bool(found["designated"]) and any(map(_is_called, pair.links))
    return works or _is_joint(pair, passages, designated=called, firms=holder.kind in _FIRMS)


def _is_official(found: Mapping[str, float], sponsor: Entity, holder: Entity) -> bool:
    """Whether who pays speaks for somebody: a person, no firm of such a name that is told to be a partner."""
    if not found["person pays"] or not found["weak sponsor"] or found["unlike sponsor"] >= _OFFICIAL:
        return False
    if holder.kind is EntityKind.PERSON or _INITIAL.search(sponsor.name):
        return True
    return min(found["designated"], found["grammar"]) < _PLAINLY


def _only_serves(pair: Pair) -> bool:
    """Whether all that a party is called is a provider of some service, or a charity partner."""
    titles = {
        link.passage.designation(sign).words
        for link in pair.links
        if link.cue not in (BESIDE, PATH) and not link.filled
        for sign in _DESIGNATION.findall(link.passage.text, link.start, link.end)
    }
    return bool(titles) and all(
        _CHARITY.search(words) or (_PROVIDER.search(words) and _SERVICE.search(words) and not _OFFICE.search(words))
        for words in titles
    )


def _are_none(pair: Pair, found: Mapping[str, float], sponsor: Entity, holder: Entity) -> bool:
    """Whether the two are no sponsor and no holder at all: officials, diplomats, causes, bodies that play."""
    if _is_official(found, sponsor, holder):
        return True
    if sponsor.kind is holder.kind is EntityKind.PERSON or any(
        _SELLS_FOR_COLLEGES.search(one.name) for one in (sponsor, holder)
    ):
        return True
    if found["diplomats"] and _only_speaks_for(pair):
        return True
    if holder.kind is EntityKind.PERSON:
        return _is_cause(sponsor, pair)
    agree = found["unlike sponsor"] >= _PLAYS and found["weak sponsor"] and found["grammar"] < _SAID
    return bool(agree) or _only_endorses(pair)


def _only_speaks_for(pair: Pair) -> bool:
    """Whether "ambassador" is the only word of sponsoring in the sentences that tie two."""
    return not any(holds(STRONG, _AMBASSADOR.sub(" ", link.passage.words)) for link in pair.links)


def _only_endorses(pair: Pair) -> bool:
    """Whether all that sounds like sponsoring is that a body endorses something: it approves of a firm's wares."""
    words = [link.passage.words for link in pair.links]
    return any(holds(_ENDORSES, one) for one in words) and not any(
        holds(STRONG, _ENDORSES.sub(" ", one)) for one in words
    )


def _is_agency(number: int, pair: Pair, entities: Sequence[Entity]) -> bool:
    """Whether a party is an agency, which works for those whose sponsorships it sells."""
    if _AGENCY.search(entities[number].name):
        return True
    places = ((link.passage.words, link.passage.named(number)) for link in pair.links)
    return any(name is not None and _AN_AGENCY.search(words[: name.start]) for words, name in places)


def _is_public(holder: Entity) -> bool:
    """Whether a body governs a town or a country, not a sport or an art: "Ode Council", no "Ode Arts Council"."""
    fields = knowledge.words("sports") | knowledge.pairs("field_words").keys() | {"arts", "sports", "olympic"}
    plain = not fields & set(holder.name.casefold().split())
    return plain and holder.known is None and _PUBLIC.search(holder.name) is not None


def _is_cause(sponsor: Entity, pair: Pair) -> bool:
    """Whether a body speaks for a cause, as its name or the words behind it say."""
    if sponsor.kind is EntityKind.BRAND:
        return False
    if _CAUSE.search(sponsor.name):
        return True
    places = ((link.passage, link.passage.named(pair.sponsor)) for link in pair.links)
    return any(name is not None and _IS_CAUSE.match(passage.words, name.end) for passage, name in places)


# "Acme partners with": what it does, not what it is called
_CALLED = re.compile(rf"(?:{D}(?!\swith\b)|{G})")


def _is_called(link: Link) -> bool:
    """Whether the words of a link call somebody a sponsor, or name what one is given."""
    return _CALLED.search(link.passage.text, link.start, link.end + len(" with ")) is not None


def _is_joint(pair: Pair, passages: Sequence[Passage], *, designated: bool, firms: bool) -> bool:
    """Whether the headline, or else the first sentence, says that the two make, sell or stage something together.

    It is the first of them to say that they are partners at all; neither has a word of sponsoring then. Who is
    chosen for a piece of work does it alone, whatever it is called; otherwise none of the two is `designated`.
    """
    both = [p for p in passages[:2] if {pair.sponsor, pair.holder} <= {mention.entity for mention in p.mentions}]
    if any(holds(SPONSORSHIP, passage.words) for passage in (passages[0], *both)):
        return False
    if designated:
        return any(holds(_TO_WORK, passage.words) for passage in both)
    told = next((p for p in both if holds(_TIE, p.words) or _is_of_work(p)), None)
    return told is not None and (_is_of_work(told) or (firms and any(map(_is_of_work, both))))


def _is_of_work(passage: Passage) -> bool:
    """Whether a passage says what two do together, whatever stands in their names: "St. Ode's"."""
    return holds(_TOGETHER, passage.text) or holds(_TOGETHER, passage.words) or holds(_TO_WORK, passage.words)
