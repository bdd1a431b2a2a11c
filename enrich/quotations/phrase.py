"""A noun phrase and its head: the name that speaks, or the noun that stands for it."""

from collections.abc import Sequence
from typing import NamedTuple

from enrich import knowledge
from enrich.quotations import grammar
from enrich.quotations.cast import POSSESSIVES, Cast, Mention
from enrich.quotations.clauses import Word

_AFTER_PARTICIPLE = grammar.PREPOSITION | frozenset("last this late early next".split())
# "one Ode manager" may be anybody, "Ode manager" is the manager.
_INDEFINITE = frozenset("a an one another some any two three several many most".split())
# Where a post or an account is, not whose.
_NETWORKS = frozenset("twitter instagram facebook tiktok youtube linkedin x".split())
_LINK = frozenset("of for from at with in on by to".split())


class Phrase(NamedTuple):
    """A noun phrase, `start` to `end`; `head` names who it is, or else `noun` is its head noun in lower"
    " case."""

    start: int
    end: int
    head: Mention | None
    noun: str
    owner: Mention | None = None  # whose the noun is: "the club's", "its"
    definite: bool = False


def read(cast: Cast, words: Sequence[Word]) -> Phrase | None:
    """Return the phrase that `words` make when they end where a verb begins."""
    chunk = _trimmed(words)
    if not chunk:
        return None
    mentions = cast.mentions(chunk)
    last = covering(mentions, chunk[-1])
    if last is not None and (last.pronoun or last.start <= chunk[0].start):
        return _named(chunk, last)
    i = len(chunk) - 1
    while last is not None:
        i = next(n for n, word in enumerate(chunk) if word.end > last.start)
        link = i - 2 if i > 1 and chunk[i - 1].low in grammar.DETERMINER else i - 1
        if link < 1 or chunk[link].low not in _LINK:  # no phrase before a preposition: "In Davos"
            nation = last.entity is None and _described(chunk, last) and chunk[i].low in knowledge.words("demonyms")
            return leading(cast, chunk) if nation else _named(chunk, last)  # "the 6-foot-9 Ghanaian"
        i = link - 1
        last = covering(mentions, chunk[i])
    return leading(cast, chunk)


def leading(cast: Cast, words: Sequence[Word], *, verbless: bool = False) -> Phrase | None:
    """Return the phrase that `words` begin with: up to a verb, a preposition or a relative pronoun.

    `verbless` says that no verb can follow, so that "Acme chief Jane Roe" is read to its end.
    """
    chunk = _trimmed(words)
    if not chunk:
        return None
    mentions = cast.mentions(chunk)
    core = chunk[: _core(chunk, mentions, verbless=verbless)]
    head = _head(core, mentions)
    if head is not None:
        return _named(core, head)
    noun = core[-1].low
    owner = _owner(chunk, core, mentions, noun)
    definite = core[0].low in ("the", "this", "that") or (owner is not None and core[0].low not in _INDEFINITE)
    end = chunk[-1].end if noun in grammar.SPOKES | grammar.DOCUMENT else core[-1].end
    return Phrase(core[0].start, end, None, noun, owner, definite)


def _head(core: Sequence[Word], mentions: Sequence[Mention]) -> Mention | None:
    """Return the name at the head of the core of a phrase, or None when a noun is."""
    head = covering(mentions, core[-1])
    if head is not None and (_possessive(core, head) or core[-1].low in POSSESSIVES):
        return None
    if head is not None and (head.entity is not None or head.pronoun or not _described(core, head)):
        return head
    if core[-1].low in grammar.SPOKES | grammar.DOCUMENT:
        return None
    # "Jane Roe herself", "the 66-year-old Swiss": the person named before the last word
    named = [m for m in mentions if _is_name(m) and m.end <= core[-1].start and not _possessive(core, m)]
    return named[-1] if named else None


def covering(mentions: Sequence[Mention], word: Word) -> Mention | None:
    """Return the mention that holds `word`."""
    return next((m for m in mentions if m.start < word.end and word.start < m.end), None)


