"""What a person does and for whom, as worded: "Ode Group chairman Ada Brill", "Ada Brill, who runs Ode Group"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from enrich import knowledge
from enrich.cuts import Name
from enrich.surroundings import STYLE, phrase

_HEAD = phrase("titles")
_MODIFIER = phrase("title_modifiers") + "|women['’]s|men['’]s|us|uk|emea|apac|europe|european|north american|asia"
_CHIEF = r"chief(?: (?:and |& ?)?[A-Z][\w&-]+){1,4}? officer"  # whatever the field
_ONE = rf"(?:(?:{_MODIFIER})[ -])*(?:{_CHIEF}|{_HEAD})\b"
TITLE = rf"{_ONE}(?:(?:,? and |, | ?& ?| ?/ ?|-)(?:the )?{_ONE})*"
# The field of work after "of" or "for": what is no body's name.
_FIELD = r" (?:of|for) (?:the )?[\w’'&-]+(?: [\w’'&-]+){0,6}?"
_BEFORE = re.compile(rf"(?<![\w’'-])(?P<title>{TITLE}(?:{_FIELD})?)(?:,? )$", re.IGNORECASE)
_LEAD = r"(?:(?:the|a|an|our|its|their|his|her|now|then|currently|newly appointed|former|ex-?|interim) )*"
_AFTER = re.compile(
    rf"^(?:, | \(| [–—-]+ )(?:(?:aged )?\d\d, )?(?P<lead>{_LEAD})(?P<title>{TITLE})",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?P<field>{_FIELD})(?=,| at | with | for |[.;)]| [–—-]|$)")
_LINK = re.compile(r"(?:,? (?:of|at|for|with|in)|,)(?: [Tt]he)? ")
_OWNED = re.compile(r"^(?:, | \(| [–—-]+ )(?:(?:the|a|an) )?$")
_RUNS = re.compile(
    r"^, who (?:also )?(?:runs|ran|heads|headed|leads|led|owns|owned|founded|chairs|chaired|manages|coaches"
    r"|oversees|represents|works for|worked for|plays for|played for|co-founded) (?:the )?$"
)
# "Ma, Ode president Anna Brill": the title is of the person named after it.
_NEXT = re.compile(r" [A-Z][\w’'-]+ [A-Z]")
_FROM = re.compile(r"^,? (?:of|from|at|with) (?:the )?$")


@dataclass(frozen=True)
class Post:
    """A person's job at one place in the text, and where the body it is for is named, if it is."""

    title: str | None
    body: tuple[int, int] | None


def find(
    body: str,
    name: Name,
    ending: Callable[[int], tuple[int, int] | None],
    starting: Callable[[int], tuple[int, int] | None],
) -> Post | None:
    """Return the post that stands beside one mention of a person, or None.

    `ending` and `starting` return the mention of a body that ends, or starts, at an offset.
    """
    return _after(body, name, starting) or _before(body, name, ending)


def _after(body: str, name: Name, starting: Callable[[int], tuple[int, int] | None]) -> Post | None:
    end = name.end
    text = body[end : end + 160].partition("\n")[0]
    match = _AFTER.match(text)
    if match and _NEXT.match(text, match.end()):
        return None
    if match:
        return _post(body, name, match, text, starting)
    for at in range(1, min(30, len(text))):
        owner = starting(end + at)
        if owner is None:
            continue
        lead = text[:at]
        following = body[owner[1] : owner[1] + 110]
        tail = re.match(rf"(?:['’]s?)? (?P<title>{TITLE})", following, re.IGNORECASE)
        if tail and _NEXT.match(following, tail.end()):
            return None
        if _OWNED.match(lead) and tail:
            field = _ENDS.match(following, tail.end())
            return Post(tail["title"] + (field["field"] if field else ""), owner)
        if _RUNS.match(lead) or (_FROM.match(lead) and not name.possessive):
            return Post(None, owner)
        break
    return None


def _post(
    body: str, name: Name, match: re.Match[str], text: str, starting: Callable[[int], tuple[int, int] | None]
) -> Post:
    """Return the post whose title follows the name: its field of work, then the body it is for."""
    title = (match["lead"] if _former(match["lead"]) else "") + match["title"]
    at = match.end()
    link = _LINK.match(text, at)
    if link and (owner := starting(name.end + link.end())):
        return Post(title, owner)
    field = _ENDS.match(text, at)
    if field:
        title, at = title + field["field"], field.end()
        link = _LINK.match(text, at)
        return Post(title, starting(name.end + link.end()) if link else None)
    return Post(title, None)


def _former(lead: str) -> bool:
    return bool(re.search(r"\b(?:former|ex|then|interim)\b", lead, re.IGNORECASE))


def _before(body: str, name: Name, ending: Callable[[int], tuple[int, int] | None]) -> Post | None:
    start = name.start
    line = max(name.sentence.start, start - 110)
    text = body[line:start]
    honorific = re.search(rf"(?:\b(?:{STYLE}|Col|Capt)\.? )+$", text)
    if honorific:
        text = text[: honorific.start()]
    owner = ending(line + len(text.rstrip(", ")))
    if owner:
        of = re.search(rf"\b(?P<title>{TITLE}) (?:of|at|for) (?:the )?$", text[: owner[0] - line], re.IGNORECASE)
        return Post(of["title"], owner) if of else None
    match = _longest(text)
    if match is None:
        return None
    title = match.group("title")
    before = text[: match.start()].rstrip()
    at = line + len(before)
    for skip in ("", "'s", "’s", "'", "’"):
        if before.endswith(skip):
            owner = ending(at - len(skip))
            if owner:
                return Post(title, owner)
    adjectives = re.search(r"(?:['’]s?)?((?: (?:[a-z-]+|[A-Z][a-z]+(?:n|sh|se|ch))){1,2})$", before)
    owner = ending(at - len(adjectives.group())) if adjectives else None
    if owner and body[owner[1] : owner[1] + 1] not in ("'", "’"):
        owner = None
    if title.islower() or owner or title.casefold() not in knowledge.words("honorifics"):
        return Post(title, owner)
    return None


def _longest(text: str) -> re.Match[str] | None:
    """Return the match of the longest job title that ends the text."""
    starts = [match.start() for match in re.finditer(r"[^\W_][\w’'-]*", text)][-9:]
    if not any(_first_word(text[at:]) for at in starts):
        return None
    return next((match for at in starts if (match := _BEFORE.match(text, at))), None)


def _first_word(text: str) -> bool:
    word = re.match(r"[\w-]+", text)
    return word is not None and word.group().casefold() in _HEADS


_HEADS = frozenset(title.split()[-1] for title in knowledge.words("titles"))
