"""Who is in the text: the entities by place, and the capitalised names that the entities stage did not see."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enrich.findings import ORGANISED, Found
from enrich.quotations.clauses import Word
from records.record import Entity, EntityKind

PRONOUNS = frozenset("he she they it i we who him her them".split())
_NOT_NAMES = frozenset(
    "the a an it he she they we i you this that these those in on at for from with by as if when while"
    " after before"
    " but and or so yet his her its their our my also both to of not no what who where why how there"
    " here then now"
    " according meanwhile however asked speaking despite following during since under over all some many most"
    " mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june"
    " july august september october november december chief executive president chairman director one"
    " another later"
    " earlier last next still even just once only though although because until than".split()
)


class Mention(NamedTuple):
    """A stretch of words that names somebody or something; `entity` is None when only its capitals say so."""

    start: int
    end: int
    entity: Entity | None
    pronoun: bool

    @property
    def person(self) -> bool:
        """Whether a person is named."""
        return self.entity is not None and self.entity.kind is EntityKind.PERSON

    @property
    def organised(self) -> bool:
        """Whether an organisation, brand or rights-holder is named."""
        return self.entity is not None and self.entity.kind in ORGANISED

    @property
    def speaks(self) -> bool:
        """Whether what is named can speak: a place, an event or a venue cannot."""
        return self.entity is None or self.person or self.organised


class Cast:
    """The mentions of one article, by place."""

    def __init__(self, body: str, found: Found) -> None:
        self._body, self._found = body, found

    def mentions(self, words: Sequence[Word]) -> list[Mention]:
        """Return the mentions among `words`, in order; none overlap."""
        mentions: list[Mention] = []
        run: list[Word] = []
        for word in words:
            owned = next(iter(self._found.within(word.start, word.end)), None) if word.quote < 0 else None
            capital = owned is None and word.quote < 0 and self._is_name(word, bool(run))
            if run and not (capital and self._body[run[-1].end : word.start] == " "):
                mentions.append(Mention(run[0].start, run[-1].end, None, False))
                run = []
            if capital:
                run.append(word)
            elif owned is not None and (not mentions or mentions[-1].end < owned[0].end):
                span, entity = owned
                mentions.append(Mention(span.start, span.end, entity, word.low in PRONOUNS))
            elif owned is None and word.low in PRONOUNS:
                mentions.append(Mention(word.start, word.end, None, True))
        if run:
            mentions.append(Mention(run[0].start, run[-1].end, None, False))
        return mentions

    def _is_name(self, word: Word, _within: bool) -> bool:
        return word.text[0].isupper() and word.low not in _NOT_NAMES and not word.low.endswith("ing")

    def name(self, mention: Mention) -> str:
        """Return the fullest name of whom `mention` names."""
        if mention.entity is not None:
            return mention.entity.name
        return re.sub(r"['’]s?$", "", self._body[mention.start : mention.end])