def segments(words: Sequence[Word], low: int, high: int) -> list[list[Word]]:
    """Return the words between the commas and dashes."""
    segments: list[list[Word]] = [[]]
    for word in words[low:high]:
        if word.text in (",", ";", ":") or word.text in grammar.DASH:
            segments.append([])
        else:
            segments[-1].append(word)
    return segments


def _named(chunk: Sequence[Word], head: Mention) -> Phrase:
    start = min(chunk[0].start, head.start)
    return Phrase(start if not head.pronoun else head.start, head.end, head, "")


def _trimmed(words: Sequence[Word]) -> list[Word]:
    """Return the words outside brackets, without the conjunctions and adverbs they begin with."""
    chunk, depth = [], 0
    for word in words:
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            chunk.append(word)
    at = 0
    while at < len(chunk) and (
        chunk[at].low in ("and", "but", "or", "so", "then", "yet", "as", "both") or grammar.is_adverb(chunk[at])
    ):
        at += 1
    return chunk[at:]


def _core(chunk: Sequence[Word], mentions: Sequence[Mention], *, verbless: bool) -> int:
    """Return how many words the core of the phrase has."""
    for i, word in enumerate(chunk):
        if i == 0 or any(m.start < word.start and word.end <= m.end for m in mentions):
            continue
        following = chunk[i + 1] if i + 1 < len(chunk) else None
        if word.low in grammar.PREPOSITION or word.low in grammar.RELATIVE or grammar.is_finite(word, following):
            return i
        person = covering(mentions, chunk[i - 1])
        subject = person is not None and (person.person or person.pronoun) and not _owns(chunk, i - 1)
        if subject and word.text.islower() and not verbless:
            return i
        if person is not None and grammar.is_adverb(word):
            return i
        if (
            grammar.is_participle(word)
            and chunk[i - 1].low not in grammar.DETERMINER
            and (following is None or following.low in _AFTER_PARTICIPLE or grammar.is_adverb(following))
        ):
            return i
    return len(chunk)


def _owner(chunk: Sequence[Word], core: Sequence[Word], mentions: Sequence[Mention], noun: str) -> Mention | None:
    """Return whose the noun is: "the club's statement", "a statement from the club", "its statement"."""
    within = [m for m in mentions if m.start < core[-1].start]
    if within:
        posting = [w.start for w in core if w.low in _NETWORKS] if noun in grammar.DOCUMENT else []
        return next((m for m in reversed(within) if m.start not in posting), within[-1])
    if noun not in grammar.DOCUMENT and noun not in grammar.SPOKES:
        return None
    beyond = [m for m in mentions if m.start > core[-1].start and m.speaks]
    return beyond[0] if beyond else None


def _owns(chunk: Sequence[Word], i: int) -> bool:
    """Whether the word at `i` is a possessive."""
    following = chunk[i + 1].text if i + 1 < len(chunk) else ""
    return chunk[i].low in POSSESSIVES or chunk[i].low.endswith("'s") or following in ("'", "’")


def _is_name(mention: Mention) -> bool:
    return mention.person and not mention.pronoun


def _possessive(chunk: Sequence[Word], mention: Mention) -> bool:
    """Whether the mention owns what follows it."""
    last = next((n for n in range(len(chunk) - 1, -1, -1) if chunk[n].start < mention.end), None)
    if last is None or (mention.end >= chunk[-1].end and not chunk[last].low.endswith("'s")):
        return False
    following = chunk[last + 1].text if last + 1 < len(chunk) else ""
    return chunk[last].low.endswith("'s") or following in ("'", "’")


def _described(core: Sequence[Word], mention: Mention) -> bool:
    """Whether a capitalised word is no name but says what somebody is: "the 66-year-old Swiss"."""
    return (
        core[0].low in grammar.DETERMINER
        and mention.start > core[0].end
        and mention.end - mention.start < 14
        and (" " not in core[-1].text and core[-1].start == mention.start)
    )
