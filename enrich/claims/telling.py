"""Who stands behind a report: the parties, a document, a source; and whether they keep the money quiet."""

import re
from collections.abc import Sequence

from enrich.claims.facts import Facts
from enrich.claims.passages import SOME_HOLDER, SOME_SPONSOR, Passage
from enrich.claims.patterns import sign, small
from records.record import Confirmation, EntityKind, EventType, Evidence, Quote

# What one who speaks for a party does; "have signed" is the writer's own report.
_SPEAK = (
    r"(?:announc(?:e|es|ed|ing)|confirm(?:s|ed|ing)|said|says|reveal(?:s|ed|ing)|declar(?:es|ed)|unveil(?:s|ed|ing)|stat(?:es|ed)|"
    r"told|tells|disclos(?:es|ed)|den(?:y|ies|ied)|welcomed)"
)
_SPEAKS = re.compile(
    rf"(?:['’]s\s[\w-]+)?(?:\s?\([^()]{{1,40}}\))?(?:,[^,;]{{0,80}},)?\s(?:(?:have|has|had|is|are|was|were|today|also|jointly|proudly|officially|"
    rf"on\s\w+|yesterday|this\s\w+|last\s\w+|delighted|thrilled|pleased|proud|excited|happy|to)\s){{0,5}}?{_SPEAK}\b",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    rf"\b(?:{_SPEAK}|according\sto|statement\s(?:from|by))\s(?:the\s|a\s)?(?:[\w-]+\s){{0,2}}$", re.IGNORECASE
)
_GLAD = re.compile(r"\b(?:delighted|thrilled|pleased|proud|excited|honou?red)\sto\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:(?:was|were|has\sbeen|been)\s(?:\w+\s)?(?:announced|unveiled|confirmed|made\spublic)|announce(?:d|s|ment)?\b(?!r)|"
    r"(?:in|said)\s(?:a|the|their)\s(?:joint\s)?(?:statement|release)|press\srelease)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:the\stwo\s(?:parties|sides|organi[sz]ations|companies)|both\s(?:parties|sides)|joint(?:ly)?\s(?:announce|statement))\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:sources?\b(?!\sof)|reportedly|it\sis\sunderstood|(?:is|are)\s(?:believed|understood|reported|thought|rumou?red|said)\sto|rumou?rs?|rumou?red|"
    r"insiders?|reports?\s(?:say|suggest|claim|have|that|from|in|of)\w*|(?:people|person|persons|official|executive)s?\s"
    r"(?:familiar|close|aware|briefed|with\s(?:knowledge|direct))\w*|(?:the|those|one\sof\sthe\stwo)\s(?:people|persons|sources)\ssaid|"
    r"(?:two|three|several)\speople|according\sto\s(?:\w+\s)?reports?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:according\sto|told(?:\sthe)?|report(?:s|ed)\s(?:by|in)(?:\sthe)?)\s(?-i:[A-Z])|\bunderstands\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:filings?|court\sdocuments|annual\sreport|council\s(?:papers|report|documents)|stock\sexchange|board\s(?:papers|agenda)|tender\sdocument)\b",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(
    r"\bwe\s(?:put|estimate|reckon|understand|value)\b|\b(?:estimates?|estimated)\s(?:by|at|to)\b", re.IGNORECASE
)
_LEAD = 4
_TALKED_OF = (EventType.RUMOUR,)


def find_confirmation(
    passages: Sequence[Passage], quotes: Sequence[Quote], facts: Facts, number: int, event: EventType
) -> tuple[Confirmation, list[Evidence]]:
    """Return who stands behind what is said of deal `number`, with the words that show it."""
    owners = facts.owners
    about = [
        p
        for p in passages
        if not p.is_title
        and owners.of(p, 0) in (number, None)
        and (owners.speaks_of(p, number) or p.order <= _LEAD)
    ]
    core = [p for p in about if owners.ties(p, number) or p.order <= _LEAD]
    if event in _TALKED_OF and (found := _first(UNNAMED, core, Confirmation.UNNAMED_SOURCE)):
        return found
    if found := _first(_DOCUMENT, core, Confirmation.OFFICIAL_DOCUMENT) or _first(
        _TOGETHER, about, Confirmation.BOTH_PARTIES
    ):
        return found
    sides = [_speech(passages, about, quotes, facts, number, side) for side in (0, 1)]
    told = [evidence for evidence in sides if evidence is not None]
    if len(told) == 2:
        return Confirmation.BOTH_PARTIES, told
    if told:
        return Confirmation.PARTY_STATEMENT, told
    for pattern, confirmation in (
        (_GLAD, Confirmation.PARTY_STATEMENT),
        (_ANNOUNCED, Confirmation.PARTY_STATEMENT),
        (UNNAMED, Confirmation.UNNAMED_SOURCE),
        (_NAMED, Confirmation.NAMED_SOURCE),
        (_ESTIMATED, Confirmation.OUTLET_ESTIMATE),
    ):
        if found := _first(pattern, core, confirmation):
            return found
    return Confirmation.UNATTRIBUTED, []


def _first(
    pattern: re.Pattern[str], passages: Sequence[Passage], confirmation: Confirmation
) -> tuple[Confirmation, list[Evidence]] | None:
    for passage in passages:
        if found := pattern.search(passage.words):
            return confirmation, [_evidence(passage.start + found.start(), passage.start + found.end())]
    return None


def _evidence(start: int, end: int) -> Evidence:
    return Evidence(field="confirmation", start=start, end=end)


def _speech(
    passages: Sequence[Passage],
    about: Sequence[Passage],
    quotes: Sequence[Quote],
    facts: Facts,
    number: int,
    side: int,
) -> Evidence | None:
    """Return where the sponsor's side (0) or the holder's (1) speaks: the party itself, or one of its people."""
    family = facts.family(number)[side]
    names = {name.casefold() for n in family for name in (facts.entities[n].name, *facts.entities[n].aliases)}
    people = {
        n
        for n, entity in enumerate(facts.entities)
        if n in family or (entity.kind is EntityKind.PERSON and _belongs(entity.affiliation, names))
    }
    some = SOME_HOLDER if side else SOME_SPONSOR
    for passage in about:
        for mention in passage.mentions:
            if mention.entity not in people and mention.entity != some:
                continue
            found = _SPEAKS.match(passage.words[mention.end : mention.end + 110])
            before = _TOLD_BY.search(passage.words[max(0, mention.start - 50) : mention.start])
            if found or before:
                end = mention.end + (found.end() if found else 0)
                start = mention.start - (len(before.group()) if before else 0)
                return _evidence(passage.start + start, passage.start + end)
    for quote in quotes:
        speaker = quote.speaker
        if speaker is not None and (speaker.name.casefold() in names or _belongs(speaker.affiliation, names)):
            span = quote.speaker_span
            start, end = (span.start, span.end) if span is not None else (quote.start, quote.end)
            return _evidence(start, end)
    return None


def _belongs(affiliation: str | None, names: set[str]) -> bool:
    return affiliation is not None and affiliation.casefold() in names


# Words for what is paid, for telling it, and for not doing so.
_MONEY = (
    r"(?:size\sof\s(?:the|its|their)\s\w+|(?:financial|commercial|monetary|contract)\s(?:terms|details|value|figures?|specifics|aspects|arrangements|information|side)|terms|value|figures?|"
    r"fee|sum|amount|price|cost|worth|numbers?|financials|commercials|outlay|spending|contribution|how\smuch|what\s(?:[\w’']+\s){0,4}(?:paid|pays?|paying|worth|costs?))"
)
_TELL = (
    r"(?:disclos|reveal|releas|announc|made\spublic|make\spublic|giv|publish|divulg|specif|shar|gave|say|said|comment|discuss|confirm|"
    r"put\sa\sfigure|be\sdrawn|provid|stat|talk|elaborat|known)\w*"
)
_QUIET = re.compile(
    rf"\b{_MONEY}\b[^.;]{{0,60}}?\b(?:not|never|yet\sto\sbe|(?:were|was|have|has|are|is)n['’]t)\s(?:\w+\s){{0,3}}?{_TELL}"
    rf"|\b(?:not|\w+n['’]t|never|neither|nor|declin\w+|refus\w+|without|nobody|none)\s(?:[\w’'&-]+\s){{0,8}}?{_TELL}\b[^.;]{{0,50}}?\b{_MONEY}\b"
    rf"|\bno\s(?:\w+\s){{0,2}}?{_MONEY}\b[^.;]{{0,30}}\b(?:was|were|has\sbeen|have\sbeen)\s{_TELL}"
    rf"|\b(?:undisclosed|confidential|unspecified)\s(?:\w+[\s-]){{0,2}}?(?:{_MONEY}|deal|contract)\b"
    rf"|\b{_MONEY}\b[^.;]{{0,40}}\b(?:undisclosed|confidential|under\swraps|private|secret|to\s(?:themselves|itself))\b"
    rf"|\bno\s(?:\w+\s)?{_MONEY}\s(?:given|disclosed|released)\b"
    r"|\b(?:not|\w+n['’]t|never|declin\w+|refus\w+)\s(?:to\s)?(?:discuss|talk\sabout|speak\sabout|comment\son)\s(?:the\s)?money\b"
    r"|\b(?:not|\w+n['’]t|never|declin\w+|refus\w+)\s(?:to\s)?put\sa\s(?:figure|price|number|value)\son\b"
    r"|\bneither\s(?:\w+\s){0,3}?(?:would|will|wanted\sto)\s(?:discuss|talk\sabout|speak\sabout|comment\son)\s(?:the\s)?money\b"
    rf"|\bcannot\stalk\sabout\s{_MONEY}\b"
    # "would not be drawn on the terms", whatever the verb
    rf"|\b(?:would|will|could|did|do|does)(?:\snot|n['’]t)\s(?:be\s)?\w+\s(?:on|about|into|as\sto|out)\s(?:[\w’']+\s){{0,3}}?{_MONEY}\b",
    re.IGNORECASE,
)
# What each of those says "not" with. To look for these first takes a twentieth of the time.
_NOT = sign(
    "no|never|neither|n't|n’t|yet|declin|refus|without|undisclosed|confidential|unspecified|wraps|private|secret|selves|itself"
)


def find_quiet(passages: Sequence[Passage], facts: Facts, number: int) -> tuple[int, int] | None:
    """Return where the text says that what is paid for deal `number` was not told; offsets in the body."""
    for passage in passages:
        if passage.is_title or not _NOT(small(passage.words)):
            continue
        found = _QUIET.search(passage.words)
        if found is None:
            continue
        owned = facts.owned_by(passage, found.start(), found.end())
        if number in owned or (number == 0 and not owned and facts.names_nobody_else(passage)):
            return passage.start + found.start(), passage.start + found.end()
    return None
