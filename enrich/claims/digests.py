"""Parts a round-up into the stories it tells: hardly two have anybody in common, and each is read by itself.

Trade press and business pages tell a week's deals in a paragraph each, often under a line of its own. Read as one
article all but the first would be what it only recalls, and one paragraph's sponsor might fill another's open side.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from enrich.claims import chances
from enrich.claims.evidence import Pair, weigh
from enrich.claims.news import Choice
from enrich.claims.passages import Passage
from enrich.text import Text
from records.record import Entity, EntityKind

# So many stories make a round-up, and so many where it is announced or each has a heading; this share of them names
# nobody whom another one names.
_FEWEST, _FEWEST_ANNOUNCED, _APART = 4, 3, 0.6
# Nobody is in more than two of them, or in a larger share.
_SHARED, _OFTEN = 2, 0.25
# How many of the stories name two or more, where they have headings or the title says what they are, and else.
_NAMING, _ALL_NAMING = 0.4, 0.9
_HEADED = 0.5  # the share of headings among stories
_HEADING_WORDS = 10
_ENDS = re.compile(r"[.!:;,”\"’']$")
_CALLED = re.compile(
    r"\b(?:digest|round-?up|(?:in|news) briefs?|briefs|headlines|(?:week|month|day)(?:ly)? in|in bites|notes)\b",
    re.IGNORECASE,
)


def choose(text: Text, parts: Sequence[Passage], entities: Sequence[Entity], relevance: float) -> list[Choice]:
    """Return the pairs that each story of a round-up reports or recalls, none where the article is one story."""
    chosen: dict[tuple[int, int], Choice] = {}
    told = {passage.start: passage for passage in parts if not passage.is_title}
    for story in find_stories(parts, entities):
        start, end = story[0].start, story[-1].start + len(story[-1].words)
        own = [
            entity.model_copy(update={"mentions": tuple(m for m in entity.mentions if start <= m.start < end)})
            for entity in entities
        ]
        passages = by_itself(story)
        for choice in chances.choose(weigh(text, passages, own), passages, own, relevance):
            pair = choice.pair
            links = [replace(link, passage=told[link.passage.start]) for link in pair.links]
            whole = Pair(pair.sponsor, pair.holder, links, pair.weight)
            key = pair.sponsor, pair.holder
            if key not in chosen or chosen[key].is_background:
                chosen[key] = Choice(whole, choice.is_background)
    return list(chosen.values())


def find_stories(passages: Sequence[Passage], entities: Sequence[Entity]) -> list[list[Passage]]:
    """Return the sentences of each story, none where the article is one story. A story's heading opens it."""
    stories: list[list[Passage]] = []
    named: list[set[int]] = []
    opened = headings = 0
    for paragraph in _paragraphs(passages):
        who = {
            m.entity
            for passage in paragraph
            for m in passage.mentions
            if m.entity < 0 or entities[m.entity].kind is not EntityKind.PLACE
        }
        heading = is_heading(paragraph)
        headings += heading
        if not stories or heading or (not opened and who and not who & named[-1]):
            stories.append(list(paragraph))
            named.append(who)
        else:
            stories[-1] += paragraph
            named[-1] |= who
        opened = heading
    title = passages[0].words if passages and passages[0].is_title else ""
    return stories if _are_apart(named, headings, announced=bool(_CALLED.search(title))) else []


def is_heading(paragraph: Sequence[Passage]) -> bool:
    """Whether a paragraph is a few words without a full stop."""
    if len(paragraph) > 1:
        return False
    words = paragraph[0].words.strip()
    return len(words.split()) <= _HEADING_WORDS and not _ENDS.search(words)


def by_itself(story: Sequence[Passage]) -> list[Passage]:
    """Return the sentences of a story numbered as those of an article, a heading as its headline."""
    first = 0 if len(story) > 1 and is_heading(story[:1]) else 1
    return [replace(passage, order=first + n) for n, passage in enumerate(story)]


def _paragraphs(passages: Sequence[Passage]) -> list[list[Passage]]:
    found: list[list[Passage]] = []
    for passage in passages:
        if passage.is_title:
            continue
        last = found[-1][-1] if found else None
        if last is not None and passage.start <= last.start + len(last.words) + 1:
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def _are_apart(named: Sequence[set[int]], headings: int, *, announced: bool) -> bool:
    """Whether stories with these names, in an article with so many headings, have hardly anybody in common."""
    first, *rest = named or [set()]
    if len(first) > 1 and first <= set().union(*rest):  # what the round-up has in store
        named = rest
    told = [who for who in named if who]
    announced = announced or headings >= _HEADED * len(named)
    if len(told) < (_FEWEST_ANNOUNCED if announced else _FEWEST):
        return False
    often = Counter(number for who in told for number in who)
    if max(often.values()) > max(_SHARED, _OFTEN * len(told)):
        return False
    alone = sum(all(often[number] == 1 for number in who) for who in told)
    several = sum(len(who) > 1 for who in told)
    return alone >= _APART * len(told) and several >= (_NAMING if announced else _ALL_NAMING) * len(told)
