"""What is sponsored where it is not its owner: a stadium, a tournament, the women's team, a series of concerts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from enrich.claims import families, patterns
from enrich.claims.facts import Facts
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import Passage
from records.record import Entity, EntityKind, Role


@dataclass(frozen=True)
class Property:
    """What is sponsored, as the article words it at `start` to `end` of the body."""

    name: str
    start: int
    end: int


_GROUND = (
    r"(?:Stadium|Arena|Park|Field|Cent(?:er|re)|Gardens?|Ground|Dome|Coliseum|Pavilion|Hall|Theatre|Theater|Oval|Speedway|Bowl|Ballpark|"
    r"Forum|Amphitheat(?:er|re)|Courts?|Raceway|Racecourse|Velodrome|Rink|Stand|Plaza|House|Track|Circuit|Complex)"
)
_THING = (
    r"(?:programme|program|show|series|tournament|competition|event|festival|conference|stadium|arena|ground|home|venue|season|prize|award|"
    r"awards|cup|league|championship|race|tour|exhibition|academy|team|side|squad|concerts?|podcast|ballpark|rink|theatre|theater|commission)"
)
_RUN = r"(?:run|organi[sz]ed|owned|staged|hosted|operated|produced|governed|put\son)"
_RUNS = r"(?:runs|run|organi[sz]es|owns|operates|stages|hosts|produces|governs|puts on)"
# Who owns what, as English says it: x is the owner, y what is owned.
_OWNED = tuple(
    re.compile(words.replace(" ", r"\s"), re.IGNORECASE)
    for words in (
        rf"(?P<x>{E})['’]s? (?:[\w-]+ ){{0,3}}?(?P<y>{E})(?!['’])",
        rf"(?P<y>{E}), (?:which is )?(?P<x>{E})['’]s? (?:[\w’'-]+ ){{0,4}}?{_THING}\b",
        rf"(?P<x>{E})['’]s? (?:[\w-]+ ){{0,2}}?{_THING},? (?P<y>{E})",
        rf"(?P<y>{E}),? (?:the |which is )?(?:[\w,-]+ ){{0,2}}?home (?:\w+ )?(?:of|to) (?:the )?(?P<x>{E})",
        rf"(?P<y>{E}),? (?:which is |is |are )?(?:jointly )?{_RUN} by (?:the )?(?P<x>{E})",
        rf"(?P<x>{E}),? (?:which |who )?{_RUNS} (?:the )?(?P<y>{E})",
        rf"(?P<x>{E}) (?:have |has |will |is to |are to )?(?:renam|rebrand)(?:e|es|ed|s)? "
        rf"(?:(?:its|their) (?:home,? )?)?(?P<y>{E})",
        rf"(?P<y>{E}) (?:organi[sz]ers?|promoters?|owners?|operators?),? (?:the )?(?P<x>{E})",
        rf"(?P<x>{E}),? (?:the )?(?:organi[sz]ers?|promoters?|owners?|operators?|hosts?) of (?:the )?(?P<y>{E})",
        rf"(?P<x>{E})(?:,? who|, which)? (?:will |have )?play(?:s|ed)? (?:[\w-]+ ){{0,3}}?at (?:the )?(?P<y>{E})",
    )
)
# "⟨the Cup⟩, the club tournament of ⟨the Federation⟩", whatever sort of name it looks like
_CALLED_A_THING = re.compile(
    rf"(?P<y>{E}),\s(?:the|an?|{E})\s(?:[\w’'-]+\s){{0,3}}?{_THING}(?:\sof|,?\s(?:which\sis\s)?(?:jointly\s)?{_RUN}\sby)\s"
    rf"(?:the\s)?(?P<x>{E})"
)
# What a sponsor is a sponsor of is a thing of its owner's whatever else it may be.
_OF_A_NOUN = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|at|to)\sthe\s(?P<noun>[\w-]+)['’]s\s(?:[\w-]+\s){{0,2}}?(?P<y>{E})"
)
_OF_ITS_OWNER = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|at|to)\s(?:the\s)?(?P<x>{E})['’]s?\s(?:[\w-]+\s){{0,2}}?(?P<y>{E})", re.IGNORECASE
)
# "⟨The Federation⟩ has named ⟨Acme⟩ title sponsor of its ⟨Cup⟩": the first who is named, or whom "its" means.
_OF_ITS_OWN = re.compile(rf"(?:{D}|{G})\s(?:of|for|at|to)\s(?P<x>its|their|{O})\s(?:[\w’'-]+\s){{0,2}}?(?P<y>{E})")
_FIRST_NAMED = re.compile(f"(?P<x>{E})")
_OVER_RIGHTS = rf"(?:over|about|for|on)\s(?:[\w’'-]+\s){{0,2}}?{G}\s(?:to|of|for)\s(?:the\s)?"
# Who talks with a firm over the naming rights to a ground has them to sell, whichever of the two is named first.
_SELLS = (
    re.compile(rf"(?P<x>{E})(?:\s[\w’'-]+){{1,6}}?\swith\s(?:[\w’'-]+\s){{0,4}}?{E}\s{_OVER_RIGHTS}(?P<y>{E})"),
    re.compile(rf"\swith\s(?:[\w’'-]+\s){{0,4}}?(?P<x>{E})\s{_OVER_RIGHTS}(?P<y>{E})"),
)
_THINGS = (EntityKind.EVENT, EntityKind.VENUE)
_OWNERS = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION, EntityKind.BRAND)
_GIVERS, _GIVEN = (*_OWNERS, EntityKind.VENUE, EntityKind.EVENT), (*_OWNERS, *_THINGS)
_NAMING = re.compile(
    r"naming[\s-]rights|\brenam|\brebrand|known\sas|\bcalled\b|name\s(?:on|to)\s(?:the|its|their)|\bnam(?:e|ed|ing)\sthe\s(?:stadium|arena|ground)",
    re.IGNORECASE,
)
_NEW_NAME = re.compile(
    rf"(?:renam\w+\s(?:[\w’'-]+\s){{1,4}}?the(?=\s)|renam\w+|rebrand\w+|re-brand\w+|known|called|be|become|becomes|is|as|to|named)\s(?:as\s|to\s)?(?:the\s)?"
    rf"(?P<name>(?:[A-Z][\w’'&.-]*\s){{1,5}}{_GROUND})\b"
)
# "If they call it the Acme Park", it is not called so.
_IF = re.compile(r"\b(?:if|whether|would|could|might)\b[^.;]{0,60}$", re.IGNORECASE)
# "sponsor of its Late Fridays", "title sponsorship of ⟨Rovers⟩' women's team".
_WHOSE = rf"(?:{O}|its|their|his|her|(?:the\s)?{E}['’]s?|(?:the|its)\s[\w-]+['’]s)"
_TEAM = (
    r"(?:women|men|girls|boys|ladies|youth|academy|junior|under-\d\d|wheelchair|reserve|esports)(?:['’]s?)?"
    r"(?:\s(?:first|senior|youth|cricket|football|rugby|basketball|soccer))?"
    r"(?:\s(?:teams?|side|squad|programme|program|section|academy))?"
)
_PART = re.compile(
    rf"(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)\s{_WHOSE}\s"
    rf"(?:(?:entire|own|new|annual|popular|flagship|\w+-\w+)\s){{0,2}}"
    rf"(?P<name>{_TEAM}|(?-i:[A-Z])[\w’'&-]*(?:\s(?:(?:for|of|the|and|in|to)\s)?(?-i:[A-Z])[\w’'&-]*){{0,4}})",
    re.IGNORECASE,
)
# What a holder has and is no name: "the Rovers academy", "its pre-season tour", "the women's team of Rovers".
_KIND = (
    rf"(?:{_TEAM}|(?:(?:youth|pre-season|summer|winter|annual|junior|senior|east|west|north|south|main|new)\s){{0,2}}(?:academ(?:y|ies)|"
    r"training\s(?:ground|cent(?:re|er)|complex)|tour|awards(?:\s(?:night|dinner|ceremony))?|stand|exhibition|podcast|(?:fan|family)\szone|"
    r"(?:community|outreach|education|schools?|youth|learning|development|fellowship|scholarship)\s(?:programmes?|programs?|schemes?|initiative|foundation)|foundation|"
    r"(?:[a-z][\w-]+\s){1,3}?(?:championships|prize|award|tournament|competition|concerts|show|gallery|exhibition)|"
    r"(?:concert|lecture|film|summer|autumn|winter|spring)\s(?:series|season|school|programme)))"
)
_TAKES = (
    rf"(?:(?:{D}|{G}|sponsor(?:s|ed|ing|ship)?|partner|backing|support)\s(?:of|for|to|on|with|at)|"
    r"sponsor(?:s|ing)?|back(?:s|ing)?|support(?:s|ing)?)"
)
_KINDS = (
    re.compile(rf"\b{_TAKES}\s{_WHOSE}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for|to|on|with|at)\s{_WHOSE}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for)\sthe\s{E}\s(?P<name>{_KIND})\b(?!['’])", re.IGNORECASE),
    re.compile(
        rf"\b(?:{G}|deal|agreement|contract|partnership)\s(?:with\s(?:the\s)?{E}\s)?for\s(?:its|their|{O}|{E}['’]s?)\s(?P<name>{_KIND})\b(?!['’])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHOSE}\s(?P<name>{_KIND})\s(?:(?:will|is|are|has|have|to)\s){{1,2}}(?:(?:be|been|again|also|now)\s){{0,2}}(?:sponsored|backed|supported)\sby\s",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_TAKES}\sthe\s(?P<name>{_KIND})\s(?:of|at)\s(?:the\s)?{E}", re.IGNORECASE),
    re.compile(rf"(?:{D}|{G})\s(?:of|for|to)\sthe\s(?P<name>{_KIND})\s(?:of|at)\s(?:the\s)?{E}", re.IGNORECASE),
)
# What all of these have: each deal asks every sentence for them.
_BACKING = re.compile(rf"{D}|{G}|sponsor|partner|back|support|deal|agreement|contract")
# "supplier of the Winter Tour organised by the ⟨Federation⟩"
_RUN_BY = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|to)\s(?:the\s)?(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{1,4}}),?\s(?:which\sis\s)?"
    rf"(?:{_RUN}|promoted|managed)\sby\s(?:the\s)?(?P<x>{E})"
)
# "sponsor of Saturday Scrum, ⟨Channel North⟩'s programme", where the thing is none of the names.
_APPOSED = re.compile(
    rf"(?:{D}|{G})\s(?:of|for)\s(?:the\s)?(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){{0,4}}),\s"
    rf"(?P<x>{E})['’]s?\s(?:[\w’'-]+\s){{0,4}}?{_THING}\b"
)


def find_owners_of_things(passages: Sequence[Passage], entities: Sequence[Entity]) -> dict[int, int]:
    """Return, for each thing that somebody owns, runs or plays in, its owner: the one said most often."""
    votes: dict[int, Counter[int]] = {}
    for passage in passages:
        for pattern in (*_OWNED, _CALLED_A_THING, _OF_ITS_OWNER, *_SELLS):
            for found in pattern.finditer(passage.text):
                owner, thing = passage.mention(found["x"]).entity, passage.mention(found["y"]).entity
                if min(owner, thing) < 0 or owner == thing:
                    continue
                owners = _GIVERS if pattern is _OF_ITS_OWNER else _OWNERS
                things = _GIVEN if pattern in (_OF_ITS_OWNER, _CALLED_A_THING) else _THINGS
                if pattern in _SELLS and entities[owner].kind is not EntityKind.RIGHTS_HOLDER:
                    continue
                if entities[thing].kind in things and entities[owner].kind in owners:
                    votes.setdefault(thing, Counter())[owner] += 1
        for found in _OF_ITS_OWN.finditer(passage.text):
            is_sign = len(found["x"]) == 1  # "its" where it is known whom it means
            whose = found if is_sign else _FIRST_NAMED.search(passage.text, 0, found.start())
            if whose is None:
                continue
            owner, thing = passage.mention(whose["x"]).entity, passage.mention(found["y"]).entity
            both = min(owner, thing) >= 0 and owner != thing
            if both and entities[owner].kind in _OWNERS and entities[thing].kind in _GIVEN:
                votes.setdefault(thing, Counter())[owner] += 1
        for found in _OF_A_NOUN.finditer(passage.text):  # "the park's ⟨Commission⟩", of whoever is called a park
            called = [
                n for n, e in enumerate(entities) if e.name.casefold().endswith(" " + found["noun"].casefold())
            ]
            thing = passage.mention(found["y"]).entity
            if len(called) == 1 and thing >= 0 and thing not in called:
                votes.setdefault(thing, Counter())[called[0]] += 1
    return {thing: counts.most_common(1)[0][0] for thing, counts in votes.items()}


def find_property(
    facts: Facts, passages: Sequence[Passage], number: int, giver: int, thing: int | None, role: Role
) -> tuple[int, int | Property | None]:
    """Return who gives the rights of deal `number` and what is sponsored: an entity's number, or words."""
    entities, sponsor = facts.entities, facts.pairs[number].sponsor
    owner_of = find_owners_of_things(passages, entities)
    tied = [p for p in passages if not p.is_title and facts.owners.ties(p, number)]
    if thing is None or thing == giver:
        owner = owner_of.get(giver)
        if owner is not None and owner != sponsor:
            return owner, giver
    about = [p for p in passages if not p.is_title and facts.owners.speaks_of(p, number)]
    if thing is not None and entities[thing].kind in _THINGS and thing != giver:
        renamed = role is Role.NAMING_RIGHTS and entities[thing].kind is EntityKind.VENUE
        new = _named_after(facts, passages, number, giver, owner_of) if renamed else None
        return giver, new if new is not None else thing
    has_ground = entities[giver].kind is not EntityKind.EVENT
    naming = role is Role.NAMING_RIGHTS or (has_ground and any(_NAMING.search(p.words) for p in about))
    if naming and (venue := _named_after(facts, passages, number, giver, owner_of)) is not None:
        return giver, venue
    owned = [
        n
        for n, owner in owner_of.items()
        if owner == giver and n != sponsor and (naming or not _is_only_where(tied, n, entities))
    ]
    counts = {n: sum(any(m.entity == n for m in p.mentions) for p in tied) for n in owned}
    if counts and max(counts.values()) > 0 and thing is None:
        return giver, max(counts, key=lambda n: (counts[n], -n))
    if thing in (None, giver) and (part := _part(facts, passages, number)) is not None:
        return giver, part
    return giver, thing


