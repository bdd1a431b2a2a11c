"""Who is meant as the subject where the nearest name is not it: who becomes a sponsor, who obtains one."""

import re
from collections.abc import Callable

from enrich.claims.parties import Fitness
from enrich.claims.passages import ENTITY, GRANT, Passage

# "⟨the Series⟩ secures a title sponsorship", and has a sponsor. (Who secures naming rights pays.)
_SECURES = re.compile(rf"\b(?:secur|land|attract|receiv|gain)\w{{0,4}}\s(?:[^\s]+\s){{0,4}}?(?P<grant>{GRANT})$")
_OF_SOMEBODY = re.compile(r"\s(?:of|for|at|with)\b")


def obtains(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the words of a match say that somebody obtains a sponsorship, not what is sponsored."""
    secures = _SECURES.search(passage.text, found.start(), found.end())
    if secures is None or _OF_SOMEBODY.match(passage.text, found.end()):
        return False
    return passage.designation(secures["grant"]).words.casefold().endswith("sponsorship")


# "⟨the College⟩ becomes ⟨education partner⟩": whatever it looks like, it is the partner.
BECOMES = r"(?:becom\w*|became|(?:join|return|serv|sign)\w*\s(?:on\s|up\s)?as)\s(?:[\w’'-]+\s){0,3}"
_IS_ONE = re.compile(rf"\b{BECOMES}$")


def becomes_one(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the words of a match say that somebody becomes what it calls its designation."""
    at = found.start("d") if "d" in found.re.groupindex else found.start()
    return _IS_ONE.search(passage.text, found.start(), at) is not None


# "⟨Acme⟩ has widened its deal with ⟨the Union⟩, becoming partner of ⟨the Cup⟩": Acme has become it.
_BECOMING = re.compile(
    rf"{ENTITY}(?:\s\([^()]{{1,40}}\))?,?\s(?:thus\s|thereby\s)?(?:becoming|to\s(?:become|be)\b)"
)
_DEALT_WITH = re.compile(rf"^[^{ENTITY[1:-1]}“\"]{{0,60}}(?P<who>{ENTITY})[^;:.“\"]{{0,120}}?\bwith\s(?:the\s)?$")


def becoming(named: list[int], passage: Passage, found: re.Match[str], fit: Callable[[int], Fitness]) -> list[int]:
    """Return who becomes a sponsor: the subject, where it rather pays than those named, whom its deal is with."""
    if not named or not _BECOMING.match(passage.text, found.start()):
        return named
    dealt = _DEALT_WITH.search(passage.text, 0, found.start())
    subject = passage.entities(dealt["who"]) if dealt else []
    lean = [max(fit(one).sponsor - fit(one).holder for one in group) for group in (subject, named) if group]
    return subject if len(lean) > 1 and lean[0] > lean[1] else named


_IN_AN_EVENT = re.compile(rf"\s(?:in|at)\s(?:the\s)?(?P<event>{ENTITY})\s(?:at|in|during)\s")
_EVENT, _NO_SPONSOR = 0.8, 0.3


def held_at(named: list[int], passage: Passage, found: re.Match[str], fit: Callable[[int], Fitness]) -> list[int]:
    """Return who is sponsored: of "sponsor in ⟨the Summit⟩ at ⟨the Expo⟩" the event that is held at the other."""
    called = found.start("d") if "d" in found.re.groupindex else -1
    event = _IN_AN_EVENT.match(passage.text, called + 1) if called >= 0 else None
    inner = passage.entities(event["event"]) if event else []
    held = inner and all(fit(one).holder >= _EVENT and fit(one).sponsor <= _NO_SPONSOR for one in inner)
    return inner if held else named
