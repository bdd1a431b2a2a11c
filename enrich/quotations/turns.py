"""Turns of speech: goes through the paragraphs in order and gives each quotation its speaker.

A quotation whose own sentence does not attribute it belongs to whom the paragraph, or the one before it, has speak.
"""

from collections.abc import Iterator
from typing import NamedTuple

from enrich.findings import Found
from enrich.quotations import attribution, clauses, cues, kinds, marks, speaker, subject
from enrich.quotations.attribution import Attribution
from enrich.quotations.cast import Cast
from enrich.quotations.clauses import Sentence
from enrich.quotations.marks import Marked
from enrich.text import Text
from records.record import Quote, QuoteKind, Span, Speaker

# How sure a speaker is that the paragraph, the paragraph before, or only the topic gives.
SAME_PARAGRAPH, PARAGRAPH_BEFORE, TOPIC = 0.9, 0.8, 0.5


class Turn(NamedTuple):
    """Who has the word, by what cue and which words of the text, and how sure that is."""

    speaker: Speaker | None
    cue: str | None
    span: Span | None
    confidence: float


class Placed(NamedTuple):
    """A marked stretch in its sentence, with what attributes it there."""

    marked: Marked
    sentence: Sentence
    i: int
    ground: Attribution | None
    whole: bool


def quotes(text: Text, found: Found) -> Iterator[Quote]:
    """Yield the quotations of `text` in order."""
    cast = Cast(text.body, found)
    by_paragraph = _by_paragraph(text)
    last: Turn | None = None
    for paragraph, stretches in zip(text.paragraphs, by_paragraph, strict=True):
        if not stretches:
            last = _topic(cast, text, paragraph)
            continue
        sentences = clauses.sentences(text.body, paragraph, stretches)
        placed = list(_placed(cast, text.body, sentences, stretches))
        turns = _turns(cast, sentences, placed, last)
        for place, turn in zip(placed, turns, strict=True):
            if kinds.is_quotation(text.body, place.marked, place.sentence, place.i, place.ground, place.whole):
                yield _quote(text.body, place, turn)
                if turn is not None:
                    last = turn


def _by_paragraph(text: Text) -> list[list[Marked]]:
    """Return the marked stretches of each paragraph."""
    stretches = marks.find(text.body, text.paragraphs)
    lists: list[list[Marked]] = []
    at = 0
    for paragraph in text.paragraphs:
        begin = at
        while at < len(stretches) and stretches[at].outer_start < paragraph.end:
            at += 1
        lists.append(stretches[begin:at])
    return lists


def _placed(cast: Cast, body: str, sentences: list[Sentence], stretches: list[Marked]) -> Iterator[Placed]:
    for sentence in sentences:
        for i, word in enumerate(sentence):
            if word.quote < 0:
                continue
            marked = stretches[word.quote]
            comma = body[marked.end - 1] in ",?!—–-…" and marked.closed
            ground = attribution.of(cast, sentence, i, comma=comma)
            yield Placed(marked, sentence, i, ground, kinds.whole(body, marked, sentence, i))


def _turns(cast: Cast, sentences: list[Sentence], placed: list[Placed], last: Turn | None) -> list[Turn | None]:
    """Return whose turn each stretch of a paragraph is."""
    turns: list[Turn | None] = []
    current: Turn | None = None
    for place in placed:
        if place.ground is not None:
            current = _turn(cast, place.ground, last)
            turns.append(current)
            continue
        turns.append(_ungrounded(cast, sentences, place, current, last))
        current = turns[-1] or current
    following = next((turn for place, turn in zip(placed, turns, strict=True) if place.ground is not None), None)
    if (
        placed
        and placed[0].ground is None
        and placed[0].i == 0
        and placed[0].sentence is sentences[0]
        and following
        and len(placed) > 1
    ):
        turns[0] = following._replace(confidence=SAME_PARAGRAPH)
    return turns


def _ungrounded(
    cast: Cast, sentences: list[Sentence], place: Placed, current: Turn | None, last: Turn | None
) -> Turn | None:
    """Return whose turn a stretch is that its own sentence does not attribute."""
    at = next(n for n, sentence in enumerate(sentences) if sentence is place.sentence)
    if at > 0 and not any(word.quote >= 0 for word in sentences[at - 1]):
        spoken = _spoken(cast, sentences[at - 1])
        if spoken is not None:
            return spoken
    if current is not None:
        return current._replace(confidence=min(current.confidence, SAME_PARAGRAPH))
    if at == 0 and last is not None and place.whole:
        return last._replace(confidence=min(last.confidence, PARAGRAPH_BEFORE))
    return None


def _turn(cast: Cast, ground: Attribution, last: Turn | None) -> Turn:
    named = speaker.of(cast, ground.subject)
    span = Span(start=ground.subject.start, end=ground.subject.end) if ground.subject else None
    if named is None and ground.subject is not None and last is not None and _refers_back(ground.subject):
        return Turn(last.speaker, ground.cue, span, min(0.7, ground.confidence))
    return Turn(named, ground.cue, span, ground.confidence)


def _refers_back(found: subject.Subject) -> bool:
    """Whether a noun phrase without a name means who spoke last: a pronoun, or a statement of nobody."""
    return (found.head is not None and found.head.pronoun) or found.noun in subject.DOCUMENT


def _topic(cast: Cast, text: Text, paragraph: Span) -> Turn | None:
    """Return who speaks, or whom it is about, at the end of a paragraph without quotation marks."""
    sentences = clauses.sentences(text.body, paragraph, [])
    return _spoken(cast, sentences[-1]) if sentences else None


def _spoken(cast: Cast, sentence: Sentence) -> Turn | None:
    """Return who speaks in a sentence without quotation, or whom it is about."""
    for k, word in enumerate(sentence):
        if word.quote < 0 and cues.kind(word.low) and k > 0:
            found = subject.before(cast, sentence, k, 0)
            named = speaker.of(cast, found)
            if found is not None and named is not None:
                return Turn(named, word.text, Span(start=found.start, end=found.end), 0.75)
    found = subject.first(cast, sentence, 0, len(sentence))
    named = speaker.of(cast, found)
    if found is None or named is None:
        return None
    return Turn(named, None, Span(start=found.start, end=found.end), TOPIC)


def _quote(body: str, place: Placed, turn: Turn | None) -> Quote:
    marked = place.marked
    return Quote(
        text=body[marked.start : marked.end],
        start=marked.start,
        end=marked.end,
        kind=QuoteKind.DIRECT if place.whole else QuoteKind.MIXED,
        cue=turn.cue if turn else None,
        speaker=turn.speaker if turn else None,
        speaker_span=turn.span if turn else None,
        confidence=turn.confidence if turn else 0.2,
    )