# "official beer of ⟨Mill Lane⟩", "the naming rights to it"
_GIVEN_OF = re.compile(rf"(?:{D}|{G})\s(?:of|for|at|to)\s(?:[\w’'-]+\s){{0,3}}?(?P<y>{E})")


def _is_only_where(tied: Sequence[Passage], thing: int, entities: Sequence[Entity]) -> bool:
    """Whether a ground is told only as the place where its owner plays: "Rovers, who play at Mill Lane"."""
    if entities[thing].kind is not EntityKind.VENUE:
        return False
    given = (passage.mention(found["y"]).entity for passage in tied for found in _GIVEN_OF.finditer(passage.text))
    return thing not in given


def _named_after(
    facts: Facts, passages: Sequence[Passage], number: int, giver: int, owner_of: dict[int, int]
) -> int | Property | None:
    """Return the place that bears the sponsor's name, else the one whose naming rights are spoken of."""
    sponsor = facts.entities[facts.pairs[number].sponsor]
    own = families.distinctive(sponsor.name)
    for n, entity in enumerate(facts.entities):
        ground = entity.kind is EntityKind.VENUE or re.search(rf"\b{_GROUND}$", entity.name)
        named = entity.name != sponsor.name and n != giver and own & families.distinctive(entity.name)
        if ground and named and _is_called_so(passages, n):
            return n
    for passage in passages:
        if passage.is_title:
            continue
        for found in _NEW_NAME.finditer(passage.words):
            if own & families.distinctive(found["name"]):
                return Property(
                    found["name"], passage.start + found.start("name"), passage.start + found.end("name")
                )
    if facts.entities[giver].kind is EntityKind.VENUE:
        return giver
    venues = [
        m.entity
        for passage in passages
        if facts.owners.speaks_of(passage, number) and _NAMING.search(passage.words)
        for m in passage.mentions
        if m.entity >= 0 and facts.entities[m.entity].kind is EntityKind.VENUE
    ]
    mine = [n for n in venues if owner_of.get(n, giver) == giver]
    return Counter(mine).most_common(1)[0][0] if mine else None


def _is_called_so(passages: Sequence[Passage], place: int) -> bool:
    """Whether a place is named otherwise than as it might be called one day."""
    return any(m.entity == place and not _IF.search(p.words[: m.start]) for p in passages for m in p.mentions)


def _part(facts: Facts, passages: Sequence[Passage], number: int) -> Property | None:
    """Return the part of the holder that a designation is said to be of: "partner of its women's team"."""
    for passage in passages:
        if passage.is_title:
            continue
        if not patterns.holds(_BACKING, patterns.small(passage.text)):
            continue
        for found in (p for pattern in (_PART, *_KINDS, _APPOSED, _RUN_BY) for p in pattern.finditer(passage.text)):
            start, end = passage.places[found.start("name")], passage.places[found.end("name")]
            owners = [
                passage.mention(sign).entity
                for sign in found.group()
                if E[1] <= sign <= E[3] or O[1] <= sign <= O[3]
            ]
            own = facts.family(number)[1] | {facts.pairs[number].sponsor}  # "its": never the sponsor's own
            if any(n >= 0 and n not in own for n in owners) or not facts.covers(passage, start, end, number):
                continue
            return Property(passage.words[start:end], passage.start + start, passage.start + end)
    return None
