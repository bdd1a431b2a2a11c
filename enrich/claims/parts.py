"""What a holder has that alone is sponsored and is none of the article's names: its women's team, a prize."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enrich.claims import patterns
from enrich.claims.belonging import RUN, THING
from enrich.claims.facts import Facts
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import SOME_HOLDER, Passage


@dataclass(frozen=True)
class Property:
    """What is sponsored, as the article words it at `start` to `end` of the body."""

    name: str
    start: int
    end: int


_WHOSE = rf"(?:{O}|its|their|his|her|(?:the\s)?{E}['’]s?|(?:the|its)\s[\w-]+['’]s?)"
_BACKS = r"(?:co-|title-)?(?:sponsor|back|support|fund|underwrit|present)(?:s|e|es|ed|ing)?"
_TAKES = rf"(?:(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)|{_BACKS})"
# What does not belong to the name of a thing.
_SUCH = (
    r"(?:(?:entire|whole|own|new|annual|popular|flagship|inaugural|premier|famous|prestigious|richest|biggest|main|upcoming|forthcoming|next|"
    r"latest|acclaimed|award-winning|two|three|four|\d{4}|(?-i:[a-z]+-[a-z]+))\s){0,3}"
)
# A team that is not the first one: with its noun, or by its players alone.
_WHICH = r"(?:women|men|girls|boys|ladies|youth|academy|junior|under-\d\d|wheelchair|reserve|esports)"
_CREW = r"(?:teams?|side|squad|programme|program|section|academy|pathway|boat|eight|crew)"
_SQUAD = (
    rf"{_WHICH}(?:['’]s?)?(?:\s(?:first|senior|national|youth|cricket|football|rugby|basketball|soccer|hockey)){{0,2}}\s{_CREW}|"
    r"(?:women|girls|ladies|academy|reserves|juniors|under-\d\ds)"
)
_NO_TEAM = r"(?!\s(?:cup|league|trophy|tournament|championships?|football|rugby|cricket|game|sport|club)\b)"
_TEAM = rf"(?:{_SQUAD})(?!['’\w]){_NO_TEAM}"
# Things that are known by their noun alone, and those that another word tells from their like.
_ALONE = (
    r"academ(?:y|ies)|foundation|stand|grandstand|training\s(?:ground|cent(?:re|er)|complex)|tour|awards(?:\s(?:night|dinner|ceremony))?|"
    r"exhibition|podcast|pathway|pantomime|clubhouse|pavilion|fan\szone|family\szone|(?:kids|children|junior|youth)['’]?s?['’]?\sclub"
)
_OF_SORTS = (
    r"teams?|side|squad|programmes?|programs?|schemes?|initiative|series|season|school|prizes?|awards?|medal|shows?|tournament|competition|"
    r"championships?|cup|trophy|league|race|run|marathon|gallery|galleries|wing|production|concerts?|lectures?|stage|tent|marquee|lounge|court|"
    r"field|pitch|cent(?:re|er)|festival|weekend|camps?|clinics?|workshops?|bursar(?:y|ies)|scholarships?|fellowships?|residenc(?:y|ies)|"
    r"commission|garden|broadcasts?|screenings?|tent|zone|village|pavilion|jersey|chase|stakes|handicap|open|classic|"
    r"masters|grand\sprix|relay|time\strial|sprint|challenge|gala|trail|walk|ride|swim|game|night|party|dinner|reception|ceremony"
)
_PLACE = r"stadium|arena|ground|ballpark|hall|theatre|theater|rink|velodrome|racetrack|speedway|court|pitch"
_WORD = (
    r"(?!(?:the|a|an|of|for|and|to|in|on|at|with|by|its|their|his|her|first|senior|men['’]s|entire|whole|this|that|last|next|new)\s)"
    r"[a-z][\w’'-]*\s"
)
_THING = rf"(?:{_TEAM}|(?:{_WORD}){{0,2}}(?:{_ALONE})\b|(?:{_WORD}){{1,3}}?(?:{_OF_SORTS})\b)"
_CAPITAL = r"(?-i:[A-Z])[\w’'&-]*"
# "⟨Boots⟩ for All", of which the article's names have only a part
_BEGINS = rf"(?:{_CAPITAL}|{E}(?=\s(?:for|of|the|and|in|to|&)\s{_CAPITAL}))"
_NAME = rf"(?:{_BEGINS}(?:\s(?:(?:for|of|the|and|in|to|&)\s){{0,2}}{_CAPITAL}){{0,5}})"
# A name with a noun that says what it is: "Orchard Stage", "Christmas show".
_NAMED = rf"(?:{_CAPITAL}\s(?:(?:for|of|the|and|in|to|&)\s)?){{1,5}}(?:{_ALONE}|{_OF_SORTS})\b"
_END = r"(?!['’\w])"
_IT_IS = rf"(?:{_WHOSE}|(?:the\s)?{E})\s(?:[\w’'-]+\s){{0,4}}?(?:{THING}|work|production|musical|play)\b"
_FRAMES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        # "sponsor of its Late Fridays", "will sponsor the Club's Orchard Stage"
        rf"(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)\s{_WHOSE}\s{_SUCH}(?P<name>{_TEAM}|{_NAME}){_END}",
        rf"(?<!\w){_TAKES}\s{_WHOSE}\s{_SUCH}(?P<name>{_NAMED}|{_THING}|{E}){_END}",
        # "partner of the ⟨Rovers⟩ academy", "sponsor of the dance tent at the ⟨Festival⟩"
        rf"(?:{D}|{G})\s(?:of|for)\s(?:the\s)?{E}\s{_SUCH}(?P<name>{_THING}){_END}",
        rf"(?<!\w){_TAKES}\sthe\s{_SUCH}(?P<name>{_NAMED}|{_THING}|{E})\s(?:of|at|by)\s(?:the\s)?{E}",
        # "a deal with ⟨Rovers⟩ to sponsor the women's team", "a deal with ⟨Rovers⟩ for their academy"
        rf"\bwith\s(?:the\s)?{E}\s(?:to|that\sit\swill|under\swhich\sit\swill)\s{_BACKS}\s(?:(?:the|its|their)\s)?{_SUCH}(?P<name>{_NAMED}|{_THING}|{E}){_END}",
        rf"\b(?:{G}|deal|agreement|contract|partnership)\s(?:with\s(?:the\s)?{E}\s)?for\s(?:its|their|{O}|{E}['’]s?)\s{_SUCH}(?P<name>{_THING}){_END}",
        rf"\b{E}\s(?:{_CAPITAL}\s)?(?:has|have|said|announced|\w+ed)\b[^.;]{{0,60}}?\b(?:as|for)\s(?:the\s)?(?:{D}|{G})\s(?:of|for)\s(?:the|its|their)\s{_SUCH}(?P<name>{_NAMED}|{_THING}){_END}",
        # "sponsor of Saturday Scrum, ⟨Channel North⟩'s programme", "of Masters of the North, its spring exhibition"
        rf"(?<!\w){_TAKES}\s(?:the\s)?(?P<name>{_NAME}|{E}),\s{_IT_IS}",
        # "⟨The Union⟩ has sold the title rights to the ⟨Lake Run⟩"
        rf"{E}\s(?:has\s|have\s)?(?:sold|awarded|granted|given|handed)\s(?:[\w-]+\s){{0,3}}?{G}\s(?:of|to|for)\s(?:(?:the|its|their)\s)?"
        rf"(?P<name>{E}|{_NAMED}|{_THING}){_END}",
        # "lends its name to the ⟨Lake Prize⟩", "whose name is attached to its Lake Prize"
        rf"\bname\s(?:(?:has|is|will|been|be|attached|given|lent)\s){{0,3}}?to\s(?:the|its|their)\s{_SUCH}(?P<name>{E}|{_NAMED}|{_THING}){_END}",
        # "supplier of the Winter Tour organised by the ⟨Federation⟩"
        rf"(?:{D}|{G})\s(?:of|for|to)\s(?:the\s)?(?P<name>{_NAME}),?\s(?:which\sis\s)?(?:{RUN}|promoted|managed)\sby\s(?:the\s)?{E}",
        # "its women's concerts will be sponsored by", "a deal on the shirts of its women's team"
        rf"{_WHOSE}\s{_SUCH}(?P<name>{_NAMED}|{_THING})\s(?:(?:will|is|are|has|have|to)\s){{1,2}}(?:(?:be|been|again|also|now)\s){{0,2}}"
        rf"(?:sponsored|backed|supported)\sby\s(?:[\w-]+\s){{0,4}}?{E}",
        rf"\bon\s(?:the\s)?(?:(?:front|back|sleeves?)\sof\s(?:the\s)?)?(?:shirts?|kits?|jerseys?)\s(?:of|worn\sby)\s{_WHOSE}\s(?P<name>{_THING}){_END}",
        # "⟨Channel North⟩'s Saturday Scrum has a new sponsor"
        rf"(?<!\w){_WHOSE}\s{_SUCH}(?P<name>{_NAME}|{_THING}|{E})\s(?:has|have)\s(?:\w+\s)?(?:an?|its|their)\s(?:new\s|first\s)?{D}",
        # "on the front of the women's team's shirts"
        rf"\bon\s(?:the\s)?(?:(?:front|back|sleeves?)\sof\s)?(?:the|its|their)\s(?P<name>{_SQUAD})['’]s?\s(?:shirts?|kits?|jerseys?)\b",
        # "will sponsor the national teams", whoever's they are
        rf"\b{_BACKS}\s(?:the|its|their)\s(?P<name>{_SQUAD}|national(?:\s[\w’'-]+){{0,2}}?\steams?){_END}",
        # "the naming rights to its new stadium", "will put its name on the ground"
        rf"(?:{G}|\bname)\s(?:to|of|for|on)\s(?:{_WHOSE}|the)\s(?:(?:new|home|own|future|current|planned|famous|historic|\d[\d,]*-seat)\s){{0,2}}"
        rf"(?P<name>(?:football\s|baseball\s|concert\s|hockey\s|basketball\s)?(?:{_PLACE})){_END}",
        # "The north stand at ⟨Mill Lane⟩ will carry the name of ⟨Acme⟩"
        rf"\b(?P<name>(?:north|south|east|west|main|new)\sstand)\s(?:at|of)\s(?:the\s)?{E}\s(?:will|is\sto|is\snow|has\sbeen|now)\s"
        r"(?:be\s)?(?:carry|bear|take|carries|bears|takes|named|renamed|called|known)\b",
        rf"{_WHOSE}\s{_SUCH}(?P<name>(?:\w+\s)?stand)\s(?:will|is\sto|is\snow|now|to)\s(?:carry|bear|take)\b",
    )
)
# "sponsor of ⟨Rovers Women⟩", a club's team that bears its name
_OF_A_TEAM = re.compile(
    rf"(?:(?:{D}|{G})\s(?:of|for|to)|sponsor(?:s|ing)?|(?:front|back|sleeves?|shirts|kits?|jerseys)\sof)\s(?:the\s)?(?P<name>{E})"
)
_OTHER_TEAM = re.compile(
    rf"^(?:the|its|their)\s(?:[\w’'-]+\s)?(?:{_SQUAD}|national(?:\s[\w’'-]+){{0,2}}\steams?)$", re.IGNORECASE
)
_TEAMS = re.compile(r"\b(?:Women|Ladies|Girls|Academy|Youth|Juniors?|U(?:nder-)?(?:18|19|20|21|23)s?)\b")
# What all of these have: each deal asks every sentence for them.
_BACKING = re.compile(
    rf"{D}|{G}|stand|sponsor|partner|back|support|fund|underwrit|present|deal|agreement|contract|name"
)
# "used to back the club's youth cup"
_OVER = re.compile(r"\b(?:used\sto|formerly|previously|once|no\slonger|also)\s$")
# "its premier competition, the ⟨Kerrigan Cup⟩"
_IS_CALLED = re.compile(rf",\s(?:the\s)?(?P<name>{E}|{_NAME})(?!['’\w])")


def find_part(facts: Facts, passages: Sequence[Passage], number: int, giver: int) -> Property | int | None:
    """Return the part of the holder of deal `number` that its sponsor is said to back, in words or as an entity."""
    parties = facts.family(number)[1] | {facts.pairs[number].sponsor}  # "its": never the sponsor's own
    for passage in passages:
        if passage.is_title or not facts.owners.speaks_of(passage, number):
            continue
        if not patterns.holds(_BACKING, patterns.small(passage.text)):
            continue
        for found, (start, end) in _parts(passage):
            owners = [
                passage.mention(sign).entity
                for at, sign in enumerate(found.group(), found.start())
                if (E[1] <= sign <= E[3] or O[1] <= sign <= O[3]) and not start <= at < end
            ]
            over = _OVER.search(passage.text, 0, found.start())
            if over or any(n >= 0 and n not in parties for n in owners):
                continue
            place = passage.places[start], passage.places[end]
            sign, whole = passage.text[start:end], passage.words[slice(*place)]
            entity = passage.mention(sign).entity if re.fullmatch(E, sign) else SOME_HOLDER
            if entity < 0 and (entity != SOME_HOLDER or (found.re is _OF_A_TEAM and not _OTHER_TEAM.match(whole))):
                continue
            if entity >= 0:
                # What has a name may look like another's sponsor or club, whose the clause then would be.
                own_team = entity != giver and _TEAMS.search(facts.entities[entity].name)
                other = entity not in parties and found.re is not _OF_A_TEAM
                if (other or own_team) and facts.owners.covers(passage, place[0], number):
                    return entity
                continue
            holders = facts.family(number)[1]
            told = any(n in holders for n in owners) and facts.owners.covers(passage, place[0], number)
            if not told and not facts.covers(passage, *place, number):
                continue
            words = re.sub(r"^(?:the|The|its|their)\s", "", whole)
            return Property(words, passage.start + place[1] - len(words), passage.start + place[1])
    return None


def _parts(passage: Passage) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    """Yield what the frames find, with where in the passage's text the thing stands: its name, where it has one."""
    for frame in (*_FRAMES, _OF_A_TEAM):
        for found in frame.finditer(passage.text):
            named = found["name"][0].isupper()
            called = None if named else _IS_CALLED.match(passage.text, found.end("name"))
            yield found, called.span("name") if called else found.span("name")
